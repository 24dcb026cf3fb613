import Core
import HTML
import People
import Web

/// The programme of a meeting: what, when, by whom, and which groups (MTG-10, MTG-11). Never the link of a group.
struct ProgrammeTable: Component {
    let sight: MeetingSight
    let language: Language

    private var words: MeetingWords { MeetingWords(language) }

    var body: some HTML {
        Group {
            if sight.items.isEmpty {
                p { words.programmeSoon }
            } else {
                div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.programme)) {
                    table(.class("stapel programma")) {
                        caption(.class("vh")) { words.programme }
                        ColumnHeads(words.part, words.time, words.speakers)
                        tbody { Each(sight.items.timed(from: sight.meeting.facts.startsAt)) { part in row(part.item, part.start, part.end) } }
                    }
                }
                Each(sight.items.filter { !$0.subgroups.isEmpty }) { item in
                    SubgroupList(item: item, mode: sight.meeting.facts.subgroups, places: sight.places, organisations: sight.organisations, language: language)
                }
            }
        }
    }

    private func row(_ item: ProgrammeItem, _ start: Int64, _ end: Int64) -> some HTML {
        tr(item.facts.kind == .pause ? .class("pauze") : .none) {
            th(.scope("row")) {
                item.facts.title
                span(.class("soort")) { item.facts.kind.name[language] }
                if !item.facts.text.isEmpty { AnyHTML(Paragraphs(item.facts.text)) }
                if let files = sight.files[item.id] { AnyHTML(FileLinks(files: files, language: language)) }
                if item.needs.count > 0 { p(.class("subtiel")) { words.asked(item.needs.count) } }
            }
            td(.data("kop", words.time)) { MeetingHours.span(start, end, language) }
            td(.data("kop", words.speakers)) {
                if item.speakers.isEmpty { span(.class("subtiel")) { "–" } }
                ul(.class("kaal")) { Each(item.speakers) { speaker in li { SpeakerLine(speaker: speaker, names: sight.organisations, language: language) } } }
            }
        }
    }
}

/// The slides of an item.
private struct FileLinks: Component {
    let files: [Attachment]
    let language: Language

    var body: some HTML {
        ul(.class("kaal")) {
            Each(files) { file in
                li { a(.href(AttachmentRoute.file(file.id).address.url(in: language))) { file.alt.isEmpty ? file.name : file.alt } }
            }
        }
    }
}

/// A name with the organisation behind it; both lead to where more of them stands, as far as that is there (MTG-13).
struct SpeakerLine: Component {
    let speaker: Speaker
    let names: [Identifier: String]
    let language: Language

    var body: some HTML {
        Group {
            speaker.name
            if let id = speaker.organisation, let name = names[id] {
                ", "
                a(.href(OrganisationRoute.organisation(id).address.url(in: language))) { name }
            } else if !speaker.organisationName.isEmpty {
                ", " + speaker.organisationName
            }
        }
    }
}

/// The groups that people part into, each with its leader and how many can come.
private struct SubgroupList: Component {
    let item: ProgrammeItem
    let mode: Meeting.SubgroupMode
    let places: [Identifier: Places]
    let organisations: [Identifier: String]
    let language: Language

    private var words: MeetingWords { MeetingWords(language) }

    var body: some HTML {
        section(.class("groepen")) {
            h3 { "\(item.facts.title): \(words.groups(item.subgroups.count))" }
            p(.class("subtiel")) { "\(words.mode): \(mode.name[language].lowercased())." }
            ol { Each(item.subgroups) { subgroup in li { line(subgroup) } } }
        }
    }

    private func line(_ subgroup: Subgroup) -> some HTML {
        let facts = subgroup.facts
        return Group {
            strong { facts.title }
            if !facts.question.isEmpty { AnyHTML(Paragraphs(facts.question)) }
            if let leader = facts.leader {
                p {
                    words.leader(leader.name)
                    if let id = leader.organisation, let name = organisations[id] {
                        ", "
                        a(.href(OrganisationRoute.organisation(id).address.url(in: language))) { name }
                    } else if !leader.organisationName.isEmpty {
                        ", " + leader.organisationName
                    }
                }
            }
            p(.class("subtiel")) { about(subgroup) }
        }
    }

    private func about(_ subgroup: Subgroup) -> String {
        let facts = subgroup.facts, left = (places[subgroup.id] ?? .none).main.left(of: facts.maximum)
        let parts: [String?] = [facts.place.isEmpty ? nil : facts.place, facts.maximum.map { words.maximum($0) }, left.map { words.groupLeft($0) }]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}
