import Core
import OpenAPI
import Web

/// The parameters that say which areas are meant; other slices use them too.
package enum AreaParameters {
    package static let pattern = "^(NL00|PV[0-9]{2}|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$"

    package static let code = EndpointParameter<AreaCode>.path(
        "code", .string(pattern: pattern), Localized(nl: "De code van het CBS, met hoofdletters.", en: "The code of Statistics Netherlands, in capitals."),
        example: "GM0222", read: exact)

    package static let year = EndpointParameter<Int>.whole(
        "jaar", 1900...2200,
        Localized(nl: "Het jaar van de grenzen. Zonder jaar geldt het nieuwste.", en: "The year of the borders. Without it the newest counts."))

    package static let level = EndpointParameter<AreaLevel>.choice(
        "niveau", of: AreaLevel.self, Localized(nl: "Alleen gebieden van dit niveau.", en: "Only areas of this level."))

    package static let within = EndpointParameter<AreaCode>.query(
        "binnen", .string(pattern: pattern),
        Localized(nl: "Alleen gebieden die hierin liggen.", en: "Only areas that lie within this one."),
        expected: Localized(nl: "Een code van het CBS, zoals GM0222.", en: "A code of Statistics Netherlands, such as GM0222."), read: exact)

    package static let search = EndpointParameter<String>.query(
        "zoek", .string(minimumLength: 1, maximumLength: 100),
        Localized(nl: "Zoek op naam, postcode of code. Een typefout mag.", en: "Find by name, postcode or code. A typing error is forgiven."),
        expected: Localized(nl: "Een tekst van 1 tot en met 100 tekens.", en: "A text of 1 to 100 characters.")
    ) { text in text.isEmpty || text.unicodeScalars.count > 100 ? nil : text }

    /// Exactly as codes are written: one resource has one address.
    private static func exact(_ text: String) -> AreaCode? {
        AreaCode(text).flatMap { $0.description == text && ($0.level != .country || $0 == .netherlands) ? $0 : nil }
    }

    /// Faults that only the areas can tell: a year without areas, an area that does not exist in that year.
    package static func check(_ request: EndpointRequest, _ gazetteer: Gazetteer, _ faults: inout EndpointFaults) {
        if let asked = request[year], gazetteer.map(of: asked) == nil {
            faults.add(year, unknownYear(gazetteer.years))
        }
        guard let code = request[within], let chosen = request[year] ?? gazetteer.latestYear, let map = gazetteer.map(of: chosen) else { return }
        if map.area(code) == nil {
            faults.add(
                within, Localized(nl: "Dit gebied bestaat niet met de grenzen van \(chosen).", en: "This area does not exist with the borders of \(chosen)."))
        }
    }

    private static func unknownYear(_ years: [Int]) -> Localized {
        guard !years.isEmpty else { return Localized(nl: "Er zijn nog geen gebieden.", en: "There are no areas yet.") }
        let list = years.map(String.init).joined(separator: ", ")
        return Localized(nl: "Wij hebben geen gebieden van dit jaar. Wel van: \(list).", en: "We have no areas of this year. We have: \(list).")
    }

    /// The areas of a year that the parameters `niveau` and `binnen` choose, by level and then by code.
    package static func chosen(_ request: EndpointRequest, level: AreaLevel?, in map: AreaMap) -> [Area] {
        let levels = level.map { [$0] } ?? AreaLevel.allCases
        guard let code = request[within] else { return levels.flatMap { map.areas(of: $0) } }
        return levels.flatMap { map.areas(of: $0, within: code) }
    }
}

extension Gazetteer {
    /// The area an address means: in the year asked for, or else in the newest in which the code exists.
    package func area(_ code: AreaCode, asked year: Int?) -> Area? {
        if let year { area(code, in: year) } else { newest(code, upTo: latestYear) }
    }
}
