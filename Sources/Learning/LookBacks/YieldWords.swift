import Core

/// The sentences of yields, in both languages.
struct YieldWords: PageWords {
    let language: Language

    var all: String { say("Opbrengsten", "Yields") }
    var one: String { say("Een opbrengst", "A yield") }
    var lead: String {
        say(
            "Wat mensen samen leerden en wat jij kunt gebruiken. Zeg het als je iets gebruikt.",
            "What people learned together and you can use. Say so when you use something.")
    }
    func count(_ count: Int) -> String {
        switch count {
        case 0: say("Er is nog niets wat hierbij past.", "There is nothing yet that fits this.")
        case 1: say("1 opbrengst", "1 yield")
        default: say("\(count) opbrengsten", "\(count) yields")
        }
    }
    var search: String { say("Zoek een woord", "Search a word") }
    var state: String { say("Hoe ver is het?", "How far is it?") }
    var origin: String { say("Waar kwam het uit?", "What did it come from?") }
    var everything: String { say("Alles", "All") }
    var show: String { say("Laat zien", "Show") }

    // MARK: One's own

    var mine: String { say("Wat jij opschreef", "What you wrote down") }
    var mineLead: String { say("Alleen de makers zien wat nog niet gedeeld is.", "Only the makers see what is not shared yet.") }
    var noneOwn: String { say("Je schreef nog niets op.", "You wrote nothing down yet.") }
    var untaken: String { say("Uit jouw groepen", "From your groups") }
    var untakenLead: String {
        say(
            "Wie de vraag inbracht, vindt goed dat dit blijft. Delen doet alleen wie de vraag inbracht.",
            "Who brought the question agreed that this stays. Only who brought the question shares it.")
    }
    var take: String { say("Schrijf op voor anderen", "Write down for others") }

    // MARK: What it says

    var title: String { say("Wat is het?", "What is it?") }
    var titleEmpty: String { say("Schrijf op wat het is", "Write what it is") }
    var forWhom: String { say("Voor wie is het?", "For whom is it?") }
    var firstStep: String { say("Wat is de eerste stap?", "What is the first step?") }
    var steps: String { say("Welke stappen kun je zetten?", "What steps can you take?") }
    var works: String { say("Wat werkt?", "What works?") }
    var worksNot: String { say("Wat werkt niet?", "What does not work?") }
    var source: String { say("Waar dit vandaan komt", "Where this is from") }
    var sourceQuestion: String { say("Waar komt het vandaan?", "Where is it from?") }
    var licence: String { say("Hoe mogen anderen het gebruiken?", "How may others use it?") }
    var noLicence: String { say("Nog niet gekozen", "Not chosen yet") }
    var fromSession: String { say("Uit een groep voor intervisie.", "From a peer consultation group.") }
    var inCatalogue: String { say("Bekijk het in de catalogus", "See it in the catalogue") }
    var onlyMakers: String { say("Alleen de makers zien dit.", "Only the makers see this.") }

    // MARK: Writing and sharing

    var add: String { say("Schrijf een opbrengst op", "Write a yield down") }
    var addLead: String { say("Schrijf het zo dat een ander er morgen mee kan beginnen.", "Write it so that others can begin with it tomorrow.") }
    var noNames: String {
        say("Schrijf niets op waaraan je iemand uit de groep kunt kennen.", "Write nothing by which someone of the group can be known.")
    }
    var edit: String { say("Pas aan", "Change") }
    var save: String { say("Bewaar", "Save") }
    var share: String { say("Deel met iedereen", "Share with everyone") }
    var shareLead: String { say("Daarna kan iedereen dit lezen en vinden.", "After that everyone can read and find this.") }
    var marks: String { say("Kijk dit na: hieraan kan iemand te kennen zijn.", "Look at this: someone could be known by it.") }
    var incomplete: String {
        say(
            "Zeg voor wie het is, wat de eerste stap is, en de bron. Kies ook hoe anderen het mogen gebruiken",
            "Say for whom it is, what the first step is, and the source. Choose how others may use it too")
    }
    var notAgreed: String {
        say("Dit kan nu niet. Misschien is het al opgeschreven, of mag het niet blijven.", "Not possible now. It may be written down already, or may not stay.")
    }
    var catalogue: String { say("Zet in de catalogus", "Put in the catalogue") }
    var address: String { say("Op welk adres staat het daar?", "At what address does it stand there?") }
    var addressHint: String { say("Een pad van deze site, of een adres met https.", "A path of this site, or an address with https.") }
    var addressEmpty: String { say("Vul het adres in", "Fill in the address") }
    var addressShape: String { say("Begin het adres met / of https://", "Begin the address with / or https://") }

    // MARK: Used again

    var uses: String { say("Wie dit gebruikte", "Who used this") }
    var unused: String { say("Niemand zei nog dat dit gebruikt is.", "Nobody said yet that they used this.") }
    var use: String { say("Wij gebruikten dit", "We used this") }
    func inName(_ organisation: String) -> String {
        say("Je zegt dit namens \(organisation). Die naam staat erbij.", "You say this for \(organisation). That name is with it.")
    }
    var noOrganisation: String {
        say("Dit zeg je namens je organisatie. Je hoort nog bij geen enkele.", "You say this for your organisation. You belong to none yet.")
    }
}
