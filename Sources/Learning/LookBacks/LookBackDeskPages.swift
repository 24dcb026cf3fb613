import Core
import HTML
import Mail
import People
import Web

/// The desk of a look-back: its parts for who leads them, all of it for the facilitator.
struct LookBackDeskPage: Component {
    let scene: LookBackScene
    let author: String?
    let yields: [LearningYield]
    /// What the facilitator writes of the whole.
    let head: Form
    /// What was sent to one of the other forms.
    let form: Form
    let now: Int64
    let token: FormToken
    let language: Language

    private typealias Words = LookBackDeskWords
    private var words: Words { Words(language) }
    private var meeting: Meeting { scene.meeting }

    var body: some HTML {
        TextColumn(words.title(meeting.facts.title), lead: words.lead, faults: ErrorSummary(form.errors, language: language)) {
            p { a(.href(MeetingRoute.meeting(meeting.id).address.url(in: language))) { words.toMeeting } }
            if let draft = scene.draft {
                LookBackStanding(draft: draft, now: now, language: language)
                if draft.lookBack.isPublic {
                    p { a(.href(LookBackRoute.lookBack(meeting.id).address.url(in: language))) { words.toPage } }
                }
                pieces(draft)
                if scene.isFacilitator { facilitating(draft) }
            } else if scene.isFacilitator {
                p { words.notPrepared }
            } else {
                p { words.notPreparedYet }
            }
            if scene.isFacilitator { generating }
        }
    }

    @HTMLBuilder private var generating: some HTML {
        if scene.meeting.facts.endsAt <= now {
            PostForm(to: LookBackRoute.generate(meeting.id).address, in: language, token: token) {
                button(.type("submit").class("knop", "licht", when: scene.draft != nil)) { scene.draft == nil ? words.generate : words.renew }
            }
        }
    }

    private func pieces(_ draft: LookBackDraft) -> some HTML {
        section(.class("sectie").id("delen")) {
            h2 { words.pieces }
            p { words.piecesLead }
            ul {
                Each(draft.pieces) { piece in
                    li {
                        if scene.mayWrite(piece) {
                            a(.href(LookBackRoute.piece(meeting.id, piece.id).address.url(in: language))) { piece.topic }
                        } else {
                            piece.topic
                        }
                        ": " + standing(piece)
                    }
                }
            }
        }
    }

    private func standing(_ piece: LookBackPiece) -> String {
        let names = scene.speakers(of: piece).map(scene.name).joined(separator: ", ")
        let state = piece.writtenAt.map { words.writtenOn(MeetingHours.date($0, language)) } ?? words.notWritten
        return names.isEmpty ? state : "\(state) (\(names))"
    }

    private func facilitating(_ draft: LookBackDraft) -> some HTML {
        Group {
            LookBackHeadForm(scene: scene, author: author, words: draft.words, form: head, token: token, language: language)
            LookBackPointsForm(draft: draft, meeting: meeting.id, form: form, token: token, language: language)
            LookBackFiguresForm(draft: draft, meeting: meeting.id, form: form, token: token, language: language)
            yielding(draft)
            LookBackPublishForm(draft: draft, meeting: meeting.id, form: form, token: token, language: language)
        }
    }

    private func yielding(_ draft: LookBackDraft) -> some HTML {
        section(.class("sectie").id("opbrengsten")) {
            h2 { words.yields }
            p { words.yieldsLead }
            ul {
                Each(yields) { one in
                    li {
                        a(.href(YieldRoute.one(one.id).address.url(in: language))) { one.facts.title }
                        ", " + one.state.name[language].lowercased()
                    }
                }
            }
            p { a(.class("knop licht").href(YieldRoute.new(.lookBack(draft.lookBack.id)).address.url(in: language))) { words.addYield } }
        }
    }
}

/// How far it is, when it is due, and how long the main text is.
struct LookBackStanding: Component {
    let draft: LookBackDraft
    let now: Int64
    let language: Language

    private var words: LookBackDeskWords { LookBackDeskWords(language) }

    var body: some HTML {
        Group {
            if draft.lookBack.isLate(at: now) { Notice(.caution) { p { words.late(DutchDay(draft.lookBack.due.description)?.written ?? "") } } }
            ul(.id("stand")) {
                li { words.stateIs(draft.lookBack.state.name[language]) }
                if !draft.lookBack.isPublic { li { words.dueOn(DutchDay(draft.lookBack.due.description)?.written ?? "") } }
                li { words.wordCount(draft.words) }
            }
        }
    }
}

/// What the facilitator writes of the whole.
private struct LookBackHeadForm: Component {
    let scene: LookBackScene
    let author: String?
    /// Of the main text with the outcomes.
    let words: Int
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = LookBackDeskWords

    var body: some HTML {
        section(.class("sectie").id("geheel")) {
            h2 { Words(language).whole }
            PostForm(to: LookBackRoute.desk(scene.meeting.id).address, in: language, token: token) {
                input(.type("hidden").name("versie").value(form["versie"] ?? ""))
                TextField(
                    "morgen", Words.both(\.tomorrow), kind: .paragraph(limit: LookBackRules.listLimit), hint: Words.both(\.tomorrowHint), form: form,
                    language: language)
                TextField(
                    "tekst", Words.both(\.main), kind: .paragraph(limit: LookBackRules.mainLimit), hint: Words.both { $0.mainHint(words) }, isRequired: false,
                    form: form, language: language)
                ChoiceField(
                    "schrijver", Words.both(\.author), kind: .any, choices: [Choice("ja", Words.both(\.authorMe))],
                    hint: author.map { name in Words.both { $0.authorNow(name) } }, isRequired: false, form: form, language: language)
                TextField(
                    "over-schrijver", Words.both(\.aboutAuthor), kind: .paragraph(limit: 1000), isRequired: false, form: form, language: language)
                button(.type("submit").class("knop")) { Words(language).save }
            }
        }
    }
}

/// The points of attention: adding, and taking back.
private struct LookBackPointsForm: Component {
    let draft: LookBackDraft
    let meeting: Identifier
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = LookBackDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        section(.class("sectie").id("punten")) {
            h2 { words.points }
            p { words.pointsLead }
            ol { Each(draft.points.filter { $0.withdrawnAt == nil }) { point in li { item(point) } } }
            PostForm(to: LookBackRoute.points(meeting).address, in: language, token: token) {
                TextField("punt", Words.both(\.point), kind: .paragraph(limit: LookBackRules.pointLimit), form: form, language: language)
                button(.type("submit").class("knop licht")) { words.addPoint }
            }
        }
    }

    private func item(_ point: AttentionPoint) -> some HTML {
        PostForm(to: LookBackRoute.pointRemoval(meeting, point.id).address, in: language, token: token) {
            point.words + " "
            button(.type("submit").class("tekstknop")) {
                words.remove
                span(.class("vh")) { ": " + point.title }
            }
        }
    }
}

/// The figures: adding, and taking away.
private struct LookBackFiguresForm: Component {
    let draft: LookBackDraft
    let meeting: Identifier
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = LookBackDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        section(.class("sectie").id("cijfers")) {
            h2 { words.figures }
            p { words.figuresLead }
            ul { Each(draft.figures) { figure in li { item(figure) } } }
            details(form.has("cijfer-naam") ? .open() : .none) {
                summary { words.addFigure }
                PostForm(to: LookBackRoute.figures(meeting).address, in: language, token: token) {
                    field("cijfer-naam", \.figureLabel)
                    field("cijfer-waarde", \.figureValue)
                    field("cijfer-eenheid", \.figureUnit, isRequired: false)
                    field("cijfer-periode", \.figurePeriod)
                    field("cijfer-bron", \.figureSource)
                    TextField("cijfer-datum", Words.both(\.figureDay), hint: Words.both(\.figureDayHint), form: form, language: language)
                    button(.type("submit").class("knop licht")) { words.addFigure }
                }
            }
        }
    }

    private func field(_ name: String, _ label: KeyPath<LookBackDeskWords, String>, isRequired: Bool = true) -> TextField {
        TextField(name, Words.both { $0[keyPath: label] }, isRequired: isRequired, form: form, language: language)
    }

    private func item(_ figure: LookBackFigure) -> some HTML {
        PostForm(to: LookBackRoute.figureRemoval(meeting, figure.id).address, in: language, token: token) {
            "\(figure.facts.label): \(figure.facts.value) \(figure.facts.unit) (\(figure.facts.source)) "
            button(.type("submit").class("tekstknop")) {
                words.remove
                span(.class("vh")) { ": " + figure.facts.label }
            }
        }
    }
}

/// The step that comes next: joining, publishing, or revising with a reason.
private struct LookBackPublishForm: Component {
    let draft: LookBackDraft
    let meeting: Identifier
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = LookBackDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        section(.class("sectie").id("stap")) {
            h2 { words.next }
            if draft.lookBack.takesPieces {
                p { words.joinLead }
                PostForm(to: LookBackRoute.join(meeting).address, in: language, token: token) {
                    button(.type("submit").class("knop")) { words.join }
                }
            } else {
                p { draft.lookBack.isPublic ? words.reviseLead : words.publishLead }
                PostForm(to: LookBackRoute.publish(meeting).address, in: language, token: token) {
                    if draft.lookBack.isPublic { TextField("reden", Words.both(\.reason), form: form, language: language) }
                    button(.type("submit").class("knop")) { draft.lookBack.isPublic ? words.revise : words.publish }
                }
            }
        }
    }
}

/// The form of one part: topic and question as the programme has them, and what came of it.
struct LookBackPiecePage: Component {
    let scene: LookBackScene
    let piece: LookBackPiece
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = LookBackDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(piece.topic, lead: words.pieceLead, faults: ErrorSummary(form.errors, language: language)) {
            p { a(.href(LookBackRoute.desk(scene.meeting.id).address.url(in: language))) { words.toDesk } }
            if !names.isEmpty { p { names } }
            if !piece.asked.isEmpty { p { words.asked(piece.asked) } }
            PostForm(to: LookBackRoute.piece(scene.meeting.id, piece.id).address, in: language, token: token) {
                input(.type("hidden").name("versie").value(form["versie"] ?? ""))
                long("uitkomst", \.outcome, \.outcomeHint, limit: LookBackRules.outcomeLimit, isRequired: true)
                long("stappen", \.steps, \.onePerLine)
                long("werkt", \.works, \.onePerLine)
                long("werkt-niet", \.worksNot, \.onePerLine)
                button(.type("submit").class("knop")) { words.save }
            }
        }
    }

    private var names: String { scene.speakers(of: piece).map(scene.name).joined(separator: ", ") }

    private func long(
        _ name: String, _ label: KeyPath<LookBackDeskWords, String>, _ hint: KeyPath<LookBackDeskWords, String>, limit: Int = LookBackRules.listLimit,
        isRequired: Bool = false
    ) -> TextField {
        TextField(
            name, Words.both { $0[keyPath: label] }, kind: .paragraph(limit: limit), hint: Words.both { $0[keyPath: hint] }, isRequired: isRequired,
            form: form, language: language)
    }
}

/// What an organiser still has to look back on, the late ones first.
struct LookBackWaitingPage: Component {
    struct Line: Sendable {
        let meeting: Meeting
        /// Nil where none was prepared.
        let lookBack: LookBack?

        var due: String { (lookBack?.due ?? LookBackRules.due(endsAt: meeting.facts.endsAt)).description }

        func isLate(at now: Int64) -> Bool { DutchDay(at: now).description > due }
    }

    let lines: [Line]
    let now: Int64
    let language: Language

    private var words: LookBackDeskWords { LookBackDeskWords(language) }

    var body: some HTML {
        TextColumn(words.waiting, lead: words.waitingLead) {
            if lines.isEmpty { p { words.nothingWaits } }
            ul(.id("wachtend")) { Each(lines.sorted { ($0.due, $0.meeting.id) < ($1.due, $1.meeting.id) }) { line in li { item(line) } } }
            p { a(.href(MeetingRoute.organising.address.url(in: language))) { words.toOrganising } }
        }
    }

    private func item(_ line: Line) -> some HTML {
        Group {
            a(.href(LookBackRoute.desk(line.meeting.id).address.url(in: language))) { line.meeting.facts.title }
            ": " + (line.lookBack?.state.name[language].lowercased() ?? words.notPreparedShort) + ". "
            if line.isLate(at: now) {
                strong { words.late(DutchDay(line.due)?.written ?? line.due) }
            } else {
                words.dueOn(DutchDay(line.due)?.written ?? line.due)
            }
        }
    }
}
