import Core
import OpenAPI
import Web

/// The API of links: how things hang together, as everyone may see it.
package struct LinkAPI: Sendable {
    let slice: Slice

    package init(_ slice: Slice) {
        self.slice = slice
    }

    package static let tags = [API.Document.Tag("verbanden", "Hoe dingen samenhangen")]

    private static let thing = EndpointParameter<ThingReference>.query(
        "ding", .string(minimumLength: 3, maximumLength: 240),
        Localized(nl: "Alleen verbanden van dit ding, van beide kanten.", en: "Only links of this thing, from both sides."),
        expected: Localized(nl: "Een soort en een sleutel, zoals gebied/GM0222.", en: "A kind and a key, such as gebied/GM0222."), example: "gebied/GM0222"
    ) { ThingReference($0) }
    private static let relation = EndpointParameter<Relation>.choice(
        "verband", of: Relation.self, Localized(nl: "Alleen verbanden van deze soort.", en: "Only links of this kind."))

    package var endpoints: [Endpoint] { [listLinks] }

    private var listLinks: Endpoint {
        Endpoint(
            id: "listVerbanden", "/verbanden", summary: Localized(nl: "Blader in verbanden tussen dingen", en: "Browse links between things"),
            description: Localized(
                nl: "Een ding heet altijd hetzelfde: zijn soort en zijn sleutel. Op /ding/soort/sleutel staat zijn pagina.",
                en: "A thing always has the same name: its kind and its key. At /ding/kind/key is its page."),
            tag: "verbanden", parameters: [Self.thing.declared, Self.relation.declared] + Paging.parameters, answers: [.json(.reference("Verbanden"))]
        ) { request in
            let shelf = try await slice.desk.links(), relation = request[Self.relation]
            let found = shelf.links(of: request[Self.thing]).filter { relation == nil || $0.relation == relation }
            let paging = Paging(request, total: found.count)
            return .json(paging.node("verbanden", found[paging.range].compactMap { Self.node($0, shelf) }))
        }
    }

    private static func node(_ link: Link, _ shelf: LinkShelf) -> API.Node? {
        guard let from = shelf.entry(link.from, for: nil), let to = shelf.entry(link.to, for: nil) else { return nil }
        return ["van": node(from), "verband": .string(link.relation.rawValue), "naar": node(to)]
    }

    private static func node(_ entry: SearchEntry) -> API.Node {
        .object([
            .init("soort", .string(entry.kind.rawValue)), .init("sleutel", .string(entry.key)), .init("titel", entry.title.node),
            .init("_links", ["ding": Links.link(LinkRoute.thing(entry.reference).address)]),
        ])
    }

    package var schemas: [API.Document.NamedSchema] {
        let thing = API.Schema.reference("Ding")
        return [
            .init("Verbanden", Paging.schema("verbanden", of: .reference("Verband"))),
            .init(
                "Verband",
                .object([
                    API.Property("van", thing), API.Property("verband", .string(values: Relation.allCases.map(\.rawValue))), API.Property("naar", thing),
                ])),
            .init(
                "Ding",
                .object([
                    API.Property("soort", .string(values: SearchEntry.Kind.allCases.map(\.rawValue))), API.Property("sleutel", .string()),
                    API.Property("titel", Localized.reference), API.Property("_links", Links.schema(["ding"])),
                ])),
        ]
    }
}

extension LinkShelf {
    /// Every link of which everyone may see both ends, or those of one thing, each once.
    func links(of thing: ThingReference?) -> [Link] {
        if let thing { return entry(thing, for: nil) == nil ? [] : ends(of: thing, for: nil).map { $0.end.link(at: thing) } }
        return things.flatMap { thing in
            entry(thing, for: nil) == nil ? [] : ends(of: thing, for: nil).map { $0.end.link(at: thing) }.filter { $0.from == thing }
        }
    }
}
