import Foundation

/// A mail address that can stand in a message and an SMTP dialogue without doing harm: printable ASCII, no quotes, no brackets.
///
/// Narrower than RFC 5321 on purpose: quoted local parts, addresses at a bare number and letters outside ASCII are refused, because much of the world's mail
/// does not pass them on. A domain with other letters is taken in its `xn--` form.
package struct MailAddress: Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, for a sentence on the page.
    package enum Fault: Error, Sendable, Hashable {
        /// Not one `@` with something on both sides.
        case shape
        /// Before the `@`: a sign that cannot stand there, a dot at an end, or two in a row.
        case localPart
        /// Behind the `@`: not a name with a dot such as `voorbeeld.nl`.
        case domain
        /// Letters outside ASCII, before or behind the `@`.
        case international
        /// More than 64 signs before the `@`, or 254 in all (RFC 5321, section 4.5.3.1).
        case tooLong
    }

    package let localPart: String
    /// In lower case.
    package let domain: String

    /// Spaces around it do not matter.
    package init(_ typed: String) throws(Fault) {
        guard typed.utf8.count <= 1000 else { throw .tooLong }
        let bytes = Array(typed.trimmingCharacters(in: CharacterSet(charactersIn: " ")).utf8)
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")), at > 0, at < bytes.count - 1 else { throw .shape }
        guard bytes.allSatisfy({ $0 < 0x80 }) else { throw .international }
        guard bytes.count <= 254, at <= 64 else { throw .tooLong }
        guard MailAddress.isDotted(bytes[..<at], by: MailAddress.isAtom) else { throw .localPart }
        guard MailAddress.isDomain(bytes[(at + 1)...]) else { throw .domain }
        localPart = String(decoding: bytes[..<at], as: UTF8.self)
        domain = String(decoding: bytes[(at + 1)...], as: UTF8.self).lowercased()
    }

    package var description: String { "\(localPart)@\(domain)" }

    /// The same for all spellings that reach one person in practice: in lower case. For looking people up; write to the address itself.
    package var key: String { description.lowercased() }

    /// `atext` of RFC 5322, section 3.2.3.
    private static func isAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }

    private static func isDotted(_ bytes: ArraySlice<UInt8>, by isFit: (UInt8) -> Bool) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isFit) }
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, !last.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
                    default: false
                    }
                }
        }
    }
}

/// An address with the name of who reads there.
package struct Mailbox: Sendable, Hashable {
    package let name: String?
    package let address: MailAddress

    package init(_ address: MailAddress, name: String? = nil) {
        self.address = address
        self.name = name
    }
}
