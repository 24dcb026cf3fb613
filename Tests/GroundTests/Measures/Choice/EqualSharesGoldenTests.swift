import Foundation
import Testing

@testable import Measures

/// Published elections beside the checkout.
enum PabulibFiles {
    static let folder = Golden.folder?.deletingLastPathComponent().appending(path: "data/ideeen/pabulib")

    static func read(_ name: String) throws -> PabulibFile? {
        guard let path = folder?.appending(path: name), FileManager.default.fileExists(atPath: path.path) else { return nil }
        return try PabulibFile.read(Data(contentsOf: path))
    }

    static let names: [String] = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path).filter { $0.hasSuffix(".pb") }.sorted() } ?? []
}

@Suite("Equal shares: published numbers", .enabled(if: Golden.isPresent))
struct EqualSharesGoldenTests {
    /// An election of the golden file, projects in the order of their names.
    private static func election(_ json: [String: Any]) throws -> ProjectElection {
        let costs = try #require(json["costs"] as? [String: Int]), ballots = try #require(json["ballots"] as? [[String]])
        let ids = costs.keys.sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
        return try ProjectElection(
            budget: #require(json["budget"] as? Int), projects: ids.map { ProjectElection.Project(id: $0, cost: costs[$0] ?? 0) },
            ballots: ballots.map { try $0.map { try #require(places[$0]) } })
    }

    private static func ids(_ places: [Int], _ election: ProjectElection) -> [String] { places.map { election.projects[$0].id } }

    @Test("the worked case: order, prices, payments and what is left are the published fractions")
    func worked() throws {
        let json = try #require(try Golden.json("equal_shares_golden.json")["worked_case"] as? [String: Any]), election = try Self.election(json)
        let expected = try #require(json["expected"] as? [String: [String: [String: Any]]])
        for utility in EqualShares.Utility.allCases {
            let plain = try #require(expected[utility.rawValue]?["plain"]), rounds = try #require(plain["rounds"] as? [[String: String]])
            let outcome = try EqualShares(utility: utility, completion: .none).outcome(of: election)
            #expect(Self.ids(outcome.purchases.map(\.project), election) == rounds.map { $0["project"] })
            #expect(outcome.purchases.map(\.price.description) == rounds.map { $0["rho"] })
            #expect(outcome.purchases.map(\.payment.description) == rounds.map { $0["payment"] })
            var run = ShareRun(ShareField(election, utility), step: 0)
            run.finish(limit: election.budget)
            #expect(election.ballots.indices.map { run.rest(of: $0).description } == plain["remaining"] as? [String])
            #expect(outcome.cost == plain["spent"] as? Int)
        }
        // By hand (section 8): at the last step bankjes is paid too, and greedy gives the same three.
        let added = try EqualShares(fills: true, compares: true).outcome(of: election)
        #expect(added.step == 54 && added.stop == .overspent && added.cost == 950 && added.filled.isEmpty && added.left == 50)
        #expect(Set(added.comparison?.greedy ?? []) == Set(added.selected) && added.comparison?.takesGreedy == false)
    }

    @Test("60 random elections, both utilities: plain with order and prices, add-one, its exhaustive variant, and fill")
    func random() throws {
        let elections = try #require(try Golden.json("equal_shares_golden.json")["elections"] as? [[String: Any]])
        #expect(elections.count == 60)
        for json in elections {
            let election = try Self.election(json), expected = try #require(json["expected"] as? [String: [String: [String: Any]]])
            for utility in EqualShares.Utility.allCases {
                let cases = try #require(expected[utility.rawValue])
                let plain = try EqualShares(utility: utility, completion: .none).outcome(of: election)
                #expect(Self.ids(plain.selected, election) == cases["plain"]?["selected"] as? [String])
                #expect(plain.purchases.map(\.price.description) == cases["plain"]?["rho"] as? [String])
                for (name, completion) in [("add_one", EqualShares.Completion.addOne), ("add_one_exhaustive_stop", .addOneExhaustive)] {
                    let outcome = try EqualShares(utility: utility, completion: completion).outcome(of: election), case_ = try #require(cases[name])
                    #expect(Self.ids(outcome.selected, election).sorted() == case_["selected"] as? [String])
                    #expect(outcome.step == case_["steps"] as? Int && outcome.cost == case_["spent"] as? Int)
                }
                let filled = try EqualShares(utility: utility, fills: true).outcome(of: election)
                #expect(Self.ids(filled.selected, election).sorted() == cases["add_one_then_fill"]?["selected"] as? [String])
            }
        }
    }

    @Test("published elections: selection, spending and steps", .enabled(if: !PabulibFiles.names.isEmpty))
    func published() throws {
        let golden = try #require(try Golden.json("equal_shares_golden.json")["pabulib"] as? [String: Any])
        var found = 0
        for json in try #require(golden["elections"] as? [[String: Any]]) {
            guard let file = try PabulibFiles.read(try #require(json["file"] as? String)) else { continue }
            found += 1
            let election = file.election
            #expect(election.ballots.count == json["voters"] as? Int && election.projects.count == json["projects"] as? Int)
            for (name, rule) in [
                ("plain", EqualShares(completion: .none)), ("add_one", EqualShares()), ("add_one_exhaustive_stop", EqualShares(completion: .addOneExhaustive)),
                ("add_one_then_fill", EqualShares(fills: true)),
            ] {
                let outcome = try rule.outcome(of: election), expected = try #require(json[name] as? [String: Any])
                #expect(Set(Self.ids(outcome.selected, election)) == Set(expected["selected"] as? [String] ?? []), "\(json["file"] ?? "") \(name)")
                #expect(outcome.cost == expected["spent"] as? Int)
                if let steps = expected["steps"] as? Int { #expect(outcome.step == steps) }
            }
            let compared = try #require(try EqualShares(fills: true, compares: true).outcome(of: election).comparison)
            #expect(Set(Self.ids(compared.greedy, election)) == Set((json["greedy_by_votes"] as? [String: Any])?["selected"] as? [String] ?? []))
            #expect(compared.preferringShares == json["voters_preferring_equal_shares"] as? Int)
            #expect(compared.preferringGreedy == json["voters_preferring_greedy"] as? Int)
            if json["published_selection_equals_add_one"] as? Bool == true {
                #expect(Set(file.published ?? []) == Set(try EqualShares().outcome(of: election).selected))
            }
        }
        #expect(found >= 6)
    }
}
