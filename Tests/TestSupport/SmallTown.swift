import Areas
import Core
import Figures
import SQL

/// A made-up municipality with everything that real data have: Lindenmeer (GM9999), and Kleverdam (GM9998) beside it, in Gelderland.
///
/// Borders of 2020 and 2024; a code that came to mean another place; a new neighbourhood; a district code with a letter; figures with published
/// margins, with chance, with rounding; missing values with their reasons; a delivery that was revised.
package enum SmallTown {
    package static let municipality = "GM9999"
    package static let neighbour = "GM9998"
    /// A neighbourhood that has every figure.
    package static let complete = "BU99990001"
    /// New in 2024, and its dwelling value is secret.
    package static let gaps = "BU99990003"
    /// Its code meant another place in 2020.
    package static let recoded = "BU99990A02"

    /// Key of an own table.
    package static let reports = "meldingen"
    /// Key of a custom area.
    package static let customArea = "wijkteam-noord"

    /// One area of the town: where it lies (RD kilometres, lower left corner, width, height), and what is counted. nil is missing.
    package struct Place: Sendable {
        package let code: String
        package let name: String
        package let square: (x: Int, y: Int, width: Int, height: Int)
        package let land: Double
        package let residents: Double?
        package let households: Double?
        package let value: Double?
        /// Share in good health with the limits of its margin.
        package let health: (value: Double, lower: Double, upper: Double)?
        package let crimes: Double?
    }

    package static let places: [Place] = [
        Place(
            code: "GM9998", name: "Kleverdam", square: (184, 450, 2, 2), land: 380, residents: 4_210, households: 1_905, value: 301,
            health: (71.4, 68.0, 74.8), crimes: 96),
        Place(
            code: "GM9999", name: "Lindenmeer", square: (180, 450, 4, 2), land: 790, residents: 9_877, households: 4_702, value: 284,
            health: (69.2, 66.9, 71.5), crimes: 512),
        Place(
            code: "WK999800", name: "Kleverdam", square: (184, 450, 2, 2), land: 380, residents: 4_210, households: 1_905, value: 301, health: nil,
            crimes: 96),
        Place(
            code: "WK999900", name: "Centrum", square: (180, 450, 2, 2), land: 391, residents: 5_925, households: 3_010, value: 262, health: nil, crimes: 403),
        Place(
            code: "WK99990A", name: "Meerzicht", square: (182, 450, 2, 2), land: 399, residents: 3_950, households: 1_690, value: 317, health: nil,
            crimes: 109),
        Place(
            code: "BU99980001", name: "Kleverdam Dorp", square: (184, 450, 1, 1), land: 92, residents: 2_890, households: 1_310, value: 288,
            health: (72.0, 66.1, 77.9), crimes: 71),
        Place(
            code: "BU99980002", name: "Kleverdam Dijk", square: (185, 450, 1, 1), land: 97, residents: 915, households: 410, value: 334,
            health: (70.3, 62.2, 78.4), crimes: 17),
        Place(
            code: "BU99980003", name: "Het Veld", square: (184, 451, 2, 1), land: 191, residents: 405, households: 185, value: 401, health: nil, crimes: 8),
        Place(
            code: "BU99990001", name: "Oude Haven", square: (180, 450, 1, 1), land: 95, residents: 2_315, households: 1_410, value: 249,
            health: (64.8, 60.2, 69.4), crimes: 241),
        Place(
            code: "BU99990002", name: "Lindelaan", square: (181, 450, 1, 1), land: 98, residents: 2_985, households: 1_325, value: 271,
            health: (68.1, 63.9, 72.3), crimes: 155),
        Place(
            code: "BU99990003", name: "Haveneiland", square: (180, 451, 2, 1), land: 198, residents: 625, households: 275, value: nil, health: nil, crimes: 7),
        Place(
            code: "BU99990A01", name: "Meerzicht-Noord", square: (182, 450, 1, 2), land: 199, residents: 2_440, households: 1_015, value: 322,
            health: (73.9, 69.7, 78.1), crimes: 61),
        Place(
            code: "BU99990A02", name: "Meerzicht-Zuid", square: (183, 450, 1, 2), land: 200, residents: 1_510, households: 675, value: 309,
            health: (72.7, 67.0, 78.4), crimes: 48),
    ]

    /// Areas, boundaries and figures, into a database that has the tables.
    ///
    /// - Parameter own: also an own table and a custom area
    package static func load(into database: Database, own: Bool = true) async throws {
        try await database.write { transaction in
            for year in [2020, 2024] {
                try AreaStore.register(areas(of: year), in: transaction)
                try AreaStore.log(
                    AreaImport(year: year, level: nil, source: "lindenmeer-\(year)", digest: "\(year)", areas: places.count, importedAt: imported),
                    in: transaction)
            }
        }
        for level in [AreaLevel.municipality, .district, .neighbourhood] {
            for year in [2020, 2024] {
                let file = BoundaryFile(path: "lindenmeer_\(level.rawValue)_\(year).geojson", format: .geoJSON, year: year, level: level)
                _ = try await BoundaryImport(database).run(file, bytes: Array(boundaries(of: level, year: year).utf8), at: imported)
            }
        }
        try await database.write { transaction in for delivery in SmallTownFigures.deliveries { try delivery.store(in: transaction) } }
        if own { try await loadOwn(into: database) }
    }

    /// Reports to the municipality, in two kinds, and an area of two neighbourhoods.
    private static func loadOwn(into database: Database) async throws {
        let taking = OwnImport(store: OwnStore(database), areas: Areas.Slice(database: database))
        let rows = zip(["BU99990001", "BU99990002", "BU99990003", "BU99990A01", "BU99990A02"], [(7, 3), (25, 31), (12, 0), (40, 18), (22, 14)]).flatMap {
            code, counts in
            [String](repeating: "\(code),geluid", count: counts.0) + [String](repeating: "\(code),afval", count: counts.1)
        }
        let upload = OwnUpload(
            key: reports, title: Localized(nl: "Meldingen", en: "Reports"), period: Period(year: 2025), unit: .neighbourhood, form: .records(category: "soort"),
            boundaryYear: 2024, source: "Gemeente Lindenmeer")
        _ = try await taking.table(Array((["buurt,soort"] + rows).joined(separator: "\n").utf8), name: "meldingen.csv", upload: upload, at: imported)
        let members = ["BU99990002", "BU99990A01"].compactMap { AreaCode($0) }
        let book = try await EditionStore(database).book()
        _ = try await taking.add(customArea, name: Localized(nl: "Wijkteam Noord", en: "Team North"), members: members, year: 2024, book: book, at: imported)
    }

    /// 1 November 2026, in milliseconds since 1970.
    static let imported: Int64 = 1_793_491_200_000

    /// In 2020 there was no Haveneiland, and the code of Meerzicht-Zuid meant a field elsewhere.
    static func existed(_ place: Place, in year: Int) -> Bool { year != 2020 || place.code != gaps }

    private static func areas(of year: Int) -> [Area] {
        places.filter { existed($0, in: year) }.compactMap { place in
            guard let code = AreaCode(place.code) else { return nil }
            let isOther = year == 2020 && place.code == recoded
            return Area(
                year: year, code: code, name: isOther ? "Buitengebied Oost" : place.name, parent: code.parent(province: AreaCode("PV25")),
                postcode: code.level == .neighbourhood ? "9990" : nil, landHectares: isOther ? 61 : place.land)
        }
    }

    /// GeoJSON in RD.
    private static func boundaries(of level: AreaLevel, year: Int) -> String {
        let features = places.filter { AreaCode($0.code)?.level == level && existed($0, in: year) }.map { place -> String in
            let (x, y) = (place.square.x * 1000, place.square.y * 1000)
            let (right, top) = (x + place.square.width * 1000, y + place.square.height * 1000)
            let ring = "[[\(x),\(y)],[\(right),\(y)],[\(right),\(top)],[\(x),\(top)],[\(x),\(y)]]"
            return #"{"type":"Feature","properties":{"statcode":"\#(place.code)"},"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
        }
        let system = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}"#
        return #"{"type":"FeatureCollection",\#(system),"features":[\#(features.joined(separator: ","))]}"#
    }
}
