import Core
import Mail

/// What an organisation tells of itself: its subjects, what it made, where to find it, and how to reach it (EXP-07).
package struct OrganisationAbout: Sendable, Hashable {
    /// A product or a platform, with where it is.
    package struct Entry: Sendable, Hashable {
        package let title: String
        /// Begins with `http://` or `https://`; nil for none.
        package let link: String?

        package init(_ title: String, link: String? = nil) {
            self.title = title
            self.link = link
        }
    }

    /// How it wants to be reached.
    package struct Contact: Sendable, Hashable {
        package var words = ""
        package var mail: MailAddress?
        package var link: String?
        /// Whether it gave this for everyone. Elsewhere only who writes the page sees it.
        package var isPublic = false

        package init() {}

        package var isEmpty: Bool { words.isEmpty && mail == nil && link == nil }
    }

    /// Keys of terms.
    package var terms: Set<String> = []
    /// In the order of the page.
    package var products: [Entry] = []
    /// Each with a link.
    package var platforms: [Entry] = []
    package var contact = Contact()

    package init() {}

    package static let mostProducts = 20
    package static let mostPlatforms = 10
    static let longestTitle = 200
    static let longestLink = 500
    static let longestWords = 500

    /// What everyone may know of how to reach it; nil where it gave nothing for everyone.
    package var publicContact: Contact? { contact.isPublic && !contact.isEmpty ? contact : nil }

    /// Whether the tables can hold it.
    var fits: Bool {
        let words = contact.words.unicodeScalars
        return products.count <= Self.mostProducts && platforms.count <= Self.mostPlatforms && platforms.allSatisfy { $0.link != nil }
            && (products + platforms).allSatisfy { Self.isTitle($0.title) && $0.link.map(Self.isLink) ?? true } && contact.link.map(Self.isLink) ?? true
            && words.count <= Self.longestWords && !words.contains("\0")
    }

    static func isTitle(_ text: String) -> Bool {
        // As the engines count: by code points.
        (1...longestTitle).contains(text.unicodeScalars.count) && !text.unicodeScalars.contains { $0.value < 0x20 }
    }

    /// A web address and nothing else: other schemes can do things in a browser.
    static func isLink(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
        return (scheme.utf8.count + 1...longestLink).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E }
    }
}
