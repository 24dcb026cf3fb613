import Core
import People
import SQL

/// A method that a group makes for itself.
package struct MethodDraft: Sendable, Hashable {
    package struct Step: Sendable, Hashable {
        package let words: String
        package let minutes: Int
        package let visibility: IntervisionMethod.Step.Visibility
        package let bringer: IntervisionMethod.Step.Bringer

        package init(words: String, minutes: Int, visibility: IntervisionMethod.Step.Visibility, bringer: IntervisionMethod.Step.Bringer) {
            self.words = words
            self.minutes = minutes
            self.visibility = visibility
            self.bringer = bringer
        }

        /// Reads `5 | Vertel wat er speelt | schrijf`: minutes, words, and where it applies `schrijf` (everyone writes first), `stil` or `buiten` (the bringer
        /// listens). Nil for anything else.
        package init?(line: some StringProtocol) {
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            guard (2...3).contains(parts.count), let minutes = Int(parts[0]), (1...90).contains(minutes), (1...300).contains(parts[1].unicodeScalars.count)
            else { return nil }
            var visibility = IntervisionMethod.Step.Visibility.all, bringer = IntervisionMethod.Step.Bringer.speaks
            switch parts.count == 3 ? parts[2].lowercased() : "" {
            case "": break
            case "schrijf", "write": visibility = .hidden
            case "stil", "silent": bringer = .silent
            case "buiten", "outside": bringer = .outside
            default: return nil
            }
            self.init(words: parts[1], minutes: minutes, visibility: visibility, bringer: bringer)
        }
    }

    package let name: String
    package let lead: String
    package let people: ClosedRange<Int>
    package let experience: IntervisionMethod.Experience
    package let trust: IntervisionMethod.Trust
    package let fit: IntervisionMethod.Fit
    package let steps: [Step]

    package init(
        name: String, lead: String, people: ClosedRange<Int>, experience: IntervisionMethod.Experience, trust: IntervisionMethod.Trust,
        fit: IntervisionMethod.Fit, steps: [Step]
    ) {
        self.name = name
        self.lead = lead
        self.people = people
        self.experience = experience
        self.trust = trust
        self.fit = fit
        self.steps = steps
    }

    /// Most steps of a method.
    package static let mostSteps = 20
}

extension IntervisionGroupStore {
    /// Adds a method to a group. It is never changed afterwards, for sessions may have begun with it.
    package func addMethod(_ draft: MethodDraft, to group: Identifier, from origin: Origin) async throws -> Identifier {
        let id = Identifier(at: origin.time)
        return try await journal.write(from: origin) { transaction in
            try Self.hold(group, transaction)
            try transaction.execute(
                """
                INSERT INTO intervision_method (id, group_id, name, lead, least, most, experience, trust, fit, added_at)
                VALUES (\(id.description), \(group.description), \(draft.name), \(draft.lead), \(draft.people.lowerBound), \(draft.people.upperBound),
                    \(draft.experience), \(draft.trust), \(draft.fit), \(origin.time))
                """)
            for (number, step) in draft.steps.prefix(MethodDraft.mostSteps).enumerated() {
                try transaction.execute(
                    """
                    INSERT INTO intervision_method_step (method, number, words, minutes, visibility, bringer)
                    VALUES (\(id.description), \(number), \(step.words), \(step.minutes), \(step.visibility), \(step.bringer))
                    """)
            }
            return (id, Self.event("intervision.method-added", group))
        }
    }

    /// The methods that a group has for itself alone, the oldest first.
    package func methods(of group: Identifier) async throws -> [IntervisionMethod] {
        try await database.read { try Self.methods(where: "group_id = \(group.description)", $0) }
    }

    static func methods(where condition: Query, _ reading: Reading) throws -> [IntervisionMethod] {
        var steps: [String: [IntervisionMethod.Step]] = [:]
        try reading.each(
            """
            SELECT method, words, minutes, visibility, bringer FROM intervision_method_step
            WHERE method IN (SELECT id FROM intervision_method WHERE \(condition)) ORDER BY method, number
            """
        ) { row in
            let visibility: IntervisionMethod.Step.Visibility = try row.raw(3), bringer: IntervisionMethod.Step.Bringer = try row.raw(4)
            steps[try row.string(0), default: []].append(
                IntervisionMethod.Step(
                    Localized(try row.string(1)), minutes: try row.int(2), band: nil, speaker: bringer == .speaks ? .everyone : .others,
                    writer: visibility == .hidden ? .everyone : .noteTaker, visibility: visibility, bringer: bringer))
        }
        return try reading.all(
            "SELECT id, group_id, name, lead, least, most, experience, trust, fit FROM intervision_method WHERE \(condition) ORDER BY id"
        ) { row in
            let id = try row.string(0), least = try row.int(4), most = try row.int(5)
            return IntervisionMethod(
                key: id, name: Localized(try row.string(2)), lead: Localized(try row.string(3)), people: least...max(least, most),
                experience: try row.raw(6), trust: try row.raw(7), fits: [try row.raw(8)], steps: steps[id] ?? [], group: try row.identifier(1))
        }
    }
}
