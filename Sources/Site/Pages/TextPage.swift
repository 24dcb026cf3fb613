import Core
import HTML
import People
import Web

/// A page of headings and paragraphs.
struct TextPage: Component {
    let page: SitePage
    let language: Language

    var body: some HTML {
        TextColumn(page.title[language]) {
            Each(TextPages.parts(of: page)) { part in
                section {
                    h2 { part.heading[language] }
                    Each(part.paragraphs) { paragraph in p { paragraph[language] } }
                    if let link = part.link { p { a(.href(link.address.url(in: language))) { link.title[language] } } }
                }
            }
        }
    }
}

/// The words of the pages about the site.
enum TextPages {
    struct Part: Sendable {
        let heading: Localized
        let paragraphs: [Localized]
        /// Where to read on.
        let link: MenuItem?

        init(_ heading: Localized, _ paragraphs: Localized..., link: MenuItem? = nil) {
            self.heading = heading
            self.paragraphs = paragraphs
            self.link = link
        }
    }

    static func parts(of page: SitePage) -> [Part] {
        switch page {
        case .about: about
        case .help: help
        case .method: method
        case .accessibility: accessibility
        case .privacy: privacy
        }
    }

    private static let about: [Part] = [
        Part(
            Localized(nl: "Waarvoor is Leefkring?", en: "What is Leefkring for?"),
            Localized(
                nl: "Leefkring laat zien hoe het gaat met een buurt, wijk of gemeente. Eerst de cijfers, en steeds met wat ze waard zijn.",
                en: "Leefkring shows how a neighbourhood, district or municipality is doing. Figures first, always with what they are worth."),
            Localized(
                nl: "Een cijfer is een begin van een gesprek. Het zegt iets over een gebied, en nooit iets over één persoon.",
                en: "A figure is the start of a conversation. It says something about an area, and never anything about one person.")),
        Part(
            Localized(nl: "Open software en open data", en: "Open software and open data"),
            Localized(
                nl: "Iedereen mag de software gebruiken en verbeteren. De licentie is EUPL-1.2. Alle cijfers komen uit open bronnen.",
                en: "Anyone may use and improve the software. Its licence is EUPL-1.2. All figures come from open sources."),
            Localized(
                nl: "Gemeenten en bronnen die je hier ziet, horen niet bij Leefkring. Is dat anders, dan staat dat erbij.",
                en: "The municipalities and sources you see here are not involved in Leefkring. Where they are, it says so.")),
    ]

    private static let help: [Part] = [
        Part(
            Localized(nl: "Een gebied vinden", en: "Finding an area"),
            Localized(
                nl: "Zoek op naam, postcode of code. Een typefout is niet erg. Je kunt ook bladeren: van provincie naar gemeente, wijk en buurt.",
                en:
                    "Search by name, postcode or code. A typing error does not matter. You can also browse: from province to municipality, district and neighbourhood."
            )),
        Part(
            Localized(nl: "Een strook lezen", en: "Reading a strip"),
            Localized(
                nl: "Bovenaan staan de gebieden van dezelfde gemeente als stippen. Daaronder zie je hoe vaak elke waarde in Nederland voorkomt.",
                en: "On top, the areas of the same municipality are dots. Below you see how often each value occurs in the Netherlands."),
            Localized(
                nl: "De ring is het gebied zelf. Een gestippelde ring is een schatting. Het streepje is het middelste gebied van Nederland.",
                en: "The ring is the area itself. A dashed ring is an estimate. The small line is the middle area of the Netherlands.")),
        Part(
            Localized(nl: "Waarom staat er geen cijfer?", en: "Why is there no figure?"),
            Localized(
                nl: "De bron geeft soms geen cijfer. Bijvoorbeeld omdat er te weinig mensen wonen. Dan staat de reden erbij. Het is nooit nul.",
                en: "Sometimes the source gives no figure. For instance because too few people live there. Then the reason is given. It is never zero.")),
        Part(
            Localized(nl: "Meenemen", en: "Taking it with you"),
            Localized(
                nl: "Onder elk profiel kun je alle cijfers downloaden als CSV of JSON. Afdrukken kan met de afdrukknop van je browser.",
                en: "Below every profile you can download all figures as CSV or JSON. Print with your browser's print command."),
            Localized(
                nl: "Programma’s kunnen de cijfers opvragen via de API. De uitleg staat op /hulp/api.",
                en: "Programs can ask for the figures through the API. It is explained at /hulp/api.")),
    ]

    private static let method: [Part] = [
        Part(
            Localized(nl: "Afronding", en: "Rounding"),
            Localized(
                nl: "Het CBS rondt aantallen inwoners en huishoudens per buurt en wijk af op vijf, met toeval. Het echte aantal kan vier hoger of lager zijn.",
                en:
                    "CBS rounds numbers of residents and households per neighbourhood and district to five, at random. The true number may be four higher or lower."
            ),
            Localized(
                nl: "Rekenen wij met zulke getallen, dan rekenen wij die ruimte mee. Daarom zie je soms ‘tussen … en …’.",
                en: "When we calculate with such numbers, we carry that room along. That is why you sometimes see ‘between … and …’.")),
        Part(
            Localized(nl: "Toeval bij kleine aantallen", en: "Chance in small numbers"),
            Localized(
                nl: "Tien misdrijven in een jaar hadden er door toeval ook vijf of achttien kunnen zijn. Wij tonen daarom een 95%-interval (Poisson).",
                en: "Ten crimes in a year could by chance have been five or eighteen. So we show a 95% interval (Poisson).")),
        Part(
            Localized(nl: "Modelschattingen", en: "Model estimates"),
            Localized(
                nl: "Gezondheid per buurt is een schatting met een model. Die zegt vooral wat mensen met dezelfde kenmerken elders antwoorden.",
                en: "Health per neighbourhood is a model estimate. It mainly says what people with the same characteristics answer elsewhere."),
            Localized(
                nl: "Gebruik zo’n cijfer nooit om te laten zien dat een aanpak werkt.",
                en: "Never use such a figure to show that an approach works.")),
        Part(
            Localized(nl: "Hoger, lager of rond het midden", en: "Higher, lower or around the middle"),
            Localized(
                nl:
                    "Wij zeggen ‘hoger’ als minstens 60% van de gebieden lager zit, en de marge niet over het midden heen gaat. Gelijke waarden tellen niet mee.",
                en: "We say ‘higher’ when at least 60% of the areas are lower and the margin does not cross the middle. Equal values do not count.")),
        Part(
            Localized(nl: "Vergelijken met eerdere jaren", en: "Comparing with earlier years"),
            Localized(
                nl: "Grenzen en codes van buurten veranderen. Een lijn trekken wij alleen als het om hetzelfde gebied en dezelfde methode gaat.",
                en: "Borders and codes of neighbourhoods change. We draw a line only when area and method are the same."),
            Localized(
                nl: "Bij twijfel tonen wij een breuk. Wij kijken naar de oppervlakte land en de naam in beide jaren.",
                en: "In doubt we show a break. We look at the land surface and the name in both years.")),
    ]

    private static let accessibility: [Part] = [
        Part(
            Localized(nl: "Zo maken wij de site", en: "How we make the site"),
            Localized(
                nl: "Wij bouwen naar WCAG 2.2, niveau AA. Alles werkt met het toetsenbord, zonder script, op een telefoon en op papier.",
                en: "We build to WCAG 2.2, level AA. Everything works by keyboard, without scripts, on a phone and on paper."),
            Localized(
                nl: "Elke grafiek heeft een tekst en een tabel. Naast elke kaart staat een lijst met dezelfde gegevens.",
                en: "Every chart has a text and a table. Beside every map there is a list with the same data.")),
        Part(
            Localized(nl: "Zo toetsen wij de site", en: "How we check the site"),
            Localized(
                nl: "Bij elke verandering toetst een programma alle soorten pagina’s. Zo’n programma vindt niet alles. Daarom is onderzoek door mensen nodig.",
                en: "With every change a program checks all kinds of pages. Such a program does not find everything. That is why an audit by people is needed.")
        ),
    ]

    private static let privacy: [Part] = [
        Part(
            Localized(nl: "Wij volgen je niet", en: "We do not track you"),
            Localized(
                nl: "Lees je alleen? Dan plaatsen wij geen cookies. Wij laden niets van andere websites. Wat je zoekt, bewaren wij niet.",
                en: "Do you only read? Then we set no cookies. We load nothing from other websites. We do not keep what you search for.")),
        Part(
            Localized(nl: "Als je een formulier invult of je aanmeldt", en: "When you fill in a form or sign in"),
            Localized(
                nl: "Dan plaatsen wij één cookie, alleen voor deze site. Die houdt je formulier veilig. Meld je je aan? Dan weet hij ook dat jij het bent.",
                en: "Then we set one cookie, for this site only. It keeps your form safe. Do you sign in? Then it also knows that it is you."),
            Localized(
                nl: "De cookie verdwijnt als je je afmeldt of je browser sluit. Andere cookies hebben wij niet.",
                en: "The cookie is gone when you sign out or close your browser. We have no other cookies."),
            Localized(
                nl: "Wij bewaren je naam, je mailadres en je rollen. Wat je verandert, schrijven wij op. Je leest je eigen deel bij Mijn Leefkring.",
                en: "We keep your name, your mail address and your roles. What you change is written down. You read your own part under My Leefkring."),
            link: MenuItem(Localized(nl: "Wat wij van je bewaren", en: "What we keep of you"), PeopleRoute.register.address)),
        Part(
            Localized(nl: "Waar je vandaan komt", en: "Where you come from"),
            Localized(
                nl: "Wij bewaren niet vanaf welk adres op internet je komt. De server kijkt er alleen naar om te veel vragen tegen te houden.",
                en: "We do not keep from which address on the internet you come. The server only looks at it to hold back too many requests."),
            Localized(
                nl: "Meld je je aan? Dan bewaren wij één dag een kenmerk van dat adres. Niemand kan het adres eruit lezen.",
                en: "Do you sign in? Then we keep a mark of that address for one day. Nobody can read the address from it.")),
        Part(
            Localized(nl: "Wat je kunt vragen", en: "What you can ask"),
            Localized(
                nl: "Bij Mijn Leefkring zie je wie je gegevens las. Je haalt daar ook alles op wat wij van je hebben.",
                en: "Under My Leefkring you see who read your data. There you also get everything that we have of you."),
            Localized(
                nl: "Klopt er iets niet, of wil je dat wij je gegevens wissen? Vraag het een beheerder.",
                en: "Is something wrong, or do you want us to erase your data? Ask an administrator.")),
        Part(
            Localized(nl: "Cijfers zijn geen mensen", en: "Figures are not people"),
            Localized(
                nl: "Alle cijfers zijn openbaar en gaan over gebieden. De bron laat cijfers weg als ze iets over één persoon kunnen zeggen.",
                en: "All figures are public and about areas. The source leaves figures out where they could say something about one person.")),
    ]
}
