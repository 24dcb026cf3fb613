import Core
import Foundation
import Measures
import Web

/// Reads what who leads a conversation asks of a search for groups.
enum GroupForm {
    static let floor = "kleinste"
    static let reason = "waarom"
    static func name(_ letter: String) -> String { "naam-\(letter)" }

    static let floors = 5...1000
    static let nameLimit = 40

    static func search(_ form: inout Form) -> (floor: Int, reason: String?)? {
        let floor = form.whole(floor, floors, required: GroupDeskWords.both(\.floorWrong), otherwise: GroupDeskWords.both(\.floorWrong))
        let reason = form.text(reason, limit: 300)
        guard let floor, form.errors.isEmpty else { return nil }
        return (floor, reason)
    }

    /// By letter; empty where a group has none.
    static func names(_ form: inout Form, of letters: [String]) -> [String: String] {
        var names: [String: String] = [:]
        for letter in letters { names[letter] = form.text(name(letter), limit: nameLimit) ?? "" }
        return names
    }

    /// One core is left to who votes meanwhile.
    static func execution(_ report: @escaping @Sendable (Double) -> Void) -> Execution {
        Execution(cores: max(1, ProcessInfo.processInfo.activeProcessorCount - 1), report: report)
    }
}
