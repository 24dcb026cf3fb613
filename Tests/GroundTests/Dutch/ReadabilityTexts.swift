/// Texts made for these tests: what a municipality would say to residents, and how offices write the same.
enum ReadabilityTexts {
    static let simple = [
        """
        Wij gaan de straat opknappen. In mei beginnen wij met de riolen. Daarna krijgt de straat nieuwe stenen. Je kunt dan een paar dagen niet met
        de auto bij je huis.
        Parkeer je auto in die tijd op het plein. Heb je een vraag? Bel ons op werkdagen tussen 9 en 17 uur. Of kom langs in het buurthuis. De koffie
        staat klaar.
        """,
        """
        In deze buurt wonen 4.510 mensen. Ongeveer een derde is ouder dan 65 jaar. Veel ouderen wonen alleen. Sommige mensen vinden dat fijn, andere
        voelen zich eenzaam.
        Wij willen weten wat jij nodig hebt. Vul daarom de vragen in. Dat kost je tien minuten. Wij zeggen niet tegen anderen wat je hebt ingevuld.
        """,
        """
        Heb je weinig geld? Dan kun je hulp krijgen van de gemeente. Je kunt geld krijgen voor sport, voor school of voor een nieuwe wasmachine.
        Je vraagt het aan met een formulier. Neem deze papieren mee:
        - je paspoort
        - een brief over je inkomen
        - je huurcontract
        Binnen drie weken hoor je of je het geld krijgt.
        """,
        """
        Het cijfer gaat over alle mensen die in de buurt wonen. Het zegt niets over jou of je buren. Een klein verschil tussen twee buurten kan toeval zijn.
        Kijk daarom ook naar de marge. Overlappen de marges? Dan weet je niet welke buurt hoger is. Vraag ook aan bewoners hoe het gaat.
        """,
        """
        Vorig jaar kwamen 120 mensen naar de avond over het park. Zij wilden vooral meer bomen en een plek om te zitten. De wethouder heeft dat plan gekozen.
        Een deel van de buurt wilde liever een speeltuin. Die komt er niet, omdat er te weinig plaats is. Wel komen er twee schommels bij de ingang.
        """,
    ]

    static let official = [
        """
        Ten behoeve van de realisatie van de herinrichting van de openbare ruimte wordt met ingang van 1 mei 2025 de onderhavige rijbaan voor
        gemotoriseerd verkeer
        gestremd, met dien verstande dat de bereikbaarheid van de aanliggende percelen voor hulpdiensten te allen tijde wordt gewaarborgd.
        Belanghebbenden worden
        verzocht hun voertuigen gedurende de uitvoeringsperiode elders te parkeren.
        """,
        """
        De gemeente heeft in het kader van haar integrale beleid met betrekking tot sociaaleconomische gezondheidsverschillen een monitoringsinstrument laten
        ontwikkelen. De hiermee verkregen indicatoren worden periodiek geactualiseerd en dienen als onderbouwing voor de prioritering van interventies. Bij de
        interpretatie dient rekening te worden gehouden met de statistische betrouwbaarheid.
        """,
        """
        Indien de aanvraag niet voldoet aan de vigerende voorschriften, wordt de aanvrager in de gelegenheid gesteld het verzuim binnen een door het
        college te bepalen
        termijn te herstellen, bij gebreke waarvan de aanvraag buiten behandeling kan worden gelaten conform artikel 4:5 van de Algemene wet bestuursrecht.
        """,
        """
        Uit de evaluatie blijkt dat de participatie van ondervertegenwoordigde bevolkingsgroepen achterblijft. Derhalve is geadviseerd de
        communicatiestrategie te
        intensiveren, alsmede maatschappelijke organisaties structureel te betrekken bij de voorbereiding van besluitvormingsprocedures. De
        verantwoordelijkheid
        daarvoor wordt belegd bij de afdeling bedrijfsvoering.
        """,
        """
        Het college stelt zich op het standpunt dat de bezwaren ongegrond dienen te worden verklaard, aangezien de belangen van de omwonenden in
        voldoende mate zijn
        meegewogen en niet is gebleken van bijzondere omstandigheden op grond waarvan van het bestemmingsplan zou moeten worden afgeweken.
        """,
    ]
}
