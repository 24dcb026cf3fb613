import Core
import Measures
import People

/// The sentences of opinion groups, for everyone.
struct GroupWords: PageWords {
    let language: Language

    var title: String { say("Zijn er groepen die hetzelfde denken?", "Are there groups that think alike?") }
    var notYet: String { say("Wij hebben nog niet gekeken of er groepen zijn.", "We have not looked yet whether there are groups.") }
    func yes(_ count: Int) -> String {
        say("Ja. Er zijn \(count) groepen van mensen die vaak hetzelfde stemden.", "Yes. There are \(count) groups of people who often voted alike.")
    }
    var none: String { say("Nee, er zijn geen duidelijke groepen.", "No, there are no clear groups.") }

    func because(_ reason: OpinionReason) -> String {
        switch reason {
        case .noMap, .tooFewPeople: say("Daarvoor stemden te weinig mensen.", "Too few people voted for that.")
        case .noGroups: say("Wie stemde, denkt op veel punten hetzelfde.", "Those who voted think alike on many points.")
        case .noStructure: say("Wat wij zien, kan ook toeval zijn.", "What we see can be chance as well.")
        case .unstable:
            say(
                "Als wij de helft van de mensen nemen, komen er andere groepen uit. Dan zijn de groepen niet echt.",
                "When we take half of the people, other groups come out. Then the groups are not real.")
        case .notTested: say("Wij konden het niet nagaan.", "We could not check it.")
        }
    }

    func made(_ day: String, _ people: Int) -> String {
        say("Bekeken op \(day), met de stemmen van ongeveer \(people) mensen.", "Looked at on \(day), with the votes of about \(people) people.")
    }
    func stable(_ samples: Int, _ median: Double) -> String {
        say(
            "Wij namen \(samples) keer de helft van de mensen. De groepen kwamen terug: de overeenkomst was \(decimal(median)) van 1.",
            "We took half of the people \(samples) times. The groups came back: the agreement was \(decimal(median)) of 1.")
    }
    func chance(_ share: Double) -> String {
        say(
            "Als stemmen toeval zijn, zie je zulke groepen in \(percent(share)) van de keren.",
            "When votes are chance, you see such groups in \(percent(share)) of the times.")
    }
    var rounded: String {
        say(
            "Aantallen en procenten van groepen ronden wij af op 5. Zo kan niemand zien wat één mens stemde.",
            "Numbers and per cents of groups are rounded to 5. So nobody can see what one person voted.")
    }
    var letters: String {
        say("De letters zeggen niets. Geen enkele groep is beter.", "The letters mean nothing. No group is better.")
    }

    func group(_ letter: String) -> String { say("Groep \(letter)", "Group \(letter)") }
    func people(_ count: Int) -> String { say("ongeveer \(count) mensen", "about \(count) people") }
    func gone(_ number: Int) -> String { say("Stelling \(number) is weggehaald.", "Statement \(number) was taken away.") }
    func choice(_ isAgree: Bool) -> String { VoteWords(language).name(isAgree ? .agree : .disagree).lowercased() }

    func telling(_ one: GroupRun.Telling) -> String {
        let word = choice(one.isAgree)
        guard let own = one.own, let others = one.others else {
            return say("Deze groep zegt vaker \(word) dan de anderen.", "This group says \(word) more often than the others.")
        }
        return say(
            "In deze groep zegt \(share(own)) \(word). Bij de anderen is dat \(share(others)).",
            "In this group \(share(own)) say \(word). Of the others \(share(others)).")
    }
    var tellingNone: String { say("Over deze groep kunnen wij niets zeggen.", "We can say nothing of this group.") }

    /// `ongeveer 80%`; the ends say that all, or nobody, is never told.
    func share(_ percent: Int) -> String {
        switch percent {
        case ...GroupRun.step: say("5% of minder", "5% or less")
        case (100 - GroupRun.step)...: say("95% of meer", "95% or more")
        default: say("ongeveer \(percent)%", "about \(percent)%")
        }
    }

    var shared: String { say("Dit delen alle groepen", "This is shared by all groups") }
    func sharedBy(_ one: GroupRun.Shared) -> String {
        say(
            "In elke groep zegt gemiddeld \(share(one.share)) \(choice(one.isAgree)).",
            "In each group on average \(share(one.share)) say \(choice(one.isAgree)).")
    }
    var sharedNone: String { say("Er is niets dat alle groepen delen.", "There is nothing that all groups share.") }

    var picture: String { say("De groepen in een plaatje", "The groups in a picture") }
    var pictureText: String {
        say(
            "Wie vaak hetzelfde stemde, staat dicht bij elkaar. Elke vorm is een groep. Losse mensen laten wij niet zien.",
            "Who often voted alike stands close together. Each shape is a group. We do not show single people.")
    }
    var table: String { say("De groepen in een tabel", "The groups in a table") }
    var groupHead: String { say("Groep", "Group") }
    var peopleHead: String { say("Mensen", "People") }
    var statementHead: String { say("Stelling", "Statement") }
    var saysHead: String { say("Zegt vaker", "Says more often") }
    var ownHead: String { say("In de groep", "In the group") }
    var othersHead: String { say("Bij de anderen", "Of the others") }

    var runs: String { say("Alle keren dat wij keken", "All times that we looked") }
    var dayHead: String { say("Dag", "Day") }
    var floorHead: String { say("Kleinste groep", "Smallest group") }
    var reasonHead: String { say("Waarom nog eens", "Why once more") }
    var outcomeHead: String { say("Uitkomst", "Outcome") }
    func outcome(_ run: GroupRun) -> String {
        run.isShown ? say("\(run.groups.count) groepen", "\(run.groups.count) groups") : say("geen duidelijke groepen", "no clear groups")
    }

    // MARK: Where you stand

    var own: String { say("Jouw plek", "Your place") }
    var ownLead: String { say("Waar sta jij, met wat je stemde?", "Where do you stand, with what you voted?") }
    var ownLink: String { say("Zie je eigen plek", "See your own place") }
    var you: String { say("jij", "you") }
    func ownNear(_ group: String) -> String { say("Je staat het dichtst bij \(group).", "You stand closest to \(group).") }
    func ownVotes(_ count: Int) -> String {
        say("Dat komt uit \(count) van je antwoorden.", "That comes from \(count) of your answers.")
    }
    var ownUnsure: String {
        say("Je gaf nog weinig antwoorden. Je plek kan nog flink veranderen.", "You gave few answers so far. Your place can still change a lot.")
    }
    var ownMoves: String {
        say(
            "Bij elk antwoord verandert je plek meteen. Alleen jij ziet dit. Wij bewaren niet in welke groep je hoort.",
            "With each answer your place changes at once. Only you see this. We do not keep which group you are in.")
    }
    var ownNone: String { say("Stem eerst op een stelling. Dan zie je hier je plek.", "Vote on a statement first. Then you see your place here.") }
    var ownNoGroups: String {
        say("Er zijn nu geen duidelijke groepen. Daarom laten wij ook geen plek zien.", "There are no clear groups now. So we show no place either.")
    }
    var ownClosed: String { say("Je kunt hier nu niet meedoen, dus wij kennen je plek niet.", "You cannot take part here now, so we do not know your place.") }
    var back: String { say("Terug naar de uitkomst", "Back to the outcome") }

    private func decimal(_ value: Double) -> String {
        let text = String(Int((100 * value).rounded()))
        let digits = String(repeating: "0", count: max(0, 3 - text.count)) + text
        return digits.dropLast(2) + say(",", ".") + digits.suffix(2)
    }

    private func percent(_ share: Double) -> String {
        share < 0.01 ? say("minder dan 1%", "less than 1%") : "\(Int((100 * share).rounded()))%"
    }
}

/// The sentences of the desk of groups.
struct GroupDeskWords: PageWords {
    let language: Language

    var title: String { say("Groepen", "Groups") }
    var lead: String { say("Kijk of er groepen zijn die hetzelfde denken.", "Look whether there are groups that think alike.") }
    var make: String { say("Kijk nu", "Look now") }
    var makeHead: String { say("Kijk of er groepen zijn", "Look whether there are groups") }
    var makeLead: String {
        say(
            "Wat eruit komt, staat meteen op de pagina van de uitkomst. Je kunt het niet weghalen.",
            "What comes out stands on the page of the outcome at once. You cannot take it away.")
    }
    var floor: String { say("Hoe klein mag een groep zijn?", "How small may a group be?") }
    var floorHint: String { say("Van 5 tot 1000 mensen. Kies 10 als je het niet weet.", "From 5 to 1000 people. Choose 10 if you do not know.") }
    var floorWrong: String { say("Geef een getal van 5 tot 1000", "Give a number from 5 to 1000") }
    var reason: String { say("Waarom kijk je nog eens naar dezelfde stemmen?", "Why do you look at the same votes once more?") }
    var reasonHint: String { say("Dit kan iedereen lezen.", "Everyone can read this.") }
    var kept: String { say("Het is klaar.", "It is done.") }
    func running(_ part: Double) -> String {
        say("Wij zijn nog bezig: \(Int(100 * part))% is klaar.", "We are still busy: \(Int(100 * part))% is done.")
    }
    var again: String { say("Kijk hoe ver het is", "See how far it is") }
    var failed: String { say("Het is niet gelukt. Probeer het nog eens.", "It did not work. Try once more.") }
    func fault(_ fault: GroupStore.Fault) -> String {
        switch fault {
        case .few(let people): say("Daarvoor zijn \(people) mensen nodig die stemden", "That needs \(people) people who voted")
        case .soon(let people):
            say(
                "Wacht tot er \(people) mensen bij zijn. Anders kun je zien wat één mens stemde",
                "Wait until \(people) more people voted. Or you could see what one voted")
        case .same: say("Met deze stemmen en dit getal is al gekeken", "These votes were looked at with this number already")
        case .reason: say("Schrijf op waarom je een ander getal kiest", "Write why you choose another number")
        case .many: say("Er zijn te veel stemmen om dit te doen", "There are too many votes for this")
        case .unknown: say("Deze groep is er niet meer", "This group is no longer there")
        }
    }

    var names: String { say("Geef de groepen een naam", "Give the groups a name") }
    var namesLead: String {
        say(
            "Kies een naam samen met mensen uit de buurt. Zonder naam blijft het een letter.",
            "Choose a name with people of the area. Without a name it stays a letter.")
    }
    var save: String { say("Bewaar", "Save") }
    var toResults: String { say("Naar de uitkomst", "To the outcome") }
    var settings: String { say("Hoe wij kijken", "How we look") }
    func settings(_ run: GroupRun) -> String {
        say(
            "Er zijn \(run.plan.permutations) keer stemmen geschud en \(run.plan.halfSamples) keer de helft van de mensen genomen. Het startgetal is \(run.plan.seed).",
            "Votes were shuffled \(run.plan.permutations) times, and half of the people taken \(run.plan.halfSamples) times. The seed is \(run.plan.seed).")
    }
}
