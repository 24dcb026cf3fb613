import Core
import HTML
import People
import Web

/// A programme with the meetings that someone organises in it, drafts too.
struct OrganisedProgramme: Sendable {
    let outline: ProgrammeOutline
    let lines: [MeetingLine]
    /// Whether the whole programme is theirs to organise, not only a part of it.
    let isWhole: Bool
}

/// What someone organises: what is due first, then every meeting by state.
struct OrganisingPage: Component {
    let groups: [OrganisedProgramme]
    let taking: MeetingTaking
    let now: Int64
    let language: Language

    private var words: MeetingEditWords { MeetingEditWords(language) }

    var body: some HTML {
        div(.class("wrap inhoud")) {
            h1 { words.organising }
            p(.class("inleiding")) { words.organisingLead }
            if groups.isEmpty {
                p { words.noProgrammes }
            } else {
                ul(.class("kaal")) {
                    li { a(.href(CallDeskRoute.list.address.url(in: language))) { CallDeskWords(language).title } }
                    li { a(.href(LookBackRoute.waiting.address.url(in: language))) { LookBackDeskWords(language).waiting } }
                    li { a(.href(DatePollRoute.list.address.url(in: language))) { DatePollWords(language).polls } }
                }
            }
            if !due.isEmpty {
                Notice(.caution) {
                    h2 { words.reminders }
                    ul { Each(due) { line in li { reminder(line) } } }
                }
            }
            Each(groups) { group in section(group) }
        }
    }

    /// The meetings that wait for their organiser, the nearest first.
    private var due: [MeetingLine] {
        groups.flatMap(\.lines).filter { MeetingRules.reminder($0.meeting, at: now) != nil || isToMark($0.meeting) }
            .sorted { ($0.meeting.facts.startsAt, $0.meeting.id) < ($1.meeting.facts.startsAt, $1.meeting.id) }
    }

    private func isToMark(_ meeting: Meeting) -> Bool { meeting.publication.next.contains(.held) && now >= meeting.facts.endsAt }

    private func reminder(_ line: MeetingLine) -> some HTML {
        let meeting = line.meeting, days = Int((meeting.facts.startsAt - now) / 86_400_000)
        let words = MeetingRules.reminder(meeting, at: now).map { self.words.reminder($0, days) } ?? self.words.toMarkHeld
        return Group {
            a(.href(MeetingRoute.edit(meeting.id).address.url(in: language))) { meeting.facts.title }
            ": " + words
        }
    }

    private func section(_ group: OrganisedProgramme) -> some HTML {
        let programme = group.outline.programme
        return HTML::section(.class("sectie")) {
            h2 { programme.name }
            div(.class("knoppen")) {
                a(.class("knop").href(MeetingRoute.new(programme: programme.id).address.url(in: language))) {
                    words.new
                    span(.class("vh")) { " (\(programme.name))" }
                }
            }
            if group.isWhole {
                ul(.class("kaal")) {
                    li { link(OverviewWords(language).title, PageAddress("programmas", programme.slug.description, "overzicht"), programme.name) }
                    li { link(ReportWords(language).title, ReportRoute.report(programme.slug).address, programme.name) }
                }
            }
            if group.lines.isEmpty { p { words.noMeetings } } else { table(group) }
        }
    }

    private func link(_ name: String, _ address: PageAddress, _ programme: String) -> some HTML {
        a(.href(address.url(in: language))) {
            name
            span(.class("vh")) { " (\(programme))" }
        }
    }

    private func table(_ group: OrganisedProgramme) -> some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(group.outline.programme.name)) {
            HTML::table(.class("stapel")) {
                caption(.class("vh")) { group.outline.programme.name }
                ColumnHeads(words.meeting, words.when, words.state, words.actions)
                tbody { Each(group.lines.reversed()) { line in row(line) } }
            }
        }
    }

    private func row(_ line: MeetingLine) -> some HTML {
        let meeting = line.meeting
        return tr {
            th(.scope("row")) { a(.href(MeetingRoute.edit(meeting.id).address.url(in: language))) { meeting.facts.title } }
            td(.data("kop", words.when)) { MeetingHours.whole(meeting.facts.startsAt, meeting.facts.endsAt, language) }
            td(.data("kop", words.state)) {
                meeting.publication.name[language]
                if meeting.isPublic { ", " + MeetingWords(language).state(line.state).lowercased() }
            }
            td(.data("kop", words.actions)) {
                span {
                    a(.href(MeetingRoute.programme(meeting.id).address.url(in: language))) {
                        MeetingProgrammeWords(language).edit
                        span(.class("vh")) { " (\(meeting.facts.title))" }
                    }
                    if let list = taking.list(meeting.id) {
                        ", "
                        a(.href(list.url(in: language))) {
                            words.people
                            span(.class("vh")) { " (\(meeting.facts.title))" }
                        }
                    }
                }
            }
        }
    }
}
