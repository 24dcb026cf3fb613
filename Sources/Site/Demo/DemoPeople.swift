import Core
import Mail
import People

/// Who takes part: organisations, people with their roles, and the programme.
struct DemoPeople: Sendable, Decodable {
    struct Member: Sendable, Decodable {
        let key: String
        let name: String
        let organisation: String?
        let role: DemoWord<Role>
        /// `programme`, `home` for their organisation, the key of a part, or nothing for the whole installation.
        let scope: String?
        let at: DemoMoment

        /// Made of the name: `anna@voorbeeld.nl`. The domain stands for nobody in this product.
        var mail: String { "\(key)@\(DemoMail.domain)" }
    }

    struct Company: Sendable, Decodable {
        let key: String
        let name: String
        let kind: DemoWord<OrganisationKind>
        let area: DemoArea?
    }

    struct Part: Sendable, Decodable {
        let key: String
        let kind: DemoWord<ProgrammePart.Kind>
        let name: String
        let purpose: String
        /// Key of a part, or the number of a track.
        let below: String
    }

    struct Plan: Sendable, Decodable {
        let name: String
        let purpose: String
        let owner: String
        let goals: [String]
        let tracks: [String]
        let parts: [Part]
        let partners: [String]
        let organisers: [String]
        let contact: String
    }

    let tagline: DemoText
    let start: DemoMoment
    let administrator: String
    let organisations: [Company]
    let people: [Member]
    let programme: Plan

    func member(_ key: String) -> Member? { people.first { $0.key == key } }

    /// The municipality of who belongs to one.
    func place(of member: Member) -> (code: AreaCode, name: String)? {
        organisations.first { $0.key == member.organisation }.flatMap { company in
            company.kind.value == .municipality ? company.area.map { ($0.code, company.name) } : nil
        }
    }

    // MARK: Writing

    func write(_ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        let begin = try days.moment(start)
        script.at(begin) { [self] _, origin in try await mark(site, from: origin) }
        for (index, company) in organisations.enumerated() {
            script.at(begin + Int64(index + 1) * DemoDays.minute) { book, origin in
                let made = try await site.people.organisations.add(name: company.name, kind: company.kind.value, area: company.area?.code, from: origin)
                book.keep(made.id, .organisation, company.key)
            }
        }
        for member in people {
            let inviter = member.key == administrator ? nil : administrator
            script.at(try days.moment(member.at), by: inviter) { [self] book, origin in try await add(member, site, &book, from: origin) }
        }
        script.at(begin + 30 * DemoDays.minute, by: administrator) { [self] book, origin in try await plan(site, &book, days, from: origin) }
    }

    /// Says at every page that people and stories are made up.
    private func mark(_ site: Composition, from origin: Origin) async throws {
        var look = try await site.people.settings.look() ?? InstallationLook(name: site.people.installation.name)
        look.tagline = tagline.both
        try await site.people.settings.save(look, from: origin)
    }

    private func add(_ member: Member, _ site: Composition, _ book: inout DemoBook, from origin: Origin) async throws {
        let person = try await site.people.persons.add(name: member.name, mail: MailAddress(member.mail), from: origin)
        book.keep(person.id, .person, member.key)
        if let home = member.organisation {
            book.homes[member.key] = home
            try await site.people.organisations.join(person.id, book.id(.organisation, home), from: origin)
        }
        let scope: Scope =
            switch member.scope {
            case nil: .installation
            case "programme"?: .programme(try book.programme)
            case "home"?: try book.home(member.key).map { .organisation($0) } ?? .installation
            case let part?: .thing(kind: SearchEntry.Kind.part.rawValue, id: try book.id(.part, part))
            }
        try await site.people.persons.grant(member.role.value, at: scope, to: person.id, from: origin)
    }

    private func plan(_ site: Composition, _ book: inout DemoBook, _ days: DemoDays, from origin: Origin) async throws {
        let year = days.month(0).year, programmes = site.people.programmes
        let facts = Programme.Facts(
            name: programme.name, purpose: programme.purpose, owner: try book.id(.organisation, programme.owner), firstYear: year - 1, lastYear: year + 2,
            goals: programme.goals)
        let made = try await programmes.add(facts, tracks: programme.tracks, from: origin)
        book.keep(made.id, .programme, DemoBook.only)
        for track in try await programmes.outline(made.id)?.parts ?? [] { book.keep(track.id, .part, String(track.number)) }
        for part in programme.parts {
            let below = try book.id(.part, part.below)
            let added = try await programmes.addPart(
                part.kind.value, name: part.name, purpose: part.purpose, below: below, in: made.id, from: origin)
            book.keep(added.id, .part, part.key)
        }
        for (keys, capacity) in [(programme.organisers, Involvement.Capacity.organiser), (programme.partners, .partner)] {
            for key in keys { try await programmes.involve(book.id(.organisation, key), as: capacity, in: made.id, from: origin) }
        }
        guard let contact = member(programme.contact) else { return }
        let details = ProgrammeContact.Details(
            kind: .practical, name: contact.name, mail: try MailAddress(contact.mail), phone: nil, showsMail: true, showsPhone: false)
        try await programmes.addContact(details, to: made.id, from: origin)
    }
}
