import Core

/// The sentences about profiles, in both languages.
struct ProfileWords: PageWords {
    let language: Language

    var profile: String { say("Profiel", "Profile") }
    var edit: String { say("Mijn profiel", "My profile") }
    var editLead: String {
        say(
            "Vertel anderen wat je doet. Jij kiest wie het ziet. In het begin ziet niemand het.",
            "Tell others what you do. You choose who sees it. In the beginning nobody does.")
    }
    var saved: String { say("Je profiel is bewaard.", "Your profile has been saved.") }
    var look: String { say("Bekijk je profiel", "Look at your profile") }
    var save: String { say("Bewaar", "Save") }
    var change: String { say("Pas je profiel aan", "Change your profile") }

    var about: String { say("Over jou", "About you") }
    var work: String { say("Waar werk je aan?", "What do you work on?") }
    var workHint: String { say("Een paar zinnen zijn genoeg.", "A few sentences are enough.") }
    var terms: String { say("Waar weet je veel van?", "What do you know much about?") }
    var termGone: String { say("Een van deze labels is er niet meer. Kies opnieuw.", "One of these labels is gone. Choose again.") }
    var expertise: String { say("Waar weet je nog meer van?", "What else do you know about?") }
    var expertiseHint: String { say("In je eigen woorden, zoals: samenwerken met bewoners.", "In your own words, such as: working with residents.") }
    var region: String { say("Waar werk je?", "Where do you work?") }
    var regionHint: String { say("Een streek, plaats of wijk.", "A region, town or district.") }
    var languages: String { say("Welke talen spreek je?", "Which languages do you speak?") }
    var organisation: String { say("Je organisatie", "Your organisation") }
    var organisationShown: String { say("Laat zien waar ik werk", "Show where I work") }
    var noOrganisation: String {
        say("Een beheerder zet je bij een organisatie.", "An administrator puts you with an organisation.")
    }

    var photo: String { say("Foto", "Photo") }
    func photoHint(_ limit: Int) -> String {
        say(
            "JPEG, PNG of WebP van hoogstens \(limit >> 20) MB. Wij halen eruit waar en wanneer hij is gemaakt.",
            "JPEG, PNG or WebP of at most \(limit >> 20) MB. We take out where and when it was made.")
    }
    var alt: String { say("Wat staat er op de foto?", "What does the photo show?") }
    var altHint: String { say("Voor wie de foto niet ziet. Nodig als je een foto hebt.", "For who does not see the photo. Needed if you have one.") }
    var photoNow: String { say("Je foto van nu", "Your photo now") }
    var photoRemove: String { say("Haal de foto weg", "Take the photo away") }

    var reach: String { say("Hoe kun je bereikt worden?", "How can you be reached?") }
    var telephone: String { say("Telefoon", "Telephone") }
    var telephoneWrong: String { say("Vul een nummer in met cijfers, zoals 026 123 45 67", "Fill in a number with digits, such as 026 123 45 67") }
    var telephoneWho: String { say("Wie ziet je telefoonnummer?", "Who sees your telephone number?") }
    func mailWho(_ mail: String) -> String { say("Wie ziet je mailadres (\(mail))?", "Who sees your mail address (\(mail))?") }
    var mail: String { say("Mail", "Mail") }
    var who: String { say("Wie ziet je profiel?", "Who sees your profile?") }
    var whoHint: String {
        say("Je telefoon en mail ziet nooit iemand die je profiel niet ziet.", "Nobody sees your telephone and mail who does not see your profile.")
    }
    var whoTitle: String { say("Wie ziet wat?", "Who sees what?") }
    func visibility(_ visibility: ProfileVisibility) -> String {
        switch visibility {
        case .nobody: say("Niemand", "Nobody")
        case .members: say("Iedereen die is aangemeld", "Everyone who signed in")
        case .everyone: say("Iedereen", "Everyone")
        }
    }
    var choose: String { say("Kies wie het ziet", "Choose who sees it") }

    // MARK: As others see it

    func seenBy(_ visibility: ProfileVisibility) -> String {
        switch visibility {
        case .nobody: say("Alleen jij ziet dit profiel.", "Only you see this profile.")
        case .members: say("Iedereen die is aangemeld, ziet dit profiel.", "Everyone who signed in sees this profile.")
        case .everyone: say("Iedereen ziet dit profiel.", "Everyone sees this profile.")
        }
    }
    var worksOn: String { say("Werkt aan", "Works on") }
    var knows: String { say("Weet veel van", "Knows much about") }
    var worksIn: String { say("Werkt in", "Works in") }
    var speaks: String { say("Spreekt", "Speaks") }
    var organisations: String { say("Organisatie", "Organisation") }
    var roles: String { say("Rollen", "Roles") }
    var contact: String { say("Contact", "Contact") }
    var files: String { say("Bestanden", "Files") }
    var people: String { say("Mensen", "People") }
}
