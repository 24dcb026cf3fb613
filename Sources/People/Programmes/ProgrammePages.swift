import Core
import HTML
import Web

/// All programmes, or those with one goal.
struct ProgrammeListPage: Component {
    let programmes: [Programme]
    let owners: [Identifier: String]
    /// The goal that was asked for; nil for all.
    let goal: String?
    let language: Language

    private var words: ProgrammeWords { ProgrammeWords(language) }

    var body: some HTML {
        TextColumn(words.title, lead: goal.map { words.withGoal($0) } ?? words.lead) {
            if goal != nil { p { a(.href(ProgrammeRoute.list().address.url(in: language))) { words.all } } }
            if programmes.isEmpty { p { words.none } }
            Each(programmes) { programme in
                section(.class("sectie")) {
                    h2 { a(.href(ProgrammeRoute.programme(programme.slug).address.url(in: language))) { programme.name } }
                    p { programme.facts.purpose.split(whereSeparator: \.isNewline).first.map(String.init) ?? "" }
                    if let line = line(programme) { p(.class("subtiel")) { line } }
                    GoalList(goals: programme.facts.goals, language: language)
                }
            }
        }
    }

    private func line(_ programme: Programme) -> String? {
        let parts = [
            programme.facts.owner.flatMap { owners[$0] }, words.years(programme.facts), programme.endedAt == nil ? nil : words.ended.lowercased(),
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

/// Goals as labels, each with all programmes that carry it behind it.
struct GoalList: Component {
    let goals: [String]
    let language: Language

    var body: some HTML {
        if !goals.isEmpty {
            ul(.class("tags").ariaLabel(ProgrammeWords(language).goals)) {
                Each(goals) { goal in li { a(.class("tag").href(ProgrammeRoute.list(goal: goal).address.url(in: language))) { goal } } }
            }
        }
    }
}

/// The page of a programme: tracks first, for they are its structure (ORG-24).
struct ProgrammePage: Component {
    let outline: ProgrammeOutline
    let names: [Identifier: String]
    let doors: [MenuItem]
    let linked: LinkedThings
    let language: Language

    private var words: ProgrammeWords { ProgrammeWords(language) }
    private var programme: Programme { outline.programme }
    private var facts: Programme.Facts { programme.facts }

    var body: some HTML {
        Group {
            TitleBand(programme.name, lead: lead) { trail }
            div(.class("wrap inhoud smal")) {
                if programme.endedAt != nil { Notice(.caution) { p { words.endedLead } } }
                Paragraphs(facts.purpose)
                GoalList(goals: facts.goals, language: language)
                ProgrammeDoors(doors: doors, language: language)
                section(.class("sectie").id("sporen")) {
                    h2 { words.tracks }
                    PartList(outline: outline, parent: nil, language: language)
                }
                Involved(involvements: outline.involvements.filter { $0.part == nil }, names: names, language: language)
                LinkedThingsSection(linked, language: language)
                ContactSection(outline: outline, language: language)
                p(.class("subtiel")) {
                    words.team
                    " "
                    a(.href(ProgrammeRoute.edit(programme.slug).address.url(in: language))) { words.edit }
                }
            }
        }
    }

    private var lead: String? {
        let parts = [facts.owner.flatMap { names[$0] }, words.years(facts)].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private var trail: some HTML {
        PlaceTrail(
            [PlaceTrail.Step(words.title, address: ProgrammeRoute.list().address), PlaceTrail.Step(programme.name)], label: words.place, language: language)
    }
}

/// Where a programme or a part leads to elsewhere on the site.
private struct ProgrammeDoors: Component {
    let doors: [MenuItem]
    let language: Language

    var body: some HTML {
        if !doors.isEmpty {
            p(.class("knoppen")) { Each(doors) { door in a(.class("knop licht").href(door.address.url(in: language))) { door.title[language] } } }
        }
    }
}

/// The parts below a part, and what hangs below each of those.
struct PartList: Component {
    let outline: ProgrammeOutline
    let parent: Identifier?
    let language: Language
    /// How many levels to show: four kinds hang below each other.
    var levels = 4

    private var words: ProgrammeWords { ProgrammeWords(language) }

    var body: some HTML {
        ul { Each(outline.parts(below: parent)) { part in li { item(part) } } }
    }

    private func item(_ part: ProgrammePart) -> some HTML {
        let more = outline.parts(below: part.id)
        return Group {
            a(.href(ProgrammeRoute.part(outline.programme.slug, part.id).address.url(in: language))) { words.heading(part) }
            if part.kind != .track { span(.class("subtiel")) { " (\(part.kind.name[language].lowercased()))" } }
            if part.endedAt != nil { span(.class("subtiel")) { " (\(words.ended.lowercased()))" } }
            if !more.isEmpty && levels > 1 { AnyHTML(PartList(outline: outline, parent: part.id, language: language, levels: levels - 1)) }
        }
    }
}

/// Which organisations take part, each by name (ORG-20).
struct Involved: Component {
    let involvements: [Involvement]
    let names: [Identifier: String]
    let language: Language

    private var words: ProgrammeWords { ProgrammeWords(language) }

    var body: some HTML {
        Group {
            list(.organiser, words.organisers)
            list(.partner, words.partners)
        }
    }

    private func list(_ capacity: Involvement.Capacity, _ heading: String) -> some HTML {
        let organisations = involvements.filter { $0.capacity == capacity }.map(\.organisation)
        return Group {
            if !organisations.isEmpty {
                section(.class("sectie").id(capacity.rawValue)) {
                    h2 { heading }
                    ul {
                        Each(organisations) { id in
                            li { a(.href(OrganisationRoute.organisation(id).address.url(in: language))) { names[id] ?? id.description } }
                        }
                    }
                }
            }
        }
    }
}

/// Whom to ask, by what it is about, and where the team is (CON-01).
struct ContactSection: Component {
    let outline: ProgrammeOutline
    let language: Language

    private var words: ProgrammeWords { ProgrammeWords(language) }
    private var facts: Programme.Facts { outline.programme.facts }

    var body: some HTML {
        section(.class("sectie").id("contact")) {
            h2 { words.contact }
            if outline.contacts.isEmpty { p { words.noContact } }
            ContactPointList(points: outline.contacts, form: ContactRoute.programme(outline.programme.slug).address, language: language)
            if !facts.postalAddress.isEmpty {
                h3 { words.postal }
                Paragraphs(facts.postalAddress)
            }
            if !facts.visitingAddress.isEmpty {
                h3 { words.visiting }
                Paragraphs(facts.visitingAddress)
            }
        }
    }
}

/// The page of a part: where it belongs, what it is about, what belongs to it.
struct ProgrammePartPage: Component {
    let outline: ProgrammeOutline
    let part: ProgrammePart
    let names: [Identifier: String]
    let doors: [MenuItem]
    let linked: LinkedThings
    let language: Language

    private var words: ProgrammeWords { ProgrammeWords(language) }

    var body: some HTML {
        Group {
            TitleBand(words.heading(part), lead: part.kind == .track ? nil : part.kind.name[language]) { trail }
            div(.class("wrap inhoud smal")) {
                if part.endedAt != nil { Notice(.caution) { p { words.endedLead } } }
                Paragraphs(part.purpose)
                ProgrammeDoors(doors: doors, language: language)
                if !outline.parts(below: part.id).isEmpty {
                    section(.class("sectie").id("onderdelen")) {
                        h2 { words.below }
                        PartList(outline: outline, parent: part.id, language: language)
                    }
                }
                Involved(involvements: outline.involvements.filter { $0.part == part.id }, names: names, language: language)
                LinkedThingsSection(linked, language: language)
                ContactSection(outline: outline, language: language)
            }
        }
    }

    private var trail: some HTML {
        let slug = outline.programme.slug
        let above = outline.lineage(of: part).dropLast().map { one in
            PlaceTrail.Step(one.name, kind: one.kind.name[language].lowercased(), address: ProgrammeRoute.part(slug, one.id).address)
        }
        let programme = PlaceTrail.Step(outline.programme.name, address: ProgrammeRoute.programme(slug).address)
        let here = PlaceTrail.Step(part.name, kind: part.kind.name[language].lowercased())
        return PlaceTrail(
            [PlaceTrail.Step(words.title, address: ProgrammeRoute.list().address), programme] + above + [here], label: words.place, language: language)
    }
}
