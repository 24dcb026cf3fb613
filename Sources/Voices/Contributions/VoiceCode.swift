import Core
import Credentials
import Transfer

/// A code on paper or on a screen: to take part with once, or to see what became of what one said.
///
/// Twelve signs by chance of 31 that do not look alike, and one that checks them: a wrong sign and two neighbours that changed places are always found.
package struct VoiceCode: Sendable, Hashable, LosslessStringConvertible {
    /// In capitals without spaces, as it is kept for a moment; only a keyed digest of it is written down.
    package let description: String

    static let signs = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
    package static let length = 13

    /// What is wrong with what someone typed.
    package enum Fault: Error, Sendable, Hashable {
        /// Too short, too long, or a sign that no code has.
        case shape
        /// A typing error: the last sign does not fit the others.
        case check
    }

    /// As someone types it: small letters, spaces and hyphens do not matter.
    package init(typed: String) throws(Fault) {
        let signs = typed.prefix(60).uppercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "." }
        let values = signs.compactMap(Self.signs.firstIndex(of:))
        guard signs.count == Self.length, values.count == Self.length else { throw .shape }
        guard Self.check(values.dropLast()) == values[Self.length - 1] else { throw .check }
        description = signs
    }

    package init?(_ typed: String) {
        do { try self.init(typed: typed) } catch { return nil }
    }

    /// - Parameter values: twelve from 0 to 30
    private init(values: [Int]) {
        description = String((values + [Self.check(values[...])]).map { Self.signs[$0] })
    }

    /// A fresh one. The remainder of 32 random bits favours no sign by more than one part in 10⁸.
    package static func random() -> VoiceCode {
        let bytes = Digest.randomBytes((length - 1) * 4)
        return VoiceCode(
            values: (0..<length - 1).map { place in
                Int(bytes[place * 4..<place * 4 + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } % UInt32(signs.count))
            })
    }

    /// The value that brings the sum of place times value, places from 1, to a multiple of 31.
    private static func check(_ values: ArraySlice<Int>) -> Int {
        let sum = values.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
        // 13 times x is minus the sum: 12 is the inverse of 13 by 31 (13 · 12 = 156 = 5 · 31 + 1).
        return (31 - sum % 31) * 12 % 31
    }

    /// In groups of four, easier to copy: `2345 6789 ABCD M`.
    package var spaced: String {
        stride(from: 0, to: Self.length, by: 4).map { String(description.dropFirst($0).prefix(4)) }.joined(separator: " ")
    }
}

/// What is kept instead of a code or a browser: nobody can get those back from it, nor compare two conversations.
package struct VoiceMarks: Sendable {
    private let key: SecretKey

    package init(_ key: SecretKey) { self.key = key.derived(for: "leefkring voices 1") }

    /// Of a code, anywhere: a person types it without saying where it belongs.
    package func tag(_ code: VoiceCode) -> [UInt8] { tag("code", [code.description]) }

    /// Of one who takes part in a conversation.
    package func tag(_ participant: Participant, in conversation: Identifier) -> [UInt8] {
        switch participant {
        case .browser(let secret): tag("browser", [conversation.description, secret])
        case .person(let id): tag("person", [conversation.description, id.description])
        case .code(let code): tag("participant", [conversation.description, code.description])
        }
    }

    private func tag(_ purpose: String, _ words: [String]) -> [UInt8] {
        var bytes = CanonicalBytes("voices " + purpose)
        for word in words { bytes.add(word) }
        return Array(key.tag(bytes).prefix(16))
    }
}

/// Who takes part, as far as a conversation tells people apart.
package enum Participant: Sendable, Hashable {
    /// The secret that guards the forms of a browser.
    case browser(String)
    /// Who signed in.
    case person(Identifier)
    /// A code that came by post, or stands on a sheet.
    case code(VoiceCode)
}
