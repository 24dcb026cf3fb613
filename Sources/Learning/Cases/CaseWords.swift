import Core
import Dutch

/// The sentences about cases, in both languages.
struct CaseWords: PageWords {
    let language: Language

    var title: String { say("Uit de praktijk", "From practice") }
    var lead: String { say("Wat anderen meemaakten, en wat werkte of niet.", "What others met, and what worked or did not.") }
    var none: String { say("Er is nog niets gedeeld dat hierbij past.", "Nothing that fits this has been shared yet.") }
    var mine: String { say("Wat jij inbracht", "What you brought in") }
    var add: String { say("Breng iets in uit je praktijk", "Bring something from your practice") }
    var addLead: String {
        say(
            "Alleen jij en je groep zien dit. Delen met anderen is een aparte stap.",
            "Only you and your group see this. Sharing with others is a separate step.")
    }
    var edit: String { say("Pas aan", "Change") }
    var save: String { say("Bewaar", "Save") }
    var filter: String { say("Kies wat lijkt op jouw gemeente", "Choose what is like your municipality") }
    var show: String { say("Laat zien", "Show") }
    var all: String { say("Alles", "All") }
    var size: String { say("Grootte van de gemeente", "Size of the municipality") }
    var urbanity: String { say("Hoe stedelijk", "How urban") }
    var domains: String { say("Domeinen", "Domains") }
    var domainsHint: String { say("Kies je er meer? Dan zie je wat bij allemaal hoort.", "If you choose more, you see what belongs to all of them.") }
    var unknown: String { say("Niet bekend", "Not known") }

    // MARK: Fields

    func field(_ field: PracticeCase.Field) -> String {
        switch field {
        case .title: say("Hoe noem je het?", "What do you call it?")
        case .situation: say("Wat speelt er?", "What is going on?")
        case .question: say("Wat is je vraag?", "What is your question?")
        case .approach: say("Wat deed je tot nu toe?", "What have you done so far?")
        case .methods: say("Welke methoden gebruikte je?", "What methods did you use?")
        case .collaboration: say("Met wie werk je samen, en hoe?", "With whom do you work together, and how?")
        case .role: say("Wat is de rol van de gemeente?", "What is the role of the municipality?")
        case .steps: say("Welke stappen zette je?", "What steps did you take?")
        case .works: say("Wat werkt?", "What works?")
        case .worksNot: say("Wat werkt niet?", "What does not work?")
        case .outcome: say("Wat kwam er tot nu toe van?", "What came of it so far?")
        case .takenOver: say("Wat nam je over van een ander?", "What did you take over from others?")
        }
    }
    func hint(_ field: PracticeCase.Field) -> String? {
        switch field {
        case .situation: say("Een halve bladzijde is genoeg.", "Half a page is enough.")
        case .methods: say("Zet er een komma tussen.", "Put a comma between them.")
        default: nil
        }
    }
    func empty(_ field: PracticeCase.Field) -> String {
        switch field {
        case .title: say("Vul een titel in", "Fill in a title")
        case .question: say("Schrijf je vraag op", "Write your question")
        default: say("Schrijf op wat er speelt", "Write what is going on")
        }
    }
    var municipality: String { say("In welke gemeente?", "In what municipality?") }
    var notNamed: String { say("Noem ik niet", "I do not name it") }
    var fit: String { say("Wat voor vraag is het?", "What kind of question is it?") }
    var group: String { say("Welke groep ziet dit?", "Which group sees this?") }
    var noGroup: String { say("Geen groep, alleen ik", "No group, only me") }
    var external: String { say("Van buiten", "From outside") }
    var externalYes: String { say("Dit komt van een gemeente die hier niet meedoet", "This is from a municipality that does not take part here") }
    var source: String { say("Waar las of hoorde je dit?", "Where did you read or hear this?") }
    var sourceShape: String { say("Vul een adres in dat begint met https://", "Fill in an address that begins with https://") }
    var sourceLink: String { say("Bron", "Source") }
    var inspired: String { say("Wat was je voorbeeld?", "What was your example?") }
    var inspiredBy: String { say("Voorbeeld hiervoor", "Example for this") }
    var nothing: String { say("Geen voorbeeld van deze site", "No example of this site") }
    var choose: String { say("Kies een van de antwoorden", "Choose one of the answers") }

    // MARK: A case

    func state(_ state: PracticeCase.State) -> String {
        switch state {
        case .closed: say("Alleen voor jou en je groep", "For you and your group only")
        case .draft: say("Versie om te delen, nog niet nagekeken", "Version to share, not looked through yet")
        case .checked: say("Versie om te delen, nagekeken", "Version to share, looked through")
        case .published: say("Gedeeld met iedereen", "Shared with everyone")
        case .withdrawn: say("Niet meer gedeeld", "No longer shared")
        }
    }
    var similar: String { say("Dit lijkt erop", "This is like it") }
    var noSimilar: String { say("We vonden niets dat er genoeg op lijkt.", "We found nothing that is enough like it.") }
    var fitting: String { say("Zo kun je erover praten", "Ways to talk about it") }
    func fits(_ fit: IntervisionMethod.Fit) -> String {
        say("Past bij deze soort vraag: \(fit.name.nl.lowercased())", "Suits this kind of question: \(fit.name.en.lowercased())")
    }

    // MARK: Sharing

    var share: String { say("Deel dit met anderen", "Share this with others") }
    var shareLead: String {
        say(
            "Je maakt een nieuwe versie. Daar haal je uit wat laat zien over wie het gaat. Dit zelf blijft besloten.",
            "You make a new version. From that you take out what shows who it is about. This one stays closed.")
    }
    var makeVersion: String { say("Maak een versie om te delen", "Make a version to share") }
    var toVersion: String { say("Naar de versie om te delen", "To the version to share") }
    var names: String { say("Welke namen mogen er niet in?", "What names may not be in it?") }
    var namesHint: String {
        say("Eén naam op elke regel. De namen uit je groep zoeken we al.", "One name on each line. We look for the names of your group already.")
    }
    var check: String { say("Kijk de versie na", "Look the version through") }
    var checkLead: String {
        say(
            "We wijzen aan wat misschien laat zien over wie het gaat. We veranderen niets. We zien niet alles: lees ook zelf.",
            "We point at what may show who it is about. We change nothing. We do not see everything: read it yourself too.")
    }
    func marks(_ count: Int) -> String {
        switch count {
        case 0: say("We vonden niets.", "We found nothing.")
        case 1: say("We vonden 1 plek. Kijk of die weg moet.", "We found 1 place. See whether it must go.")
        default: say("We vonden \(count) plekken. Kijk of die weg moeten.", "We found \(count) places. See whether they must go.")
        }
    }
    var marksCaption: String { say("Plekken om na te kijken", "Places to look at") }
    var place: String { say("Waar", "Where") }
    var text: String { say("Wat er staat", "What it says") }
    var why: String { say("Waarom", "Why") }
    func kind(_ kind: PersonalDataCheck.Kind) -> String {
        switch kind {
        case .name: say("Lijkt een naam", "Looks like a name")
        case .mail: say("Mailadres", "Mail address")
        case .telephone: say("Telefoonnummer", "Telephone number")
        case .address: say("Adres", "Address")
        case .bankAccount: say("Rekeningnummer", "Bank account")
        case .citizenNumber: say("Burgerservicenummer", "Citizen service number")
        case .birthDate: say("Datum of leeftijd", "Date or age")
        case .numberPlate: say("Kenteken", "Number plate")
        case .rareTrait: say("Iets waaraan je iemand kent", "Something one is known by")
        }
    }
    var lookedThrough: String { say("Ik heb alles nagekeken", "I have looked through everything") }
    var lookedEmpty: String { say("Zeg dat je alle plekken bekeek", "Say that you looked at every place") }
    var waitBringer: String { say("Wie dit inbracht, beslist of het gedeeld wordt.", "Who brought this decides whether it is shared.") }
    var approve: String { say("Deel deze versie met iedereen", "Share this version with everyone") }
    var approveLead: String { say("Iedereen kan dit dan lezen. Je kunt het later weghalen.", "Everyone can read this then. You can take it away later.") }
    var consentOthers: String {
        say("Er staan geen woorden van anderen in, of zij vinden het goed", "It has no words of others, or they agree")
    }
    var consentEmpty: String { say("Zeg of anderen het goed vinden", "Say whether others agree") }
    var approval: String { say("Voor je deelt", "Before you share") }
    var withdraw: String { say("Haal deze versie weg", "Take this version away") }
    var conflict: String { say("Er is iets veranderd. Kijk de versie opnieuw na.", "Something changed. Look the version through again.") }

    func reason(_ reason: SimilarCase.Reason, _ names: [String: Localized]) -> String {
        switch reason {
        case .domains(let keys):
            let list = keys.map { names[$0]?[language] ?? $0 }.joined(separator: ", ")
            return say("Gaat ook over: \(list).", "Is also about: \(list).")
        case .methods(let words): return say("Zelfde methode: \(words.joined(separator: ", ")).", "Same method: \(words.joined(separator: ", ")).")
        case .size: return say("Gemeente van dezelfde grootte.", "Municipality of the same size.")
        case .urbanity: return say("Even stedelijk.", "As urban.")
        case .question: return say("Zelfde soort vraag.", "Same kind of question.")
        }
    }
}
