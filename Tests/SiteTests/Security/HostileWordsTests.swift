import Core
import Foundation
import HTTPTypes
import Knowledge
import Mail
import People
import Site
import TestSupport
import Testing
import Web

@Suite("Hostile words in stored things")
struct HostileWordsTests {
    private static let words = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&lt;{{7*7}}"

    @Test("ASVS 1.2.1: a name with markup in it is shown as that name, on every page, in every file, wherever it was typed", arguments: Language.allCases)
    func stored(_ language: Language) async throws {
        try await GuardedSite.with { guarded in
            let people = guarded.site.people, origin = guarded.people.origin
            let person = try await people.persons.add(name: Self.words, mail: try MailAddress("kwaad@voorbeeld.nl"), from: origin)
            try await people.persons.grant(.neighbourhoodProfessional, subRole: Self.words, at: .installation, to: person.id, from: origin)
            let organisation = try await people.organisations.add(name: Self.words, kind: .company, from: origin)
            try await people.organisations.join(person.id, organisation.id, from: origin)
            let facts = Programme.Facts(name: Self.words, purpose: Self.words, owner: organisation.id, goals: [Self.words])
            let programme = try await people.programmes.add(facts, tracks: [Self.words], from: origin)
            let contact = ProgrammeContact.Details(kind: .practical, name: Self.words, mail: nil, phone: nil, showsMail: true, showsPhone: true)
            try await people.programmes.addContact(contact, to: programme.id, from: origin)
            let look = InstallationLook(name: String(Self.words.prefix(60)), tagline: Localized(String(Self.words.prefix(80))))
            try await people.settings.save(look, from: origin)
            _ = try await people.terms.add(TermDraft(vocabulary: .theme, name: Localized(String(Self.words.prefix(80)))), from: origin)
            try await guarded.site.knowledge.desk.refresh()
            let part = try #require(try await people.programmes.outline(programme.slug)?.parts.first)
            let client = try await guarded.client(GuardedSite.administrator)
            var targets = [
                ProgrammeRoute.part(programme.slug, part.id).address, ProgrammeRoute.partEdit(programme.slug, part.id).address,
                PageAddress(["zoeken"], query: [.init("q", "alert script")]), PageAddress(["zoeken", "suggesties"], query: [.init("q", "script")]),
            ].map { $0.url(in: language) }
            for route in guarded.stack.table.routes where route.method == .get && !route.pattern.hasPrefix("/api") {
                let target = try PermissionTableTests.target(route.pattern).replacing("/programmas/geen", with: "/programmas/\(programme.slug)")
                let id = route.pattern.contains("{organisatie}") ? organisation.id : person.id
                targets.append((language == .nl ? "" : "/en") + target.replacing("01m80z5njhgfcm0npw6m3sbzrq", with: id.description))
            }
            var shown = 0
            for target in targets {
                let reply = try await client.get(target)
                guard reply[header: "Content-Type"]?.hasPrefix("text/html") == true else { continue }
                shown += reply.text.contains("&lt;script&gt;alert(1)") ? 1 : 0
                #expect(!reply.text.contains("<script>alert") && !reply.text.contains("<img src=x") && !reply.text.contains("\"'><"), "\(target)")
            }
            #expect(shown >= 12, "\(shown)")
        }
    }

    @Test("ASVS 1.2.2: no link and no form of any page leads to a script, to another scheme or, without saying so, to another site")
    func links() async throws {
        try await GuardedSite.with(loaded: true) { guarded in
            let client = try await guarded.client(GuardedSite.administrator)
            for route in guarded.stack.table.routes where route.method == .get && !route.pattern.hasPrefix("/api") {
                let target = try PermissionTableTests.target(route.pattern)
                let text = try await client.get(target + (target.contains("?") ? "&" : "?") + "terug=javascript:alert(1)&q=%22%3Ejavascript:alert(1)").text
                for link in text.matches(of: /<(?:a|link|form|script|img)\b[^>]*? (?:href|src|action)="([^"]*)"/) {
                    let place = String(link.output.1)
                    let isOwn = place.hasPrefix("/") && !place.hasPrefix("//") || place.hasPrefix("#") || place.hasPrefix("?") || place.isEmpty
                    #expect(isOwn || place.hasPrefix("https://") || place.hasPrefix("mailto:") || place.hasPrefix("tel:"), "\(target): \(place)")
                }
            }
        }
    }
}
