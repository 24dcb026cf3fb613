import Core
import Mail
import People
import Web

/// Reads what someone fills in to register. Every fault is said at once, and nothing that was typed is lost.
enum RegistrationForm {
    private typealias Words = RegistrationWords

    static let most = 8
    static let allTheSame = "toch"

    /// What a form asks, which depends on the meeting.
    struct Questions: Sendable {
        var ways: [Presence] = [.physical]
        var mode = Meeting.SubgroupMode.assigned
        var subgroups: [Subgroup] = []
        /// Free and waiting of each subgroup.
        var places: [Identifier: Places] = [:]
        var audience: Set<Role> = []
        /// How many people fill it in: one, or a group.
        var isGroup = false
        /// Of a series: what can be ticked.
        var meetings: [Meeting] = []

        var asksChoice: Bool { mode == .choice && !subgroups.isEmpty }
        var asksWishes: Bool { mode == .wishes && !subgroups.isEmpty }
    }

    /// The roles that are offered: those it is for first.
    static func roles(_ audience: Set<Role>) -> [Role] {
        let offered = Role.allCases.filter { ![.functionalAdministrator, .subgroupLeader, .partnerEditor, .author].contains($0) }
        return offered.filter(audience.contains) + offered.filter { !audience.contains($0) }
    }

    /// - Parameter person: who signed in
    /// - Returns: one draft for each person; nil with faults in the form
    static func drafts(_ form: inout Form, _ questions: Questions, person: Person?, language: Language) -> [RegistrationDraft]? {
        let people = questions.isGroup ? members(&form) : [single(&form)].compactMap { $0 }
        let role = form.choice("rol", of: Role.self, required: Words.both(\.roleEmpty))
        let municipality = oneLine("gemeente", limit: 100, required: nil, &form) ?? ""
        let way =
            questions.ways.count > 1
            ? form.choice("vorm", of: Presence.self, required: Words.both(\.wayEmpty)) : questions.ways.first
        let subgroup = questions.asksChoice ? group("groep", questions, required: Words.both(\.subgroupEmpty), &form) : nil
        let wishes = questions.asksWishes ? wishes(questions, &form) : []
        let need = form.text("vraag", limit: 1000), caseText = form.text("situatie", limit: 4000)
        if let role, !questions.audience.isEmpty, !questions.audience.contains(role), !form.has(allTheSame, "ja") {
            form.fail(allTheSame, Words.both(\.allTheSameEmpty))
        }
        guard let role, let way, !people.isEmpty, form.errors.isEmpty else { return nil }
        return people.map { name, mail in
            RegistrationDraft(
                name: name, mail: mail, person: person?.mail.key == mail.key ? person?.id : nil, language: language, role: role,
                municipalityName: municipality, way: way, need: need ?? "", caseText: caseText ?? "", subgroup: subgroup, wishes: wishes)
        }
    }

    // MARK: People

    private static func single(_ form: inout Form) -> (String, MailAddress)? {
        let name = oneLine("naam", limit: 100, required: Words.both(\.nameEmpty), &form)
        let mail = mail("mail", required: Words.both(\.mailEmpty), &form)
        guard let name, let mail else { return nil }
        return (name, mail)
    }

    /// The rows that have something in them; at least two, and no address twice.
    private static func members(_ form: inout Form) -> [(String, MailAddress)] {
        var people: [(String, MailAddress)] = [], seen: Set<String> = []
        for number in 1...most {
            let isEmpty = [form["naam\(number)"], form["mail\(number)"]].allSatisfy { ($0 ?? "").allSatisfy(\.isWhitespace) }
            if isEmpty { continue }
            let name = oneLine("naam\(number)", limit: 100, required: Words.both(\.memberEmpty), &form)
            let mail = mail("mail\(number)", required: Words.both(\.memberEmpty), &form)
            guard let name, let mail else { continue }
            if seen.insert(mail.key).inserted { people.append((name, mail)) } else { form.fail("mail\(number)", Words.both(\.memberTwice)) }
        }
        if people.count < 2 && form.errors.isEmpty { form.fail("naam1", Words.both(\.fewMembers)) }
        return people
    }

    /// No person can type a line end in a field of one line; in a mail it would begin a new field of the head.
    static func oneLine(_ name: String, limit: Int, required: Localized?, _ form: inout Form) -> String? {
        if let sent = form[name], sent.unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0 == "\u{2028}" || $0 == "\u{2029}" }) {
            form.fail(name, Words.both(\.oneLine))
            return nil
        }
        return form.text(name, limit: limit, required: required)
    }

    private static func mail(_ name: String, required: Localized, _ form: inout Form) -> MailAddress? {
        guard let typed = oneLine(name, limit: 254, required: required, &form) else { return nil }
        do throws(MailAddress.Fault) { return try MailAddress(typed) } catch {
            form.fail(name, Words.both(\.mailShape))
            return nil
        }
    }

    // MARK: Subgroups

    private static func group(_ name: String, _ questions: Questions, required: Localized?, _ form: inout Form) -> Identifier? {
        guard let id = form.value(name, as: Identifier.self, required: required, otherwise: Words.both(\.subgroupEmpty)) else { return nil }
        guard questions.subgroups.contains(where: { $0.id == id }) else {
            form.fail(name, Words.both(\.subgroupEmpty))
            return nil
        }
        return id
    }

    private static func wishes(_ questions: Questions, _ form: inout Form) -> [Identifier] {
        var wishes: [Identifier] = []
        for number in 1...3 {
            guard let wish = group("wens\(number)", questions, required: nil, &form) else { continue }
            if wishes.contains(wish) { form.fail("wens\(number)", Words.both(\.wishTwice)) } else { wishes.append(wish) }
        }
        return wishes
    }

    /// What can be changed later.
    static func words(_ form: inout Form) -> RegistrationStore.OwnWords? {
        let need = form.text("vraag", limit: 1000), caseText = form.text("situatie", limit: 4000), extra = form.text("extra", limit: 1000)
        guard form.errors.isEmpty else { return nil }
        return RegistrationStore.OwnWords(need: need ?? "", caseText: caseText ?? "", extra: extra ?? "")
    }

    static func items(_ registration: Registration) -> Form {
        Form(items: [
            .init("vraag", registration.draft.need), .init("situatie", registration.draft.caseText), .init("extra", registration.extra),
        ])
    }
}
