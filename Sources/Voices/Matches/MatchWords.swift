import Core
import People

/// The sentences of figures beside stories, for everyone.
struct MatchWords: PageWords {
    let language: Language

    var title: String { say("Tellen en vertellen", "Counting and telling") }
    var lead: String {
        say(
            "Cijfers vertellen niet alles. Hier zetten wij ze naast wat bewoners zeggen. Waar klopt het, en waar niet?",
            "Figures do not tell everything. Here they stand beside what residents say. Where does it fit, and where does it not?")
    }
    func noStories(_ area: String) -> String { say("Uit \(area) zijn nog geen verhalen.", "There are no stories from \(area) yet.") }
    func told(_ count: Int, _ area: String) -> String {
        count < ShownPeople.least
            ? say("Uit \(area) zijn minder dan 5 verhalen.", "There are fewer than 5 stories from \(area).")
            : say("Uit \(area) zijn \(count) verhalen.", "There are \(count) stories from \(area).")
    }
    var noMatches: String { say("Nog niemand legde hier een cijfer naast een verhaal.", "Nobody laid a figure beside a story here yet.") }
    func contradictions(_ count: Int) -> String {
        count == 1
            ? say(
                "Op 1 punt spreken cijfer en verhaal elkaar tegen. Dat is nog niet besproken.",
                "On 1 point figure and story contradict each other. That was not talked over yet.")
            : say(
                "Op \(count) punten spreken cijfer en verhaal elkaar tegen. Dat is nog niet besproken.",
                "On \(count) points figure and story contradict each other. That was not talked over yet.")
    }
    var all: String { say("Bekijk alles van tellen en vertellen", "See all of counting and telling") }
    var apart: String { say("Wij tellen de twee nooit bij elkaar op.", "The two are never added up.") }

    func name(_ relation: Match.Relation) -> String {
        switch relation {
        case .contradicts: say("Cijfer en verhaal spreken elkaar tegen", "Figure and story contradict each other")
        case .confirms: say("Cijfer en verhaal zeggen hetzelfde", "Figure and story say the same")
        case .explains: say("Het verhaal verklaart het cijfer", "The story explains the figure")
        case .notComparable: say("Niet te vergelijken", "Cannot be compared")
        case .notMeasured: say("Wel verhalen, geen cijfer", "Stories, but no figure")
        case .notTold: say("Wel een cijfer, geen verhalen", "A figure, but no stories")
        }
    }

    func name(_ state: Match.State) -> String {
        switch state {
        case .open: say("Nog niet besproken", "Not talked over yet")
        case .discussed: say("Besproken", "Talked over")
        case .resolved: say("Opgelost", "Solved")
        case .accepted: say("Het verschil blijft staan", "The difference stays")
        }
    }

    // MARK: The two sides

    var figure: String { say("Cijfer", "Figure") }
    var partner: String { say("Wat een partner weet", "What a partner knows") }
    var story: String { say("Verhaal", "Story") }
    var statement: String { say("Stelling", "Statement") }
    var register: String { say("van systemen", "from systems") }
    var citizen: String { say("van bewoners", "from residents") }
    func name(_ kind: Match.Information) -> String {
        kind == .system ? say("uit een systeem", "from a system") : say("van de straat", "from the street")
    }
    func source(_ figure: FigureEvidence) -> String { "\(figure.source), \(figure.period); \(figure.basis[language])." }
    func newer(_ figure: FigureEvidence) -> String {
        say("Nu is het \(figure.value.nl) (\(figure.period)).", "Now it is \(figure.value.en) (\(figure.period)).")
    }
    var notMeasured: String {
        say("Hierover is geen cijfer. Dat is niet nul: wij weten het niet.", "There is no figure about this. That is not zero: we do not know.")
    }
    var notTold: String { say("Hierover is nog niets verteld.", "Nothing was told about this yet.") }
    var gone: String { say("Dit werd teruggenomen.", "This was taken back.") }

    func stories(_ count: Int?, of all: Int) -> String {
        guard let count else { return say("Minder dan 5 van de \(all) verhalen gaan hierover.", "Fewer than 5 of \(all) stories are about this.") }
        return say("\(count) van de \(all) verhalen gaan hierover.", "\(count) of \(all) stories are about this.")
    }
    func channels(_ channels: [Contribution.Channel: Int]) -> String {
        let names = ModerationWords(language)
        return Contribution.Channel.allCases.compactMap { way in channels[way].map { "\(names.name(way)): \($0)" } }.joined(separator: ", ")
    }
    var few: String { say("Hierop stemden minder dan 5 mensen.", "Fewer than 5 people voted on this.") }
    var chosenThemselves: String {
        say("Wie meedeed, koos dat zelf. Het is geen steekproef.", "Who took part chose that themselves. It is no sample.")
    }
    func from(_ conversation: String) -> String { say("Uit het gesprek ‘\(conversation)’", "From the conversation ‘\(conversation)’") }
    var why: String { say("Hoe kan dat?", "How can that be?") }
    var doing: String { say("Wat doen wij hiermee?", "What do we do with this?") }
    func noted(_ owner: String, _ day: String) -> String { say("Opgeschreven door \(owner) op \(day).", "Noted by \(owner) on \(day).") }
    var history: String { say("Wat er tot nu toe mee is gedaan", "What was done with it so far") }
    var more: String { say("Lees er meer over", "Read more about it") }
    var linked: String { say("Waar dit op rust", "What this rests on") }

    // MARK: By theme

    var balance: String { say("Wat weten wij per thema?", "What do we know by theme?") }
    var theme: String { say("Thema", "Theme") }
    var figures: String { say("Cijfers", "Figures") }
    var tales: String { say("Verhalen", "Stories") }
    var known: String { say("Wat weten wij?", "What do we know?") }
    func count(_ stories: Int?) -> String { stories.map { String($0) } ?? say("minder dan 5", "fewer than 5") }
    func verdict(_ line: ThemeBalance) -> String {
        switch (line.figures > 0, line.stories != 0) {
        case (true, true): say("geteld en verteld", "counted and told")
        case (true, false): say("nog niet verteld", "not told yet")
        case (false, true): say("niet gemeten", "not measured")
        case (false, false): say("weten wij niet", "not known")
        }
    }

    // MARK: Who knows the area, and a first signal

    var knowers: String { say("Wie kent dit gebied goed?", "Who knows this area well?") }
    var name: String { say("Naam", "Name") }
    var kind: String { say("Soort", "Kind") }
    var knows: String { say("Weet veel van", "Knows much of") }
    var contact: String { say("Zo bereik je hen", "How to reach them") }
    func name(_ kind: Knower.Kind) -> String {
        switch kind {
        case .residents: say("Groep bewoners", "Group of residents")
        case .entrepreneurs: say("Ondernemers", "Entrepreneurs")
        case .organisation: say("Organisatie", "Organisation")
        case .volunteers: say("Vrijwilligers", "Volunteers")
        case .place: say("Plek waar men elkaar ziet", "Place where people meet")
        }
    }
    var signal: String { say("Zie je iets in dit gebied?", "Do you see something in this area?") }
    var signalLead: String {
        say(
            "Vertel over een plek, nooit over een mens. Noem geen namen. Iemand leest het voor het op de site komt, of kort daarna.",
            "Tell of a place, never of a person. Name nobody. Somebody reads it before it is on the site, or shortly after.")
    }
    func signalIn(_ conversation: String) -> String { say("Wijs een plek aan in ‘\(conversation)’", "Point at a place in ‘\(conversation)’") }
    func tellIn(_ conversation: String) -> String { say("Vertel een verhaal in ‘\(conversation)’", "Tell a story in ‘\(conversation)’") }
}

/// The sentences of who lays figures beside stories.
struct MatchDeskWords: PageWords {
    let language: Language

    var title: String { say("Leg cijfers naast verhalen", "Lay figures beside stories") }
    var lead: String {
        say(
            "Schrijf op waar cijfer en verhaal kloppen en waar niet. Wat je opschrijft blijft staan.",
            "Note where figure and story fit and where they do not. What you note stays.")
    }
    var kept: String { say("Bewaard.", "Kept.") }
    var begin: String { say("Leg iets naast elkaar", "Lay something side by side") }
    var beginLead: String { say("Uit welk gesprek komt het verhaal?", "From which conversation is the story?") }
    var noConversation: String { say("Er is een cijfer, en niemand vertelde erover", "There is a figure, and nobody told of it") }
    var noted: String { say("Wat er al staat", "What is there already") }
    var change: String { say("Schrijf op wat ermee is gedaan", "Note what was done with it") }

    var name: String { say("Waar gaat het over?", "What is it about?") }
    var nameHint: String { say("Een paar woorden, zoals: Verlichting", "A few words, such as: Lighting") }
    var nameEmpty: String { say("Schrijf op waar het over gaat", "Write what it is about") }
    var theme: String { say("Thema van het buurtprofiel", "Theme of the area profile") }
    var themeEmpty: String { say("Kies een thema", "Choose a theme") }
    var owner: String { say("Namens wie schrijf je dit?", "In whose name do you write this?") }
    var ownerEmpty: String { say("Kies een organisatie", "Choose an organisation") }
    var counting: String { say("Wat is er geteld?", "What was counted?") }
    var countingEmpty: String { say("Kies een cijfer, of zeg dat er geen is", "Choose a figure, or say that there is none") }
    var nothingCounted: String { say("Hierover is geen cijfer", "There is no figure about this") }
    var partnerKnows: String { say("Geen cijfer, wel wat een partner weet", "No figure, but what a partner knows") }
    var partnerWords: String { say("Wat weet de partner?", "What does the partner know?") }
    var partnerHint: String {
        say("Alleen als je hierboven een partner koos. Schrijf nooit over één mens.", "Only where you chose a partner above. Never write about one person.")
    }
    var partnerEmpty: String { say("Schrijf op wat de partner weet", "Write what the partner knows") }
    var partnerSource: String { say("Welke organisatie weet dat?", "Which organisation knows that?") }
    var partnerSourceEmpty: String { say("Schrijf op welke organisatie dat weet", "Write which organisation knows that") }
    var partnerKind: String { say("Hoe weten zij dat?", "How do they know?") }
    var partnerKindEmpty: String { say("Kies hoe zij dat weten", "Choose how they know") }
    func name(_ kind: Match.Information) -> String {
        kind == .system
            ? say("Het staat in een systeem", "It stands in a system") : say("Zij zien en horen het op straat", "They see and hear it in the street")
    }
    var telling: String { say("Wat is er verteld?", "What was told?") }
    var tellingEmpty: String { say("Kies wat er is verteld", "Choose what was told") }
    var allStories: String { say("Alle verhalen uit dit gesprek", "All stories of this conversation") }
    func stories(of mark: String) -> String { say("Verhalen van de soort: \(mark)", "Stories of the kind: \(mark)") }
    func stories(about theme: String) -> String { say("Verhalen over het thema: \(theme)", "Stories on the theme: \(theme)") }
    func statement(_ number: Int, _ words: String) -> String { say("Stelling \(number): \(words)", "Statement \(number): \(words)") }
    var quote: String { say("Een zin uit een verhaal", "A sentence of a story") }
    var quoteHint: String {
        say("Neem de woorden precies over. Dat kan alleen als wie het vertelde dat goed vindt.", "Copy the words exactly. Only where who told it agrees.")
    }
    var quoteWrong: String {
        say("Deze woorden staan niet zo in een verhaal dat je mag citeren", "These words do not stand like this in a story that you may quote")
    }
    var relation: String { say("Hoe staan ze tot elkaar?", "How do they stand to each other?") }
    var relationHint: String { say("Dat oordeel is van jullie. De marge staat bij het cijfer.", "That judgement is yours. The margin stands with the figure.") }
    var relationEmpty: String { say("Kies hoe ze tot elkaar staan", "Choose how they stand to each other") }
    var explanation: String { say("Hoe kan dat?", "How can that be?") }
    var explanationHint: String { say("Wat je weet, en wat je nog niet weet.", "What you know, and what you do not know yet.") }
    var save: String { say("Bewaar", "Keep") }
    var changed: String { say("Iets hiervan is net veranderd of teruggenomen.", "Some of this was just changed or taken back.") }

    var state: String { say("Hoe staat het ervoor?", "How does it stand?") }
    var stateEmpty: String { say("Kies hoe het ervoor staat", "Choose how it stands") }
    var reason: String { say("Wat is er gedaan, en waarom?", "What was done, and why?") }
    var reasonEmpty: String { say("Schrijf op wat er is gedaan", "Write what was done") }

    var knower: String { say("Zet erbij wie dit gebied goed kent", "Add who knows this area well") }
    var knowerLead: String { say("Noem groepen en organisaties, geen mensen.", "Name groups and organisations, no people.") }
    var knowerName: String { say("Naam van de groep of organisatie", "Name of the group or organisation") }
    var knowerNameEmpty: String { say("Schrijf de naam op", "Write the name") }
    var knowerKind: String { say("Wat voor groep is het?", "What kind of group is it?") }
    var knowerKindEmpty: String { say("Kies wat voor groep het is", "Choose what kind of group it is") }
    var knowerKnows: String { say("Waar weten zij veel van?", "What do they know much of?") }
    var knowerKnowsEmpty: String { say("Schrijf op waar zij veel van weten", "Write what they know much of") }
    var knowerContact: String { say("Hoe bereik je hen?", "How to reach them?") }
    var knowerContactHint: String { say("Zoals een adres dat zij zelf bekend maken.", "Such as an address that they make public themselves.") }
    var add: String { say("Zet erbij", "Add") }
    var remove: String { say("Haal weg", "Remove") }
}
