import Dutch
import Foundation
import Testing

@Suite("The words of people")
struct PeopleWordsTests {
    @Test(
        "WYK-06: all words of administration, organisations, programmes, settings, passwords, contact, messages, files, profiles, identities and one's own account are B1",
        arguments: [
            "Administration", "Organisations", "Programmes", "Settings", "Passwords", "Contact", "Notices", "Attachments", "Profiles", "Identities", "Account",
        ])
    func literals(_ folder: String) throws {
        let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/People/\(folder)").standardized
        var count = 0
        // The names of kinds of organisations are those of the requirement (ORG-17).
        for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() where name.hasSuffix(".swift") && name != "Organisation.swift" {
            for text in DutchLiterals(try String(contentsOf: place.appending(path: name), encoding: .utf8)).texts {
                count += 1
                let measured = Readability(text)
                if !measured.isB1 { Issue.record("\(name): \(measured.beyond.map { "\($0)" }): \(measured.hints.map { "\($0.kind) \($0.text)" }): \(text)") }
            }
        }
        #expect(count > 12, "\(folder): \(count)")
    }
}
