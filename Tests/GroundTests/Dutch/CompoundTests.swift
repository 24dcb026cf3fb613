import Foundation
import Testing

@testable import Dutch

/// The list that Debian's `wdutch` installs, or the file that LEEFKRING_WORDS names.
enum RealWords {
    static let file = ProcessInfo.processInfo.environment["LEEFKRING_WORDS"] ?? "/usr/share/dict/dutch"
    static let arePresent = FileManager.default.isReadableFile(atPath: file)
    static let list = WordListBuilder.list(from: (try? String(contentsOfFile: file, encoding: .utf8)) ?? "")
}

@Suite("Splitting compounds")
struct CompoundTests {
    /// Enough words for the rules; how good the choice is shows only on the whole list.
    private static let few = WordListBuilder.list(
        from: """
            aanpak
            agenda
            buurt
            buurtagenda
            duif
            hulp
            hulpverlening
            huizen
            dorp
            koek
            leefbaarheid
            pan
            profiel
            profielen
            schaap
            schuld
            slaaf
            arbeid
            verlening
            vlees
            wijk
            wijkprofiel
            wijkagenda
            handel
            dorpshuizen
            dorpsagenda
            wijkhuizen
            """)

    @Test(
        "linkers go, and the spelling they changed is undone",
        arguments: [
            ("wijkprofielen", ["wijk", "profielen"]), ("leefbaarheidsaanpak", ["leefbaarheid", "aanpak"]), ("dorpshuizen", ["dorp", "huizen"]),
            ("schuldhulpverlening", ["schuld", "hulpverlening", "hulp", "verlening"]), ("pannenkoek", ["pan", "koek"]),
            ("schapenvlees", ["schaap", "vlees"]), ("duivenprofiel", ["duif", "profiel"]), ("slavenarbeid", ["slaaf", "arbeid"]),
            ("dorpenprofiel", ["dorp", "profiel"]), ("wijkbuurtagenda", ["wijk", "buurtagenda", "buurt", "agenda"]),
        ])
    func rules(word: String, parts: [String]) {
        #expect(CompoundSplitter(list: Self.few, least: 0).parts(of: word).map(\.word) == parts)
    }

    @Test("what is no compound stays whole", arguments: ["handeling", "wijk", "profielen", "wijkxyzabc", "", "vrijwilligers", "leefbaarheid", "agendaagenda'"])
    func whole(word: String) {
        #expect(CompoundSplitter(list: Self.few, least: 0).parts(of: word).isEmpty)
    }

    @Test("without a list every compound stays whole, and nothing else changes")
    func noList() {
        let forms = WordAnalysis(list: nil).forms(of: "wijkprofielen", in: .dutch)
        #expect(forms.parts.isEmpty && forms.stems == ["wijkprofiel"])
        #expect(!WordAnalysis(list: nil).splitsCompounds)
    }

    @Test("parts are found by their stems, and each stem once")
    func forms() {
        let forms = WordAnalysis(list: Self.few).forms(of: "dorpshuizen", in: .dutch)
        #expect(forms.parts == [WordForms.Part(word: "dorp", stem: "dorp"), WordForms.Part(word: "huizen", stem: "huis")])
        #expect(WordAnalysis(list: Self.few).forms(of: "dorpshuizen", in: .english).parts.isEmpty)
    }

    @Test(
        "every compound of the domain splits where a reader would", .enabled(if: RealWords.arePresent),
        arguments: [
            "leefbaarheid|aanpak", "wijk|profielen", "schuld|hulp|verlening", "bewoners|participatie", "buurt|agenda", "gebied|analyse", "dorps|huizen",
            "kennis|infra|structuur", "wijk|accommodaties", "woning|corporatie", "jongeren|werker", "buurt|huizen", "armoede|bestrijding",
            "wijk|veiligheid", "zorg|coöperatie", "bewoners|initiatief", "leer|netwerken",
        ])
    func domain(split: String) {
        let parts = split.split(separator: "|").map(String.init)
        let word = parts.joined().replacingOccurrences(of: "heida", with: "heidsa").replacingOccurrences(of: "gebieda", with: "gebiedsa")
        let found = CompoundSplitter(list: RealWords.list).parts(of: word).map(\.word)
        #expect(Set(parts).isSubset(of: found), "\(word): \(found)")
    }

    @Test(
        "words that are no compounds of the domain stay whole", .enabled(if: RealWords.arePresent),
        arguments: ["handeling", "vrijwilligers", "gemeente", "eenzaamheid", "instellingen"])
    func realWhole(word: String) {
        #expect(WordAnalysis(list: RealWords.list).forms(of: word, in: .dutch).parts.isEmpty)
    }
}
