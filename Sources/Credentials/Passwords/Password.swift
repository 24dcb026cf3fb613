import Foundation

/// What someone typed as a password, ready to be hashed. It prints as nothing.
///
/// The text is brought to the Unicode form NFKC first, as NIST SP 800-63B advises: the same letters typed on another keyboard or system (é as one sign or as
/// e with an accent, ﬁ as one sign) give the same bytes. Nothing else is changed: no trimming, no cutting off, no change of case (ASVS 6.2.8).
package struct Password: Sendable, CustomStringConvertible, CustomReflectable {
    /// Most letters that are taken. ASVS 6.2.9 asks for at least 64; without an end, hashing a book would hold up the server.
    package static let maximum = 256

    /// The UTF-8 of the text in NFKC.
    let bytes: [UInt8]
    /// As a rule judges it.
    let text: String

    /// Nil for a text of more than 256 letters (Unicode scalars, before and after), without any, or with a zero character: scrypt fills short passwords up with
    /// zeros, so that one at the end would make no difference.
    package init?(_ typed: String) {
        guard !typed.isEmpty, !typed.unicodeScalars.prefix(Password.maximum).contains("\0"),
            typed.unicodeScalars.prefix(Password.maximum + 1).count <= Password.maximum
        else { return nil }
        let text = typed.precomposedStringWithCompatibilityMapping
        // One sign can stand for as many as 18 in NFKC.
        guard !text.isEmpty, text.unicodeScalars.prefix(Password.maximum + 1).count <= Password.maximum else { return nil }
        self.text = text
        bytes = Array(text.utf8)
    }

    package var description: String { "Password(…)" }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
