import Core
import Dutch
import Foundation
import Knowledge
import TestSupport
import Testing
import Web

@Suite("Questions to the search and their words")
struct SearchQuestionTests {
    @Test("every question is read back from the address it prints")
    func roundTrip() throws {
        let place = try #require(AreaCode("GM0222"))
        for words in ["", "wijk", "'s-Gravenhage & <b> 100% + é/日", "\"een zin\" -niet"] {
            for kind in [nil] + SearchEntry.Kind.allCases.map(Optional.some) {
                for question in [
                    SearchQuestion(words, kind: kind),
                    SearchQuestion(words, kind: kind, municipality: place, labels: ["thema:wonen", "doel:leefbaarheid"], page: 7, isLiteral: true),
                ] {
                    let address = KnowledgeRoute.search(question).address
                    #expect(KnowledgeRoute(PageAddress(target: address.url(in: .nl))) == .search(question))
                }
            }
            #expect(KnowledgeRoute(KnowledgeRoute.suggestions(words).address) == .suggestions(words))
        }
        for path in ["/", "/zoeken/x", "/gebieden", "/zoekresultaten"] { #expect(KnowledgeRoute(PageAddress(target: path)) == nil, "\(path)") }
    }

    @Test("what cannot be read in an address is left out, and the question stands")
    func unreadable() {
        let question = KnowledgeRoute(PageAddress(target: "/zoeken?q=wijk&soort=x&gemeente=BU02220101&pagina=99999999999999999999&letterlijk=x&meer=1"))
        #expect(question == .search(SearchQuestion("wijk")))
        for page in ["0", "-1", "51", "", "1.5"] { #expect(SearchQuestion(PageAddress(target: "/zoeken?pagina=\(page)")).page == 1, "\(page)") }
    }

    @Test("a thousand random addresses give a question")
    func random() {
        for _ in 0..<1000 {
            let bytes = (0..<Int.random(in: 0...40)).map { _ in "%" + String(Int.random(in: 0...255), radix: 16) }.joined()
            let question = SearchQuestion(PageAddress(target: "/zoeken?q=\(bytes)&soort=\(bytes)&gemeente=\(bytes)&label=\(bytes)&pagina=\(bytes)"))
            #expect(question.kind == nil && SearchQuestion.pages.contains(question.page))
        }
    }

    @Test("all words of the search are B1")
    func readable() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/Knowledge").standardized
        var count = 0
        let files = ["KnowledgeWords.swift", "Links/LinkWords.swift", "Synonyms/SynonymWords.swift"]
        for text in try files.flatMap({ DutchLiterals(try String(contentsOf: folder.appending(path: $0), encoding: .utf8)).texts }) {
            count += 1
            let measured = Readability(text)
            if !measured.isB1 { Issue.record("\(measured.beyond.map { "\($0)" }): \(measured.hints.map { "\($0.kind) \($0.text)" }): \(text)") }
        }
        #expect(count > 15)
    }

    @Test("the small list of words splits the compounds that the subjects of this platform are named by")
    func smallList() {
        let analysis = WordAnalysis(list: CompoundWords.small)
        let compounds = [
            ("leefbaarheidsaanpak", "aanpak"), ("wijkprofielen", "profielen"), ("schuldhulpverlening", "verlening"), ("bewonersparticipatie", "participatie"),
            ("buurtagenda", "agenda"), ("gebiedsanalyse", "analyse"), ("dorpshuizen", "huizen"), ("kennisinfrastructuur", "structuur"),
            ("wijkaccommodaties", "accommodaties"), ("woningcorporatie", "corporatie"), ("huurwoningen", "woningen"), ("energiearmoede", "armoede"),
        ]
        for (word, part) in compounds {
            let parts = analysis.forms(of: word, in: .dutch).parts.map(\.word)
            #expect(parts.contains(part), "\(word): \(parts)")
        }
    }

    @Test("a list made at set-up is read back; without a file, or with a damaged one, the small list does its work")
    func file() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "leefkring-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let dictionary = folder.appending(path: "dutch"), file = folder.appending(path: "nl.words")
        try Data("molen\nsteen\nmolensteen\n".utf8).write(to: dictionary)
        let made = try #require(CompoundWords.make(from: dictionary.path))
        try Data(made.bytes).write(to: file)
        let read = CompoundWords.read(file.path)
        #expect(read.count == made.count && read.contains("molensteen") && read.contains("wijkprofiel"))
        #expect(CompoundWords.make(from: folder.appending(path: "geen").path) == nil)
        try Data(made.bytes.dropLast(3)).write(to: file)
        for path in [nil, file.path, folder.path, "/bestaat/niet"] { #expect(CompoundWords.read(path).count == CompoundWords.small.count) }
    }
}
