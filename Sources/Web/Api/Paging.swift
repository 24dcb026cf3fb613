import Core
import OpenAPI

/// A page of a collection: which items, how many there are in all, and the links to the other pages.
package struct Paging: Sendable {
    package static let page = EndpointParameter<Int>.whole(
        "pagina", 1...1_000_000, default: 1, Localized(nl: "Welke pagina van de lijst.", en: "Which page of the list."))
    package static let count = EndpointParameter<Int>.whole(
        "aantal", 1...1000, default: 100, Localized(nl: "Hoeveel regels op een pagina staan.", en: "How many items a page holds."))
    /// Both keys, for the list of parameters of a collection.
    package static let parameters = [page.declared, count.declared]

    private let number: Int
    private let size: Int
    private let total: Int
    private let address: PageAddress

    package init(_ request: EndpointRequest, total: Int) {
        self.number = request[Self.page] ?? 1
        self.size = request[Self.count] ?? 100
        self.total = total
        self.address = request.context.address
    }

    private var last: Int { max(1, (total + size - 1) / size) }

    /// Positions of the items on this page; empty past the last.
    package var range: Range<Int> {
        let start = min((number - 1) * size, total)
        return start..<min(start + size, total)
    }

    /// The collection as JSON.
    ///
    /// - Parameter name: the member that holds the items: `gebieden`
    package func node(_ name: String, _ items: [API.Node]) -> API.Node {
        .object(header + [.init(name, .array(items)), .init("_links", links)])
    }

    /// Totals before the items.
    package var header: [API.Node.Member] {
        [.init("totaal", .integer(total)), .init("pagina", .integer(number)), .init("aantal", .integer(size)), .init("paginas", .integer(last))]
    }

    /// First, previous, next and last page, as far as they are.
    package var links: API.Node {
        func link(_ number: Int) -> API.Node { Links.link(address.with(.init(Self.page.name, String(number)))) }
        return .members([
            "self": Links.link(address), "first": link(1), "prev": number > 1 ? link(min(number - 1, last)) : nil,
            "next": number < last ? link(number + 1) : nil, "last": link(last),
        ])
    }

    /// The shape of a collection.
    package static func schema(_ name: String, of item: API.Schema, more: [API.Property] = []) -> API.Schema {
        .object(
            more + [
                API.Property("totaal", .integer(minimum: 0).described("Hoeveel er in het geheel zijn")), API.Property("pagina", .integer(minimum: 1)),
                API.Property("aantal", .integer(minimum: 1).described("Hoeveel er op een pagina staan")),
                API.Property("paginas", .integer(minimum: 1).described("Hoeveel pagina's er zijn")),
                API.Property(name, .array(of: item, maximumCount: 1000)),
                API.Property("_links", Links.schema(["self", "first", "last"], optional: ["prev", "next"])),
            ])
    }
}

/// Links between resources, under `_links` as HAL has them.
package enum Links {
    package static func link(_ address: PageAddress) -> API.Node { ["href": .string(address.url(in: .nl))] }

    /// The members of `_links`, each always there unless optional.
    package static func schema(_ names: [String], optional: [String] = []) -> API.Schema {
        let link = API.Schema.object([API.Property("href", .string(format: "uri-reference"))])
        return .object(names.map { API.Property($0, link) } + optional.map { API.Property($0, link, required: false) })
    }
}

extension Localized {
    /// Both languages: `{"nl": …, "en": …}`.
    package var node: API.Node { ["nl": .string(nl), "en": .string(en)] }

    /// The shape of ``node``; stands in the components as `Tekst`.
    package static let schema = API.Document.NamedSchema(
        "Tekst", .object([API.Property("nl", .string()), API.Property("en", .string())]).described("Een tekst in het Nederlands en het Engels"))
    package static let reference = API.Schema.reference("Tekst")
}

extension API.Node {
    /// A number, or null where there is none: unknown is never zero.
    package static func value(_ number: Double?) -> API.Node { number.map { .number($0) } ?? .null }
    package static func value(_ number: Int?) -> API.Node { number.map { .integer($0) } ?? .null }
    package static func value(_ text: String?) -> API.Node { text.map { .string($0) } ?? .null }
    /// A time in UTC as RFC 3339, from milliseconds since 1970.
    package static func time(_ milliseconds: Int64?) -> API.Node {
        milliseconds.map { .string(UTCTime.text(Double($0) / 1000)) } ?? .null
    }
}
