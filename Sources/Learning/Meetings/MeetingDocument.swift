import Core
import OpenAPI
import People
import Web

/// Meetings as a table and as JSON: what everyone may see, and no link to join.
struct MeetingDocument: Sendable {
    let lines: [MeetingLine]
    let programmes: [Identifier: Programme]

    private static let heads = [
        "id", "titel", "onderwerp", "soort", "vorm", "begin", "einde", "plek", "reeks", "nummer", "programma", "stand", "inschrijven", "plaatsen", "bezet",
        "wachtenden", "prijs",
    ]

    /// RFC 4180: CRLF, the first line is the header.
    var csv: [UInt8] { CSVTable.bytes([Self.heads] + lines.map(row)) }

    private func row(_ line: MeetingLine) -> [String] {
        let facts = line.meeting.facts, pool = line.places?.main
        return [
            line.meeting.id.description, facts.title, facts.subject, facts.kind.rawValue, facts.form.rawValue, MeetingHours.stamp(facts.startsAt),
            MeetingHours.stamp(facts.endsAt), facts.place, line.part ?? "", facts.number.map { "\($0)" } ?? "",
            programmes[line.meeting.programme]?.name ?? "", Self.state(line.meeting), line.state.rawValue, facts.capacity.map { "\($0)" } ?? "",
            pool.map { "\($0.used)" } ?? "", pool.map { "\($0.waiting)" } ?? "", facts.price,
        ]
    }

    /// The word of the row that says so.
    static func state(_ meeting: Meeting) -> String { meeting.publication.step.rawValue }

    // MARK: JSON

    var node: API.Node { ["bijeenkomsten": .array(lines.map(summary))] }

    func summary(_ line: MeetingLine) -> API.Node { .object(members(line) + [Self.links(line.meeting)]) }

    private static func links(_ meeting: Meeting) -> API.Node.Member {
        .init(
            "_links",
            ["self": Links.link(MeetingAPIRoute.meeting(meeting.id).address), "pagina": Links.link(MeetingRoute.meeting(meeting.id).address)])
    }

    private func members(_ line: MeetingLine) -> [API.Node.Member] {
        let meeting = line.meeting, facts = meeting.facts
        return [
            .init("id", .string(meeting.id.description)), .init("titel", .string(facts.title)), .init("onderwerp", .string(facts.subject)),
            .init("soort", .string(facts.kind.rawValue)), .init("vorm", .string(facts.form.rawValue)), .init("begin", .time(facts.startsAt)),
            .init("einde", .time(facts.endsAt)), .init("zone", .string(Meeting.zone)), .init("plek", .string(facts.place)),
            .init("adres", .string(facts.address)), .init("programma", .string(meeting.programme.description)),
            .init("reeks", .value(meeting.part?.description)), .init("nummer", .value(facts.number)), .init("stand", .string(Self.state(meeting))),
            .init("voor", .array(facts.audience.map(\.rawValue).sorted().map { .string($0) })), .init("prijs", .string(facts.price)),
            .init("gebied", .value(facts.area?.description)), .init("inschrijven", registration(line)), .init("volgnummer", .integer(meeting.sequence)),
        ]
    }

    private func registration(_ line: MeetingLine) -> API.Node {
        let facts = line.meeting.facts, places = line.places
        return [
            "stand": .string(line.state.rawValue), "vanaf": .time(facts.opensAt), "tot": .time(facts.closing), "plaatsen": .value(facts.capacity),
            "vrij": .value((places?.main ?? .empty).left(of: facts.capacity)), "wachtenden": .integer(places?.main.waiting ?? 0),
            "plaatsenOnline": .value(facts.onlineCapacity),
            "vrijOnline": .value(facts.form == .both ? (places?.online ?? .empty).left(of: facts.onlineCapacity) : nil),
            "wachtendenOnline": .integer(places?.online.waiting ?? 0),
        ]
    }

    /// One meeting with its programme.
    func detail(_ line: MeetingLine, _ items: [ProgrammeItem], names: [Identifier: String]) -> API.Node {
        func person(_ speaker: Speaker) -> API.Node {
            let organisation = speaker.organisation.flatMap { names[$0] } ?? (speaker.organisationName.isEmpty ? nil : speaker.organisationName)
            return ["naam": .string(speaker.name), "organisatie": .value(organisation)]
        }
        let parts = items.timed(from: line.meeting.facts.startsAt).map { item, start, end -> API.Node in
            [
                "soort": .string(item.facts.kind.rawValue), "titel": .string(item.facts.title), "tekst": .string(item.facts.text), "begin": .time(start),
                "einde": .time(end), "sprekers": .array(item.speakers.map(person)),
                "groepen": .array(
                    item.subgroups.map { group in
                        [
                            "titel": .string(group.facts.title), "vraag": .string(group.facts.question),
                            "leider": group.facts.leader.map(person) ?? .null, "plaatsen": .value(group.facts.maximum),
                        ]
                    }),
            ]
        }
        let about: [API.Node.Member] = [
            .init("doel", .string(line.meeting.facts.purpose)), .init("voorbereiding", .integer(line.meeting.facts.preparation)),
            .init("onderdelen", .array(parts)),
        ]
        return .object(members(line) + about + [Self.links(line.meeting)])
    }
}
