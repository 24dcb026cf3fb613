import Core
import Web

extension Slice {
    /// Programmes and their parts, as things that can be found (ZOE-01). Their goals are labels (ORG-02).
    package var programmeSource: SearchSource {
        let follower = JournalFollower(database, kinds: ["programme", "organisation", "municipalities", "term"])
        return SearchSource("programmes") {
            try await follower.version()
        } entries: {
            let outlines = try await programmes.outlines(), terms = try await terms.all(withRetired: true)
            let organisations = Dictionary(try await organisations.list(withEnded: true).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            return outlines.flatMap { Self.entries($0, organisations, terms) }
        }
    }

    private static func entries(_ outline: ProgrammeOutline, _ organisations: [Identifier: Organisation], _ terms: [Term]) -> [SearchEntry] {
        let programme = outline.programme, facts = programme.facts, goals = facts.goals.map { label(of: $0, terms) }
        let whole = SearchEntry(
            .programme, programme.id.description, title: Localized(programme.name),
            note: note([facts.owner.flatMap { organisations[$0]?.name }.map { Localized($0) }, programme.endedAt.map { _ in ended }]),
            text: Localized(facts.purpose), labels: goals, areas: areas(outline.areas(of: nil, organisations)),
            path: ProgrammeRoute.programme(programme.slug).address.segments)
        let parts = outline.parts.map { part in
            let name = Localized(nl: "\(part.kind.name.nl) van \(programme.name)", en: "\(part.kind.name.en) of \(programme.name)")
            return SearchEntry(
                .part, part.id.description, title: Localized(nl: ProgrammeWords(.nl).heading(part), en: ProgrammeWords(.en).heading(part)),
                note: note([name, part.endedAt.map { _ in ended }]), text: Localized(part.purpose), labels: goals,
                areas: areas(outline.areas(of: part.id, organisations)), path: ProgrammeRoute.part(programme.slug, part.id).address.segments)
        }
        return [whole] + parts
    }

    private static let ended = ProgrammeWords.both { $0.ended.lowercased() }

    private static func note(_ parts: [Localized?]) -> Localized {
        let parts = parts.compactMap(\.self)
        return Localized(nl: parts.map(\.nl).joined(separator: ", "), en: parts.map(\.en).joined(separator: ", "))
    }

    /// With the municipality around each.
    private static func areas(_ codes: [AreaCode]) -> [AreaCode] { Array(Set(codes + codes.compactMap(\.municipality))).sorted() }

    /// The goal of the vocabulary with this name; else one of its own, so that what has it can be found by it.
    private static func label(of goal: String, _ terms: [Term]) -> SearchEntry.Label {
        let plain = goal.lowercased()
        let term = terms.first { term in term.vocabulary == .goal && Language.allCases.contains { term.name[$0].lowercased() == plain } }
        return term?.label ?? SearchEntry.Label(Term.Vocabulary.goal.rawValue + ":eigen-" + Slug(of: goal).description, Localized(goal))
    }
}

extension ProgrammeOutline {
    /// The areas that are governed by who takes part; for the whole programme also by whose it is.
    func areas(of part: Identifier?, _ organisations: [Identifier: Organisation]) -> [AreaCode] {
        let taking = involvements.filter { $0.part == part }.map(\.organisation) + (part == nil ? programme.facts.owner.map { [$0] } ?? [] : [])
        let areas = taking.compactMap { organisations[$0] }.filter { $0.kind.governs != nil }.compactMap(\.area)
        return Array(Set(areas)).sorted()
    }
}

extension Programme {
    package var reference: ThingReference { ThingReference(.programme, id.description) }
}

extension ProgrammePart {
    package var reference: ThingReference { ThingReference(.part, id.description) }
}
