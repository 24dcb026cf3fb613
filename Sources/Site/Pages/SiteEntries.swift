import Areas
import Core
import Figures
import Web

extension SitePage {
    /// The pages about the site itself, and those that begin something, as things that can be found. They change with the program only.
    static var searchSource: SearchSource {
        SearchSource("site") {
            1
        } entries: {
            allCases.map(\.entry) + beginnings
        }
    }

    private var entry: SearchEntry {
        let parts = TextPages.parts(of: self)
        func text(_ language: Language) -> String {
            parts.flatMap { part in [part.heading[language] + "."] + part.paragraphs.map { $0[language] } }.joined(separator: " ")
        }
        return SearchEntry(.page, rawValue, title: title, text: Localized(nl: text(.nl), en: text(.en)), path: address.segments)
    }

    private static let beginnings: [SearchEntry] = [
        beginning(
            "waar-woon-je", Localized(nl: "Waar woon je?", en: "Where do you live?"),
            Localized(nl: "Van je postcode of plaats naar je buurt.", en: "From your postcode or town to your neighbourhood."),
            AreasRoute.whereDoYouLive(nil).address),
        beginning(
            "gebieden", Localized(nl: "Alle gebieden", en: "All areas"),
            Localized(nl: "Blader door provincies, gemeenten, wijken en buurten.", en: "Browse provinces, municipalities, districts and neighbourhoods."),
            AreasRoute.browse.address),
        beginning(
            "vergelijken", Localized(nl: "Gebieden vergelijken", en: "Compare areas"),
            Localized(nl: "Zet de cijfers van twee of meer gebieden naast elkaar.", en: "Put the figures of two or more areas side by side."),
            FiguresRoute.comparison([]).address),
        beginning(
            "cijfers", Localized(nl: "Alle cijfers", en: "All figures"),
            Localized(nl: "Elk cijfer, met wat het betekent en wat het niet zegt.", en: "Every figure, with what it means and what it does not say."),
            FiguresRoute.catalogue.address),
        beginning(
            "bronnen", Localized(nl: "Bronnen en open data", en: "Sources and open data"),
            Localized(
                nl: "Waar de cijfers vandaan komen, met licentie en datum. Je kunt ze ook ophalen.",
                en: "Where the figures come from, with licence and date. You can download them too."),
            FiguresRoute.sources.address),
        beginning(
            "api", APIHelp.title, Localized(nl: "Haal de cijfers op met een programma.", en: "Get the figures with a program."), APIHelp.address),
    ]

    private static func beginning(_ key: String, _ title: Localized, _ text: Localized, _ address: PageAddress) -> SearchEntry {
        SearchEntry(.page, "begin/" + key, title: title, text: text, path: address.segments)
    }
}
