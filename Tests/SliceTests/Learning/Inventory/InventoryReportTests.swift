import Core
import People
import SQL
import Testing

@testable import Learning

@Suite("Numbers of answers")
struct InventoryReportTests {
    private func breakdown(_ counts: [String: Int], of total: Int) -> ([String], Int?) {
        let found = PublicCounts.breakdown(counts, of: total, order: <)
        return (found.shown.map { "\($0.key) \($0.count)" }, found.rest)
    }

    @Test("participation 7.2: a total is exact from 5; a group is shown from 10, with 10 others, and nothing smaller follows by taking away")
    func protected() {
        #expect([0, 1, 4, 5, 6].map(PublicCounts.total) == [nil, nil, nil, 5, 6])
        #expect(breakdown(["a": 12, "b": 11], of: 23) == (["a 12", "b 11"], 0))
        // 9 others: what is left would tell them.
        #expect(breakdown(["a": 12, "b": 9], of: 21) == ([], nil))
        // b and c together are 10: they may be left.
        #expect(breakdown(["a": 12, "b": 7, "c": 3], of: 22) == (["a 12"], 10))
        // c alone is left: the smallest shown group goes with it.
        #expect(breakdown(["a": 20, "b": 15, "c": 3], of: 38) == (["a 20"], 18))
        #expect(breakdown(["a": 10, "b": 10], of: 20) == (["a 10", "b 10"], 0))
        #expect(breakdown(["a": 40], of: 40) == ([], nil))
        // Some said nothing: they are among the others.
        #expect(breakdown(["a": 12, "b": 10], of: 27) == (["a 12"], 15))
        #expect(breakdown([:], of: 0) == ([], nil))
    }

    @Test("participation 7.2: whatever the groups, nobody can reckon one of fewer than 10")
    func never() {
        for a in 0..<25 {
            for b in 0..<25 {
                for rest in [0, 3, 10] {
                    let total = a + b + rest, found = PublicCounts.breakdown(["a": a, "b": b].filter { $0.value > 0 }, of: total, order: <)
                    let left = total - found.shown.reduce(0) { $0 + $1.count }
                    #expect(found.shown.allSatisfy { $0.count >= 10 && total - $0.count >= 10 })
                    #expect(found.shown.isEmpty || left == 0 || left >= 10, "\(a) \(b) \(rest)")
                    #expect(found.rest == (found.shown.isEmpty ? nil : left))
                }
            }
        }
    }

    // MARK: A desk by hand

    private static let first = Identifier(at: 1), second = Identifier(at: 2)
    private static let call = Identifier(at: 3)

    private func entry(_ number: Int, _ role: Role, round: Identifier = first, quotable: Bool = true, words: String? = nil) throws -> AnswerEntry {
        let place = AnswerPlace(code: try #require(AreaCode("GM0222")), name: "Doetinchem")
        let submission = Submission(
            id: Identifier(at: Int64(1000 + number)), round: round, day: "2026-11-21", timing: .inTime, isPaper: false, role: role, municipality: place,
            isQuotable: quotable, giver: "\(number)")
        let question = PracticeQuestion(asked: words ?? "Vraag \(number)", isUrgent: number % 2 == 0, isTough: number % 3 == 0)
        return AnswerEntry(id: Identifier(at: Int64(5000 + number)), submission: submission, content: .question(question))
    }

    private func issue(_ number: Int64, _ title: String, theme: String?) -> LearningIssue {
        LearningIssue(id: Identifier(at: 100 + number), call: Self.call, facts: LearningIssue.Facts(title: title, theme: theme), mergedInto: nil)
    }

    private func desk(_ entries: [AnswerEntry], _ placed: [(LearningIssue, Range<Int>)]) -> Workbench {
        let fragments = entries.enumerated().map { index, entry in
            AnswerFragment(
                id: Identifier(at: Int64(9000 + index)), entry: entry.id, words: entry.content.words, aside: nil,
                issues: placed.filter { $0.1.contains(index) }.map { $0.0.id })
        }
        return Workbench(entries: entries, fragments: fragments, issues: placed.map { $0.0 }, last: nil)
    }

    private func view(published: Set<Identifier>) -> CallView {
        let facts = InventoryGround.facts()
        let call = Call(id: Self.call, programme: Identifier(at: 4), part: nil, facts: facts, promisedAt: 1, addedAt: 1)
        let rounds = [Self.first, Self.second].enumerated().map { index, id in
            CallRound(
                id: id, call: Self.call, number: index + 1, start: 1, end: 2, steps: published.contains(id) ? [.ready: 1, .published: 3] : [.ready: 1])
        }
        return CallView(call: call, questions: CallQuestion.usual, channels: [], rounds: rounds)
    }

    @Test("INV-11, INV-04: themes by demand, per role and municipality; urgent and tough per municipality")
    func demand() throws {
        let entries = try (0..<7).map { try entry($0, $0 < 4 ? .resident : .official) }
        let meeting = issue(1, "Ontmoeten", theme: "eenzaamheid"), care = issue(2, "Zorg", theme: "zorg"), also = issue(3, "Buurthuis", theme: "eenzaamheid")
        let desk = desk(entries, [(care, 0..<3), (meeting, 2..<6), (also, 4..<7)])
        let report = DemandReport(submissions: entries.map(\.submission), desk: desk)
        // 2, 3, 4, 5 and 4, 5, 6: five givers, two of them residents.
        #expect(report.themes.map(\.theme) == ["eenzaamheid", "zorg"] && report.themes.map(\.givers) == [5, 3])
        #expect(report.themes[0].roles == [.resident: 2, .official: 3] && report.themes[0].places.values.reduce(0, +) == 5)
        let place = try #require(report.places.first)
        // Of 0 to 6 four are even; 0, 3 and 6 are divided by three.
        #expect(place.answers == 7 && place.urgent == 4 && place.tough == 3)
    }

    @Test("INV-14: a role of which fewer than 5 answered is missed, and one of which nobody did")
    func missed() throws {
        let entries = try (0..<9).map { try entry($0, $0 < 5 ? .resident : .official) }
        let report = DemandReport(submissions: entries.map(\.submission), desk: desk(entries, []))
        let missed = Dictionary(uniqueKeysWithValues: report.missed.map { ($0.role, $0.count) })
        #expect(missed[.resident] == nil && missed[.official] == 4 && missed[.neighbourhoodMaker] == 0 && missed[.communityBuilder] == 0)
        #expect(report.roles.count == Contribution.roles.count)
    }

    @Test("INV-07, INV-17: the list of a round shows what its people named, protected, with quotes of who agreed, beside the other round")
    func outcome() throws {
        let entries = try (0..<12).map { try entry($0, .resident, quotable: $0 != 1) } + (12..<16).map { try entry($0, .official, round: Self.second) }
        let one = issue(1, "Ontmoeten", theme: "eenzaamheid"), two = issue(2, "Zorg", theme: nil), later = issue(3, "Later", theme: nil)
        let desk = desk(entries, [(one, 0..<14), (two, 0..<3), (later, 14..<16)])
        let view = view(published: [Self.first, Self.second]), submissions = entries.map(\.submission)
        let outcome = RoundOutcome(view.rounds[0], of: view, submissions: submissions, desk: desk)
        #expect(outcome.answers == 12 && outcome.lines.map(\.issue.title) == ["Ontmoeten", "Zorg"])
        #expect(outcome.lines.map(\.givers) == [12, nil] && outcome.lines[0].perRound == [12, nil])
        #expect(outcome.lines[1].quotes == ["Vraag 0", "Vraag 2"], "the second did not agree")
        // 14 in all would tell that the second round has 2.
        let known = RoundOutcome.givers(of: one.id, in: [Self.first, Self.second], desk)
        #expect(known.count == 12 && !known.isWhole)
        #expect(RoundOutcome.givers(of: two.id, in: [Self.first, Self.second], desk).count == nil)
        // All are residents: with their number everyone would know that.
        #expect(outcome.roles.shown.isEmpty)
        let second = RoundOutcome(view.rounds[1], of: view, submissions: submissions, desk: desk)
        #expect(second.answers == nil && second.lines.map(\.issue.title) == ["Later", "Ontmoeten"] && second.lines.allSatisfy { $0.givers == nil })
    }

    @Test("INV-05: the report counts how people gather knowledge, each giver once; the outcome shows a way that 10 name and 10 do not")
    func sources() throws {
        let entries = try (0..<25).map { try entry($0, .resident) }, submissions = entries.map(\.submission)
        let named = Dictionary(
            uniqueKeysWithValues: submissions.enumerated().map { index, one in
                (one.id, Set<KnowledgeSource>((index < 12 ? [.colleagues] : []) + (index < 20 ? [.meetings] : []) + (index < 3 ? [.courses] : [])))
            })
        // One of them answers again, and names more.
        var again = submissions[0]
        again = Submission(
            id: Identifier(at: 1), round: again.round, day: again.day, timing: again.timing, isPaper: false, role: again.role,
            municipality: again.municipality, isQuotable: true, giver: again.giver)
        let all = submissions + [again], sources = named.merging([again.id: [.colleagues, .films]]) { first, _ in first }
        let report = DemandReport(submissions: all, sources: sources, desk: desk(entries, []))
        #expect(report.sources.prefix(4).map(\.count) == [20, 12, 3, 1] && report.sources.prefix(2).map(\.source) == [.meetings, .colleagues])
        #expect(report.sources.count == KnowledgeSource.allCases.count)
        let view = view(published: [Self.first])
        let outcome = RoundOutcome(view.rounds[0], of: view, submissions: all, sources: sources, desk: desk(entries, []))
        // 20 of 25 would tell that 5 do not go to meetings.
        #expect(outcome.sources.map { "\($0.key.rawValue) \($0.count)" } == ["collegas 12"])
    }

    @Test("near answers are proposed with the words they share; doubles are found; what binds words is no reason")
    func near() throws {
        #expect(NearAnswers.stem("buurthuizen") == NearAnswers.stem("buurthuis") && NearAnswers.stem("moestuinen") == NearAnswers.stem("moestuin"))
        #expect(NearAnswers.stem("ontmoeting") == NearAnswers.stem("ontmoeten"))
        let entries = try [
            entry(0, .resident, words: "Hoe houden we buurthuizen open met vrijwilligers?"),
            entry(1, .resident, words: "Hoe vinden wij vrijwilligers voor het buurthuis?"),
            entry(2, .resident, words: "Welke regels gelden voor parkeren?"), entry(3, .official, words: "Hoe houden wij buurthuizen open, met vrijwilligers?"),
        ]
        let open = issue(1, "Buurthuis open houden", theme: nil)
        let desk = desk(entries, [(open, 0..<1)])
        let proposal = try #require(NearAnswers.issues(for: entries[1].content.words, among: desk).first)
        #expect(proposal.issue == open.id && proposal.words == ["buurthuis", "vrijwilligers"])
        #expect(NearAnswers.issues(for: entries[2].content.words, among: desk).isEmpty)
        #expect(NearAnswers.issues(for: "Dit is voor jullie want daar zijn mensen", among: desk).isEmpty)
        let twins = NearAnswers.doubles(entries)
        #expect(twins == [NearAnswers.Twin(entry: entries[0].id, other: entries[3].id)])
    }
}
