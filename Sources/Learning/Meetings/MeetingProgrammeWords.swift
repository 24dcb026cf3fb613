import Core

/// The sentences for who composes the programme of a meeting, in both languages.
struct MeetingProgrammeWords: PageWords {
    let language: Language

    func title(_ name: String) -> String { say("Programma van \(name)", "Programme of \(name)") }
    var edit: String { say("Maak het programma", "Compose the programme") }
    var items: String { say("Onderdelen", "Items") }
    var none: String { say("Er zijn nog geen onderdelen.", "There are no items yet.") }
    func length(_ minutes: Int, of all: Int) -> String {
        say(
            "De onderdelen duren samen \(minutes) minuten. De bijeenkomst duurt \(all) minuten.",
            "The items take \(minutes) minutes. The meeting takes \(all) minutes.")
    }
    var tooLong: String { say("Maak onderdelen korter of haal er een weg.", "Make items shorter or take one away.") }
    var up: String { say("Omhoog", "Up") }
    var down: String { say("Omlaag", "Down") }
    var remove: String { say("Haal weg", "Take away") }
    var change: String { say("Verander", "Change") }
    var time: String { say("Tijd", "Time") }
    var item: String { say("Onderdeel", "Item") }
    var actions: String { say("Doen", "Actions") }
    func named(_ name: String) -> String { " (\(name))" }
    func changeItem(_ name: String) -> String { say("Verander het onderdeel \(name)", "Change the item \(name)") }

    var addItem: String { say("Voeg een onderdeel toe", "Add an item") }
    var save: String { say("Bewaar", "Save") }
    var kind: String { say("Soort onderdeel", "Kind of item") }
    var kindEmpty: String { say("Kies een soort", "Choose a kind") }
    var name: String { say("Titel", "Title") }
    var nameEmpty: String { say("Schrijf een titel", "Write a title") }
    var text: String { say("Wat gebeurt er?", "What happens?") }
    var minutes: String { say("Hoeveel minuten?", "How many minutes?") }
    var minutesShape: String { say("Schrijf een getal van 1 tot en met 1440", "Write a number from 1 to 1440") }
    func speaker(_ number: Int) -> String { say("Spreker \(number)", "Speaker \(number)") }
    func speakerOrganisation(_ number: Int) -> String { say("Organisatie van spreker \(number)", "Organisation of speaker \(number)") }
    func speakerOther(_ number: Int) -> String { say("Andere organisatie van spreker \(number)", "Other organisation of speaker \(number)") }
    var otherHint: String { say("Alleen als die niet in de lijst staat.", "Only if it is not in the list.") }
    var noOrganisation: String { say("Geen", "None") }
    var speakerGone: String { say("Deze mens of organisatie is er niet meer. Kies opnieuw", "This person or organisation is gone. Choose again") }

    // MARK: Needs

    var needs: String { say("Wat deelnemers nodig hebben", "What participants need") }
    var needsLead: String {
        say(
            "Dit schreven mensen toen ze zich inschreven. Laat het programma daarop aansluiten.",
            "People wrote this when they registered. Let the programme answer it.")
    }
    var noNeeds: String { say("Nog niemand schreef wat nodig is.", "Nobody has written what they need yet.") }
    var unserved: String { say("Nog niet in het programma", "Not in the programme yet") }
    var served: String { say("In het programma", "In the programme") }
    var otherTheme: String { say("Zonder thema", "Without a theme") }
    var answers: String { say("Welke vragen pakt dit onderdeel op?", "Which needs does this item answer?") }

    // MARK: Groups

    var groups: String { say("Groepen", "Subgroups") }
    var addGroup: String { say("Voeg een groep toe", "Add a subgroup") }
    func group(_ name: String) -> String { say("Groep: \(name)", "Subgroup: \(name)") }
    var question: String { say("Waar praat deze groep over?", "What does this group talk about?") }
    var leader: String { say("Wie leidt de groep?", "Who leads the group?") }
    var leaderOrganisation: String { say("Organisatie van de leider", "Organisation of the leader") }
    var leaderOther: String { say("Andere organisatie van de leider", "Other organisation of the leader") }
    var leaderMail: String { say("Mailadres van de leider", "Mail address of the leader") }
    var leaderMailHint: String {
        say("Met een account mag de leider deze groep zelf veranderen, en niets anders.", "With an account the leader can change this group, and nothing else.")
    }
    var leaderUnknown: String { say("Met dit mailadres is er geen account", "There is no account with this mail address") }
    var hasAccount: String { say("De leider mag deze groep veranderen.", "The leader can change this group.") }
    var place: String { say("Plek", "Place") }
    var link: String { say("Link voor deze groep", "Link for this group") }
    var linkHint: String { say("Alleen wie zich inschrijft, ziet deze link.", "Only those who register see this link.") }
    var maximum: String { say("Hoeveel mensen kunnen er mee?", "How many people can join?") }
    var inUse: String {
        say(
            "Dit is in gebruik. Haal eerst de groepen weg, of laat mensen een andere groep kiezen.",
            "This is in use. First take the groups away, or let people choose another.")
    }

    // MARK: Files

    var slides: String { say("Bestanden", "Files") }
    func slidesOf(_ name: String) -> String { say("Bestanden bij \(name)", "Files of \(name)") }
    var slidesLead: String { say("Wie de bijeenkomst ziet, kan deze bestanden openen.", "Who sees the meeting can open these files.") }
    var addSlides: String { say("Voeg een bestand toe", "Add a file") }
    var slidesEmpty: String { say("Kies een bestand", "Choose a file") }
    var noFiles: String { say("Deze site bewaart geen bestanden.", "This site keeps no files.") }
    var alt: String { say("Wat staat er op de foto?", "What is in the picture?") }
    var altHint: String { say("Alleen bij een foto, voor wie die niet kan zien.", "Only for a picture, for who cannot see it.") }
}
