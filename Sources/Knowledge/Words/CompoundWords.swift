import Dutch
import Foundation

/// The words that Dutch compounds consist of: from a file that was made at set-up, from the system's dictionary, or the small list that comes along.
package enum CompoundWords {
    /// OpenTaal's list as Debian's package `wdutch` puts it down; one word a line.
    package static let systemDictionary = "/usr/share/dict/dutch"

    /// The words of a file that ``make(from:)`` made; where it cannot be read, the small list.
    ///
    /// - Parameter path: nil for the small list
    package static func read(_ path: String?) -> WordList {
        guard let path, let list = try? WordList(file: URL(filePath: path)) else { return small }
        return list
    }

    /// A list for a file: about 3 MB of 350,000 words, made in some seconds. The small list's words are in it too.
    ///
    /// - Returns: nil where there is no such dictionary
    package static func make(from dictionary: String = systemDictionary) -> WordList? {
        guard let text = try? String(contentsOfFile: dictionary, encoding: .utf8) else { return nil }
        return WordListBuilder.list(from: text + "\n" + lines)
    }

    /// The words of the domain: enough for the compounds that the subjects of this platform are named by.
    package static let small = WordListBuilder.list(from: lines)

    private static let lines = words.split(separator: " ").joined(separator: "\n")

    /// Compounds stand here too: how many of them a word makes says how good a part it is.
    private static let words = """
        aandacht aanpak aanpakken accommodatie accommodaties activiteit activiteiten adres adressen advies adviezen afronding afspraak afspraken afstand \
        afstanden afval agenda agenda's ambtenaar ambtenaren ambitie ambities analyse analyses arbeid arbeidsmarkt arm armoede armoedebeleid arts artsen \
        auto autobezit baan banen beeld beelden begeleider begeleiders begeleiding begroting beheer beleid beleving bericht berichten beroep beroepsbevolking \
        besluit besluiten bestuur bestuurder bestuurders bevolking bevolkingsgroei bewegen beweging bewoner bewoners bewonersgroep bewonersparticipatie bezit \
        bibliotheek bibliotheken bijeenkomst bijeenkomsten bijstand bijstandsuitkering boodschap boodschappen boom bomen bouw bouwjaar bouwjaren bouwen brief \
        bron bronnen budget buitenruimte bureau burger burgerinitiatief burgerparticipatie burgers bus bushalte buurt buurtaanpak buurtagenda buurtbewoners \
        buurten buurthuis buurthuizen buurtinitiatief buurtplan buurtprofiel buurtsport buurtteam buurtwerk casus centrum cijfer cijfers cluster clusters \
        coach coaches cohesie collectief contact contacten corporatie corporaties crisis cultuur dag dagbesteding data dichtheid dienst diensten \
        dienstverlening dijk doel doelen doelgroep doelgroepen dorp dorpen dorpshuis dorpshuizen dorpsraad draagvlak druk duur duurzaam economie een eenzaam \
        eenzaamheid effect effecten eigenaar eigenaren energie energiearmoede energieverbruik ervaring ervaringen evaluatie fiets fietspad fietspaden financiering \
        functie functies gas gasverbruik gebied gebieden gebiedsaanpak gebiedsanalyse gebiedsplan gebouw gebouwen geld geluid geluidsoverlast gemeente gemeenten \
        gemeenteraad gemeentehuis gemeenschap gemeenschappen gesprek gesprekken gevoel geweld gewicht gezin gezinnen gezinsinkomen gezond gezondheid \
        gezondheidszorg goed grens grenzen groei groen groenvoorziening groep groepen grond halte hart huis huisarts huisartsen huishouden huishoudens \
        huisvesting huizen hulp hulpverlener hulpverleners hulpverlening huren huur huurder huurders huurprijs huurwoning huurwoningen idee infra infrastructuur \
        initiatief initiatieven inkomen inkomens inspiratie instelling instellingen interventie interventies intervisie inwoner inwoners inwonersaantal jaar jaren \
        jeugd jeugdhulp jeugdzorg jong jongeren jongerenwerk kaart kaarten kans kansen kansenongelijkheid kennis kennisbank kennisdeling kennisinstelling \
        kennisnetwerk kind kinderen kinderopvang klas klimaat klimaatadaptatie kosten koop koopwoning koopwoningen kring kringen kringbegeleider kwaliteit kwaliteiten \
        kwetsbaar kwetsbaarheid laag land landen last leef leefbaar leefbaarheid leefbaarheidsaanpak leefomgeving leefstijl leer leerkring leerkringen leerling \
        leerlingen leernetwerk leernetwerken leeftijd leeftijden leerproces leven levensloop lezen lichaam loket maand maat maatregel maatregelen maatschappij \
        mantelzorg mantelzorger mantelzorgers markt meedoen meldpunt melding meldingen mens mensen methode methoden methodes middelen midden migratie milieu mobiliteit \
        monitor nacht natuur net netwerk netwerken norm normen ondernemer ondernemers onderwijs onderwijsniveau onderzoek onderzoeken ontmoeting ontmoetingen \
        ontmoetingsplek ontmoetingsplekken ontwikkeling ontwikkelingen onveiligheid opbouw opbouwwerk opbouwwerker opgave opgaven opleiding opleidingen \
        opleidingsniveau opvang ouder ouderen ouderenzorg ouders overheid overlast overleg pad park parken parkeren parkeerplaats participatie participatieraad \
        partner partners pilot pilots plaats plaatsen plan plannen platform plein pleinen plek plekken politie post postcode postcodes praktijk \
        praktijkvoorbeeld praktijkvoorbeelden preventie prijs prijzen proces processen product professional professionals profiel profielen programma \
        programma's project projecten projectleider provincie provincies punt punten raad regel regels regeling regelingen regio regio's register risico risico's \
        rol rollen rond ruimte ruimten ruimtes samen samenhang samenleving samenwerking samenwerkingsverband schade scholen school schoolplein schuld schulden \
        schuldhulp schuldhulpverlening situatie sociaal sociale speel speelplaats speelplek speeltuin speeltuinen sport sportclub sportpark sportvereniging \
        sportverenigingen staat stad steden stadsdeel stapel stapeling stem stemmen steun straat straten straatverlichting structuur structuren subsidie subsidies systeem taal \
        taalachterstand taalhuis team teams tekst tekort thema thema's thuis thuiszorg tijd toegang toekomst toeslag toeslagen toezicht training trainingen \
        trend tuin tuinen uitkering uitkeringen uitkomst uitkomsten uitvoering vaardigheid vaardigheden veilig veiligheid veiligheidsgevoel veld verbruik \
        vereniging verenigingen vergelijking vergrijzing verhaal verhalen verkeer verkeersveiligheid verlening verlichting vermogen verslag verslagen verzuim \
        verzorging voeding voedselbank voorbeeld voorbeelden voorziening voorzieningen voorzieningenniveau vorm vraag vragen vrijwilliger vrijwilligers \
        vrijwilligerswerk waarde waarden waardering water week weg wegen welzijn welzijnswerk werk werkgroep werkgever werkgevers werkloosheid werkplan werkwijze \
        wet wetten wijk wijkaanpak wijkagenda wijkaccommodatie wijkaccommodaties wijkanalyse wijkbewoners wijken wijkmanager wijkplan wijkprofiel wijkprofielen \
        wijkraad wijkteam wijkteams wijkverpleging winkel winkels winkelcentrum wonen woning woningbouw woningcorporatie woningcorporaties woningen woningnood \
        woningtekort woningvoorraad woningwaarde woon woonbegeleiding woonkosten woonlasten woonomgeving woonplaats woonvorm zaak zaken zelf ziek ziekte ziekten \
        zorg zorgaanbod zorgen zorgkosten zorgnetwerk zorgverlener zorgverleners zorgverlening
        """
}
