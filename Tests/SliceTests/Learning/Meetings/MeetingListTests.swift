import Core
import Learning
import Mail
import People
import SQL
import TestSupport
import Testing
import Web

@Suite("Lists of meetings")
struct MeetingListTests {
    private static let now = PeopleGround.start

    @Test("MTG-23: filters by time, role, form, kind, programme, series and period, and drafts are in no list", arguments: TestDatabase.engines)
    func filters(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let day = PeopleGround.day
            _ = try await ground.add("Open voor allen")
            _ = try await ground.add("Ambtenaren") {
                $0.audience = [.official]; $0.form = .physical
            }
            _ = try await ground.add("Beide") {
                $0.audience = [.official, .resident]; $0.form = .both; $0.kind = .intervision
            }
            _ = try await ground.add(ground.facts("Voorbij", startsAt: Self.now - 10 * day))
            _ = try await ground.add("Los") {
                $0.part = nil; $0.startsAt += 365 * day; $0.endsAt += 365 * day
            }
            _ = try await ground.add("Concept", announced: false)
            func titles(_ filter: MeetingFilter, drafts: Bool = false) async throws -> Set<String> {
                Set(try await ground.store.list(filter, withDrafts: drafts, at: Self.now).map(\.facts.title))
            }
            #expect(try await titles(MeetingFilter()) == ["Open voor allen", "Ambtenaren", "Beide", "Los"])
            #expect(try await titles(MeetingFilter(when: .past)) == ["Voorbij"])
            #expect(try await titles(MeetingFilter(when: .all)).count == 5)
            #expect(try await titles(MeetingFilter(when: .all), drafts: true).count == 6)
            #expect(try await titles(MeetingFilter(role: .resident)) == ["Open voor allen", "Beide", "Los"])
            #expect(try await titles(MeetingFilter(role: .official)) == ["Open voor allen", "Ambtenaren", "Beide", "Los"])
            // Who wants to come online can come to both.
            #expect(try await titles(MeetingFilter(form: .online)) == ["Open voor allen", "Beide", "Los"])
            #expect(try await titles(MeetingFilter(form: .physical)) == ["Ambtenaren", "Beide"])
            #expect(try await titles(MeetingFilter(form: .both)) == ["Beide"])
            #expect(try await titles(MeetingFilter(kind: .intervision)) == ["Beide"])
            #expect(try await titles(MeetingFilter(programme: ground.programme)).count == 4)
            #expect(try await titles(MeetingFilter(programme: ground.network)).isEmpty)
            #expect(try await titles(MeetingFilter(part: ground.series)).count == 3)
            // They begin on 21 October 2026; the loose one a year later.
            #expect(try await titles(MeetingFilter(period: Period("2027"))) == ["Los"])
            #expect(try await titles(MeetingFilter(period: Period("2026-10"))).count == 3)
            #expect(try await titles(MeetingFilter(when: .all, period: Period("2026-09-11"))) == ["Voorbij"])
            // By their start.
            let ordered = try await ground.store.list(at: Self.now)
            #expect(ordered.first?.facts.title == "Voorbij" && ordered.last?.facts.title == "Los")
            // At its end it is past.
            let end = try #require(try await ground.store.list(at: Self.now).first { $0.facts.title == "Voorbij" }).facts.endsAt
            #expect(try await ground.store.list(at: end - 1).count == 5)
            let coming = try await ground.store.list(MeetingFilter(), at: end - 1), gone = try await ground.store.list(MeetingFilter(), at: end)
            #expect(coming.contains { $0.facts.title == "Voorbij" } && !gone.contains { $0.facts.title == "Voorbij" })
        }
    }

    @Test("every address reads back what it printed, and nothing else is read")
    func addresses() throws {
        let id = Identifier(at: 1), other = Identifier(at: 2)
        let filter = MeetingFilter(
            when: .past, theme: "eenzaamheid", role: .official, form: .online, kind: .circle, area: AreaCode("GM9901"), programme: id, part: other,
            period: Period("2027-03"))
        var routes: [MeetingRoute] = [
            .list(), .list(filter), .meeting(id), .calendar(id), .series(id), .seriesCalendar(id), .organising, .new(), .new(programme: id),
            .new(programme: id, part: other), .edit(id), .steps(id), .copy(id), .removal(id), .programme(id), .item(id, other), .itemMove(id, other),
            .itemRemoval(id, other), .itemFiles(id, other), .itemFileRemoval(id, other, file: id), .subgroups(id, item: other), .subgroup(id, other),
            .subgroupRemoval(id, other),
        ]
        routes += MeetingRoute.MeetingFile.allCases.flatMap { [.file($0), .file($0, filter)] }
        #expect(Set(routes.map { $0.address.url(in: .nl) }).count == routes.count)
        for route in routes { #expect(MeetingRoute(route.address) == route, "\(route.address.url(in: .nl))") }
        for text in [
            "/", "/programmas", "/bijeenkomsten/x", "/bijeenkomsten/\(id)/x", "/bijeenkomsten/\(id)/bewerken/x", "/bijeenkomsten/\(id)/groepen",
            "/bijeenkomsten/\(id)/programma/x", "/bijeenkomsten/\(id)/programma/\(other)/x", "/reeksen", "/reeksen/x", "/reeksen/\(id)/x", "/organiseren/x",
        ] { #expect(MeetingRoute(PageAddress(target: text)) == nil, "\(text)") }
        for route in [MeetingAPIRoute.meetings, .meeting(id)] { #expect(MeetingAPIRoute(route.address) == route) }
        #expect(MeetingAPIRoute(PageAddress("api", "v1", "bijeenkomsten", "x")) == nil && MeetingAPIRoute(PageAddress("bijeenkomsten")) == nil)
    }

    @Test("a filter of any text is a filter")
    func hostile() {
        for value in ["", "x", "'; DROP TABLE meeting", String(repeating: "a", count: 5_000), "2027-99"] {
            let names = ["wanneer", "thema", "rol", "vorm", "soort", "gebied", "programma", "reeks", "periode"]
            let filter = MeetingFilter(query: names.map { .init($0, value) })
            #expect(filter.when == .coming && filter.role == nil && filter.period == nil && (filter.theme?.count ?? 0) <= 80)
        }
    }
}
