import Core

/// The sentences about methods and the chooser, in both languages.
struct MethodWords: PageWords {
    let language: Language

    var home: String { say("Intervisie", "Intervision") }
    var homeLead: String {
        say(
            "In een kleine, vaste groep denk je samen na over een vraag uit je werk.",
            "In a small, fixed group you think together about a question from your work.")
    }
    var closed: String {
        say(
            "Wat je in een groep zegt, blijft in die groep. Niemand anders ziet het, ook de beheerder niet.",
            "What you say in a group stays in that group. Nobody else sees it, not even the administrator.")
    }
    var signIn: String { say("Meld je aan om je groepen te zien", "Sign in to see your groups") }
    var cases: String { say("Wat anderen deelden uit hun praktijk", "What others shared from their practice") }

    var methods: String { say("Methoden", "Methods") }
    var methodsLead: String { say("Elke methode heeft vaste stappen met een tijd.", "Every method has fixed steps with a time.") }
    var caption: String { say("Methoden met hun tijd en voor wie", "Methods with their time and for whom") }
    var method: String { say("Methode", "Method") }
    var time: String { say("Tijd", "Time") }
    var people: String { say("Mensen", "People") }
    var forWhom: String { say("Voor wie", "For whom") }
    func minutes(_ count: Int) -> String { count == 1 ? say("1 minuut", "1 minute") : say("\(count) minuten", "\(count) minutes") }
    func perQuestion(_ count: Int) -> String { say("\(count) minuten per vraag", "\(count) minutes per question") }
    func time(_ method: IntervisionMethod) -> String { method.isForSeveral ? perQuestion(method.minutes) : minutes(method.minutes) }
    func people(_ range: ClosedRange<Int>) -> String { say("\(range.lowerBound) tot \(range.upperBound)", "\(range.lowerBound) to \(range.upperBound)") }

    func level(_ experience: IntervisionMethod.Experience) -> String {
        switch experience {
        case .starter: say("Ook voor een eerste keer", "Also for a first time")
        case .average: say("Voor wie dit al een paar keer deed", "For who has done this a few times")
        case .seasoned: say("Voor een groep die dit lang doet", "For a group with long experience")
        }
    }
    var highTrust: String { say("Vraagt veel vertrouwen", "Asks much trust") }
    var suits: String { say("Past bij", "Suits") }
    var steps: String { say("De stappen", "The steps") }
    func stepsCaption(_ name: String) -> String { say("De stappen van \(name), met tijd", "The steps of \(name), with time") }
    var step: String { say("Stap", "Step") }
    var part: String { say("Deel", "Part") }
    var what: String { say("Wat je doet", "What you do") }
    var writesHidden: String { say("Iedereen schrijft. Je ziet het pas als iedereen klaar is.", "Everyone writes. You see it when everyone is ready.") }
    var bringerSilent: String { say("De inbrenger luistert en zegt niets.", "The bringer listens and says nothing.") }
    var bringerOutside: String { say("De inbrenger zit buiten de kring.", "The bringer sits outside the circle.") }
    var total: String { say("Samen", "Together") }
    var source: String { say("Bron van de stappen", "Source of the steps") }
    var minutesOurs: String { say("De minuten per stap kozen wij zelf.", "We chose the minutes for each step.") }

    // MARK: Choosing

    var chooser: String { say("Kies een methode", "Choose a method") }
    var chooserLead: String {
        say("Vertel iets over je groep. Dan zie je wat past en waarom.", "Tell something of your group. Then you see what fits and why.")
    }
    var minutesAsked: String { say("Hoeveel minuten heb je?", "How many minutes do you have?") }
    var minutesShape: String { say("Vul een getal in van 15 tot 480", "Fill in a number from 15 to 480") }
    var experienceAsked: String { say("Hoe vaak deed je dit al?", "How often have you done this?") }
    var trustAsked: String { say("Hoe goed ken je elkaar?", "How well do you know each other?") }
    var fitAsked: String { say("Wat voor vraag is het?", "What kind of question is it?") }
    var casesAsked: String { say("Hoeveel vragen wil je bespreken?", "How many questions do you want to talk about?") }
    var casesShape: String { say("Vul een getal in van 1 tot 10", "Fill in a number from 1 to 10") }
    var choose: String { say("Laat zien wat past", "Show what fits") }
    var fitting: String { say("Dit past", "This fits") }
    var notFitting: String { say("Dit past minder", "This fits less") }
    var nothingFits: String { say("Er past nu niets helemaal. Kijk wat je kunt veranderen.", "Nothing fits fully now. See what you can change.") }

    func reason(_ reason: MethodAdvice.Reason) -> String {
        switch reason {
        case .enoughTime(let needed): say("Je hebt genoeg tijd: het kost \(minutes(needed)).", "You have enough time: it takes \(minutes(needed)).")
        case .tooLittleTime(let needed): say("Je hebt te weinig tijd: het kost \(minutes(needed)).", "You have too little time: it takes \(minutes(needed)).")
        case .easyEnough: say("Je hebt er genoeg ervaring voor.", "You have enough experience for it.")
        case .asksExperience: say("Je moet dit vaker gedaan hebben.", "It asks more experience.")
        case .asksTrust: say("Je moet elkaar beter kennen.", "You have to know each other better.")
        case .suitsQuestion: say("Het past bij je vraag.", "It suits your question.")
        case .suitsOtherQuestion: say("Het past beter bij een ander soort vraag.", "It suits another kind of question better.")
        case .severalQuestions: say("Je kunt er meer vragen na elkaar mee doen.", "You can do several questions after each other.")
        case .firstTime: say("Dit raden we aan voor een eerste keer.", "We advise this for a first time.")
        }
    }
}
