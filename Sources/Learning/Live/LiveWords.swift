import Core

/// The sentences of questions and polls during a meeting, in both languages.
struct LiveWords: PageWords {
    let language: Language

    // MARK: Coming in

    var title: String { say("Doe mee", "Take part") }
    var lead: String { say("Vul de code in die je in de zaal ziet.", "Fill in the code that you see in the room.") }
    var code: String { say("Code", "Code") }
    var codeHint: String { say("Zes tekens. Hoofdletters hoeven niet.", "Six signs. Capitals do not matter.") }
    var codeShape: String { say("Vul de zes tekens van de code in", "Fill in the six signs of the code") }
    var codeUnknown: String { say("Deze code werkt nu niet. Kijk nog eens goed", "This code does not work now. Look again") }
    var enter: String { say("Doe mee", "Take part") }
    var noName: String { say("Niemand ziet wie je bent.", "Nobody sees who you are.") }

    // MARK: Questions

    var questions: String { say("Vragen", "Questions") }
    var noQuestions: String { say("Er is nog geen vraag.", "There is no question yet.") }
    var ask: String { say("Stel je vraag", "Ask your question") }
    var askHint: String { say("Iedereen kan je vraag lezen. Noem geen namen.", "Everyone can read your question. Name nobody.") }
    var askEmpty: String { say("Schrijf je vraag op", "Write your question down") }
    var askLong: String { say("Je vraag is te lang: 500 tekens is het meeste", "Your question is too long: 500 signs is the most") }
    var send: String { say("Stuur", "Send") }
    func supports(_ count: Int) -> String {
        say(count == 1 ? "1 keer gesteund" : "\(count) keer gesteund", count == 1 ? "supported once" : "supported \(count) times")
    }
    var support: String { say("Ik heb deze vraag ook", "I have this question too") }
    var unsupport: String { say("Toch niet", "Not after all") }
    var answered: String { say("Beantwoord", "Answered") }

    // MARK: Polls

    var poll: String { say("Peiling", "Poll") }
    var choose: String { say("Wat kies je?", "What do you choose?") }
    var chooseSomething: String { say("Kies iets wat erbij staat", "Choose something that is listed") }
    var several: String { say("Je mag meer dan één ding kiezen.", "You may choose more than one thing.") }
    var scale: String { say("1 is heel weinig, 5 is heel veel.", "1 is very little, 5 is very much.") }
    var yourWords: String { say("Jouw antwoord", "Your answer") }
    var yourWordsShape: String { say("Schrijf een antwoord van hooguit 300 tekens", "Write an answer of 300 signs at most") }
    var keep: String { say("Bewaar mijn antwoord", "Keep my answer") }
    var kept: String {
        say("Je antwoord is bewaard. Tot de peiling sluit, kun je iets anders kiezen.", "Your answer is kept. Until the poll closes you can choose again.")
    }
    var few: String { say("Minder dan 5 mensen gaven antwoord. Daarom zie je geen getallen.", "Fewer than 5 people answered. So you see no numbers.") }
    func people(_ count: Int) -> String { say("\(count) mensen gaven antwoord.", "\(count) people answered.") }
    var option: String { say("Antwoord", "Answer") }
    var count: String { say("Aantal", "Number") }
    var pollClosed: String { say("Deze peiling is dicht.", "This poll is closed.") }

    // MARK: The page itself

    func asOf(_ moment: String) -> String { say("Zo was het om \(moment).", "This is how it was at \(moment).") }
    var refresh: String { say("Laat deze pagina elke 10 seconden verversen", "Let this page refresh every 10 seconds") }
    var refreshing: String { say("De pagina ververst elke 10 seconden.", "The page refreshes every 10 seconds.") }
    var stop: String { say("Stop met verversen", "Stop refreshing") }
    var over: String { say("Dit is nu dicht.", "This is closed now.") }
    var overLead: String { say("Dank je wel voor het meedoen.", "Thank you for taking part.") }
    var tooMany: String { say("Dat ging te vaak achter elkaar. Wacht een paar minuten", "That was too often. Wait a few minutes") }
    var gone: String { say("Deze vraag is er niet meer.", "This question is no longer there.") }

    // MARK: For who leads

    var desk: String { say("Vragen en peilingen in de zaal", "Questions and polls in the room") }
    var deskLead: String { say("Mensen doen mee met een code. Ze hoeven geen account te hebben.", "People take part with a code. They need no account.") }
    var open: String { say("Open", "Open") }
    var openAgain: String { say("Open het weer", "Open it again") }
    var close: String { say("Sluit alles", "Close all") }
    func codeIs(_ code: String) -> String { say("De code is \(code)", "The code is \(code)") }
    var screen: String { say("Naar het scherm voor de zaal", "To the screen for the room") }
    var picture: String { say("Vierkante code voor je telefoon", "Square code for your telephone") }
    func goTo(_ address: String) -> String { say("Ga naar \(address) en vul deze code in.", "Go to \(address) and fill in this code.") }
    var meetingOver: String { say("De bijeenkomst is te lang voorbij of gaat niet door.", "The meeting was too long ago or was cancelled.") }
    var state: String { say("Wat doe je met deze vraag?", "What do you do with this question?") }
    func state(_ state: LiveQuestion.State) -> String {
        switch state {
        case .open: say("Laat staan", "Leave it")
        case .answered: say("Beantwoord", "Answered")
        case .hidden: say("Verberg", "Hide")
        }
    }
    var answer: String { say("Antwoord", "Answer") }
    var answerLong: String { say("Het antwoord is te lang: 1.000 tekens is het meeste", "The answer is too long: 1,000 signs is the most") }
    var take: String { say("Bewaar deze vraag om op terug te kijken", "Keep this question to look back on") }
    var save: String { say("Bewaar", "Save") }
    var newPoll: String { say("Begin een peiling", "Begin a poll") }
    var pollQuestion: String { say("Vraag", "Question") }
    var pollEmpty: String { say("Schrijf een vraag van hooguit 300 tekens", "Write a question of 300 signs at most") }
    var kind: String { say("Hoe geven mensen antwoord?", "How do people answer?") }
    func kind(_ kind: LivePoll.Kind) -> String {
        switch kind {
        case .single: say("Ze kiezen één ding", "They choose one thing")
        case .multiple: say("Ze kiezen één of meer dingen", "They choose one or more things")
        case .scale: say("Ze kiezen van 1 tot 5", "They choose from 1 to 5")
        case .text: say("Ze schrijven iets op", "They write something down")
        }
    }
    var options: String { say("Waaruit kiezen ze?", "What do they choose from?") }
    var optionsHint: String {
        say("Eén op elke regel, 2 tot 10. Alleen als ze iets kiezen.", "One on each line, 2 to 10. Only where they choose something.")
    }
    var optionsShape: String { say("Schrijf 2 tot 10 regels die van elkaar verschillen", "Write 2 to 10 lines that differ") }
    var begin: String { say("Begin", "Begin") }
    var closePoll: String { say("Sluit de peiling en toon wat eruit kwam", "Close the poll and show what came of it") }
    var another: String { say("Sluit eerst de peiling die nu open is", "First close the poll that is open now") }
}
