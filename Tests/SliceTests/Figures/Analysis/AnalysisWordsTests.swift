import Areas
import Core
import Dutch
import Figures
import Foundation
import Jobs
import SQL
import TestSupport
import Testing
import Web

@testable import Figures

@Suite("The words of the area analysis")
struct AnalysisWordsTests {
    /// Every page with its usual outcome, and choices that bring other sentences.
    private static let pages = [
        "", "/stapeling", "/stapeling?cijfer=goed-ervaren-gezondheid&cijfer=misdrijven-per-1000&minstens=2", "/rangorde",
        "/rangorde?cijfer=misdrijven-per-1000",
        "/rangorde?cijfer=goed-ervaren-gezondheid", "/index", "/clusters", "/clusters?cijfer=misdrijven-per-1000&methode=gi-ster&waarden=gepubliceerd",
        "/trechter",
        "/trechter?cijfer=misdrijven-per-1000&spreiding=optellen", "/trechter?cijfer=misdrijven-per-1000&spreiding=geen", "/veranderd",
        "/veranderd?cijfer=misdrijven-per-1000", "/veranderd?cijfer=woningwaarde", "/vergelijkbaar", "/vergelijkbaar?elders=ja",
        // What is said when a choice cannot be.
        "/clusters?methode=x", "/trechter?cijfer=woningwaarde", "/veranderd?van=1900", "/vergelijkbaar?kenmerk=misdrijven-per-1000",
        "/index?cijfer=bestaat-niet",
        "/stapeling?minstens=99", "/rangorde?gebied=NL00", "?gebied=BU99990001",
    ]

    private func withTown(_ body: (Client) async throws -> Void) async throws {
        try await TestDatabase.withDatabase(.sqlite, migrations: JobStore.migrations + Areas.Slice.migrations + Figures.Slice.migrations) { database in
            try await SmallTown.load(into: database)
            let slice = Figures.Slice(database: database, areas: Areas.Slice(database: database)) { 2026 }
            var routes = RouteTable()
            try routes.register(slice.routes(jobs: JobStore(database)))
            try await body(Client(try WebStack.install(on: routes, configuration: WebConfiguration(), frame: SiteFrame(name: "Leefkring"))))
        }
    }

    /// What is wrong with a block, worst first; empty for B1.
    private func faults(_ block: String) -> String? {
        let measured = Readability(block)
        return measured.isB1 ? nil : "\(measured.beyond.map { "\($0)" }.sorted()): \(measured.hints.map { "\($0.kind) \($0.text)" }): \(block)"
    }

    @Test(
        "WYK-05, WYK-06, WYK-07: all running text of the analysis pages is B1, in short sentences",
        arguments: [SmallTown.municipality, SmallTown.complete, "PV25"])
    func pages(area: String) async throws {
        var seen: Set<String> = []
        try await withTown { client in
            for page in Self.pages {
                let reply = try await client.settled("/gebieden/\(area)/analyse\(page)")
                #expect(reply.status == 200 || reply.status == 400, "\(page)")
                let blocks = RunningText(reply.text).blocks
                #expect(blocks.count > 4, "\(page): \(blocks.count)")
                for block in blocks where seen.insert(block).inserted {
                    if let faults = faults(block) { Issue.record("\(page): \(faults)") }
                }
                let whole = Readability(blocks.joined(separator: "\n\n"))
                #expect(!whole.beyond.contains(.meanSentence) && !whole.beyond.contains(.longestSentence) && !whole.beyond.contains(.readingEase), "\(page)")
            }
        }
        let sentences = seen.flatMap { block in Sentence.all(of: block).map { ($0.words.count, $0.words.map(\.text).joined(separator: " ")) } }
        for (count, text) in sentences.sorted(by: { ($0.0, $0.1) > ($1.0, $1.1) }).prefix(10) { print("\(count) words: \(text)") }
    }

    /// Words that only programmers of the interface read stand in `Api` and are left out.
    @Test(
        "WYK-06: all words that a page can say are B1, also those of outcomes that are rare",
        arguments: [("Figures/Analysis", 400), ("Figures/Pages", 250), ("Figures/Profile", 20), ("Areas", 50), ("Site", 80)])
    func literals(folder: String, least: Int) throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../Sources").standardized
        let names = try FileManager.default.subpathsOfDirectory(atPath: sources.appending(path: folder).path)
        var count = 0
        for name in names where name.hasSuffix(".swift") && !name.contains("Api/") {
            for text in DutchLiterals(try String(contentsOf: sources.appending(path: folder).appending(path: name), encoding: .utf8)).texts {
                count += 1
                if let faults = faults(text) { Issue.record("\(name): \(faults)") }
            }
        }
        #expect(count >= least)
    }

    @Test("WYK-06, WYK-07: each of the seven analyses says in both languages what its outcome does not say", arguments: AnalysisKind.allCases)
    func doesNotSay(kind: AnalysisKind) async throws {
        try await withTown { client in
            for language in Language.allCases {
                let words = FiguresWords(language)
                for place in [SmallTown.municipality, SmallTown.complete] {
                    let prefix = language == .nl ? "" : "/en"
                    let page = try await client.settled("\(prefix)/gebieden/\(place)/analyse/\(kind.rawValue)").text
                    let block = try #require(
                        page.components(separatedBy: "<h3>\(words.doesNotSayTitle)</h3>").dropFirst().first?.components(separatedBy: "</ul>").first)
                    // Two things at least, in words of its own, besides that areas are not people.
                    let items = block.components(separatedBy: "<li>").count - 1
                    #expect(items >= 3, "\(kind) \(language)")
                    #expect(block.contains(words.caution(.ecologicalFallacy)))
                    let negations = language == .nl ? [" niet", " geen", "niets"] : [" not ", " no ", "nothing", "Nor "]
                    let saying = block.components(separatedBy: "<li>").dropFirst().filter { item in
                        negations.contains { item.contains($0) } && item.hasPrefix(words.caution(.ecologicalFallacy)) == false
                    }
                    #expect(saying.count >= 2, "\(block)")
                }
            }
        }
    }
}

/// The Dutch texts in a file of words, with a number where a value comes in. Methods and parameters are left out, as in ``RunningText``.
struct DutchLiterals {
    private(set) var texts: [String] = []

    init(_ source: String) {
        for start in ["say(", "nl:"] {
            var rest = Self.withoutMethods(source)[...]
            while let found = rest.range(of: start) {
                rest = rest[found.upperBound...]
                let body = rest.drop { $0.isWhitespace }
                if body.first == "\"", let text = Self.literal(body.dropFirst()) { texts.append(text) }
            }
        }
    }

    /// Up to the closing quote; what stands in an interpolation counts as a number.
    private static func literal(_ body: Substring) -> String? {
        var (text, depth, isEscaped) = ("", 0, false)
        for sign in body {
            if depth > 0 {
                depth += sign == "(" ? 1 : sign == ")" ? -1 : 0
            } else if isEscaped {
                isEscaped = false
                if sign == "(" { (depth, text) = (1, text + "12") } else { text.append(sign) }
            } else if sign == "\\" {
                isEscaped = true
            } else if sign == "\"" {
                return text
            } else {
                text.append(sign)
            }
        }
        return nil
    }

    private static func withoutMethods(_ source: String) -> String {
        var lines: [Substring] = [], isOut = false
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.contains("static func parameters(") || line.contains("static func method(") { isOut = true }
            let opensMethod = line.drop { $0 == " " }.hasPrefix("method: Localized(") || line.contains(", method: method(")
            if opensMethod { isOut = true }
            if !isOut { lines.append(line) }
            if line == "    }" || line.contains("version: 1") { isOut = false }
        }
        return lines.joined(separator: "\n")
    }
}
