import Core
import HTML
import People
import Web

/// The programme of a meeting to be composed, with the needs of participants beside it (AGD-11).
struct MeetingProgrammePage: Component {
    let meeting: Meeting
    let items: [ProgrammeItem]
    let needs: [NeedLine]
    let terms: [Term]
    let organisations: [Organisation]
    let form: Form
    let token: FormToken
    let language: Language

    private var words: MeetingProgrammeWords { MeetingProgrammeWords(language) }

    var body: some HTML {
        div(.class("wrap inhoud")) {
            ErrorSummary(form.errors, language: language)
            h1 { words.title(meeting.facts.title) }
            p(.class("inleiding")) { MeetingHours.whole(meeting.facts.startsAt, meeting.facts.endsAt, language) }
            p { a(.href(MeetingRoute.edit(meeting.id).address.url(in: language))) { MeetingEditWords(language).editTitle(meeting.facts.title) } }
            div(.class("twee breed-links")) {
                section(.class("sectie").id("onderdelen")) {
                    h2 { words.items }
                    length
                    if items.isEmpty { p { words.none } } else { table }
                }
                NeedList(items: items, needs: needs, terms: terms, language: language)
            }
            section(.class("sectie").id("nieuw")) {
                h2 { words.addItem }
                PostForm(to: MeetingRoute.programme(meeting.id).address, in: language, token: token) {
                    ItemFields(needs: needs, organisations: organisations, form: form, language: language)
                    button(.type("submit").class("knop")) { words.addItem }
                }
            }
        }
    }

    private var length: some HTML {
        let all = meeting.facts.minutes
        return Group {
            p(.class("subtiel")) { words.length(items.minutes, of: all) }
            if items.minutes > all { Notice(.caution) { p { words.tooLong } } }
        }
    }

    private var table: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.items)) {
            HTML::table(.class("stapel")) {
                caption(.class("vh")) { words.items }
                ColumnHeads(words.item, words.time, words.actions)
                tbody { Each(items.timed(from: meeting.facts.startsAt)) { part in row(part.item, part.start, part.end) } }
            }
        }
    }

    private func row(_ item: ProgrammeItem, _ start: Int64, _ end: Int64) -> some HTML {
        tr {
            th(.scope("row")) {
                a(.href(MeetingRoute.item(meeting.id, item.id).address.url(in: language))) { item.facts.title }
                span(.class("soort")) { item.facts.kind.name[language] }
            }
            td(.data("kop", words.time)) { MeetingHours.span(start, end, language) }
            td(.data("kop", words.actions)) {
                div(.class("knoppen")) {
                    if item.id != items.first?.id { move(item, .up, words.up) }
                    if item.id != items.last?.id { move(item, .down, words.down) }
                    PostForm(to: MeetingRoute.itemRemoval(meeting.id, item.id).address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) {
                            words.remove
                            span(.class("vh")) { words.named(item.facts.title) }
                        }
                    }
                }
            }
        }
    }

    private func move(_ item: ProgrammeItem, _ way: MeetingStore.Way, _ label: String) -> some HTML {
        PostForm(to: MeetingRoute.itemMove(meeting.id, item.id).address, in: language, token: token) {
            input(.type("hidden").name("kant").value(way.rawValue))
            button(.type("submit").class("knop licht")) {
                label
                span(.class("vh")) { words.named(item.facts.title) }
            }
        }
    }
}

/// What participants wrote that they need, by theme: first what nothing answers yet.
private struct NeedList: Component {
    let items: [ProgrammeItem]
    let needs: [NeedLine]
    let terms: [Term]
    let language: Language

    private var words: MeetingProgrammeWords { MeetingProgrammeWords(language) }

    var body: some HTML {
        section(.class("sectie").id("behoeften")) {
            h2 { words.needs }
            p { words.needsLead }
            if needs.isEmpty { p { words.noNeeds } }
            list(words.unserved, needs.filter { !served.contains($0.id) })
            list(words.served, needs.filter { served.contains($0.id) })
        }
    }

    private var served: Set<Identifier> { items.reduce(into: []) { $0.formUnion($1.needs) } }

    private func list(_ heading: String, _ lines: [NeedLine]) -> some HTML {
        let themes = Dictionary(grouping: lines, by: \.theme)
        let names = themes.keys.map { key in (key: key, name: terms.first { $0.key == key }?.name[language] ?? words.otherTheme) }
        return Group {
            if !lines.isEmpty {
                h3 { "\(heading) (\(lines.count))" }
                Each(names.sorted { ($0.name, $0.key ?? "") < ($1.name, $1.key ?? "") }) { theme in
                    Group {
                        p { strong { theme.name } }
                        ul { Each(themes[theme.key] ?? []) { need in li { need.text } } }
                    }
                }
            }
        }
    }
}

/// What organisers write of an item.
private struct ItemFields: Component {
    let needs: [NeedLine]
    let organisations: [Organisation]
    let form: Form
    let language: Language

    private typealias Words = MeetingProgrammeWords

    var body: some HTML {
        Group {
            SelectField("soort", Words.both(\.kind), choices: Self.kinds, form: form, language: language)
            TextField("titel", Words.both(\.name), form: form, language: language)
            TextField("minuten", Words.both(\.minutes), kind: .whole, form: form, language: language)
            TextField("tekst", Words.both(\.text), kind: .paragraph(limit: 4000), isRequired: false, form: form, language: language)
            Each(1...shown) { number in
                SpeakerFields(
                    name: "spreker-\(number)", label: Words.both { $0.speaker(number) }, organisation: Words.both { $0.speakerOrganisation(number) },
                    other: Words.both { $0.speakerOther(number) }, organisations: organisations, form: form, language: language)
            }
            if !needs.isEmpty {
                ChoiceField(
                    "behoeften", Words.both(\.answers), kind: .any, choices: needs.map { Choice($0.id.description, Localized($0.text)) }, isRequired: false,
                    form: form, language: language)
            }
        }
    }

    private static let kinds = [Choice("", Words.both(\.kindEmpty))] + ProgrammeItem.Kind.allCases.map { Choice($0.rawValue, $0.name) }

    /// One more than there are, and two at least (MTG-14).
    private var shown: Int {
        let filled = (1...MeetingProgrammeForms.speakers).last { !(form["spreker-\($0)"] ?? "").isEmpty } ?? 0
        return min(max(filled + 1, 2), MeetingProgrammeForms.speakers)
    }
}

/// A name, the organisation of the directory, or one in words.
private struct SpeakerFields: Component {
    let name: String
    let label: Localized
    let organisation: Localized
    let other: Localized
    let organisations: [Organisation]
    let form: Form
    let language: Language

    private typealias Words = MeetingProgrammeWords

    var body: some HTML {
        Group {
            TextField(name, label, isRequired: false, form: form, language: language)
            SelectField(name + "-organisatie", organisation, choices: choices, isRequired: false, form: form, language: language)
            TextField(name + "-anders", other, hint: Words.both(\.otherHint), isRequired: false, form: form, language: language)
        }
    }

    private var choices: [Choice] {
        [Choice("", Words.both(\.noOrganisation))] + organisations.map { Choice($0.id.description, Localized($0.name)) }
    }
}

/// One item, to be changed, with its groups.
struct MeetingItemPage: Component {
    let meeting: Meeting
    let item: ProgrammeItem
    let needs: [NeedLine]
    let organisations: [Organisation]
    let form: Form
    let token: FormToken
    let language: Language

    private var words: MeetingProgrammeWords { MeetingProgrammeWords(language) }

    var body: some HTML {
        TextColumn(words.changeItem(item.facts.title), faults: ErrorSummary(form.errors, language: language)) {
            p { a(.href(MeetingRoute.programme(meeting.id).address.url(in: language))) { words.title(meeting.facts.title) } }
            PostForm(to: MeetingRoute.item(meeting.id, item.id).address, in: language, token: token) {
                ItemFields(needs: needs, organisations: organisations, form: form, language: language)
                button(.type("submit").class("knop")) { words.save }
            }
            p { a(.href(MeetingRoute.itemFiles(meeting.id, item.id).address.url(in: language))) { words.slidesOf(item.facts.title) } }
            if item.facts.kind == .subgroups { groups }
        }
    }

    private var groups: some HTML {
        section(.class("sectie").id("groepen")) {
            h2 { words.groups }
            ul {
                Each(item.subgroups) { group in
                    li { a(.href(MeetingRoute.subgroup(meeting.id, group.id).address.url(in: language))) { group.facts.title } }
                }
            }
            h3 { words.addGroup }
            p { a(.class("knop licht").href(MeetingRoute.subgroups(meeting.id, item: item.id).address.url(in: language))) { words.addGroup } }
        }
    }
}

/// One group, to be changed: by who organises, or by who leads it and nothing else (MTG-15).
struct SubgroupEditPage: Component {
    let meeting: Meeting
    let item: Identifier?
    /// Nil for a new one.
    let subgroup: Subgroup?
    let organisations: [Organisation]
    let isLeader: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = MeetingProgrammeWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(
            subgroup.map { words.group($0.facts.title) } ?? words.addGroup, lead: meeting.facts.title, faults: ErrorSummary(form.errors, language: language)
        ) {
            p { back }
            PostForm(to: target, in: language, token: token) {
                fields
                button(.type("submit").class("knop")) { subgroup == nil ? words.addGroup : words.save }
            }
            if let subgroup, !isLeader {
                PostForm(to: MeetingRoute.subgroupRemoval(meeting.id, subgroup.id).address, in: language, token: token) {
                    button(.type("submit").class("knop licht")) { words.remove }
                }
            }
        }
    }

    private var target: PageAddress {
        if let subgroup { return MeetingRoute.subgroup(meeting.id, subgroup.id).address }
        return item.map { MeetingRoute.subgroups(meeting.id, item: $0).address } ?? MeetingRoute.programme(meeting.id).address
    }

    private var back: some HTML {
        let address = isLeader ? MeetingRoute.meeting(meeting.id).address : MeetingRoute.programme(meeting.id).address
        return a(.href(address.url(in: language))) { isLeader ? meeting.facts.title : words.title(meeting.facts.title) }
    }

    private var fields: some HTML {
        Group {
            TextField("titel", Words.both(\.name), form: form, language: language)
            TextField("vraag", Words.both(\.question), kind: .paragraph(limit: 1000), isRequired: false, form: form, language: language)
            TextField("plek", Words.both(\.place), isRequired: false, form: form, language: language)
            TextField("link", Words.both(\.link), hint: Words.both(\.linkHint), isRequired: false, form: form, language: language)
            if !isLeader {
                TextField("plaatsen", Words.both(\.maximum), kind: .whole, isRequired: false, form: form, language: language)
                SpeakerFields(
                    name: "leider", label: Words.both(\.leader), organisation: Words.both(\.leaderOrganisation), other: Words.both(\.leaderOther),
                    organisations: organisations, form: form, language: language)
                if subgroup?.facts.leader?.person != nil { p { words.hasAccount } }
                TextField(
                    "leider-mail", Words.both(\.leaderMail), kind: .email, hint: Words.both(\.leaderMailHint), isRequired: false, form: form,
                    language: language)
            }
        }
    }
}
