import Core
import People
import Testing

@Suite("Days as people write them")
struct DutchDayTests {
    @Test("a day is read both ways round, and lasts from midnight to midnight in the Netherlands")
    func read() throws {
        for text in ["31-12-2027", "2027-12-31"] {
            let day = try #require(DutchDay(text))
            #expect(day.description == "2027-12-31" && day.written == "31-12-2027" && day.year == 2027)
            // `date -d '2027-12-31 00:00 CET' +%s` and a day later.
            #expect(day.start == 1_830_207_600_000 && day.end == 1_830_294_000_000)
        }
        #expect(DutchDay("1-2-2027")?.description == "2027-02-01")
        // The clock goes forward: a day of 23 hours.
        let short = try #require(DutchDay("28-3-2027"))
        #expect(short.end - short.start == 23 * 3_600_000)
        #expect(DutchDay(at: short.start) == short && DutchDay(at: short.end - 1) == short && DutchDay(at: short.end) != short)
    }

    @Test(
        "what is no day is nothing",
        arguments: ["", "-", "--", "31-2-2027", "32-1-2027", "2027", "2027-12", "31/12/2027", "31-12-27", "1-1-99999", "a-b-2027", "+1-1-2027", "1--2027"])
    func refused(_ text: String) {
        #expect(DutchDay(text) == nil)
    }
}
