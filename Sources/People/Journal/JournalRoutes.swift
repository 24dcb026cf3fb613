import Core
import HTML
import Hummingbird
import Web

/// Handlers of the journal: one's own part, and all of it for administrators.
struct JournalRoutes: Sendable {
    let slice: Slice

    /// Lines of a journal on one page.
    private static let pageSize = 50

    var table: [Route] {
        [
            Route(.get, "/mijn/logboek", name: "people.log", access: .person, summary: AccountWords.both(\.log)) { try await own($1) },
            Route(.get, "/beheer/logboek", name: "people.journal", access: .administrator, summary: AccountWords.both(\.journal)) {
                try await all($0, $1)
            },
        ]
    }

    private func own(_ context: WebContext) async throws -> Answer {
        guard let person = context.actor.person else { throw Problem.notFound }
        let before = context.query["voor"].flatMap { Int64($0) }
        let lines = try await slice.journal.lines(JournalQuestion(person: person.id, before: before), limit: Self.pageSize)
        let older = lines.count == Self.pageSize ? PeopleRoute.log(before: lines.last?.number).address : nil
        let page = OwnJournalPage(
            lines: lines, older: older, read: try await slice.readLog.lines(about: person.id), actions: slice.actions, language: context.language)
        return context.page(PageHead(AccountWords(context.language).log, isListed: false), cache: .noStore) { page }
    }

    private func all(_ request: Request, _ context: WebContext) async throws -> Answer {
        var form = context.query
        let question = JournalQuestion(&form)
        let lines = form.errors.isEmpty ? try await slice.journal.lines(question, limit: Self.pageSize) : []
        var next = question
        next.before = lines.last?.number
        let touched = lines.compactMap(\.event.thing).filter { $0.kind == "person" }.compactMap { Identifier($0.id) }
        let people = Set(lines.compactMap(\.origin.person) + touched).sorted { $0.description < $1.description }
        try await slice.note(.journal, "people.journal", of: people, request, context)
        let page = JournalPage(
            question: question, lines: lines, names: try await slice.persons.names(of: people),
            choices: JournalChoices(people: try await slice.persons.everyone(), actions: try await slice.journal.actions(), words: slice.actions),
            older: lines.count == Self.pageSize ? PeopleRoute.journal(next).address : nil, form: form, language: context.language)
        return context.formPage(AccountWords(context.language).journal, form) { _ in page }
    }
}
