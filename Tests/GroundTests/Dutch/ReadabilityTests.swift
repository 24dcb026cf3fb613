import Dutch
import Testing

@Suite("Readability of Dutch texts")
struct ReadabilityTests {
    @Test("WYK-06: plain texts are B1 with room to spare", arguments: ReadabilityTexts.simple)
    func plain(text: String) throws {
        let measured = Readability(text)
        #expect(measured.isB1, "\(measured.beyond) \(measured.hints)")
        let ease = try #require(measured.readingEase)
        #expect(ease >= Readability.easeForB1 + 10 && measured.meanSentence <= 12, "\(ease), \(measured.meanSentence) words")
        #expect(measured.hardWords == 0 && measured.longWordShare < Readability.longShareForB1 / 2)
    }

    @Test("WYK-06: official texts are not B1, for more than one reason", arguments: ReadabilityTexts.official)
    func official(text: String) throws {
        let measured = Readability(text)
        #expect(!measured.isB1 && measured.beyond.count >= 3, "\(measured.beyond)")
        let ease = try #require(measured.readingEase)
        #expect(ease <= Readability.easeForB1 - 15, "\(ease)")
        #expect(measured.hints.count >= 4)
    }

    @Test("the reading ease is the formula of Flesch and Douma")
    func formula() throws {
        // 8 words, 2 sentences, 9 syllables: de kat zit op het dak; zij mi-auwt.
        let (perHundred, perSentence): (Double, Double) = (112.5, 4)
        let measured = Readability("De kat zit op het dak. Zij miauwt.")
        #expect((measured.words, measured.syllables, measured.sentences.count) == (8, 9, 2) as (Int, Int, Int))
        let expected = 206.84 - 0.77 * perHundred - 0.93 * perSentence
        #expect(abs(try #require(measured.readingEase) - expected) < 1e-9)
        // A number is a word of the sentence without syllables of its own.
        let counted = Readability("Er wonen 4.510 mensen.")
        #expect(counted.words == 4 && counted.syllables == 5)
        let spoken: Double = 500.0 / 3
        let withNumber = 206.84 - 0.77 * spoken - 0.93 * perSentence
        #expect(abs(try #require(counted.readingEase) - withNumber) < 1e-9)
    }

    @Test(
        "the passive is seen where it is, and nowhere else",
        arguments: [
            ("Het plan wordt morgen besproken.", true), ("De straat werd vorig jaar opgeknapt.", true), ("Je ziet welke jaren niet vergeleken worden.", true),
            ("Er kan niets worden gezegd.", true), ("De kosten worden door de gemeente betaald.", true), ("De brief wordt verstuurd.", true),
            ("Het huis wordt afgebroken.", true), ("De gebieden worden onderzocht.", true),
            ("Het wordt warmer in de stad.", false), ("De buurt is mooier geworden.", false), ("Wij hebben het plan besproken.", false),
            ("Het gebied wordt groter.", false), ("Dan wordt de stapel hoger en verandert het beeld.", false), ("Wij worden oud in dit gebied.", false),
            ("Wij vergelijken de jaren niet.", false), ("Als dat gebeurt, wordt het druk.", false), ("De marge wordt breder in kleine gebieden.", false),
        ])
    func passive(text: String, isPassive: Bool) {
        #expect(Readability(text).hints.contains { $0.kind == .passive } == isPassive)
    }

    @Test("hints say what is hard, where it stands and what can be said instead")
    func hints() throws {
        let text = "Één voorbeeld. Met betrekking tot uw vraag wordt derhalve het arbeidsongeschiktheidspercentage geëvalueerd."
        let hints = Readability(text).hints
        #expect(hints.map(\.text) == ["met betrekking tot", "wordt geëvalueerd", "derhalve", "arbeidsongeschiktheidspercentage", "geëvalueerd"])
        #expect(hints[0].kind == .hardWord(instead: "over") && hints[2].kind == .hardWord(instead: "daarom"))
        let bytes = Array(text.utf8)
        for hint in hints where hint.kind != .passive {
            let part = String(decoding: bytes[hint.place.start..<hint.place.start + hint.place.length], as: UTF8.self)
            #expect(part.lowercased() == hint.text)
        }
        let long = Readability("Dit is " + Array(repeating: "een lange zin en dan nog", count: 5).joined(separator: " ") + " meer.")
        #expect(long.hints.map(\.kind) == [.longSentence(words: 33)] && long.beyond == [.meanSentence, .longestSentence])
        #expect(long.hints[0].place.start == 0 && long.hints[0].text == "dit is een lange zin …")
    }

    @Test("a word that was explained is no hint, and its other uses stay hints")
    func explained() {
        #expect(Readability("Deze indicator is hoog.").hardWords == 1)
        #expect(Readability("Deze indicator is hoog.", explained: ["indicator"]).isB1)
        #expect(Readability("De indicatoren zijn hoog.", explained: ["indicator"]).hardWords == 1)
        #expect(HardWords.instead(of: "gemeente") == nil && HardWords.instead(of: "implementeren") == "invoeren")
    }

    @Test("no ordinary word of these texts is called hard")
    func ordinary() {
        for text in ReadabilityTexts.simple { #expect(Readability(text).hints.allSatisfy { if case .hardWord = $0.kind { false } else { true } }) }
    }

    @Test("nothing, one word, only numbers and odd signs have a measure")
    func edges() {
        let nothing = Readability("")
        #expect(nothing.isB1 && nothing.readingEase == nil && nothing.words == 0 && nothing.meanSentence == 0 && nothing.longWordShare == 0)
        #expect(Readability("Buurt").isB1 && Readability("Buurt").words == 1 && Readability("Gezondheidszorgvoorzieningen").isB1)
        let numbers = Readability("1.000 2.000 0,5. 12")
        #expect(numbers.words == 4 && numbers.readingEase == nil && numbers.isB1)
        #expect(Readability("\u{0}\u{FEFF}\u{202E}…—“”").words == 0 && Readability("🏘️ 日本語 дом").words == 2)
        #expect(Readability(String(repeating: "a", count: 100_000)).words == 1)
        #expect(Readability(String(repeating: "worden ", count: 50_000)).sentences.count == 1)
    }

    @Test("a megabyte of random bytes is measured, with every place inside the text", arguments: 1...2 as ClosedRange<UInt64>)
    func noise(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        var bytes = [UInt8]()
        bytes.reserveCapacity(1 << 20)
        // One in three is any byte, the others are signs that a sentence is made of.
        let signs = Array("aeiou nrtwdges.,!?-'’\n \u{EB}1.0".utf8)
        for _ in 0..<(1 << 20) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let draw = Int(state >> 33)
            bytes.append(draw % 3 == 0 ? UInt8(truncatingIfNeeded: draw >> 8) : signs[(draw >> 8) % signs.count])
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let start = ContinuousClock.now
        let measured = Readability(text)
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(measured.words > 1000 && measured.hints.allSatisfy { $0.place.start >= 0 && $0.place.start + $0.place.length <= text.utf8.count })
        #expect(measured.readingEase?.isFinite == true)
        let places = measured.sentences.flatMap(\.words).map(\.place)
        #expect(zip(places, places.dropFirst()).allSatisfy { $0.length > 0 && $0.start + $0.length <= $1.start })
    }
}
