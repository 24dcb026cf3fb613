import Core

/// The six methods of the platform. The order of the steps is as published; the minutes for each step are our choice and add up to the published total.
enum ShippedMethods {
    typealias Step = IntervisionMethod.Step

    static let all: [IntervisionMethod] = [incident, fiveSteps, tenSteps, balint, gossip, clinic]

    /// Everyone writes; nobody reads it before all are ready.
    private static func write(_ nl: String, _ en: String, _ minutes: Int, _ band: IntervisionMethod.Band, _ output: Step.Output) -> Step {
        Step(Localized(nl: nl, en: en), minutes: minutes, band: band, speaker: .nobody, writer: .everyone, visibility: .hidden, output: output)
    }

    private static func talk(
        _ nl: String, _ en: String, _ minutes: Int, _ band: IntervisionMethod.Band, _ speaker: Step.Speaker, _ output: Step.Output,
        bringer: Step.Bringer = .speaks
    ) -> Step {
        Step(Localized(nl: nl, en: en), minutes: minutes, band: band, speaker: speaker, bringer: bringer, output: output)
    }

    private static func say(_ nl: String, _ en: String) -> Localized { Localized(nl: nl, en: en) }

    static let incident = IntervisionMethod(
        key: "incident", name: say("Incidentmethode", "Incident method"),
        lead: say("Je kijkt samen naar één moment. Fijn als je dit voor het eerst doet.", "You look at one moment together. Good for a first time."),
        people: 4...8, experience: .starter, trust: .usual, fits: [.content, .dilemma],
        steps: [
            talk(
                "Noem kort iets wat je meemaakte. Kies er samen één: wat speelt nu, en wat herkent iedereen?",
                "Name something that happened to you. Choose one together: what matters now, and what do all recognise?", 5, .picture, .everyone, .choice),
            talk("De inbrenger vertelt kort wat er gebeurde.", "The bringer tells briefly what happened.", 3, .picture, .bringer, .story),
            write("Schrijf twee open vragen op.", "Write down two open questions.", 4, .picture, .questions),
            talk(
                "Stel eerst alle vragen. Daarna geeft de inbrenger antwoord.", "Ask all questions first. Then the bringer answers.", 12, .picture,
                .everyone, .answers),
            write("Schrijf op hoe jij het ziet. Wat is volgens jou de kern?", "Write how you see it. What is the core to you?", 5, .judgement, .core),
            talk(
                "Lees om de beurt de kern voor. Zeg de vraag opnieuw, in betere woorden.", "Read the cores in turn. Put the question in better words.", 8,
                .judgement, .everyone, .core),
            write("Schrijf één advies op voor de inbrenger.", "Write one piece of advice for the bringer.", 5, .decision, .advice),
            talk(
                "Lees om de beurt je advies voor. De inbrenger luistert.", "Read your advice in turn. The bringer listens.", 8, .decision, .others,
                .advice, bringer: .silent),
            talk("De inbrenger vertelt wat bruikbaar is.", "The bringer says what will be of use.", 5, .decision, .bringer, .decision),
            talk(
                "Schrijf op wat dit oplevert. Kijk kort terug: hoe ging het?", "Write down what this yields. Look back briefly: how did it go?", 5,
                .decision, .everyone, .yield),
        ], source: "randstad.nl, bpopleidingen.nl")

    static let fiveSteps = IntervisionMethod(
        key: "vijfstappen", name: say("Vijf stappen", "Five steps"),
        lead: say("Kort en snel. Er is tijd voor meer dan één vraag.", "Short and quick. There is time for more than one question."),
        people: 3...8, experience: .starter, trust: .usual, fits: [.content], isForSeveral: true,
        steps: [
            talk("De inbrenger vertelt de vraag.", "The bringer tells the question.", 3, .picture, .bringer, .story),
            talk("Vraag door, zonder advies te geven.", "Ask on, without giving advice.", 10, .picture, .everyone, .answers),
            talk("Zoek samen de kern van de vraag.", "Find the core of the question together.", 5, .judgement, .everyone, .core),
            talk(
                "Geef ieder één advies. De inbrenger zegt er iets op terug.", "Give one piece of advice each. The bringer responds.", 8, .decision,
                .everyone, .advice),
            talk("Schrijf op wat dit oplevert en kijk kort terug.", "Write down what this yields and look back briefly.", 4, .decision, .everyone, .yield),
        ], source: "unik-tc.nl")

    static let tenSteps = IntervisionMethod(
        key: "tienstappen", name: say("Tien stappen", "Ten steps"),
        lead: say("Rustig en grondig, van vraag naar nieuwe aanpak.", "Calm and thorough, from question to a new approach."),
        people: 4...8, experience: .starter, trust: .usual, fits: [.content, .ownPart, .dilemma],
        steps: [
            talk("De inbrenger vertelt wat er speelt.", "The bringer tells what is going on.", 5, .picture, .bringer, .story),
            write("Schrijf je vragen op.", "Write down your questions.", 5, .picture, .questions),
            talk("De inbrenger zegt welke vragen warm of koud zijn.", "The bringer says which questions are warm or cold.", 5, .picture, .bringer, .choice),
            talk("De inbrenger geeft antwoord op de vragen.", "The bringer answers the questions.", 15, .picture, .everyone, .answers),
            talk("Nog een ronde: wat wil je verder weten?", "One more round: what else do you want to know?", 8, .picture, .everyone, .answers),
            write("Schrijf op wat de kern is. De inbrenger schrijft ook.", "Write what the core is. The bringer writes too.", 8, .judgement, .core),
            talk(
                "De inbrenger zegt de vraag opnieuw, in eigen woorden.", "The bringer puts the question anew, in their own words.", 7, .judgement, .bringer,
                .core),
            talk(
                "Zoek samen een nieuwe aanpak. Wat durft de inbrenger te doen?", "Look for a new approach together. What does the bringer dare to do?", 10,
                .decision, .everyone, .decision),
            talk("Geef om de beurt tips.", "Give tips in turn.", 12, .decision, .others, .advice),
            talk(
                "Wat zie je nu anders? Schrijf op wat dit oplevert.", "What do you see differently now? Write down what this yields.", 15, .decision,
                .everyone, .yield),
        ], source: "randstad.nl, lancelots.nl")
}
