import Core
import Dutch
import Testing

@testable import Learning

@Suite("The words of intervision and cases")
struct IntervisionWordsTests {
    @Test("WYK-06: all words of intervision and cases are B1", arguments: ["Intervision", "Cases"])
    func literals(_ folder: String) throws {
        let count = try SourceWords.measure("Learning/\(folder)")
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
