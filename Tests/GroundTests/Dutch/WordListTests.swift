import Foundation
import TestSupport
import Testing

@testable import Dutch

@Suite("A list of words as an automaton")
struct WordListTests {
    @Test("it has the words that went in and no others, each with its number in sorted order")
    func contains() throws {
        var chance = Chance(3)
        let letters = Array("abcdeé")
        var words: Set<String> = []
        for _ in 0..<3_000 { words.insert(String((0..<Int.random(in: 2...7, using: &chance)).map { _ in letters.randomElement(using: &chance) ?? "a" })) }
        let list = WordListBuilder.list(from: words.shuffled(using: &chance).joined(separator: "\n"))
        let sorted = words.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
        #expect(list.count == words.count)
        for (number, word) in sorted.enumerated() { #expect(list.index(of: word[...]) == number) }
        for _ in 0..<3_000 {
            let word = String((0..<Int.random(in: 1...8, using: &chance)).map { _ in letters.randomElement(using: &chance) ?? "a" })
            #expect(list.contains(word) == words.contains(word))
        }
        #expect(list.prefixes(of: Array("abcde".utf8), from: 0).map(\.end) == (2...5).filter { words.contains(String("abcde".prefix($0))) })
    }

    @Test("names, abbreviations and words with signs are left out")
    func plainWords() {
        let list = WordListBuilder.list(from: "Arnhem\nwijk\nIJ\ntv's\nco-ouder\nbuurt\r\nx\n\n")
        #expect(list.count == 2 && list.contains("wijk") && list.contains("buurt") && !list.contains("arnhem"))
    }

    @Test("a written file reads as the same list")
    func file() throws {
        let list = WordListBuilder.list(from: "wijk\nwijken\nprofiel\nwijkprofiel\nbuurt")
        let again = try WordList(bytes: list.bytes)
        #expect(again.bytes == list.bytes && again.count == 5 && again.contains("wijkprofiel"))
        #expect(throws: WordListError.notAWordList) { try WordList(bytes: Array("wijk\nbuurt\n and more".utf8)) }
        #expect(throws: WordListError.damaged) { try WordList(bytes: list.bytes.dropLast()) }
        #expect(throws: WordListError.unreadable("none.words")) { try WordList(file: URL(fileURLWithPath: "/nowhere/none.words")) }
        #expect(WordListBuilder.list(from: "").contains("wijk") == false)
    }

    @Test("a damaged file gives an error or a list that can be asked anything")
    func damaged() {
        var chance = Chance(5)
        let bytes = WordListBuilder.list(from: "wijk\nwijken\nprofiel\nwijkprofiel\nbuurt\nagenda\nhulp\nverlening").bytes
        for _ in 0..<3_000 {
            guard let list = try? WordList(bytes: chance.mutated(bytes)) else { continue }
            _ = list.contains("wijkprofiel")
            _ = CompoundSplitter(list: list).parts(of: "wijkprofielagendahulpverlening")
        }
        for _ in 0..<300 {
            var changed = bytes
            for _ in 0..<4 { changed[Int.random(in: 4..<bytes.count, using: &chance)] = UInt8.random(in: 0...255, using: &chance) }
            if let list = try? WordList(bytes: changed) { _ = CompoundSplitter(list: list).parts(of: "wijkprofielen") }
        }
    }
}
