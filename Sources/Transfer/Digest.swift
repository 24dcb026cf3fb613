import COpenSSL
import Foundation

/// Digests, message authentication and random bytes, from OpenSSL.
///
/// None of these can fail on a working machine; where libcrypto itself is broken the process stops, because going on would mean wrong digests or predictable secrets.
package enum Digest {
    /// SHA-256 (FIPS 180-4): 32 bytes.
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        precondition(EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil) == 1 && length == 32, "libcrypto cannot compute SHA-256")
        return digest
    }

    /// SHA-256 of the UTF-8 bytes of a text.
    package static func sha256(_ text: String) -> [UInt8] { sha256(Array(text.utf8)) }

    /// SHA-256 of a file, read in pieces of one megabyte.
    package static func sha256(file path: String) throws(TransferError) -> [UInt8] {
        guard let file = FileHandle(forReadingAtPath: path), let context = EVP_MD_CTX_new() else { throw .unreadable(path: path) }
        defer {
            EVP_MD_CTX_free(context)
            try? file.close()
        }
        precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "libcrypto cannot compute SHA-256")
        do {
            while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
                let taken = piece.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
                precondition(taken == 1, "libcrypto cannot compute SHA-256")
            }
        } catch {
            throw .unreadable(path: path)
        }
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        precondition(EVP_DigestFinal_ex(context, &digest, &length) == 1 && length == 32, "libcrypto cannot compute SHA-256")
        return digest
    }

    /// 16 bytes that tell contents apart, several times faster than SHA-256: GMAC (NIST SP 800-38D) with a key everyone may know.
    ///
    /// Against chance, not against people: with a known key, equal checksums can be made on purpose.
    package static func checksum(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBytes { checksum($0) } }

    /// As ``checksum(_:)-([UInt8])``, of bytes that stand elsewhere.
    package static func checksum(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var tag = [UInt8](repeating: 0, count: 16)
        let context = EVP_CIPHER_CTX_new()
        precondition(context != nil, "libcrypto has no memory")
        defer { EVP_CIPHER_CTX_free(context) }
        let zeros = [UInt8](repeating: 0, count: 16)
        var length: Int32 = 0
        let isDone =
            EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), nil, zeros, zeros) == 1
            && stride(from: 0, to: bytes.count, by: 1 << 30).allSatisfy { start in
                let piece = UnsafeRawBufferPointer(rebasing: bytes[start...].prefix(1 << 30))
                return EVP_EncryptUpdate(context, nil, &length, piece.bindMemory(to: UInt8.self).baseAddress, Int32(piece.count)) == 1
            } && EVP_EncryptFinal_ex(context, nil, &length) == 1 && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, 16, &tag) == 1
        precondition(isDone, "libcrypto cannot compute GMAC")
        return tag
    }

    /// HMAC with SHA-256 (RFC 2104): 32 bytes.
    package static func hmacSHA256(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        // An empty key must still be a pointer: a null key would mean "the key of the last time" to OpenSSL.
        let padded = key + [0]
        let done = HMAC(EVP_sha256(), padded, Int32(clamping: key.count), message, message.count, &code, &length)
        precondition(done != nil && length == 32, "libcrypto cannot compute HMAC")
        return code
    }

    /// Whether two secrets are the same, in a time that does not tell where they differ.
    package static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }

    /// Bytes that nobody can guess, for sessions and tokens.
    package static func randomBytes(_ count: Int) -> [UInt8] {
        guard count > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: count)
        var start = 0
        while start < count {
            let piece = min(count - start, 1 << 20)
            let done = bytes.withUnsafeMutableBufferPointer { buffer in RAND_bytes(buffer.baseAddress.map { $0 + start }, Int32(piece)) }
            precondition(done == 1, "libcrypto has no random bytes")
            start += piece
        }
        return bytes
    }

    /// Lower-case hexadecimal digits.
    package static func hex(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(2 * bytes.count)
        for byte in bytes {
            text.append(hexDigits[Int(byte >> 4)])
            text.append(hexDigits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)
}
