import Core
import SQL
import Web

/// Tells people about what happens to their account, from the events that are written anyway: in the same transaction, so that one is never without the
/// other.
struct NoticeRules: Sendable {
    let notices: NoticeStore

    func follow(_ event: Event, _ origin: Origin, _ transaction: Transaction) throws {
        guard event.result == .done, let thing = event.thing, thing.kind == "person", let person = Identifier(thing.id) else { return }
        switch event.action {
        case "role.granted": try roleGranted(event, person, origin, transaction)
        case "role.ended": try roleEnded(event, person, origin, transaction)
        case "membership.started": try joined(event, person, origin, transaction)
        case "session.begun": try sessionBegun(event, person, origin, transaction)
        case "recovery-code.used": try signInTold(.recoveryCode, NoticeWords.both(\.recoveryUsed), at: "tweede-stap", person, origin, transaction)
        case "person.erased": try erased(person, origin, transaction)
        default:
            guard let change = credentialChange(event) else { return }
            try signInTold(.credentials, change.title, at: change.part, person, origin, transaction)
        }
    }

    // MARK: Roles

    private func grant(_ event: Event, _ reading: Reading) throws -> RoleGrant? {
        guard let id = event.details["grant"] else { return nil }
        return try reading.first("SELECT \(RoleGrant.columns) FROM role_grant WHERE id = \(id)") { try RoleGrant($0) }
    }

    private func roleGranted(_ event: Event, _ person: Identifier, _ origin: Origin, _ transaction: Transaction) throws {
        guard let grant = try grant(event, transaction) else { return }
        let text = NoticeText(
            NoticeWords.both(\.roleGiven), detail: try roleLine(grant, transaction, end: grant.end), address: PeopleRoute.account.address.at("rollen"))
        try notices.tell(PeopleNotice.roleGiven.kind, text, to: [person], from: origin, in: transaction)
        if grant.role == .functionalAdministrator { try alarm(NoticeWords.both(\.administratorMore), about: person, origin, transaction) }
    }

    private func roleEnded(_ event: Event, _ person: Identifier, _ origin: Origin, _ transaction: Transaction) throws {
        guard let grant = try grant(event, transaction) else { return }
        let text = NoticeText(NoticeWords.both(\.roleEnded), detail: try roleLine(grant, transaction), address: PeopleRoute.account.address.at("rollen"))
        try notices.tell(PeopleNotice.roleEnded.kind, text, to: [person], from: origin, in: transaction)
        if grant.role == .functionalAdministrator { try alarm(NoticeWords.both(\.administratorLess), about: person, origin, transaction) }
    }

    /// `Wijkprofessional, voor De Wijkmakers, tot 1 mei 2027.`
    func roleLine(_ grant: RoleGrant, _ reading: Reading, end: Int64? = nil) throws -> Localized {
        var places = PlaceNames()
        switch grant.scope {
        case .organisation(let id): places.organisations[id] = try name(of: id, "organisation", reading)
        case .programme(let id): places.programmes[id] = try name(of: id, "programme", reading)
        case .installation, .area, .thing: break
        }
        func line(_ language: Language) -> String {
            let words = AccountWords(language)
            return [grant.role.name[language], places.text(grant.scope, language), end.map { words.until(words.date($0)) }].compactMap { $0 }
                .joined(separator: ", ") + "."
        }
        return Localized(nl: line(.nl), en: line(.en))
    }

    private func name(of id: Identifier, _ table: String, _ reading: Reading) throws -> String? {
        try reading.first("SELECT name FROM \(identifier: table) WHERE id = \(id.description)") { try $0.string(0) }
    }

    /// A change of who keeps the installation running goes to all others who do (BIO2 5.18, 8.02). The page behind it says whose.
    private func alarm(_ title: Localized, about person: Identifier, _ origin: Origin, _ transaction: Transaction) throws {
        let others = try PersonStore.administrators(at: origin.time, transaction).map(\.id).filter { $0 != person }
        let text = NoticeText(title, detail: NoticeWords.both(\.administratorDetail), address: AdministrationRoute.person(person).address)
        try notices.tell(PeopleNotice.administrators.kind, text, to: others, from: origin, in: transaction)
    }

    private func erased(_ person: Identifier, _ origin: Origin, _ transaction: Transaction) throws {
        let was = try transaction.first(
            """
            SELECT 1 FROM role_grant WHERE person = \(person.description) AND role = \(Role.functionalAdministrator)
                AND scope_kind = \(Scope.installation.stored.kind) AND ended_at = \(origin.time)
            """
        ) { try $0.int(0) }
        guard was != nil else { return }
        let others = try PersonStore.administrators(at: origin.time, transaction).map(\.id)
        let text = NoticeText(
            NoticeWords.both(\.administratorLess), detail: NoticeWords.both(\.administratorDetail), address: PeopleRoute.journal().address)
        try notices.tell(PeopleNotice.administrators.kind, text, to: others, from: origin, in: transaction)
    }

    // MARK: Organisations and sign-in

    private func joined(_ event: Event, _ person: Identifier, _ origin: Origin, _ transaction: Transaction) throws {
        guard let id = event.details["organisation"].flatMap({ Identifier($0) }), let name = try name(of: id, "organisation", transaction) else { return }
        let text = NoticeText(
            NoticeWords.both(\.joined), detail: NoticeWords.both { $0.joinedDetail(name) }, address: OrganisationRoute.organisation(id).address)
        try notices.tell(PeopleNotice.organisationJoined.kind, text, to: [person], from: origin, in: transaction)
    }

    /// A kind of browser and machine that this account did not use before. The first time ever is no news: a code was asked for it just now.
    private func sessionBegun(_ event: Event, _ person: Identifier, _ origin: Origin, _ transaction: Transaction) throws {
        guard let session = event.details["session"],
            let device = try transaction.first("SELECT device FROM session WHERE id = \(session)", { try $0.string(0) })
        else { return }
        let earlier = try transaction.all("SELECT device FROM session WHERE person = \(person.description) AND id <> \(session)") { try $0.string(0) }
        guard !earlier.isEmpty, !earlier.contains(device) else { return }
        let text = NoticeText(
            NoticeWords.both(\.newDevice), detail: NoticeWords.both { $0.newDeviceDetail(device, at: origin.time) },
            address: PeopleRoute.account.address.at("aanmeldingen"))
        try notices.tell(PeopleNotice.newDevice.kind, text, to: [person], from: origin, in: transaction)
    }

    /// A change of what someone signs in with: it is always told, and cannot be turned off (ASVS 5.0: 6.3.7).
    ///
    /// - Returns: what is said, and the part of their own page that shows it
    private func credentialChange(_ event: Event) -> (title: Localized, part: String)? {
        func provider(_ isMeant: (IdentityProvider) -> Bool, _ known: String) -> Localized {
            notices.installation.providers.first(where: isMeant)?.name ?? Localized(event.details[known] ?? "")
        }
        switch event.action {
        case "password.set": return (NoticeWords.both(\.passwordSet), "wachtwoord")
        case "password.changed": return (NoticeWords.both(\.passwordChanged), "wachtwoord")
        case "password.removed": return (NoticeWords.both(\.passwordRemoved), "wachtwoord")
        case "second-factor.confirmed": return (NoticeWords.both(\.secondFactorSet), "tweede-stap")
        case "second-factor.changed": return (NoticeWords.both(\.secondFactorChanged), "tweede-stap")
        case "second-factor.removed": return (NoticeWords.both(\.secondFactorRemoved), "tweede-stap")
        case "second-factor.reset": return (NoticeWords.both(\.secondFactorReset), "tweede-stap")
        case "recovery-codes.renewed": return (NoticeWords.both(\.recoveryRenewed), "tweede-stap")
        case "person.mail-changed": return (NoticeWords.both(\.mailChanged), "mailadres")
        case "identity.added":
            let name = provider({ $0.key == event.details["provider"] }, "provider")
            return (NoticeWords.both { $0.identityAdded(name[$0.language]) }, "koppelingen")
        case "identity.removed":
            let name = provider({ $0.issuer == event.details["issuer"] }, "issuer")
            return (NoticeWords.both { $0.identityRemoved(name[$0.language]) }, "koppelingen")
        default: return nil
        }
    }

    private func signInTold(
        _ notice: PeopleNotice, _ title: Localized, at part: String, _ person: Identifier, _ origin: Origin, _ transaction: Transaction
    ) throws {
        let text = NoticeText(title, detail: NoticeWords.both { $0.at(origin.time) }, address: PeopleRoute.account.address.at(part))
        try notices.tell(notice.kind, text, to: [person], from: origin, in: transaction)
    }
}
