import Core
import Mail
import OpenAPI
import People
import Web

/// The API of learning agendas: what everyone may see, without names of people.
package struct AgendaAPI: Sendable {
    let part: AgendaPart

    package init(_ part: AgendaPart) {
        self.part = part
    }

    package static let tags = [API.Document.Tag("leeragendas", "Wat programma's en netwerken samen willen leren")]

    package var endpoints: [Endpoint] { [list, get] }

    package var schemas: [API.Document.NamedSchema] { AgendaDocument.schemas }

    private static let agenda = EndpointParameter<Identifier>.path(
        "agenda", .string(pattern: AgendaDocument.identifier),
        Localized(nl: "Het kenmerk van het programma of het onderdeel.", en: "The identifier of the programme or part."),
        example: "01m80z5njhgfcm0npw6m3sbzrq"
    ) { text in Identifier(text).flatMap { $0.description == text ? $0 : nil } }

    private var list: Endpoint {
        Endpoint(
            id: "listLeeragendas", "/leeragendas", summary: Localized(nl: "Blader in leeragenda’s", en: "Browse learning agendas"),
            description: Localized(nl: "De oudste eerst.", en: "The oldest first."), tag: "leeragendas", parameters: Paging.parameters,
            answers: [.json(.reference("Leeragendas"))]
        ) { request in
            var nodes: [API.Node] = []
            for place in try await part.store.places() {
                guard let scene = try await part.scene(place.id), scene.agenda.items.contains(where: \.isPublic) else { continue }
                nodes.append(AgendaDocument(scene: scene).summary)
            }
            let paging = Paging(request, total: nodes.count)
            return .json(paging.node("leeragendas", Array(nodes[paging.range])))
        }
    }

    private var get: Endpoint {
        Endpoint(
            id: "getLeeragenda", "/leeragendas/{agenda}",
            summary: Localized(nl: "Eén leeragenda met haar punten", en: "One learning agenda with its items"), tag: "leeragendas",
            parameters: [Self.agenda.declared], answers: [.json(.reference("LeeragendaUitgebreid"))]
        ) { request in
            guard let scene = try await part.scene(try request.part(Self.agenda)), scene.agenda.items.contains(where: \.isPublic) else {
                throw Problem.notFound
            }
            return .json(AgendaDocument(scene: scene).detail)
        }
    }
}
