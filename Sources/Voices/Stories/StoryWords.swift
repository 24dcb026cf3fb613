import Core

/// The sentences of the pages of stories.
struct StoryWords: PageWords {
    let language: Language

    var title: String { say("Verhalen", "Stories") }
    var one: String { say("Een verhaal", "A story") }
    var placeToo: String { say("Schrijf ook op welke plek het is", "Write too which place it is") }
    var squareHint: String {
        say(
            "Mag je leeg laten. Klik op de kaart, of typ een vak, zoals C4. Wij bewaren alleen een vak van 100 meter.",
            "You may leave this empty. Click on the map, or type a square, like C4. We keep only a square of 100 metres.")
    }
    func square(_ name: String) -> String { say("Vak \(name) op de kaart", "Square \(name) on the map") }
    var uses: String { say("Hier staat dit verhaal naast een cijfer", "Here this story stands beside a figure") }
    var others: String { say("Alle verhalen uit dit gesprek", "All stories of this conversation") }
    var address: String { say("Vaste plek van dit verhaal", "The address of this story") }
    var lead: String {
        say(
            "Dit vertellen mensen over hun buurt. Een moderator heeft het gelezen.",
            "This is what people tell about their neighbourhood. A moderator has read it.")
    }
    var leadAfter: String {
        say(
            "Dit vertellen mensen over hun buurt. Een moderator leest het later.",
            "This is what people tell about their neighbourhood. A moderator reads it later.")
    }
    var none: String { say("Er zijn hier nog geen verhalen.", "There are no stories here yet.") }
    var filter: String { say("Kies een soort", "Choose a kind") }
    var all: String { say("Alle soorten", "All kinds") }
    var show: String { say("Laat zien", "Show") }
    var next: String { say("Verder", "Next") }
    var previous: String { say("Terug", "Back") }
    var report: String { say("Meld dit verhaal", "Report this story") }
    var masked: String { say("Een moderator heeft stukken weggelaten.", "A moderator left parts out.") }
    var pages: String { say("Bladen", "Pages") }

    var tell: String { say("Vertel je verhaal", "Tell your story") }
    var tellLead: String {
        say("Je hebt geen account nodig. Je naam staat er niet bij.", "You need no account. Your name is not shown.")
    }
    var story: String { say("Wat wil je vertellen?", "What do you want to tell?") }
    var storyHint: String {
        say(
            "Schrijf in je eigen woorden. Noem geen namen, adressen of nummers van mensen.",
            "Write in your own words. Do not give names, addresses or numbers of people.")
    }
    var storyEmpty: String { say("Schrijf iets op", "Write something") }
    var spoken: String { say("In welke taal schrijf je?", "In which language do you write?") }
    var marks: String { say("Waar gaat het over?", "What is it about?") }
    var place: String { say("Over welke straat of plek gaat het?", "Which street or place is it about?") }
    var placeHint: String {
        say("Bijvoorbeeld: het plein bij de school. Laat leeg voor de hele buurt.", "For example: the square near the school. Leave empty for the whole area.")
    }
    var placeExact: String { say("Schrijf geen huisnummer op. Een straat is genoeg", "Do not give a house number. A street is enough") }
    var photo: String { say("Foto of tekening", "Photo or drawing") }
    func photoHint(_ limit: Int) -> String {
        say(
            "Zet er geen mensen of nummerborden op. Hoogstens \(limit >> 20) MB. Wij halen eruit waar en wanneer de foto is gemaakt.",
            "Leave people and number plates out. At most \(limit >> 20) MB. We take out where and when the photo was made.")
    }
    var alt: String { say("Wat zie je op de foto?", "What does the photo show?") }
    var altHint: String {
        say("Voor mensen die de foto niet zien. Nodig als je een foto kiest.", "For people who do not see the photo. Needed if you choose one.")
    }
    var altEmpty: String { say("Schrijf op wat je op de foto ziet", "Tell what the photo shows") }
    var readers: String { say("Wie mag het lezen?", "Who may read it?") }
    var everyone: String { say("Iedereen, zonder mijn naam", "Everyone, without my name") }
    var team: String { say("Alleen het team van dit gesprek", "Only the team of this conversation") }
    var choose: String { say("Kies een antwoord", "Choose an answer") }
    var quote: String { say("Mogen we er een zin uit gebruiken?", "May we use a sentence of it?") }
    var quoteYes: String { say("Ja, dat mag, zonder mijn naam", "Yes, without my name") }
    var helping: String { say("Typ je dit voor iemand anders?", "Do you type this for somebody else?") }
    var helpingYes: String { say("Ja, die persoon zit naast mij", "Yes, that person is with me") }
    var send: String { say("Verstuur", "Send") }
    var again: String { say("Het ging niet goed. Probeer het nog een keer.", "That did not work. Try again.") }

    var thanks: String { say("Dank je wel voor je verhaal", "Thank you for your story") }
    /// - Parameter month: `2026-10`
    func month(_ month: String) -> String {
        let names =
            language == .nl
            ? ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]
            : ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
        guard let number = Int(month.suffix(2)), names.indices.contains(number - 1) else { return month }
        return names[number - 1] + " " + month.prefix(4)
    }
}
