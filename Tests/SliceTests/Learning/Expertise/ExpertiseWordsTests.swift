import Core
import Dutch
import Foundation
import Testing
import Web

@testable import Learning

@Suite("The words and addresses of expertise")
struct ExpertiseWordsTests {
    @Test("WYK-06: all words of expertise are B1")
    func literals() throws {
        let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../Sources/Learning/Expertise").standardized
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() where name.hasSuffix(".swift") {
            for text in DutchLiterals(try String(contentsOf: place.appending(path: name), encoding: .utf8)).texts {
                count += 1
                let measured = Readability(text)
                if !measured.isB1 { Issue.record("\(name): \(measured.beyond.map { "\($0)" }): \(measured.hints.map { "\($0.kind) \($0.text)" }): \(text)") }
            }
        }
        #expect(count > 60, "\(count)")
    }

    @Test("every address prints and reads back as itself")
    func roundTrip() {
        let one = Identifier(at: 1)
        let all: [ExpertiseRoute] = [
            .directory, .mine, .lines, .decisions, .settings, .requests, .request(one), .close(one), .ask(one), .askProof("abc-_"), .help(one), .entry(one),
            .log, .introductions, .introduction(one), .sideProof("abc-_"),
        ]
        #expect(Set(all.map { $0.address.url(in: .nl) }).count == all.count)
        for route in all { #expect(ExpertiseRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)") }
        for target in ["/", "/expertise/x", "/mijn/profiel", "/mijn/expertise/x", "/meedenken/vragen", "/meedenken/vragen/x", "/kennismakingen/x"] {
            #expect(ExpertiseRoute(PageAddress(target: target)) == nil, "\(target)")
        }
    }
}
