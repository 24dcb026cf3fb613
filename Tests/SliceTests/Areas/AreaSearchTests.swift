import Core
import Testing

@testable import Areas

@Suite("Search for areas")
struct AreaSearchTests {
    static func search() throws -> AreaSearch {
        let areas: [Area] = [
            try .made("NL00", "Nederland"), try .made("PV21", "Fryslân"), try .made("PV28", "Zuid-Holland"),
            try .made("GM0301", "Zutphen"), try .made("WK030100", "Centrum"), try .made("BU03010000", "Centrum", postcode: "7201"),
            try .made("BU03010001", "Stadscentrum-Noord", postcode: "7201"),
            try .made("GM0222", "Doetinchem"), try .made("WK022201", "Centrum"), try .made("BU02220101", "Stadscentrum", postcode: "7001"),
            try .made("BU02220102", "De Huet fase 1 + 3", postcode: "7007"),
            try .made("GM0518", "'s-Gravenhage"), try .made("BU05180101", "Zorgvliet", postcode: "2517"),
            try .made("GM0202", "Arnhem"), try .made("WK020216", "Malburgen-West"), try .made("BU02021682", "Malburgen-Noord", postcode: "6841"),
            try .made("GM1904", "Súdwest-Fryslân"), try .made("BU19040216", "'t Ĳlst", postcode: "8651"), try .made("BU19040217", "Één Ei", postcode: "8652"),
        ]
        return AreaSearch(try #require(Gazetteer(areas).map(of: 2024)))
    }

    private func codes(_ question: String, limit: Int = 20) throws -> [String] { try Self.search().find(question, limit: limit).map(\.area.code.description) }

    @Test("accents, case, hyphens and every kind of apostrophe make no difference")
    func plain() throws {
        for question in ["fryslan", "FRYSLÂN", "Frysla\u{302}n", " fryslân "] { #expect(try codes(question).first == "PV21", "\(question)") }
        for question in ["'s-Gravenhage", "’s-gravenhage", "s gravenhage", "‘s Gravenhage", "ʼs-Gravenhage", "`s-gravenhage", "'s\u{2011}Gravenhage"] {
            #expect(try codes(question) == ["GM0518"], "\(question)")
        }
        for question in ["ijlst", "IJlst", "'t ijlst", "’t Ĳlst", "t IJlst"] { #expect(try codes(question) == ["BU19040216"], "\(question)") }
        #expect(try codes("een ei") == ["BU19040217"])
        #expect(try codes("sudwest fryslan") == ["GM1904"])
        #expect(SearchText.plain("ＡＢ\u{A0}– Çé’s") == "ab ces")
        #expect(SearchText.plain("") == "" && SearchText.plain("-–’ ") == "")
    }

    @Test("a name that is the question comes first, then names that begin with it, and of equals the larger area")
    func ranking() throws {
        #expect(try codes("centrum").prefix(3) == ["WK022201", "WK030100", "BU03010000"])
        #expect(try codes("stadscentrum") == ["BU02220101", "BU03010001"])
        #expect(try codes("malb") == ["WK020216", "BU02021682"])
    }

    @Test("the municipality helps to tell the many centres apart")
    func within() throws {
        #expect(try codes("centrum zutphen") == ["WK030100", "BU03010000"])
        #expect(try codes("Zutphen, centrum") == ["WK030100", "BU03010000"])
        #expect(try codes("centrum zutp") == ["WK030100", "BU03010000"])
        #expect(try codes("centrum arnhem").isEmpty)
        let hit = try #require(try Self.search().find("centrum zutphen").first)
        #expect(hit.municipality == "Zutphen" && !hit.isGuess)
        #expect(try Self.search().find("zutphen").first?.municipality == nil)
    }

    @Test(
        "typing errors are forgiven, and the answer says so",
        arguments: [
            ("zutpen", "GM0301"), ("zuthpen", "GM0301"), ("doetinchm", "GM0222"), ("doetinkhen", "GM0222"), ("melburgen", "WK020216"),
            ("zorgvleit", "BU05180101"), ("centrum zutpehn", "WK030100"),
        ])
    func typingErrors(question: String, code: String) throws {
        let hits = try Self.search().find(question)
        #expect(hits.first?.area.code.description == code)
        #expect(hits.allSatisfy { $0.isGuess })
    }

    @Test("short words must be right, and too many errors are too many")
    func tooWrong() throws {
        for question in ["ae", "huo", "hot", "zlt", "xutpxn", "doxtixchxm", "qqqqqqqq"] { #expect(try codes(question).isEmpty, "\(question)") }
    }

    @Test("a postcode finds its neighbourhoods, with or without letters; a code finds its area")
    func codesAndPostcodes() throws {
        for question in ["7201", "7201 AB", "7201ab", " 7201  a b "] { #expect(try codes(question) == ["BU03010000", "BU03010001"], "\(question)") }
        #expect(try codes("9999").isEmpty)
        for question in ["BU02021682", "bu02021682", " bu02021682 "] { #expect(try codes(question) == ["BU02021682"]) }
        #expect(try codes("gm0301") == ["GM0301"])
        #expect(try codes("GM9999").isEmpty)
    }

    @Test("there are never more hits than asked for")
    func limits() throws {
        for limit in [-1, 0, 1, 2, 100] {
            for question in ["centrum", "e", "7201", "GM0301", "zutpen", "", "   "] { #expect(try codes(question, limit: limit).count <= max(0, limit)) }
        }
        #expect(try codes("").isEmpty && codes(String(repeating: "a", count: 101)).isEmpty && codes("-'-").isEmpty)
    }

    @Test("ten thousand strings of any kind find or do not find, and nothing breaks")
    func hostile() throws {
        let search = try Self.search()
        var random = SystemRandomNumberGenerator()
        let alphabet: [Character] = Array("aeiouzutphencentrum GMBU0123456789-'’%_\\\"\u{0}\u{1B}\n\t\u{202E}é\u{301}ß日🇳🇱👨‍👩‍👧ĳ\u{FFFD}\u{FEFF};<>&")
        for _ in 0..<10_000 {
            let length = Int.random(in: 0...40, using: &random)
            let question = String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "a" })
            let hits = search.find(question, limit: 5)
            #expect(hits.count <= 5)
            let plain = SearchText.plain(question)
            #expect(SearchText.plain(plain) == plain, "\(question.debugDescription)")
        }
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(search.find(String(decoding: bytes, as: UTF8.self), limit: 5).count <= 5)
        }
    }

    /// Optimal string alignment by its definition, without a limit.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count {
            for j in 0...b.count {
                if i == 0 || j == 0 {
                    table[i][j] = i + j
                    continue
                }
                var cost = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] { cost = min(cost, table[i - 2][j - 2] + 1) }
                table[i][j] = cost
            }
        }
        return table[a.count][b.count]
    }

    @Test("the number of typing errors agrees with the definition, for five thousand pairs of words")
    func edits() {
        for _ in 0..<5000 {
            func word() -> [UInt8] { (0..<Int.random(in: 0...7)).map { _ in UInt8.random(in: 0x61...0x63) } }
            let a = word(), b = word()
            let distance = Self.distance(a, b)
            for limit in 0...4 { #expect(SearchText.edits(a[...], b[...], limit: limit) == (distance <= limit ? distance : nil)) }
        }
    }
}
