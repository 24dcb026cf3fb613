import COpenSSL

/// A key of a provider that signatures are checked with.
///
/// Unchecked, because the OpenSSL key is made once, never changed, and OpenSSL lets many threads read it at a time.
package final class PublicKey: @unchecked Sendable {
    /// `RSA` or `EC`.
    package enum Kind: Sendable, Hashable { case rsa, p256 }

    package let kind: Kind
    private let key: OpaquePointer

    /// - Parameters:
    ///   - modulus: 2048 to 8192 bits, big-endian
    ///   - exponent: odd, 3 or more, at most 64 bits
    package convenience init?(modulus: [UInt8], exponent: [UInt8]) {
        let n = modulus.drop { $0 == 0 }
        let e = exponent.drop { $0 == 0 }
        let bits = n.count * 8 - (n.first?.leadingZeroBitCount ?? 0)
        guard (2048...8192).contains(bits), (1...8).contains(e.count), let last = e.last, last & 1 == 1, e.count > 1 || last >= 3 else { return nil }
        // AlgorithmIdentifier of RFC 8017, appendix A.1: rsaEncryption with a null.
        let algorithm: [UInt8] = [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00]
        self.init(.rsa, DER.sequence(algorithm, DER.bitString(DER.sequence(DER.integer(n), DER.integer(e)))))
    }

    /// A point on P-256, each coordinate 32 bytes. Nil for a point that is not on the curve.
    package convenience init?(x: [UInt8], y: [UInt8]) {
        guard x.count == 32, y.count == 32 else { return nil }
        // AlgorithmIdentifier of RFC 5480: id-ecPublicKey on secp256r1.
        let algorithm: [UInt8] = [
            0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07,
        ]
        self.init(.p256, DER.sequence(algorithm, DER.bitString([4] + x + y)))
    }

    private init?(_ kind: Kind, _ info: [UInt8]) {
        let key = info.withUnsafeBufferPointer { buffer -> OpaquePointer? in
            var start = buffer.baseAddress
            return d2i_PUBKEY(nil, &start, buffer.count)
        }
        guard let key else {
            ERR_clear_error()
            return nil
        }
        self.kind = kind
        self.key = key
    }

    deinit { EVP_PKEY_free(key) }

    /// Whether the signature over the message is of this key's owner. False for an algorithm of another kind of key.
    package func verifies(_ signature: [UInt8], of message: [UInt8], by algorithm: SignatureAlgorithm) -> Bool {
        defer { ERR_clear_error() }
        var signature = signature
        switch (algorithm, kind) {
        case (.rs256, .rsa), (.ps256, .rsa): break
        case (.es256, .p256):
            // RFC 7518, section 3.4: the two numbers behind each other, 32 bytes each; OpenSSL wants them in DER.
            guard signature.count == 64 else { return false }
            signature = DER.sequence(DER.integer(signature[..<32]), DER.integer(signature[32...]))
        default: return false
        }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        var settings: OpaquePointer?
        guard EVP_DigestVerifyInit(context, &settings, EVP_sha256(), nil, key) == 1 else { return false }
        if algorithm == .ps256 && !SignaturePadding.setPSS(settings) { return false }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}

enum SignaturePadding {
    /// RFC 7518, section 3.5: MGF1 with SHA-256, a salt as long as the digest.
    static func setPSS(_ settings: OpaquePointer?) -> Bool {
        EVP_PKEY_CTX_set_rsa_padding(settings, RSA_PKCS1_PSS_PADDING) == 1 && EVP_PKEY_CTX_set_rsa_pss_saltlen(settings, 32) == 1
    }
}
