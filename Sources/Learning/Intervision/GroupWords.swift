import Core

/// The sentences about groups, in both languages.
struct GroupWords: PageWords {
    let language: Language

    var groups: String { say("Je groepen", "Your groups") }
    var none: String {
        say("Je zit nog niet in een groep. Wie een groep begeleidt, kan je vragen.", "You are in no group yet. Who facilitates a group can ask you.")
    }
    var group: String { say("Groep", "Group") }
    var newGroup: String { say("Begin een groep", "Begin a group") }
    var noPlace: String {
        say(
            "Je begint een groep in een programma waar jij mensen begeleidt. Op dit moment is er geen.",
            "You begin a group in a programme where you guide people. At this moment there is none.")
    }
    var newLead: String { say("De groep is besloten. Jij vraagt wie er meedoet.", "The group is closed. You ask who takes part.") }
    var name: String { say("Hoe heet de groep?", "What is the group called?") }
    var nameEmpty: String { say("Vul een naam in", "Fill in a name") }
    var programme: String { say("Bij welk programma hoort de groep?", "Which programme does the group belong to?") }
    var programmeEmpty: String { say("Kies een programma", "Choose a programme") }

    // MARK: Agreements

    var agreements: String { say("Wat wij afspreken", "What we agree") }
    var attendance: String { say("Wanneer ben je erbij?", "When are you there?") }
    var attendanceUsual: String { say("Je bent er elke keer bij. Kun je niet? Laat het weten.", "You are there every time. If you cannot, say so.") }
    var confidentiality: String { say("Wat blijft in de groep?", "What stays in the group?") }
    var confidentialityUsual: String { say("Alles wat je hier hoort, blijft hier.", "All that you hear stays here.") }
    var facilitating: String { say("Wie begeleidt?", "Who facilitates?") }
    var facilitatingUsual: String { say("Wij begeleiden om de beurt.", "We facilitate in turn.") }
    var replacement: String { say("Mag iemand anders in jouw plaats komen?", "May someone else come in your place?") }
    var replacementUsual: String { say("Nee. Je komt zelf, of je slaat een keer over.", "No. You come yourself, or you skip a time.") }
    var agreementEmpty: String { say("Schrijf op wat je afspreekt", "Write what you agree") }
    var save: String { say("Bewaar", "Save") }
    var changeAgreements: String { say("Pas de afspraken aan", "Change the agreements") }

    // MARK: Members

    var members: String { say("Wie meedoet", "Who takes part") }
    var membersCaption: String { say("De mensen in deze groep", "The people in this group") }
    var person: String { say("Naam", "Name") }
    var role: String { say("Rol", "Role") }
    var facilitator: String { say("Begeleider", "Facilitator") }
    var member: String { say("Lid", "Member") }
    var invited: String { say("Gevraagd, nog geen antwoord", "Asked, no answer yet") }
    var declined: String { say("Doet niet mee", "Does not take part") }
    var gone: String { say("Niet meer in de groep", "No longer in the group") }
    var remove: String { say("Haal uit de groep", "Take out of the group") }
    var makeFacilitator: String { say("Laat ook begeleiden", "Let facilitate too") }
    var unmakeFacilitator: String { say("Laat niet meer begeleiden", "Let facilitate no longer") }
    var lastFacilitator: String {
        say("Jij bent de enige die begeleidt. Laat eerst iemand anders begeleiden.", "You are the only one who facilitates. Let someone else facilitate first.")
    }
    var invite: String { say("Vraag iemand", "Ask someone") }
    var mail: String { say("Mailadres van het account", "Mail address of the account") }
    var mailHint: String { say("Iemand heeft een account nodig op deze site.", "Someone needs an account on this site.") }
    var mailEmpty: String { say("Vul een mailadres in", "Fill in a mail address") }
    var mailUnknown: String { say("We kennen geen account met dit mailadres", "We know no account with this mail address") }
    var already: String { say("Deze persoon is al gevraagd of doet al mee", "This person was asked already or takes part") }
    var alsoFacilitates: String { say("Mag de groep begeleiden", "May facilitate the group") }
    var extra: String { say("Begeleiden", "Facilitating") }

    var invitation: String { say("Doe je mee?", "Will you take part?") }
    func invitationLead(_ people: Int) -> String {
        people == 1
            ? say("In de groep zit nu één persoon.", "There is one person in the group now.")
            : say("In de groep zitten nu \(people) mensen.", "There are \(people) people in the group now.")
    }
    var accept: String { say("Ja, ik doe mee", "Yes, I will take part") }
    var decline: String { say("Nee, nu niet", "No, not now") }
    var declineHint: String { say("Je hoeft niet te zeggen waarom.", "You need not say why.") }
    var leave: String { say("Ga uit de groep", "Leave the group") }
    var ended: String { say("Deze groep is gestopt. Je kunt alles nog lezen.", "This group has ended. You can still read everything.") }
    var end: String { say("Stop de groep", "End the group") }
    var conflict: String { say("Dat kan nu niet meer. Kijk hoe het er nu voor staat.", "That cannot be done any more. See how it stands now.") }

    // MARK: Sessions

    var sessions: String { say("Bijeenkomsten", "Sessions") }
    var noSessions: String { say("Er is nog niets gepland.", "Nothing has been planned yet.") }
    var plan: String { say("Plan een bijeenkomst", "Plan a session") }
    var question: String { say("Welke vraag bespreek je?", "What question will you talk about?") }
    var questionHint: String { say("Dit mag je ook later kiezen. Noem geen namen.", "You may choose this later. Name no names.") }
    var day: String { say("Op welke dag?", "On what day?") }
    var hour: String { say("Hoe laat?", "At what time?") }
    var methodAsked: String { say("Welke methode?", "Which method?") }
    var practiceCase: String { say("Hoort er een geval bij uit de praktijk?", "Does it belong to a case from practice?") }
    var noCase: String { say("Nee", "No") }
    var bringer: String { say("Wie brengt de vraag in?", "Who brings the question?") }
    var facilitatorAsked: String { say("Wie begeleidt deze keer?", "Who facilitates this time?") }
    var timeKeeper: String { say("Wie let op de tijd?", "Who keeps the time?") }
    var noteTaker: String { say("Wie schrijft mee?", "Who takes notes?") }
    var later: String { say("Nog niet bekend", "Not known yet") }
    var facilitatorEmpty: String { say("Kies wie begeleidt", "Choose who facilitates") }
    var sameRole: String { say("Wie de vraag inbrengt, begeleidt niet ook", "Who brings the question does not facilitate too") }
    var notMember: String { say("Kies iemand uit de groep", "Choose someone of the group") }
    var choose: String { say("Kies een van de antwoorden", "Choose one of the answers") }

    // MARK: Methods of their own

    var ownMethods: String { say("Eigen methoden van deze groep", "This group’s own methods") }
    var addMethod: String { say("Voeg een methode toe", "Add a method") }
    var methodName: String { say("Hoe heet de methode?", "What is the method called?") }
    var methodLead: String { say("Wat doe je ermee, in één zin?", "What do you do with it, in one sentence?") }
    var leadEmpty: String { say("Schrijf één zin", "Write one sentence") }
    var people: String { say("Voor hoeveel mensen, hoogstens?", "For how many people, at most?") }
    var peopleShape: String { say("Vul een getal in van 2 tot 30", "Fill in a number from 2 to 30") }
    var steps: String { say("De stappen", "The steps") }
    var stepsHint: String {
        say(
            "Eén stap op elke regel: minuten, een streep, en wat je doet. Zet er nog een streep achter met schrijf, stil of buiten.",
            "One step on each line: minutes, a bar, and what you do. Add another bar with write, silent or outside.")
    }
    var stepsExample: String { say("Zo: 5 | Schrijf je vragen op | schrijf", "Like this: 5 | Write your questions | write") }
    var stepsEmpty: String { say("Schrijf de stappen op", "Write the steps") }
    var stepsShape: String {
        say("Schrijf hoogstens 20 regels, elk met minuten, een streep en woorden", "Write at most 20 lines, each with minutes, a bar and words")
    }
}
