/// Where to report a weakness: `/.well-known/security.txt` (RFC 9116), obligatory for municipalities since 25 May 2023.
package struct SecurityContact: Sendable, Hashable {
    /// `mailto:` or `https:` addresses, the preferred one first.
    package let contacts: [String]
    /// The page with the rules for reporters; nil for none.
    package let policy: String?

    /// Keeps only contacts that the standard allows; nil where none is left.
    package init?(contacts: [String], policy: String? = nil) {
        let usable = contacts.map { $0.contains("@") && !$0.contains(":") ? "mailto:" + $0 : $0 }.filter(Self.isUsable)
        guard !usable.isEmpty else { return nil }
        self.contacts = usable
        self.policy = policy.flatMap { Self.isUsable($0) ? $0 : nil }
    }

    private static func isUsable(_ address: String) -> Bool {
        guard address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
        return ["https://", "mailto:", "tel:"].contains { address.hasPrefix($0) }
    }

    /// - Parameters:
    ///   - epoch: now; the file says it holds for 180 days, so it is never near the year that the standard allows
    ///   - origin: `https://buurt.example.nl`, for the line that says where the file stands; nil leaves it out
    func text(at epoch: Double, origin: String?) -> String {
        var lines = contacts.map { "Contact: \($0)" }
        lines.append("Expires: \(UTCTime.text(epoch + 180 * 86_400))")
        lines.append("Preferred-Languages: nl, en")
        if let policy { lines.append("Policy: \(policy)") }
        if let origin, origin.hasPrefix("https://") { lines.append("Canonical: \(origin)/.well-known/security.txt") }
        return lines.joined(separator: "\n") + "\n"
    }
}
