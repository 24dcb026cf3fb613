import TestSupport
import Testing

@testable import Dutch

@Suite("Words of a text")
struct TokenizerTests {
    @Test(
        "letters and digits in lower case; apostrophes stay before an ending",
        arguments: [
            ("Wijken, buurten en dorpen!", ["wijken", "buurten", "en", "dorpen"]), ("foto's in COVID-19", ["foto's", "in", "covid", "19"]),
            ("’s-Hertogenbosch", ["s", "hertogenbosch"]), ("auto’tjes", ["auto'tjes"]), ("l'Oréal", ["l", "oréal"]), ("ĳsbaan ÉÉN", ["ijsbaan", "één"]),
            ("re\u{0308}union", ["rëunion"]),
            ("coo\u{00AD}peratie", ["cooperatie"]), ("a'", ["a"]), ("''", []), ("", []), ("1 ½ m²", ["1", "½", "m²"]),
            ("Łódź 東京", ["łódź", "東京"]),
        ])
    func words(text: String, expected: [String]) {
        #expect(Tokenizer().words(of: text) == expected)
    }

    @Test("the second form of a word has no accents")
    func folded() {
        #expect(["reünie", "één", "wijk", "crème"].map(Tokenizer.folded) == ["reunie", "een", "wijk", "creme"])
    }

    @Test("no bytes stop it, and no word is longer than it may be")
    func oddBytes() {
        var chance = Chance(11)
        for _ in 0..<3_000 {
            let text = String(decoding: chance.bytes(200), as: UTF8.self) + String(repeating: "é", count: Int.random(in: 0...90, using: &chance))
            for word in Tokenizer().words(of: text) {
                #expect(!word.isEmpty && word.utf8.count <= Tokenizer.longest)
                #expect(!word.contains(" "))
            }
        }
    }
}
