import Testing

@testable import Measures

@Suite("Election files")
struct PabulibFileTests {
    private static let text = """
        META\r
        key;value\r
        description;Buurtbudget; Waterkers\r
        num_votes;4\r
        budget;1000\r
        vote_type;approval\r
        something;else\r
        PROJECTS\r
        cost;project_id;votes;name;selected;colour\r
        600;a;2;"Speelplek; ""De Kers\""";1;red\r
        200;b;1;Bankjes;0;\r

        VOTES\r
        voter_id;age;vote\r
        v1;20;a\r
        v2;;b, a\r
        v3;30;\r
        """

    @Test("a mark of byte order, unknown keys and columns, quoted names and another order of columns are read; what disagrees is a warning")
    func read() throws {
        let file = try PabulibFile.read([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8))
        #expect(file.election.projects.map(\.name) == ["Speelplek; \"De Kers\"", "Bankjes"] && file.election.budget == 1000)
        #expect(file.election.ballots == [[0], [0, 1]] && file.voters == ["v1", "v2"] && file.published == [0])
        #expect(file["description"] == "Buurtbudget; Waterkers" && file["nothing"] == nil)
        #expect(file.warnings == [.emptyBallots(1), .numberOfVotes(stated: 4, found: 3)])
    }

    @Test("what was written is read as the same election, and counts to the same")
    func written() throws {
        let file = try PabulibFile.read(Array(Self.text.utf8)), rule = EqualShares(fills: true), outcome = try rule.outcome(of: file.election)
        let text = PabulibFile.text(of: file.election, facts: file.facts, rule: rule, selected: outcome.selected)
        let again = try PabulibFile.read(Array(text.utf8))
        #expect(again.election == file.election && again["rule"] == "equalshares/add1-fill" && again["something"] == "else" && again.warnings.isEmpty)
        #expect(Set(again.published ?? []) == Set(outcome.selected) && again.voters == ["1", "2"])
        #expect(PabulibFile.text(of: again.election, facts: again.facts, rule: rule, selected: try rule.outcome(of: again.election).selected) == text)
    }

    @Test(
        "what cannot be counted says the line and why",
        arguments: [
            ("", "META", 1, PabulibFailure.Reason.section("META")), ("budget;1000", "budget;0", 5, .budget("0")),
            ("vote_type;approval", "vote_type;ordinal", 6, .voteType("ordinal")), ("600;a;2", "6x;a;2", 10, .cost("6x")),
            ("600;a;2", "1001;a;2", 10, .cost("1001")), ("200;b;1", "200;a;1", 11, .project("a")), ("v1;20;a", "v1;20;c", 15, .unknownProject("c")),
            ("voter_id;age;vote", "voter_id;age;choice", 14, .column("vote")), ("project_id", "id", 9, .column("project_id")),
            ("200;b;1;Bankjes;0;", "200", 11, .fields),
        ])
    func faults(old: String, new: String, line: Int, reason: PabulibFailure.Reason) throws {
        let text = old.isEmpty ? "PROJECTS\nproject_id;cost\nVOTES\n" : Self.text.replacing(old, with: new, maxReplacements: 1)
        #expect(throws: PabulibFailure.self) { try PabulibFile.read(Array(text.utf8)) }
        do throws(PabulibFailure) { _ = try PabulibFile.read(Array(text.utf8)) } catch {
            #expect(error.reason == reason && (old.isEmpty || error.line == line), "\(error)")
        }
    }

    @Test("ids keep their inner blanks and semicolons through a file; names of voters and a header line that is left out change nothing")
    func ids() throws {
        let election = try ProjectElection(
            budget: 10, projects: [ProjectElection.Project(id: "a b", cost: 4), ProjectElection.Project(id: "c;d", cost: 6, name: "Twee")],
            ballots: [[0, 1], [1]])
        let text = PabulibFile.text(of: election, facts: [], rule: EqualShares(), selected: nil)
        #expect(try PabulibFile.read(Array(text.utf8)).election == election)
        let spaced = text.replacing("a b,", with: " a b , ").replacing("\n1;", with: "\nxyz;")
        #expect(try spaced != text && PabulibFile.read(Array(spaced.utf8)).election == election)
        let headless = text.replacing("key;value\n", with: "")
        let file = try PabulibFile.read(Array(headless.utf8))
        #expect(headless != text && file.election == election && file["num_projects"] == "2")
    }

    @Test("no bytes make it fail otherwise")
    func odd() {
        var random = Xoshiro256(seed: 3)
        let bytes = Array(Self.text.utf8)
        for _ in 0..<500 {
            var odd = bytes
            for _ in 0..<Int.random(in: 1...6, using: &random) { odd[Int.random(in: odd.indices, using: &random)] = UInt8.random(in: 0...255, using: &random) }
            odd.removeLast(Int.random(in: 0...odd.count / 2, using: &random))
            // Either an election or a reason; never a crash.
            let outcome = Result { try PabulibFile.read(odd) }
            if case .failure(let error) = outcome { #expect(error is PabulibFailure) }
        }
    }
}
