import Core

/// The sentences about meetings for everyone, in both languages.
struct MeetingWords: PageWords {
    let language: Language

    // MARK: The list

    var title: String { say("Bijeenkomsten", "Meetings") }
    var lead: String { say("Wat er komt en wat er is geweest. Doe je mee?", "What is coming and what has been. Will you join?") }
    var none: String { say("Er zijn geen bijeenkomsten die hierbij passen.", "There are no meetings that fit this.") }
    var choose: String { say("Kies wat je wilt zien", "Choose what you want to see") }
    var show: String { say("Laat zien", "Show") }
    var clear: String { say("Laat alles zien", "Show all") }
    var whenField: String { say("Wanneer", "When") }
    var themeField: String { say("Thema", "Theme") }
    var roleField: String { say("Voor wie", "For whom") }
    var formField: String { say("Hoe kom je samen", "How people meet") }
    var kindField: String { say("Soort", "Kind") }
    var areaField: String { say("Gebied", "Area") }
    var programmeField: String { say("Programma", "Programme") }
    var periodField: String { say("Jaar of maand", "Year or month") }
    var periodHint: String { say("Zoals 2027 of 2027-03.", "Such as 2027 or 2027-03.") }
    var all: String { say("Alles", "All") }
    func count(_ count: Int) -> String { say(count == 1 ? "1 bijeenkomst" : "\(count) bijeenkomsten", count == 1 ? "1 meeting" : "\(count) meetings") }
    var follow: String { say("Volg deze lijst", "Follow this list") }
    var followLead: String {
        say("Zet de lijst in je eigen agenda of lezer. Daar komt dan bij wat nieuw is.", "Put the list in your own calendar or reader. It adds what is new.")
    }
    func file(_ file: MeetingRoute.MeetingFile) -> String {
        switch file {
        case .calendar: say("In je agenda (iCal)", "In your calendar (iCal)")
        case .atom: say("In een lezer (Atom)", "In a reader (Atom)")
        case .csv: say("Als tabel (CSV)", "As a table (CSV)")
        case .json: say("Als data (JSON)", "As data (JSON)")
        }
    }
    var earlier: String { say("Eerder", "Earlier") }
    var later: String { say("Later", "Later") }
    var pages: String { say("Meer van de lijst", "More of the list") }

    // MARK: One meeting

    var place: Localized { Localized(nl: "Plek in het programma", en: "Place in the programme") }
    func number(_ number: Int, _ series: String) -> String { say("Nummer \(number) van \(series)", "Number \(number) of \(series)") }
    var facts: String { say("Wat je moet weten", "What you need to know") }
    var time: String { say("Wanneer", "When") }
    var timeZone: String { say("Tijd in Nederland", "Time in the Netherlands") }
    var whereField: String { say("Waar", "Where") }
    var online: String { say("Online", "Online") }
    var onlineHint: String {
        say("Wie zich inschrijft, krijgt de link. Die werkt vanaf een dag ervoor.", "Who registers gets the link. It works from a day before.")
    }
    var placeUnknown: String { say("De plek staat nog niet vast", "The place is not known yet") }
    func and(_ left: String, _ right: String) -> String { say("\(left) en \(right.lowercased())", "\(left) and \(right.lowercased())") }
    var forWhom: String { say("Voor wie", "For whom") }
    var everyone: String { say("Voor iedereen", "For everyone") }
    func audience(_ roles: [String], isClosed: Bool) -> String {
        let list = roles.joined(separator: ", ")
        return isClosed ? say("Alleen voor: \(list)", "Only for: \(list)") : say("Vooral voor: \(list)", "Mainly for: \(list)")
    }
    var audienceHint: String { say("Hoor je daar niet bij? Je mag toch meedoen.", "Are you not one of them? You may join all the same.") }
    var closedHint: String { say("Deze groep is gesloten. Anderen kunnen niet meedoen.", "This group is closed. Others cannot join.") }
    var price: String { say("Wat kost het", "What it costs") }
    var free: String { say("Gratis", "Free") }
    var preparation: String { say("Wat je vooraf doet", "What to do before") }
    func minutes(_ minutes: Int) -> String { say("\(minutes) minuten", minutes == 1 ? "1 minute" : "\(minutes) minutes") }
    var nothing: String { say("Niets", "Nothing") }
    var organisers: String { say("Wie dit organiseren", "Who organise this") }
    var subjects: String { say("Onderwerpen", "Subjects") }
    var series: String { say("De hele reeks", "The whole series") }
    var before: String { say("De vorige", "The one before") }
    var after: String { say("De volgende", "The next one") }
    var calendar: String { say("Zet in je agenda", "Put it in your calendar") }
    var draftNotice: String { say("Dit is een concept. Alleen wie dit organiseert, ziet het.", "This is a draft. Only who organises it can see it.") }
    var provisional: String {
        say(
            "Dit is een voorlopig programma. Wie zich inschrijft, hoort het als het vaststaat.",
            "This programme is provisional. Who registers is told when it is definitive.")
    }
    func cancelled(_ reason: String) -> String { say("Afgelast: \(reason)", "Cancelled: \(reason)") }
    func moved(_ day: String, _ reason: String) -> String {
        say("Op \(day) verplaatst", "Moved on \(day)") + (reason.isEmpty ? "." : ": \(reason)")
    }
    var edit: String { say("Verander de bijeenkomst", "Change the meeting") }
    var team: String { say("Organiseer je deze bijeenkomst?", "Do you organise this meeting?") }

    // MARK: The call to action

    var join: String { say("Doe je mee?", "Will you join?") }
    func state(_ state: RegistrationState) -> String {
        switch state {
        case .cancelled: say("Afgelast", "Cancelled")
        case .past: say("Voorbij", "Past")
        case .closed: say("Inschrijven is gesloten", "Registration is closed")
        case .notYetOpen: say("Inschrijven kan nog niet", "Registration is not open yet")
        case .full: say("Vol, er is een wachtlijst", "Full, there is a waiting list")
        case .few: say("Nog enkele plaatsen", "A few places left")
        case .open: say("Open", "Open")
        }
    }
    func opens(_ moment: String) -> String { say("Je kunt je inschrijven vanaf \(moment).", "You can register from \(moment).") }
    func closes(_ moment: String) -> String { say("Inschrijven kan tot \(moment).", "You can register until \(moment).") }
    func closed(_ moment: String) -> String { say("Je kon je inschrijven tot \(moment).", "You could register until \(moment).") }
    func left(_ left: Int, of capacity: Int) -> String { say("Nog \(left) van de \(capacity) plaatsen vrij.", "\(left) of \(capacity) places left.") }
    func leftOnline(_ left: Int, of capacity: Int) -> String {
        say("Online nog \(left) van de \(capacity) plaatsen vrij.", "Online \(left) of \(capacity) places left.")
    }
    var noLimit: String { say("Er is geen grens aan het aantal plaatsen.", "There is no limit to the number of places.") }
    func waiting(_ count: Int) -> String {
        switch count {
        case 0: say("Er wacht niemand.", "Nobody is waiting.")
        case 1: say("Er wacht 1 mens.", "1 person is waiting.")
        default: say("Er wachten \(count) mensen.", "\(count) people are waiting.")
        }
    }
    var register: String { say("Schrijf je in", "Register") }
    var registerSeries: String { say("Schrijf je in voor de hele reeks", "Register for the whole series") }
    var wait: String { say("Ga op de wachtlijst", "Join the waiting list") }
    func forMeeting(_ title: String) -> String { say(" voor \(title)", " for \(title)") }

    // MARK: The programme

    var programme: String { say("Programma", "Programme") }
    var programmeSoon: String { say("Het programma komt later.", "The programme comes later.") }
    var part: String { say("Onderdeel", "Part") }
    var speakers: String { say("Sprekers", "Speakers") }
    func groups(_ count: Int) -> String { say("\(count) groepen tegelijk", "\(count) groups at the same time") }
    func leader(_ name: String) -> String { say("Onder leiding van \(name)", "Led by \(name)") }
    func maximum(_ count: Int) -> String { say("Hoogstens \(count) mensen", "\(count) people at most") }
    func groupLeft(_ left: Int) -> String { left == 0 ? say("Vol", "Full") : say("Nog \(left) vrij", "\(left) left") }
    func asked(_ count: Int) -> String {
        say(
            count == 1 ? "Gevraagd door 1 deelnemer" : "Gevraagd door \(count) deelnemers",
            count == 1 ? "Asked by 1 participant" : "Asked by \(count) participants")
    }
    var mode: String { say("Hoe je in een groep komt", "How you get into a group") }

    // MARK: A series

    func seriesLead(_ count: Int) -> String { say("\(self.count(count)) die bij elkaar horen.", "\(self.count(count)) that belong together.") }
    var seriesCalendar: String { say("Zet de hele reeks in je agenda", "Put the whole series in your calendar") }
}
