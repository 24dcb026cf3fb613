import Core
import Web

/// Reads the answers. Each question has the number of what it is about behind its name: `gebruikt-1`.
enum FollowUpForm {
    private typealias Words = FollowUpWords
    static let limit = 2000

    /// What someone says; what they chose nothing for stays out.
    ///
    /// - Parameter open: what can still be answered, in the order of the page
    /// - Returns: nil with the faults in the form
    static func read(_ form: inout Form, open: [(number: Int, followUp: FollowUp)]) -> [Identifier: FollowUp.Said]? {
        var said: [Identifier: FollowUp.Said] = [:]
        for (number, followUp) in open {
            let hasMore = ["wat", "uitkomst", "uren"].contains { !(form["\($0)-\(number)"] ?? "").allSatisfy(\.isWhitespace) }
            // Words without a choice are not thrown away: the choice is asked.
            guard form["gebruikt-\(number)"] != nil || hasMore else { continue }
            let used = form.choice("gebruikt-\(number)", of: FollowUp.Used.self, required: Words.both(\.chooseOne))
            let words = text("wat-\(number)", &form), outcome = text("uitkomst-\(number)", &form)
            let hours = form.whole("uren-\(number)", 0...FollowUp.mostHours, otherwise: Words.both(\.hoursShape))
            // Who does not say so does not share.
            let sharing = form.choice("delen-\(number)", of: FollowUp.Sharing.self) ?? .not
            guard let used else { continue }
            said[followUp.id] = FollowUp.Said(used: used, words: words, outcome: outcome, hours: hours, sharing: sharing)
        }
        guard form.errors.isEmpty else { return nil }
        if said.isEmpty, let first = open.first { form.fail("gebruikt-\(first.number)", Words.both(\.nothingSaid)) }
        return form.errors.isEmpty ? said : nil
    }

    /// Counted by code points, as both engines count.
    ///
    /// - Returns: nothing where nothing was written, and with a fault in the form
    private static func text(_ name: String, _ form: inout Form) -> String {
        let tooLong = Words.both { $0.tooLong(limit) }
        guard let text = form.text(name, limit: limit, tooLong: tooLong) else { return "" }
        guard text.unicodeScalars.count <= limit else {
            form.fail(name, tooLong)
            return ""
        }
        return text
    }
}
