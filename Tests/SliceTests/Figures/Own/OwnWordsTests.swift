import Testing

@Suite("The words of own data")
struct OwnWordsTests {
    @Test("WYK-06: all words that pages and refusals of own data can say are B1")
    func literals() throws {
        let count = try SourceWords.measure("Figures/Own")
        #expect(count > 80)
    }
}
