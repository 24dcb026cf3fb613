import Core
import Mail

/// The sentences of mail about a place, in both languages.
struct RegistrationMailWords: PageWords {
    let language: Language

    func greeting(_ name: String?) -> String { name.map { say("Beste \($0),", "Dear \($0),") } ?? say("Hallo,", "Hello,") }

    // MARK: Facts

    var when: String { say("Wanneer", "When") }
    var whereLabel: String { say("Waar", "Where") }
    var online: String { say("Online", "Online") }
    var subgroup: String { say("Jouw groep", "Your group") }
    var preparation: String { say("Voorbereiding", "Preparation") }
    func minutes(_ count: Int) -> String { say("\(count) minuten", "\(count) minutes") }
    var answerBefore: String { say("Laat het weten voor", "Let us know before") }

    // MARK: Subjects

    func subject(_ occasion: RegistrationMails.Occasion, _ title: String) -> String {
        switch occasion {
        case .again: say("Je bent al bekend: \(title)", "We know you already: \(title)")
        case .first(.waiting, _): say("Je staat op de wachtlijst: \(title)", "You are on the waiting list: \(title)")
        case .first(.offered, _), .cause(.offer): say("Er is een plek voor je: \(title)", "There is a place for you: \(title)")
        case .first, .cause(.registered): say("Je doet mee: \(title)", "You are taking part: \(title)")
        case .cause(.expired): say("Je plek is voorbij: \(title)", "Your place has gone: \(title)")
        case .cause(.cancelled), .cause(.removed): say("Je bent afgemeld: \(title)", "You are no longer registered: \(title)")
        case .cause(.moved): say("Je gaat op een andere dag: \(title)", "You are going on another day: \(title)")
        case .cause(.subgroup): say("Jouw groep: \(title)", "Your group: \(title)")
        case .cause(.lastHours): say("De laatste uren: \(title)", "The last hours: \(title)")
        case .cause(.closed): say("Geen plek meer: \(title)", "No place left: \(title)")
        case .cause(.definitive): say("Het programma is klaar: \(title)", "The programme is ready: \(title)")
        case .cause(.hours), .cause(.place): say("Er verandert iets: \(title)", "Something changes: \(title)")
        case .cause(.calledOff): say("Gaat niet door: \(title)", "Does not take place: \(title)")
        case .cause(.reminder): say("Bijna zover: \(title)", "Soon: \(title)")
        }
    }

    // MARK: Leads

    func lead(_ occasion: RegistrationMails.Occasion, _ facts: RegistrationMails.Facts) -> String {
        switch occasion {
        case .again:
            say(
                "Iemand vulde jouw mailadres nog een keer in. Er verandert niets. Hieronder zie je hoe je ervoor staat.",
                "Someone filled in your mail address once more. Nothing changes. Below you see where you stand.")
        case .first(.waiting, _): waiting(facts)
        case .first(.offered, _), .cause(.offer): offer
        case .first(_, .organiser): say("De organisator heeft je een plek gegeven.", "The organiser has given you a place.")
        case .first(_, .group): say("Jullie hebben een plek. Deze mail is voor jou alleen.", "You have places. This mail is for you alone.")
        case .first, .cause(.registered): say("Je hebt een plek. Wat fijn dat je meedoet.", "You have a place. How good that you are taking part.")
        case .cause(let cause): lead(cause, facts)
        }
    }

    private func waiting(_ facts: RegistrationMails.Facts) -> String {
        let ahead =
            switch facts.ahead {
            case 0: say("Je staat vooraan.", "You are first in line.")
            case 1: say("Er is één persoon voor je.", "There is one person before you.")
            default: say("Er zijn \(facts.ahead) mensen voor je.", "There are \(facts.ahead) people before you.")
            }
        return say(
            "Het is vol. Je staat op de wachtlijst. \(ahead) Komt er een plek vrij? Dan krijg je een mail.",
            "It is full. You are on the waiting list. \(ahead) If a place comes free, you get a mail.")
    }

    private var offer: String {
        say(
            "Er is een plek vrij. Wij houden die voor je vast. Open de pagina hieronder en zeg of je komt.",
            "A place has come free. We keep it for you. Open the page below and say whether you are coming.")
    }

    private func lead(_ cause: RegistrationCause, _ facts: RegistrationMails.Facts) -> String {
        switch cause {
        case .registered, .offer: say("Je hebt een plek.", "You have a place.")
        case .expired:
            say(
                "Wij hielden een plek voor je vast. Die tijd is voorbij. De plek gaat nu naar de volgende. Je kunt je opnieuw opgeven.",
                "We kept a place for you. That time is over. The place now goes to the next person. You can register again.")
        case .cancelled: say("Je bent afgemeld. Dank dat je het liet weten.", "You are no longer registered. Thank you for letting us know.")
        case .removed:
            say(
                "Wie de bijeenkomst organiseert, heeft je van de lijst gehaald. Klopt dat niet? Vraag het dan daar.",
                "The organiser has taken you off the list. If that is not right, ask the organiser.")
        case .moved: say("Je gaat op een andere dag. Deze dag staat niet meer voor je open.", "You are going on another day. This day is off.")
        case .subgroup: facts.subgroup.map { say("Jouw groep is: \($0).", "Your group is: \($0).") } ?? say("Je hebt nog geen groep.", "You have no group yet.")
        case .lastHours:
            say(
                "Je staat nog op de wachtlijst. Vanaf nu is een vrije plek voor wie het eerst komt. Kijk op je pagina of er plek is.",
                "You are still on the waiting list. From now on a free place is for whoever is first. See on your page whether there is one.")
        case .closed: say("Er kwam geen plek meer vrij. Dat spijt ons.", "No place came free. We are sorry.")
        default: change(cause)
        }
    }

    private func change(_ cause: RegistrationCause) -> String {
        switch cause {
        case .definitive: say("Het programma is klaar. Je vindt het op de pagina.", "The programme is ready. You find it on the page.")
        case .hours: say("De bijeenkomst is op een andere tijd. Jouw plek blijft.", "The meeting is at another time. You keep your place.")
        case .place: say("De bijeenkomst is op een andere plek. Jouw plaats blijft.", "The meeting is at another place. You keep your place.")
        case .calledOff: say("De bijeenkomst gaat niet door.", "The meeting does not take place.")
        default: say("De bijeenkomst is bijna. Tot dan.", "The meeting is soon. See you then.")
        }
    }

    func reason(_ text: String) -> String { say("De reden: \(text)", "The reason: \(text)") }

    // MARK: What to do

    func button(_ standing: RegistrationStanding) -> String {
        switch standing {
        case .offered: say("Zeg of je komt", "Say whether you are coming")
        case .registered, .waiting: say("Bekijk je plek", "See your place")
        default: say("Bekijk hoe je ervoor staat", "See where you stand")
        }
    }

    func after(_ standing: RegistrationStanding) -> String {
        switch standing {
        case .registered:
            say(
                "Op deze pagina kun je alles regelen: je vraag aanpassen, een andere dag kiezen, of afmelden. Kun je niet? Druk daar op Afmelden.",
                "On this page you can arrange everything: change your question, choose another day, or cancel. Cannot come? Press Cancel there.")
        case .waiting: say("Op deze pagina zie je waar je staat op de lijst.", "On this page you see where you are on the list.")
        case .offered: say("Op deze pagina staat wat er kan.", "On this page you see what you can do.")
        default: say("Op deze pagina lees je hoe het zit.", "On this page you read how things are.")
        }
    }

    var keepPrivate: String {
        say(
            "De link is van jou alleen. Stuur deze mail niet door.",
            "The link is yours alone. Do not pass this mail on.")
    }

    var notYou: String {
        say("Heb jij je niet opgegeven? Open de pagina en meld je af.", "Did you not register? Open the page and cancel.")
    }
}
