import Core
import Mail

/// The list of participants as CSV (RFC 4180), for organisers.
struct ParticipantFile {
    private let all: [Registration]
    private let subgroups: [Identifier: String]
    private let words: ParticipantWords
    private let language: Language

    init(_ all: [Registration], subgroups: [Subgroup], language: Language) {
        self.all = all
        self.subgroups = Dictionary(subgroups.map { ($0.id, $0.facts.title) }, uniquingKeysWith: { first, _ in first })
        self.language = language
        words = ParticipantWords(language)
    }

    /// UTF-8 with the mark that Excel wants, CRLF between lines.
    var bytes: [UInt8] {
        let head = [
            words.number, words.name, words.mail, words.role, words.municipality, words.way, words.standing, words.group, words.need, words.caseText,
            words.extra,
            words.attendance,
        ]
        let lines = ([head] + all.map(cells)).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }
        return [0xEF, 0xBB, 0xBF] + Array(lines.joined().utf8)
    }

    private func cells(_ registration: Registration) -> [String] {
        let draft = registration.draft
        return [
            String(registration.number), registration.name, registration.mail.description == RegistrationStore.forgotten ? "" : registration.mail.description,
            draft.role.name[language], draft.municipalityName, words.way(draft.way), words.standing(registration.standing),
            draft.subgroup.flatMap { subgroups[$0] } ?? "", draft.need, draft.caseText, registration.extra, words.attendance(registration.attendance),
        ]
    }

    /// Quoted where it must be. A cell that a spreadsheet would take for a formula gets an apostrophe before it: the words come from visitors.
    static func cell(_ text: String) -> String {
        let first = text.unicodeScalars.first
        let safe = first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false ? "'" + text : text
        guard safe.contains(where: { $0 == "\"" || $0 == "," || $0.isNewline }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
