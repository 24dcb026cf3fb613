import Foundation
import TestSupport
import Testing

@testable import Dutch

@Suite("Stems of Dutch words")
struct StemTests {
    /// From section 2 of the specification, and words that each step of the definition is for.
    @Test(
        "KP: the published algorithm, its mistakes included",
        arguments: [
            ("schuld", "schuld"), ("schulden", "schul"), ("kwetsbaar", "kwets"), ("kwetsbaarheid", "kwets"), ("kwetsbare", "kwetsbar"),
            ("leefbaar", "leef"), ("leefbaarheid", "leef"), ("leefbare", "leefbar"), ("eenzaam", "eenzaam"), ("eenzame", "eenzame"),
            ("gemeente", "meen"), ("gemeentelijk", "meentelijk"), ("gezond", "zon"), ("gezondheid", "zon"), ("methode", "methode"),
            ("methoden", "methood"), ("methodes", "methode"), ("pilot", "pilot"), ("pilots", "pilots"), ("huis", "huis"), ("huizen", "huis"),
            ("casus", "casus"), ("casussen", "casus"), ("wijk", "wijk"), ("wijkje", "wijk"), ("", ""), ("a", "a"), ("venster", "ven"),
        ])
    func published(word: String, stem: String) {
        #expect(KraaijPohlmann.stem(word) == stem)
    }

    @Test(
        "KWA: words of the domain meet in all their forms",
        arguments: [
            "schuld schulden", "kwetsbaar kwetsbare kwetsbaarheid", "leefbaar leefbare leefbaarheid", "eenzaam eenzame eenzamen eenzaamheid",
            "gemeente gemeenten gemeentes gemeentelijk gemeentelijke", "gezond gezonde gezondheid", "methode methoden methodes", "pilot pilots",
            "huis huizen", "casus casussen", "wijk wijken wijkje", "buurt buurten buurtje", "dorp dorpen dorps dorpse", "gebied gebieden",
            "stad steden stedelijk", "provincie provincies provinciale", "inwoner inwoners", "bewoner bewoners", "ambtenaar ambtenaren ambtelijk",
            "bestuurder bestuurders", "adviseur adviseurs", "advies adviezen", "begeleider begeleiders begeleiding", "projectleider projectleiders",
            "regisseur regisseurs", "ondernemer ondernemers", "partner partners", "organisatie organisaties", "professional professionals",
            "wijkmanager wijkmanagers", "opbouwwerker opbouwwerkers", "buurtbouwer buurtbouwers", "buurtmaker buurtmakers", "auteur auteurs",
            "vrijwilliger vrijwilligers", "kennisinstelling kennisinstellingen", "bedrijf bedrijven", "ministerie ministeries", "thema thema's",
            "participatie participeren", "veilig veilige veiligheid", "voorziening voorzieningen", "sociaal sociale", "verbonden verbondenheid",
            "transitie transities", "integraal integrale", "gebiedsgericht gebiedsgerichte", "woning woningen", "werkloos werkloze werkloosheid",
            "crimineel criminele criminaliteit", "vraagstuk vraagstukken", "taai taaie", "stapeling stapelingen", "probleem problemen", "kans kansen",
            "knelpunt knelpunten", "kwaliteit kwaliteiten", "domein domeinen", "leernetwerk leernetwerken", "leerkring leerkringen",
            "bijeenkomst bijeenkomsten", "leervraag leervragen", "antwoord antwoorden", "terugblik terugblikken", "ervaring ervaringen",
            "kennisbehoefte kennisbehoeften", "programma programma's", "project projecten", "subsidie subsidies", "regeling regelingen",
            "instrument instrumenten", "techniek technieken", "hulpmiddel hulpmiddelen", "stappenplan stappenplannen", "publicatie publicaties",
            "platform platforms", "strategie strategieën", "interventie interventies", "praktijkvoorbeeld", "voorbeeld voorbeelden",
            "wijkprofiel wijkprofielen", "buurtagenda buurtagenda's", "dorpshuis dorpshuizen", "wijkaccommodatie wijkaccommodaties",
            "dorpsraad dorpsraden", "jongere jongeren", "oudere ouderen", "kind kinderen", "gezin gezinnen", "inkomen inkomens",
            "indicator indicatoren", "cultuur culturen culturele", "divers diverse diversiteit", "initiatief initiatieven", "artikel artikelen",
            "nieuw nieuwe", "groot grote", "breed brede", "braaf brave",
        ])
    func families(family: String) {
        let words = family.split(separator: " ").map(String.init)
        let stems = Set(words.map { WordAnalysis.stem($0, in: .dutch) })
        #expect(stems.count == 1, "\(words) have stems \(stems)")
    }

    @Test(
        "words that only look like family stay apart",
        arguments: [
            ("gemeente", "menen"), ("gemeente", "gemeen"), ("gezond", "zon"), ("gezondheid", "zon"), ("leefbaar", "leven"), ("leefbaarheid", "leven"),
            ("kans", "kan"), ("gezin", "zin"), ("mens", "men"), ("begeleider", "beleid"), ("armoede", "arm"), ("advies", "adverteren"), ("wijk", "wijken op"),
            ("schuld", "schil"), ("stad", "staat"), ("veilig", "veil"),
        ])
    func apart(one: String, other: String) {
        #expect(WordAnalysis.stem(one, in: .dutch) != WordAnalysis.stem(other, in: .dutch))
    }

    @Test("English words get the stems of Snowball's english")
    func english() {
        let stems = ["neighbourhoods", "policies", "learning", "communities", "running"].map { WordAnalysis.stem($0, in: .english) }
        #expect(stems == ["neighbourhood", "polici", "learn", "communiti", "run"])
    }

    @Test("any letters have a stem, and it is found again without accents")
    func anyLetters() {
        var chance = Chance(7)
        let letters = Array("abdeghijklnorstuvwzéëï'ij")
        for _ in 0..<20_000 {
            let word = String((0..<Int.random(in: 0...14, using: &chance)).map { _ in letters.randomElement(using: &chance) ?? "a" })
            #expect(KraaijPohlmann.stem(word).utf16.count <= word.utf16.count + 3)
            #expect(Tokenizer.folded(WordAnalysis.stem(word, in: .dutch)) == WordAnalysis.stem(word, in: .dutch))
        }
    }
}
