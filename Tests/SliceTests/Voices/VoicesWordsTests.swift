import Testing

@Suite("The words of residents' voices")
struct VoicesWordsTests {
    @Test(
        "WYK-06: all words of conversations, stories and moderation are B1",

        arguments: [
            "Conversations", "Stories", "Moderation", "Places", "Statements", "Groups", "Sheets", "Workshops", "Choices", "Surveys", "Missing", "Aftermath",
            "Coding", "Matches",
        ])
    func literals(_ folder: String) throws {
        let count = try SourceWords.measure("Voices/\(folder)")
        #expect(count > 12, "\(folder): \(count)")
    }
}
