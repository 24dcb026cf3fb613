import Areas
import Core
import OpenAPI
import Web

/// The parameters that say which figures are meant.
enum FigureParameters {
    static let keyPattern = "^[a-z0-9]+(-[a-z0-9]+)*$"

    static let key = EndpointParameter<Indicator>.path(
        "sleutel", .string(pattern: keyPattern), Localized(nl: "De vaste naam van het cijfer.", en: "The permanent name of the figure."),
        example: "inwoners", read: Catalogue.indicator)

    static let source = EndpointParameter<String>.path(
        "bron", .string(pattern: keyPattern), Localized(nl: "De vaste naam van de bron.", en: "The permanent name of the source."), example: "kwb-2024",
        read: { $0 })

    static let number = EndpointParameter<Int>.path(
        "nummer", .integer(minimum: 1), Localized(nl: "Het volgnummer van de levering.", en: "The running number of the delivery."), example: "1",
        read: positive)

    static let theme = EndpointParameter<Theme>.choice(
        "thema", of: Theme.self, Localized(nl: "Alleen cijfers van dit thema.", en: "Only figures of this theme."))

    static let level = EndpointParameter<AreaLevel>.choice(
        "niveau", of: AreaLevel.self, default: .municipality, Localized(nl: "Gebieden van dit niveau.", en: "Areas of this level."))

    static let period = EndpointParameter<Period>.query(
        "periode", .string(pattern: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
        Localized(nl: "De tijd waar het cijfer over gaat.", en: "The time the figure is about."),
        expected: Localized(nl: "Een jaar, maand of dag, zoals 2024, 2024-05 of 2024-01-01.", en: "A year, month or day, such as 2024, 2024-05 or 2024-01-01.")
    ) { text in Period(text).flatMap { $0.description == text ? $0 : nil } }

    static let indicators = EndpointParameter<[Indicator]>.query(
        "indicator", .array(of: .string(pattern: keyPattern), minimumCount: 1, maximumCount: 200),
        Localized(nl: "Alleen deze cijfers, met komma's ertussen.", en: "Only these figures, with commas between."),
        expected: Localized(nl: "Sleutels uit de lijst van indicatoren.", en: "Keys from the list of indicators."),
        example: "inwoners,huishoudens", node: ["inwoners", "huishoudens"]
    ) { text in
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let found = parts.compactMap { Catalogue.indicator(String($0)) }
        return parts.count <= 200 && found.count == parts.count ? found : nil
    }

    static let edition = EndpointParameter<EditionName>.query(
        "editie", .string(pattern: "^[a-z0-9]+(-[a-z0-9]+)*:[1-9][0-9]{0,5}$"),
        Localized(nl: "Lees een levering zoals die kwam, ook als er een nieuwere is.", en: "Read a delivery as it came, also when there is a newer one."),
        expected: Localized(nl: "De bron en het nummer, zoals kwb-2024:1.", en: "The source and the number, such as kwb-2024:1."), read: EditionName.init)

    static let all = EndpointParameter<Bool>.flag(
        "alles", Localized(nl: "Ook de cijfers die het gewone profiel weglaat.", en: "Also the figures that the ordinary profile leaves out."))

    /// Digits only, no zero in front: one resource has one address.
    static func positive(_ text: String) -> Int? {
        guard text.utf8.count <= 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number > 0, String(number) == text else {
            return nil
        }
        return number
    }
}

/// Which delivery: `kwb-2024:1`.
struct EditionName: Sendable, Hashable {
    let source: String
    let number: Int

    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 100, let number = FigureParameters.positive(String(parts[1])) else { return nil }
        self.source = String(parts[0])
        self.number = number
    }
}
