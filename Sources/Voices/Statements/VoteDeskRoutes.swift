import Core
import HTML
import Hummingbird
import Measures
import People
import Web

/// Handlers of who leads a conversation: its statements, and people from one place.
struct VoteDeskRoutes: Sendable {
    let part: VotePart

    private typealias Words = VoteDeskWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}/regelen/stellingen"
        return [
            .led(.get, base, "voices.statements.desk", Words.both(\.title)) { try await page(try await part.conversations.led($1), nil, Form(items: []), $1) },
            .led(.post, base + "/nieuw", "voices.statements.seed", Words.both(\.seeds)) { try await seed($1) },
            .led(.post, base + "/voor-iedereen", "voices.statements.must-see", Words.both(\.forEveryone)) { try await showEveryone($1) },
            .led(.post, base + "/apart", "voices.statements.crowd", Words.both(\.crowds)) { try await settle($1) },
        ]
    }

    private func page(_ conversation: Conversation, _ faulty: VoteRoute?, _ form: Form, _ context: WebContext) async throws -> Answer {
        let id = conversation.id, statements = try await part.book.list(in: id)
        let desk = VoteDesk(
            conversation: conversation, areaName: try await part.conversations.areaName(conversation), statements: statements,
            ways: try await part.votes.votesByChannel(in: id), crowds: try await part.votes.crowds(in: id),
            isOver: conversation.state(at: part.people.now()) == .closed, isDone: faulty == nil && context.query["gelukt"] != nil, faulty: faulty, form: form)
        return context.formPage(Words(context.language).title, form, styles: ConversationRoutes.styles) { token in
            VoteDeskPage(desk: desk, token: token, language: context.language)
        }
    }

    private func done(_ conversation: Conversation, _ context: WebContext) -> Answer {
        part.scenes.expire(conversation.id)
        return .redirect(to: VoteRoute.desk(conversation.id).address.with(.init("gelukt", "bewaard")), in: context.language)
    }

    private func seed(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.led(context), route = VoteRoute.seed(conversation.id)
        var form = context.fields
        guard let lines = VoteForm.seeded(&form) else { return try await page(conversation, route, form, context) }
        let language = GivingForm.language(form, of: conversation.facts.languages)
        do {
            try await part.book.seed(lines, language: language, in: conversation, from: part.people.origin(context))
        } catch StatementBook.Fault.closed {
            throw Problem.conflict(Words.both(\.isOver))
        } catch StatementBook.Fault.full {
            form.fail(VoteForm.seeds, Words.both(\.seedsFull))
            return try await page(conversation, route, form, context)
        }
        return done(conversation, context)
    }

    private func showEveryone(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.led(context)
        var form = context.fields
        let numbers = Set(form.all(VoteForm.chosen).compactMap { Int($0) })
        do {
            try await part.book.showEveryone(numbers, in: conversation.id, from: part.people.origin(context))
        } catch StatementBook.Fault.full {
            form.fail(VoteForm.chosen, Words.both(\.forEveryoneMany))
            return try await page(conversation, .forEveryone(conversation.id), form, context)
        } catch StatementBook.Fault.unknown { throw Problem.conflict(Words.both(\.changed)) }
        return done(conversation, context)
    }

    private func settle(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.led(context)
        var form = context.fields
        guard let wanted = VoteForm.settled(&form) else {
            guard !form.errors.isEmpty else { throw Problem.notFound }
            return try await page(conversation, .crowd(conversation.id), form, context)
        }
        do {
            try await part.votes.settle(
                wanted.crowd, isApart: wanted.isApart, because: wanted.reason, in: conversation.id, from: part.people.origin(context))
        } catch VoteStore.Fault.unknown { throw Problem.conflict(Words.both(\.changed)) }
        return done(conversation, context)
    }
}

/// What the desk of statements shows.
struct VoteDesk: Sendable {
    let conversation: Conversation
    let areaName: String
    let statements: [Statement]
    /// How many votes came by each way.
    let ways: [Int: [Contribution.Channel: Int]]
    let crowds: [VoterCrowd]
    let isOver: Bool
    let isDone: Bool
    /// The form that came back.
    let faulty: VoteRoute?
    let form: Form

    var warnings: [PriorityWarning] { StatementPriority.warnings(statements.map(\.candidate)) }

    func form(of route: VoteRoute) -> Form { faulty == route ? form : Form(items: []) }
}
