import Core
import Mail
import Transfer

/// Reads answers from rows of a spreadsheet: all of them or none, with row, column, value and reason for each fault.
struct PaperImport: Sendable {
    let view: CallView
    let places: [AnswerPlace]

    private typealias Words = CallDeskWords

    /// The columns that are known, as the first row names them.
    enum Column: String, Sendable, Hashable, CaseIterable {
        case role = "rol"
        case municipality = "gemeente"
        case question = "leervraag"
        case urgent = "urgent"
        case tough = "taai"
        case why = "waarom"
        case context = "situatie"
        case place = "plek"
        case tried = "geprobeerd"
        case learn = "leren"
        case needs = "nodig"
        case needWords = "nodig-uitleg"
        case offer = "aanbod"
        case sources = "bronnen"
        case quotable = "citeren"
        case name = "naam"
        case mail = "mail"
    }

    static let most = 500

    /// The same rows for the same round are taken in once.
    static func batch(_ rows: [(line: Int, fields: [String])], round: Identifier) -> String {
        let text = rows.map { $0.fields.joined(separator: "\u{1F}") }.joined(separator: "\u{1E}")
        return round.description + " " + Digest.hex(Digest.sha256(text))
    }

    /// - Parameter rows: the first names the columns
    /// - Throws: ``ImportRefused`` with every fault found
    func read(_ rows: [(line: Int, fields: [String])]) throws(ImportRefused) -> [Contribution] {
        var faults = Faults()
        let head = columns(rows.first?.fields ?? [], &faults)
        if rows.count - 1 > Self.most { faults.add(nil, nil, nil, Words.both(\.tooManyRows)) }
        var found: [Contribution] = []
        for row in rows.dropFirst().prefix(Self.most) {
            if row.fields.count > head.count { faults.add(row.line, nil, row.fields.last, Words.both(\.tooManyFields)) }
            let pairs = zip(head, row.fields).compactMap { column, value in
                column.map { ($0, value.split(whereSeparator: \.isNewline).joined(separator: "\n")) }
            }
            found.append(contribution(Dictionary(pairs, uniquingKeysWith: { first, _ in first }), row.line, &faults))
        }
        guard faults.all.isEmpty else { throw ImportRefused(faults.all) }
        return found
    }

    private struct Faults {
        var all: [Diagnostic] = []

        mutating func add(_ row: Int?, _ column: String?, _ value: String?, _ reason: Localized) {
            all.append(Diagnostic(.error, source: "papier", row: row, column: column, value: value, reason: reason))
        }
    }

    private func columns(_ heads: [String], _ faults: inout Faults) -> [Column?] {
        var seen: Set<Column> = []
        return heads.map { head in
            let name = head.lowercased().filter { !$0.isWhitespace }
            guard let column = Column(rawValue: name) else {
                faults.add(1, head, nil, Words.both(\.unknownColumn))
                return nil
            }
            if !seen.insert(column).inserted { faults.add(1, head, nil, Words.both(\.twice)) }
            return column
        }
    }

    private func contribution(_ fields: [Column: String], _ row: Int, _ faults: inout Faults) -> Contribution {
        func text(_ column: Column) -> String {
            let value = fields[column] ?? "", plain = value.drop { $0.isWhitespace }
            return String(plain.reversed().drop { $0.isWhitespace }.reversed())
        }
        func truth(_ column: Column) -> Bool {
            let value = text(column).lowercased()
            if !["", "ja", "nee", "x"].contains(value) { faults.add(row, column.rawValue, text(column), Words.both(\.yesOrNo)) }
            return value == "ja" || value == "x"
        }
        var found = Contribution(isQuotable: truth(.quotable))
        found.role = role(text(.role), row, &faults)
        found.municipality = municipality(text(.municipality), row, &faults)
        found.sources = Set(words(text(.sources), .sources, row, &faults))
        for column in Column.allCases where text(column).unicodeScalars.count > 2000 {
            faults.add(row, column.rawValue, text(column), AnswerWords.both { $0.tooLong(2000) })
        }
        if !text(.question).isEmpty {
            found.question = PracticeQuestion(
                asked: text(.question), context: text(.context), place: text(.place), tried: text(.tried), isUrgent: truth(.urgent), isTough: truth(.tough),
                whyTough: text(.why))
        }
        if !text(.learn).isEmpty {
            let needs: [KnowledgeNeed.Kind] = words(text(.needs), .needs, row, &faults)
            found.need = KnowledgeNeed(learn: text(.learn), needs: Set(needs), words: text(.needWords))
        }
        if !text(.offer).isEmpty { found.offer = text(.offer) }
        who(text(.name), text(.mail), row, &found, &faults)
        if found.entries.isEmpty, found.sources.isEmpty { faults.add(row, nil, nil, Words.both(\.nothing)) }
        return found
    }

    private func role(_ text: String, _ row: Int, _ faults: inout Faults) -> Role? {
        if text.isEmpty {
            if view.facts.rule(.role) == .required { faults.add(row, Column.role.rawValue, nil, AnswerWords.both(\.roleEmpty)) }
            return nil
        }
        let role = Contribution.roles.first { $0.rawValue == text.lowercased() || $0.name.nl.lowercased() == text.lowercased() }
        if role == nil { faults.add(row, Column.role.rawValue, text, Words.both(\.unknownWord)) }
        return role
    }

    private func municipality(_ text: String, _ row: Int, _ faults: inout Faults) -> AnswerPlace? {
        if text.isEmpty {
            if view.facts.rule(.municipality) == .required, !places.isEmpty {
                faults.add(row, Column.municipality.rawValue, nil, AnswerWords.both(\.municipalityEmpty))
            }
            return nil
        }
        let place = places.first { $0.code.description == text.uppercased() || $0.name.lowercased() == text.lowercased() }
        if place == nil { faults.add(row, Column.municipality.rawValue, text, Words.both(\.unknownWord)) }
        return place
    }

    /// Several words of a closed list with spaces, commas or plus signs between them.
    private func words<Word: RawRepresentable>(_ text: String, _ column: Column, _ row: Int, _ faults: inout Faults) -> [Word]
    where Word.RawValue == String {
        text.lowercased().split { $0.isWhitespace || $0 == "," || $0 == "+" || $0 == ";" }.compactMap { word in
            let known = Word(rawValue: String(word))
            if known == nil { faults.add(row, column.rawValue, String(word), Words.both(\.unknownWord)) }
            return known
        }
    }

    private func who(_ name: String, _ mail: String, _ row: Int, _ found: inout Contribution, _ faults: inout Faults) {
        for (column, value, field) in [(Column.name, name, PersonalField.name), (.mail, mail, .mail)] where !value.isEmpty {
            if view.facts.rule(field) == .absent { faults.add(row, column.rawValue, nil, Words.both(\.nameAnonymous)) }
        }
        if view.facts.rule(.name) != .absent, !name.isEmpty { found.name = String(name.prefix(200)) }
        guard view.facts.rule(.mail) != .absent, !mail.isEmpty else { return }
        found.mail = try? MailAddress(mail)
        if found.mail == nil { faults.add(row, Column.mail.rawValue, nil, AnswerWords.both(\.mailShape)) }
    }
}

/// The three lists as files: expertise on offer, knowledge needs, learning questions (INV-03).
enum AnswerLists {
    static func bytes(_ kind: AnswerEntry.Kind, _ entries: [AnswerEntry], of view: CallView) -> [UInt8] {
        let shared = ["ronde", "dag", "binnen", "rol", "gemeente", "gemeentenaam"]
        var sheet = AnswerSheet(shared + heads(kind))
        for entry in entries {
            let submission = entry.submission
            let who = [
                view.round(submission.round).map { String($0.number) } ?? "", submission.day, submission.timing.rawValue, submission.role?.rawValue ?? "",
                submission.municipality?.code.description ?? "", submission.municipality?.name ?? "",
            ]
            sheet.row(who + fields(entry.content))
        }
        return sheet.bytes
    }

    private static func heads(_ kind: AnswerEntry.Kind) -> [String] {
        switch kind {
        case .offer: ["aanbod"]
        case .need: ["leren", "nodig", "nodig-uitleg"]
        case .question: ["leervraag", "urgent", "taai", "waarom", "situatie", "plek", "geprobeerd"]
        }
    }

    private static func fields(_ content: AnswerEntry.Content) -> [String] {
        func truth(_ fact: Bool) -> String { fact ? "ja" : "nee" }
        switch content {
        case .offer(let words): return [words]
        case .need(let need): return [need.learn, KnowledgeNeed.Kind.allCases.filter(need.needs.contains).map(\.rawValue).joined(separator: " "), need.words]
        case .question(let question):
            return [
                question.asked, truth(question.isUrgent), truth(question.isTough), question.whyTough, question.context, question.place, question.tried,
            ]
        }
    }
}
