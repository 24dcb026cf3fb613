import Core
import Testing

@testable import Learning

@Suite("How long a task takes")
struct TaskTimeTests {
    @Test(
        "a page says less than a minute, a minute, or about how many",
        arguments: [(0, "minder dan een"), (59, "minder dan een"), (60, "een"), (61, "ongeveer 2"), (120, "ongeveer 2")])
    func words(seconds: Int, expected: String) {
        let end = expected.hasSuffix("2") ? "minuten." : "minuut."
        #expect(TaskTime.words(seconds, .nl) == "Dit kost je \(expected) \(end)")
    }

    @Test("English says the same")
    func english() {
        #expect(
            [30, 60, 240].map { TaskTime.words($0, .en) } == [
                "This takes you less than a minute.", "This takes you a minute.", "This takes you about 4 minutes.",
            ])
    }

    @Test("200 words are read in a minute, whatever stands between them")
    func reading() {
        #expect(TaskTime.reading([]) == 0)
        #expect(TaskTime.reading([String(repeating: "woord \n", count: 150), String(repeating: "word  ", count: 50)]) == 60)
    }
}
