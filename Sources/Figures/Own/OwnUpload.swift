import Core

/// What an administrator says of a file with own data: how it is read and what it is called.
package struct OwnUpload: Sendable, Hashable {
    /// What a row says of its place.
    package enum Unit: String, Sendable, Hashable, CaseIterable {
        case neighbourhood = "buurt"
        case district = "wijk"
        case municipality = "gemeente"
        case postcode
        case point = "punt"

        /// The smallest areas that are counted.
        package var level: AreaLevel {
            switch self {
            case .neighbourhood, .postcode, .point: .neighbourhood
            case .district: .district
            case .municipality: .municipality
            }
        }
    }

    package enum Form: Sendable, Hashable {
        /// A row is one record; it counts once, in the category that it names.
        case records(category: String?)
        /// A row is an area; each column holds a whole count.
        case counts(columns: [String])
    }

    package let key: String
    package let title: Localized
    package let period: Period
    package let unit: Unit
    package let form: Form
    /// Column with the code or postcode; for points with x or the longitude.
    package let column: String
    /// Column with y or the latitude; for points only.
    package let secondColumn: String?
    /// Nil for the newest.
    package let boundaryYear: Int?
    /// Name of the sheet of a workbook; nil for the first.
    package let tab: String?
    /// Who counted, as the page says it.
    package let source: String
    /// k: lowest count that is published.
    package let threshold: Int

    package init(
        key: String, title: Localized, period: Period, unit: Unit, form: Form, column: String? = nil, secondColumn: String? = nil, boundaryYear: Int? = nil,
        tab: String? = nil, source: String = "", threshold: Int = 10
    ) {
        self.key = key
        self.title = title
        self.period = period
        self.unit = unit
        self.form = form
        self.column = column ?? (unit == .point ? "x" : unit.rawValue)
        self.secondColumn = unit == .point ? secondColumn ?? "y" : nil
        self.boundaryYear = boundaryYear
        self.tab = tab
        self.source = source
        self.threshold = threshold
    }

    package static let thresholds = 5...1000

    /// Everything that decides what comes out of the same bytes.
    var fingerprint: String {
        "\(key)|\(title)|\(period)|\(unit)|\(form)|\(column)|\(secondColumn ?? "")|\(boundaryYear ?? 0)|\(tab ?? "")|\(source)|\(threshold)"
    }

    /// What of this cannot be, whatever the file holds.
    func check(_ name: String, _ findings: inout Findings) {
        if !OwnKey.isValid(key) { findings.error(name, column: "--key", value: key, OwnKey.expected) }
        if title.nl.trimmed.isEmpty || title.nl.count > 200 || title.en.count > 200 {
            findings.error(
                name, column: "--title", value: title.nl, Localized(nl: "Geef een titel van 1 tot 200 tekens.", en: "Give a title of 1 to 200 characters."))
        }
        if !Self.thresholds.contains(threshold) {
            findings.error(
                name, column: "--threshold", value: String(threshold),
                Localized(nl: "De ondergrens ligt tussen 5 en 1000.", en: "The threshold lies between 5 and 1000."))
        }
    }
}

/// Permanent names of own tables and custom areas, as they stand in addresses.
package enum OwnKey {
    package static func isValid(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return text.utf8.count <= 60
            && parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) } }
    }

    static let expected = Localized(
        nl: "Een naam bestaat uit kleine letters en cijfers, met streepjes ertussen, hoogstens 60.",
        en: "A name has lower case letters and digits, with hyphens between, 60 at most.")
}

/// What was counted: whole numbers per smallest area and category. Nothing else of a file is kept.
struct OwnCounts: Sendable, Hashable {
    let boundaryYear: Int
    /// Sorted, each once.
    let leaves: [AreaCode]
    /// At least two, or none where only totals are counted.
    let categories: [String]
    /// Per area a number for each category; one number where there are none.
    let atoms: [[Int]]
    let rows: Int
}
