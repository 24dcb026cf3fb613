import Analysis
import Core
import Foundation
import Measures
import Testing

/// Published conversations beside the golden numbers.
private func conversation(_ name: String, _ file: String = "votes.csv") -> InputFile? {
    guard let folder = Golden.folder?.deletingLastPathComponent().appending(path: "data/polis/\(name)/\(file)") else { return nil }
    return try? InputFile(path: folder.path)
}

@Suite("Votes of a conversation")
struct OpinionAnalysisTests {
    private static let isPresent = conversation("klein_seattle15") != nil

    private func read(_ name: String) throws -> VoteFile {
        var file = try VoteFile.votes(try #require(conversation(name)))
        try file.moderate(try #require(conversation(name, "comments.csv")))
        return file
    }

    @Test(
        "Published conversations: groups, silhouette, tests and the verdict are those of the reference", .enabled(if: isPresent),
        arguments: [
            ("groot_vtaiwan_uberx", 119, 1218, [728, 490], 0.404, 0.218, 0.74, 0.70, true),
            ("middel_biodiversity_nz", 154, 437, [347, 90], 0.492, 0.124, 0.80, 0.78, true),
            ("klein_seattle15", 31, 138, [79, 59], 0.422, 0.233, 0.56, 0.54, false),
        ] as [(String, Int, Int, [Int], Double, Double, Double, Double, Bool)])
    func published(
        name: String, statements: Int, people: Int, sizes: [Int], silhouette: Double, structure: Double, median: Double, bound: Double, shown: Bool
    ) throws {
        let run = OpinionRun(plan: OpinionTestPlan(stopsEarly: false))
        let document = try read(name).opinionGroups(run, execution: Execution(cores: 2)).document
        #expect(document.statements == statements && document.clusterable == people && document.shown == shown)
        let candidate = try #require(document.candidate), test = try #require(document.nullTest), stability = try #require(document.stabilityTest)
        #expect(candidate.sizes == sizes && isClose(candidate.silhouette, silhouette, 0.005))
        #expect(isClose(test.statistic, structure, 0.005) && test.p == 0.005)
        #expect(isClose(stability.median ?? 0, median, 0.08) && isClose(stability.bound ?? 0, bound, 0.08))
        #expect(document.groups.map(\.size) == (shown ? sizes : []) && document.consensus.count == (shown ? statements : 0))
        #expect(document.reason == (shown ? nil : .unstable) && document.projection.count == document.participants)
    }

    @Test("The table of participants and votes gives what the list of votes gives", .enabled(if: isPresent))
    func bothForms() throws {
        let run = OpinionRun(hasTests: false)
        var matrix = try VoteFile.matrix(try #require(conversation("klein_seattle15", "participants-votes.csv")))
        try matrix.moderate(try #require(conversation("klein_seattle15", "comments.csv")))
        let list = try read("klein_seattle15").opinionGroups(run, showsAll: true), table = try matrix.opinionGroups(run, showsAll: true)
        #expect(table.document == list.document && list.document.k == 2 && !list.document.shown && list.document.reason == .notTested)
        #expect(list.notes.map(\.severity) == [.note, .warning])
    }

    @Test("The document has exactly the fixed keys, and null for what is not known")
    func keys() throws {
        let file = try VoteFile.votes(InputFile("v.csv", "vote,voter-id,comment-id\n1,b,10\n-1,a,9\n1,a,10\n"))
        let document = try file.opinionGroups(OpinionRun()).document
        let keys = try object(document)
        let all = [
            "participants", "statements", "clusterable", "shown", "reason", "groups", "k", "silhouette", "candidate", "consensus", "projection", "null_test",
            "stability", "stability_test", "plan", "results",
        ]
        #expect(Set(keys.keys) == Set(all) && keys["silhouette"] is NSNull && keys["null_test"] is NSNull && keys["stability"] is NSNull)
        #expect(keys["reason"] as? String == "too_few_people" && keys["k"] as? Int == 0)
        #expect(document.results.map(\.statement) == ["9", "10"] && document.projection.map(\.voter) == ["b", "a"])
        #expect(document.table.text.contains("not shown: too_few_people"))
        #expect(try JSONDecoder().decode(OpinionDocument.self, from: JSONEncoder().encode(document)) == document)
    }

    @Test("The later vote counts by time, and by place where there is no time; participants stand in the order of their numbers")
    func latest() throws {
        let timed = try VoteFile.votes(InputFile("v.csv", "timestamp,comment-id,voter-id,vote\n200,5,12,1\n100,5,12,-1\n100,5,3,0\n100,5,3,1\n"))
        #expect(timed.participants == ["3", "12"])
        let matrix = try timed.voteMatrix()
        #expect(matrix.values == [1, 1] && matrix.tallies == [VoteTally(agree: 2, votes: 2)])
        let plain = try VoteFile.votes(InputFile("v.csv", "comment-id;voter-id;vote\r\n5;x;1\r\n\r\n5;\"x\";-1\r\n"))
        #expect(try plain.voteMatrix().values == [-1])
        let long = try VoteFile.votes(InputFile("v.csv", "comment-id,voter-id,vote\n1,0000001,1\n1,00000001,1\n1,1,0\n"))
        #expect(long.participants.count == 3)
    }

    @Test("Faults name file, row, column, value and reason")
    func faults() {
        func votes(_ text: String) -> String { fault { _ = try VoteFile.votes(InputFile("v.csv", text)) } }
        func matrix(_ text: String) -> String { fault { _ = try VoteFile.matrix(InputFile("m.csv", text)) } }
        let head = "timestamp,comment-id,voter-id,vote\n"
        #expect(votes("") == "v.csv, row 1: The line with the names of the columns is missing.")
        #expect(votes("a,b\n") == "v.csv, row 1, column comment-id: There is no such column. There are: a, b.")
        #expect(votes("vote,vote,comment-id,voter-id\n") == "v.csv, row 1, column vote: There is more than one such column.")
        #expect(votes(head + "1,2,3,1\n1,2,3,2\n") == "v.csv, row 3, column vote, value \"2\": This is not 1 (agree), 0 (pass) or -1 (disagree).")
        #expect(votes(head + "1,2,3,\n") == "v.csv, row 2, column vote, value \"\": The vote is missing.")
        #expect(votes(head + "1,2,,1\n") == "v.csv, row 2, column voter-id, value \"\": The number is missing.")
        #expect(votes(head + "x,2,3,1\n") == "v.csv, row 2, column timestamp, value \"x\": This is not a time.")
        #expect(votes(head + "99999999999999999999,2,3,1\n") == "v.csv, row 2, column timestamp, value \"99999999999999999999\": This is not a time.")
        #expect(votes(head + "1,2,3\n") == "v.csv, row 2: The number of cells is 3, in the header 4.")
        #expect(votes(head + "1,2,\"3\n") == "v.csv, row 2: A quote is not closed.")
        #expect(matrix("participant,n-votes\n") == "m.csv, row 1: No column has the number of a statement.")
        #expect(matrix("participant,0,1\n5,1,y\n") == "m.csv, row 2, column 1, value \"y\": This is not 1 (agree), 0 (pass) or -1 (disagree).")
        #expect(matrix("who,0\n").hasPrefix("m.csv, row 1, column participant: There is no such column."))
        #expect(matrix("participant,0,0\n").contains("more than one"))
        let many = head + (0...10_000).map { "1,\($0),1,1\n" }.joined()
        #expect(votes(many) == "v.csv, row 10002, column comment-id, value \"10000\": More than 10000 is not possible.")
        let comments = fault {
            var file = try VoteFile.votes(InputFile("v.csv", head + "1,2,3,1\n"))
            try file.moderate(InputFile("c.csv", "comment-id,moderated\n9,x\n2,\n"))
        }
        #expect(comments == "c.csv, row 3, column moderated, value \"\": Choose 1, 0 or -1.")
    }

    @Test("Random bytes give a file or a fault, never a stop")
    func randomBytes() {
        var generator = Xoshiro256(seed: 12)
        let words = ["comment-id", "voter-id", "vote", "timestamp", ",", ";", "\n", "\r\n", "1", "-1", "0", "\"", "é", " ", "7"]
        let pieces = words.map { Array($0.utf8) } + [[0xFF]]
        var read = 0
        for _ in 0..<2000 {
            var bytes = generator.uniform() < 0.7 ? Array("voter-id,comment-id,vote,1\n".utf8) : []
            for _ in 0..<generator.below(40) { bytes += pieces[Int(generator.below(UInt32(pieces.count)))] }
            let table = Array("participant,3\n".utf8) + bytes.suffix(20)
            if (try? VoteFile.votes(InputFile(name: "r.csv", bytes: bytes)).opinionGroups(OpinionRun())) != nil { read += 1 }
            if (try? VoteFile.matrix(InputFile(name: "r.csv", bytes: table)).opinionGroups(OpinionRun())) != nil { read += 1 }
        }
        #expect(read > 10)
    }
}
