import Core
import Foundation
import Synchronization
import TestSupport
import Testing
import Transfer

@testable import Figures

/// Counts waits instead of waiting.
private final class Waits: Sendable {
    private let all = Mutex<[Duration]>([])
    var list: [Duration] { all.withLock { $0 } }
    func pace(_ perSecond: Double = 1_000_000) -> Pace { Pace(perSecond: perSecond, sleep: { duration in self.all.withLock { $0.append(duration) } }) }
}

/// Keeps pages in memory.
private final class Shelf: Sendable {
    private let pages = Mutex<[String: [UInt8]]>([:])
    var keys: [String] { pages.withLock { $0.keys.sorted() } }
    var store: PageStore {
        PageStore(
            load: { key in self.pages.withLock { $0[key] } }, save: { key, page in self.pages.withLock { $0[key] = page } },
            remove: { key in _ = self.pages.withLock { $0.removeValue(forKey: key) } })
    }
}

@Suite struct DeliveryODataTests {
    private static let info = "{\"value\":[{\"ID\":0,\"Identifier\":\"1NED\",\"Title\":\"Proef\",\"Modified\":\"2024-10-01T02:00:00\"}]}"
    private static let properties = """
        {"value":[
        {"ID":0,"Position":0,"ParentID":null,"Type":"GeoDetail","Key":"WijkenEnBuurten","Title":"Wijken en buurten"},
        {"ID":1,"Position":1,"ParentID":null,"Type":"Dimension","Key":"Leeftijd","Title":"Leeftijd"},
        {"ID":2,"Position":2,"ParentID":null,"Type":"Dimension","Key":"Marges","Title":"Marges"},
        {"ID":3,"Position":3,"ParentID":null,"Type":"TimeDimension","Key":"Perioden","Title":"Perioden"},
        {"ID":4,"ParentID":null,"Type":"TopicGroup","Key":"","Title":"Gezondheid"},
        {"ID":5,"ParentID":4,"Type":"Topic","Key":"Eenzaam_28","Title":"Eenzaam ","Unit":"%","Decimals":1,"Datatype":"Double"}]}
        """
    private static let periods = """
        {"value":[{"Key":"2020JJ00","Title":"2020","Status":"Definitief"},{"Key":"2022JJ00","Title":"2022*","Status":"Voorlopig"}]}
        """
    private static let ages = "{\"value\":[{\"Key\":\"20300   \",\"Title\":\"18 jaar of ouder\"},{\"Key\":\"80200   \",\"Title\":\"65 jaar of ouder\"}]}"

    /// 2 ages × 3 margins × 2 periods × 5 areas; keys padded as the source does.
    private static var table: StatLineStandIn.Table {
        var table = StatLineStandIn.Table()
        let areas = ["NL01      ", "GM0599    ", "WK059901  ", "BU05990110", "BU05990111", "GM0363    "]
        for age in ["20300   ", "80200   "] {
            for (margin, shift) in [("MW00000", 0), ("MOG0095", -2), ("MBG0095", 2)] {
                for period in ["2020JJ00", "2022JJ00"] {
                    for (index, area) in areas.enumerated() {
                        let value = area == "BU05990111" ? "         ." : "    \(40 + index + shift + (age == "20300   " ? 0 : 20)).5"
                        table.rows.append([
                            "ID": "#\(table.rows.count)", "WijkenEnBuurten": area, "Leeftijd": age, "Marges": margin, "Perioden": period, "Eenzaam_28": value,
                        ])
                    }
                }
            }
        }
        table.lists = ["TableInfos": info, "DataProperties": properties, "Perioden": periods, "Leeftijd": ages]
        return table
    }

    private static func mapping(_ extra: String = "") throws -> Mapping {
        try DeliveryFiles.mapping(
            """
            "table": "1NED", "format": { "decimal": "," },
            "rows": [{ "column": "Leeftijd", "values": [20300] }],
            "roles": { "column": "Marges", "values": { "MW00000": "value", "MOG0095": "lower", "MBG0095": "upper" } },
            "columns": [{ "column": { "title": "Eenzaam", "unit": "%" }, "indicator": "eenzaam" }] \(extra)
            """, period: "\"period\": { \"column\": \"Perioden\" },")
    }

    private func statLine(
        _ standIn: StatLineStandIn, _ edition: StatLine.Edition = .v3, waits: Waits = Waits(), attempts: Int = 3, store: PageStore = .none
    ) -> StatLine {
        let base = standIn.server.address
        return StatLine(
            client: Fetcher(version: "1", contact: "test").client, edition: edition,
            addresses: .init(v3: [.cbs: base + "/odata"], v4: [.cbs: base + "/v1/CBS"]),
            pace: waits.pace(), attempts: attempts, store: store)
    }

    private func refusal(_ body: () async throws -> DeliveredTable) async -> [Diagnostic] {
        do {
            _ = try await body()
            return []
        } catch let refused as ImportRefused {
            return refused.diagnostics.filter { $0.severity == .error }
        } catch {
            return []
        }
    }

    @Test("a table of v3: estimate and margins, statuses of periods, padded keys, one choice of a dimension")
    func wide() async throws {
        let standIn = try StatLineStandIn(DeliveryODataTests.table)
        let table = try await statLine(standIn).deliver(DeliveryODataTests.mapping(), retrieved: DeliveryFiles.day)
        #expect(table.codes.map(\.description) == ["NL00", "GM0599", "WK059901", "BU05990110", "BU05990111", "GM0363"])
        #expect(table.columns.count == 6)
        #expect(MeasureRole.allCases.map { table.value("eenzaam", "WK059901", "2020", $0) } == [42.5, 40.5, 44.5])
        #expect(table.reason("eenzaam", "BU05990111", "2020") == .unknownOrSecret)
        #expect(table.column("eenzaam", "2020")?.status == .definitive)
        #expect(table.column("eenzaam", "2022")?.status == .provisional)
        #expect(table.column("eenzaam", "2022")?.sourceColumn == "Eenzaam_28")
        #expect(table.column("eenzaam", "2022")?.decimals == 1)
        #expect(table.modified == "2024-10-01T02:00:00")
    }

    @Test("traps 1 and 2: areas are asked with startswith and keys with their padding, never with ge or lt")
    func filters() async throws {
        let standIn = try StatLineStandIn(DeliveryODataTests.table)
        let area = try #require(AreaCode("GM0599"))
        let table = try await statLine(standIn).deliver(DeliveryODataTests.mapping(), areas: [area], retrieved: DeliveryFiles.day)
        #expect(table.codes.map(\.description) == ["GM0599", "WK059901", "BU05990110", "BU05990111"])
        let query = try #require(standIn.pages.first?.query)
        #expect(query.contains("startswith(WijkenEnBuurten,'BU0599')"))
        #expect(query.contains("Leeftijd eq '20300   '"))
        #expect(!standIn.server.requests.contains { $0.query.contains(" ge ") || $0.query.contains(" lt ") })
        #expect(!standIn.pages.contains { $0.target.contains(" ") })
    }

    @Test("trap 1: a value that the dimension does not have is refused instead of giving an empty table")
    func unknownKey() async throws {
        let standIn = try StatLineStandIn(DeliveryODataTests.table)
        standIn.change { $0.lists["Leeftijd"] = "{\"value\":[{\"Key\":\"53115   \"}]}" }
        let found = await refusal { try await statLine(standIn).deliver(DeliveryODataTests.mapping(), retrieved: DeliveryFiles.day) }
        #expect(found.map(\.value) == ["20300"])
    }

    @Test("trap 3: next links are followed exactly as they come, page after page")
    func paging() async throws {
        let standIn = try StatLineStandIn(DeliveryODataTests.table)
        standIn.change { $0.pageSize = 7 }
        let table = try await statLine(standIn).deliver(DeliveryODataTests.mapping(), retrieved: DeliveryFiles.day)
        #expect(table.codes.count == 6)
        #expect(standIn.pages.count == 6)
        for page in standIn.pages {
            #expect(page.target.components(separatedBy: "$filter").count == 2)
            #expect(page.target.components(separatedBy: "$skip").count <= 2)
        }
    }

    @Test("trap 4: broken connections and server errors are tried again with growing waits, and a stopped fetch goes on from its last page")
    func resume() async throws {
        let standIn = try StatLineStandIn(DeliveryODataTests.table)
        standIn.change { $0.pageSize = 7 }
        let waits = Waits(), shelf = Shelf()
        let broken = LocalServer.Response(body: Array("{\"value\":[{\"a\":1}".utf8), breakAfter: 8)
        let busy = LocalServer.Response(status: 503, headers: ["Retry-After": "7"], body: [])
        standIn.expect([
            .init(target: "$skip=14", response: broken), .init(target: "$skip=14", response: busy),
            .init(target: "$skip=14", response: .init(status: 500, "x")),
        ])
        let found = await refusal {
            try await statLine(standIn, waits: waits, store: shelf.store).deliver(DeliveryODataTests.mapping(), retrieved: DeliveryFiles.day)
        }
        #expect(found.first?.source.contains("$skip=14") == true)
        #expect(found.first?.reason.en.contains("500") == true)
        #expect(waits.list.filter { $0 >= .seconds(1) } == [.seconds(1), .seconds(7)])
        #expect(shelf.keys.count == 2)
        let before = standIn.pages.count
        let table = try await statLine(standIn, store: shelf.store).deliver(DeliveryODataTests.mapping(), retrieved: DeliveryFiles.day)
        #expect(table.value("eenzaam", "NL00", "2020") == 40.5)
        #expect(standIn.pages.count - before == 4)
        #expect(shelf.keys.isEmpty)
    }

    @Test("pages in a folder survive, and a damaged one is fetched again")
    func folder() async throws {
        let path = NSTemporaryDirectory() + "leefkring-pages-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let store = PageStore.folder(path)
        let page = Array(repeating: Array("{\"value\":[]}".utf8), count: 1000).flatMap { $0 }
        #expect(await store.load("k") == nil)
        await store.save("k", page)
        #expect(await PageStore.folder(path).load("k") == page)
        let file = try #require(try FileManager.default.contentsOfDirectory(atPath: path).first)
        try Data([UInt8](repeating: 1, count: 50)).write(to: URL(filePath: path + "/" + file))
        #expect(await store.load("k") == nil)
        await store.remove("k")
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
    }

    @Test(
        "trap 12: an empty answer is asked again and refused when it stays empty; no rows at all are refused",
        arguments: ["", "{\"value\":[]}", "<html>storing</html>"])
    func emptyAnswer(text: String) async throws {
        let standIn = try StatLineStandIn(DeliveryODataTests.table)
        standIn.expect(Array(repeating: .init(target: "UntypedDataSet?", response: .init(text)), count: 3))
        let found = await refusal { try await statLine(standIn).deliver(DeliveryODataTests.mapping(), retrieved: DeliveryFiles.day) }
        #expect(found.count == 1)
        #expect(found.first?.source.contains("UntypedDataSet") == true)
        standIn.expect([.init(target: "UntypedDataSet?", response: .init("")), .init(target: "UntypedDataSet?", response: .init(""))])
        #expect(try await statLine(standIn).deliver(DeliveryODataTests.mapping(), retrieved: DeliveryFiles.day).codes.count == 6)
    }

    @Test("trap 12: a lost row is seen by the count, nothing is read, and the pages are fetched anew the next time")
    func lostRow() async throws {
        let standIn = try StatLineStandIn(DeliveryODataTests.table)
        standIn.change {
            $0.pageSize = 7
            $0.losesRow = true
        }
        let shelf = Shelf()
        let found = await refusal { try await statLine(standIn, store: shelf.store).deliver(DeliveryODataTests.mapping(), retrieved: DeliveryFiles.day) }
        #expect(found.first?.reason.en.contains("35 rows came and there must be 36") == true)
        #expect(shelf.keys.isEmpty)
    }

    @Test("a limit on rows that the server does not tell is discovered by the count")
    func hiddenLimit() async throws {
        let standIn = try StatLineStandIn(DeliveryODataTests.table)
        standIn.change {
            $0.pageSize = 10
            $0.hidesNextLink = true
        }
        let table = try await statLine(standIn).deliver(DeliveryODataTests.mapping(), retrieved: DeliveryFiles.day)
        #expect(table.codes.count == 6)
        #expect(standIn.pages.count == 4)
    }

    @Test("a server that points in a circle is refused, and one without a count gives a warning")
    func circle() async throws {
        let standIn = try StatLineStandIn(DeliveryODataTests.table)
        standIn.change { $0.hasCount = false }
        let table = try await statLine(standIn).deliver(DeliveryODataTests.mapping(), retrieved: DeliveryFiles.day)
        #expect(table.notes.contains { $0.severity == .warning })
        let address = standIn.server.address + "/odata/1NED/UntypedDataSet?x"
        let page = LocalServer.Response(
            "{\"value\":[{\"WijkenEnBuurten\":\"GM0001\",\"Leeftijd\":\"20300\",\"Marges\":\"MW00000\",\"Perioden\":\"2020JJ00\",\"Eenzaam_28\":\"1\"}],\"odata.nextLink\":\"\(address)\"}"
        )
        standIn.expect([.init(target: "UntypedDataSet?", response: page), .init(target: "UntypedDataSet?x", response: page)])
        let found = await refusal { try await statLine(standIn).deliver(DeliveryODataTests.mapping(), retrieved: DeliveryFiles.day) }
        #expect(found.first?.reason == ODataService.circle)
    }

    @Test("a table that changes during the fetch is refused")
    func changed() async throws {
        let standIn = try StatLineStandIn(DeliveryODataTests.table)
        let old = DeliveryODataTests.info.replacing("2024-10", with: "2024-07")
        standIn.expect([.init(target: "TableInfos", response: .init(old))])
        let found = await refusal { try await statLine(standIn).deliver(DeliveryODataTests.mapping(), retrieved: DeliveryFiles.day) }
        #expect(found.first?.reason.en.hasPrefix("The source has changed") == true)
    }

    @Test("requests keep the pace that was asked")
    func pace() async throws {
        let waits = Waits()
        let pace = Pace(perSecond: 2, sleep: { _ in }, now: { .now })
        for _ in 0..<3 { try await pace.turn() }
        let slow = waits.pace(2)
        for _ in 0..<4 { try await slow.turn() }
        #expect(waits.list.count == 3)
        #expect(waits.list.allSatisfy { $0 > .seconds(0.4) && $0 <= .seconds(1.5) })
    }

    // MARK: v4

    private static var long: StatLineStandIn.Table {
        var table = StatLineStandIn.Table()
        table.isV4 = true
        table.pageSize = 4
        for (index, area) in ["NL00      ", "GM0197    ", "BU01970000"].enumerated() {
            for measure in ["M1", "M2", "M9"] {
                let isSecret = area.hasPrefix("BU") && measure == "M2"
                table.rows.append([
                    "Id": "#\(table.rows.count)", "WijkenEnBuurten": area, "Measure": measure, "ValueAttribute": isSecret ? "Confidential" : "None",
                    "Value": isSecret ? "#null" : "#\(10 * (index + 1)).25", "Perioden": "2024JJ00",
                ])
            }
        }
        table.lists = [
            "Properties": "{\"Identifier\":\"1NED\",\"Title\":\"Proef\",\"ObservationsModified\":\"2024-10-01\",\"ObservationCount\":9}",
            "MeasureCodes": """
            {"value":[{"Identifier":"M1","Title":"Tussenwoning","Unit":"kWh","MeasureGroupId":"G1","Decimals":0},
            {"Identifier":"M2","Title":"Tussenwoning","Unit":"m³","MeasureGroupId":"G1","Decimals":0},{"Identifier":"M9","Title":"Iets anders","Unit":"%","MeasureGroupId":null}]}
            """,
            "MeasureGroups": "{\"value\":[{\"Id\":\"G1\",\"ParentId\":null,\"Title\":\"Energie\"}]}",
            "Dimensions": "{\"value\":[{\"Identifier\":\"WijkenEnBuurten\",\"Kind\":\"GeoDetail\"},{\"Identifier\":\"Perioden\",\"Kind\":\"TimeDimension\"}]}",
            "PeriodenCodes": "{\"value\":[{\"Identifier\":\"2024JJ00\",\"Status\":\"NaderVoorlopig\"}]}",
        ]
        return table
    }

    @Test("a table of v4: measures by title and unit, reasons from ValueAttribute, the same mapping as v3")
    func observations() async throws {
        let standIn = try StatLineStandIn(DeliveryODataTests.long)
        let mapping = try DeliveryFiles.mapping(
            """
            "table": "1NED", "columns": [
              { "column": { "name": "Tussenwoning", "title": "Tussenwoning", "unit": "kWh" }, "indicator": "stroom" },
              { "column": { "title": "Tussenwoning", "unit": "m³", "under": ["Energie"] }, "indicator": "gas" } ]
            """)
        let table = try await statLine(standIn, .v4).deliver(mapping, retrieved: DeliveryFiles.day)
        #expect(table.codes.map(\.description) == ["NL00", "GM0197", "BU01970000"])
        #expect(table.column("stroom")?.values == [10.25, 20.25, 30.25])
        #expect(table.value("gas", "GM0197") == 20.25)
        #expect(table.reason("gas", "BU01970000") == .secret)
        #expect(table.column("gas")?.sourceUnit == "m³")
        #expect(table.columns.allSatisfy { $0.status == .nearDefinitive })
        #expect(table.notes.contains { $0.column == "M9 Iets anders" })
        #expect(standIn.pages.count == 3)
        #expect(table.modified == "2024-10-01")
    }

    // MARK: Recorded answers

    @Test("the recorded pages of a v3 table are read with their own next link", .enabled(if: DeliveryFiles.isPresent))
    func recordedPages() async throws {
        let folder = "odata/v3_catalog_en_paging_83599NED/"
        let first = try String(decoding: DeliveryFiles.bytes(folder + "tables_2.json"), as: UTF8.self)
        let second = try DeliveryFiles.bytes(folder + "tables_3.json")
        let place = Mutex("")
        let server = try LocalServer { request in
            if request.target.contains("$skip=10000") { return .init(body: second) }
            if request.target.hasPrefix("/odata/83599NED/UntypedDataSet?") {
                return .init(first.replacing("https://opendata.cbs.nl/ODataFeed/OData", with: place.withLock { $0 } + "/odata"))
            }
            if request.target.contains("$count") { return .init("15504") }
            if request.target.contains("TableInfos") { return .init(DeliveryODataTests.info) }
            return request.target.contains("DataProperties") ? .init("{\"value\":[]}") : .init(status: 404, "")
        }
        place.withLock { $0 = server.address }
        let mapping = try Mapping(
            json: Array(
                """
                { "id": "vacatures", "title": { "nl": "V", "en": "V" }, "publisher": "CBS", "licence": "CC BY 4.0", "attribution": { "nl": "CBS", "en": "CBS" }, "url": "u",
                  "table": "83599NED", "boundaryYear": 2020, "period": { "column": "Perioden" }, "code": { "columns": ["RegioS"], "ignore": ["LD"] },
                  "rows": [{ "column": "BedrijfstakkenBranchesSBI2008", "values": ["T001081"] }],
                  "columns": [{ "column": "OpenstaandeVacatures", "indicator": "vacatures" }] }
                """.utf8), source: "v.json")
        let client = StatLine(
            client: Fetcher(version: "1", contact: "t").client, edition: .v3, addresses: .init(v3: [.cbs: server.address + "/odata"], v4: [:]),
            pace: Waits().pace())
        let table = try await client.deliver(mapping, retrieved: DeliveryFiles.day)
        #expect(table.value("vacatures", "NL00", "2011-01") == 135.5)
        #expect(table.value("vacatures", "NL00", "2012-01") == 118.1)
        #expect(table.codes.contains { $0.description == "PV20" })
        #expect(server.requests.contains { $0.target == "/odata/83599NED/UntypedDataSet/?$format=json&$skip=10000" })
    }

    @Test("the recorded observations of a v4 table come out cell by cell", .enabled(if: DeliveryFiles.isPresent))
    func recordedObservations() throws {
        let bytes = try DeliveryFiles.bytes("odata/v4_80072ned/meta_4.json")
        let page = try ODataPage(bytes)
        let plain = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let rows = try #require(plain["value"] as? [[String: Any]])
        #expect(page.sheet.rowCount == 4_409)
        #expect(rows.count == 4_409)
        let value = try #require(page.sheet.column(named: "Value")), period = try #require(page.sheet.column(named: "Perioden"))
        for (index, row) in rows.enumerated() {
            #expect(Double(page.sheet.text(index, value)) == row["Value"] as? Double)
            #expect(page.sheet.text(index, period) == row["Perioden"] as? String)
        }
        #expect(try ODataPage(DeliveryFiles.bytes("odata/v4_80072ned/meta_3.json")).count == 4_409)
    }

    @Test("KWB 2020 of Arnhem with its own metadata: gas and electricity by title and unit", .enabled(if: DeliveryFiles.isPresent))
    func arnhem() async throws {
        let folder = "odata/v3_84799NED_kwb2020/"
        let rows = try DeliveryFiles.bytes(folder + "TypedDataSet_Arnhem.json"), properties = try DeliveryFiles.bytes(folder + "DataProperties.json")
        let server = try LocalServer { request in
            if request.target.contains("$count") { return .init("109") }
            if request.target.contains("DataSet") { return .init(body: rows) }
            if request.target.contains("DataProperties") { return .init(body: properties) }
            return request.target.contains("TableInfos") ? .init(DeliveryODataTests.info) : .init(status: 404, "")
        }
        let mapping = try DeliveryFiles.mapping(
            """
            "table": "84799NED", "columns": [
              { "column": { "title": "Tussenwoning", "unit": "kWh" }, "indicator": "stroom" }, { "column": "AantalInwoners", "indicator": "inwoners" },
              { "column": { "title": "Huurwoning", "under": ["Gemiddeld aardgasverbruik"] }, "indicator": "gas-huur" },
              { "column": "MateVanStedelijkheid", "indicator": "stedelijkheid" } ]
            """, period: "\"period\": \"2020\",")
        let client = StatLine(
            client: Fetcher(version: "1", contact: "t").client, edition: .v3, addresses: .init(v3: [.cbs: server.address], v4: [:]), pace: Waits().pace())
        let table = try await client.deliver(mapping, areas: [try #require(AreaCode("GM0202"))], retrieved: DeliveryFiles.day)
        #expect(table.codes.count == 109)
        #expect(table.value("inwoners", "GM0202") == 161_348)
        #expect(table.value("inwoners", "NL00") == 17_407_585)
        #expect(table.column("stroom")?.sourceColumn == "Tussenwoning_49")
        #expect(table.column("gas-huur")?.sourceColumn == "Huurwoning_61")
        #expect(table.reason("stroom", "GM0202") == .notDelivered)
    }
}
