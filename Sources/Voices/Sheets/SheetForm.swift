import Core
import Measures
import Web

/// Reads what staff type about sheets.
enum SheetForm {
    static let amount = "aantal"
    static let size = "letters"
    static let code = "papiercode"
    /// A code that goes from one page to the next, hidden.
    static let proof = "bewijs"
    static func row(_ statement: Int) -> String { "s\(statement)" }

    static let amounts = 1...100

    /// How large the letters are.
    enum Size: String, Sendable, CaseIterable {
        case normal = "gewoon"
        case large = "groot"
    }

    private typealias Words = SheetWords

    static func print(_ form: inout Form) -> (amount: Int, size: Size)? {
        let amount = form.whole(amount, amounts, required: Words.both(\.amountWrong), otherwise: Words.both(\.amountWrong))
        let size = form.choice(size, of: Size.self, required: Words.both(\.sizeEmpty))
        guard let amount, let size, form.errors.isEmpty else { return nil }
        return (amount, size)
    }

    /// - Parameter statements: those that can be voted on
    /// - Returns: nil where something is wrong, which the form says
    static func entry(_ form: inout Form, statements: [Statement]) -> (code: VoiceCode, entry: SheetEntry)? {
        let code = CodeForm.code(&form, code)
        var fields: [Int: SheetEntry.Field] = [:]
        for statement in statements {
            let name = row(statement.number)
            guard let field = SheetEntry.Field(typed: form[name] ?? "") else {
                form.fail(name, Words.both { $0.rowWrong(statement.number) })
                continue
            }
            fields[statement.number] = field
        }
        guard let code, form.errors.isEmpty else { return nil }
        return (code, SheetEntry(fields))
    }

    /// What the two decided, for the rows that the page asked.
    static func settled(_ form: inout Form, statements: [Statement]) -> [Int: Vote.Choice?] {
        var choices: [Int: Vote.Choice?] = [:]
        for statement in statements {
            let name = row(statement.number)
            guard let typed = form[name] else { continue }
            guard let field = SheetEntry.Field(typed: typed) else {
                form.fail(name, Words.both { $0.rowWrong(statement.number) })
                continue
            }
            choices[statement.number] = .some(field.choice)
        }
        return choices
    }
}
