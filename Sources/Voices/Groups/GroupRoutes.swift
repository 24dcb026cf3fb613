import Core
import HTML
import Hummingbird
import OpenAPI
import People
import Web

/// Handlers of groups as files, and of the visitor's own place.
struct GroupRoutes: Sendable {
    let part: GroupPart

    private typealias Words = GroupWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}"
        return [
            Route(.get, base + "/uitkomst/groepen.csv", name: "voices.groups.csv", summary: Words.both(\.table)) { try await file(.csv, $1) },
            Route(.get, base + "/uitkomst/groepen.json", name: "voices.groups.json", summary: Words.both(\.table)) { try await file(.json, $1) },
            Route(.get, base + "/mijn-plek", name: "voices.groups.own", readsSession: true, summary: Words.both(\.own)) { try await own($1) },
        ]
    }

    private func outcome(_ context: WebContext) async throws -> VoteOutcome {
        try await part.votes.outcome(of: try context.part("gesprek", as: Identifier.self))
    }

    private func file(_ file: GroupRoute.File, _ context: WebContext) async throws -> Answer {
        let outcome = try await outcome(context)
        let document = GroupDocument(outcome: outcome.groups, conversation: outcome.scene.conversation.id)
        let answer =
            switch file {
            case .csv: Answer(document.csv, as: .csv, cache: .noStore)
            case .json: Answer(document.node.bytes, as: .json, cache: .noStore)
            }
        return answer.asDownload(named: file.rawValue)
    }

    private func own(_ context: WebContext) async throws -> Answer {
        let outcome = try await outcome(context), conversation = outcome.scene.conversation
        let door = try await part.votes.entrance.knock(context, at: conversation, now: part.people.now())
        var votes: [Int: Int8]?
        if let mark = door.mark {
            votes = try await part.votes.ballots.ballot(of: mark, in: conversation.id).choices.mapValues(\.rawValue)
        } else if door.isOpen {
            votes = [:]
        }
        let head = PageHead(Words(context.language).own, isListed: false, styles: ConversationRoutes.styles)
        return context.page(head, cache: .noStore) { [votes] in GroupOwnPage(outcome: outcome, votes: votes, language: context.language) }
    }
}

/// Handlers of who leads a conversation: searching for groups, and naming them.
struct GroupDeskRoutes: Sendable {
    let part: GroupPart

    private typealias Words = GroupDeskWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}/regelen/groepen"
        return [
            Route(.get, base, name: "voices.groups.desk", access: .conversationLeads, summary: Words.both(\.title)) {
                try await page(try await part.votes.conversations.led($1), nil, $1)
            },
            Route(.post, base, name: "voices.groups.make", access: .conversationLeads, summary: Words.both(\.make)) { try await make($1) },
            Route(.post, base + "/namen", name: "voices.groups.name", access: .conversationLeads, summary: Words.both(\.names)) { try await name($1) },
        ]
    }

    private func page(_ conversation: Conversation, _ faulty: (route: GroupRoute, form: Form)?, _ context: WebContext) async throws -> Answer {
        let id = conversation.id, outcome = try await part.store.outcome(of: id)
        let areaName = try await part.votes.conversations.areaName(conversation), state = part.work.state(of: id)
        let isDone = faulty == nil && state == .none && context.query["gelukt"] != nil
        return context.formPage(Words(context.language).title, faulty?.form ?? Form(items: []), styles: ConversationRoutes.styles) { token in
            GroupDeskPage(
                conversation: conversation, areaName: areaName, outcome: outcome, state: state, isDone: isDone, faulty: faulty, token: token,
                language: context.language)
        }
    }

    private func done(_ id: Identifier, _ context: WebContext) -> Answer {
        .redirect(to: GroupRoute.desk(id).address.with(.init("gelukt", "bewaard")), in: context.language)
    }

    private func make(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.votes.conversations.led(context), id = conversation.id
        var form = context.fields
        if let wanted = GroupForm.search(&form) {
            do {
                let votes = try await part.store.votes(in: id)
                try GroupStore.check(votes, floor: wanted.floor, reason: wanted.reason, after: try await part.store.runs(in: id).first)
            } catch let fault as GroupStore.Fault {
                form.fail(fault == .reason ? GroupForm.reason : GroupForm.floor, Words.both { $0.fault(fault) })
            }
            if form.errors.isEmpty {
                let part = part, origin = part.people.origin(context)
                part.work.begin(id) { report in
                    try await part.search(id, floor: wanted.floor, because: wanted.reason, from: origin, execution: GroupForm.execution(report))
                }
                try await part.work.settle(id)
                return done(id, context)
            }
        }
        return try await page(conversation, (.desk(id), form), context)
    }

    private func name(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.votes.conversations.led(context)
        var form = context.fields
        let letters = try await part.store.runs(in: conversation.id).first?.run.groups.map(\.letter) ?? []
        let names = GroupForm.names(&form, of: letters)
        guard form.errors.isEmpty else { return try await page(conversation, (.names(conversation.id), form), context) }
        do {
            try await part.store.name(names, in: conversation.id, from: part.people.origin(context))
        } catch GroupStore.Fault.unknown { throw Problem.conflict(Words.both { $0.fault(.unknown) }) }
        return done(conversation.id, context)
    }
}
