import Core

/// The words of what is asked later.
struct FollowUpWords: PageWords {
    let language: Language

    static func both(_ say: (FollowUpWords) -> String) -> Localized { Localized(nl: say(FollowUpWords(.nl)), en: say(FollowUpWords(.en))) }

    static func both(_ path: KeyPath<FollowUpWords, String>) -> Localized { both { $0[keyPath: path] } }

    // MARK: Mail

    var notice: String { say("Een vraag over wat je later gebruikte", "A question about what you used later") }
    var told: String { say("Wat heb je gebruikt van wat je leerde?", "What did you use of what you learned?") }
    var toldDetail: String { say("Het zijn twee korte vragen.", "There are two short questions.") }
    var subject: String { say("Twee vragen: wat heb je gebruikt?", "Two questions: what did you use?") }
    var subjectAgain: String { say("Nog één keer: wat heb je gebruikt?", "Once more: what did you use?") }
    func greeting(_ name: String?) -> String { name.map { say("Dag \($0),", "Dear \($0),") } ?? say("Dag,", "Hello,") }
    var lead: String {
        say(
            "Je leerde hier samen met anderen. Wij willen graag weten wat je daarna deed. Het zijn twee vragen.",
            "You learned together with others here. We would like to know what you did after that. There are two questions.")
    }
    var open: String { say("Geef antwoord", "Answer") }
    var openAfter: String {
        say("Met deze link kom je bij de vragen. De link werkt 30 dagen.", "This link takes you to the questions. It works for 30 days.")
    }
    var noNeed: String { say("Je hoeft niet te antwoorden. Ook “niets” is een goed antwoord.", "You need not answer. “Nothing” is a good answer too.") }
    var why: String {
        say(
            "Je krijgt deze mail omdat je een plek had bij een bijeenkomst of in een groep. Op de bladzijde kun je zeggen dat je dit niet meer wilt.",
            "You get this mail because you had a place at a meeting or in a group. On the page you can say that you want no more of them.")
    }

    // MARK: The page

    var title: String { say("Wat heb je gebruikt?", "What did you use?") }
    var pageLead: String {
        say("Het zijn steeds twee vragen.", "There are two questions each time.") + " " + TaskTime.words(120, language)
    }
    func title(_ one: FollowUp) -> String {
        one.kind == .meeting ? one.title : say("Samen leren in een groep", "Learning together in a group")
    }
    func when(_ one: FollowUp) -> String { MeetingHours.date(one.happenedAt, language) + ", " + ago(one.term) }
    func ago(_ term: FollowUp.Term) -> String {
        term == .quarter ? say("3 maanden geleden", "3 months ago") : say("een jaar geleden", "a year ago")
    }
    var usedLabel: String { say("Heb je er iets van gebruikt?", "Did you use any of it?") }
    func used(_ used: FollowUp.Used) -> String {
        switch used {
        case .yes: say("Ja", "Yes")
        case .no: say("Nee", "No")
        case .notYet: say("Nog niet", "Not yet")
        }
    }
    var wordsLabel: String { say("Wat heb je gebruikt?", "What did you use?") }
    var outcomeLabel: String { say("Wat kwam ervan?", "What came of it?") }
    var outcomeHint: String { say("Noem geen namen van anderen.", "Name no other people.") }
    var hoursLabel: String { say("Hoeveel uur heeft het je bespaard?", "How many hours did it save you?") }
    var hoursHint: String { say("Schat het zelf. Weet je het niet? Laat het leeg.", "Estimate it yourself. Leave it empty if you do not know.") }
    var hoursShape: String { say("Schrijf een getal van 0 tot en met 2000", "Write a number from 0 to 2000") }
    var sharingLabel: String { say("Mogen anderen dit lezen?", "May others read this?") }
    var sharingHint: String { say("Anders telt alleen je antwoord mee.", "Otherwise only your answer is counted.") }
    func sharing(_ sharing: FollowUp.Sharing) -> String {
        switch sharing {
        case .named: say("Ja, met mijn naam erbij", "Yes, with my name")
        case .unnamed: say("Ja, maar zonder mijn naam", "Yes, but without my name")
        case .not: say("Nee", "No")
        }
    }
    var send: String { say("Stuur je antwoord", "Send your answer") }
    var chooseOne: String { say("Kies een antwoord", "Choose an answer") }
    var nothingSaid: String { say("Kies bij minstens één vraag een antwoord", "Choose an answer to at least one question") }
    func tooLong(_ limit: Int) -> String { say("Gebruik hoogstens \(limit) tekens", "Use at most \(limit) characters") }
    var thanks: String { say("Dank je. Dit heb je gezegd.", "Thank you. This is what you said.") }
    var nothingAsked: String { say("Er staan geen vragen voor je open.", "There are no open questions for you.") }
    var over: String { say("Je hebt dit al gezegd.", "You said this before.") }
    var said: String { say("Jouw antwoord", "Your answer") }
    func hours(_ count: Int) -> String { count == 1 ? say("1 uur", "1 hour") : say("\(count) uur", "\(count) hours") }
    var saved: String { say("Bespaard", "Saved") }
    var stopHead: String { say("Wil je deze mail niet meer?", "Do you want no more of this mail?") }
    var stop: String { say("Stuur mij dit niet meer", "Send me no more of these") }
    var stopped: String { say("Je krijgt deze mail niet meer.", "You get no more of these mails.") }

    // MARK: What came of it

    var results: String { say("Wat mensen later gebruikten", "What people used later") }
    func results(_ programme: String) -> String { results + ": " + programme }
    var resultsLead: String {
        say(
            "Wij vragen het na 3 maanden en na een jaar. Wie niets zegt, telt als onbekend. Dat is iets anders dan nee.",
            "We ask after 3 months and after a year. Who says nothing counts as unknown. That is something else than no.")
    }
    var noResults: String { say("Er is nog niemand gevraagd.", "Nobody was asked yet.") }
    var thing: String { say("Bijeenkomst", "Meeting") }
    var groups: String { say("Alle groepen samen", "All groups together") }
    var after: String { say("Gevraagd na", "Asked after") }
    func after(_ term: FollowUp.Term) -> String { term == .quarter ? say("3 maanden", "3 months") : say("12 maanden", "12 months") }
    var asked: String { say("Gevraagd", "Asked") }
    var unknown: String { say("Onbekend", "Unknown") }
    var hoursHead: String { say("Uren bespaard", "Hours saved") }
    func hours(_ hours: Int, of given: Int) -> String {
        given == 0 ? say("niemand noemde een getal", "nobody gave a number") : say("\(hours) uur, genoemd door \(given)", "\(hours) hours, by \(given)")
    }
    var few: String { say("minder dan 5 antwoorden", "fewer than 5 answers") }
    var quotes: String { say("Wat mensen vertellen", "What people tell") }
    var noQuotes: String { say("Niemand deelt nog een verhaal.", "Nobody shares a story yet.") }
    var unnamed: String { say("Iemand die geen naam wil noemen", "Someone who wants no name with it") }
}
