import Core

/// Sentences of asking, of meeting, and of what people are told.
extension ExpertiseWords {
    // MARK: Asking

    var requests: String { say("Vraag om hulp", "Ask for help") }
    var requestsLead: String {
        say(
            "Wij sturen je vraag naar hoogstens drie mensen die er iets van weten. Zegt iemand ja, dan zie je hoe je die bereikt.",
            "We send your question to at most three people who know about it. If someone says yes, you see how to reach them.")
    }
    var question: String { say("Wat is je vraag?", "What is your question?") }
    var questionHint: String { say("Noem geen namen van inwoners.", "Do not name residents.") }
    var questionEmpty: String { say("Schrijf je vraag op", "Write your question") }
    var tried: String { say("Wat heb je al geprobeerd?", "What have you tried?") }
    var wantedLabel: String { say("Wie zoek je?", "Whom do you look for?") }
    var helpWanted: String { say("Wat zou je helpen?", "What would help you?") }
    var send: String { say("Stuur de vraag", "Send the question") }
    var mineAsked: String { say("Vragen van jou", "Your questions") }
    func requestState(_ state: HelpRequest.State) -> String {
        switch state {
        case .open: say("Open", "Open")
        case .closed: say("Klaar", "Done")
        case .withdrawn: say("Gestopt", "Stopped")
        }
    }
    var requestTitle: String { say("Een vraag om hulp", "A question for help") }
    var waiting: String {
        say(
            "De vraag is onderweg. Zegt iemand ja, dan hoor je het. Is het vijf werkdagen stil, dan vragen wij de volgende.",
            "The question is on its way. If someone says yes, you hear it. After five silent working days we ask the next.")
    }
    var noneFits: String {
        say("Nu past er niemand. Komt er iemand bij, dan vragen wij die.", "Nobody fits now. If someone comes, we ask them.")
    }
    var willing: String { say("Deze mensen willen helpen", "These people want to help") }
    var why: String { say("Waarom deze persoon?", "Why this person?") }
    var whyYou: String { say("Waarom jij?", "Why you?") }
    var from: String { say("Van", "From") }
    var fromPerson: String { say("Iemand zonder organisatie", "Someone without an organisation") }
    var mail: String { say("Mail", "Mail") }
    var gone: String { say("Iemand die hier niet meer is", "Someone who is no longer here") }
    var accept: String { say("Ja, ik help", "Yes, I help") }
    var decline: String { say("Nee", "No") }
    var noReason: String {
        say("Nee zeggen mag altijd, zonder reden. De ander ziet het niet.", "You may always say no, without a reason. The other does not see it.")
    }
    var acceptLead: String {
        say("Zeg je ja, dan zien jullie van elkaar de naam en het mailadres.", "If you say yes, you see each other's name and mail address.")
    }
    var saidYes: String { say("Je zei ja. Meld je aan om te zien hoe jullie elkaar bereiken.", "You said yes. Sign in to see how you reach each other.") }
    var saidNo: String { say("Je zei nee. Je hoeft niets meer te doen.", "You said no. You need not do anything more.") }
    var over: String { say("Deze vraag is al klaar. Je hoeft niets te doen.", "This question is done. You need not do anything.") }
    var toQuestion: String { say("Naar de vraag", "To the question") }

    // MARK: Ending

    var close: String { say("Klaar met deze vraag?", "Done with this question?") }
    var closeLead: String {
        say("Zeg wat hielp. Wie hielp, krijgt er een regel bij.", "Say what helped. Who helped gets a line for it.")
    }
    var whoHelped: String { say("Wie hielp je?", "Who helped you?") }
    var outcome: String { say("Wat hielp?", "What helped?") }
    var closeButton: String { say("Sluit de vraag", "Close the question") }
    var iHelped: String { say("Ik heb geholpen", "I have helped") }
    var confirm: String { say("Klopt, er was hulp", "Right, there was help") }
    var confirmLead: String { say("De ander zegt dat er hulp was.", "The other says that there was help.") }
    var confirmed: String { say("Jullie zeggen allebei dat er hulp was.", "You both say that there was help.") }
    var entered: String { say("De hulp staat erin. De ander kijkt of het klopt.", "The help is noted. The other sees whether it is right.") }

    // MARK: The log

    var log: String { say("Wie hielp wie?", "Who helped whom?") }
    var logLead: String { say("Alleen hulp waarvan twee kanten zeggen dat het klopt.", "Only help that both sides say is right.") }
    var helper: String { say("Hielp", "Helped") }
    var helped: String { say("Kreeg hulp", "Got help") }
    var times: String { say("Keer", "Times") }
    var noHelp: String { say("Er is nog geen hulp bekend.", "No help is known yet.") }
    var noOrganisation: String { say("Zonder organisatie", "Without an organisation") }

    // MARK: Meeting

    var introductions: String { say("Kennismakingen", "Introductions") }
    var introductionsLead: String {
        say("Deze organisaties stelden een vraag over hetzelfde. Kies er twee tot vijf.", "These organisations asked about the same. Choose two to five.")
    }
    var propose: String { say("Vraag of ze willen kennismaken", "Ask whether they want to meet") }
    var noClusters: String { say("Er zijn nu geen vragen die op elkaar lijken.", "There are no like questions now.") }
    var proposed: String { say("Gevraagd", "Asked") }
    var sidesFault: String { say("Kies twee tot vijf organisaties", "Choose two to five organisations") }
    var tooSoon: String {
        say("Twee van deze organisaties maakten korter dan zes maanden geleden kennis.", "Two of these organisations met less than six months ago.")
    }
    var alike: String { say("Jullie cijfers lijken op elkaar", "Your figures are alike") }
    func sameSubject(_ name: String) -> String { say("Jullie hebben een vraag over: \(name)", "You have a question about: \(name)") }
    func introductionState(_ state: Introduction.State) -> String {
        switch state {
        case .asked: say("Wacht op antwoord", "Waits for answers")
        case .shared: say("Ze kennen elkaar nu", "They know each other now")
        case .notNow: say("Nu niet", "Not now")
        }
    }
    var introduction: String { say("Wil je kennismaken?", "Do you want to meet?") }
    var introductionLead: String {
        say(
            "Je ziet welke organisatie het is, nog niet wie. Bij ja van beide kanten zie je elkaars naam en mailadres.",
            "You see the organisation, not yet who. With a yes of both sides you see each other's name and mail address.")
    }
    var whyMeet: String { say("Waarom?", "Why?") }
    var others: String { say("Met", "With") }
    var yes: String { say("Ja, graag", "Yes, please") }
    var answered: String { say("Je antwoord staat erin.", "Your answer is noted.") }
    var notNow: String { say("Het komt er nu niet van.", "It does not happen now.") }
    var met: String { say("Jullie willen kennismaken", "You want to meet") }

    // MARK: What people are told

    var noticeRequest: String { say("Iemand die je om hulp vraagt", "Someone who asks you for help") }
    var noticeAnswer: String { say("Een antwoord op je vraag om hulp", "An answer to your question for help") }
    var noticeIntroduction: String { say("Een kennismaking met een ander", "Meeting another") }
    var toldRequest: String { say("Iemand vraagt of je wilt helpen", "Someone asks whether you want to help") }
    var toldIntroduction: String { say("Wil je kennismaken met een ander?", "Do you want to meet another?") }
    var toldAnswerLead: String {
        say("Op de pagina staat waarover het gaat. Daar zeg je ja of nee.", "The page says what it is about. There you say yes or no.")
    }
    var toldAccepted: String { say("Iemand wil je helpen", "Someone wants to help you") }
    var toldReach: String { say("Op de pagina zie je hoe jullie elkaar bereiken.", "The page shows how you reach each other.") }
    var toldHelped: String { say("Je hulp was goed voor een ander", "Your help was good for another") }
    var toldMet: String { say("Jullie willen kennismaken", "You want to meet") }
    var toldNotMet: String { say("De kennismaking gaat nu niet door", "The introduction does not go on now") }
    func greeting(_ name: String) -> String { say("Beste \(name),", "Dear \(name),") }
    var answerLink: String { say("Bekijk het en zeg ja of nee", "See it and say yes or no") }
    var answerLinkLead: String { say("Hier lees je meer. Je hoeft je niet aan te melden:", "Read more here. You need not sign in:") }
    var mailWhy: String { say("Je krijgt deze mail omdat mensen je iets mogen vragen.", "You get this mail because people may ask you something.") }
    var mailWhyMeeting: String { say("Je krijgt deze mail omdat je zelf een vraag stelde.", "You get this mail because you asked a question yourself.") }
}
