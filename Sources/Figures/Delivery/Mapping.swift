import Core

/// How the columns of one delivery become figures. Read from the JSON files in `mappings/`; their page `mappings/README.md` explains every key.
package struct Mapping: Sendable, Hashable {
    package let id: String
    package let title: Localized
    package let publisher: String
    /// Number of the table at the source, `85984NED`.
    package let table: String?
    package let catalogue: Catalogue
    package let licence: String
    package let attribution: Localized
    package let url: String
    /// ISO 8601 day on which the file was taken from the source, where that is known beforehand.
    package let retrieved: String?
    package let modified: String?
    package let boundaryYear: Int
    /// Names of files that this mapping reads.
    package let files: [String]
    package internal(set) var format: Format
    package let code: Code
    package let level: Level?
    package let rows: [RowRule]
    package let period: PeriodSource?
    package let status: FigureStatus
    package let roles: Roles?
    package let missing: [String: Meaning]
    package let columns: [Column]
    package let tidy: Tidy?
    package let skip: [Skip]
    package let notes: Localized?
    /// Columns that tell about the areas themselves: only register tables have them.
    package var area: AreaColumns?

    /// The catalogue of StatLine a table is in.
    package enum Catalogue: String, Sendable, Hashable, CaseIterable {
        /// opendata.cbs.nl and, for v4, the catalogue `CBS`.
        case cbs
        /// dataderden.cbs.nl: police, RIVM.
        case derden
    }

    /// How a CSV file is written.
    package struct Format: Sendable, Hashable {
        /// `,` `;` or tab; nil: found from the header.
        package var delimiter: UInt8?
        package var decimal: UInt8 = 0x2E
        package var thousands: UInt8?
        package var encoding = Encoding.auto

        package enum Encoding: String, Sendable, Hashable, CaseIterable {
            /// UTF-8, else Windows-1252.
            case auto
            case utf8 = "utf-8"
            case windows1252 = "windows-1252"
        }
    }

    package struct Code: Sendable, Hashable {
        /// The first of these columns that is there.
        package let columns: [String]
        /// First letters of codes of areas that are no part of the hierarchy.
        package let ignore: [String]
    }

    /// Text columns with the name, province, postcode and land surface of an area.
    package struct AreaColumns: Sendable, Hashable {
        package let name: String?
        package let province: String?
        package let postcode: String?
        package let land: String?

        var all: [String] { [name, province, postcode, land].compactMap { $0 } }
    }

    package struct Level: Sendable, Hashable {
        package let column: String
        package let values: [String: AreaLevel]
    }

    /// Only rows with one of these values count.
    package struct RowRule: Sendable, Hashable {
        package let column: String
        package let values: [String]
        package let reason: Localized?
    }

    package enum PeriodSource: Sendable, Hashable {
        case fixed(Period)
        case column(String)
    }

    package struct Roles: Sendable, Hashable {
        package let column: String
        package let values: [String: MeasureRole]
    }

    /// What a sign in a cell means.
    package enum Meaning: Sendable, Hashable {
        case missing(MissingReason)
        /// None: the figure 0.
        case zero
    }

    package struct Column: Sendable, Hashable {
        package let selector: Selector
        package let indicator: String
        package let period: Period?
        package let role: MeasureRole?
        package let status: FigureStatus?
        package let missing: [String: Meaning]
        package let factor: Double
        package let isOptional: Bool
    }

    /// Which column is meant: by name without running number, or by title, unit and groups above it.
    package struct Selector: Sendable, Hashable, CustomStringConvertible {
        package var name: String?
        package var title: String?
        package var unit: String?
        package var under: [String] = []

        package var description: String {
            var parts: [String] = []
            if let name { parts.append(name) }
            if let title, title != name { parts.append(title) }
            if let unit { parts.append("(\(unit))") }
            return (under + [parts.joined(separator: " ")]).joined(separator: " / ")
        }
    }

    /// Columns of a file with one row per area and measure.
    package struct Tidy: Sendable, Hashable {
        package var measure: String
        package var value: String
        package var lower: String?
        package var upper: String?
        package var attribute: String?

        /// The layout that OData v4 always has.
        package static let odata = Tidy(measure: "Measure", value: "Value", attribute: "ValueAttribute")
    }

    package struct Skip: Sendable, Hashable {
        package let columns: [String]
        package let reason: Localized
    }

    /// Keys of the indicators this mapping fills, without repeats, in the order of the file.
    package var indicators: [String] {
        var seen: Set<String> = []
        return columns.map(\.indicator).filter { seen.insert($0).inserted }
    }
}

extension MeasureRole {
    /// What the word is on a screen.
    package var name: Localized {
        switch self {
        case .value: Localized(nl: "cijfer", en: "figure")
        case .lower: Localized(nl: "ondergrens", en: "lower bound")
        case .upper: Localized(nl: "bovengrens", en: "upper bound")
        }
    }
}
