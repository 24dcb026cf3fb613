import Core

/// An area of the Netherlands as it was in one boundary year.
package struct Area: Sendable, Hashable {
    package let year: Int
    package let code: AreaCode
    package let name: String
    /// The area directly above: neighbourhood -> district -> municipality -> province -> country. Nil for the country and where it is not known.
    package let parent: AreaCode?
    /// The postcode (four digits) that most addresses have, as far as the source gives it.
    package let postcode: String?
    /// Land surface in hectares, whole numbers, as published.
    package let landHectares: Double?

    package var level: AreaLevel { code.level }

    package init(year: Int, code: AreaCode, name: String, parent: AreaCode?, postcode: String? = nil, landHectares: Double? = nil) {
        self.year = year
        self.code = code
        self.name = name
        self.parent = parent
        self.postcode = postcode
        self.landHectares = landHectares
    }
}

/// The twelve provinces; their codes have not changed since 1986.
package enum Provinces {
    package static let names: [(code: String, name: String)] = [
        ("PV20", "Groningen"), ("PV21", "Fryslân"), ("PV22", "Drenthe"), ("PV23", "Overijssel"), ("PV24", "Flevoland"), ("PV25", "Gelderland"),
        ("PV26", "Utrecht"), ("PV27", "Noord-Holland"), ("PV28", "Zuid-Holland"), ("PV29", "Zeeland"), ("PV30", "Noord-Brabant"), ("PV31", "Limburg"),
    ]

    /// The province for a code (`PV25`, or the bare number `25` that some tables use) or for a name.
    package static func code(for text: String) -> AreaCode? {
        let wanted = text.count == 2 ? "PV" + text : text
        guard let found = names.first(where: { $0.code == wanted || $0.name == text || ($0.code == "PV21" && text == "Friesland") }) else { return nil }
        return AreaCode(found.code)
    }
}
