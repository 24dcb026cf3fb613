import Areas
import Core
import Mail
import People
import SQL
import Web

/// Who knows about what, asking them for help, and bringing organisations together. The table of contents of this part.
package struct ExpertisePart: Sendable {
    let areas: Areas.Slice
    let people: People.Slice
    package let store: ExpertiseStore
    package let requests: HelpStore
    package let introductions: IntroductionStore
    /// Codes of the municipalities whose figures are like those of this one.
    let comparable: @Sendable (AreaCode) async throws -> Set<AreaCode>

    package static let migrations = ExpertiseMigrations.all
    package static let noticeKinds = ExpertiseNotice.kinds
    /// What it keeps of people, for their file, for erasing and for forgetting.
    package static let records = ExpertiseRecords.all

    package init(
        areas: Areas.Slice, people: People.Slice, comparable: @escaping @Sendable (AreaCode) async throws -> Set<AreaCode> = { _ in [] }
    ) {
        self.areas = areas
        self.people = people
        self.comparable = comparable
        let post = ExpertisePost(notices: people.notices, origin: people.installation.origin)
        store = ExpertiseStore(people.database, journal: people.journal)
        requests = HelpStore(database: people.database, journal: people.journal, post: post)
        introductions = IntroductionStore(database: people.database, journal: people.journal, post: post)
    }

    package var routes: [Route] {
        ExpertiseRoutes(part: self).table + ExpertiseOfferRoutes(part: self).table + HelpRoutes(part: self).table + IntroductionRoutes(part: self).table
    }

    /// For parts whose deeds show what people know.
    package static let deeds = ExpertiseDeeds { proof, origin, transaction in try ExpertiseStore.note(proof, at: origin.time, in: transaction) }

    /// Asks the next where someone was silent or away, and ends introductions that are over their time. For the job of every minute, on every node.
    ///
    /// - Returns: how many people were asked and introductions ended
    @discardableResult
    package func round(from origin: Origin) async throws -> Int {
        var count = 0
        for request in try await requests.waiting(at: origin.time) {
            count += try await requests.advance(request.id, try await surroundings(of: request.area), from: origin)
        }
        return try await count + introductions.endDue(from: origin)
    }

    // MARK: What its routes share

    var now: Int64 { people.now() }

    func siteName() async throws -> String { try await people.look.current()?.name ?? people.installation.name }

    func tree() async throws -> LabelTree { Self.tree(try await people.terms.all(withRetired: true)) }

    static func tree(_ terms: [Term]) -> LabelTree {
        LabelTree(parents: Dictionary(terms.compactMap { term in term.parent.map { (term.key, $0) } }) { first, _ in first })
    }

    func surroundings(of area: AreaCode?) async throws -> HelpStore.Surroundings {
        var alike: Set<AreaCode> = []
        if let area { alike = try await comparable(area) }
        return HelpStore.Surroundings(tree: try await tree(), comparable: alike, site: try await siteName())
    }

    /// Themes with the subjects below them, by name.
    func labels() async throws -> [Choice] {
        let terms = try await people.terms.all().filter { $0.vocabulary != .goal }
        let tops = terms.filter { $0.parent == nil }
        return tops.flatMap { top in
            [Choice(top.key, top.name)]
                + terms.filter { $0.parent == top.key }.map { sub in
                    Choice(sub.key, Localized(nl: "\(top.name.nl): \(sub.name.nl)", en: "\(top.name.en): \(sub.name.en)"))
                }
        }
    }

    func labelNames() async throws -> [String: Localized] {
        Dictionary(try await people.terms.all(withRetired: true).map { ($0.key, $0.name) }) { first, _ in first }
    }

    /// Programmes that someone's organisation takes part in.
    func programmes(of organisation: Identifier?) async throws -> [Choice] {
        guard let organisation else { return [] }
        let mine = try await people.database.read { reading in
            Set(
                try reading.all("SELECT programme FROM programme_organisation WHERE organisation = \(organisation.description)") { try $0.string(0) })
        }
        return try await people.programmes.list().filter { mine.contains($0.id.description) && $0.endedAt == nil }
            .map { Choice($0.id.description, Localized($0.name)) }
    }

    /// One other, as they may be known once both said yes.
    func contact(_ person: Identifier?) async throws -> ContactCard? {
        guard let person, let found = try await people.persons.find(person), found.isOpen else { return nil }
        return ContactCard(name: found.name, mail: found.mail.description)
    }
}

/// Where someone can be reached, after they said yes.
struct ContactCard: Sendable, Hashable {
    let name: String
    let mail: String
}
