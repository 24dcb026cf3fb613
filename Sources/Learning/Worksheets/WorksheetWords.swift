import Core

/// The sentences of worksheets, in both languages.
struct WorksheetWords: PageWords {
    let language: Language

    // MARK: Lists

    var list: String { say("Werkbladen", "Worksheets") }
    func listOf(_ meeting: String) -> String { say("Werkbladen van \(meeting)", "Worksheets of \(meeting)") }
    var listLead: String {
        say(
            "Een werkblad helpt je na te denken over je eigen werk. Wat je schrijft is van jou.",
            "A worksheet helps you think about your own work. What you write is yours.")
    }
    var none: String { say("Er is nog geen werkblad.", "There is no worksheet yet.") }
    var mine: String { say("Mijn werkbladen", "My worksheets") }
    var mineEmpty: String { say("Je hebt nog niets opgeschreven.", "You have not written anything yet.") }
    var toMeeting: String { say("Naar de bijeenkomst", "To the meeting") }
    var toPlace: String { say("Naar je plek", "To your place") }
    var toList: String { say("Alle werkbladen", "All worksheets") }
    var fill: String { say("Vul het in", "Fill it in") }
    var look: String { say("Bekijk het werkblad", "Look at the worksheet") }

    // MARK: One worksheet

    var questions: String { say("De vragen", "The questions") }
    var forItem: String { say("Dit hoort bij", "This belongs to") }
    var fillLead: String {
        say(
            "Had je een plek? Meld je aan en vul het werkblad in. Het kan ook met de link in de mail over je plek.",
            "Did you have a place? Sign in and fill in the worksheet. You can also use the link in the mail about your place.")
    }
    var signIn: String { say("Meld je aan", "Sign in") }
    var sharedTitle: String { say("Wat mensen deelden", "What people shared") }
    var sharedNone: String { say("Er is nog niets met jou gedeeld.", "Nothing was shared with you yet.") }
    var anonymous: String { say("Zonder naam", "Without a name") }
    var nothing: String { say("Niets opgeschreven.", "Nothing written.") }

    // MARK: One's own sheet

    var own: String { say("Jouw werkblad", "Your worksheet") }
    func opens(_ moment: String) -> String { say("Je kunt schrijven vanaf \(moment).", "You can write from \(moment).") }
    var save: String { say("Bewaar", "Save") }
    var saved: String { say("Je werkblad is bewaard.", "Your worksheet was saved.") }
    var answerHint: String { say("Schrijf zo veel of zo weinig als je wilt.", "Write as much or as little as you like.") }
    var conflict: String {
        say(
            "Je bewaarde je werkblad ook op een andere plek. Hieronder staan je woorden van nu. Onderaan staat wat je daar schreef. Kijk wat je wilt houden.",
            "You saved your worksheet elsewhere too. Below are your words of now. At the end is what you wrote there. See what you want to keep."
        )
    }
    var asSaved: String { say("Zo is het bewaard", "This is how it was saved") }
    func savedAt(_ moment: String) -> String { say("Bewaard op \(moment).", "Saved on \(moment).") }
    var kept: String {
        say(
            "Alleen jij leest dit, tot je het deelt. Na vier weken krijg je het een keer per mail. Een jaar na de bijeenkomst gooien wij het weg.",
            "Only you read this until you share it. After four weeks you get it once by mail. A year after the meeting we throw it away.")
    }
    var notNow: String { say("Je kunt hier nu niet schrijven.", "You cannot write here now.") }
    var cancelled: String { say("De bijeenkomst gaat niet door.", "The meeting was cancelled.") }

    // MARK: Sharing

    var share: String { say("Delen", "Sharing") }
    var shareWith: String { say("Wie mag het lezen?", "Who may read it?") }
    func sharing(_ sharing: Worksheet.Sharing) -> String {
        switch sharing {
        case .nobody: say("Alleen ik", "Only me")
        case .facilitator: say("Wie de bijeenkomst begeleidt", "Who facilitates the meeting")
        case .circle: say("Iedereen die meedoet met deze bijeenkomst of reeks", "Everyone who takes part in this meeting or series")
        case .everyone: say("Iedereen, ook buiten de groep", "Everyone, also outside the group")
        }
    }
    func standing(_ sharing: Worksheet.Sharing) -> String {
        switch sharing {
        case .nobody: say("Nu leest alleen jij het.", "Now only you read it.")
        case .facilitator: say("Nu leest ook wie de bijeenkomst begeleidt mee.", "Now who facilitates the meeting reads it too.")
        case .circle: say("Nu leest iedereen van de bijeenkomst of reeks mee.", "Now everyone of the meeting or series reads it too.")
        case .everyone: say("Nu kan iedereen het lezen.", "Now everyone can read it.")
        }
    }
    var circleHint: String { say("Ook wie begeleidt leest het dan.", "Then who facilitates reads it too.") }
    var everyoneHint: String { say("Dit kan alleen als je je aanmeldt.", "Only if you sign in.") }
    var withName: String { say("Mijn naam mag erbij", "My name may stand with it") }
    var name: String { say("Jouw naam", "Your name") }
    var change: String { say("Bewaar wie het leest", "Save who reads it") }
    var takeBack: String { say("Neem het terug", "Take it back") }
    var chooseSharing: String { say("Kies wie het mag lezen", "Choose who may read it") }
    var emptyFault: String { say("Schrijf eerst iets op", "Write something first") }
    var signInFault: String { say("Meld je aan om met iedereen te delen", "Sign in to share with everyone") }

    // MARK: For who organises

    var add: String { say("Maak een werkblad", "Make a worksheet") }
    var addLead: String { say("Stel één tot acht vragen. Korte vragen werken het best.", "Ask one to eight questions. Short questions work best.") }
    var edit: String { say("Verander het werkblad", "Change the worksheet") }
    var title: String { say("Titel", "Title") }
    var intro: String { say("Uitleg", "Introduction") }
    func question(_ number: Int) -> String { say("Vraag \(number)", "Question \(number)") }
    var item: String { say("Bij welk deel van het programma?", "With which item of the programme?") }
    var wholeMeeting: String { say("Bij de hele bijeenkomst", "With the whole meeting") }
    var copy: String { say("Neem er een over", "Use one again") }
    var copyLead: String {
        say("Kies een werkblad van een andere bijeenkomst. Antwoorden gaan niet mee.", "Choose a worksheet of another meeting. Answers do not come along.")
    }
    var copyWhich: String { say("Welk werkblad?", "Which worksheet?") }
    var copyDo: String { say("Neem over", "Use it") }
    var remove: String { say("Haal het werkblad weg", "Take the worksheet away") }
    var inUse: String {
        say("Iemand heeft al iets opgeschreven. De vragen blijven zoals ze zijn.", "Someone has written already. The questions stay as they are.")
    }
    var titleEmpty: String { say("Vul een titel in", "Fill in a title") }
    var questionEmpty: String { say("Stel minstens één vraag", "Ask at least one question") }
    var itemFault: String { say("Kies een deel van dit programma", "Choose an item of this programme") }
    var copyFault: String { say("Kies een werkblad", "Choose a worksheet") }

    // MARK: Mail

    func mailSubject(_ title: String) -> String { say("Wat je opschreef: \(title)", "What you wrote: \(title)") }
    func greeting(_ name: String?) -> String { name.map { say("Beste \($0),", "Dear \($0),") } ?? say("Hallo,", "Hello,") }
    func mailLead(_ meeting: String, _ day: String) -> String {
        say(
            "Op \(day) was de bijeenkomst \(meeting). Je vulde toen een werkblad in. Dit schreef je op.",
            "On \(day) the meeting \(meeting) took place. You filled in a worksheet. This is what you wrote.")
    }
    var mailAsk: String { say("Wat deed je ermee in je eigen werk?", "What did you do with it in your own work?") }
    var mailLink: String { say("Bekijk je werkblad", "See your worksheet") }
    var mailLinkLead: String { say("Hier lees je het na en verander je het:", "Read it again and change it here:") }
    var mailWhy: String { say("Wij sturen je dit één keer, omdat je een werkblad invulde.", "We send you this once, because you filled in a worksheet.") }
}
