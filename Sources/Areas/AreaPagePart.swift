import Core
import HTML
import Web

/// What a slice adds to the page of an area: facts for the title band and panels below it. Site collects them; the page knows no other slice.
package struct AreaPagePart: Sendable {
    package let facts: [Fact]
    package let panels: [Panel]

    package init(facts: [Fact] = [], panels: [Panel] = []) {
        self.facts = facts
        self.panels = panels
    }

    package struct Fact: Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A block with its own heading on the page and a line in its table of contents.
    package struct Panel: Sendable {
        /// Id of the section, a Dutch noun: the same in every language, so that links keep working.
        package let anchor: String
        package let title: String
        /// Everything below the heading; written with the page.
        package let content: any HTML & Sendable

        package init(anchor: String, title: String, content: any HTML & Sendable) {
            self.anchor = anchor
            self.title = title
            self.content = content
        }
    }
}

/// Asks a slice for its part of the page of an area.
package typealias AreaPageSource = @Sendable (AreaPageRequest) async throws -> AreaPagePart

/// What the page of an area is asked for.
package struct AreaPageRequest: Sendable {
    package let area: Area
    package let language: Language
    /// Keys and values of the query, for choices that a panel keeps in the address.
    package let address: PageAddress

    package init(area: Area, language: Language, address: PageAddress) {
        self.area = area
        self.language = language
        self.address = address
    }
}
