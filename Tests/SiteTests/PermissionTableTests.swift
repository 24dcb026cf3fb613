import Core
import Foundation
import HTTPTypes
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Permission table")
struct PermissionTableTests {
    private static let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/permissions.md")

    @Test("the page of permissions is the one that the routes of the site make")
    func page() async throws {
        try await APISite.with(loaded: false) { site async throws in
            let table = try site.site.stack(Configuration(database: .sqlite(path: ""), assets: "Public")).table
            let committed = try String(contentsOf: Self.page, encoding: .utf8)
            #expect(committed == PermissionTable(table).markdown, "make it anew: leefkring routes --markdown > docs/permissions.md")
            for route in table.routes {
                let summary = try #require(route.summary, "\(route.name)")
                #expect(!summary.nl.isEmpty && !summary.en.isEmpty, "\(route.name)")
                #expect(committed.contains("`\(route.pattern)`"))
            }
        }
    }

    /// A value for each part of a path that varies, of things that the small town has.
    private static let parts = [
        "code": SmallTown.complete, "sleutel": "inwoners", "bron": "lindenmeer-kern-2024", "nummer": "2", "id": "geen", "key": "inwoners",
        "source": "lindenmeer-kern-2024", "number": "2", "bestand": "uitkomst.csv",
        "tabel": SmallTown.reports, "eigenGebied": SmallTown.customArea, "sessie": "01m80z5njhgfcm0npw6m3sbzrq", "label": "eenzaamheid",
        "persoon": "01m80z5njhgfcm0npw6m3sbzrq", "aanbieder": "geen", "koppeling": "01m80z5njhgfcm0npw6m3sbzrq",
        "rol": "01m80z5njhgfcm0npw6m3sbzrq", "lidmaatschap": "01m80z5njhgfcm0npw6m3sbzrq", "organisatie": "01m80z5njhgfcm0npw6m3sbzrq", "programma": "geen",
        "soort": "cijfer", "ding": "geen", "vraag": "01m80z5njhgfcm0npw6m3sbzrq",
        "onderdeel": "01m80z5njhgfcm0npw6m3sbzrq",
        "bijlage": "01m80z5njhgfcm0npw6m3sbzrq", "breedte": "320", "groep": "uitkering", "kenmerk": "0123456789abcdef.css",
        "deelname": "01m80z5njhgfcm0npw6m3sbzrq",
        "contact": "01m80z5njhgfcm0npw6m3sbzrq",
        "werkplaats": "01m80z5njhgfcm0npw6m3sbzrq", "keuze": "01m80z5njhgfcm0npw6m3sbzrq", "lijst": "01m80z5njhgfcm0npw6m3sbzrq",
        "tafel": "1",
        "casus": "01m80z5njhgfcm0npw6m3sbzrq", "methode": "incident", "opbrengst": "01m80z5njhgfcm0npw6m3sbzrq",
        "oproep": "01m80z5njhgfcm0npw6m3sbzrq", "vraagstuk": "01m80z5njhgfcm0npw6m3sbzrq", "inzending": "01m80z5njhgfcm0npw6m3sbzrq",
        "ronde": "01m80z5njhgfcm0npw6m3sbzrq", "bewijs": "geen", "geheim": "geen.ics",
        "bijeenkomst": "01m80z5njhgfcm0npw6m3sbzrq", "inschrijving": "01m80z5njhgfcm0npw6m3sbzrq", "plekken": "01m80z5njhgfcm0npw6m3sbzrq",
        "agenda": "01m80z5njhgfcm0npw6m3sbzrq", "punt": "01m80z5njhgfcm0npw6m3sbzrq", "hulp": "01m80z5njhgfcm0npw6m3sbzrq",
        "kennismaking": "01m80z5njhgfcm0npw6m3sbzrq", "verzoek": "01m80z5njhgfcm0npw6m3sbzrq",
        "genodigde": "01m80z5njhgfcm0npw6m3sbzrq", "prikker": "01m80z5njhgfcm0npw6m3sbzrq", "werkblad": "01m80z5njhgfcm0npw6m3sbzrq",
        "cijfer": "01m80z5njhgfcm0npw6m3sbzrq", "deel": "01m80z5njhgfcm0npw6m3sbzrq",
        "peiling": "01m80z5njhgfcm0npw6m3sbzrq", "gesprek": "01m80z5njhgfcm0npw6m3sbzrq", "inbreng": "01m80z5njhgfcm0npw6m3sbzrq",
        "verhouding": "01m80z5njhgfcm0npw6m3sbzrq",
        "terugblik": "01m80z5njhgfcm0npw6m3sbzrq",
    ]

    /// What a route must be asked.
    private static let questions = ["/vergelijken/cijfers.csv": "?gebied=GM9999", "/vergelijken/cijfers.json": "?gebied=GM9999"]

    /// Files the small town has too few figures for, pages about something that only a link in a mail leads to, and things it has none of.
    private static let lacking: Set<String> = [
        "figures.analysis.index.file", "figures.analysis.vergelijkbaar.file", "people.sign-in.code", "people.sign-in.link", "people.provider.return",
        "people.provider.problem",
        "organisations.organisation",
        "programmes.programme", "programmes.part", "settings.theme", "contact.programme", "contact.thing", "notices.stop", "attachments.file",
        "attachments.thumbnail", "profiles.profile", "api.getOrganisatie", "api.getProgramma",
        "inventory.call", "inventory.outcome", "inventory.outcome.file", "inventory.issue", "inventory.answer", "inventory.thanks", "inventory.draft",
        "inventory.join", "inventory.join.proof", "inventory.tip", "api.getVraagstuk", "meetings.meeting", "meetings.series", "meetings.meeting.calendar",
        "meetings.series.calendar", "registration.form", "registration.group", "registration.sent", "registration.series", "registration.series-sent",
        "registration.own", "registration.file", "registration.feed", "cases.case", "api.getBijeenkomst", "agenda.agenda",
        "agenda.version", "agenda.calendar", "agenda.kalender.ics", "agenda.kalender.csv", "agenda.kalender.json", "agenda.item", "api.getLeeragenda",
        "help.proof", "introductions.proof", "worksheets.list", "worksheets.one", "worksheets.proof-list", "worksheets.proof", "date-polls.asked",
        "date-polls.file", "look-backs.look-back", "look-backs.edition", "look-backs.point", "yields.one", "api.getTerugblik", "follow-ups.proof",
        "live.session", "live.stream", "live.screen", "voices.conversation", "voices.desk", "api.getGesprek", "voices.stories", "voices.story",
        "voices.story.new", "voices.story.thanks", "voices.report.form", "voices.moderation.log", "api.listVerhalen",
        "voices.statements", "voices.statement.new", "voices.statement.thanks", "voices.resume", "voices.results", "voices.results.csv",
        "voices.results.json", "api.getUitkomst", "voices.groups.csv", "voices.groups.json", "voices.groups.own", "api.getGroepen",
        "voices.workshops", "voices.workshops.csv", "api.listWerkplaatsen", "voices.choices", "voices.choice", "voices.choice.csv",
        "voices.choice.ballots", "api.listKeuzes", "voices.surveys", "voices.survey", "voices.survey.thanks", "voices.survey.back",
        "voices.survey.results", "voices.survey.csv", "api.listVragenlijsten", "voices.about", "voices.missing", "voices.missing.csv",
        "api.getWieMissenWe", "voices.aftermath", "voices.themes", "voices.themes.csv", "api.getThemas", "voices.match",
        "voices.code", "voices.code.account",
        "voices.places", "voices.place.new", "voices.place.thanks", "voices.place.map", "voices.places.csv", "voices.places.geojson", "api.listPlekken",
    ]

    static func target(_ pattern: String) throws -> String {
        let pieces = try pattern.split(separator: "/").map { piece -> String in
            guard let open = piece.firstIndex(of: "{"), let close = piece.firstIndex(of: "}") else {
                return piece == "**" ? "0123456789abcdef/site.css" : String(piece)
            }
            let name = String(piece[piece.index(after: open)..<close])
            let value = try #require(parts[name], "a value for {\(name)} of \(pattern)")
            return piece[..<open] + value + piece[piece.index(after: close)...]
        }
        return "/" + pieces.joined(separator: "/") + (questions[pattern] ?? "")
    }

    /// In both languages, for what has them.
    private static func addresses(_ target: String, of route: Route) -> [String] {
        let isOfOneLanguage = route.pattern.hasPrefix("/api") || route.pattern.hasPrefix("/thema") || route.name.hasPrefix("floor.")
        return isOfOneLanguage ? [target] : [target, target == "/" ? "/en" : "/en" + target]
    }

    @Test("a visitor can ask every GET route, with and without data, in both languages, and no answer is a failure of the server", arguments: [true, false])
    func walk(loaded: Bool) async throws {
        try await APISite.with(loaded: loaded) { site async throws in
            let table = try site.site.stack(Configuration(database: .sqlite(path: ""), assets: "Public")).table
            for route in table.routes where route.method == .get {
                let target = try Self.target(route.pattern)
                for address in Self.addresses(target, of: route) {
                    let reply = try await site.client.get(address)
                    switch route.access {
                    // Without areas a page may say that there are none yet.
                    case .everyone: #expect(loaded ? reply.status < 500 : reply.status < 500 || reply.status == 503, "\(address): \(reply.status)")
                    case .operators: #expect(reply.status == 404, "\(address): \(reply.status)")
                    default: #expect(reply.status == 303, "\(address): \(reply.status)")
                    }
                    if loaded && route.access == .everyone && !route.pattern.contains("{id}") && !Self.lacking.contains(route.name) {
                        #expect(reply.status < 400, "\(address): \(reply.status)")
                    }
                }
            }
        }
    }

    @Test("KWA-03, ASVS 8.2.1, 8.3.1: every route that is not for everyone decides for every role as the table says")
    func roles() async throws {
        try await PeopleSite.with { site in
            let table = try site.site.routes()
            let committed = try String(contentsOf: Self.page, encoding: .utf8)
            for subject in PermissionTable.Subject.all {
                let client = try await site.client(subject)
                for route in table.routes where route.access != .everyone && route.access != .operators {
                    let decision = route.access.decide(subject.actor)
                    #expect(committed.contains("| \(subject.name) | "), "\(subject.name)")
                    let target = try Self.target(route.pattern)
                    let reply = route.isUnsafe ? try await site.post(target, by: client) : try await client.get(target)
                    let location = reply[header: "Location"] ?? ""
                    switch decision {
                    // What is not there is not found for who may look, too.
                    case .allowed:
                        #expect(reply.status < 400 || route.isUnsafe || route.pattern.contains("{"), "\(subject.name) \(route.name): \(reply.status)")
                        #expect(!location.hasPrefix("/aanmelden?"), "\(subject.name) \(route.name)")
                        #expect(reply.status != 403, "\(subject.name) \(route.name)")
                    case .signIn(let proof):
                        let place = proof == .twoFactors && subject.proof != .none ? "/aanmelden/tweede-stap?" : "/aanmelden?"
                        #expect(route.isUnsafe ? reply.status == 403 : location.hasPrefix(place), "\(subject.name) \(route.name): \(reply.status) \(location)")
                    case .hidden: #expect(reply.status == 404, "\(subject.name) \(route.name): \(reply.status)")
                    case .refused: #expect(reply.status == 403, "\(subject.name) \(route.name): \(reply.status)")
                    }
                }
            }
        }
    }

    @Test("ASVS 2.2.1: a visitor's hostile values in paths and queries are refused or not found, and never break the server")
    func hostile() async throws {
        try await APISite.with { site async throws in
            let table = try site.site.routes()
            let values = [
                "%00", "..%2F..", "%E2%80%AE", "GM0000", "'%20OR%201=1--", "%FF%FE", String(repeating: "a", count: 2000), "-1", "9223372036854775808",
            ]
            for route in table.routes where route.method == .get && route.pattern.contains("{") {
                for value in values {
                    let target = route.pattern.replacing(/\{[a-z]+\}/, with: value)
                    #expect(try await site.client.get(target).status < 500, "\(target.prefix(80))")
                }
            }
            for route in table.routes where route.method == .get && !route.pattern.contains("{") {
                for value in values {
                    let target = route.pattern + "?q=\(value)&jaar=\(value)&gebied=\(value)&pagina=\(value)&zoek=\(value)"
                    #expect(try await site.client.get(target).status < 500, "\(target.prefix(80))")
                }
            }
        }
    }
}
