import Core
import Web

/// Figures of areas as rows: one per area, figure and period.
struct FigureRows {
    private var table = CSVTable([
        "code", "gebied", "niveau", "indeling", "sleutel", "cijfer", "thema", "periode", "waarde", "ondergrens", "bovengrens", "soort_marge", "stand", "reden",
        "vergelijkbaar", "eenheid", "uitgever", "tabel", "levering", "opgehaald", "licentie", "naamsvermelding",
    ])

    var bytes: [UInt8] { table.bytes }

    mutating func add(_ profile: ProfileDocument) {
        let sources = Dictionary(profile.sources.map { ("\($0.key):\($0.number)", $0) }, uniquingKeysWith: { first, _ in first })
        for figure in profile.figures {
            for observation in figure.observations { table.row(Self.row(profile.area, figure, observation, sources[observation.source])) }
        }
    }

    private static func row(
        _ area: ProfileDocument.AreaItem, _ figure: ProfileDocument.FigureItem, _ item: ProfileDocument.ObservationItem, _ source: ProfileDocument.SourceItem?
    ) -> [CSVTable.Field] {
        [
            .text(area.code), .text(area.name), .text(area.level.rawValue), .whole(area.year), .text(figure.key), .text(figure.name.nl), .text(figure.theme),
            .text(item.period), .optional(item.value), .optional(item.margin?.lower), .optional(item.margin?.upper), .optional(item.margin?.kind),
            .text(item.status), .optional(item.reason?.code), .text(item.isComparable ? "ja" : "nee"), .text(unit(figure.unit)),
            .optional(source?.publisher), .optional(source?.table), .text(item.source), .optional(source?.retrieved), .optional(source?.licence),
            .optional(source?.attribution),
        ]
    }

    /// The unit of the source: `x 1000 €`, `%`, `km`.
    private static func unit(_ unit: ProfileDocument.UnitItem) -> String {
        let words = (unit.prefix + unit.suffix.nl).split(separator: " ").joined(separator: " ")
        return unit.factor == 1 ? words : "x \(Int(unit.factor)) " + words
    }
}
