import COpenSSL

/// The key that this server signs with, to prove to a provider which client it is (`private_key_jwt`). It prints as nothing.
///
/// Unchecked, because the OpenSSL key is made once, never changed, and OpenSSL lets many threads read it at a time.
package final class PrivateKey: @unchecked Sendable {
    package let kind: PublicKey.Kind
    private let key: OpaquePointer

    /// A key of RSA with 2048 bits or more, or of P-256, in PEM without a password. Nil for anything else.
    package convenience init?(pem: String) {
        guard let key = PrivateKey.read(Array(pem.utf8)) else { return nil }
        self.init(owned: key)
    }

    /// A fresh key: P-256, or RSA of 3072 bits.
    package static func random(_ kind: PublicKey.Kind) -> PrivateKey? {
        guard let context = EVP_PKEY_CTX_new_id(kind == .rsa ? EVP_PKEY_RSA : EVP_PKEY_EC, nil) else { return nil }
        defer { EVP_PKEY_CTX_free(context) }
        guard EVP_PKEY_keygen_init(context) == 1 else { return nil }
        let isSet =
            kind == .rsa ? EVP_PKEY_CTX_set_rsa_keygen_bits(context, 3072) : EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_X9_62_prime256v1)
        var key: OpaquePointer?
        guard isSet == 1, EVP_PKEY_keygen(context, &key) == 1, let key else { return nil }
        return PrivateKey(owned: key)
    }

    private static func read(_ pem: [UInt8]) -> OpaquePointer? {
        guard (1...65536).contains(pem.count) else { return nil }
        defer { ERR_clear_error() }
        // The source does not copy the bytes: they must stay where they are until the key is read.
        return pem.withUnsafeBytes { bytes in
            guard let source = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count)) else { return nil }
            defer { BIO_free(source) }
            // The callback answers every question for a password with "no", instead of asking at the terminal.
            return PEM_read_bio_PrivateKey(source, nil, { _, _, _, _ in -1 }, nil)
        }
    }

    private init?(owned key: OpaquePointer) {
        let bits = EVP_PKEY_get_bits(key)
        if EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && bits >= 2048 {
            kind = .rsa
        } else if EVP_PKEY_get_base_id(key) == EVP_PKEY_EC && bits == 256 && PrivateKey.curve(key) == "prime256v1" {
            kind = .p256
        } else {
            EVP_PKEY_free(key)
            return nil
        }
        self.key = key
    }

    deinit { EVP_PKEY_free(key) }

    /// PKCS #8 in PEM, without a password: for the file that the configuration names.
    package var pem: String? {
        guard let target = BIO_new(BIO_s_mem()) else { return nil }
        defer { BIO_free(target) }
        guard PEM_write_bio_PKCS8PrivateKey(target, key, nil, nil, 0, nil, nil) == 1 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 16384)
        let count = BIO_read(target, &bytes, Int32(bytes.count))
        return count > 0 ? String(decoding: bytes.prefix(Int(count)), as: UTF8.self) : nil
    }

    /// The public half as a JSON Web Key (RFC 7517), for the key set that a provider fetches.
    package func webKey(id: String) -> ClaimValue? {
        func number(_ name: String) -> String? {
            var number: OpaquePointer?
            guard EVP_PKEY_get_bn_param(key, name, &number) == 1 else { return nil }
            defer { BN_free(number) }
            let size = kind == .rsa ? (Int(BN_num_bits(number)) + 7) / 8 : 32
            var bytes = [UInt8](repeating: 0, count: size)
            guard BN_bn2binpad(number, &bytes, Int32(size)) == size else { return nil }
            return BitEncoding.base64URL.encode(bytes)
        }
        let front: [String: ClaimValue] = ["kid": .text(id), "use": .text("sig")]
        switch kind {
        case .rsa:
            guard let n = number("n"), let e = number("e") else { return nil }
            return .object(front.merging(["kty": .text("RSA"), "alg": .text("RS256"), "n": .text(n), "e": .text(e)]) { $1 })
        case .p256:
            guard let x = number("qx"), let y = number("qy") else { return nil }
            return .object(front.merging(["kty": .text("EC"), "alg": .text("ES256"), "crv": .text("P-256"), "x": .text(x), "y": .text(y)]) { $1 })
        }
    }

    /// A signature as RFC 7518 writes it; nil for an algorithm of another kind of key.
    package func signature(of message: [UInt8], by algorithm: SignatureAlgorithm) -> [UInt8]? {
        guard (algorithm == .es256) == (kind == .p256), let context = EVP_MD_CTX_new() else { return nil }
        defer { EVP_MD_CTX_free(context) }
        var settings: OpaquePointer?
        guard EVP_DigestSignInit(context, &settings, EVP_sha256(), nil, key) == 1 else { return nil }
        if algorithm == .ps256 && !SignaturePadding.setPSS(settings) { return nil }
        var signature = [UInt8](repeating: 0, count: 1024)
        var length = signature.count
        guard EVP_DigestSign(context, &signature, &length, message, message.count) == 1, length <= signature.count else { return nil }
        let bytes = Array(signature.prefix(length))
        return algorithm == .es256 ? DER.integers(bytes, size: 32) : bytes
    }

    private static func curve(_ key: OpaquePointer) -> String {
        var name = [CChar](repeating: 0, count: 64)
        var length = 0
        guard EVP_PKEY_get_group_name(key, &name, name.count, &length) == 1, length < name.count else { return "" }
        return String(decoding: name.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
