import Dutch
import Testing

@Suite("Sentences and words of a Dutch text")
struct SentenceTests {
    private func texts(_ text: String) -> [String] { Sentence.all(of: text).map { $0.words.map(\.text).joined(separator: " ") } }

    @Test("a sentence ends at a full stop, a question mark, an exclamation mark or dots")
    func ends() {
        #expect(texts("Dit is een zin. Is dit er een? Ja! En dan… Klaar.") == ["dit is een zin", "is dit er een", "ja", "en dan", "klaar"])
        #expect(texts("Hij zei: ‘Kom binnen.’ Daarna ging hij (met zijn jas aan.) Weg.").count == 3)
        #expect(texts("‘Wie is daar?’ vroeg zij. ’s Ochtends bleef het stil.") == ["wie is daar vroeg zij", "’s ochtends bleef het stil"])
    }

    @Test("numbers are one word, whatever stands in them")
    func numbers() {
        #expect(texts("Er wonen 4.510 mensen. Dat is 0,5% meer dan in 2024.") == ["er wonen 4.510 mensen", "dat is 0,5 meer dan in 2024"])
        #expect(texts("Om 10:30 op 12-1-2025 of in 2023/2024. Op de 2e dag.") == ["om 10:30 op 12-1-2025 of in 2023/2024", "op de 2e dag"])
        #expect(Sentence.all(of: "Kies 5 van 8.").first?.words.map(\.isNumber) == [false, true, false, true])
    }

    @Test("abbreviations and initials do not end a sentence, unless a new one begins behind them")
    func abbreviations() {
        #expect(texts("Bijv. een park, d.w.z. groen (o.a. bomen). Dat is blz. 4 van dr. J. Jansen.").count == 2)
        #expect(texts("Er zijn parken, pleinen enz. De rest is straat.").count == 2)
        #expect(texts("Er zijn parken, pleinen enz. in de wijk.").count == 1)
        #expect(texts("Kijk op leefkring.nl of mail naar info@leefkring.nl. Zie ook https://leefkring.nl/a?b=1. Klaar.").count == 3)
    }

    @Test("items of a list and lines of their own are sentences, and their marks are no words")
    func lists() {
        #expect(
            texts("Neem mee:\n- je paspoort\n- een foto\n\n1. Kom binnen\n2) Ga zitten\na) of niet") == [
                "neem mee", "je paspoort", "een foto", "kom binnen", "ga zitten", "of niet",
            ])
        #expect(texts("Een kop\nDan de tekst, die\nop de volgende regel verder gaat.") == ["een kop", "dan de tekst die op de volgende regel verder gaat"])
    }

    @Test("words keep their apostrophes and hyphens, and their places in bytes")
    func words() {
        let text = "Zo’n één e-mail – voor foto's en/of auto’s."
        #expect(texts(text) == ["zo’n één e-mail voor foto's en of auto’s"])
        let bytes = Array(text.utf8)
        for word in Sentence.all(of: text).flatMap(\.words) {
            let part = bytes[word.place.start..<word.place.start + word.place.length]
            #expect(String(decoding: part, as: UTF8.self).lowercased() == word.text)
        }
        #expect(texts("").isEmpty && texts(" … !? \n\n - ").isEmpty)
    }
}
