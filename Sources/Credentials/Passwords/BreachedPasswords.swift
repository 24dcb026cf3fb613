import COpenSSL
import Foundation
import Transfer

/// A file with the SHA-1 of breached passwords, as the downloader of Have I Been Pwned writes it: lines in order, 40 upper-case digits, a colon and a count.
///
/// Looked up by halving, so a file of tens of gigabytes costs some forty small reads. The file may hold a shorter list made in the same form.
package struct BreachedPasswords: Sendable {
    private let path: String

    /// Fails where the file cannot be read or does not begin with 40 hexadecimal digits.
    package init(path: String) throws(TransferError) {
        self.path = path
        guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable(path: path) }
        defer { try? file.close() }
        guard let start = try? file.read(upToCount: 40), start.count == 40, start.allSatisfy({ BreachedPasswords.digit($0) != nil }) else {
            throw .unreadable(path: path)
        }
    }

    /// Whether the list has the password. A file that went away meanwhile knows no password: sign-in must not depend on it.
    package func contains(_ password: Password) -> Bool {
        var digest = [UInt8](repeating: 0, count: 20)
        var length: UInt32 = 0
        guard EVP_Digest(password.bytes, password.bytes.count, &digest, &length, EVP_sha1(), nil) == 1, length == 20 else { return false }
        let wanted = Array(Digest.hex(digest).uppercased().utf8)
        guard let file = FileHandle(forReadingAtPath: path), let size = try? file.seekToEnd() else { return false }
        defer { try? file.close() }
        // Every line that starts in low..<high may still be the one.
        var low: UInt64 = 0
        var high = size
        while low < high {
            let middle = low + (high - low) / 2
            guard let line = BreachedPasswords.line(in: file, from: middle, isFirst: middle == 0), line.start < high else {
                high = middle
                continue
            }
            if line.digits == wanted { return true }
            if line.digits.lexicographicallyPrecedes(wanted) { low = line.start + 1 } else { high = middle }
        }
        return false
    }

    /// The first line that starts at or behind a place.
    private static func line(in file: FileHandle, from place: UInt64, isFirst: Bool) -> (start: UInt64, digits: [UInt8])? {
        let start = isFirst ? 0 : place - 1
        guard (try? file.seek(toOffset: start)) != nil, let data = try? file.read(upToCount: 160) else { return nil }
        let bytes = Array(data)
        var offset = 0
        if !isFirst {
            guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
            offset = end + 1
        }
        guard bytes.count >= offset + 40 else { return nil }
        let digits = bytes[offset..<offset + 40].map { (0x61...0x66).contains($0) ? $0 - 32 : $0 }
        return (start + UInt64(offset), digits)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: byte
        default: nil
        }
    }
}
