import Testing

@Suite("The words of meetings")
struct MeetingWordsTests {
    @Test("WYK-06: all words of meetings are B1")
    func literals() throws {
        let count = try SourceWords.measure("Learning/Meetings")
        #expect(count > 150, "\(count)")
    }
}
