import Areas
import Core
import OpenAPI
import TestSupport
import Testing
import Web

@Suite("API: areas and boundaries")
struct AreasAPITests {
    @Test("areas are listed by level and code, within another, of one level, in one year")
    func list() async throws {
        try await APISite.with { api async throws in
            let list = try await api.tree("/gebieden?niveau=buurt&binnen=GM9999")
            #expect(list.texts("gebieden", "code") == ["BU99990001", "BU99990002", "BU99990003", "BU99990A01", "BU99990A02"])
            #expect(list["indeling"] == 2024)
            #expect(try await api.tree("/gebieden?niveau=buurt&binnen=GM9999&jaar=2020")["totaal"] == 4)
            #expect(try await api.tree("/gebieden?binnen=PV25&niveau=gemeente").texts("gebieden", "naam") == ["Kleverdam", "Lindenmeer"])
        }
    }

    @Test("pages follow one another by their links, each area once, always in the same order")
    func paging() async throws {
        try await APISite.with { api async throws in
            let whole = try await api.tree("/gebieden?aantal=1000").texts("gebieden", "code")
            var codes: [String] = [], next: String? = "/gebieden?aantal=4", pages = 0
            while let target = next, pages < 20 {
                let page = try await api.tree(target)
                codes += page.texts("gebieden", "code")
                next = page.at("_links", "next", "href")?.text.map { String($0.dropFirst("/api/v1".count)) }
                pages += 1
            }
            #expect(codes == whole)
            #expect(codes.count == 26 && pages == 7)
            let past = try await api.tree("/gebieden?aantal=4&pagina=1000000")
            #expect(past["gebieden"] == .array([]))
            #expect(past.at("_links", "prev", "href")?.text?.contains("pagina=7") == true)
        }
    }

    @Test("search finds by name, code and postcode, and says when it forgave a typing error")
    func search() async throws {
        try await APISite.with { api async throws in
            #expect(try await api.tree("/gebieden?zoek=oude%20haven").texts("gebieden", "code") == ["BU99990001"])
            let guess = try await api.tree("/gebieden?zoek=lindelaam")
            #expect(guess.texts("gebieden", "code") == ["BU99990002"])
            #expect(guess["gebieden"]?.elements.first?["typefoutVergeven"] == true)
            #expect(try await api.tree("/gebieden?zoek=9990&binnen=GM9998").texts("gebieden", "code") == ["BU99980001", "BU99980002", "BU99980003"])
            #expect(try await api.tree("/gebieden?zoek=buitengebied&jaar=2020").texts("gebieden", "code") == [SmallTown.recoded])
        }
    }

    @Test("an area tells its line, its parts and its years, and links to what there is of it")
    func area() async throws {
        try await APISite.with { api async throws in
            let area = try await api.tree("/gebieden/WK99990A")
            #expect(area.texts("lijn", "code") == ["NL00", "PV25", "GM9999", "WK99990A"])
            #expect(area.texts("delen", "code") == ["BU99990A01", "BU99990A02"])
            #expect(area["jaren"] == [2020, 2024])
            for link in area["_links"]?.members ?? [] {
                #expect(try await api.client.get(link.value["href"]?.text ?? "").status == 200, "\(link.key)")
            }
            #expect(try await api.tree("/gebieden/\(SmallTown.recoded)?jaar=2020")["naam"]?.text == "Buitengebied Oost")
        }
    }

    @Test(
        "what does not exist is not found: an unknown code, a code in a year without it, small letters",
        arguments: [
            "/gebieden/GM0001", "/gebieden/BU99990003?jaar=2020", "/gebieden/gm9999", "/gebieden/x", "/gebieden/GM9999%20", "/gebieden/NL00/grens",
        ])
    func unknown(_ target: String) async throws {
        try await APISite.with { api async throws in _ = try await api.get(target, status: 404) }
    }

    @Test("geo: a boundary is CRS84 unless RD or ETRS89 is asked for, and Content-Crs says which")
    func systems() async throws {
        try await APISite.with { api async throws in
            func corner(_ system: String?) async throws -> (Double, Double, String?) {
                let reply = try await api.get("/gebieden/BU99990001/grens" + (system.map { "?crs=" + $0 } ?? ""))
                let point = reply.tree.at("geometry", "coordinates")?.elements.first?.elements.min { $0.elements[0].number ?? 0 < $1.elements[0].number ?? 0 }
                return (point?.elements[0].number ?? 0, point?.elements[1].number ?? 0, reply[header: "Content-Crs"])
            }
            let degrees = try await corner(nil)
            #expect(degrees.2 == "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>")
            // 180000, 450000 in RD lies near Wageningen, at 5.75 east and 52.04 north.
            #expect(abs(degrees.0 - 5.75) < 0.02 && abs(degrees.1 - 52.04) < 0.02)
            for name in ["http://www.opengis.net/def/crs/EPSG/0/28992", "https://www.opengis.net/def/crs/EPSG/0/28992", "urn:ogc:def:crs:EPSG::28992"] {
                let metres = try await corner(name)
                #expect(metres.0 == 180_000 && (450_000...451_000).contains(metres.1))
                #expect(metres.2 == "<http://www.opengis.net/def/crs/EPSG/0/28992>")
            }
            let european = try await corner("http://www.opengis.net/def/crs/EPSG/0/4258")
            #expect(abs(european.0 - 52.04) < 0.02 && abs(european.1 - 5.75) < 0.02)
            #expect(try await api.faults("/gebieden/BU99990001/grens?crs=EPSG:3857") == ["crs"])
        }
    }

    @Test("geo: bbox chooses the areas that touch it, in degrees or in RD")
    func box() async throws {
        try await APISite.with { api async throws in
            let rd = "&bboxCrs=http://www.opengis.net/def/crs/EPSG/0/28992"
            let metres = try await api.tree("/grenzen?niveau=buurt&bbox=180100,450100,180900,450900" + rd)
            #expect(metres.texts("features", "id") == ["BU99990001"])
            let across = try await api.tree("/grenzen?niveau=buurt&bbox=180500,450500,182500,450600" + rd)
            #expect(across.texts("features", "id") == ["BU99990001", "BU99990002", "BU99990A01"])
            let degrees = try await api.tree("/grenzen?niveau=buurt&bbox=5.7515,52.0395,5.7535,52.0405")
            #expect(degrees.texts("features", "id") == ["BU99990001"])
            #expect(try await api.tree("/grenzen?niveau=buurt&bbox=4.0,51.5,4.1,51.6")["totaal"] == 0)
            #expect(try await api.tree("/grenzen?niveau=buurt&binnen=WK99990A&aantal=1").at("_links", "next") != nil)
        }
    }

    @Test(
        "geo: coordinates outside the system are refused, together with the other faults",
        arguments: [
            "bbox=180000,450000,181000,451000", "bbox=5,91,6,92", "bbox=5,52,6,53&bboxCrs=http://www.opengis.net/def/crs/EPSG/0/28992", "bbox=6,52,5,53",
            "bbox=nan,52,6,53", "bbox=5,52,6", "bbox=5,52,6,53,", "bbox=0x5,52,6,53",
        ])
    func outside(_ query: String) async throws {
        try await APISite.with { api async throws in
            #expect(try await Set(api.faults("/grenzen?\(query)&niveau=straat")) == ["bbox", "niveau"])
        }
    }

    @Test("every address of the slice in the API reads back")
    func addresses() throws {
        let code = try #require(AreaCode("BU99990A01"))
        for route in [AreasAPIRoute.areas, .area(code), .area(code, year: 2020), .boundary(code), .boundary(code, year: 2024), .boundaries] {
            #expect(AreasAPIRoute(route.address) == route)
            #expect(AreasAPIRoute(PageAddress(target: route.address.url(in: .nl))) == route)
        }
        #expect(AreasAPIRoute(PageAddress("gebieden")) == nil)
    }
}
