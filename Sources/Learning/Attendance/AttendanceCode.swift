import Core
import Transfer

/// Six signs that people copy from a screen to say that they are there.
package struct AttendanceCode: Sendable, Hashable, LosslessStringConvertible {
    /// In capitals, as it is kept and shown.
    package let description: String

    /// Without signs that look alike: no B and 8, G and 6, I, L and 1, O and 0, S and 5, U and V as one, Z and 2.
    static let signs = Array("ACDEFHJKMNPQRTVWXY3479")
    package static let length = 6

    /// As someone types it: small letters, spaces and hyphens do not matter.
    package init?(_ typed: String) {
        let signs = typed.prefix(40).uppercased().filter { $0 != " " && $0 != "-" }
        guard signs.count == Self.length, signs.allSatisfy(Self.signs.contains) else { return nil }
        description = signs
    }

    private init(signs: [Character]) {
        description = String(signs)
    }

    /// A fresh one. The remainder of 32 random bits favours no sign by more than one part in 10⁸.
    package static func random() -> AttendanceCode {
        let bytes = Digest.randomBytes(length * 4)
        return AttendanceCode(
            signs: (0..<length).map { place in
                let number = bytes[place * 4..<place * 4 + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                return signs[Int(number % UInt32(signs.count))]
            })
    }

    /// In two groups of three, easier to copy: `ACD 347`.
    package var spaced: String { description.prefix(3) + " " + description.suffix(3) }

    // MARK: When it works

    /// Milliseconds before the start and after the end that it works.
    static let margin: Int64 = 15 * 60_000

    /// From when and until when, milliseconds since 1970.
    package static func span(of meeting: Meeting.Facts) -> Range<Int64> { meeting.startsAt - margin..<meeting.endsAt + margin }
}
