import Core

/// What was asked in the room, as lines of the working text of a look-back (MTG-21). Pure.
package enum RoomQuestions {
    /// Stands above them. In Dutch, as the text itself.
    static let heading = "Vragen uit de zaal"

    /// A question with its answer, on one line: a text of several lines would fall apart in a list.
    package static func line(_ question: String, answer: String) -> String {
        let words = [question, answer].map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        return words.filter { !$0.isEmpty }.joined(separator: " Antwoord: ")
    }

    /// Adds the lines that do not stand in the text yet, under a heading. What does not fit any more is left out: it stays with the meeting.
    static func add(_ lines: [String], to main: String) -> String {
        var text = main
        for line in lines where !line.isEmpty {
            let item = "- " + line, known = text.split(whereSeparator: \.isNewline)
            if known.contains(where: { $0 == item }) { continue }
            let hasHeading = known.contains { $0 == heading }
            let start = hasHeading ? text + "\n" : (text.isEmpty ? "" : text + "\n\n") + heading + "\n"
            let longer = start + item
            if longer.unicodeScalars.count <= LookBackRules.mainLimit { text = longer }
        }
        return text
    }
}
