import Areas
import Core
import People
import SQL
import Web

/// The report of a network for who owns the programme, and what lives in an area. The table of contents of this part.
package struct ReportPart: Sendable {
    let areas: Areas.Slice
    let people: People.Slice
    let inventory: InventoryPart
    let followUps: FollowUpStore
    package let store: ReportStore
    let reuses: ReportReuses

    /// - Parameter reuses: what other parts know of use by another municipality; shared cases are known here
    package init(
        areas: Areas.Slice, people: People.Slice, inventory: InventoryPart, followUps: FollowUpStore, reuses: @escaping ReportReuses = { _, _ in [] }
    ) {
        self.areas = areas
        self.people = people
        self.inventory = inventory
        self.followUps = followUps
        self.reuses = reuses
        store = ReportStore(people.database)
    }

    package var routes: [Route] { ReportRoutes(part: self).table }

    // MARK: What its routes share

    /// The moments of a year in the Netherlands.
    static func period(_ year: Int) -> Range<Int64> {
        guard let start = DutchDay("\(year)-01-01")?.start, let end = DutchDay("\(year + 1)-01-01")?.start, start < end else { return 0..<0 }
        return start..<end
    }

    /// The report of one year, as it is known now.
    package func report(_ outline: ProgrammeOutline, year: Int) async throws -> NetworkReport {
        let programme = outline.programme.id, period = Self.period(year), now = people.now()
        let members = try await people.municipalities(of: outline)
        let found = try await store.read(
            programme, members: Set(members.map(\.code)), reuses: try await reuses(programme, period), in: period, at: now)
        var counts: [FollowUp.Term: FollowUpCount] = [:]
        for result in try await followUps.results(of: programme, in: period) { counts[result.term, default: FollowUpCount()].add(result.count) }
        let others = Set(found.links.keys.flatMap { [$0.from, $0.to] }).subtracting(members.map(\.code)), names = try await names(others)
        return NetworkReport(
            year: year,
            places: members.map { NetworkReport.Place(code: $0.code, name: $0.name, isMember: true) }
                + others.map { NetworkReport.Place(code: $0, name: names[$0] ?? $0.description, isMember: false) },
            links: found.links, questions: try await questions(programme, in: period, states: found.states), speed: found.speed, followUps: counts,
            time: found.time)
    }

    /// Issues of rounds whose outcome was published in this time, by title.
    private func questions(
        _ programme: Identifier, in period: Range<Int64>, states: [Identifier: Set<AgendaItem.State>]
    ) async throws -> [NetworkReport.Question] {
        try await inventory.publishedIssues().filter { published in
            published.view.call.programme == programme
                && published.view.published.contains { round in round.steps[.published].map(period.contains) ?? false }
        }.map { published in
            let known = states[published.issue.id] ?? []
            let answered: NetworkReport.Answered = known.contains(.done) ? .yes : known.contains(where: \.isLiving) ? .busy : .no
            return NetworkReport.Question(issue: published.issue.id, title: published.issue.title, answered: answered)
        }
    }

    private func names(_ codes: Set<AreaCode>) async throws -> [AreaCode: String] {
        guard !codes.isEmpty else { return [:] }
        let gazetteer = try await areas.gazetteer.current()
        return Dictionary(codes.compactMap { code in gazetteer.newest(code).map { (code, $0.name) } }) { first, _ in first }
    }
}

extension FollowUpCount {
    /// What was said of other things beside this.
    mutating func add(_ other: FollowUpCount) {
        asked += other.asked
        used.merge(other.used) { $0 + $1 }
        hours += other.hours
        hoursGiven += other.hoursGiven
    }
}
