import Core
import People
import SQL
import Web

/// Intervision: closed groups, methods as data, and sessions that run step by step.
package struct IntervisionPart: Sendable {
    let people: People.Slice
    package let groups: IntervisionGroupStore
    package let sessions: IntervisionSessionStore
    package let experiences: ExperienceStore
    /// Cases of a group that a session can be about.
    let caseChoices: @Sendable (Identifier) async throws -> [Choice]

    package static let migrations = IntervisionMigrations.all
    package static let noticeKinds = IntervisionNotice.kinds

    /// - Parameter cases: the closed cases that this group may see, by id and title
    package init(people: People.Slice, deeds: ExpertiseDeeds = .none, cases: @escaping @Sendable (Identifier) async throws -> [Choice] = { _ in [] }) {
        self.people = people
        groups = IntervisionGroupStore(people.database, journal: people.journal, notices: people.notices)
        sessions = IntervisionSessionStore(people.database, journal: people.journal, notices: people.notices)
        experiences = ExperienceStore(people.database, journal: people.journal, deeds: deeds)
        caseChoices = cases
    }

    package var routes: [Route] { MethodRoutes(part: self).table + GroupRoutes(part: self).table + SessionRoutes(part: self).table }

    /// The methods of the platform; nothing of any group.
    package var searchSources: [SearchSource] {
        let entries = ShippedMethods.all.map { method in
            SearchEntry(
                .method, method.key, title: method.name, note: MethodWords.both { $0.time(method) }, text: method.lead,
                path: IntervisionRoute.method(method.key).address.segments)
        }
        return [
            SearchSource("intervision-methods") {
                1
            } entries: {
                entries
            }
        ]
    }

    /// Takes away what is past its term.
    ///
    /// - Returns: how many sessions were emptied
    package static func forget(before now: Int64, in transaction: Transaction) throws -> Int {
        try IntervisionSessionStore.forget(before: now, in: transaction)
    }

    /// Takes out everything that tells of a person who is erased.
    package static func forget(person: Identifier, in transaction: Transaction) throws {
        try IntervisionSessionStore.forget(person: person.description, in: transaction)
        try ExperienceStore.forget(person: person.description, in: transaction)
    }

    /// Reminds groups of what comes; may run on every node at any time.
    package func remind(from origin: Origin) async throws { try await sessions.remind(from: origin) }
}

/// Somewhere that someone may begin a group.
struct GroupPlace: Sendable {
    let programme: Identifier
    let part: Identifier?
    let name: String

    /// As a form sends it.
    var value: String { programme.description + (part.map { "/" + $0.description } ?? "") }
}

extension IntervisionPart {
    /// The running programmes and parts whose groups this person works with, by name.
    func places(for actor: Actor) async throws -> [GroupPlace] {
        guard Access.organisers.decide(actor).isAllowed else { return [] }
        return try await people.programmes.outlines().filter { $0.programme.endedAt == nil }.flatMap { outline -> [GroupPlace] in
            let programme = outline.programme
            let whole = GroupPlace(programme: programme.id, part: nil, name: programme.name)
            let parts = outline.parts.filter { $0.endedAt == nil }.map { part in
                GroupPlace(programme: programme.id, part: part.id, name: "\(programme.name): \(part.name)")
            }
            return ([whole] + parts).filter { IntervisionPolicy.make(programme: $0.programme, part: $0.part, by: actor).isAllowed }
        }.sorted { ($0.name.lowercased(), $0.value) < ($1.name.lowercased(), $1.value) }
    }

    /// The group of the path, whoever asks: a policy comes next.
    func group(_ context: WebContext) async throws -> IntervisionGroup {
        guard let group = try await groups.find(try context.part("groep", as: Identifier.self)) else { throw Problem.notFound }
        return group
    }

    /// The same, for who facilitates it, while it runs.
    func facilitated(_ context: WebContext) async throws -> IntervisionGroup {
        let group = try await group(context)
        try IntervisionPolicy.facilitate(group, by: context.actor).orProblem()
        guard group.endedAt == nil else { throw Problem.conflict(GroupWords.both(\.conflict)) }
        return group
    }

    /// The session of the path with its group and method, for who is in the group.
    func session(_ context: WebContext) async throws -> (IntervisionSession, IntervisionGroup, IntervisionMethod) {
        guard let session = try await sessions.find(try context.part("sessie", as: Identifier.self)),
            let group = try await groups.find(session.group)
        else { throw Problem.notFound }
        try IntervisionPolicy.see(group, by: context.actor).orProblem()
        return (session, group, try await method(session.method, of: group.id))
    }

    func method(_ key: String, of group: Identifier) async throws -> IntervisionMethod {
        if let shipped = ShippedMethods.all.first(where: { $0.key == key }) { return shipped }
        guard let own = try await groups.methods(of: group).first(where: { $0.key == key }) else { throw Problem.notFound }
        return own
    }

    /// Everything that the page of a session shows to who asks.
    func view(_ context: WebContext, refreshes: Bool) async throws -> SessionView {
        let (session, group, method) = try await session(context)
        guard let person = context.actor.person?.id else { throw Problem.notFound }
        let notes = try await sessions.notes(in: session, for: person, method: method)
        let present = try await sessions.present(in: session.id)
        let earlier = try await sessions.sessions(of: group.id).filter { $0.state == .closed }.max { ($0.closedAt ?? 0) < ($1.closedAt ?? 0) }
        let shown = Set(group.members.map(\.person) + present + notes.map(\.person))
        return SessionView(
            session: session, group: group, method: method, names: try await people.persons.names(of: shown), person: person,
            runs: IntervisionPolicy.run(session, in: group, by: context.actor).isAllowed, present: present,
            ready: try await sessions.ready(in: session.id, step: session.step), revealed: try await sessions.revealed(in: session.id), notes: notes,
            yields: try await sessions.yields(of: session.id), earlier: try await earlierYields(earlier, session), now: people.now(), refreshes: refreshes)
    }

    private func earlierYields(_ earlier: IntervisionSession?, _ session: IntervisionSession) async throws -> [SessionYield] {
        guard let earlier, session.state == .planned || session.state == .lobby else { return [] }
        return try await sessions.yields(of: earlier.id)
    }
}
