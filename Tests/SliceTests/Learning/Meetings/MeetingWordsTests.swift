import Dutch
import Foundation
import Testing

@Suite("The words of meetings")
struct MeetingWordsTests {
    @Test("WYK-06: all words of meetings are B1")
    func literals() throws {
        let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../Sources/Learning/Meetings").standardized
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() where name.hasSuffix(".swift") {
            for text in DutchLiterals(try String(contentsOf: place.appending(path: name), encoding: .utf8)).texts {
                count += 1
                let measured = Readability(text)
                if !measured.isB1 { Issue.record("\(name): \(measured.beyond.map { "\($0)" }): \(measured.hints.map { "\($0.kind) \($0.text)" }): \(text)") }
            }
        }
        #expect(count > 150, "\(count)")
    }
}
