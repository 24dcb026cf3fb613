import Core
import Foundation
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("The network report")
struct NetworkReportTests {
    private typealias Ground = ReportGround
    private typealias Pair = NetworkReport.Pair
    private typealias Tally = NetworkReport.Tally

    private static func report(
        _ places: [NetworkReport.Place] = [], _ links: [NetworkReport.Pair: NetworkReport.Tally] = [:], followUps: [FollowUp.Term: FollowUpCount] = [:]
    ) -> NetworkReport {
        NetworkReport(
            year: 2026, places: places, links: links, questions: [], speed: NetworkReport.Speed(), followUps: followUps, time: NetworkReport.Time())
    }

    @Test("KWA-05: two municipalities met where both are known to have come; where that was not noted it is unknown")
    func met() throws {
        let one = try Ground.code("Lindenmeer"), two = try Ground.code("Linderveld"), three = try Ground.code("Stilstad")
        let first = Identifier(at: 1), second = Identifier(at: 2)
        let links = NetworkReport.met(present: [first: [one, two], second: [one]], maybe: [second: [two, three], first: [two]])
        #expect(
            links == [
                Pair(two, one, .met): Tally(known: 1, unknown: 1), Pair(one, three, .met): Tally(unknown: 1), Pair(two, three, .met): Tally(unknown: 1),
            ])
    }

    @Test("KWA-05: the matrix adds up both ways and all kinds; who has no link stands there with 0")
    func matrix() throws {
        let one = try Ground.code("Lindenmeer"), two = try Ground.code("Linderveld"), three = try Ground.code("Stilstad")
        let places = try Ground.places.keys.map { NetworkReport.Place(code: try Ground.code($0), name: $0, isMember: true) }
        let report = Self.report(
            places,
            [
                Pair(one, two, .helped): Tally(known: 2), Pair(two, one, .helped): Tally(known: 1), Pair(two, one, .met): Tally(known: 1, unknown: 1),
                Pair(two, three, .met): Tally(unknown: 1),
            ])
        #expect(report.tally(one, two) == Tally(known: 4, unknown: 1) && report.tally(two, one) == report.tally(one, two))
        #expect(report.tally(one, three) == Tally() && report.absent.map(\.name) == ["Stilstad"])
        #expect(report.places.map(\.name) == ["Lindenmeer", "Linderveld", "Stilstad"])
        let csv = String(decoding: ReportDocument(report: report, programme: "kring").csv, as: UTF8.self)
        let rows = csv.components(separatedBy: "\r\n")
        #expect(rows.first == "jaar,onderdeel,wat,van,naar,waarde,n,onbekend")
        #expect(rows.contains("2026,verband,geholpen,GM0301,GM0302,2,,0") && rows.contains("2026,verband,ontmoet,GM0301,GM0302,1,,1"))
        #expect(rows.contains("2026,zonder verband,,GM0303,,0,,"))
    }

    @Test("KWA-01: fewer than five answers are not told, on no way; time is what people said, with how many said so")
    func protection() throws {
        var few = FollowUpCount(), enough = FollowUpCount()
        for _ in 0..<4 { few.add(FollowUp.Said(used: .yes, hours: 10)) }
        for number in 0..<5 { enough.add(FollowUp.Said(used: number < 4 ? .yes : .no, hours: number < 4 ? 10 : nil)) }
        for _ in 0..<10 { few.add(nil) }
        enough.add(nil)
        let report = Self.report(followUps: [.quarter: few, .year: enough])
        #expect(report.told(.quarter) == nil && report.saved(.quarter) == nil)
        #expect(report.told(.year)?.used == [.yes: 4, .no: 1] && report.told(.year)?.unknown == 1)
        // Four people named hours: that is too few, also where five answered.
        #expect(report.saved(.year) == nil)
        let csv = String(decoding: ReportDocument(report: report, programme: "kring").csv, as: UTF8.self)
        #expect(csv.contains("2026,na 3 maanden,ja,,,,14,\r\n") && csv.contains("2026,na 12 maanden,ja,,,4,6,1\r\n"))
        #expect(csv.contains("2026,na 12 maanden,uren bespaard,,,,,\r\n"))
        #expect(NetworkReport.Speed().percent == nil && NetworkReport.Speed(inTime: 4, late: 1).percent == 80)
    }

    @Test("KWA-05, EXP-06: met, helped and introduced, of this year and this programme only", arguments: TestDatabase.engines)
    func links(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.registration.meeting(nil), later = Ground.start + 40 * Ground.day
            try await ground.register("Anna", of: "Lindenmeer", meeting, .present)
            try await ground.register("Bram", of: "Linderveld", meeting, .present)
            try await ground.register("Cees", of: "Stilstad", meeting, .absent)
            try await ground.help("Lindenmeer", "Linderveld", isConfirmed: true)
            try await ground.help("Linderveld", "Lindenmeer", isConfirmed: false)
            try await ground.help("Lindenmeer", "Linderveld", isConfirmed: true, at: Ground.start - 400 * Ground.day)
            try await ground.help("Lindenmeer", "Lindenmeer", isConfirmed: true)
            try await ground.introduce(["Lindenmeer", "Linderveld", "Stilstad"], yes: ["Lindenmeer", "Stilstad"])
            let one = try Ground.code("Lindenmeer"), two = try Ground.code("Linderveld"), three = try Ground.code("Stilstad")
            let reuse = try ReportReuse(from: three, to: #require(AreaCode("GM0999")))
            let found = try await ReportStore(ground.people.database).read(
                ground.programme, members: ground.codes(), reuses: [reuse, ReportReuse(from: three, to: one)], in: ReportPart.period(Ground.year), at: later)
            #expect(
                found.links == [
                    Pair(one, two, .met): Tally(known: 1), Pair(one, two, .helped): Tally(known: 1), Pair(one, three, .introduced): Tally(known: 1),
                    Pair(three, one, .reused): Tally(known: 1),
                ])
            let before = try await ReportStore(ground.people.database).read(
                ground.programme, members: ground.codes(), reuses: [], in: ReportPart.period(Ground.year), at: Ground.start)
            // The meeting is still to come.
            #expect(before.links[Pair(one, two, .met)] == nil && before.time.meetings == 0)
        }
    }

    @Test(
        "EXP-02: a yes within five working days counts; one still in its days is left out; time is asked, committed and known", arguments: TestDatabase.engines)
    func speed(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            // Monday 21 September 2026: the fifth working day is Monday 28 September.
            let now = Ground.start + 40 * Ground.day
            try await ground.ask(of: "Lindenmeer", at: Ground.start, yes: Ground.start + 7 * Ground.day)
            try await ground.ask(of: "Lindenmeer", .closed, at: Ground.start, yes: Ground.start + 8 * Ground.day)
            try await ground.ask(of: "Stilstad", at: Ground.start)
            try await ground.ask(of: "Stilstad", .withdrawn, at: Ground.start)
            try await ground.ask(of: "Stilstad", at: now - Ground.day)
            let meeting = try await ground.registration.meeting(nil) { $0.preparation = 30 }
            try await ground.register("Anna", of: "Lindenmeer", meeting, .present)
            try await ground.register("Bram", of: "Linderveld", meeting)
            try await ground.register("Cees", of: "Stilstad", meeting, .absent)
            let found = try await ReportStore(ground.people.database).read(
                ground.programme, members: ground.codes(), reuses: [], in: ReportPart.period(Ground.year), at: now)
            #expect(found.speed == NetworkReport.Speed(inTime: 1, late: 2, early: 1))
            // Two hours and half an hour before, three times.
            let time = found.time
            #expect(time.meetings == 1 && time.asked == 150 && time.places == 3 && time.committed == 450)
            #expect(time.present == 1 && time.attended == 150 && time.unknown == 1)
        }
    }
}
