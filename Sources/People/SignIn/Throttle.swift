import Core
import Credentials
import SQL
import Transfer

/// Counts tries per account and per address, in the database, so that all nodes count together (ASVS 5.0: 6.1.1, 6.3.1, 6.6.3).
///
/// Nobody is locked out for good: a try counts for as long as its window. Who tried is kept as a tag that only this installation can make.
package struct Throttle: Sendable {
    /// What is tried, how often within how long.
    package struct Rule: Sendable {
        let kind: String
        package let most: Int
        /// Milliseconds.
        let window: Int64

        /// - Parameter kind: of the thing tried, unique in the installation
        package init(kind: String, most: Int, window: Int64) {
            self.kind = kind
            self.most = most
            self.window = window
        }

        /// Codes asked for one mail address: more are not sent, and the page says the same.
        static let mail = Rule(kind: "mail", most: 6, window: 3_600_000)
        /// Other mail addresses asked for by one person: each is a mail to someone who may be a stranger.
        static let mailChange = Rule(kind: "mail-change", most: 10, window: 3_600_000)
        /// Codes asked from one address, by whomever: a school or library has many people behind one.
        static let asking = Rule(kind: "asking", most: 60, window: 900_000)
        /// Codes typed from one address.
        static let typing = Rule(kind: "typing", most: 120, window: 900_000)
        /// Passwords tried from one address, for whomever.
        static let passwordFrom = Rule(kind: "password-from", most: 40, window: 900_000)
        /// Passwords tried from one address for one account: fewer than the next rule, so that who guesses from one place holds up nobody else.
        static let passwordPair = Rule(kind: "password-pair", most: 10, window: 900_000)
        /// Passwords tried for one account, from anywhere. Above it only passwords wait: a code by mail is always to be had.
        static let passwordOf = Rule(kind: "password-of", most: 100, window: 3_600_000)
        /// Second factors typed for one person.
        static let factor = Rule(kind: "factor", most: 10, window: 900_000)
    }

    private let key: SecretKey

    package init(_ key: SecretKey) {
        self.key = key.derived(for: "leefkring throttle 1")
    }

    /// Counts one more try.
    ///
    /// - Returns: whether it is within the rule
    package func take(_ rule: Rule, _ subject: String, at now: Int64, in transaction: Transaction) throws -> Bool {
        try takeAll(rule, [subject], at: now, in: transaction) == [true]
    }

    /// Counts one more try of each, in their order.
    ///
    /// - Parameter subjects: nil for who is not counted, which is always within the rule
    /// - Returns: of each whether it is within the rule
    package func takeAll(_ rule: Rule, _ subjects: [String?], at now: Int64, in transaction: Transaction) throws -> [Bool] {
        let tags = subjects.map { $0.map { tag(rule, $0) } }, distinct = Set(tags.compactMap { $0 }).sorted { $0.lexicographicallyPrecedes($1) }
        guard !distinct.isEmpty else { return subjects.map { _ in true } }
        // One row that everyone who tries must hold: transactions side by side would not count each other's tries. In one order, so that none waits for another.
        try transaction.send(
            Self.insert, rows: distinct.map { "(\(Digest.hex($0)), 'held', \($0), \(now))" }, "ON CONFLICT (id) DO UPDATE SET tried_at = excluded.tried_at")
        var counts: [[UInt8]: Int] = [:]
        try transaction.each(
            """
            SELECT subject, COUNT(*) FROM sign_in_try WHERE kind = \(rule.kind) AND subject IN \(list: distinct) AND tried_at > \(now - rule.window)
            GROUP BY subject
            """
        ) { counts[try $0.bytes(0)] = try $0.int(1) }
        var tries: [Query] = []
        let isWithin = tags.map { tag in
            guard let tag else { return true }
            guard counts[tag, default: 0] < rule.most else { return false }
            counts[tag, default: 0] += 1
            tries.append("(\(Identifier(at: now).description), \(rule.kind), \(tag), \(now))")
            return true
        }
        try transaction.send(Self.insert, rows: tries)
        return isWithin
    }

    private static let insert: Query = "INSERT INTO sign_in_try (id, kind, subject, tried_at)"

    private func tag(_ rule: Rule, _ subject: String) -> [UInt8] {
        var message = CanonicalBytes("try")
        message.add(rule.kind)
        message.add(subject)
        return Array(key.tag(message).prefix(16))
    }

    /// Forgets tries that no rule looks at any more.
    ///
    /// - Returns: how many
    @discardableResult
    static func forget(before moment: Int64, in transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM sign_in_try WHERE tried_at < \(moment - RetentionTerm.tries * RetentionTerm.day)")
    }
}
