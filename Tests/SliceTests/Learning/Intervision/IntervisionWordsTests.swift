import Core
import Dutch
import Foundation
import Testing

@testable import Learning

@Suite("The words of intervision and cases")
struct IntervisionWordsTests {
    @Test("WYK-06: all words of intervision and cases are B1", arguments: ["Intervision", "Cases"])
    func literals(_ folder: String) throws {
        let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../Sources/Learning/\(folder)").standardized
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() where name.hasSuffix(".swift") {
            for text in DutchLiterals(try String(contentsOf: place.appending(path: name), encoding: .utf8)).texts {
                count += 1
                let measured = Readability(text)
                if !measured.isB1 { Issue.record("\(name): \(measured.beyond.map { "\($0)" }): \(measured.hints.map { "\($0.kind) \($0.text)" }): \(text)") }
            }
        }
        #expect(count > 60, "\(folder): \(count)")
    }

    @Test("D-36: the steps of every method are B1", arguments: ShippedMethods.all.map(\.key))
    func steps(_ key: String) throws {
        let method = try #require(ShippedMethods.all.first { $0.key == key })
        for text in method.steps.map(\.text.nl) + [method.lead.nl] {
            let measured = Readability(text)
            #expect(measured.isB1, "\(measured.beyond.map { "\($0)" }): \(text)")
        }
    }
}
