import Core
import HTML
import People
import Web

/// Organisations with like questions, for who brings them together.
struct IntroductionsPage: Component {
    let clusters: [IntroductionStore.Cluster]
    let introductions: [Introduction]
    let names: [Identifier: String]
    let labels: [String: Localized]
    let form: Form
    let token: FormToken
    let language: Language

    private var words: ExpertiseWords { ExpertiseWords(language) }

    var body: some HTML {
        TextColumn(words.introductions, lead: words.introductionsLead, faults: ErrorSummary(form.errors, language: language)) {
            if clusters.isEmpty { p(.id("organisatie")) { words.noClusters } }
            Each(clusters.enumerated()) { index, cluster in proposal(cluster, index) }
            if !introductions.isEmpty { earlier }
        }
    }

    private func proposal(_ cluster: IntroductionStore.Cluster, _ index: Int) -> some HTML {
        PostForm(to: ExpertiseRoute.introductions.address, in: language, token: token) {
            input(.type("hidden").name("onderwerp").value(cluster.label))
            if let programme = cluster.programme { input(.type("hidden").name("programma").value(programme.description)) }
            fieldset(.class("veld")) {
                legend { labels[cluster.label]?[language] ?? cluster.label }
                Each(cluster.askers.keys.sorted().enumerated()) { place, id in
                    box(id, index == 0 && place == 0 ? "organisatie" : "organisatie-\(index)-\(place)")
                }
            }
            button(.type("submit").class("knop licht")) { words.propose }
        }
    }

    private func box(_ organisation: Identifier, _ id: String) -> some HTML {
        div(.class("keuze")) {
            input(.type("checkbox").id(id).name("organisatie").value(organisation.description))
            label(.for(id)) { names[organisation] ?? "" }
        }
    }

    private var earlier: some HTML {
        section(.class("sectie").id("gevraagd")) {
            h2 { words.proposed }
            ul {
                Each(introductions) { one in
                    li {
                        one.sides.compactMap { names[$0.organisation] }.joined(separator: ", ") + ": " + (labels[one.label]?[language] ?? one.label) + " ("
                            + words.introductionState(one.state) + ")"
                    }
                }
            }
        }
    }
}

/// What one side sees: the organisations and the reason, not the people.
struct IntroductionSight: Sendable {
    let introduction: Introduction
    let side: Introduction.Side
    let others: [String]
    let label: String
    /// Before its time is over.
    let isOpen: Bool
}

struct IntroductionPage: Component {
    let sight: IntroductionSight
    let target: PageAddress
    let cards: [ContactCard]
    let token: FormToken
    let language: Language

    private var words: ExpertiseWords { ExpertiseWords(language) }

    var body: some HTML {
        TextColumn(words.introduction) {
            dl(.class("over")) {
                div {
                    dt { words.others }
                    dd { sight.others.joined(separator: ", ") }
                }
                div {
                    dt { words.whyMeet }
                    dd { reasons }
                }
            }
            standing
        }
    }

    private var reasons: some HTML {
        ul {
            li { words.sameSubject(sight.label) }
            if sight.introduction.isAlike { li { words.alike } }
        }
    }

    @HTMLBuilder private var standing: some HTML {
        switch sight.introduction.state {
        case .asked where sight.side.answer == .open && sight.isOpen: answering
        case .asked: p { words.answered }
        case .shared where sight.side.answer == .yes:
            h2 { words.met }
            if cards.isEmpty { p { words.toldReach } } else { ReachBlock(cards: cards, language: language) }
        case .shared, .notNow: p { words.notNow }
        }
    }

    private var answering: some HTML {
        PostForm(to: target, in: language, token: token) {
            p { words.introductionLead }
            p(.class("hint")) { words.noReason }
            div(.class("knoppen")) {
                button(.type("submit").name("antwoord").value("ja").class("knop")) { words.yes }
                button(.type("submit").name("antwoord").value("nee").class("knop licht")) { words.decline }
            }
        }
    }
}
