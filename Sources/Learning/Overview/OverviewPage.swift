import Core
import HTML
import People
import Web

/// One thing that waits, with the one page where something can be done about it.
struct OverviewLine: Sendable {
    let name: String
    let note: String
    let action: String
    let address: PageAddress
}

/// What waits for who organises a programme.
struct OverviewPage: Component {
    let outline: ProgrammeOutline
    let overview: LearningOverview
    /// By key of their term.
    let labels: [String: Localized]
    let now: Int64
    let language: Language

    private var words: OverviewWords { OverviewWords(language) }
    private var programme: Programme { outline.programme }

    var body: some HTML {
        TextColumn(words.title(programme.name), lead: words.lead) {
            if overview.isEmpty && overview.municipalities > 0 { Notice { p { words.nothing } } }
            unheard
            block("vragen", words.requests, requests)
            block("programmas", words.meetings, meetings)
            block("terugblikken", words.lookBacks, lookBacks)
            block("oproepen", words.calls, calls)
            block("plekken", words.offers, offers)
            block("samen", words.clusters, clusters)
            more
        }
    }

    private var unheard: some HTML {
        section(.class("sectie").id("gemeenten")) {
            h2 { words.unheard }
            if overview.municipalities == 0 {
                p { words.noMunicipalities }
                p { a(.href(ProgrammeRoute.edit(programme.slug).address.url(in: language))) { words.addMunicipalities } }
            } else {
                p { words.unheard(overview.unheard.count, of: overview.municipalities) }
                OverviewLines(lines: silent, language: language)
            }
        }
    }

    private func block(_ id: String, _ title: String, _ lines: [OverviewLine]) -> some HTML {
        section(.class("sectie").id(id)) {
            h2 { title }
            if lines.isEmpty { p { words.none } } else { OverviewLines(lines: lines, language: language) }
        }
    }

    private var more: some HTML {
        section(.class("sectie").id("meer")) {
            h2 { words.more }
            ul(.class("kaal")) {
                li { a(.href(ReportRoute.report(programme.slug).address.url(in: language))) { words.report } }
                li { a(.href(FollowUpRoute.results(programme.slug).address.url(in: language))) { words.results } }
            }
        }
    }

    // MARK: Lines

    private var silent: [OverviewLine] {
        let address = overview.next.map { RegistrationRoute.participants($0).address } ?? MeetingRoute.new(programme: programme.id).address
        let action = overview.next == nil ? words.plan : words.invite
        return overview.unheard.map { OverviewLine(name: $0.name, note: "", action: action, address: address) }
    }

    private var requests: [OverviewLine] {
        overview.requests.map { request in
            let days = Int((DutchDay(at: now).start - DutchDay(at: request.addedAt).start + 43_200_000) / 86_400_000)
            let address = PageAddress(ExpertiseRoute.directory.address.segments, query: [.init("onderwerp", request.label)])
            return OverviewLine(name: words.request(label(request.label), days), note: "", action: words.find, address: address)
        }
    }

    private var meetings: [OverviewLine] {
        overview.meetings.map { due in
            OverviewLine(
                name: due.title, note: words.due(MeetingHours.day(due.startsAt, language), isLate: due.isLate), action: words.finish,
                address: MeetingRoute.programme(due.meeting).address)
        }
    }

    private var lookBacks: [OverviewLine] {
        overview.lookBacks.map { late in
            OverviewLine(name: late.title, note: words.lookBack(MeetingHours.date(late.dueAt, language)), action: words.write, address: late.address)
        }
    }

    private var calls: [OverviewLine] {
        overview.calls.flatMap { call -> [OverviewLine] in
            var lines: [OverviewLine] = []
            if call.unplaced > 0 {
                lines.append(
                    OverviewLine(
                        name: call.title, note: words.unplaced(call.unplaced), action: words.sort, address: CallDeskRoute.workbench(call.call).address))
            }
            if let end = call.closesAt {
                lines.append(
                    OverviewLine(
                        name: call.title, note: words.closes(MeetingHours.day(end, language)), action: words.spread,
                        address: CallDeskRoute.call(call.call).address))
            }
            if call.isToPublish {
                lines.append(
                    OverviewLine(name: call.title, note: words.toPublish, action: words.publish, address: CallDeskRoute.call(call.call).address))
            }
            return lines
        }
    }

    private var offers: [OverviewLine] {
        overview.offers.map { offers in
            OverviewLine(
                name: offers.title, note: words.expired(offers.expired), action: words.people,
                address: RegistrationRoute.participants(offers.meeting).address)
        }
    }

    private var clusters: [OverviewLine] {
        overview.clusters.map { cluster in
            OverviewLine(
                name: words.cluster(label(cluster.label), cluster.organisations), note: "", action: words.introduce,
                address: ExpertiseRoute.introductions.address)
        }
    }

    private func label(_ key: String) -> String { labels[key]?[language] ?? key }
}

/// Lines with one link each. The link says to a reader of the screen what it is about.
struct OverviewLines: Component {
    let lines: [OverviewLine]
    let language: Language

    var body: some HTML {
        ul {
            Each(lines) { line in
                li {
                    strong { line.name }
                    if !line.note.isEmpty { ": " + line.note }
                    ". "
                    a(.href(line.address.url(in: language))) {
                        line.action
                        span(.class("vh")) { " (\(line.name))" }
                    }
                }
            }
        }
    }
}
