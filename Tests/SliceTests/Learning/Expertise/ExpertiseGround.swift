import Areas
import Core
import People
import SQL
import TestSupport
import Testing

@testable import Learning

/// Municipalities with people who know, on a fresh database.
struct ExpertiseGround: Sendable {
    let people: PeopleGround
    let store: ExpertiseStore
    let requests: HelpStore
    let introductions: IntroductionStore
    let tree: LabelTree
    /// Themes and a subject: `zorg`, `zorg` > `eenzaam`, `wonen`.
    let theme: String
    let subject: String
    let other: String

    static let start = PeopleGround.start
    static let day = PeopleGround.day

    static func with(_ engine: TestDatabase.Engine, _ body: (ExpertiseGround) async throws -> Void) async throws {
        try await PeopleGround.with(engine, more: ExpertisePart.migrations) { people in try await body(try await ExpertiseGround(people)) }
    }

    init(_ people: PeopleGround) async throws {
        let slice = people.slice, origin = PeopleGround.origin()
        let theme = try await slice.terms.add(TermDraft(vocabulary: .theme, name: Localized("Hulp in de straat")), from: origin)
        let subject = try await slice.terms.add(TermDraft(vocabulary: .theme, parent: theme.key, name: Localized("Alleen zijn")), from: origin)
        let other = try await slice.terms.add(TermDraft(vocabulary: .theme, name: Localized("Bomen en water")), from: origin)
        let post = ExpertisePost(notices: slice.notices, origin: slice.installation.origin)
        self.people = people
        self.theme = theme.key
        self.subject = subject.key
        self.other = other.key
        store = ExpertiseStore(slice.database, journal: slice.journal)
        requests = HelpStore(database: slice.database, journal: slice.journal, post: post)
        introductions = IntroductionStore(database: slice.database, journal: slice.journal, post: post)
        tree = LabelTree(parents: [subject.key: theme.key])
    }

    var around: HelpStore.Surroundings { HelpStore.Surroundings(tree: tree, comparable: [], site: "Buurtplein") }

    func origin(_ time: Int64 = start, by person: Identifier? = nil) -> Origin { PeopleGround.origin(time, by: person) }

    /// Someone who knows about it, as they say themselves.
    func expert(_ name: String, _ label: String, _ kind: ExpertiseLine.Kind = .professional, at time: Int64 = start) async throws -> Identifier {
        let person = try await people.person(name)
        try await store.add(.person(person.id), label: label, kind: kind, region: nil, from: origin(time, by: person.id))
        return person.id
    }

    func member(_ name: String, of organisation: Identifier) async throws -> Identifier {
        let person = try await people.person(name)
        try await people.slice.organisations.join(person.id, organisation, from: origin())
        return person.id
    }

    func organisation(_ name: String) async throws -> Identifier {
        try await people.slice.organisations.add(name: name, kind: .civilSociety, from: origin()).id
    }

    func ask(
        _ label: String, by asker: Identifier, organisation: Identifier? = nil, programme: Identifier? = nil, at time: Int64 = start
    ) async throws -> Identifier {
        let draft = HelpRequest.Draft(question: "Hoe begin je zwaluwnest?", label: label, programme: programme)
        return try await requests.add(draft, by: asker, organisation: organisation, area: nil, around, from: origin(time, by: asker)).id
    }

    func asked(_ request: Identifier) async throws -> [Identifier] { try await requests.asks(of: request).map(\.person) }

    func answer(_ isYes: Bool, _ person: Identifier, _ request: Identifier, at time: Int64 = start) async throws {
        let ask = try #require(try await requests.asks(of: request).first { $0.person == person })
        try await requests.answer(isYes, .person(person, ask: ask.id), around, from: origin(time, by: person))
    }
}
