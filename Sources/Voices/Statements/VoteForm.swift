import Core
import Dutch
import Measures
import People
import Web

/// Reads votes, statements that someone writes, and what who leads the conversation decides.
enum VoteForm {
    static let statement = "stelling"
    static let choice = "stem"
    static let words = "tekst"
    static let code = "code"
    static let seeds = "stellingen"
    static let chosen = "gekozen"
    static let crowd = "groep"
    static let standing = "stand"
    static let reason = "reden"

    /// What a button sent; nil for what no button of ours sends.
    static func vote(_ form: Form) -> (statement: Int, choice: Vote.Choice)? {
        guard let statement = form[statement].flatMap({ Int($0) }), let choice = Vote.Choice(sent: form[choice]) else { return nil }
        return (statement, choice)
    }

    /// - Returns: nil where something is wrong, which the form says
    static func written(_ form: inout Form, languages: [String], by actor: Actor, assist: AssistSession?) -> Contribution.Entry? {
        let words = form.text(words, limit: Statement.limit, required: VoteWords.both(\.writeEmpty), tooLong: VoteWords.both(\.tooLong))
        // Counted by code points too, as both engines count.
        if let words, words.unicodeScalars.count > 2 * Statement.limit { form.fail(Self.words, VoteWords.both(\.tooLong)) }
        if let words, words.contains(where: \.isNewline) { form.fail(Self.words, VoteWords.both(\.oneLine)) }
        if TrapField.isSprung(form) { form.fail(Self.words, TrapField.words) }
        guard let words, form.errors.isEmpty else { return nil }
        let person = actor.person?.id
        return Contribution.Entry(
            .statement, words, channel: assist?.channel ?? .screen, language: GivingForm.language(form, of: languages),
            enteredBy: assist == nil ? nil : person, giver: assist == nil ? person : nil)
    }

    /// Several at once, one a line.
    static func seeded(_ form: inout Form) -> [String]? {
        let text = form.text(seeds, limit: 15_000, required: VoteDeskWords.both(\.seedsEmpty))
        let lines = (text ?? "").split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty }
        if let place = lines.firstIndex(where: { $0.count > Statement.limit || $0.unicodeScalars.count > 2 * Statement.limit }) {
            form.fail(seeds, VoteDeskWords.both { $0.seedTooLong(place + 1) })
        }
        if lines.count > 100 { form.fail(seeds, VoteDeskWords.both(\.seedsMany)) }
        return form.errors.isEmpty && !lines.isEmpty ? lines : nil
    }

    static func settled(_ form: inout Form) -> (crowd: Int64, isApart: Bool, reason: CrowdReason)? {
        let reason = form.choice(reason, of: CrowdReason.self, required: VoteDeskWords.both(\.reasonEmpty))
        guard let crowd = form[crowd].flatMap({ Int64($0) }), let standing = form[standing], let reason else { return nil }
        return (crowd, standing == "apart", reason)
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
