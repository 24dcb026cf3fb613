import Areas
import Core
import Figures
import Hummingbird
import Knowledge
import Learning
import OpenAPI
import People
import Voices
import Web

/// The API of the whole site: every endpoint, and the document that describes them.
package struct APIDocument: Sendable {
    /// Semantic version; also in the header API-Version of every answer.
    package static let version = "1.0.0"
    package let endpoints: [Endpoint]
    /// The document, as `/api/v1/openapi.json` and `docs/api/openapi.yaml` print it.
    package let document: API.Document

    package init(areas: Areas.Slice, figures: Figures.Slice, people: People.Slice, knowledge: Knowledge.Slice, learning: Learning.Slice, voices: Voices.Slice) {
        let areas = AreasAPI(areas, links: FiguresAPI.areaLinks), own = OwnAPI(figures), figures = FiguresAPI(figures)
        let people = PeopleAPI(people), search = SearchAPI(knowledge), links = LinkAPI(knowledge)
        let meetings = MeetingAPI(learning.meetings), inventory = InventoryAPI(learning.inventory), agenda = AgendaAPI(learning.agenda)
        let lookBacks = LookBackAPI(learning.lookBacks), voices = VoicesAPI(voices)
        let ofSlices =
            areas.endpoints + figures.endpoints + own.endpoints + people.endpoints + search.endpoints + links.endpoints
            + meetings.endpoints + inventory.endpoints + agenda.endpoints + lookBacks.endpoints + voices.endpoints
        // The document describes its own endpoint too, which answers with the document.
        let document = Self.document(
            ofSlices + [Self.published([])],
            schemas: [Localized.schema] + areas.schemas + figures.schemas + own.schemas + people.schemas + search.schemas + links.schemas
                + meetings.schemas + inventory.schemas + agenda.schemas + lookBacks.schemas + voices.schemas)
        self.document = document
        self.endpoints = ofSlices + [Self.published(Array(document.json().utf8))]
    }

    /// The document as text, in either form.
    package var json: String { document.json() }
    package var yaml: String { document.yaml() }

    /// The routes of all endpoints, and of the root, which a document cannot describe: its path would end with a slash.
    package var routes: [Route] {
        let root = Self.root(endpoints).bytes
        return [
            Route(.get, Endpoint.root, name: "api.root", summary: Localized(nl: "Wat de API heeft", en: "What the API holds")) { _, _ in
                Answer(root, as: .json, cache: .noStore)
            }
        ] + endpoints.map(\.route)
    }

    private static func published(_ bytes: [UInt8]) -> Endpoint {
        Endpoint(
            id: "getOpenapi", "/openapi.json",
            summary: Localized(nl: "De beschrijving van deze API (OpenAPI 3.0)", en: "The description of this API (OpenAPI 3.0)"), tag: "beschrijving",
            answers: [
                .json(.object([API.Property("openapi", .string()), API.Property("info", .object([])), API.Property("paths", .object([]))], additional: .any))
            ]
        ) { _ in .bytes(bytes, as: .json) }
    }

    private static func document(_ endpoints: [Endpoint], schemas: [API.Document.NamedSchema]) -> API.Document {
        API.Document(
            info: .init(
                title: "Leefkring", version: version, description: description,
                contact: .init(name: "Leefkring", url: "https://leefkring.example/hulp/api", email: "api@leefkring.example"),
                licence: .init(name: "EUPL-1.2", url: "https://eupl.eu/1.2/nl/")),
            servers: [.init(Endpoint.root)],
            tags: AreasAPI.tags + FiguresAPI.tags + OwnAPI.tags + PeopleAPI.tags + SearchAPI.tags + LinkAPI.tags + MeetingAPI.tags
                + InventoryAPI.tags + AgendaAPI.tags + LookBackAPI.tags + VoicesAPI.tags + [.init("beschrijving", "Deze beschrijving")],
            operations: endpoints.map(\.operation), schemas: schemas)
    }

    private static let description = """
        Open cijfers over gemeenten, wijken en buurten, zonder sleutel. De API volgt de NLGov REST API Design Rules 2.2.
        Een code van een gebied geldt samen met een jaar. Geen waarde is nooit nul: dan staat er null met een reden.
        Waarden zijn zoals de bron ze geeft. Neem de bronvermelding over als je cijfers gebruikt.
        Het adres zonder pad, /api/v1, geeft links naar alle onderdelen.
        """

    private static func root(_ endpoints: [Endpoint]) -> API.Node {
        let lists = endpoints.filter { !$0.path.contains("{") }.map { endpoint in
            API.Node.Member(String(endpoint.path.dropFirst()), ["href": .string(Endpoint.root + endpoint.path)])
        }
        let own: [API.Node.Member] = [
            .init("self", ["href": .string(Endpoint.root)]), .init("service-desc", ["href": .string(Endpoint.root + "/openapi.json")]),
            .init("service-doc", ["href": .string(APIHelp.address.url(in: .nl))]),
        ]
        return ["titel": "Leefkring", "versie": .string(version), "omschrijving": .string(description), "_links": .object(own + lists)]
    }
}
