import Core
import People

/// The sentences of surveys, for who answers and who reads the results.
struct SurveyWords: PageWords {
    let language: Language

    var title: String { say("Vragenlijsten", "Surveys") }
    var lead: String { say("Vragen over de buurt. Antwoord op een scherm of op papier.", "Questions about the area. Answer on a screen or on paper.") }
    var none: String { say("Er is nu geen vragenlijst.", "There is no survey now.") }
    var fill: String { say("Vul de vragen in", "Answer the questions") }
    var results: String { say("Wat mensen antwoordden", "What people answered") }
    func step(_ number: Int, of all: Int) -> String { say("Bladzijde \(number) van \(all)", "Page \(number) of \(all)") }
    var promise: String {
        say(
            "Wij vragen je naam niet, en bewaren niet wie wat antwoordde. Iedereen ziet alleen aantallen, vanaf 5 mensen.",
            "We do not ask your name, and do not keep who answered what. Everyone sees numbers alone, from 5 people on.")
    }
    var back: String { say("Terug naar de vorige bladzijde", "Back to the page before") }
    var next: String { say("Verder", "Go on") }
    var send: String { say("Verstuur mijn antwoorden", "Send my answers") }
    var sent: String { say("Je hebt deze vragen al ingevuld.", "You answered these questions already.") }
    var closed: String { say("Je kunt deze vragen niet meer invullen.", "You cannot answer these questions any more.") }
    var needed: String { say("Geef een antwoord op deze vraag", "Answer this question") }
    func wrong(_ question: SurveyQuestion) -> String {
        switch question.kind {
        case .one, .several, .scale: say("Kies een van de antwoorden", "Choose one of the answers")
        case .number: say("Geef een getal van \(question.least) tot \(question.most)", "Give a number from \(question.least) to \(question.most)")
        case .text: say("Gebruik hoogstens 2000 tekens", "Use at most 2000 signs")
        }
    }
    var backgroundHint: String {
        say("Zo zien wij welke mensen wij missen. Niemand ziet jouw antwoord.", "So we see which people we miss. Nobody sees your answer.")
    }
    var textHint: String { say("Alleen het team leest dit. Noem geen namen.", "Only the team reads this. Do not mention names.") }
    func range(_ least: Int, _ most: Int) -> String { say("Een getal van \(least) tot \(most)", "A number from \(least) to \(most)") }

    var thanks: String { say("Dank je wel", "Thank you") }
    var code: String { say("Dit is de code van je antwoorden:", "This is the code of your answers:") }
    var codeUse: String { say("Bewaar hem. Daarmee kun je alles terugnemen.", "Keep it. With it you can take all of it back.") }
    var proofGone: String { say("De code is hier niet meer te zien.", "The code is no longer shown here.") }
    var takeBack: String { say("Neem je antwoorden terug", "Take your answers back") }
    var takeBackLead: String {
        say("Typ de code die je kreeg. Dan halen wij al je antwoorden weg.", "Type the code that you got. Then we take all your answers away.")
    }
    var gone: String {
        say(
            "Je antwoorden zijn weg. Wat iedereen ziet, verandert als er 5 mensen verschil is.",
            "Your answers are gone. What everyone sees changes once 5 people make a difference.")
    }
    var strip: String {
        say(
            "Scheur dit af. Met deze code kun je alles terugnemen. Hier lees je wat eruit kwam:",
            "Tear this off. With this code you can take it all back. Here you read what came of it:")
    }
    func onlyAfter(_ question: Int, _ value: String) -> String {
        say("Alleen als je bij vraag \(question) antwoord \(value) koos.", "Only if you chose answer \(value) at question \(question).")
    }

    // MARK: Results

    func people(_ count: Int) -> String {
        count == 0
            ? say("Nog geen 5 mensen vulden dit in.", "Not yet 5 people answered this.")
            : say("\(count) mensen vulden dit in.", "\(count) people answered this.")
    }
    var moves: String { ResultWords(language).steps }
    func answered(_ count: Int) -> String { say("\(count) mensen gaven antwoord.", "\(count) people answered.") }
    var few: String { say("Hierop antwoordden nog geen 5 mensen.", "Not yet 5 people answered this.") }
    var ownWords: String {
        say("Mensen schreven dit in eigen woorden. Alleen het team leest het.", "People wrote this in their own words. Only the team reads it.")
    }
    var answer: String { say("Antwoord", "Answer") }
    var bar: String { say("Hoeveel", "How many") }
    var count: String { say("Mensen", "People") }
    var share: String { say("Deel", "Share") }
    func share(_ count: Int, of people: Int) -> String {
        guard let bounds = SurveyDocument.bounds(count, of: people) else { return say("\(count) van de \(people)", "\(count) of \(people)") }
        let percent = ResultWords.percent(Double(count) / Double(people)), low = ResultWords.percent(bounds.lowerBound),
            high = ResultWords.percent(bounds.upperBound)
        return say("\(percent)% (\(low)% tot \(high)%)", "\(percent)% (\(low)% to \(high)%)")
    }
    func splitBy(_ question: String) -> String { say("Naar: \(question)", "By: \(question)") }
    func about(_ count: Int) -> String { count == 0 ? say("niemand", "nobody") : say("ongeveer \(count)", "about \(count)") }
}

/// The sentences of the desk of surveys.
struct SurveyDeskWords: PageWords {
    let language: Language

    var title: String { say("Vragenlijsten", "Surveys") }
    var lead: String { say("Maak vragen, of gebruik een reeks die er al is.", "Make questions, or use a set that is there.") }
    var add: String { say("Maak een vragenlijst", "Make a survey") }
    var edit: String { say("Een vragenlijst maken", "Making a survey") }
    var name: String { say("Hoe heet de vragenlijst?", "What is the survey called?") }
    var titleEmpty: String { say("Geef een naam op", "Give a name") }
    var explain: String { say("Wat moet men weten?", "What should people know?") }
    var explainHint: String { say("Zeg waarom je dit vraagt, en wat je ermee doet.", "Say why you ask this, and what you do with it.") }
    func name(_ state: Survey.State) -> String {
        switch state {
        case .draft: say("nog niet open", "not open yet")
        case .open: say("mensen antwoorden nu", "people answer now")
        case .closed: say("gesloten", "closed")
        }
    }

    var questions: String { say("De vragen", "The questions") }
    var questionsNone: String { say("Er zijn nog geen vragen.", "There are no questions yet.") }
    var questionsWrong: String { say("Er zijn te weinig of te veel vragen.", "There are too few or too many questions.") }
    var isNeeded: String { say("Een andere vraag hangt hiervan af.", "Another question depends on this one.") }
    var notNow: String { say("Dat kan nu niet. Kijk nog eens op de pagina.", "This cannot be done now. Look at the page again.") }
    func about(_ question: SurveyQuestion) -> String {
        var parts = [name(question.kind).lowercased()]
        if question.isRequired { parts.append(say("verplicht", "required")) }
        if question.isBackground { parts.append(say("om uit te splitsen", "to split by")) }
        if let condition = question.condition {
            parts.append(
                say(
                    "alleen na vraag \(condition.question), antwoord \(condition.value)", "only after question \(condition.question), answer \(condition.value)"
                ))
        }
        return parts.joined(separator: ", ")
    }
    var raise: String { say("Omhoog", "Up") }
    var remove: String { say("Haal weg", "Take away") }

    var useSet: String { say("Gebruik een reeks vragen", "Use a set of questions") }
    var setName: String { say("Welke reeks?", "Which set?") }
    func set(_ title: String, _ count: Int) -> String { say("\(title), \(count) vragen", "\(title), \(count) questions") }
    var keepSet: String { say("Bewaar deze vragen als reeks", "Keep these questions as a set") }
    var keepLead: String { say("Dan kan je organisatie ze de volgende keer weer gebruiken.", "Then your organisation can use them next time.") }

    var addQuestion: String { say("Voeg een vraag toe", "Add a question") }
    var kind: String { say("Wat voor vraag is het?", "What kind of question is it?") }
    var kindEmpty: String { say("Kies wat voor vraag het is", "Choose what kind of question it is") }
    func name(_ kind: SurveyQuestion.Kind) -> String {
        switch kind {
        case .one: say("Eén antwoord kiezen", "Choose one answer")
        case .several: say("Meer antwoorden kiezen", "Choose several answers")
        case .scale: say("Een schaal", "A scale")
        case .number: say("Een getal", "A number")
        case .text: say("Eigen woorden", "Own words")
        }
    }
    var question: String { say("De vraag", "The question") }
    var questionEmpty: String { say("Schrijf de vraag in het Nederlands op", "Write the question in Dutch") }
    var options: String { say("De antwoorden", "The answers") }
    var optionsHint: String { say("Eén op elke regel. Alleen als men kiest.", "One on each line. Only where people choose.") }
    var optionsWrong: String { say("Schrijf 2 tot 30 antwoorden op, van hoogstens 140 tekens", "Write 2 to 30 answers, of at most 140 signs") }
    var optionsUneven: String { say("Schrijf evenveel antwoorden op als in het Nederlands", "Write as many answers as in Dutch") }
    var low: String { say("Wat betekent het laagste getal?", "What does the lowest number mean?") }
    var high: String { say("Wat betekent het hoogste getal?", "What does the highest number mean?") }
    var least: String { say("Vanaf", "From") }
    var most: String { say("Tot en met", "Up to") }
    var rangeHint: String { say("Alleen bij een schaal (0 tot 10) of een getal.", "Only for a scale (0 to 10) or a number.") }
    var rangeWrong: String { say("Geef twee getallen, het laagste eerst", "Give two numbers, the lowest first") }
    var required: String { say("Moet men antwoorden?", "Must people answer?") }
    var requiredYes: String { say("Ja, deze vraag is verplicht", "Yes, this question is required") }
    var background: String { say("Wil je de uitkomst hiernaar uitsplitsen?", "Do you want to split the results by this?") }
    var backgroundYes: String { say("Ja, als elke groep groot genoeg is", "Yes, where each group is large enough") }
    var after: String { say("Wanneer vraag je dit?", "When do you ask this?") }
    var always: String { say("Altijd", "Always") }
    var afterWrong: String { say("Kies een vraag met antwoorden", "Choose a question with answers") }
    var value: String { say("Bij welk antwoord?", "At which answer?") }
    var valueHint: String { say("Het nummer van het antwoord, zoals 2.", "The number of the answer, such as 2.") }
    var valueWrong: String { say("Dat antwoord heeft die vraag niet", "That question does not have that answer") }

    var open: String { say("Zet de vragenlijst open", "Open the survey") }
    var openLead: String { say("Daarna kun je geen vraag meer veranderen.", "After that you can change no question.") }
    var close: String { say("Sluit de vragenlijst", "Close the survey") }
    var closeLead: String {
        say("Daarna antwoordt niemand meer. Dan splitsen wij uit waar dat kan.", "After that nobody answers. Then we split where that can be done.")
    }

    var print: String { say("Druk vragenlijsten af", "Print surveys") }
    var tongue: String { say("In welke taal?", "In which language?") }
    var paper: String { say("Typ een vragenlijst over", "Type in a survey") }
    var typing: String {
        say(
            "Typ het nummer van het antwoord. Bij meer antwoorden zet je een komma ertussen. Laat leeg wat leeg is. Typ ? als je het niet kunt lezen.",
            "Type the number of the answer, with commas between several. Leave empty what is empty. Type ? for what you cannot read.")
    }
    func typed(_ question: SurveyQuestion) -> String {
        switch question.kind {
        case .one: say("Een nummer van 1 tot \(question.options.count)", "A number from 1 to \(question.options.count)")
        case .several: say("Nummers van 1 tot \(question.options.count), zoals 1,3", "Numbers from 1 to \(question.options.count), such as 1,3")
        case .scale, .number: say("Een getal van \(question.least) tot \(question.most)", "A number from \(question.least) to \(question.most)")
        case .text: say("De woorden", "The words")
        }
    }
    var texts: String { say("Wat mensen schreven", "What people wrote") }
    var textsLead: String { say("Alleen voor het team. Deel dit niet verder.", "For the team alone. Do not share this.") }
    var textsNone: String { say("Niemand schreef nog iets.", "Nobody wrote anything yet.") }
}
