import Core
import HTML
import People
import Web

/// One step: what to do, how long, and what may be written.
struct SessionStep: Component {
    let view: SessionView
    let form: Form
    let token: FormToken
    let language: Language

    private var words: SessionWords { SessionWords(language) }
    private var session: IntervisionSession { view.session }

    var body: some HTML {
        Group {
            if let step = view.step {
                p(.class("opdracht")) { step.text[language] }
                StepClockLine(view: view, step: step, language: language)
                if view.isPresent { mine(step) } else { coming }
                if view.isPresent { SessionWritten(view: view, language: language) }
                if view.runs { SessionControls(view: view, step: step, token: token, language: language) }
            }
        }
    }

    private var coming: some HTML {
        section(.class("sectie").id("aanwezig")) {
            p { words.comeIn }
            SessionButton(session: session.id, value: "kom", title: words.join, isMain: true, token: token, language: language)
        }
    }

    private func mine(_ step: IntervisionMethod.Step) -> some HTML {
        Group {
            if view.isBringer && step.quietsBringer {
                Notice(.caution) {
                    p { words.youListen }
                    if step.bringer == .outside { p { words.youOutside } }
                }
            }
            if step.isHidden && !view.isOpen { waiting }
            if step.isHidden && view.isOpen { p { words.opened } }
            if view.refusal == nil { shared(step) }
            own
        }
    }

    private var waiting: some HTML {
        Group {
            p { words.hiddenNow }
            p(.id("klaar-aantal").role("status")) { words.readyCount(view.ready.intersection(view.present).count, view.present.count) }
            if view.ready.contains(view.person) { p(.class("subtiel")) { words.youAreReady } }
        }
    }

    private func shared(_ step: IntervisionMethod.Step) -> some HTML {
        let isReady = view.ready.contains(view.person)
        return PostForm(to: IntervisionRoute.words(session.id).address, in: language, token: token) {
            input(.type("hidden").name("stap").value("\(session.step)"))
            input(.type("hidden").name("soort").value(SessionNote.Kind.shared.rawValue))
            TextField(
                "gedeeld", step.isHidden ? SessionWords.both(\.yourWords) : SessionWords.both(\.groupWords), kind: .paragraph(limit: 4000), isRequired: false,
                form: form.has("gedeeld") ? form : Form(items: [.init("gedeeld", view.own(.shared))]), language: language)
            div(.class("knoppen")) {
                if step.isHidden {
                    button(.type("submit").name("klaar").value(isReady ? "nee" : "ja").class("knop")) { isReady ? words.notReady : words.ready }
                }
                button(.type("submit").class(step.isHidden ? "knop licht" : "knop")) { words.saveWords }
            }
        }
    }

    private var own: some HTML {
        details(form.has("eigen") || view.isBringer ? Attributes.class("eigen").custom("open", "") : .class("eigen")) {
            summary { words.ownNotes }
            PostForm(to: IntervisionRoute.words(session.id).address, in: language, token: token) {
                input(.type("hidden").name("stap").value("\(session.step)"))
                input(.type("hidden").name("soort").value(SessionNote.Kind.own.rawValue))
                TextField(
                    "eigen", SessionWords.both(\.ownNotes), kind: .paragraph(limit: 4000), hint: SessionWords.both(\.ownHint), isRequired: false,
                    form: form.has("eigen") ? form : Form(items: [.init("eigen", view.own(.own))]), language: language)
                button(.type("submit").class("knop licht")) { words.saveWords }
            }
        }
    }
}

/// The time that is left, as the server says; the script counts on from there.
struct StepClockLine: Component {
    let view: SessionView
    let step: IntervisionMethod.Step
    let language: Language

    private var words: SessionWords { SessionWords(language) }
    private var left: Int64 { view.session.clock.left(of: step.minutes, at: view.now) }

    var body: some HTML {
        div(.class("klok")) {
            p {
                words.timeLeft + ": "
                strong(clock) { Self.text(left) }
            }
            p(said) {
                if view.session.state == .paused { words.paused } else if left == 0 { words.timeUp }
            }
        }
    }

    private var clock: Attributes {
        Attributes.id("klok").data("rest", "\(left)").data("totaal", "\(Int64(step.minutes) * 60_000 + view.session.clock.added)")
            .data("loopt", view.session.state == .running ? "ja" : "nee")
    }

    /// Says step and time to a screen reader: at the half, at one minute, at zero.
    private var said: Attributes {
        Attributes.id("zegt").role("status").aria("live", "polite").data("helft", words.half).data("minuut", words.oneMinute).data("nul", words.timeUp)
    }

    /// `4:05`.
    static func text(_ milliseconds: Int64) -> String {
        let seconds = (milliseconds + 999) / 1000, rest = seconds % 60
        return "\(seconds / 60):" + (rest < 10 ? "0" : "") + "\(rest)"
    }
}

/// What is written, as far as this person may read it.
struct SessionWritten: Component {
    let view: SessionView
    let language: Language

    private var words: SessionWords { SessionWords(language) }

    var body: some HTML {
        section(.class("sectie").id("geschreven")) {
            h2 { words.soFar }
            if view.notes.isEmpty { p { words.nothingYet } }
            Each(steps) { step in one(step) }
        }
    }

    /// The step on the screen first.
    private var steps: [Int] { Set(view.notes.map(\.step)).sorted(by: >) }

    private func one(_ step: Int) -> some HTML {
        Group {
            h3 { "\(words.step(step + 1, view.method.steps.count))" }
            Each(view.notes.filter { $0.step == step }) { note in
                div(.class("woord")) {
                    p(.class("subtiel klein")) { note.kind == .own ? words.mine : view.name(note.person, in: language) }
                    Paragraphs(note.body)
                }
            }
        }
    }
}

/// What who facilitates can do.
struct SessionControls: Component {
    let view: SessionView
    let step: IntervisionMethod.Step
    let token: FormToken
    let language: Language

    private var words: SessionWords { SessionWords(language) }
    private var isLast: Bool { view.session.step + 1 == view.method.steps.count }

    var body: some HTML {
        section(.class("sectie begeleiden").id("begeleiden")) {
            h2 { words.run }
            PostForm(to: IntervisionRoute.session(view.session.id).address, in: language, token: token) {
                if step.isHidden && !view.isOpen { p(.class("hint")) { words.revealHint } }
                input(.type("hidden").name("stap").value("\(view.session.step)"))
                div(.class("knoppen")) {
                    if step.isHidden && !view.isOpen { one("onthul", words.reveal) }
                    one("verder", isLast ? words.toYields : words.next, isMain: true)
                    if view.session.step > 0 { one("terug", words.back) }
                    one("erbij", words.moreTime)
                    if view.session.state == .paused { one("door", words.resume) } else { one("pauze", words.pause) }
                }
            }
        }
    }

    private func one(_ value: String, _ title: String, isMain: Bool = false) -> some HTML {
        button(.type("submit").name("doe").value(value).class(isMain ? "knop" : "knop licht")) { title }
    }
}
