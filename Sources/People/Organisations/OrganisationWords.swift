import Core

/// The sentences about organisations, in both languages.
struct OrganisationWords: PageWords {
    let language: Language

    var title: String { say("Organisaties", "Organisations") }
    var lead: String { say("Wie er meedoet: van gemeente tot bewonersgroep.", "Who takes part: from municipality to residents' group.") }
    var kind: String { say("Soort", "Kind") }
    var allKinds: String { say("Alle soorten", "All kinds") }
    var withEnded: String { say("Ook die er niet meer zijn", "Also those that are no more") }
    var show: String { say("Toon", "Show") }
    func count(_ count: Int) -> String {
        switch count {
        case 0: say("Er is geen organisatie van deze soort.", "There is no organisation of this kind.")
        case 1: say("1 organisatie", "1 organisation")
        default: say("\(count) organisaties", "\(count) organisations")
        }
    }
    var none: String { say("Er zijn hier nog geen organisaties.", "There are no organisations here yet.") }
    var name: String { say("Naam", "Name") }
    var nameEmpty: String { say("Vul een naam in", "Fill in a name") }
    var area: String { say("Gebied", "Area") }
    var areaProfile: String { say("Bekijk het wijkprofiel", "See the area profile") }
    var since: String { say("Hier bekend sinds", "Known here since") }
    var state: String { say("Wat wil je zien?", "What do you want to see?") }

    /// Since when it is no more; for a municipality as far as the lists of the years tell.
    func gone(_ organisation: Organisation) -> String? {
        guard let end = organisation.endedAt else { return nil }
        guard let listed = organisation.listed, let missing = listed.missing else {
            let day = AccountWords(language).date(end)
            return say("Is er niet meer sinds \(day)", "No more since \(day)")
        }
        return missing == listed.last + 1
            ? say("Is er niet meer sinds 1 januari \(missing)", "No more since 1 January \(missing)")
            : say("Was er nog in \(listed.last). Is er niet meer in \(missing)", "Was there in \(listed.last). No more in \(missing)")
    }

    var people: String { say("Wie hier bij horen", "Who belong to it") }
    var peopleLink: String { say("Bekijk wie hier bij horen", "See who belong to it") }
    var peopleHint: String { say("Dit zien alleen de mensen van deze organisatie.", "Only the people of this organisation see this.") }
    var noPeople: String { say("Hier hoort nog niemand bij.", "Nobody belongs to it yet.") }
    var memberSince: String { say("Sinds", "Since") }

    // MARK: What it tells of itself

    var subjects: String { say("Onderwerpen", "Subjects") }
    var products: String { say("Wat zij heeft gemaakt", "What it made") }
    var platforms: String { say("Waar je haar vindt", "Where to find it") }
    var reach: String { say("Zo bereik je haar", "How to reach it") }
    var describe: String { say("Schrijf de pagina", "Write the page") }
    var describeLead: String {
        say(
            "Dit komt op de pagina die iedereen ziet. Hoe je haar bereikt, staat er alleen als jij dat kiest.",
            "This goes on the page that everyone sees. How to reach it stands there only if you choose so.")
    }
    var saved: String { say("Bewaard.", "Saved.") }
    var look: String { say("Bekijk de pagina", "See the page") }
    var productsHint: String {
        say(
            "Zet alles op een eigen regel. Is er een link? Zet die achter de naam. Er passen 20 regels op.",
            "Put each on a line of its own. Is there a link? Put it behind the name. There is room for 20 lines.")
    }
    var platformsHint: String {
        say(
            "Een website of een ander platform. Zet op elke regel de naam, met de link erachter. Er passen 10 regels op.",
            "A website or another platform. Put the name on each line, with the link behind it. There is room for 10 lines.")
    }
    var reachWords: String { say("Hoe stel je een vraag?", "How does one ask a question?") }
    var reachMail: String { say("Mailadres", "Mail address") }
    var reachMailHint: String {
        say("Kies een adres dat van de hele organisatie is.", "Choose an address of the whole organisation.")
    }
    var reachLink: String { say("Link naar een pagina", "Link to a page") }
    var reachWho: String { say("Wie mag dit zien?", "Who may see this?") }
    var reachPublic: String { say("Iedereen mag dit zien", "Everyone may see this") }
    var reachHint: String { say("Zonder vinkje staat dit niet op de pagina.", "Without a tick this is not on the page.") }
    var mailShape: String { say("Schrijf het mailadres zoals naam@voorbeeld.nl", "Write the mail address like name@example.nl") }
    var linkShape: String { say("Begin de link met https://", "Begin the link with https://") }
    var subjectGone: String { say("Een van deze labels is er niet meer", "One of these labels is no longer there") }
    func tooManyLines(_ most: Int) -> String { say("Gebruik hoogstens \(most) regels", "Use at most \(most) lines") }

    /// What is wrong with a line, which begins like this.
    func line(_ start: String, _ fault: OrganisationAbout.LineFault) -> String {
        switch fault {
        case .noTitle: say("Zet een naam voor de link: \(start)", "Put a name before the link: \(start)")
        case .longTitle: say("Maak deze naam korter: \(start)", "Make this name shorter: \(start)")
        case .noLink: say("Zet een link achter deze naam: \(start)", "Put a link behind this name: \(start)")
        case .badLink: say("Begin de link met https:// op deze regel: \(start)", "Begin the link with https:// on this line: \(start)")
        }
    }

    // MARK: Administration

    var administration: String { say("Organisaties beheren", "Manage organisations") }
    var administrationLead: String {
        say(
            "Gemeenten komen vanzelf uit de lijst van het CBS. Andere organisaties voeg je hier toe.",
            "Municipalities come from the list of Statistics Netherlands. Other organisations you add here.")
    }
    var add: String { say("Voeg een organisatie toe", "Add an organisation") }
    var kindEmpty: String { say("Kies een soort", "Choose a kind") }
    var areaCode: String { say("Code van het gebied", "Code of the area") }
    var areaHint: String {
        say(
            "Waar de organisatie werkt. Bijvoorbeeld: GM0222 of PV25. Bij een gemeente of provincie hoort altijd een code.",
            "Where the organisation works. For example: GM0222 or PV25. A municipality or province always has a code.")
    }
    var areaShape: String { say("Vul een code in zoals GM0222 of PV25", "Fill in a code such as GM0222 or PV25") }
    var areaWrong: String { say("Deze code hoort niet bij deze soort organisatie", "This code does not belong to this kind of organisation") }
    var areaTaken: String { say("Er is al een organisatie met deze code", "There is an organisation with this code already") }
    var edit: String { say("Wijzig", "Change") }
    var save: String { say("Bewaar", "Save") }
    var end: String { say("Beëindig deze organisatie", "End this organisation") }
    var endLead: String {
        say(
            "Zij staat dan niet meer in de lijst. Wat namens haar is gedaan, blijft staan.",
            "It is then no longer in the list. What was done on its behalf stays.")
    }
    var resume: String { say("Laat deze organisatie weer meedoen", "Let this organisation take part again") }
}
