import COpenSSL
import Foundation
import Transfer

/// Codes from an authenticator app: TOTP (RFC 6238) over HOTP (RFC 4226). It prints as nothing.
package struct OneTimePassword: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    /// Apps all know SHA-1; the weakness of SHA-1 against collisions does not touch HMAC.
    package enum Algorithm: String, Sendable, CaseIterable {
        case sha1 = "SHA1"
        case sha256 = "SHA256"
        case sha512 = "SHA512"
    }

    /// To be kept encrypted or behind the rights of the table: who has it makes the codes.
    package let secret: [UInt8]
    package let algorithm: Algorithm
    package let digits: Int
    /// Seconds.
    package let period: Int

    /// Nil for fewer than 16 bytes (RFC 4226, requirement 6), other than 6 to 8 digits or a period outside 15 to 60 seconds (ASVS 6.5.5 asks for 30 at most).
    package init?(secret: [UInt8], algorithm: Algorithm = .sha1, digits: Int = 6, period: Int = 30) {
        guard (16...128).contains(secret.count), (6...8).contains(digits), (15...60).contains(period) else { return nil }
        self.init(unchecked: secret, algorithm, digits, period)
    }

    private init(unchecked secret: [UInt8], _ algorithm: Algorithm, _ digits: Int, _ period: Int) {
        self.secret = secret
        self.algorithm = algorithm
        self.digits = digits
        self.period = period
    }

    /// A fresh secret of 20 bytes, as RFC 4226 advises, with what all apps understand: SHA-1, six digits, 30 seconds.
    package static func random() -> OneTimePassword { OneTimePassword(unchecked: Digest.randomBytes(20), .sha1, 6, 30) }

    /// The code of a counter (RFC 4226, section 5.3).
    package func code(counter: UInt64) -> String {
        let tag = self.tag(CanonicalBytes.bigEndian(counter))
        let offset = Int(tag[tag.count - 1] & 15)
        let number = tag[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number % (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 })
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }

    /// The counter at a time.
    ///
    /// - Parameter now: milliseconds since 1970
    package func counter(at now: Int64) -> UInt64 { UInt64(max(now, 0)) / 1000 / UInt64(period) }

    /// The counter of a right code, to be kept; nil for a wrong, old or used one.
    ///
    /// - Parameters:
    ///   - typed: spaces do not matter
    ///   - last: the counter of the newest code taken so far: that code and all before it are used up (ASVS 6.5.1)
    ///   - window: how many periods the clock of the phone may be off, each way
    package func accept(_ typed: String, at now: Int64, after last: UInt64?, window: Int = 1) -> UInt64? {
        let code = typed.utf8.prefix(32).filter { $0 != UInt8(ascii: " ") }
        guard code.count == digits, typed.utf8.count <= 32 else { return nil }
        let current = counter(at: now)
        let window = UInt64(min(max(window, 0), 5))
        var found: UInt64?
        for counter in (current - min(window, current))...(current + window) where last.map({ counter > $0 }) ?? true {
            if Digest.areEqual(Array(self.code(counter: counter).utf8), code), found == nil { found = counter }
        }
        return found
    }

    /// The secret as people type it into an app: base32 in groups of four.
    package var readableSecret: String {
        let letters = Array(BitEncoding.base32.encode(secret))
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
    }

    /// The address that a QR code carries to an app: `otpauth://totp/Issuer:account?secret=…`, the form that Google Authenticator laid down.
    package func address(issuer: String, account: String) -> String {
        // A colon separates issuer and account.
        let issuer = OneTimePassword.escaped(issuer.replacingOccurrences(of: ":", with: " "))
        let account = OneTimePassword.escaped(account.replacingOccurrences(of: ":", with: " "))
        return "otpauth://totp/\(issuer):\(account)?secret=\(BitEncoding.base32.encode(secret))&issuer=\(issuer)&algorithm=\(algorithm.rawValue)"
            + "&digits=\(digits)&period=\(period)"
    }

    package var description: String { "OneTimePassword(…)" }

    package var customMirror: Mirror { Mirror(self, children: []) }

    private func tag(_ message: [UInt8]) -> [UInt8] {
        var tag = [UInt8](repeating: 0, count: 64)
        var length: UInt32 = 0
        let method =
            switch algorithm {
            case .sha1: EVP_sha1()
            case .sha256: EVP_sha256()
            case .sha512: EVP_sha512()
            }
        let done = HMAC(method, secret, Int32(clamping: secret.count), message, message.count, &tag, &length)
        // As in Digest: going on with a broken libcrypto would let everyone in.
        precondition(done != nil && length >= 20 && length <= 64, "libcrypto cannot compute HMAC")
        return Array(tag.prefix(Int(length)))
    }

    private static func escaped(_ text: String) -> String { PercentEncoding.encode(text) }
}
