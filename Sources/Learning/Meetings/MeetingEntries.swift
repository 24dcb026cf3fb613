import Core
import People
import Web

extension MeetingPart {
    /// Public meetings, as things that can be found (ZOE-01). Never the link to join.
    var searchSource: SearchSource {
        let follower = JournalFollower(people.database, kinds: ["meeting", "programme", "organisation", "term", "link"])
        return SearchSource("meetings") {
            try await follower.version()
        } entries: {
            let outlines = try await people.programmes.outlines(), meetings = try await store.list(at: now)
            let places = MeetingAreas(outlines, organisations: try await people.organisations.list(withEnded: true))
            let names = Dictionary(outlines.flatMap(\.parts).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
            let labels = try await labels(of: meetings)
            return meetings.map { meeting in
                let areas = places.areas(of: meeting)
                return Self.entry(
                    meeting, part: meeting.part.flatMap { names[$0] }, labels: (labels[meeting.id] ?? []).map(\.label),
                    areas: Set(areas + areas.compactMap(\.municipality)).sorted())
            }
        }
    }

    /// The labels of each.
    private func labels(of meetings: [Meeting]) async throws -> [Identifier: [Term]] {
        let terms = try await people.terms.all(withRetired: true), keys = try await store.labels(of: meetings.map(\.id))
        return keys.mapValues { keys in terms.filter { keys.contains($0.key) } }
    }

    private static func entry(_ meeting: Meeting, part: String?, labels: [SearchEntry.Label], areas: [AreaCode]) -> SearchEntry {
        let facts = meeting.facts
        func note(_ language: Language) -> String {
            [facts.kind.name[language], MeetingHours.date(facts.startsAt, language), part].compactMap(\.self).joined(separator: ", ")
        }
        let text = [facts.subject, facts.purpose, facts.place].filter { !$0.isEmpty }.joined(separator: "\n")
        return SearchEntry(
            .meeting, meeting.id.description, title: Localized(facts.title), note: Localized(nl: note(.nl), en: note(.en)), text: Localized(text),
            labels: labels, areas: areas, path: MeetingRoute.meeting(meeting.id).address.segments)
    }

    /// How meetings hang together with their programme or series and with those who organise them. Labels are links of themselves.
    var linkSource: LinkSource {
        let follower = JournalFollower(people.database, kinds: ["meeting", "programme"])
        return LinkSource("meetings") {
            try await follower.version()
        } links: {
            let meetings = try await store.list(at: now), outlines = try await people.programmes.outlines()
            return meetings.flatMap { meeting -> [Link] in
                let outline = outlines.first { $0.programme.id == meeting.programme }
                let above = meeting.part.flatMap { outline?.part($0)?.reference } ?? outline?.programme.reference
                let organisers = meeting.organisers(in: outline).map { ThingReference(.organisation, $0.description) }
                return (above.map { [Link(meeting.reference, .partOf, $0)] } ?? []) + organisers.map { Link(meeting.reference, .organisedBy, $0) }
            }
        }
    }
}

extension Meeting {
    /// Those who organise the part; where it names nobody, the part above it, up to the programme (ORG-20).
    func organisers(in outline: ProgrammeOutline?) -> [Identifier] {
        guard let outline else { return [] }
        let line: [Identifier?] = [nil] + outline.line(to: part).map { $0 }
        let found = line.reversed().lazy.map { part in
            outline.involvements.filter { $0.part == part && $0.capacity == .organiser }.map(\.organisation)
        }.first { !$0.isEmpty }
        return found ?? []
    }
}
