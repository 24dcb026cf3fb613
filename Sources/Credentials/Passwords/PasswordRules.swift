import Foundation

/// What a new password must be (ASVS 5.0, 6.2): long enough, not easy to guess and not known from a breach. No rules about kinds of signs, and no end date.
package struct PasswordRules: Sendable {
    /// What is wrong with a password, for a sentence on the page.
    package enum Fault: Sendable, Hashable {
        /// - Parameter minimum: letters that are asked
        case tooShort(minimum: Int)
        /// More letters than `Password.maximum`.
        case tooLong
        /// Made of words, years, rows of keys or repetitions that are tried first.
        case common
        /// The same, with a name, mail address or organisation of the person in it.
        case personal
        /// It is in the list of breached passwords.
        case breached
    }

    /// Letters (Unicode scalars).
    package let minimum: Int
    /// The base-2 logarithm of the guesses that it must withstand.
    let guesses: Double
    private let breached: BreachedPasswords?

    /// - Parameters:
    ///   - minimum: taken as 8 where it is less (ASVS 6.2.1)
    ///   - breached: a list of breached passwords, where the installation has one (ASVS 6.2.12)
    package init(minimum: Int = 12, breached: BreachedPasswords? = nil) {
        self.minimum = min(max(minimum, 8), 64)
        // Online, with a few tries and a pause, a million guesses take years; the rest is for a stolen hash, where every guess costs scrypt: 10¹² of them half
        // a second each.
        guesses = 40
        self.breached = breached
    }

    /// What is wrong; empty for a password that may be taken.
    ///
    /// - Parameter context: the person's name, mail address and organisation, the name of the site (ASVS 6.2.11)
    package func faults(in typed: String, context: [String] = []) -> [Fault] {
        guard let password = Password(typed) else { return [typed.isEmpty ? .tooShort(minimum: minimum) : .tooLong] }
        var faults: [Fault] = []
        if password.text.unicodeScalars.count < minimum { faults.append(.tooShort(minimum: minimum)) }
        if GuessWork().bits(of: password.text) < guesses {
            faults.append(.common)
        } else if GuessWork(personal: PasswordRules.words(of: context)).bits(of: password.text) < guesses {
            faults.append(.personal)
        }
        if breached?.contains(password) == true { faults.append(.breached) }
        return faults
    }

    /// Names, mail addresses and organisations as words: each part of three letters or more, and all together.
    private static func words(of context: [String]) -> Set<String> {
        var words: Set<String> = []
        for text in context.prefix(20) {
            let plain = text.prefix(200).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            let parts = plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            words.formUnion(parts.filter { $0.utf8.count >= 3 })
            if parts.joined().utf8.count >= 3 { words.insert(parts.joined()) }
        }
        return words
    }
}
