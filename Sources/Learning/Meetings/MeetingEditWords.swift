import Core

/// The sentences for those who organise meetings, in both languages.
struct MeetingEditWords: PageWords {
    let language: Language

    // MARK: What someone organises

    var organising: String { say("Organiseren", "Organise") }
    var organisingLead: String { say("De programma’s waar jij aan werkt, met hun bijeenkomsten.", "The programmes that you work on, with their meetings.") }
    var noProgrammes: String { say("Je organiseert nu geen programma.", "You do not organise a programme now.") }
    var noMeetings: String { say("Hier zijn nog geen bijeenkomsten.", "There are no meetings here yet.") }
    var new: String { say("Begin een bijeenkomst", "Begin a meeting") }
    var reminders: String { say("Wat nu moet", "What is due now") }
    func reminder(_ reminder: MeetingRules.Reminder, _ days: Int) -> String {
        let left = say(days == 1 ? "nog 1 dag" : "nog \(days) dagen", days == 1 ? "1 day left" : "\(days) days left")
        return switch reminder {
        case .early, .soon:
            say("Maak het programma vast: \(left). Doe dit uiterlijk een week vooraf.", "Make the programme definitive: \(left). Do so a week before.")
        case .late: say("Het programma staat nog niet vast: \(left). Doe dit meteen.", "The programme is not definitive: \(left). Do so at once.")
        }
    }
    var noticeKind: String { say("Een programma dat nog niet vaststaat", "A programme that is not definitive yet") }
    var noticeTitle: String { say("Maak het programma van je bijeenkomst vast", "Make the programme of your meeting definitive") }
    var toMarkHeld: String { say("Deze is voorbij. Zeg dat hij is gehouden.", "This one is over. Say that it was held.") }
    var meeting: String { say("Bijeenkomst", "Meeting") }
    var when: String { say("Wanneer", "When") }
    var state: String { say("Stand", "State") }
    var actions: String { say("Doen", "Actions") }
    var people: String { say("Wie er komen", "Who will come") }
    var past: String { say("Voorbij", "Past") }

    // MARK: The facts

    func editTitle(_ name: String) -> String { say("Verander \(name)", "Change \(name)") }
    var save: String { say("Bewaar", "Save") }
    var add: String { say("Maak het concept", "Make the draft") }
    var addLead: String {
        say("Je maakt eerst een concept. Alleen jij en wie mee organiseert, zien dat.", "You make a draft first. Only you and who organises with you see it.")
    }
    var about: String { say("Waar het over gaat", "What it is about") }
    var name: String { say("Naam", "Name") }
    var nameEmpty: String { say("Vul een naam in", "Fill in a name") }
    var subject: String { say("Onderwerp binnen de reeks", "Subject within the series") }
    var purpose: String { say("Waarvoor is deze bijeenkomst?", "What is this meeting for?") }
    var belongs: String { say("Waar hoort het bij?", "What does it belong to?") }
    var belongsEmpty: String { say("Kies een onderdeel van dit programma", "Choose a part of this programme") }
    var wholeProgramme: String { say("Het hele programma", "The whole programme") }
    var number: String { say("Nummer in de reeks", "Number in the series") }
    var numberHint: String { say("Leeg betekent: de laatste.", "Empty means: the last one.") }
    var numberShape: String { say("Schrijf een getal van 1 tot en met 999", "Write a number from 1 to 999") }
    var numberTaken: String { say("Een andere bijeenkomst van deze reeks heeft dit nummer", "Another meeting of this series has this number") }
    var kind: String { say("Soort", "Kind") }
    var kindEmpty: String { say("Kies een soort", "Choose a kind") }
    var form: String { say("Hoe kom je samen?", "How do people meet?") }
    var formEmpty: String { say("Kies hoe je samenkomt", "Choose how people meet") }
    var hours: String { say("Wanneer en waar", "When and where") }
    var day: String { say("Dag", "Day") }
    var dayHint: String { say("Zoals 12-11-2027.", "Such as 12-11-2027.") }
    var dayShape: String { say("Schrijf de dag zoals 12-11-2027", "Write the day like 12-11-2027") }
    var start: String { say("Begin", "Start") }
    var end: String { say("Einde", "End") }
    var clockHint: String { say("Zoals 14:00, de tijd in Nederland.", "Such as 14:00, the time in the Netherlands.") }
    var clockShape: String { say("Schrijf de tijd zoals 14:00", "Write the time like 14:00") }
    var hourSkipped: String { say("Dit uur is er niet op deze dag. Kies een andere tijd", "This hour is not there on this day. Choose another time") }
    var endBefore: String { say("Kies een einde dat na het begin ligt", "Choose an end that is after the start") }
    var place: String { say("Plek", "Place") }
    var placeHint: String { say("De naam van het gebouw of de zaal.", "The name of the building or the room.") }
    var address: String { say("Adres", "Address") }
    var link: String { say("Link om online mee te doen", "Link to join online") }
    var linkHint: String { say("Alleen wie zich inschrijft, ziet deze link.", "Only those who register see this link.") }
    var linkShape: String { say("Schrijf een link die begint met https://", "Write a link that starts with https://") }
    var area: String { say("Gebied", "Area") }
    var areaHint: String {
        say("Alleen als het over één gebied gaat. De code van het CBS, zoals GM9901.", "Only if it is about one area. The code of Statistics Netherlands.")
    }
    var areaShape: String { say("Schrijf een code zoals GM9901", "Write a code such as GM9901") }
    var taking: String { say("Wie er mee kan doen", "Who can join") }
    var audience: String { say("Voor wie is het?", "For whom is it?") }
    var audienceHint: String { say("Kies niets als het voor iedereen is.", "Choose nothing if it is for everyone.") }
    var circle: String { say("Gesloten groep", "Closed group") }
    var circleOnly: String { say("Alleen wie hierboven staat, kan zich inschrijven", "Only those above can register") }
    var circleEmpty: String { say("Kies eerst voor wie deze groep is", "First choose for whom this group is") }
    var capacity: String { say("Hoeveel plaatsen zijn er?", "How many places are there?") }
    var capacityHint: String { say("Leeg betekent: geen grens.", "Empty means: no limit.") }
    var capacityShape: String { say("Schrijf een getal vanaf 1", "Write a number from 1") }
    var onlineCapacity: String { say("Hoeveel plaatsen zijn er online?", "How many places are there online?") }
    var onlineCapacityHint: String { say("Alleen als je op een plek en online samenkomt.", "Only if people meet on location and online.") }
    var opens: String { say("Inschrijven kan vanaf", "Registration opens on") }
    var opensHint: String { say("Leeg betekent: zodra de bijeenkomst op de site staat.", "Empty means: once the meeting is on the site.") }
    var opensLate: String { say("Kies een dag die voor het sluiten ligt", "Choose a day before registration closes") }
    var closes: String { say("Inschrijven kan tot", "Registration closes on") }
    var closesHint: String {
        say("Leeg betekent: online tot het begin, op een plek tot een dag ervoor.", "Empty means: online until the start, on location until a day before.")
    }
    var closesLate: String { say("Kies een dag die voor het einde ligt", "Choose a day before the end") }
    var atClock: String { say("Tijd", "Time") }
    var price: String { say("Wat kost het?", "What does it cost?") }
    var priceHint: String { say("Leeg betekent: gratis.", "Empty means: free.") }
    var preparation: String { say("Hoeveel minuten kost het om je voor te bereiden?", "How many minutes does preparing take?") }
    var preparationShape: String { say("Schrijf een getal van 0 tot en met 1440", "Write a number from 0 to 1440") }
    var groups: String { say("Hoe komen mensen in een groep?", "How do people get into a group?") }
    var balance: String { say("Verdelen", "Dividing") }
    var balances: String { say("Spreid mensen van één gemeente over de groepen", "Spread people of one municipality over the groups") }
    var terms: String { say("Onderwerpen", "Subjects") }
    var reason: String { say("Waarom verander je de tijd of de plek?", "Why do you change the time or the place?") }
    var reasonHint: String { say("Wie zich inschreef, leest dit in een mail.", "Those who registered read this in a mail.") }
    var textLong: String { say("Een van de teksten is te lang. Maak die korter", "One of the texts is too long. Make it shorter") }
    var over: String {
        say(
            "Deze bijeenkomst is voorbij of afgelast. Tijd, plek en aantal blijven zoals ze zijn.",
            "This meeting is over or cancelled. Time, place and number stay as they are.")
    }
    var goneMeanwhile: String { say("Dit programma of onderdeel is afgerond.", "This programme or part is finished.") }
    var termGone: String { say("Kies alleen onderwerpen die er nog zijn", "Choose only subjects that are still there") }

    // MARK: Steps

    var steps: String { say("De stappen", "The steps") }
    func now(_ state: String) -> String { say("Nu: \(state)", "Now: \(state)") }
    var announce: String { say("Zet op de site", "Put it on the site") }
    var announceLead: String {
        say("Iedereen ziet de bijeenkomst dan, met een voorlopig programma.", "Everyone sees the meeting then, with a provisional programme.")
    }
    var definitive: String { say("Het programma staat vast", "The programme is definitive") }
    var definitiveLead: String {
        say("Wie zich inschreef, krijgt een mail. Doe dit uiterlijk een week vooraf.", "Those who registered get a mail. Do this a week before at the latest.")
    }
    var definitiveNeeds: String { say("Er is eerst een programma nodig, en een plek.", "It needs a programme first, and a place.") }
    var held: String { say("Deze is gehouden", "It was held") }
    var heldLead: String { say("Daarna kun je een terugblik maken.", "After that you can make a look-back.") }
    var cancel: String { say("Gelast af", "Cancel it") }
    var cancelLead: String {
        say("Iedereen die zich inschreef of wacht, krijgt een mail. De pagina blijft staan.", "All who registered or wait get a mail. The page stays.")
    }
    var cancelReason: String { say("Waarom gaat het niet door?", "Why is it cancelled?") }
    var cancelEmpty: String { say("Schrijf waarom het niet doorgaat", "Write why it is cancelled") }
    var notNow: String { say("Dat kan nu niet. Kijk hoe het ermee staat.", "That is not possible now. Look how it stands.") }
    var history: String { say("Wat er gebeurde", "What happened") }
    func step(_ kind: MeetingStep.Kind) -> String {
        switch kind {
        case .draft: say("Begonnen", "Begun")
        case .announced: say("Op de site gezet", "Put on the site")
        case .definitive: say("Programma vastgezet", "Programme made definitive")
        case .held: say("Gehouden", "Held")
        case .lookedBack: say("Terugblik geplaatst", "Look-back published")
        case .moved: say("Verplaatst", "Moved")
        case .cancelled: say("Afgelast", "Cancelled")
        }
    }
    var copy: String { say("Maak de volgende", "Make the next one") }
    var copyLead: String { say("Je krijgt een nieuw concept met dezelfde gegevens en onderdelen.", "You get a new draft with the same facts and parts.") }
    var remove: String { say("Gooi het concept weg", "Throw the draft away") }
    var removeLead: String { say("Dit kun je niet terugdraaien.", "You cannot undo this.") }
}
