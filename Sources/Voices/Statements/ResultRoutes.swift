import Core
import HTML
import Hummingbird
import OpenAPI
import People
import SQL
import Web

/// Handlers of what came of the votes, as a page and as files.
struct ResultRoutes: Sendable {
    let part: VotePart

    private typealias Words = ResultWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}/uitkomst"
        return [
            Route(.get, base, name: "voices.results", summary: Words.both(\.title)) { try await show($1) },
            Route(.get, base + "/uitkomst.csv", name: "voices.results.csv", summary: Words.both(\.files)) { try await file(.csv, $1) },
            Route(.get, base + "/uitkomst.json", name: "voices.results.json", summary: Words.both(\.files)) { try await file(.json, $1) },
        ]
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let outcome = try await part.outcome(of: try context.part("gesprek", as: Identifier.self)), words = Words(context.language)
        let isOpen = outcome.scene.conversation.isOpen(at: part.people.now())
        let head = PageHead(
            words.title + ", " + outcome.scene.conversation.facts.title, description: words.lead, section: ConversationRoute.list().address,
            styles: ConversationRoutes.styles)
        // Not kept by anyone: what was taken back is gone at once.
        return context.page(head, cache: .noStore) { ResultPage(outcome: outcome, isOpen: isOpen, language: context.language) }
    }

    private func file(_ file: VoteRoute.File, _ context: WebContext) async throws -> Answer {
        let document = OutcomeDocument(outcome: try await part.outcome(of: try context.part("gesprek", as: Identifier.self)))
        let answer =
            switch file {
            case .csv: Answer(document.csv, as: .csv, cache: .noStore)
            case .json: Answer(document.node.bytes, as: .json, cache: .noStore)
            }
        return answer.asDownload(named: file.rawValue)
    }
}

extension VotePart {
    /// What came of it, as everyone may see it.
    func outcome(of conversation: Identifier) async throws -> VoteOutcome {
        let scene = try await freshScene(of: conversation)
        let (runs, names) = try await people.database.read { reading in
            (try GroupStore.runs(in: conversation, reading), try GroupStore.names(in: conversation, reading))
        }
        return VoteOutcome(scene: scene, inhabitants: try await inhabitants(scene.conversation.area), runs: runs, names: names)
    }
}

/// The API of what came of the votes.
package struct VoteAPI: Sendable {
    let part: VotePart

    package init(_ part: VotePart) {
        self.part = part
    }

    package var endpoints: [Endpoint] { [get] }

    package var schemas: [API.Document.NamedSchema] { OutcomeDocument.schemas }

    private static let conversation = EndpointParameter<Identifier>.path(
        "gesprek", .string(pattern: ConversationDocument.identifier),
        Localized(nl: "Het kenmerk van het gesprek.", en: "The identifier of the conversation."), example: "01m80z5njhgfcm0npw6m3sbzrq"
    ) { text in Identifier(text).flatMap { $0.description == text ? $0 : nil } }

    private var get: Endpoint {
        Endpoint(
            id: "getUitkomst", "/gesprekken/{gesprek}/uitkomst",
            summary: Localized(nl: "Wat er uit de stemmen kwam, per stelling", en: "What came of the votes, by statement"), tag: "gesprekken",
            parameters: [Self.conversation.declared], answers: [.json(.reference("Uitkomst"))]
        ) { request in
            .json(OutcomeDocument(outcome: try await part.outcome(of: try request.part(Self.conversation))).node)
        }
    }
}
