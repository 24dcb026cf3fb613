import Core

/// The sentences of registering and of one's own place, in both languages.
struct RegistrationWords: PageWords {
    let language: Language

    // MARK: The form

    var register: String { say("Doe mee", "Take part") }
    func formTitle(_ meeting: String) -> String { say("Doe mee: \(meeting)", "Take part: \(meeting)") }
    var series: String { say("Doe mee aan de hele reeks", "Take part in the whole series") }
    var seriesLead: String {
        say("Kies de bijeenkomsten waar je bij wilt zijn. Je krijgt van elke een mail.", "Choose the meetings you want to be at. You get a mail about each.")
    }
    var group: String { say("Geef je samen op", "Register together") }
    var groupLead: String {
        say(
            "Geef twee tot acht mensen op. Jullie krijgen alle plaatsen, of jullie wachten samen. Ieder krijgt een eigen mail.",
            "Register two to eight people. You get all places, or you wait together. Everyone gets a mail of their own.")
    }
    var groupLink: String { say("Kom je met collega’s? Geef je samen op.", "Coming with colleagues? Register together.") }
    var aloneLink: String { say("Kom je alleen? Geef je zelf op.", "Coming alone? Register yourself.") }
    var minutes: String { say("Dit kost je een halve minuut.", "This takes you half a minute.") }

    var name: String { say("Je naam", "Your name") }
    var nameEmpty: String { say("Vul je naam in", "Fill in your name") }
    var oneLine: String { say("Schrijf dit op één regel", "Write this on one line") }
    var mail: String { say("Je mailadres", "Your mail address") }
    var mailHint: String { say("Daar sturen we je plek naartoe.", "We send your place there.") }
    var mailEmpty: String { say("Vul je mailadres in", "Fill in your mail address") }
    var mailShape: String { say("Schrijf je mailadres zoals naam@voorbeeld.nl", "Write your mail address like name@example.nl") }
    func memberTitle(_ number: Int) -> String { say("Persoon \(number)", "Person \(number)") }
    var memberName: String { say("Naam", "Name") }
    var memberMail: String { say("Mailadres", "Mail address") }
    var memberEmpty: String { say("Vul voor elke persoon een naam en een mailadres in", "Fill in a name and a mail address for each person") }
    var memberTwice: String { say("Elk mailadres mag maar één keer", "Each mail address only once") }
    var fewMembers: String { say("Vul ten minste twee mensen in", "Fill in at least two people") }
    var role: String { say("Wat doe je?", "What do you do?") }
    var roleEmpty: String { say("Kies wat je doet", "Choose what you do") }
    var municipality: String { say("Je gemeente", "Your municipality") }
    var municipalityHint: String { say("Waar je werkt of woont.", "Where you work or live.") }
    var way: String { say("Hoe kom je?", "How do you come?") }
    var wayEmpty: String { say("Kies hoe je komt", "Choose how you come") }
    var physical: String { say("Ik kom naar de plek", "I come to the place") }
    var online: String { say("Ik doe online mee", "I join online") }
    var subgroup: String { say("Bij welke groep wil je?", "Which group do you want?") }
    var subgroupEmpty: String { say("Kies een groep", "Choose a group") }
    func left(_ places: Int?, waiting: Int) -> String {
        guard let places else { return say("Er is plek", "There is room") }
        if places <= 0 || waiting > 0 { return say("Vol. Je komt op de wachtlijst.", "Full. You join the waiting list.") }
        return places == 1 ? say("Nog één plek", "One place left") : say("Nog \(places) plaatsen", "\(places) places left")
    }
    func wish(_ number: Int) -> String {
        switch number {
        case 1: say("Jouw eerste wens", "Your first wish")
        case 2: say("Jouw tweede wens", "Your second wish")
        default: say("Jouw derde wens", "Your third wish")
        }
    }
    var noWish: String { say("Geen wens", "No wish") }
    var wishTwice: String { say("Kies drie keer iets anders", "Choose something else each time") }
    var need: String { say("Wat wil je hier leren?", "What do you want to learn here?") }
    var needHint: String {
        say("Eén zin is genoeg. De begeleider maakt er het programma mee.", "One sentence is enough. The facilitator makes the programme with it.")
    }
    var caseText: String { say("Heb je een voorbeeld uit je werk?", "Do you have an example from your work?") }
    var caseHint: String { say("Noem geen namen van bewoners.", "Name no residents.") }
    var extra: String { say("Moeten we nog iets weten?", "Is there anything else we should know?") }
    var extraHint: String { say("Wat je eet of drinkt, of hoe je de zaal in komt.", "What you eat or drink, or how you get into the room.") }
    var send: String { say("Doe mee", "Take part") }
    var privacy: String {
        say(
            "Wij gebruiken je gegevens alleen voor deze bijeenkomst. De organisator ziet je naam en je vraag. Een jaar later halen wij ze weg.",
            "We use your data only for this meeting. The organiser sees your name and your question. A year later we take them away.")
    }
    var meetings: String { say("Waar wil je bij zijn?", "What do you want to be at?") }
    var meetingsEmpty: String { say("Kies ten minste één bijeenkomst", "Choose at least one meeting") }

    // MARK: Whom it is for

    func audience(_ roles: [String]) -> String {
        let list = roles.joined(separator: ", ")
        return say("Deze bijeenkomst is voor: \(list).", "This meeting is for: \(list).")
    }
    var mismatch: String {
        say(
            "Jij koos iets anders. Je mag toch meedoen. Zet dan hieronder een vinkje.",
            "You chose something else. You may take part all the same. Then tick the box below.")
    }
    var allTheSame: String { say("Toch meedoen?", "Take part all the same?") }
    var allTheSameYes: String { say("Ja, ik wil toch meedoen", "Yes, I want to take part all the same") }
    var allTheSameEmpty: String { say("Zet een vinkje als je toch wilt meedoen", "Tick the box if you want to take part all the same") }
    var circle: String {
        say(
            "Dit is een vaste kring. Alleen deze mensen kunnen meedoen. Vraag de organisator als je erbij wilt.",
            "This is a closed circle. Only these people can take part. Ask the organiser if you want to join.")
    }

    // MARK: Not now

    func shut(_ reason: MeetingDoor.Shut) -> String {
        switch reason {
        case .cancelled: say("Deze bijeenkomst gaat niet door.", "This meeting does not take place.")
        case .past: say("Deze bijeenkomst is voorbij.", "This meeting is over.")
        case .closed: say("Je kunt je niet meer opgeven.", "Registration is closed.")
        case .notYetOpen: say("Je kunt je nog niet opgeven.", "Registration is not open yet.")
        }
    }
    var again: String {
        say(
            "Je bent er bijna. Druk nog één keer op Doe mee. Alles wat je schreef staat er nog.",
            "You are almost there. Press Take part once more. All that you wrote is still there.")
    }
    var tooMany: String {
        say(
            "Er zijn net te veel mensen tegelijk. Probeer het over een uur nog eens.",
            "Too many people have come from your network. Try again in an hour.")
    }
    var back: String { say("Terug naar de bijeenkomst", "Back to the meeting") }

    // MARK: Sent

    var sentTitle: String { say("Kijk in je mail", "Look in your mail") }
    var sentLead: String {
        say(
            "Wij hebben je een mail gestuurd. Daarin staat of je een plek hebt. Met de link in die mail kun je alles regelen.",
            "We have sent you a mail. It says whether you have a place. With the link in it you can arrange everything.")
    }
    var sentMissing: String {
        say("Geen mail? Kijk ook bij ongewenste mail. Of geef je nog een keer op.", "No mail? Look in your spam folder too. Or register once more.")
    }

    // MARK: How full it is

    func places(_ left: Int?, waiting: Int) -> String {
        switch (left, waiting) {
        case (_, 1...): say("Vol. Er wachten \(waiting) mensen.", "Full. \(waiting) people are waiting.")
        case (0?, _): say("Vol. Je komt op de wachtlijst.", "Full. You join the waiting list.")
        case (1?, _): say("Er is nog één plek.", "There is one place left.")
        case (let left?, _): say("Er zijn nog \(left) plaatsen.", "There are \(left) places left.")
        case (nil, _): say("Er is plek.", "There is room.")
        }
    }
}
