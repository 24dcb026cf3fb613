import Core
import Mail
import People
import Testing
import Web

@testable import Learning

@Suite("Rules, addresses and words of look-backs")
struct LookBackRulesTests {
    @Test("TER-01: due in ten working days, without weekends and the days of the Algemene termijnenwet")
    func due() throws {
        func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }
        for text in [
            "2026-01-01", "2026-04-03", "2026-04-05", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-24", "2026-05-25", "2026-12-25",
            "2026-12-26", "2025-04-26",
        ] { #expect(WorkingDays.isHoliday(try day(text)), "\(text)") }
        for text in ["2026-01-02", "2026-04-26", "2025-04-27", "2026-04-30", "2026-12-24", "2026-12-31"] {
            #expect(!WorkingDays.isHoliday(try day(text)), "\(text)")
        }
        #expect(WorkingDays.day(10, after: try day("2026-11-12")) == (try day("2026-11-26")))
        // Over Christmas, New Year and three weekends.
        #expect(WorkingDays.day(10, after: try day("2026-12-18")) == (try day("2027-01-05")))
        // Over Good Friday and Easter Monday.
        #expect(WorkingDays.day(3, after: try day("2026-04-01")) == (try day("2026-04-08")))
        #expect(LookBackRules.due(endsAt: LookBackGround.endsAt) == (try day("2026-11-26")))
        let easters = [2000: "2000-04-23", 2008: "2008-03-23", 2011: "2011-04-24", 2038: "2038-04-25"]
        for (year, text) in easters { #expect(WorkingDays.easter(year)?.description == text) }
    }

    @Test("the main text counts words with a letter or digit, of the whole and of the outcomes")
    func words() {
        #expect(LookBackRules.words(in: "") == 0 && LookBackRules.words(in: "Bel - morgen\nom 9 uur!") == 5)
        let piece = LookBackPiece(
            id: Identifier(at: 1), item: Identifier(at: 2), subgroup: nil, topic: "Een twee drie", asked: "vier vijf",
            text: .init(outcome: "zes zeven", steps: "acht", works: "negen", worksNot: "tien"), version: 0, writtenAt: nil)
        #expect(LookBackRules.words(main: "een twee", [piece, piece]) == 6)
    }

    @Test("every address of look-backs and yields reads back what it prints")
    func roundTrip() {
        let id = Identifier(at: 1), thing = Identifier(at: 2)
        let all: [LookBackRoute] = [
            .lookBack(id), .edition(id, 2), .experiences(id), .point(id), .catchUp, .waiting, .desk(id), .generate(id), .piece(id, thing), .figures(id),
            .figureRemoval(id, thing), .points(id), .pointRemoval(id, thing), .join(id), .publish(id),
        ]
        #expect(Set(all.map(\.address.path)).count == all.count)
        for route in all { #expect(LookBackRoute(route.address) == route, "\(route)") }
        let yields: [YieldRoute] = [
            .list(), .list(YieldFilter(state: .reused, origin: .session, words: "koken")), .one(id), .mine, .new(.lookBack(id)),
            .new(.session(id, yield: thing)), .edit(id), .share(id), .catalogue(id), .use(id),
        ]
        for route in yields { #expect(YieldRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)") }
        for path in [
            "/bijeenkomsten/\(id)", "/bijeenkomsten/\(id)/terugblik/x", "/bijeenkomsten/\(id)/terugblik/versies/0", "/aandachtspunten/x", "/opbrengsten/nieuw",
            "/opbrengsten/\(id)/x", "/leernetwerk",
        ] { #expect(LookBackRoute(PageAddress(target: path)) == nil && YieldRoute(PageAddress(target: path)) == nil, "\(path)") }
    }

    @Test("WYK-06: all words of look-backs are B1")
    func literals() throws {
        let count = try SourceWords.measure("Learning/LookBacks")
        #expect(count > 150, "\(count)")
    }

    @Test("MTG-21: a question of several lines becomes one line, and what does not fit is left out whole")
    func roomQuestions() {
        #expect(RoomQuestions.line("Wie\n doet mee?", answer: "") == "Wie doet mee?")
        #expect(RoomQuestions.line("Wie?", answer: "De\nbuurt.") == "Wie? Antwoord: De buurt.")
        let full = String(repeating: "a", count: LookBackRules.mainLimit - 30)
        #expect(RoomQuestions.add(["Dit is te lang om er nog bij te passen"], to: full) == full)
        #expect(RoomQuestions.add(["Wie?"], to: full) == full + "\n\nVragen uit de zaal\n- Wie?")
    }
}
