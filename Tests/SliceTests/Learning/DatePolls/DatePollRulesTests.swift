import Core
import Mail
import People
import Testing
import Web

@testable import Learning

@Suite("Which moment a date poll proposes, and what can be asked")
struct DatePollRulesTests {
    private typealias Ground = DatePollGround

    private static func said(_ answers: [DatePoll.Answer?], isRequired: Bool = false) throws -> DatePoll.Invitee {
        let guest = DatePoll.Guest(mail: try MailAddress("a@voorbeeld.nl"), isRequired: isRequired)
        let pairs = answers.enumerated().compactMap { index, answer in answer.map { (index + 1, $0) } }
        return DatePoll.Invitee(id: Identifier(at: 1), guest: guest, answeredAt: pairs.isEmpty ? nil : 1, answers: Dictionary(uniqueKeysWithValues: pairs))
    }

    @Test("D-08: all who must, then most others, then the earliest")
    func proposal() throws {
        let options = Ground.options([1, 2, 3])
        func proposed(_ people: [DatePoll.Invitee]) -> Int? { DatePollTally(options, people).proposed?.number }
        // Moment 1 misses who must; 3 has one more than 2.
        let must = try Self.said([.no, .ifNeeded, .yes], isRequired: true)
        #expect(proposed([must, try Self.said([.yes, .yes, .yes]), try Self.said([.yes, .no, .ifNeeded])]) == 3)
        // As many: the earliest of the two that are left.
        #expect(proposed([must, try Self.said([.yes, .yes, .yes])]) == 2)
        #expect(proposed([must]) == 2)
    }

    @Test("D-08: without a moment for all who must there is no proposal: the organiser chooses")
    func noProposal() throws {
        let options = Ground.options([1, 2])
        func proposed(_ people: [DatePoll.Invitee]) -> Int? { DatePollTally(options, people).proposed?.number }
        let yes = try Self.said([.yes, .no], isRequired: true), no = try Self.said([.no, .yes], isRequired: true)
        #expect(proposed([yes, no]) == nil)
        // No answer is not a no, and not a yes either.
        #expect(proposed([yes, try Self.said([nil, nil], isRequired: true)]) == nil)
        #expect(proposed([try Self.said([nil, nil])]) == nil)
        #expect(proposed([]) == nil)
    }

    @Test("D-08: one to twelve moments, each after the deadline and each once")
    func rules() {
        let facts = DatePoll.Facts(title: "A", minutes: 60, form: .online, deadline: Ground.deadline)
        func fits(_ options: [DatePoll.Option], at now: Int64 = Ground.start) -> Bool { DatePollRules.fits(facts, options, at: now) }
        #expect(!fits([]) && fits(Ground.options([1])) && fits(Ground.options(Array(1...12))) && !fits(Ground.options(Array(1...13))))
        #expect(!fits(Ground.options([0])) && !fits(Ground.options([1, 1])) && !fits(Ground.options([1]), at: Ground.deadline))
    }

    @Test("a moment is read as people write it")
    func moments() throws {
        // 12 November 2026, 14:00 in winter time is 13:00 in UTC.
        let two: Int64 = 1_794_488_400_000
        for line in ["12-11-2026 14:00", "12-11-2026 14", "2026-11-12 14.00"] {
            let read = try #require(DatePollForm.moment(line, minutes: 90), "\(line)")
            #expect(read.start == two && read.end == two + 90 * 60_000, "\(line)")
        }
        for line in ["12-11-2026 14:00-16:00", "12-11-2026 14:00 - 16:00", "12-11-2026 14:00 tot 16:00"] {
            #expect(DatePollForm.moment(line, minutes: 90)?.end == two + 7_200_000, "\(line)")
        }
        for line in ["", "12-11-2026", "14:00", "12-11-2026 25:00", "12-11-2026 16:00-14:00", "31-11-2026 14:00", "12-11-2026 14:00-15:00-16:00"] {
            #expect(DatePollForm.moment(line, minutes: 90) == nil, "\(line)")
        }
    }

    @Test("a form with faults says each of them at its field")
    func faults() {
        var form = Form(items: [
            .init("titel", ""), .init("waar", "x"), .init("minuten", "3"), .init("vorm", "online"), .init("momenten", "morgen"),
            .init("sluit-dag", "01-01-2020"),
            .init("sluit-tijd", "17:00"),
        ])
        #expect(DatePollForm.read(&form, places: [:], at: Ground.start) == nil)
        #expect(form.errors.map(\.field) == ["titel", "waar", "minuten", "sluit-dag", "momenten"])
    }

    @Test("every address of date polls reads back what it prints")
    func roundTrip() {
        let id = Identifier(at: 1), person = Identifier(at: 2)
        let routes: [DatePollRoute] = [
            .list, .new, .poll(id), .people(id), .removal(id, person), .closing(id), .choosing(id), .asked("abc-_"), .file("abc-_"),
        ]
        #expect(Set(routes.map { $0.address.path }).count == routes.count)
        for route in routes { #expect(DatePollRoute(route.address) == route, "\(route.address.path)") }
        for path in ["/organiseren", "/organiseren/datumprikkers/x", "/datumprikker", "/datumprikker/a/b", "/organiseren/datumprikkers/\(id)/mensen/x/weg"] {
            #expect(DatePollRoute(PageAddress(target: path)) == nil, "\(path)")
        }
    }

    @Test("WYK-06: all words of date polls are B1")
    func literals() throws {
        let count = try SourceWords.measure("Learning/DatePolls")
        #expect(count > 60, "\(count)")
    }
}
