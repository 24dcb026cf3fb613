import Core
import Mail
import SQL
import TestSupport
import Testing
import Web

@testable import People

@Suite("What organisations tell of themselves")
struct OrganisationAboutTests {
    private typealias Entry = OrganisationAbout.Entry
    private typealias Fault = OrganisationStore.Fault

    private static func about() throws -> OrganisationAbout {
        var about = OrganisationAbout()
        about.terms = ["eenzaamheid"]
        about.products = [Entry("Gids voor een wandelclub", link: "https://zwaluw.example/gids"), Entry("Kaartspel Buren")]
        about.platforms = [Entry("Zwaluwplein", link: "http://plein.zwaluw.example")]
        about.contact.words = "Bel ons op dinsdag."
        about.contact.mail = try MailAddress("vragen@zwaluw.example")
        about.contact.link = "https://zwaluw.example/contact"
        return about
    }

    @Test("EXP-07: subjects, products, platforms and contact are kept in order, and what is left out goes", arguments: TestDatabase.engines)
    func kept(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people in
            let store = people.slice.organisations, origin = PeopleGround.origin()
            let club = try await store.add(name: "Stichting Zwaluw", kind: .knowledgeInstitute, from: origin).id
            let other = try await store.add(name: "Stichting Mus", kind: .knowledgeInstitute, from: origin).id
            #expect(try await store.about(club) == OrganisationAbout())
            let first = try Self.about()
            try await store.describe(club, as: first, from: origin)
            #expect(try await store.about(club) == first)
            #expect(try await store.about(other) == OrganisationAbout())
            #expect(first.publicContact == nil, "nothing was given for everyone")
            var second = first
            second.terms = ["wonen"]
            second.products = [Entry("Kaartspel Buren"), Entry("Gids voor een wandelclub")]
            second.platforms = []
            second.contact = OrganisationAbout.Contact()
            second.contact.words = "Kom langs."
            second.contact.isPublic = true
            try await store.describe(club, as: second, from: origin)
            let abouts = try await store.abouts()
            #expect(abouts == [club: second] && second.publicContact?.words == "Kom langs.")
            #expect(try await people.actions().suffix(2) == ["organisation.described", "organisation.described"])
        }
    }

    @Test("EXP-07: too many lines, a link of another kind and a label that is not there are refused, and leave what was", arguments: TestDatabase.engines)
    func refused(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people in
            let store = people.slice.organisations, origin = PeopleGround.origin()
            let club = try await store.add(name: "Stichting Zwaluw", kind: .knowledgeInstitute, from: origin).id
            let good = try Self.about()
            try await store.describe(club, as: good, from: origin)
            let changes: [(inout OrganisationAbout) -> Void] = [
                { $0.products = (1...21).map { Entry("Gids \($0)") } }, { $0.platforms = [Entry("Plein")] },
                { $0.platforms = (1...11).map { Entry("Plein \($0)", link: "https://zwaluw.example") } },
                { $0.products = [Entry("Gids", link: "javascript:alert(1)")] }, { $0.products = [Entry("Gids", link: "ftp://zwaluw.example")] },
                { $0.products = [Entry("Gids", link: "https://")] }, { $0.products = [Entry("")] },
                { $0.products = [Entry(String(repeating: "é", count: 201))] }, { $0.contact.link = "mailto:vragen@zwaluw.example" },
                { $0.contact.words = String(repeating: "é", count: 501) },
            ]
            for (index, change) in changes.enumerated() {
                var bad = good
                change(&bad)
                let refused = bad
                await #expect(throws: Fault.unfit, "\(index)") { try await store.describe(club, as: refused, from: origin) }
            }
            var unknown = good
            unknown.terms = ["bestaat-niet"]
            unknown.products = []
            let refused = unknown
            await #expect(throws: TermDraft.Fault.unknownTerm) { try await store.describe(club, as: refused, from: origin) }
            #expect(try await store.about(club) == good)
            var full = good
            full.products = (1...20).map { Entry("Gids \($0)") }
            full.platforms = (1...10).map { Entry("Plein \($0)", link: "https://zwaluw.example/\($0)") }
            let most = full
            try await store.describe(club, as: most, from: origin)
            #expect(try await store.about(club) == most)
            try await store.end(club, from: origin)
            await #expect(throws: Fault.unknownOrganisation) { try await store.describe(club, as: good, from: origin) }
            // Whoever goes past the store meets the constraint.
            for link in ["javascript:alert(1)", "https://"] {
                await #expect(throws: SQLError.self) {
                    try await people.database.write { try $0.execute("UPDATE organisation_product SET link = \(link) WHERE number = 1") }
                }
            }
        }
    }

    @Test("EXP-07: an organisation is found by its subjects and by what it made, never by how to reach it")
    func found() async throws {
        try await PeopleGround.with(.sqlite) { people in
            let slice = people.slice, origin = PeopleGround.origin()
            let club = try await slice.organisations.add(name: "Stichting Zwaluw", kind: .knowledgeInstitute, from: origin).id
            var about = try Self.about()
            about.contact.isPublic = true
            try await slice.organisations.describe(club, as: about, from: origin)
            let entry = try #require(try await slice.searchSource.entries().first { $0.key == club.description })
            #expect(entry.labels.map(\.key) == ["thema:eenzaamheid"] && entry.audience == [.everyone])
            #expect(entry.text.nl == "Kennisinstelling\nGids voor een wandelclub\nKaartspel Buren\nZwaluwplein")
            #expect(entry.text.en == "Knowledge institute\nGids voor een wandelclub\nKaartspel Buren\nZwaluwplein")
        }
    }

    @Test("EXP-07: the address of someone who is erased is no longer the contact of an organisation", arguments: TestDatabase.engines)
    func erased(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people in
            let slice = people.slice, origin = PeopleGround.origin()
            let person = try await people.person("Zebedea")
            let club = try await slice.organisations.add(name: "Stichting Zwaluw", kind: .knowledgeInstitute, from: origin).id
            var about = try Self.about()
            about.contact.mail = person.mail
            try await slice.organisations.describe(club, as: about, from: origin)
            try await slice.persons.erase(person.id, from: origin)
            about.contact.mail = nil
            #expect(try await slice.organisations.about(club) == about)
            #expect(try await !people.holds("organisation_page", "zebedea"))
        }
    }

    @Test("EXP-07: one line is one product with a link behind it; a link that is none is told with the line it stands on")
    func lines() throws {
        var form = Form(items: [
            .init("producten", "  Gids  voor buren Https://zwaluw.example/gids \r\n\r\nKaartspel: Buren\n"), .init("platforms", "Plein http://plein.example"),
            .init("mail", ""), .init("onderwerp", "wonen"), .init("onderwerp", "eenzaamheid"), .init("openbaar", "ja"), .init("bereiken", "Bel ons."),
        ])
        let about = try #require(OrganisationAbout(&form))
        #expect(about.products == [Entry("Gids voor buren", link: "https://zwaluw.example/gids"), Entry("Kaartspel: Buren")])
        #expect(about.platforms == [Entry("Plein", link: "http://plein.example")] && about.terms == ["wonen", "eenzaamheid"])
        #expect(about.publicContact?.words == "Bel ons.")
        var again = about.form
        #expect(OrganisationAbout(&again) == about, "what the form shows is what it reads")
        let faults: [(field: String, words: String, said: String)] = [
            ("producten", "Gids www.zwaluw.example", "Begin de link met https:// op deze regel: Gids www.zwaluw.example"),
            ("producten", "Gids javascript:alert(1)", "Begin de link met https:// op deze regel: Gids javascript:alert(1)"),
            ("producten", "https://zwaluw.example", "Zet een naam voor de link: https://zwaluw.example"),
            ("producten", String(repeating: "x", count: 201), "Maak deze naam korter: " + String(repeating: "x", count: 40) + "…"),
            ("producten", (1...21).map { "Gids \($0)" }.joined(separator: "\n"), "Gebruik hoogstens 20 regels"),
            ("platforms", "Plein", "Zet een link achter deze naam: Plein"),
            ("platforms", (1...11).map { "Plein https://plein.example/\($0)" }.joined(separator: "\n"), "Gebruik hoogstens 10 regels"),
            ("link", "zwaluw.example", "Begin de link met https://"), ("mail", "zwaluw", "Schrijf het mailadres zoals naam@voorbeeld.nl"),
        ]
        for fault in faults {
            var form = Form(items: [.init(fault.field, fault.words)])
            #expect(OrganisationAbout(&form) == nil)
            #expect(form.errors.map(\.field) == [fault.field] && form.errors.map(\.message.nl) == [fault.said], "\(fault.words.prefix(60))")
        }
    }
}
