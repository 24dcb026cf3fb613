import Core
import Web

/// Reads what someone types about codes.
enum CodeForm {
    static let code = "code"
    static let purpose = "doel"
    static let amount = "aantal"
    static let note = "notitie"
    static let kind = "vorm"
    static let batch = "partij"
    /// The same in the form that stands below the other.
    static let oldBatch = "oude-partij"
    static let numbers = "nummers"
    static let number = "nummer"
    static let state = "gebeurd"
    static let reason = "reden"
    static let help = "hulp"
    /// On paper: not the field of ``code`` that a visitor has.
    static let sheet = "papiercode"

    private typealias Words = CodeDeskWords

    enum Kind: String, Sendable, CaseIterable {
        case file = "bestand"
        case cards = "kaartjes"
    }

    /// - Returns: nil where it is no code, which the form says
    static func code(_ form: inout Form, _ field: String = code) -> VoiceCode? {
        guard let typed = form.text(field, limit: 60, required: CodeWords.both(\.empty)) else { return nil }
        do { return try VoiceCode(typed: typed) } catch {
            form.fail(field, CodeWords.both(error == .check ? \.check : \.shape))
            return nil
        }
    }

    struct Issue: Sendable {
        let amount: Int
        let purpose: CodeBatch.Purpose
        let note: String
        let kind: Kind
    }

    static func issue(_ form: inout Form) -> Issue? {
        let purpose = form.choice(purpose, of: CodeBatch.Purpose.self, required: Words.both(\.choose))
        let amount = form.whole(amount, CodeBatch.amounts, required: Words.both(\.amountFault), otherwise: Words.both(\.amountFault))
        let note = form.text(note) ?? "", kind = form.choice(kind, of: Kind.self, required: Words.both(\.choose))
        if kind == .cards, let amount, amount > CodeBatch.mostCards { form.fail(Self.amount, Words.both(\.cardsFault)) }
        guard let purpose, let amount, let kind, form.errors.isEmpty else { return nil }
        return Issue(amount: amount, purpose: purpose, note: note, kind: kind)
    }

    struct Mark: Sendable {
        let batch: Identifier
        let numbers: [Int]
        let state: CodeBatch.State
        let reason: String?
    }

    static let marks: [CodeBatch.State] = [.returned, .void]

    static func mark(_ form: inout Form) -> Mark? {
        let batch = form.value(batch, as: Identifier.self, required: Words.both(\.choose), otherwise: Words.both(\.choose))
        let typed = form.text(numbers, limit: 2000, required: Words.both(\.numbersFault)), numbers = typed.flatMap(CodeNumbers.parse)
        if typed != nil && numbers == nil { form.fail(Self.numbers, Words.both(\.numbersFault)) }
        let state = form.choice(state, of: CodeBatch.State.self, required: Words.both(\.choose))
        if let state, !marks.contains(state) { form.fail(Self.state, Words.both(\.choose)) }
        let reason = form.text(reason, required: state == .void ? Words.both(\.reasonEmpty) : nil)
        guard let batch, let numbers, let state, form.errors.isEmpty else { return nil }
        return Mark(batch: batch, numbers: numbers, state: state, reason: state == .void ? reason : nil)
    }

    static func replacement(_ form: inout Form) -> (batch: Identifier, number: Int)? {
        let batch = form.value(oldBatch, as: Identifier.self, required: Words.both(\.choose), otherwise: Words.both(\.choose))
        let number = form.whole(number, 1...40_000, required: Words.both(\.numberFault), otherwise: Words.both(\.numberFault))
        guard let batch, let number, form.errors.isEmpty else { return nil }
        return (batch, number)
    }
}
