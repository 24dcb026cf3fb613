import Areas
import Core
import Search
import TestSupport
import Testing

@testable import Knowledge

@Suite("What a question gives")
struct FindingTests {
    private typealias Sample = KnowledgeSample

    private func findings(_ question: SearchQuestion, _ sample: Sample, by actor: Core.Actor = .visitor, range: Range<Int> = 0..<20) async throws -> Findings {
        try await sample.slice.desk.refresh()
        return try await sample.slice.finding(for: actor, in: .nl).findings(question, range: range)
    }

    private func counts(_ findings: Findings) -> [String: Int] {
        Dictionary(findings.kinds.map { ($0.value.rawValue, $0.count) }, uniquingKeysWith: +)
    }

    private static func fill(_ sample: Sample) {
        sample.shelf.put(
            Sample.figure("meer", "Meer groen in de buurt", "More green", text: "Meerzicht is mooi.", theme: "wonen"),
            Sample.figure("schuld", "Schulden", "Debts", text: "Schulden van huishoudens in Meerzicht.", theme: "geld"),
            Sample.figure("geheim", "Schulden van iemand", "Someone's debts", theme: "geheim", for: [.role(.functionalAdministrator, at: .installation)]))
    }

    @Test("areas with the name stand first, as their own search has them; other things after them, and no area twice")
    func areasFirst() async throws {
        try await Sample.with { sample in
            Self.fill(sample)
            let found = try await findings(SearchQuestion("meerzicht"), sample)
            #expect(found.areas.map(\.area.code.description) == ["WK99990A", "BU99990A01", "BU99990A02"] && found.areaCount == 3 && !found.areGuesses)
            #expect(Set(found.hits.map(\.entry.id)) == ["cijfer/meer", "cijfer/schuld"] && found.total == 5 && found.otherCount == 2)
            #expect(counts(found) == ["gebied": 3, "cijfer": 2])
            // Each choice gives what it says.
            for choice in found.kinds {
                let chosen = try await findings(SearchQuestion("meerzicht", kind: choice.value), sample)
                #expect(chosen.total == choice.count && counts(chosen) == counts(found), "\(choice.value)")
            }
        }
    }

    @Test("words that no area has for a name find areas and other things together")
    func together() async throws {
        try await Sample.with { sample in
            Self.fill(sample)
            let found = try await findings(SearchQuestion("schulden haveneiland"), sample)
            #expect(found.areas.isEmpty && Set(found.hits.map(\.entry.id)) == ["gebied/BU99990003", "cijfer/schuld"])
            #expect(counts(found) == ["gebied": 1, "cijfer": 1])
        }
    }

    @Test("pages go through areas and other things without a gap or a repetition")
    func pages() async throws {
        try await Sample.with { sample in
            for number in 0..<30 { sample.shelf.put(Sample.figure("f\(number)", "Meerzicht \(number)", "Meerzicht \(number)")) }
            let question = SearchQuestion("meerzicht")
            var seen: [String] = []
            let total = try await findings(question, sample).total
            for start in stride(from: 0, to: total, by: 4) {
                let page = try await findings(question, sample, range: start..<start + 4)
                #expect(page.total == total && page.areas.count + page.hits.count == min(4, total - start))
                seen += page.areas.map { "gebied/\($0.area.code)" } + page.hits.map(\.entry.id)
            }
            #expect(seen.count == 33 && Set(seen).count == 33)
            #expect(seen.prefix(3).allSatisfy { $0.hasPrefix("gebied/") })
            #expect(try await findings(question, sample, range: 900..<920).isEmpty == false, "past the end there is nothing, but there are results")
        }
    }

    @Test("a municipality narrows areas and other things; its count is what it gives")
    func municipality() async throws {
        try await Sample.with { sample in
            let all = try await findings(SearchQuestion("kleverdam"), sample)
            #expect(all.municipalities.map(\.name.nl) == ["Kleverdam"])
            let codes = try #require(AreaCode("GM9998"))
            let inside = try await findings(SearchQuestion("kleverdam", municipality: codes), sample)
            #expect(inside.total == all.total)
            let other = try await findings(SearchQuestion("kleverdam", municipality: try #require(AreaCode("GM9999"))), sample)
            #expect(other.isEmpty && other.municipalities.map(\.value) == [codes])
        }
    }

    @Test("a label narrows to what has it, and no area has one")
    func label() async throws {
        try await Sample.with { sample in
            Self.fill(sample)
            let all = try await findings(SearchQuestion("meerzicht"), sample)
            #expect(Set(all.labels.map(\.value)) == ["thema:wonen", "thema:geld"])
            let chosen = try await findings(SearchQuestion("meerzicht", labels: ["thema:geld"]), sample)
            #expect(chosen.areas.isEmpty && chosen.hits.map(\.entry.id) == ["cijfer/schuld"] && chosen.total == 1)
        }
    }

    @Test("a mistyped name gives the areas that may be meant; a mistyped word what is near it; both can be undone")
    func typingErrors() async throws {
        try await Sample.with { sample in
            Self.fill(sample)
            let name = try await findings(SearchQuestion("lindelaam"), sample)
            #expect(name.areGuesses && name.areas.map(\.area.name) == ["Lindelaan"])
            let word = try await findings(SearchQuestion("shculden"), sample)
            #expect(word.corrections.map(\.nearest) == [["schulden"]] && word.hits.map(\.entry.id) == ["cijfer/schuld"])
            for words in ["lindelaam", "shculden"] {
                #expect(try await findings(SearchQuestion(words, isLiteral: true), sample).isEmpty, "\(words)")
            }
        }
    }

    @Test("ZOE-02: what someone may not see is not found, counted, offered or used to correct; who may see it finds it")
    func rights() async throws {
        try await Sample.with { sample in
            Self.fill(sample)
            let (bare, full) = (try await findings(SearchQuestion("schulden iemand"), sample), Self.administrator(.twoFactors))
            #expect(bare.hits.map(\.entry.id) == ["cijfer/schuld"] && counts(bare) == ["cijfer": 1] && bare.labels.map(\.value) == ["thema:geld"])
            #expect(bare.total == 1)
            let all = try await findings(SearchQuestion("schulden iemand"), sample, by: full)
            #expect(all.hits.first?.entry.id == "cijfer/geheim" && all.total == 2 && all.labels.count == 2)
            #expect(
                try await findings(SearchQuestion("schulden iemand"), sample, by: Self.administrator(.oneFactor)).total == 1, "not before the second factor")
            #expect(try await findings(SearchQuestion("iemannd"), sample).isEmpty)
            #expect(try await findings(SearchQuestion("iemannd"), sample, by: full).corrections.map(\.nearest) == [["iemand"]])
            #expect(try await findings(SearchQuestion("schulden", labels: ["thema:geheim"]), sample).isEmpty)
        }
    }

    @Test("ZOE-02: for a visitor, everything said is the same as on a site without what they may not see", arguments: 0..<5)
    func asWithout(round: Int) async throws {
        let words = ["schulden", "armoede", "wijk", "ouderen", "eenzaam", "meerzicht", "groen", "huis"]
        func entries() -> [Core.SearchEntry] {
            (0..<40).map { number in
                let title = (0..<3).compactMap { _ in words.randomElement() }.joined(separator: " ")
                return Sample.figure(
                    "\(number)", title, title, theme: words[number % 8], for: number % 3 == 0 ? [.role(.partner, at: .installation)] : [.everyone])
            }
        }
        let all = entries()
        try await Sample.with { whole in
            try await Sample.with { seen in
                for entry in all {
                    whole.shelf.put(entry)
                    if entry.audience == [.everyone] { seen.shelf.put(entry) }
                }
                for _ in 0..<20 {
                    let question = SearchQuestion((0..<Int.random(in: 1...3)).compactMap { _ in words.randomElement() }.joined(separator: " "))
                    let (one, other) = (try await findings(question, whole), try await findings(question, seen))
                    #expect(one.hits.map(\.entry.id) == other.hits.map(\.entry.id) && one.total == other.total && one.corrections == other.corrections)
                    #expect(counts(one) == counts(other) && one.labels.map { [$0.value, "\($0.count)"] } == other.labels.map { [$0.value, "\($0.count)"] })
                }
            }
        }
    }

    private static func administrator(_ proof: Core.Actor.Proof) -> Core.Actor {
        let id = Identifier(at: 1)
        let grant = RoleGrant(id: id, role: .functionalAdministrator, scope: .installation, start: 0, end: nil, reviewed: 0)
        return Core.Actor(person: .init(id: id, name: "Bo", organisation: nil), grants: [grant], proof: proof)
    }
}
