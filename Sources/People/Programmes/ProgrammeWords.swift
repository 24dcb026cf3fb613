import Core

/// The sentences about programmes, in both languages.
struct ProgrammeWords: PageWords {
    let language: Language

    var title: String { say("Programma’s", "Programmes") }
    var lead: String { say("Wat organisaties samen leren en proberen.", "What organisations learn and try together.") }
    var none: String { say("Er zijn nog geen programma’s.", "There are no programmes yet.") }
    func withGoal(_ goal: String) -> String { say("Programma’s met het doel: \(goal)", "Programmes with the goal: \(goal)") }
    var all: String { say("Alle programma’s", "All programmes") }
    var place: Localized { Localized(nl: "Plek in het programma", en: "Place in the programme") }
    var ended: String { say("Afgerond", "Finished") }
    var endedLead: String { say("Dit is afgerond. Je kunt het nog wel lezen.", "This is finished. You can still read it.") }
    var period: String { say("Looptijd", "Period") }
    var owner: String { say("Van", "Of") }

    /// `2022 tot en met 2026`, `vanaf 2022`; nil where nothing is known.
    func years(_ facts: Programme.Facts) -> String? {
        switch (facts.firstYear, facts.lastYear) {
        case (let first?, let last?): first == last ? "\(first)" : say("\(first) tot en met \(last)", "\(first) to \(last)")
        case (let first?, nil): say("vanaf \(first)", "from \(first)")
        case (nil, let last?): say("tot en met \(last)", "until \(last)")
        case (nil, nil): nil
        }
    }

    var goals: String { say("Doelen", "Goals") }
    var tracks: String { say("Sporen", "Tracks") }
    /// `Spoor 2: Pilots`; other parts by their name alone.
    func heading(_ part: ProgrammePart) -> String {
        part.kind == .track ? "\(part.kind.name[language]) \(part.number): \(part.name)" : part.name
    }
    var below: String { say("Wat hieronder valt", "What belongs to it") }
    var partners: String { say("Partners", "Partners") }
    var organisers: String { say("Wie dit organiseren", "Who organise this") }
    var contact: String { say("Contact", "Contact") }
    var noContact: String { say("Er is nog geen contactpersoon.", "There is nobody to contact yet.") }
    var postal: String { say("Postadres", "Postal address") }
    var visiting: String { say("Bezoekadres", "Visiting address") }
    var team: String { say("Werk je aan dit programma?", "Do you work on this programme?") }
    var edit: String { say("Bewerk het programma", "Edit the programme") }

    // MARK: Editing

    var administration: String { say("Programma’s beheren", "Manage programmes") }
    var administrationLead: String {
        say("Een nieuw programma begint met drie sporen. Je kunt ze daarna veranderen.", "A new programme begins with three tracks. You can change them.")
    }
    var add: String { say("Begin een programma", "Begin a programme") }
    func editTitle(_ name: String) -> String { say("Bewerk \(name)", "Edit \(name)") }
    var save: String { say("Bewaar", "Save") }
    var facts: String { say("Over het programma", "About the programme") }
    var name: String { say("Naam", "Name") }
    var nameEmpty: String { say("Vul een naam in", "Fill in a name") }
    var purpose: String { say("Waarvoor is het?", "What is it for?") }
    var purposeEmpty: String { say("Schrijf waarvoor het programma is", "Write what the programme is for") }
    var ownerField: String { say("Van welke organisatie is het?", "Which organisation does it belong to?") }
    var noOwner: String { say("Nog niet bekend", "Not known yet") }
    var firstYear: String { say("Eerste jaar", "First year") }
    var lastYear: String { say("Laatste jaar", "Last year") }
    var yearShape: String { say("Schrijf een jaar, zoals 2027", "Write a year, such as 2027") }
    var yearOrder: String { say("Kies een jaar dat niet voor het eerste jaar ligt", "Choose a year that is not before the first year") }
    var goalsHint: String { say("Zet elk doel op een eigen regel.", "Put each goal on a line of its own.") }
    var goalLong: String { say("Maak elk doel korter dan 100 tekens. Geef er hoogstens 20", "Make each goal shorter than 100 characters. Give 20 at most") }
    var parts: String { say("Onderdelen", "Parts") }
    var addPart: String { say("Voeg een onderdeel toe", "Add a part") }
    var kind: String { say("Soort", "Kind") }
    var kindEmpty: String { say("Kies een soort", "Choose a kind") }
    var under: String { say("Waar valt het onder?", "What does it belong to?") }
    var underHint: String {
        say(
            "Een netwerk valt onder een spoor. Een reeks valt onder een spoor, netwerk of project.",
            "A network belongs to a track. A series belongs to a track, network or project.")
    }
    var underProgramme: String { say("Het programma zelf", "The programme itself") }
    var underWrong: String { say("Dit soort onderdeel kan daar niet onder. Kies iets anders", "This kind of part cannot belong there. Choose another") }
    var partPurpose: String { say("Waar gaat het over?", "What is it about?") }
    var number: String { say("Volgorde", "Order") }
    var numberHint: String { say("1 staat bovenaan. Bij een spoor is dit het nummer van het spoor.", "1 is on top. Of a track this is its number.") }
    var numberShape: String { say("Schrijf een getal van 1 tot en met 99", "Write a number from 1 to 99") }
    var finish: String { say("Rond af", "Finish") }
    var goOn: String { say("Ga weer verder", "Go on again") }
    var finishParts: String {
        say("Er lopen nog onderdelen onder. Rond die eerst af.", "Parts below it still run. Finish those first.")
    }
    var resumeAbove: String {
        say("Het onderdeel erboven is afgerond. Laat dat eerst weer verder gaan.", "The part above it is finished. Let that go on first.")
    }
    var finishProgramme: String { say("Rond het programma af", "Finish the programme") }
    var finishLead: String {
        say("Iedereen kan het dan nog lezen. Alleen een beheerder kan dit doen.", "Everyone can still read it then. Only an administrator can do this.")
    }

    var organisations: String { say("Organisaties", "Organisations") }
    var addOrganisation: String { say("Voeg een organisatie toe", "Add an organisation") }
    var organisation: String { say("Organisatie", "Organisation") }
    var organisationEmpty: String { say("Kies een organisatie", "Choose an organisation") }
    var organisationTwice: String { say("Deze organisatie doet hier al zo aan mee", "This organisation takes part in this way already") }
    var capacity: String { say("Wat is de organisatie hier?", "What is the organisation here?") }
    var involvedIn: String { say("Waarbij?", "In what?") }
    var wholeProgramme: String { say("Het hele programma", "The whole programme") }
    var remove: String { say("Haal weg", "Take away") }
    var action: String { say("Doen", "Action") }

    var addContact: String { say("Voeg een contactpersoon toe", "Add someone to contact") }
    var contactKind: String { say("Waarvoor?", "What for?") }
    var contactLead: String {
        say(
            "Zet hier alleen iemand neer die dat goed vindt. Je kiest zelf wat iedereen mag zien.",
            "Put someone here only when they agree. You choose what everyone may see.")
    }
    var contactName: String { say("Naam van de persoon of het loket", "Name of the person or the desk") }
    var mail: String { say("Mailadres", "Mail address") }
    var mailShape: String { say("Schrijf het mailadres zoals naam@voorbeeld.nl", "Write the mail address like name@example.nl") }
    var phone: String { say("Telefoon", "Telephone") }
    var phoneShape: String { say("Schrijf het nummer zoals 026 123 45 67", "Write the number like 026 123 45 67") }
    var shown: String { say("Wat mag iedereen zien?", "What may everyone see?") }
    var showMail: String { say("Het mailadres", "The mail address") }
    var showPhone: String { say("Het telefoonnummer", "The telephone number") }
    var shownEmpty: String {
        say("Vul een mailadres of telefoonnummer in dat iedereen mag zien", "Fill in a mail address or telephone number that everyone may see")
    }
    var notShown: String { say("niet te zien op de site", "not shown on the site") }
}
