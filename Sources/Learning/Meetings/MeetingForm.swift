import Core
import Web

/// Reads what organisers fill in about a meeting, and shows it again.
enum MeetingForm {
    private typealias Words = MeetingEditWords

    /// What was filled in, with the labels and why it moves.
    struct Sent: Sendable {
        let facts: Meeting.Facts
        let terms: Set<String>
        let reason: String
    }

    /// The fields as the form shows them.
    static func items(_ facts: Meeting.Facts, terms: some Sequence<String>) -> Form {
        func moment(_ milliseconds: Int64?, _ name: String) -> [Form.Item] {
            guard let milliseconds else { return [] }
            return [.init(name + "-dag", MeetingHours.written(milliseconds)), .init(name + "-tijd", MeetingHours.writtenClock(milliseconds))]
        }
        let plain: [Form.Item] = [
            .init("naam", facts.title), .init("onderwerp", facts.subject), .init("doel", facts.purpose), .init("reeks", facts.part?.description ?? ""),
            .init("nummer", facts.number.map { "\($0)" } ?? ""), .init("soort", facts.kind.rawValue), .init("vorm", facts.form.rawValue),
            .init("dag", MeetingHours.written(facts.startsAt)), .init("begin", MeetingHours.writtenClock(facts.startsAt)),
            .init("einde", MeetingHours.writtenClock(facts.endsAt)), .init("plek", facts.place), .init("adres", facts.address),
            .init("link", facts.joinLink), .init("gebied", facts.area?.description ?? ""), .init("plaatsen", facts.capacity.map { "\($0)" } ?? ""),
            .init("plaatsen-online", facts.onlineCapacity.map { "\($0)" } ?? ""), .init("prijs", facts.price),
            .init("voorbereiding", facts.preparation == 0 ? "" : "\(facts.preparation)"), .init("groepen", facts.subgroups.rawValue),
        ]
        let ticked: [Form.Item] =
            facts.audience.map { Form.Item("rol", $0.rawValue) } + terms.map { Form.Item("onderwerpen", $0) }
            + (facts.isClosedCircle ? [Form.Item("gesloten", "ja")] : []) + (facts.balances ? [Form.Item("spreiden", "ja")] : [])
        return Form(items: plain + ticked + moment(facts.opensAt, "opent") + moment(facts.closesAt, "sluit"))
    }

    /// What a new meeting begins with.
    static let empty = Form(items: [
        .init("soort", Meeting.Kind.meeting.rawValue), .init("groepen", Meeting.SubgroupMode.choice.rawValue),
    ])

    /// - Parameter parts: those of the programme that it can belong to
    static func read(_ form: inout Form, parts: Set<Identifier>) -> Sent? {
        let title = form.fitting("naam", 200, required: Words.both(\.nameEmpty))
        let kind = form.choice("soort", of: Meeting.Kind.self, required: Words.both(\.kindEmpty))
        let meets = form.choice("vorm", of: Meeting.Form.self, required: Words.both(\.formEmpty))
        let part = form.value("reeks", as: Identifier.self, otherwise: Words.both(\.belongsEmpty))
        if let part, !parts.contains(part) { form.fail("reeks", Words.both(\.belongsEmpty)) }
        let hours = hours(&form)
        guard let title, let kind, let meets, let hours, form.errors.isEmpty else {
            // So that one look at the page shows all that is wrong.
            var rest = Meeting.Facts(title: "-", form: .online, startsAt: 0, endsAt: 1)
            readRest(&form, into: &rest)
            return nil
        }
        var facts = Meeting.Facts(part: part, title: title, kind: kind, form: meets, startsAt: hours.start, endsAt: hours.end)
        readRest(&form, into: &facts)
        let reason = form.fitting("reden", 1000) ?? ""
        guard form.errors.isEmpty else { return nil }
        if let fault = MeetingRules.fault(MeetingRules.tidy(facts)) { fail(fault, &form) }
        return form.errors.isEmpty ? Sent(facts: facts, terms: Set(form.all("onderwerpen").filter { !$0.isEmpty }), reason: reason) : nil
    }

    private static func hours(_ form: inout Form) -> (start: Int64, end: Int64)? {
        let start = moment(&form, day: "dag", clock: "begin", isRequired: true), end = moment(&form, day: "dag", clock: "einde", isRequired: true)
        guard let start, let end else { return nil }
        guard end > start else {
            form.fail("einde", Words.both(\.endBefore))
            return nil
        }
        return (start, end)
    }

    /// Nil with a fault for what cannot be read, and without one where nothing was filled in.
    static func moment(_ form: inout Form, day: String, clock: String, isRequired: Bool = false) -> Int64? {
        let typed = (day: form.fitting(day, 20) ?? "", clock: form.fitting(clock, 10) ?? "")
        if typed.day.isEmpty && typed.clock.isEmpty && !isRequired { return nil }
        guard MeetingHours.moment(day: typed.day, clock: "12") != nil else {
            // The same day may be asked for twice.
            if !form.errors.contains(where: { $0.field == day }) { form.fail(day, Words.both(\.dayShape)) }
            return nil
        }
        guard let moment = MeetingHours.moment(day: typed.day, clock: typed.clock) else {
            let isClock = MeetingHours.moment(day: "01-01-2026", clock: typed.clock) != nil
            form.fail(clock, isClock ? Words.both(\.hourSkipped) : Words.both(\.clockShape))
            return nil
        }
        return moment
    }

    private static func readRest(_ form: inout Form, into facts: inout Meeting.Facts) {
        let most = 1...MeetingRules.most, count = Words.both(\.capacityShape)
        facts.number = form.whole("nummer", 1...999, otherwise: Words.both(\.numberShape))
        facts.subject = form.fitting("onderwerp", 200) ?? ""
        facts.purpose = form.fitting("doel", 4000) ?? ""
        facts.place = form.fitting("plek", 200) ?? ""
        facts.address = form.fitting("adres", 300) ?? ""
        facts.joinLink = form.fitting("link", 2000) ?? ""
        if !facts.joinLink.isEmpty && !MeetingRules.isLink(facts.joinLink) { form.fail("link", Words.both(\.linkShape)) }
        facts.area = form.value("gebied", as: AreaCode.self, otherwise: Words.both(\.areaShape))
        facts.capacity = form.whole("plaatsen", most, otherwise: count)
        facts.onlineCapacity = form.whole("plaatsen-online", most, otherwise: count)
        facts.opensAt = moment(&form, day: "opent-dag", clock: "opent-tijd")
        facts.closesAt = moment(&form, day: "sluit-dag", clock: "sluit-tijd")
        facts.audience = Set(form.all("rol").compactMap { Role(rawValue: $0) })
        facts.isClosedCircle = form.has("gesloten", "ja")
        if facts.isClosedCircle && facts.audience.isEmpty { form.fail("rol", Words.both(\.circleEmpty)) }
        facts.price = form.fitting("prijs", 200) ?? ""
        facts.preparation = form.whole("voorbereiding", 0...1440, otherwise: Words.both(\.preparationShape)) ?? 0
        facts.subgroups = form.choice("groepen", of: Meeting.SubgroupMode.self) ?? .choice
        facts.balances = form.has("spreiden", "ja")
    }

    /// Puts a fault of the facts as a whole at the field that it is about.
    static func fail(_ fault: MeetingRules.Fault, _ form: inout Form) {
        switch fault {
        case .title: form.fail("naam", Words.both(\.nameEmpty))
        case .hours: form.fail("einde", Words.both(\.endBefore))
        case .opening: form.fail("opent-dag", Words.both(\.opensLate))
        case .closing: form.fail("sluit-dag", Words.both(\.closesLate))
        case .capacity: form.fail("plaatsen", Words.both(\.capacityShape))
        case .link: form.fail("link", Words.both(\.linkShape))
        case .circle: form.fail("rol", Words.both(\.circleEmpty))
        case .text: form.fail("naam", Words.both(\.textLong))
        }
    }

    /// Puts a refusal of the store at the field that it is about; throws what stands in no form.
    static func fail(_ fault: MeetingStore.Fault, _ form: inout Form) throws {
        switch fault {
        case .facts(let fault): fail(fault, &form)
        case .numberTaken: form.fail("nummer", Words.both(\.numberTaken))
        case .unknownPart: form.fail("reeks", Words.both(\.belongsEmpty))
        case .unknownTerm: form.fail("onderwerpen", Words.both(\.termGone))
        case .over: form.fail("naam", Words.both(\.over))
        case .unknownProgramme: throw Problem.conflict(Words.both(\.goneMeanwhile))
        case .notNow: throw Problem.conflict(Words.both(\.notNow))
        case .unknown, .unknownSpeaker, .inUse: throw Problem.notFound
        }
    }
}

extension Form {
    /// Words that a column holds, counted as the engines count: by code points.
    fileprivate mutating func fitting(_ name: String, _ limit: Int, required: Localized? = nil) -> String? {
        guard let text = text(name, limit: limit, required: required) else { return nil }
        guard text.unicodeScalars.count <= limit else {
            fail(name, Localized(nl: "Gebruik hoogstens \(limit) tekens", en: "Use at most \(limit) characters"))
            return nil
        }
        return text
    }
}
