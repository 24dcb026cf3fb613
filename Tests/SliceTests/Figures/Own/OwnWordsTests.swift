import Dutch
import Foundation
import Testing

@Suite("The words of own data")
struct OwnWordsTests {
    @Test("WYK-06: all words that pages and refusals of own data can say are B1")
    func literals() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../Sources/Figures/Own").standardized
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name.hasSuffix(".swift") {
            for text in DutchLiterals(try String(contentsOf: folder.appending(path: name), encoding: .utf8)).texts {
                count += 1
                let measured = Readability(text)
                if !measured.isB1 { Issue.record("\(name): \(measured.beyond.map { "\($0)" }): \(measured.hints.map { "\($0.kind) \($0.text)" }): \(text)") }
            }
        }
        #expect(count > 80)
    }
}
