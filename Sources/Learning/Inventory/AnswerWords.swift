import Core

/// The sentences of answering a call, in both languages.
struct AnswerWords: PageWords {
    let language: Language

    // MARK: The form

    var title: String { say("Doe mee", "Take part") }
    func progress(_ step: Int) -> String { say("Stap \(step) van \(AnswerForm.steps)", "Step \(step) of \(AnswerForm.steps)") }
    var minutes: String { say("Invullen kost 3 tot 5 minuten.", "Filling in takes 3 to 5 minutes.") }
    var stepOne: String { say("Wat speelt er bij jou?", "What is going on where you are?") }
    var stepTwo: String { say("Wat wil je leren?", "What do you want to learn?") }
    var yourPromise: String { say("Wat wij beloven", "What we promise") }
    var roleEmpty: String { say("Kies je rol", "Choose your role") }
    var chooseRole: String { say("Kies een rol", "Choose a role") }
    var chooseMunicipality: String { say("Kies een gemeente", "Choose a municipality") }
    var municipalityEmpty: String { say("Kies je gemeente uit de lijst", "Choose your municipality from the list") }
    var traits: String { say("Hoe is het?", "What is it like?") }
    var urgent: String { say("Dringend: dit kan niet wachten", "Urgent: this cannot wait") }
    var tough: String { say("Taai: dit speelt al lang en gaat niet weg", "Tough: this has been there for long and does not go away") }
    var more: String { say("Vertel er meer over", "Tell more about it") }
    var why: String { say("Waarom is het zo taai?", "Why is it so tough?") }
    var context: String { say("Hoe is het nu?", "How is it now?") }
    var place: String { say("In welke wijk of welk dorp?", "In which district or village?") }
    var tried: String { say("Wat hebben jullie al gedaan?", "What have you tried already?") }
    var needs: String { say("Wat heb je daarvoor nodig?", "What do you need for that?") }
    var needWords: String { say("Vertel wat je nodig hebt", "Tell what you need") }
    var learnFirst: String { say("Schrijf eerst wat je wilt leren", "Write first what you want to learn") }
    var chooseOne: String { say("Kies er minstens één", "Choose at least one") }
    var answerEmpty: String { say("Schrijf je antwoord", "Write your answer") }
    var plainHint: String { say("Een paar zinnen is genoeg. Noem geen namen van anderen.", "A few sentences will do. Name nobody else.") }
    var quoting: String { say("Mogen wij je woorden laten zien?", "May we show your words?") }
    var quoteYes: String { say("Ja, maar nooit met mijn naam", "Yes, but never with my name") }
    var quoteHint: String {
        say(
            "Zo zien anderen wat er met een antwoord gebeurt. Zonder vinkje laten wij niets zien.",
            "So others see what happens with an answer. Without a tick we show nothing.")
    }
    var nameEmpty: String { say("Vul je naam in", "Fill in your name") }
    var mailEmpty: String { say("Vul je mailadres in", "Fill in your mail address") }
    var mailShape: String { say("Schrijf je mailadres zoals naam@voorbeeld.nl", "Write your mail address like name@example.nl") }
    func tooLong(_ limit: Int) -> String { say("Gebruik hoogstens \(limit) tekens", "Use at most \(limit) characters") }
    var next: String { say("Verder", "Continue") }
    var back: String { say("Terug", "Back") }
    var handIn: String { say("Stuur in", "Hand in") }
    var later: String { say("Bewaar en ga later verder", "Save and go on later") }
    var other: String { say("Continue in English", "Ga verder in het Nederlands") }
    var again: String {
        say(
            "Je antwoord is nog niet weg. Druk nog één keer. Alles wat je schreef, staat er nog.",
            "Your answer is not on its way yet. Press once more. All that you wrote is still there.")
    }
    var tooMany: String {
        say(
            "Er komt nu veel van jouw netwerk. Wacht een uur en probeer het dan nog eens.",
            "A lot is coming from your network now. Wait an hour and try again.")
    }
    var localNote: String {
        say(
            "Wat je typt, blijft ook op dit apparaat staan. Dat stopt als je het instuurt, of na een dag.",
            "What you type also stays on this device until you hand it in, for a day at most.")
    }

    // MARK: Going on later

    var laterTitle: String { say("Later verder gaan", "Going on later") }
    var laterLead: String {
        say(
            "Wat je invulde, is bewaard. Met deze link ga je verder. Wie de link heeft, ziet wat je schreef. Na 30 dagen is het weg.",
            "What you filled in is kept. With this link you go on. Whoever has the link sees what you wrote. After 30 days it is gone.")
    }
    var laterMail: String { say("Stuur de link naar mijn mail", "Send the link to my mail") }
    var yourMail: String { say("Je mailadres", "Your mail address") }
    var laterMailHint: String { say("Alleen voor deze mail. Het staat niet bij je antwoord.", "For this mail only. It does not stand with your answer.") }
    var forget: String { say("Gooi weg wat ik invulde", "Throw away what I filled in") }
    var mailed: String { say("De mail is onderweg.", "The mail is on its way.") }
    var kept: String { say("Bewaard.", "Kept.") }

    // MARK: Not now

    func notYet(_ day: String) -> String { say("Je kunt meedoen vanaf \(day).", "You can take part from \(day).") }
    var noRound: String { say("Je kunt nu niet meedoen.", "You cannot take part now.") }

    // MARK: After handing in

    var thanksTitle: String { say("Dank je wel", "Thank you") }
    var thanksLead: String { say("Je antwoord is binnen. Ook jouw kennis telt.", "We have your answer. Your knowledge counts too.") }
    func takes(_ name: String) -> String { say("\(name) neemt je antwoord mee.", "\(name) takes your answer along.") }
    var receipt: String { say("Jouw nummer", "Your number") }
    var receiptLead: String {
        say(
            "Schrijf dit nummer op. Daarmee kun je later zien wat er met je antwoord is gebeurd. Wij bewaren het zelf niet.",
            "Write this number down. With it you can see later what happened with your answer. We do not keep it ourselves.")
    }
    var late: String {
        say(
            "De ronde was al voorbij. Wij bewaren je antwoord en zetten erbij dat het te laat kwam.",
            "The round was over. We keep your answer and mark it as late.")
    }
    var offerTitle: String { say("Wil je dat anderen jou vinden?", "Do you want others to find you?") }
    var offerLead: String {
        say(
            "Je schreef waar je veel van weet. Meld je aan en kies een onderwerp. Dan kunnen anderen jou om hulp vragen. Dit kan een uur lang.",
            "You wrote what you know a lot about. Sign in and choose a subject. Then others can ask you for help. You can do this for an hour.")
    }
    var offerLink: String { say("Meld je aan en kies", "Sign in and choose") }
    var followTitle: String { say("Wil je weten wat eruit kwam?", "Do you want to know what came of it?") }
    var followLead: String {
        say(
            "Je krijgt één mail als de uitkomst bekend is. Daarna is je adres weg. Het staat nergens bij je antwoord.",
            "You get one mail when the outcome is known. Then your address is gone. It stands nowhere with your answer.")
    }
    var follow: String { say("Stuur mij één mail", "Send me one mail") }
    var followed: String { say("Je krijgt één mail als de uitkomst bekend is.", "You get one mail when the outcome is known.") }

    // MARK: Asking what became of it

    var standingTitle: String { say("Wat is er met mijn antwoord gebeurd?", "What happened with my answer?") }
    var standingLead: String { say("Vul het nummer in dat je kreeg na het insturen.", "Fill in the number that you got after handing in.") }
    var numberEmpty: String { say("Vul je nummer in", "Fill in your number") }
    var numberUnknown: String {
        say("Wij kennen dit nummer niet. Kijk of je het goed hebt getypt.", "We do not know this number. See whether you typed it right.")
    }
    var look: String { say("Kijk", "Look") }
    func handedIn(_ day: String, _ call: String) -> String { say("Ingestuurd op \(day) bij \(call).", "Handed in on \(day) for \(call).") }
    var inIssues: String { say("Je antwoord zit in deze vraagstukken:", "Your answer is part of these issues:") }
    var inUnknownIssues: String {
        say(
            "Je antwoord is meegenomen. Waar het in zit, zie je hier als de uitkomst bekend is.",
            "Your answer was taken along. Where it went you see here when the outcome is known.")
    }
    func onAgenda(_ item: String, _ state: String) -> String { say("Op de agenda: \(item) (\(state))", "On the agenda: \(item) (\(state))") }
    var setAside: String { say("Dit deel ging niet mee. De reden:", "This part was not taken along. The reason:") }

    // MARK: Joining and tipping

    var joinTitle: String { say("Sluit je aan bij het netwerk", "Join the network") }
    var joinLead: String {
        say(
            "Laat je naam en mailadres achter. Je hoeft de vragen niet in te vullen.",
            "Leave your name and mail address. You do not have to answer the questions.")
    }
    var yourName: String { say("Je naam", "Your name") }
    var joinReaders: String { say("Wie het netwerk regelt, ziet dit.", "Who organises the network sees this.") }
    var join: String { say("Ik doe mee", "I join") }
    var joinSent: String { say("Kijk in je mail. Daar staat hoe je verder gaat.", "Look in your mail. It says how to go on.") }
    var joinProofTitle: String { say("Doe je mee met het netwerk?", "Do you join the network?") }
    func joinProofLead(_ name: String, _ call: String) -> String {
        say("\(name) staat klaar voor het netwerk bij \(call).", "\(name) is ready for the network of \(call).")
    }
    var joinYes: String { say("Ja, ik doe mee", "Yes, I join") }
    var joinNo: String { say("Nee, haal mijn gegevens weg", "No, take my data away") }
    var joined: String { say("Je doet mee. Wij laten van ons horen.", "You have joined. You will hear from us.") }
    var left: String { say("Je gegevens zijn weg.", "Your data is gone.") }
    var tipTitle: String { say("Tip een voorbeeld", "Tip an example") }
    var tipLead: String {
        say(
            "Ken je iets in de praktijk waar anderen van kunnen leren? Vertel het ons.",
            "Do you know of something in practice that others can learn from? Tell us.")
    }
    var tipName: String { say("Hoe heet het?", "What is it called?") }
    var tipNameEmpty: String { say("Schrijf hoe het voorbeeld heet", "Write what the example is called") }
    var tipWords: String { say("Wat is er zo goed aan?", "What is good about it?") }
    var tipLink: String { say("Link naar meer", "Link to more") }
    var tipLinkShape: String { say("Begin de link met https://", "Begin the link with https://") }
    var tipSend: String { say("Stuur de tip", "Send the tip") }
    var tipped: String { say("Dank je wel voor je tip. Wij kijken ernaar.", "Thank you for your tip. We will look at it.") }
    var tipReaders: String { say("Wie de tip uitwerkt, ziet dit.", "Who works out the tip sees this.") }

    // MARK: Mails

    func draftMailSubject(_ call: String) -> String { say("Ga verder met \(call)", "Go on with \(call)") }
    func draftMailLead(_ call: String) -> String { say("Je begon met antwoorden bij \(call).", "You began to answer \(call).") }
    var draftMailLink: String { say("Ga verder", "Go on") }
    var draftMailAfter: String {
        say("De link werkt 30 dagen. Wie hem heeft, ziet wat je schreef:", "The link works for 30 days. Whoever has it sees what you wrote:")
    }
    var notYou: String {
        say(
            "Heb jij dit niet gevraagd? Dan vulde iemand anders jouw adres in. Je hoeft niets te doen.",
            "Did you not ask for this? Then someone else filled in your address. You do not have to do anything.")
    }
    var joinMailSubject: String { say("Doe je mee met het netwerk?", "Do you join the network?") }
    func joinMailLead(_ call: String) -> String { say("Iemand liet jouw naam achter bij \(call).", "Someone left your name with \(call).") }
    var joinMailLink: String { say("Naar de pagina", "To the page") }
    var joinMailAfter: String { say("Op deze pagina zeg je ja of nee. De link werkt 30 dagen:", "On this page you say yes or no. The link works for 30 days:") }
    func outcomeMailSubject(_ call: String) -> String { say("De uitkomst van \(call)", "The outcome of \(call)") }
    func outcomeMailLead(_ call: String) -> String { say("De uitkomst van \(call) is bekend.", "The outcome of \(call) is known.") }
    var outcomeMailLink: String { say("Bekijk de uitkomst", "See the outcome") }
    var outcomeMailAfter: String { say("Hier lees je wat mensen willen leren:", "Here you read what people want to learn:") }
    func agendaMailSubject(_ issue: String) -> String { say("Op de agenda: \(issue)", "On the agenda: \(issue)") }
    func agendaMailLead(_ issue: String) -> String {
        say("Het vraagstuk \(issue) staat nu op een leeragenda.", "The issue \(issue) is on a learning agenda now.")
    }
    var agendaMailLink: String { say("Bekijk het vraagstuk", "See the issue") }
    var agendaMailAfter: String { say("Hier zie je op welke agenda het staat:", "Here you see on which agenda it is:") }
    var outcomeMailOnce: String {
        say("Dit is de enige mail. Wij hebben je adres nu weggehaald.", "This is the only mail. We have taken your address away now.")
    }
}
