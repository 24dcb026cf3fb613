import Credentials
import Foundation
import TestSupport
import Testing
import Transfer

@Suite("Rules for passwords") struct PasswordRulesTests {
    private let rules = PasswordRules()

    @Test(
        "ASVS 6.2.5: long passwords that are hard to guess are taken, whatever signs they are made of",
        arguments: [
            "correct paard batterij nietje", "mijn buurman snoeit graag heggen", "kwx7vplq2nzt",
            "aardappelsoep met prei", "ΚΑΛΗΜΕΡΑ ΓΕΙΤΟΝΙΑ", "tgvbpdlmwrxk",

            "een brug over de Linge", "7192 0385 6617 4402", "私たちの町はとてもきれいです", "!!Kwartel-op-dak-vliegt",
        ])
    func taken(password: String) {
        #expect(rules.faults(in: password) == [])
    }

    @Test(
        "ASVS 6.2.4: passwords made of what people try first are refused, in Dutch and English",
        arguments: [
            "wachtwoord123", "Wachtwoord2024!", "Welkom01Welkom01", "W3lk0m2024!!", "password1234", "P@ssw0rd2023", "qwertyuiop123", "1q2w3e4r5t6y",
            "123456789012",
            "aaaaaaaaaaaa", "abcabcabcabc", "abcdefghijkl", "zomer2024zomer", "feyenoord1908!", "amsterdam2025", "iloveyou1234", "drowthcaw1234",
            "111222333444", "qazwsxedcrfv",
            "letmein20202020", "Maandag2024!!", "ajaxajaxajaxajax", "!@#$%^&*()!@#", "september2025", "gemeente2026!", "jan-piet-1970", "0987654321098",
        ])
    func common(password: String) {
        #expect(rules.faults(in: password) == [.common])
    }

    @Test("ASVS 6.2.4: more than three thousand passwords of twelve letters and more follow from a word, a year and a sign, and all are refused")
    func derived() {
        let words = ["wachtwoord", "welkom", "voetbal", "amsterdam", "feyenoord", "vakantie", "december", "computer", "superman", "liverpool"]
        var count = 0
        for word in words {
            for year in 1980...2030 {
                for end in ["", "!", "?", "#", ".", "1"] {
                    for password in ["\(word.capitalized)\(year)\(end)", "\(year)\(word)\(end)\(end)"] where password.count >= 12 {
                        count += 1
                        #expect(rules.faults(in: password) == [.common], "\(password)")
                    }
                }
            }
        }
        #expect(count > 3000)
    }

    @Test("ASVS 6.2.11: a name, mail address or organisation of the person, or the name of the site, does not make a password stronger")
    func personal() {
        let context = ["Fatima el Idrissi", "f.elidrissi@heuvelland.example", "Stichting Dorpskracht", "Leefkring"]
        for password in ["Idrissi-Dorpskracht", "fatimaelidrissi2024", "heuvelland-elidrissi", "dorpskracht!Fat1ma"] {
            #expect(rules.faults(in: password, context: context) == [.personal], "\(password)")
        }
        #expect(rules.faults(in: "leefkring2026!", context: context) == [.common])
        #expect(rules.faults(in: "Fatima fietst langs de uiterwaard", context: context) == [])
        #expect(rules.faults(in: "Idrissi-Dorpskracht", context: []) == [])
    }

    @Test("ASVS 6.2.1: too short and too long are said, and the minimum is never under 8")
    func lengths() {
        #expect(rules.faults(in: "") == [.tooShort(minimum: 12)])
        #expect(rules.faults(in: "kwx7vplq2nz") == [.tooShort(minimum: 12)])
        #expect(rules.faults(in: "geheim") == [.tooShort(minimum: 12), .common])
        #expect(rules.faults(in: String(repeating: "kwx7vplq2nzt", count: 30)) == [.tooLong])
        #expect(PasswordRules(minimum: 1).minimum == 8)
        #expect(PasswordRules(minimum: 8).faults(in: "kwx7vpl") == [.tooShort(minimum: 8), .common])
    }

    @Test("ASVS 6.2.12: a password from a list of breached ones is refused; every line of the list is found, and no other")
    func breached() throws {
        var chance = Chance(44)
        let known = (0..<500).map { _ in "zwaluw " + BitEncoding.readable.encode((0..<8).map { _ in UInt8.random(in: 0...255, using: &chance) }) }
        let path = NSTemporaryDirectory() + "leefkring-breached-\(UUID().uuidString)"
        try sha1Lines(of: known).write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let list = try BreachedPasswords(path: path)
        for password in known { #expect(list.contains(try given(Password(password))), "\(password)") }
        for password in known { #expect(!list.contains(try given(Password(password + "x")))) }
        let rules = PasswordRules(breached: list)
        #expect(rules.faults(in: known[0]) == [.breached])
        #expect(rules.faults(in: known[0] + "x") == [])
        #expect(throws: TransferError.self) { try BreachedPasswords(path: path + "-absent") }
        try "not a list".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: TransferError.self) { try BreachedPasswords(path: path) }
        #expect(!list.contains(try given(Password(known[0]))))
    }

    @Test("any text gets an answer, and in little time")
    func anything() {
        var chance = Chance(45)
        for _ in 0..<Fuzz.strings / 5 {
            let text = String(decoding: chance.bytes(60), as: UTF8.self)
            _ = rules.faults(in: text, context: [text, String(decoding: chance.bytes(30), as: UTF8.self)])
        }
        let start = ContinuousClock.now
        for text in [String(repeating: "a", count: 256), String(repeating: "ab1é", count: 64), String(repeating: "🏳️‍🌈", count: 40)] {
            _ = rules.faults(in: text, context: [String(repeating: "name ", count: 100_000)])
        }
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    /// The lines of the list as its publisher writes them.
    private func sha1Lines(of passwords: [String]) -> String {
        passwords.map { sha1($0) + ":\($0.utf8.count)\r\n" }.sorted().joined()
    }
}
