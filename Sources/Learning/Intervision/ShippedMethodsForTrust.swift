import Core

/// The methods that ask more of a group.
extension ShippedMethods {
    private static func step(
        _ nl: String, _ en: String, _ minutes: Int, _ band: IntervisionMethod.Band, _ speaker: Step.Speaker, _ output: Step.Output,
        bringer: Step.Bringer = .speaks
    ) -> Step {
        Step(Localized(nl: nl, en: en), minutes: minutes, band: band, speaker: speaker, bringer: bringer, output: output)
    }

    private static func written(_ nl: String, _ en: String, _ minutes: Int, _ band: IntervisionMethod.Band, _ output: Step.Output) -> Step {
        Step(Localized(nl: nl, en: en), minutes: minutes, band: band, speaker: .nobody, writer: .everyone, visibility: .hidden, output: output)
    }

    static let balint = IntervisionMethod(
        key: "balint", name: Localized(nl: "Balint", en: "Balint"),
        lead: Localized(nl: "Je kijkt naar wat een vraag met je doet.", en: "You look at what a question does to you."),
        people: 5...10, experience: .seasoned, trust: .high, fits: [.ownPart, .dilemma],
        steps: [
            step("Noem om de beurt iets wat je wilt inbrengen.", "Name in turn what you could bring in.", 3, .picture, .everyone, .choice),
            step("Vertel er ieder drie zinnen over.", "Say three sentences about it each.", 6, .picture, .everyone, .story),
            step("Kies er samen één.", "Choose one together.", 3, .picture, .everyone, .choice),
            step("Kies wie begeleidt. Zeg hardop wat je afspreekt.", "Choose who facilitates. Say aloud what you agree.", 3, .picture, .everyone, .nothing),
            step("De inbrenger vertelt het hele verhaal.", "The bringer tells the whole story.", 10, .picture, .bringer, .story),
            written(
                "Schrijf op wat er bij je opkomt: een beeld, een gevoel, een woord.", "Write what comes up: an image, a feeling, a word.", 5, .picture,
                .story),
            step("Vraag door tot het helder is.", "Ask on until it is clear.", 15, .picture, .everyone, .answers),
            written("Schrijf op wat jij ervan vindt.", "Write what you think of it.", 5, .judgement, .core),
            step(
                "Praat samen over wat je ervan vindt. De inbrenger luistert.", "Talk about what you think of it. The bringer listens.", 20, .judgement,
                .others, .core, bringer: .silent),
            step("De inbrenger kiest wat de volgende stap is.", "The bringer chooses the next step.", 10, .decision, .bringer, .decision),
            step("Schrijf op wat dit oplevert en kijk terug.", "Write down what this yields and look back.", 10, .decision, .everyone, .yield),
        ], source: "movisie.nl/tool/balint-methode-intervisie")

    static let gossip = IntervisionMethod(
        key: "roddelmethode", name: Localized(nl: "Roddelmethode", en: "Gossip method"),
        lead: Localized(
            nl: "De anderen praten alsof de inbrenger weg is. Doe dit alleen als je elkaar echt vertrouwt.",
            en: "The others talk as if the bringer is away. Do this only if you really trust each other."),
        people: 4...8, experience: .average, trust: .high, fits: [.ownPart],
        steps: [
            step("De inbrenger vertelt de vraag.", "The bringer tells the question.", 5, .picture, .bringer, .story),
            step("Vraag door tot het helder is.", "Ask on until it is clear.", 10, .picture, .everyone, .answers),
            step(
                "De anderen praten vrij. De inbrenger zit buiten de kring en schrijft mee.",
                "The others talk freely. The bringer sits outside the circle and takes notes.", 15, .judgement, .others, .core, bringer: .outside),
            step("De inbrenger komt terug en vertelt wat raakte.", "The bringer comes back and says what touched.", 8, .decision, .bringer, .decision),
            step("Schrijf op wat dit oplevert en kijk terug.", "Write down what this yields and look back.", 7, .decision, .everyone, .yield),
        ], source: "unik-tc.nl, lancelots.nl")

    static let clinic = IntervisionMethod(
        key: "clinic", name: Localized(nl: "Clinic met rollenspel", en: "Clinic with role play"),
        lead: Localized(nl: "Je speelt een gesprek na en probeert het anders.", en: "You act out a talk and try it differently."),
        people: 5...8, experience: .average, trust: .usual, fits: [.ownPart, .content],
        steps: [
            step(
                "De inbrenger vertelt wat er speelt. Verdeel de rollen.", "The bringer tells what is going on. Divide the roles.", 10, .picture, .bringer,
                .story),
            step("De inbrenger speelt het voor.", "The bringer acts it out.", 10, .picture, .bringer, .story),
            written("Schrijf op wat je zag.", "Write what you saw.", 5, .judgement, .core),
            step(
                "Anderen nemen de rol over. Probeer het twee of drie keer anders.", "Others take the role. Try it in two or three other ways.", 20,
                .judgement, .others, .advice),
            step("Zeg om de beurt wat je meeneemt.", "Say in turn what you take along.", 10, .decision, .everyone, .decision),
            step("Schrijf op wat dit oplevert.", "Write down what this yields.", 5, .decision, .everyone, .yield),
        ], source: "bpopleidingen.nl")
}
