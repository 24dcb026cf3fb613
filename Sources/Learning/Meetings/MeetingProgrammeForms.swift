import Core
import People
import Web

/// Reads what organisers fill in about an item of the programme or a group, and shows it again.
enum MeetingProgrammeForms {
    private typealias Words = MeetingProgrammeWords

    /// How many speakers one form has room for.
    static let speakers = 6

    // MARK: Items

    static func items(_ item: ProgrammeItem) -> Form {
        let facts = item.facts
        let plain: [Form.Item] = [
            .init("soort", facts.kind.rawValue), .init("titel", facts.title), .init("tekst", facts.text), .init("minuten", "\(facts.minutes)"),
        ]
        let speakers = item.speakers.prefix(Self.speakers).enumerated().flatMap { index, speaker in self.speaker(speaker, "spreker-\(index + 1)") }
        return Form(items: plain + speakers + item.needs.sorted().map { Form.Item("behoeften", $0.description) })
    }

    private static func speaker(_ speaker: Speaker, _ name: String) -> [Form.Item] {
        [
            .init(name, speaker.name), .init(name + "-organisatie", speaker.organisation?.description ?? ""),
            .init(name + "-anders", speaker.organisationName),
        ]
    }

    /// - Parameter needs: those that there are: others are left out
    static func item(
        _ form: inout Form, before: ProgrammeItem?, needs: Set<Identifier>
    ) -> (facts: ProgrammeItem.Facts, speakers: [Speaker], needs: Set<Identifier>)? {
        let kind = form.choice("soort", of: ProgrammeItem.Kind.self, required: Words.both(\.kindEmpty))
        let title = fitting("titel", 200, &form, required: Words.both(\.nameEmpty)), text = fitting("tekst", 4000, &form) ?? ""
        let minutes = form.whole("minuten", 1...1440, required: Words.both(\.minutesShape), otherwise: Words.both(\.minutesShape))
        let speakers = (1...Self.speakers).compactMap { number in speaker("spreker-\(number)", &form, among: before?.speakers ?? []) }
        let chosen = Set(form.all("behoeften").compactMap { Identifier($0) }).intersection(needs)
        guard let kind, let title, let minutes, form.errors.isEmpty else { return nil }
        return (ProgrammeItem.Facts(kind: kind, title: title, text: text, minutes: minutes), speakers, chosen)
    }

    /// Nil where no name stands.
    ///
    /// - Parameter known: who was there before: with the same name they stay the same person
    private static func speaker(_ name: String, _ form: inout Form, among known: [Speaker]) -> Speaker? {
        guard let words = fitting(name, 200, &form) else { return nil }
        let gone = Words.both(\.speakerGone), organisation = form.value(name + "-organisatie", as: Identifier.self, otherwise: gone)
        let other = fitting(name + "-anders", 200, &form) ?? ""
        return Speaker(
            name: words, person: known.first { $0.name == words }?.person, organisation: organisation, organisationName: organisation == nil ? other : "")
    }

    private static func fitting(_ name: String, _ limit: Int, _ form: inout Form, required: Localized? = nil) -> String? {
        guard let text = form.text(name, limit: limit, required: required) else { return nil }
        guard text.unicodeScalars.count <= limit else {
            form.fail(name, MeetingEditWords.both(\.textLong))
            return nil
        }
        return text
    }

    // MARK: Groups

    static func items(_ subgroup: Subgroup) -> Form {
        let facts = subgroup.facts
        return Form(
            items: [
                .init("titel", facts.title), .init("vraag", facts.question), .init("plek", facts.place), .init("link", facts.joinLink),
                .init("plaatsen", facts.maximum.map { "\($0)" } ?? ""),
            ] + (facts.leader.map { speaker($0, "leider") } ?? []))
    }

    /// - Parameters:
    ///   - before: nil for a new group
    ///   - isLeader: filled in by who leads it, who does not choose the leader and the maximum
    static func subgroup(_ form: inout Form, before: Subgroup?, isLeader: Bool) -> Subgroup.Facts? {
        let title = fitting("titel", 200, &form, required: Words.both(\.nameEmpty)), question = fitting("vraag", 1000, &form) ?? ""
        let place = fitting("plek", 200, &form) ?? "", link = fitting("link", 2000, &form) ?? ""
        if !link.isEmpty && !MeetingRules.isLink(link) { form.fail("link", MeetingEditWords.both(\.linkShape)) }
        var maximum = before?.facts.maximum, leader = before?.facts.leader
        if !isLeader {
            maximum = form.whole("plaatsen", 1...MeetingRules.most, otherwise: MeetingEditWords.both(\.capacityShape))
            leader = speaker("leider", &form, among: [before?.facts.leader].compactMap(\.self))
        }
        guard let title, form.errors.isEmpty else { return nil }
        return Subgroup.Facts(title: title, question: question, leader: leader, place: place, joinLink: link, maximum: maximum)
    }
}
