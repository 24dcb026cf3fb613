import Core
import HTML
import People
import Web

/// What the announcement shows.
struct AnnouncementView: Sendable {
    let conversation: Conversation
    let state: Conversation.State
    let decision: Decision
    let areaName: String
    /// The name of the organisation.
    let owner: String
    let doors: [ConversationDoor]
    let isOrganiser: Bool
    let linked: LinkedThings

    var facts: Conversation.Facts { conversation.facts }

    /// How far a decision is, once nobody can take part any more.
    enum Decision: Sendable, Hashable {
        case awaited
        /// The day on which it was promised has passed.
        case due
        /// On this day (`2027-12-31`) everyone who gave something knew what became of it.
        case told(on: String)
    }

    /// What reading all of it takes at 200 words a minute; at least one.
    var minutes: Int {
        let texts = [facts.question, facts.decided, facts.notDecided, facts.afterwards, facts.invitation, facts.houseRules, facts.contact]
        // The words of the page itself, about as many on each.
        let own = 150
        return max(1, (own + texts.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count } + 199) / 200)
    }
}

/// The first page that everyone sees: what is decided and what not, how much say one has, and how to take part (WYK-28).
struct AnnouncementPage: Component {
    let view: AnnouncementView
    let language: Language

    private var words: ConversationWords { ConversationWords(language) }
    private var facts: Conversation.Facts { view.facts }

    var body: some HTML {
        Group {
            ConversationBand(view.conversation, areaName: view.areaName, here: facts.title, lead: facts.question, language: language)
            div(.class("wrap inhoud smal aankondiging")) {
                desk
                standing
                doors
                AnnouncementDecision(facts: facts, language: language)
                AnnouncementWays(facts: facts, language: language)
                AnnouncementRules(view: view, language: language)
                SafetyNote(language: language)
                LinkedThingsSection(view.linked, language: language)
            }
        }
    }

    @HTMLBuilder private var desk: some HTML {
        if view.isOrganiser {
            Notice {
                if !view.conversation.isPublic { p { words.isDraft } }
                p { a(.href(ConversationRoute.desk(view.conversation.id).address.url(in: language))) { words.toDesk } }
            }
        }
    }

    private var standing: some HTML {
        section(.class("sectie").id("wanneer")) {
            h2 { words.period }
            p {
                ConversationTag(state: view.state, language: language)
                " "
                words.period(words.day(facts.firstDay.description), words.day(facts.lastDay.description))
            }
            p { stand }
            AnnouncementSteps(facts: facts, state: view.state, decision: view.decision, language: language)
            p(.class("subtiel")) { words.reading(view.minutes) }
        }
    }

    private var stand: String {
        switch view.state {
        case .coming: words.opens(words.day(facts.firstDay.description))
        case .closed:
            switch view.decision {
            case .awaited: words.step(view.state)
            case .due: words.decisionDue(words.day(facts.decidedBy.description))
            case .told(let day): words.decisionTold(words.day(day))
            }
        case .draft, .open: words.step(view.state)
        }
    }

    @HTMLBuilder private var doors: some HTML {
        if !view.doors.isEmpty {
            section(.class("sectie").id("meedoen")) {
                h2 { words.doors(view.state) }
                ConversationDoorList(doors: view.doors, language: language)
            }
        }
    }
}

/// From the announcement to the decision, and at which step it is now.
struct AnnouncementSteps: Component {
    let facts: Conversation.Facts
    let state: Conversation.State
    let decision: AnnouncementView.Decision
    let language: Language

    private var words: ConversationWords { ConversationWords(language) }

    var body: some HTML {
        Group {
            h3 { words.steps }
            ol(.class("stappen")) {
                Each(steps.enumerated()) { index, step in
                    li(.ariaCurrent(index == here ? "step" : nil)) {
                        if index == here { strong { words.now + " " } }
                        step
                    }
                }
            }
        }
    }

    private var here: Int? {
        switch state {
        case .draft: nil
        case .coming: 0
        case .open: 1
        case .closed: decision == .awaited ? 2 : 3
        }
    }

    private var steps: [String] {
        [
            words.stepAnnounced, words.stepOpen(words.day(facts.firstDay.description), words.day(facts.lastDay.description)),
            words.stepDecision(facts.decider, words.day(facts.decidedBy.description)), words.stepAfterwards,
        ]
    }
}

/// Ways to other parts, each with what one finds there.
struct ConversationDoorList: Component {
    let doors: [ConversationDoor]
    let language: Language

    var body: some HTML {
        ul(.class("deuren")) {
            Each(doors) { door in
                li {
                    h3 { a(.href(door.address.url(in: language))) { door.title[language] } }
                    p { door.text[language] }
                    if let minutes = door.minutes { p(.class("subtiel")) { ConversationWords(language).minutes(minutes) } }
                }
            }
        }
    }
}

/// What is decided and what not, by whom and when, and how much say people have.
struct AnnouncementDecision: Component {
    let facts: Conversation.Facts
    let language: Language

    private var words: ConversationWords { ConversationWords(language) }

    var body: some HTML {
        section(.class("sectie").id("besluit")) {
            h2 { words.what }
            h3 { words.decided }
            Paragraphs(facts.decided)
            h3 { words.notDecided }
            Paragraphs(facts.notDecided)
            h3 { words.influence }
            p {
                strong { facts.influence.name[language] + ". " }
                facts.influence.meaning[language]
            }
            h3 { words.decides }
            p { words.decides(facts.decider, by: words.day(facts.decidedBy.description)) }
            h3 { words.afterwards }
            Paragraphs(facts.afterwards)
        }
    }
}

/// How one takes part, who can, and in which languages.
struct AnnouncementWays: Component {
    let facts: Conversation.Facts
    let language: Language

    private var words: ConversationWords { ConversationWords(language) }

    var body: some HTML {
        section(.class("sectie").id("manieren")) {
            h2 { words.ways }
            ul {
                Each(Conversation.Way.allCases.filter(facts.ways.contains)) { way in
                    li {
                        strong { way.name[language] + ". " }
                        way.meaning[language]
                    }
                }
            }
            h3 { words.level }
            p { facts.level.meaning[language] }
            h3 { words.languages }
            p { words.languagesLead }
            ul(.class("tags")) { Each(facts.languages) { code in li { name(code) } } }
            if !facts.invitation.isEmpty {
                h3 { words.invitation }
                Paragraphs(facts.invitation)
            }
        }
    }

    private func name(_ code: String) -> some HTML {
        let plain = Attributes.class("tag").lang(code)
        return span(ConversationLanguages.isRightToLeft(code) ? plain.dir("rtl") : plain) { ConversationLanguages.name(code) }
    }
}

/// House rules, who reads along, and where one can turn.
struct AnnouncementRules: Component {
    let view: AnnouncementView
    let language: Language

    private var words: ConversationWords { ConversationWords(language) }
    private var facts: Conversation.Facts { view.facts }
    private var rules: [String] { facts.houseRules.split(whereSeparator: \.isNewline).map(String.init) }

    var body: some HTML {
        Group {
            section(.class("sectie").id("huisregels")) {
                h2 { words.houseRules }
                if !rules.isEmpty { ul { Each(rules) { rule in li { rule } } } }
                h3 { words.moderation }
                p { facts.moderation.meaning[language] }
            }
            section(.class("sectie").id("contact")) {
                h2 { words.contact }
                p { words.contactLead(facts.contact) }
                p {
                    words.organiser + " "
                    a(.href(OrganisationRoute.organisation(view.conversation.owner).address.url(in: language))) { view.owner }
                    "."
                }
            }
        }
    }
}
