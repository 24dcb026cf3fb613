import Core
import Testing

@Suite("Period")
struct PeriodTests {
    @Test(
        "ISO years, months and days and the codes of CBS are read, and printed as ISO",
        arguments: [
            ("2024", "2024"), ("2024-05", "2024-05"), ("2024-05-31", "2024-05-31"), ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"),
            ("2024JJ00", "2024"),
            ("2024MM05", "2024-05"), ("2024KW01", "2024-01"), ("2024KW02", "2024-04"), ("2024KW04", "2024-10"), ("1000", "1000"), ("9999-12", "9999-12"),
        ])
    func reading(text: String, printed: String) throws {
        let period = try #require(Period(text))
        #expect(period.description == printed)
        #expect(Period(period.description) == period)
    }

    @Test(
        "anything else is no period",
        arguments: [
            "", "-", "24", "0999", "20245", "2024-", "2024-0", "2024-00", "2024-13", "2024-5", "2024-+5", "2024-05-00", "2024-05-32", "2024-02-30",
            "2023-02-29",
            "1900-02-29", "2024-04-31", "2024-05-+1", "2024-05-01-01", "2024-05-", "+999", "+2024", "2024JJ01", "2024KW00", "2024KW05", "2024MM00", "2024MM13",
            "2024MM+5", "2024XX05", "2024jj00", "20é4JJ0", "٢٠٢٤", "2024-05-01T00:00",
        ])
    func refusal(text: String) {
        #expect(Period(text) == nil)
    }

    @Test("periods sort by time, a whole before its parts")
    func order() throws {
        let sorted = ["2023-12-31", "2024", "2024-01", "2024-01-01", "2024-01-02", "2024-02", "2025"]
        #expect(try sorted.shuffled().map { try #require(Period($0)) }.sorted().map(\.description) == sorted)
    }

    @Test("a day without a month is left out")
    func dayWithoutMonth() {
        #expect(Period(year: 2024, day: 3) == Period(year: 2024))
    }
}
