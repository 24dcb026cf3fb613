import Dutch
import Foundation
import Search

/// Runs the search ground for Benchmarks/search.py: one JSON object a line in, one out.
///
///     {"do": "open", "words": "nl.words" or null, "weights": {"title": 5, ...}}   begins an empty index
///     {"do": "put", "entries": [{"id", "kind", "language", "title", "text", "audience"}]}
///     {"do": "ask", "questions": ["…"], "limit": 20, "counts": false, "corrects": true, "keys": [], "repeat": 1}
///     {"do": "suggest", "questions": ["wi"], "keys": []}
///     {"do": "stem", "language": "nl", "list": ["…"]}        stems as published, without the exceptions of the domain
///     {"do": "analyse", "list": ["a text"]}                  stems and parts of its words, for an engine without analysis
///     {"do": "list", "from": "/usr/share/dict/dutch", "to": "nl.words"}
@main
struct SearchBench {
    static func main() throws {
        var bench = SearchBench()
        while let line = readLine() {
            let request = try JSONDecoder().decode(Request.self, from: Data(line.utf8))
            let answer = try bench.answer(request)
            try FileHandle.standardOutput.write(contentsOf: JSONEncoder().encode(answer) + Data("\n".utf8))
        }
    }

    private var index = SearchIndex(words: nil)
    private var analysis = WordAnalysis(list: nil)

    private mutating func answer(_ request: Request) throws -> Answer {
        switch request.do {
        case "open":
            let words = try request.words.map { try WordList(file: URL(fileURLWithPath: $0)) }
            analysis = WordAnalysis(list: words)
            index = SearchIndex(words: words, weights: request.weights.map { SearchWeights($0) } ?? .standard)
            return Answer()
        case "put":
            let entries = (request.entries ?? []).map { $0.entry }
            let started = Self.processorSeconds()
            index.apply(entries.map { .put($0) })
            return Answer(seconds: Self.processorSeconds() - started, count: index.snapshot.count, memory: Self.memory(), bytes: index.snapshot.bytes)
        case "ask": return ask(request)
        case "suggest": return suggest(request)
        case "stem":
            return Answer(stems: (request.list ?? []).map { WordAnalysis.published($0, in: request.language == "en" ? .english : .dutch) })
        case "analyse":
            let forms = (request.list ?? []).map { text in Tokenizer().words(of: text).map { analysis.forms(of: $0, in: .dutch) } }
            return Answer(
                stemsOf: forms.map { $0.flatMap(\.stems).joined(separator: " ") },
                partsOf: forms.map { $0.flatMap(\.parts).map(\.stem).joined(separator: " ") })
        case "list":
            let list = WordListBuilder.list(from: try String(contentsOfFile: request.from ?? "", encoding: .utf8))
            try Data(list.bytes).write(to: URL(fileURLWithPath: request.to ?? ""))
            return Answer(count: list.count)
        default: return Answer()
        }
    }

    private func ask(_ request: Request) -> Answer {
        let reader = SearchReader(keys: Set(request.keys ?? []))
        let snapshot = index.snapshot
        var answer = Answer(results: [], scores: [], milliseconds: [], totals: [])
        for text in request.questions ?? [] {
            var best = Double.infinity
            var found: SearchAnswer?
            for _ in 0..<max(1, request.repeat ?? 1) {
                let started = Self.processorSeconds()
                var question = Question(text)
                question.limit = request.limit ?? 20
                question.counts = request.counts ?? false
                question.corrects = request.corrects ?? true
                found = snapshot.answer(question, for: reader)
                best = min(best, Self.processorSeconds() - started)
            }
            answer.results?.append(found?.results.map(\.id) ?? [])
            answer.scores?.append(found?.results.map(\.score) ?? [])
            answer.milliseconds?.append(best * 1000)
            answer.totals?.append(found?.total ?? 0)
        }
        return answer
    }

    private func suggest(_ request: Request) -> Answer {
        let reader = SearchReader(keys: Set(request.keys ?? []))
        let snapshot = index.snapshot
        var answer = Answer(results: [], milliseconds: [])
        for text in request.questions ?? [] {
            let started = Self.processorSeconds()
            let found = snapshot.suggestions(for: text, reader: reader)
            answer.milliseconds?.append((Self.processorSeconds() - started) * 1000)
            answer.results?.append(found.map(\.text))
        }
        return answer
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Resident megabytes.
    private static func memory() -> Double {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return (line.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
    }
}

private struct Request: Decodable {
    struct Entry: Decodable {
        var id: String
        var kind: String?
        var language: String?
        var title: String
        var text: String
        var audience: [String]?

        var entry: SearchEntry {
            SearchEntry(
                id: id, kind: kind ?? "page", language: language == "en" ? .english : .dutch, title: title, text: text,
                audience: audience ?? [SearchEntry.everyone])
        }
    }

    var `do`: String
    var words: String?
    var list: [String]?
    var weights: [String: Double]?
    var entries: [Entry]?
    var questions: [String]?
    var limit: Int?
    var counts: Bool?
    var corrects: Bool?
    var keys: [String]?
    var `repeat`: Int?
    var language: String?
    var from: String?
    var to: String?
}

private struct Answer: Encodable {
    var results: [[String]]?
    var scores: [[Double]]?
    var milliseconds: [Double]?
    var totals: [Int]?
    var stems: [String]?
    var stemsOf: [String]?
    var partsOf: [String]?
    var seconds: Double?
    var count: Int?
    var memory: Double?
    var bytes: Int?
}

extension SearchWeights {
    fileprivate init(_ values: [String: Double]) {
        self.init()
        let fields: [String: WritableKeyPath<SearchWeights, Double>] = [
            "title": \.title, "labels": \.labels, "text": \.text, "parts": \.parts, "askedParts": \.askedParts, "corrected": \.corrected, "k1": \.k1, "b": \.b,
        ]
        for (name, value) in values { if let field = fields[name] { self[keyPath: field] = value } }
    }
}
