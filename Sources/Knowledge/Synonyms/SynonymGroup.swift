import Core
import Dutch
import Search

/// Words that mean the same to who looks for something, in both languages.
package struct SynonymGroup: Sendable, Hashable {
    /// Permanent, of this group alone.
    package let key: String
    package let words: Words
    /// Milliseconds since 1970; nil while it is in use.
    package let retiredAt: Int64?

    /// The words themselves, as people write them: one word, or a few that belong together.
    package struct Words: Sendable, Hashable {
        package let nl: [String]
        package let en: [String]

        package init(nl: [String], en: [String]) {
            self.nl = nl
            self.en = en
        }

        package static let most = 20
        static let longest = 80

        /// Words of a text, one on each line, each once.
        package init(nl: String, en: String) {
            self.init(nl: Self.lines(nl), en: Self.lines(en))
        }

        private static func lines(_ text: String) -> [String] {
            var seen: Set<String> = []
            return text.split(whereSeparator: \.isNewline).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
                .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
        }

        package var all: [String] { nl + en }

        /// What can be wrong with them.
        package enum Fault: Error, Sendable, Hashable {
            /// Fewer than two words mean nothing together.
            case few
            /// More than ``most``.
            case many
            /// Longer than 80 signs or four words, or without a letter or digit.
            case word(String)
            /// There is no such group.
            case unknown
        }

        package var fault: Fault? {
            for word in all {
                let count = Tokenizer().words(of: word).count
                guard (1...4).contains(count), word.unicodeScalars.count <= Self.longest, !word.unicodeScalars.contains("\0") else { return .word(word) }
            }
            return all.count < 2 ? .few : all.count > Self.most ? .many : nil
        }
    }

    package init(key: String, words: Words, retiredAt: Int64? = nil) {
        self.key = key
        self.words = words
        self.retiredAt = retiredAt
    }

    func retired(at time: Int64?) -> SynonymGroup { SynonymGroup(key: key, words: words, retiredAt: time) }
}

/// The synonyms, and whether they changed.
package struct SynonymSource: Sendable {
    package let version: @Sendable () async throws -> Int64
    package let groups: @Sendable () async throws -> [SynonymGroup]

    package init(version: @escaping @Sendable () async throws -> Int64, groups: @escaping @Sendable () async throws -> [SynonymGroup]) {
        self.version = version
        self.groups = groups
    }
}

extension Synonyms {
    /// As questions use them.
    init(_ groups: [SynonymGroup]) {
        self.init(
            groups.filter { $0.retiredAt == nil }.map { group in
                group.words.nl.map { Word($0, in: .dutch) } + group.words.en.map { Word($0, in: .english) }
            })
    }
}
