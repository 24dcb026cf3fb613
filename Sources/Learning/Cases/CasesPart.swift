import Core
import Dutch
import People
import SQL
import Web

/// Cases from practice: closed for a group, and anonymous versions of them for everyone.
package struct CasesPart: Sendable {
    let people: People.Slice
    let intervision: IntervisionPart
    package let store: CaseStore

    package static let migrations = CaseMigrations.all

    package init(people: People.Slice, deeds: ExpertiseDeeds = .none) {
        let store = CaseStore(people.database, journal: people.journal, deeds: deeds)
        self.people = people
        self.store = store
        intervision = IntervisionPart(people: people, deeds: deeds) { group in
            try await store.cases(of: group).map { Choice($0.id.description, Localized($0.title)) }
        }
    }

    /// Those of cases; ``IntervisionPart/routes`` has the others.
    package var routes: [Route] { CaseRoutes(part: self).table }

    /// Groups, methods and sessions, with the cases of this part.
    package var groups: IntervisionPart { intervision }

    /// Shared versions only.
    package var searchSources: [SearchSource] {
        let follower = JournalFollower(people.database, kinds: ["case", "term", "person"])
        return [
            SearchSource("cases") {
                try await follower.version()
            } entries: {
                let terms = try await people.terms.all(withRetired: true)
                return try await store.published().map { Self.entry($0, terms) }
            }
        ]
    }

    private static func entry(_ one: PracticeCase, _ terms: [Term]) -> SearchEntry {
        let facts = one.facts, text = PracticeCase.Field.allCases.filter { $0 != .title }.compactMap { facts.words[$0] }.joined(separator: "\n")
        let labels = terms.filter { facts.domains.contains($0.key) }.map(\.label)
        let areas = facts.area.map { Array(Set([$0] + [$0.municipality].compactMap { $0 })).sorted() } ?? []
        let notes = [facts.size?.name, facts.urbanity?.name].compactMap { $0 }
        let note = Localized(nl: notes.map(\.nl).joined(separator: ", "), en: notes.map(\.en).joined(separator: ", "))
        return SearchEntry(
            .practiceCase, one.id.description, title: Localized(one.title), note: note, text: Localized(text), labels: labels, areas: areas,
            path: CaseRoute.practiceCase(one.id).address.segments)
    }

    /// What a shared case is about, and the shared case that it took something over from (CAS-11).
    package var linkSources: [LinkSource] {
        let follower = JournalFollower(people.database, kinds: ["case", "person"])
        return [
            LinkSource("cases") {
                try await follower.version()
            } links: {
                let published = try await store.published(), known = Set(published.map(\.id))
                return published.flatMap { one -> [Link] in
                    let example = one.facts.inspiredBy.flatMap { known.contains($0) ? $0 : nil }
                    return (example.map { [Link(one.reference, .comesFrom, ThingReference(.practiceCase, $0.description))] } ?? [])
                        + one.facts.domains.sorted().map { Link(one.reference, .about, ThingReference(.term, $0)) }
                }
            }
        ]
    }

    /// Takes out everything that tells of a person who is erased.
    package static func forget(person: Identifier, in transaction: Transaction) throws {
        try CaseStore.forget(person: person.description, in: transaction)
    }
}

extension CasesPart {
    /// The fields of policy in use, by name.
    func domains() async throws -> [Choice] {
        try await people.terms.all().filter { $0.vocabulary == .domain }.map { Choice($0.key, $0.name) }
    }

    func choices(for actor: Actor) async throws -> CaseForm.Choices {
        guard let person = actor.person?.id else { throw Problem.notFound }
        let municipalities = try await people.organisations.list(kind: .municipality).compactMap { one in
            one.area.map { Choice($0.description, Localized(one.name)) }
        }
        let groups = try await intervision.groups.groups(of: person).filter { $0.holds(person) && $0.endedAt == nil }
        return CaseForm.Choices(
            municipalities: municipalities, domains: try await domains(), groups: groups.map { Choice($0.id.description, Localized($0.name)) },
            examples: try await store.published().map { Choice($0.id.description, Localized($0.title)) })
    }

    func place(_ one: PracticeCase) async throws -> String? {
        guard let area = one.facts.area else { return nil }
        return try await people.areaName(area) ?? area.description
    }

    /// Everything in a version that may tell who it is about: with the names of the group, of the bringer and those that were listed.
    func marks(in one: PracticeCase, group: IntervisionGroup?) async throws -> [CaseCheckPage.Found] {
        let people = (group?.members.map(\.person) ?? []) + [one.bringer].compactMap { $0 }
        let listed = try await store.names(of: one.id).split(whereSeparator: \.isNewline).map(String.init)
        let check = PersonalDataCheck(names: try await Array(self.people.persons.names(of: people).values) + listed)
        return PracticeCase.Field.allCases.flatMap { field -> [CaseCheckPage.Found] in
            guard let text = one.facts.words[field] else { return [] }
            return check.marks(in: text).map { mark in
                CaseCheckPage.Found(
                    field: field, kind: mark.kind, before: String(text[..<mark.range.lowerBound].suffix(40)), text: String(text[mark.range]),
                    after: String(text[mark.range.upperBound...].prefix(40)))
            }
        }
    }
}
