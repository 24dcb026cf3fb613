import Areas
import Core
import HTML
import People
import Web

/// Which questions live in a municipality, for the page of an area: only what the outcome of a round tells everyone.
package struct LearningPanel: Sendable {
    /// Everything of all municipalities, made anew when something changes.
    private struct Picture: Sendable {
        var issues: [AreaCode: [Line]] = [:]
        var cases: [AreaCode: [PracticeCase]] = [:]
        var meetings: [(meeting: Meeting, areas: [AreaCode])] = []
    }

    struct Line: Sendable, Hashable {
        let issue: LearningIssue
        /// The most of any round; rounds share people, so they are not added up.
        let least: Int
    }

    private let picture: Snapshot<Picture>
    private let now: @Sendable () -> Int64
    /// Most of a kind on one page.
    private static let most = 5

    package init(people: People.Slice, inventory: InventoryPart, meetings: MeetingPart, cases: CasesPart) {
        let follower = JournalFollower(people.database, kinds: ["call", "issue", "case", "meeting", "programme", "organisation"])
        now = people.now
        picture = Snapshot {
            try await follower.version()
        } load: {
            var found = Picture()
            found.issues = try await Self.demand(inventory)
            for one in try await cases.store.published() {
                if let place = one.facts.area?.municipality { found.cases[place, default: []].append(one) }
            }
            let outlines = try await people.programmes.outlines()
            let places = MeetingAreas(outlines, organisations: try await people.organisations.list(withEnded: true))
            found.meetings = try await meetings.store.list(at: people.now()).filter { $0.publication != .cancelled }
                .map { (meeting: $0, areas: places.areas(of: $0)) }
            return found
        }
    }

    /// Issues that enough people of a municipality named in one round, the most named first.
    private static func demand(_ inventory: InventoryPart) async throws -> [AreaCode: [Line]] {
        var found: [AreaCode: [Identifier: Line]] = [:]
        for view in try await inventory.store.list() where !view.published.isEmpty {
            let submissions = try await inventory.store.submissions(of: view.id), desk = try await inventory.store.workbench(of: view.id)
            for round in view.published {
                for line in RoundOutcome(round, of: view, submissions: submissions, desk: desk).lines {
                    for cell in line.places.shown {
                        let least = max(cell.count, found[cell.key.code]?[line.issue.id]?.least ?? 0)
                        found[cell.key.code, default: [:]][line.issue.id] = Line(issue: line.issue, least: least)
                    }
                }
            }
        }
        return found.mapValues { lines in
            lines.values.sorted { ($1.least, $0.issue.title, $0.issue.id) < ($0.least, $1.issue.title, $1.issue.id) }
        }
    }

    /// For the page of an area. Nothing where nothing lives that may be told.
    package var source: AreaPageSource { { request in try await part(request) } }

    private func part(_ request: AreaPageRequest) async throws -> AreaPagePart {
        guard let place = request.area.code.municipality else { return AreaPagePart() }
        let picture = try await picture.current(), now = now()
        let coming = picture.meetings.filter { $0.meeting.facts.endsAt > now && $0.areas.contains { $0.municipality == place } }
            .map(\.meeting).sorted { ($0.facts.startsAt, $0.id) < ($1.facts.startsAt, $1.id) }
        let issues = picture.issues[place] ?? [], cases = picture.cases[place] ?? []
        guard !(issues.isEmpty && cases.isEmpty && coming.isEmpty) else { return AreaPagePart() }
        let content = LearningPanelContent(
            issues: Array(issues.prefix(Self.most)), cases: Array(cases.prefix(Self.most)), meetings: Array(coming.prefix(Self.most)),
            language: request.language)
        return AreaPagePart(panels: [.init(anchor: "leervragen", title: ReportWords(request.language).area, content: content)])
    }
}

/// Everything below the heading of the panel.
struct LearningPanelContent: Component {
    let issues: [LearningPanel.Line]
    let cases: [PracticeCase]
    let meetings: [Meeting]
    let language: Language

    private var words: ReportWords { ReportWords(language) }

    var body: some HTML {
        Group {
            if issues.isEmpty { p { words.noIssues } } else { named }
            if !cases.isEmpty {
                h3 { words.cases }
                ul { Each(cases) { one in li { link(one.title, CaseRoute.practiceCase(one.id).address) } } }
            }
            if !meetings.isEmpty {
                h3 { words.meetings }
                ul {
                    Each(meetings) { one in
                        li {
                            link(one.facts.title, MeetingRoute.meeting(one.id).address)
                            ", " + MeetingHours.day(one.facts.startsAt, language)
                        }
                    }
                }
            }
            p { link(words.network, NetworkRoutes.address) }
        }
    }

    private var named: some HTML {
        Group {
            p { words.areaLead }
            ul {
                Each(issues) { line in
                    li {
                        link(line.issue.title, InventoryRoute.issue(line.issue.id).address)
                        ": " + words.named(line.least)
                    }
                }
            }
        }
    }

    private func link(_ name: String, _ address: PageAddress) -> some HTML { a(.href(address.url(in: language))) { name } }
}
