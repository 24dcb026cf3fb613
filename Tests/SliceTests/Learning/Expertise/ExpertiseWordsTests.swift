import Core
import Testing
import Web

@testable import Learning

@Suite("The words and addresses of expertise")
struct ExpertiseWordsTests {
    @Test("WYK-06: all words of expertise are B1")
    func literals() throws {
        let count = try SourceWords.measure("Learning/Expertise")
        #expect(count > 60, "\(count)")
    }

    @Test("every address prints and reads back as itself")
    func roundTrip() {
        let one = Identifier(at: 1)
        let all: [ExpertiseRoute] = [
            .directory, .mine, .lines, .decisions, .settings, .offer("abc.1.-_"), .requests, .request(one), .close(one), .ask(one),
            .askProof("abc-_"), .help(one), .entry(one), .log, .introductions, .introduction(one), .sideProof("abc-_"),
        ]
        #expect(Set(all.map { $0.address.url(in: .nl) }).count == all.count)
        for route in all { #expect(ExpertiseRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)") }
        let strange = [
            "/", "/expertise/x", "/mijn/profiel", "/mijn/expertise/x", "/mijn/expertise/aanbod", "/meedenken/vragen", "/meedenken/vragen/x",
            "/kennismakingen/x",
        ]
        for target in strange {
            #expect(ExpertiseRoute(PageAddress(target: target)) == nil, "\(target)")
        }
    }
}
