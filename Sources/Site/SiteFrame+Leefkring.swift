import Areas
import Core
import Figures
import Knowledge
import Learning
import People
import Voices
import Web

extension SiteFrame {
    /// What stands around every page of this site.
    static func leefkring(_ configuration: Configuration) -> SiteFrame {
        var frame = SiteFrame(
            name: "Leefkring", place: configuration.place,
            menu: [
                MenuItem(Localized(nl: "Wijkprofielen", en: "Area profiles"), AreasRoute.browse.address),
                MenuItem(Localized(nl: "Waar woon je?", en: "Where do you live?"), AreasRoute.whereDoYouLive(nil).address),
                MenuItem(Localized(nl: "Vergelijken", en: "Compare"), PageAddress("vergelijken")),
                MenuItem(Localized(nl: "Cijfers", en: "Figures"), PageAddress("cijfers")),
                MenuItem(Localized(nl: "Stemmen", en: "Voices"), ConversationRoute.list().address),
                MenuItem(Localized(nl: "Leernetwerk", en: "Learning network"), NetworkRoutes.address),
                MenuItem(Localized(nl: "Hulp", en: "Help"), SitePage.help.address),
            ],
            footer: [
                MenuItem(Localized(nl: "Programma’s", en: "Programmes"), ProgrammeRoute.list().address),
                MenuItem(Localized(nl: "Organisaties", en: "Organisations"), OrganisationRoute.list().address),
                MenuItem(Localized(nl: "Contact", en: "Contact"), ContactRoute.site().address),
                MenuItem(Localized(nl: "Over Leefkring", en: "About Leefkring"), SitePage.about.address),
                MenuItem(Localized(nl: "Bronnen en open data", en: "Sources and open data"), PageAddress("bronnen")),
                MenuItem(Localized(nl: "Eigen cijfers", en: "Own figures"), OwnRoute.tables.address),
                MenuItem(Localized(nl: "Hoe wij rekenen", en: "How we calculate"), SitePage.method.address),
                MenuItem(Localized(nl: "Toegankelijkheid", en: "Accessibility"), SitePage.accessibility.address),
                MenuItem(Localized(nl: "Privacy", en: "Your privacy"), SitePage.privacy.address),
                MenuItem(Localized(nl: "Taken op de achtergrond", en: "Background jobs"), PageAddress("taken")),
            ],
            colophon: Localized(
                nl: "Leefkring is open software (EUPL-1.2). De cijfers zijn open data, met bronvermelding bij elk cijfer.",
                en: "Leefkring is open software (EUPL-1.2). The figures are open data, with their source at every figure."),
            search: KnowledgeRoute.search(SearchQuestion()).address,
            searchLabel: Localized(nl: "Zoek een buurt, wijk of gemeente", en: "Find a neighbourhood, district or municipality"),
            origin: configuration.web.origin, assets: Assets(directory: configuration.assets))
        frame.tools = [
            SiteFrame.Tool(.search, MenuItem(Localized(nl: "Zoeken", en: "Search"), KnowledgeRoute.search(SearchQuestion()).address)),
            SiteFrame.Tool(.person, MenuItem(Localized(nl: "Mijn Leefkring", en: "My Leefkring"), PeopleRoute.account.address)),
        ]
        frame.signIn = PeopleRoute.signIn().address
        return frame
    }
}
