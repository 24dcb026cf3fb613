import Core
import Measures
import Web

/// Reads ballots, and what who leads a conversation writes about a choice.
enum ChoiceForm {
    static let kind = "soort"
    static let title = "titel"
    static let words = "tekst"
    static let budget = "bedrag"
    static let fills = "aanvullen"
    static let cost = "kosten"
    static let project = "plan"
    static let reason = "reden"
    static let chosen = "gekozen"
    static let file = "bestand"
    static let code = "papiercode"
    static let numbers = "nummers"

    static let costs = 0...100_000_000

    private typealias Words = ChoiceDeskWords

    static func facts(_ form: inout Form) -> SharedChoice.Facts? {
        let kind = form.choice(kind, of: SharedChoice.Kind.self, required: Words.both(\.kindEmpty))
        let title = form.text(title, limit: 100, required: Words.both(\.titleEmpty)), words = form.text(words, limit: 2000) ?? ""
        let budget = form.whole(
            budget, 1...costs.upperBound, required: kind == .budget ? Words.both(\.budgetWrong) : nil, otherwise: Words.both(\.budgetWrong))
        guard let kind, let title, form.errors.isEmpty else { return nil }
        return SharedChoice.Facts(
            kind: kind, title: title, words: words, budget: kind == .budget ? budget ?? 0 : 0, fills: kind == .budget && form.has(fills, "ja"))
    }

    static func project(_ form: inout Form, of kind: SharedChoice.Kind) -> (title: String, words: String, cost: Int)? {
        let title = form.text(title, limit: 200, required: Words.both(\.projectEmpty)), words = form.text(words, limit: 2000) ?? ""
        let cost = kind == .order ? 0 : form.whole(cost, costs, required: Words.both(\.costWrong), otherwise: Words.both(\.costWrong))
        guard let title, let cost, form.errors.isEmpty else { return nil }
        return (title, words, cost)
    }

    /// - Parameter needsReason: whether people choose already
    static func withdrawal(_ form: inout Form, needsReason: Bool) -> (project: Int, reason: String)? {
        let reason = form.text(reason, limit: 300, required: needsReason ? Words.both(\.reasonEmpty) : nil)
        guard let project = form[project].flatMap({ Int($0) }), form.errors.isEmpty else { return nil }
        return (project, reason ?? "")
    }

    /// What somebody ticked.
    static func ballot(_ form: inout Form, of choice: SharedChoice) -> Set<Int>? {
        let open = Set(choice.open.map(\.number)), ticked = Set(form.all(chosen).compactMap { Int($0) }).intersection(open)
        if TrapField.isSprung(form) { form.fail(chosen, TrapField.words) }
        if ticked.isEmpty { form.fail(chosen, ChoiceWords.both(\.empty)) }
        return form.errors.isEmpty ? ticked : nil
    }

    /// A ballot on paper: its code, and the numbers of what was ticked.
    static func sheet(_ form: inout Form, of choice: SharedChoice) -> (code: VoiceCode, approvals: Set<Int>)? {
        let code = CodeForm.code(&form, code), typed = form.text(numbers, limit: 2000, required: Words.both(\.numbersWrong))
        let found = typed.flatMap(CodeNumbers.parse), open = Set(choice.open.map(\.number))
        if typed != nil, found.map({ !open.isSuperset(of: $0) }) ?? true { form.fail(numbers, Words.both(\.numbersWrong)) }
        guard let code, let found, form.errors.isEmpty else { return nil }
        return (code, Set(found))
    }

    /// An election of a file.
    static func election(_ form: inout Form, _ file: UploadedFile?) -> (file: PabulibFile, title: String)? {
        guard let bytes = file?.bytes, !bytes.isEmpty else {
            form.fail(Self.file, Words.both(\.fileEmpty))
            return nil
        }
        do {
            let found = try PabulibFile.read(bytes)
            guard found.election.projects.count <= 1000 else {
                form.fail(Self.file, Words.both(\.fileLarge))
                return nil
            }
            let title = found["description"].flatMap { $0.isEmpty ? nil : String($0.prefix(100)) } ?? Words(language: .nl).fileTitle
            return (found, title)
        } catch {
            form.fail(Self.file, Words.both { $0.fault(error) })
            return nil
        }
    }
}
