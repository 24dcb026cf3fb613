import Areas
import Core

/// A profile as data: what the page shows, for programs. The download, the API and the command print this same value.
///
/// Keys are Dutch. Values are as the source delivered them: not rounded, in the unit of the source. What is missing is null, with its reason.
package struct ProfileDocument: Codable, Sendable, Hashable {
    package let area: AreaItem
    package let figures: [FigureItem]
    /// Every delivery a value comes from, with the words its licence asks for.
    package let sources: [SourceItem]

    enum CodingKeys: String, CodingKey {
        case area = "gebied", figures = "cijfers", sources = "bronnen"
    }

    package struct AreaItem: Codable, Sendable, Hashable {
        package let code: String
        package let name: String
        /// `buurt`, `wijk`, `gemeente`, `provincie`, `land`
        package let level: AreaLevel
        /// The year whose borders and codes are meant.
        package let year: Int
        @ExplicitNull package var landHectares: Double?
        @ExplicitNull package var postcode: String?
        /// From the country down, the area itself not included.
        package let within: [Place]

        enum CodingKeys: String, CodingKey {
            case code, name = "naam", level = "niveau", year = "indeling", landHectares = "hectareLand", postcode, within = "ligtIn"
        }
    }

    package struct Place: Codable, Sendable, Hashable {
        package let code: String
        package let name: String
        package let level: AreaLevel

        enum CodingKeys: String, CodingKey {
            case code, name = "naam", level = "niveau"
        }
    }

    package struct FigureItem: Codable, Sendable, Hashable {
        package let key: String
        package let name: Localized
        package let theme: String
        package let unit: UnitItem
        package let kind: String
        /// `register`, `sample`, `model`, `registration`
        package let basis: String
        package let doesNotSay: Localized
        /// Oldest first.
        package let observations: [ObservationItem]
        @ExplicitNull package var nation: PlaceItem?
        @ExplicitNull package var municipality: PlaceItem?
        package let cautions: [Localized]

        enum CodingKeys: String, CodingKey {
            case key = "sleutel", name = "naam", theme = "thema", unit = "eenheid", kind = "soort", basis = "grondslag", doesNotSay = "zegtNiet"
            case observations = "waarnemingen", nation = "plaatsInNederland", municipality = "plaatsInGemeente", cautions = "letOp"
        }
    }

    /// How a value is written for people: `prefix` + value × `factor`, with `decimals` digits, + `suffix`.
    package struct UnitItem: Codable, Sendable, Hashable {
        package let prefix: String
        package let suffix: Localized
        package let factor: Double
        package let decimals: Int

        enum CodingKeys: String, CodingKey {
            case prefix = "voor", suffix = "achter", factor, decimals = "decimalen"
        }
    }

    package struct ObservationItem: Codable, Sendable, Hashable {
        /// ISO 8601: `2024`, `2024-05`, `2024-01-01`
        package let period: String
        @ExplicitNull package var value: Double?
        /// Why there is no value; null when there is one.
        @ExplicitNull package var reason: Reason?
        @ExplicitNull package var margin: Margin?
        /// `definitive`, `nearDefinitive`, `provisional`
        package let status: String
        /// Whether it speaks of the same piece of land as the area.
        package let isComparable: Bool
        @ExplicitNull package var notComparable: Localized?
        /// Refers to a source: `kwb-2024:1`.
        package let source: String

        enum CodingKeys: String, CodingKey {
            case period = "periode", value = "waarde", reason = "reden", margin = "marge", status = "stand", isComparable = "vergelijkbaar"
            case notComparable = "nietVergelijkbaarOmdat", source = "bron"
        }
    }

    package struct Reason: Codable, Sendable, Hashable {
        package let code: String
        package let text: Localized

        enum CodingKeys: String, CodingKey {
            case code, text = "uitleg"
        }
    }

    package struct Margin: Codable, Sendable, Hashable {
        package let lower: Double
        package let upper: Double
        /// `published`, `chance` (95 %), `rounding`
        package let kind: String

        enum CodingKeys: String, CodingKey {
            case lower = "van", upper = "tot", kind = "soort"
        }
    }

    /// Where the newest value stands among the areas of its level. Shares from 0 to 1; equal values count for neither.
    package struct PlaceItem: Codable, Sendable, Hashable {
        package let count: Int
        package let missing: Int
        package let lowerShare: Double
        package let higherShare: Double
        package let median: Double

        enum CodingKeys: String, CodingKey {
            case count = "aantal", missing = "zonderCijfer", lowerShare = "deelLager", higherShare = "deelHoger", median = "midden"
        }
    }

    package struct SourceItem: Codable, Sendable, Hashable {
        package let key: String
        package let number: Int
        package let title: String
        package let publisher: String
        @ExplicitNull package var table: String?
        @ExplicitNull package var address: String?
        package let licence: String
        package let attribution: String
        package let boundaryYear: Int
        /// RFC 3339, UTC.
        @ExplicitNull package var retrieved: String?
        @ExplicitNull package var modified: String?
        package let imported: String
        package let digest: String

        enum CodingKeys: String, CodingKey {
            case key = "sleutel", number = "levering", title = "titel", publisher = "uitgever", table = "tabel", address = "adres", licence = "licentie"
            case attribution = "naamsvermelding", boundaryYear = "indeling", retrieved = "opgehaald", modified = "gewijzigd", imported = "ingelezen"
            case digest = "sha256"
        }
    }
}

/// An optional that is written as `null` instead of being left out: in this document an absent key never means "unknown".
@propertyWrapper
package struct ExplicitNull<Value: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
    package var wrappedValue: Value?

    package init(wrappedValue: Value?) {
        self.wrappedValue = wrappedValue
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        wrappedValue = container.decodeNil() ? nil : try container.decode(Value.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}
