import Testing

@Suite("The words of calls")
struct InventoryWordsTests {
    @Test("WYK-06: all words of calls, answers and issues are B1")
    func literals() throws {
        let count = try SourceWords.measure("Learning/Inventory")
        #expect(count > 100, "\(count)")
    }
}
