import Core
import Figures
import OpenAPI
import TestSupport
import Testing
import Web

@Suite("API: figures")
struct FiguresAPITests {
    @Test("every indicator of the catalogue is described whole, in both languages")
    func indicators() async throws {
        try await APISite.with { api async throws in
            let list = try await api.tree("/indicatoren?aantal=1000")
            #expect(list.texts("indicatoren", "sleutel") == Catalogue.all.map(\.key))
            for indicator in Catalogue.all {
                let node = try await api.tree("/indicatoren/\(indicator.key)")
                #expect(node.at("zegtNiet", "nl")?.text == indicator.doesNotSay.nl)
                #expect(node.at("naam", "en")?.text == indicator.name.en)
            }
            #expect(try await api.tree("/indicatoren?thema=veiligheid").texts("indicatoren", "thema").allSatisfy { $0 == "veiligheid" })
            _ = try await api.get("/indicatoren/bestaat-niet", status: 404)
        }
    }

    @Test("an observation is complete: value, interval, period, borders, status, unit, source, delivery, time, attribution")
    func observation() async throws {
        try await APISite.with { api async throws in
            let list = try await api.tree("/gebieden/BU99990001/waarnemingen?indicator=goed-ervaren-gezondheid")
            let node = try #require(list["waarnemingen"]?.elements.first)
            #expect(list["totaal"] == 1)
            #expect(node["waarde"]?.number == 64.8 && node.at("marge", "van")?.number == 60.2 && node.at("marge", "tot")?.number == 69.4)
            #expect(node.at("marge", "soort")?.text == "gepubliceerd" && node["stand"]?.text == "voorlopig" && node["reden"] == .null)
            #expect(node["periode"]?.text == "2024" && node["indeling"] == 2024)
            #expect(node.at("bron", "levering", "bron")?.text == "lindenmeer-gezondheid" && node.at("bron", "levering", "nummer") == 1)
            #expect(node.at("bron", "opgehaald")?.text == "2026-10-31T00:00:00Z")
            #expect(node.at("bron", "naamsvermelding")?.text?.isEmpty == false && node.at("bron", "tabel")?.text == "9999LIN")
        }
    }

    @Test("missing is never zero: the value is null, with the reason of the source")
    func missing() async throws {
        try await APISite.with { api async throws in
            let node = try await api.tree("/gebieden/\(SmallTown.gaps)/waarnemingen?indicator=woningwaarde&periode=2024")["waarnemingen"]?.elements.first
            #expect(node?["waarde"] == .null && node?["marge"] == .null && node?.at("reden", "code")?.text == "geheim")
            let health = try await api.tree("/indicatoren/goed-ervaren-gezondheid/waarnemingen?niveau=buurt&binnen=GM9999")
            let gaps = health["waarnemingen"]?.elements.filter { $0["waarde"] == .null } ?? []
            #expect(gaps.compactMap { $0["gebied"]?.text } == [SmallTown.gaps])
            #expect(gaps.first?.at("reden", "code")?.text == "onbekend-of-geheim")
        }
    }

    @Test("every value of every area is the one that was delivered")
    func values() async throws {
        try await APISite.with { api async throws in
            let list = try await api.tree("/indicatoren/huishoudens/waarnemingen?niveau=buurt&jaar=2024")
            let delivered = SmallTown.places.filter { $0.code.hasPrefix("BU") }
            #expect(list["waarnemingen"]?.elements.map { $0["waarde"]?.number } == delivered.map(\.households))
            #expect(list.texts("waarnemingen", "naam") == delivered.map(\.name))
            let health = try await api.tree("/indicatoren/goed-ervaren-gezondheid/waarnemingen?niveau=buurt")
            #expect(health["waarnemingen"]?.elements.map { $0["waarde"]?.number } == delivered.map { $0.health?.value })
        }
    }

    @Test("WYK-06: a code that meant another place before is not comparable, and says why")
    func recoded() async throws {
        try await APISite.with { api async throws in
            let list = try await api.tree("/gebieden/\(SmallTown.recoded)/waarnemingen?indicator=huishoudens")
            let older = try #require(list["waarnemingen"]?.elements.first)
            #expect(older["periode"]?.text == "2020" && older["vergelijkbaar"] == false && older.at("nietVergelijkbaarOmdat", "nl")?.text?.isEmpty == false)
            #expect(list["waarnemingen"]?.elements.last?["vergelijkbaar"] == true)
        }
    }

    @Test("an older delivery is read back as it came")
    func editions() async throws {
        try await APISite.with { api async throws in
            func residents(_ query: String) async throws -> Double? {
                try await api.tree("/gebieden/BU99990001/waarnemingen?indicator=inwoners&periode=2024" + query)["waarnemingen"]?.elements.first?["waarde"]?
                    .number
            }
            #expect(try await residents("") == 2315)
            #expect(try await residents("&editie=lindenmeer-kern-2024:1") == 2295)
            #expect(try await api.faults("/gebieden/BU99990001/waarnemingen?editie=lindenmeer-kern-2024:9&periode=vorig+jaar") == ["periode", "editie"])
            let list = try await api.tree("/leveringen")
            #expect(list["leveringen"]?.elements.filter { $0["geldt"] == true }.count == 4 && list["totaal"] == 5)
            let old = try await api.tree("/leveringen/lindenmeer-kern-2024/1")
            #expect(old["geldt"] == false && old["gebieden"] == 13)
            for target in ["/leveringen/lindenmeer-kern-2024/3", "/leveringen/lindenmeer-kern-2024/01", "/leveringen/x/0"] {
                _ = try await api.get(target, status: 404)
            }
        }
    }

    @Test("several indicators at once, in the order of the catalogue; an unknown one is a fault")
    func several() async throws {
        try await APISite.with { api async throws in
            let list = try await api.tree("/gebieden/GM9999/waarnemingen?indicator=huishoudens,inwoners&periode=2024")
            #expect(list.texts("waarnemingen", "indicator") == ["inwoners", "huishoudens"])
            #expect(try await api.faults("/gebieden/GM9999/waarnemingen?indicator=inwoners,geluk") == ["indicator"])
        }
    }

    @Test("WYK-02: the profile of an area is the same value that its page shows")
    func profile() async throws {
        try await APISite.with { api async throws in
            for code in SmallTown.places.map(\.code) + ["PV25", "NL00"] { _ = try await api.get("/gebieden/\(code)/profiel?alles=true") }
            let profile = try await api.tree("/gebieden/BU99990001/profiel")
            let residents = profile["cijfers"]?.elements.first { $0["sleutel"]?.text == "inwoners" }
            #expect(residents?["waarnemingen"]?.elements.map { $0["waarde"]?.number } == [2275, 2315])
            #expect(profile.texts("bronnen", "naamsvermelding").allSatisfy { !$0.isEmpty })
            let older = try await api.tree("/gebieden/\(SmallTown.recoded)/profiel?jaar=2020")
            #expect(older.at("gebied", "naam")?.text == "Buitengebied Oost")
            _ = try await api.get("/gebieden/\(SmallTown.gaps)/profiel?jaar=2020", status: 404)
            #expect(try await api.faults("/gebieden/BU99990001/profiel?jaar=x&alles=ja") == ["jaar", "alles"])
        }
    }

    @Test("every address of the slice in the API reads back")
    func addresses() throws {
        let code = try #require(AreaCode("BU99990A01"))
        let routes: [FiguresAPIRoute] = [
            .indicators, .indicator("inwoners"), .indicatorObservations("inwoners"), .areaObservations(code), .areaObservations(code, year: 2020),
            .profile(code),
            .profile(code, year: 2024), .editions, .edition("kwb-2024", 2),
        ]
        for route in routes {
            #expect(FiguresAPIRoute(route.address) == route)
            #expect(FiguresAPIRoute(PageAddress(target: route.address.url(in: .nl))) == route)
        }
        #expect(FiguresAPIRoute(PageAddress("api", "v1", "gebieden")) == nil)
    }
}
