import Core
import Credentials
import Mail
import TestSupport
import Testing
import Web

@testable import Learning

@Suite("Addresses and words of registration")
struct RegistrationRouteTests {
    private static let id = Identifier(at: 1), other = Identifier(at: 2)

    @Test("every address reads back what it prints")
    func roundTrip() {
        let routes: [RegistrationRoute] =
            [
                .form(Self.id), .group(Self.id), .sent(Self.id), .series(Self.id), .seriesSent(Self.id), .own("a.b.c"), .words("a.b.c"), .subgroup("a.b.c"),
                .otherDate("a.b.c"), .file("a.b.c"), .mine, .feedMaking, .feedEnd, .feed("geheim"), .participants(Self.id), .participantsFile(Self.id),
                .adding(Self.id), .places(Self.id), .reserving(Self.id), .unreserving(Self.id, Self.other), .removing(Self.id, Self.other),
                .attendance(Self.id), .division(Self.id),
            ] + OwnStep.allCases.map { .step("a.b.c", $0) }
        for route in routes { #expect(RegistrationRoute(route.address) == route, "\(route.address.path)") }
        for path in ["/bijeenkomsten/\(Self.id)", "/bijeenkomsten/x/inschrijven", "/inschrijvingen", "/inschrijvingen/a/b", "/mijn-agenda/.ics", "/mijn"] {
            #expect(RegistrationRoute(PageAddress(target: path)) == nil, "\(path)")
        }
    }

    @Test("WYK-06: all words of registration are B1")
    func literals() throws {
        let count = try SourceWords.measure("Learning/Registration")
        #expect(count > 100, "\(count)")
    }

    @Test("a cell that a spreadsheet would calculate is text")
    func cells() {
        #expect(ParticipantFile.cell("=1+1") == "'=1+1")
        #expect(ParticipantFile.cell("Bo, \"de\" Vries") == "\"Bo, \"\"de\"\" Vries\"")
        #expect(ParticipantFile.cell("een\ntwee") == "\"een\ntwee\"")
        #expect(ParticipantFile.cell("gewoon") == "gewoon")
    }

    @Test("a form that was sent faster than people type, or has words where nobody can see a field, is asked for once more")
    func seal() {
        let key = SecretKey.random(), now = RegistrationGround.start
        let first = RegistrationSeal.make(isAgain: false, key: key, at: now), again = RegistrationSeal.make(isAgain: true, key: key, at: now)
        func isHuman(_ seal: String?, _ hidden: String, _ time: Int64) -> Bool { RegistrationSeal.isHuman(seal, hidden: hidden, key: key, at: time) }
        #expect(!isHuman(first, "", now + 2999) && isHuman(first, "", now + 3000))
        #expect(!isHuman(again, "", now + 999) && isHuman(again, "", now + 1000))
        #expect(!isHuman(first, "x", now + 3000) && !isHuman(nil, "", now + 3000) && !isHuman("x", "", now + 3000))
        #expect(!isHuman(first, "", now + 2 * RegistrationGround.day))
    }
}
