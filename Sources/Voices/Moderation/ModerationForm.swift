import Core
import Web

/// Reads what moderators decide, and what others tell them.
enum ModerationForm {
    static let outcome = "besluit"
    static let shown = "tekst"
    static let reason = "reden"
    static let words = "toelichting"
    static let place = "plek"
    static let photo = "foto"
    static let code = "code"
    static let proof = "bewijs"
    static let answer = "antwoord"
    static let objection = "bezwaar"

    private typealias Words = ModerationWords

    /// - Returns: nil where something is wrong, which the form says
    static func ruling(_ form: inout Form, on contribution: Contribution) -> Contribution.Ruling? {
        let state = form.choice(outcome, of: Contribution.State.self, required: Words.both(\.choose))
        if let state, !Words.outcomes.contains(state) { form.fail(outcome, Words.both(\.choose)) }
        let isPlain = state == .published, reason = form.choice(reason, of: Contribution.Reason.self, required: isPlain ? nil : Words.both(\.reasonEmpty))
        let isTold = state == .returned || state == .refused
        let words = form.text(words, limit: 2000, required: isTold ? Words.both(\.wordsEmpty) : nil) ?? ""
        var text: String?
        if state == .masked {
            text = form.text(shown, limit: 10_000, required: Words.both(\.shownSame))
            if text == contribution.words, !form.has(place, "weg"), !form.has(photo, "weg") { form.fail(shown, Words.both(\.shownSame)) }
        }
        guard let state, form.errors.isEmpty else { return nil }
        return Contribution.Ruling(
            state, shown: text, reason: isPlain ? nil : reason, words: words, hidesPlace: form.has(place, "weg"), hidesPhoto: form.has(photo, "weg"))
    }
}
