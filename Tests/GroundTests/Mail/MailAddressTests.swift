import Mail
import TestSupport
import Testing

@Suite("Mail addresses") struct MailAddressTests {
    @Test(
        "addresses as people have them are taken, with the domain in lower case",
        arguments: [
            ("jan@voorbeeld.nl", "jan@voorbeeld.nl"), (" Jan.de.Vries+wijk@Mail.Voorbeeld.NL ", "Jan.de.Vries+wijk@mail.voorbeeld.nl"),
            ("o'brien@a-b.example", "o'brien@a-b.example"),
            ("x@xn--brgerhaus-q9a.example", "x@xn--brgerhaus-q9a.example"), ("1@1.example", "1@1.example"), ("a_b-c=d/e@f.example", "a_b-c=d/e@f.example"),
        ])
    func taken(typed: String, expected: String) throws {
        let address = try MailAddress(typed)
        #expect(address.description == expected)
        #expect(address.key == expected.lowercased())
        #expect(try MailAddress(expected) == address)
    }

    private static let long = String(repeating: "a", count: 65)
    private static let refusals: [(String, MailAddress.Fault)] = [
        ("", .shape), ("jan", .shape), ("@voorbeeld.nl", .shape), ("jan@", .shape), ("jan@@voorbeeld.nl", .localPart), ("a b@voorbeeld.nl", .localPart),
        (".jan@voorbeeld.nl", .localPart), ("jan.@voorbeeld.nl", .localPart), ("j..n@voorbeeld.nl", .localPart), ("\"jan\"@voorbeeld.nl", .localPart),
        ("jan<x@voorbeeld.nl", .localPart), ("jan,piet@voorbeeld.nl", .localPart), ("jan\r\nBcc:x@voorbeeld.nl", .localPart),
        ("jan@voorbeeld.nl\r\nBcc: x", .domain),
        ("jan@localhost", .domain), ("jan@127.0.0.1", .domain), ("jan@[127.0.0.1]", .domain), ("jan@-a.nl", .domain), ("jan@a-.nl", .domain),
        ("jan@a..nl", .domain),
        ("jan@voorbeeld.nl.", .domain), ("jan@voor_beeld.nl", .domain), ("jan@voorbeeld.nl>", .domain), ("josé@voorbeeld.nl", .international),
        ("jan@bürger.example", .international),
        ("jan@voorbeeld。nl", .international), (long + "@voorbeeld.nl", .tooLong), ("a@" + long + "." + long + "." + long + "." + long + "." + "nl", .tooLong),
        ("a@" + long + ".nl", .domain), (long + long + long + long, .shape),
    ]

    @Test("others are refused, with what is wrong", arguments: refusals)
    func refused(typed: String, fault: MailAddress.Fault) {
        #expect(throws: fault) { try MailAddress(typed) }
    }

    @Test("whatever is typed, an address that is taken has no sign that could end a field or a command")
    func anything() {
        var chance = Chance(51)
        let alphabet = Array("ab.@-+\r\n <>,;:\"()[]\\%é\u{0}\t".utf8)
        var taken = 0
        for _ in 0..<Fuzz.strings * 5 {
            let typed = String(decoding: chance.bytes(14, from: alphabet), as: UTF8.self)
            guard let address = try? MailAddress(typed) else { continue }
            taken += 1
            #expect(address.description.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>,;:\"()[]\\".utf8.contains($0) })
        }
        for _ in 0..<Fuzz.strings {
            let typed = String(decoding: chance.mutated(Array("jan.de.vries@mail.voorbeeld.nl".utf8)), as: UTF8.self)
            if let address = try? MailAddress(typed) {
                taken += 1
                #expect(address.description.utf8.allSatisfy { (0x21...0x7E).contains($0) })
            }
        }
        #expect(taken > 50)
    }

    @Test("names of messages and unsubscribe links refuse what could end a field")
    func parts() {
        #expect(MessageID("17.4", domain: "leefkring.example")?.description == "17.4@leefkring.example")
        for id in ["", "a b", "a\r\nb", "a>", "a@b", ".a", "a.", "a..b", "é", String(repeating: "a", count: 201)] {
            #expect(MessageID(id, domain: "leefkring.example") == nil, "\(id)")
            #expect(MessageID("a", domain: id) == nil, "\(id)")
        }
        #expect(UnsubscribeLink("https://leefkring.example/uit/abc-_.123?x=1") != nil)
        for link in [
            "", "http://a.example", "https://a.example/ b", "https://a.example/\r\n", "https://a.example/>", "https://a.example/,", "https://a.example/é",
            "mailto:a@b.example",
        ] {
            #expect(UnsubscribeLink(link) == nil, "\(link)")
        }
    }

    @Test("a server with a dangerous name, without its password, or plain on another machine is refused")
    func servers() {
        #expect(SMTPServer(host: "mail.voorbeeld.nl") != nil)
        #expect(SMTPServer(host: "::1", port: 25, security: .plain) != nil)
        #expect(SMTPServer(host: "mail.voorbeeld.nl", port: 25, security: .plain) == nil)
        for host in ["", "a b", "a/b", "a@b", "a\r\n", "a?b"] {
            #expect(SMTPServer(host: host) == nil, "\(host)")
            #expect(SMTPServer(host: "mail.voorbeeld.nl", name: host) == nil, "\(host)")
        }
        #expect(SMTPServer(host: "mail.voorbeeld.nl", port: 0) == nil && SMTPServer(host: "mail.voorbeeld.nl", user: "x") == nil)
        let server = SMTPServer(host: "mail.voorbeeld.nl", user: "jan", password: "geheim-woord")
        #expect(!"\(String(describing: server)) \(String(reflecting: server))".contains("geheim"))
    }
}
