import Core
import Mail
import SQL

extension RegistrationStore {
    /// Everyone of a meeting, the order of the list; also those who are off it.
    package func participants(of meeting: Identifier) async throws -> [Registration] {
        try await database.read { reading in
            try reading.all("SELECT \(Self.columns) FROM registration WHERE meeting = \(meeting.description) ORDER BY number, member", Self.registration)
        }
    }

    /// Everything that a person has, by account or by address, the newest meeting first.
    package func registrations(of person: Identifier, mail: MailAddress) async throws -> [(registration: Registration, door: MeetingDoor)] {
        let tag = tag(mail)
        return try await database.read { reading in
            let found = try reading.all(
                "SELECT \(Self.columns) FROM registration WHERE person = \(person.description) OR mail_key = \(tag) ORDER BY id", Self.registration)
            var doors: [Identifier: MeetingDoor] = [:]
            for registration in found where doors[registration.meeting] == nil {
                doors[registration.meeting] = try MeetingDoor.find(registration.meeting, reading)
            }
            return found.compactMap { registration in doors[registration.meeting].map { (registration, $0) } }
                .sorted { ($0.door.facts.startsAt, $0.registration.id) > ($1.door.facts.startsAt, $1.registration.id) }
        }
    }

    /// What the page of one's own place says.
    package struct OwnPlace: Sendable {
        package let registration: Registration
        package let door: MeetingDoor
        /// How many people wait for the same before them; nil for who does not wait.
        package let ahead: Int?
        /// Until when a place is kept for them.
        package let offerEnd: Int64?
        /// How many are in their group as long as it has no place; 1 for one alone.
        package let together: Int
        /// Whether a place that is free can be taken at once, in the last hours.
        package let canTake: Bool
        package let isStrict: Bool
        package let subgroups: [Subgroup]
    }

    package func place(of id: Identifier, at now: Int64) async throws -> OwnPlace? {
        try await database.read { reading in
            guard let registration = try Self.find(id, reading), let door = try MeetingDoor.find(registration.meeting, reading) else { return nil }
            let isWaiting = registration.standing == .waiting
            let state = try PlaceState(door, reading)
            let members = isWaiting || registration.standing == .offered ? try entry(of: registration, standing: registration.standing, reading).count : 1
            let draft = registration.draft
            let entry = PlaceEntry(
                number: registration.number, way: draft.way, subgroup: draft.subgroup, role: draft.role, municipality: draft.municipality, size: members)
            let isLast = isWaiting && door.shut(at: now) == nil && !state.rules.makesOffers(at: now)
            return OwnPlace(
                registration: registration, door: door, ahead: isWaiting ? try Self.ahead(of: registration, reading) : nil,
                offerEnd: registration.standing == .offered ? try openOffer(registration, reading) : nil, together: members,
                canTake: isLast && RegistrationDesk.fits(entry, state.rules, state.tally, at: now), isStrict: state.rules.isStrict(at: now),
                subgroups: try MeetingRows.subgroups(of: door.id, reading))
        }
    }

    /// The wishes of people, the first one first.
    package func wishes(of meeting: Identifier) async throws -> [Identifier: [Identifier]] {
        try await database.read { reading in
            let rows = try reading.all(
                """
                SELECT registration_wish.registration, registration_wish.subgroup FROM registration_wish
                JOIN registration ON registration.id = registration_wish.registration WHERE registration.meeting = \(meeting.description)
                ORDER BY registration_wish.registration, registration_wish.wish
                """
            ) { (Identifier(try $0.string(0)), Identifier(try $0.string(1))) }
            return rows.reduce(into: [:]) { wishes, row in
                if let person = row.0, let group = row.1 { wishes[person, default: []].append(group) }
            }
        }
    }

    package func reserved(of meeting: Identifier) async throws -> [ReservedPlaces] { try await database.read { try PlaceState.reserved(meeting, $0) } }

    /// The subgroups of a meeting, in the order of its programme.
    package func subgroups(of meeting: Identifier) async throws -> [Subgroup] { try await database.read { try MeetingRows.subgroups(of: meeting, $0) } }

    /// The meetings of a part of a programme that are not over, drafts too.
    func meetings(ofPart part: Identifier, after now: Int64) async throws -> [Meeting] {
        try await database.read { try MeetingRows.meetings(where: "part = \(part.description) AND ends_at > \(now)", $0) }
    }

    /// What its form asks: the meeting, with its subgroups where people have a say in them.
    struct Opening: Sendable {
        let meeting: Meeting
        let subgroups: [Subgroup]
    }

    func opening(_ id: Identifier) async throws -> Opening? {
        try await database.read { reading in
            guard let meeting = try MeetingRows.meeting(id, reading) else { return nil }
            return Opening(meeting: meeting, subgroups: meeting.facts.subgroups == .assigned ? [] : try MeetingRows.subgroups(of: id, reading))
        }
    }

    func meeting(_ id: Identifier) async throws -> Meeting? { try await database.read { try MeetingRows.meeting(id, $0) } }

    // MARK: For the pages of meetings

    /// How many places are taken and how many people wait, of meetings and of subgroups (D-05).
    package func counts(_ things: [Identifier], at now: Int64) async throws -> [Identifier: Places] {
        try await database.read { reading in
            var counts: [Identifier: Places] = [:]
            for thing in Set(things).sorted() {
                if let door = try MeetingDoor.find(thing, reading) { counts[thing] = try Self.places(PlaceState(door, reading), at: now) }
            }
            let rows = try reading.all(
                """
                SELECT subgroup, standing, SUM(people) FROM registration_tally WHERE subgroup IN \(list: things.map(\.description))
                GROUP BY subgroup, standing
                """
            ) { row in (id: Identifier(try row.string(0)), standing: try row.raw(1, as: RegistrationStanding.self), count: try row.int(2)) }
            for (id, own) in Dictionary(grouping: rows, by: \.id) {
                let waiting = own.filter { $0.standing == .waiting }.reduce(0) { $0 + $1.count }, all = own.reduce(0) { $0 + $1.count }
                if let id { counts[id] = Places(Places.Pool(used: all - waiting, waiting: waiting)) }
            }
            return counts
        }
    }

    private static func places(_ state: PlaceState, at now: Int64) -> Places {
        let unused = state.rules.reserved.isEmpty ? 0 : state.tally.unused(state.rules.reserved, at: now).reduce(0, +)
        func pool(_ way: Presence) -> Places.Pool {
            let waiting = state.waiting.filter { $0.key.way == way }.values.reduce(0, +)
            return Places.Pool(used: (state.tally.used[way] ?? 0) + (way == state.rules.reservedWay ? unused : 0), waiting: waiting)
        }
        return Places(pool(state.door.mainWay), online: state.door.facts.form == .both ? pool(.online) : .empty)
    }

    /// What people who take part or wait want to learn, without their names (AGD-11).
    package func needs(of meeting: Identifier) async throws -> [NeedLine] {
        try await database.read { reading in
            try reading.all(
                """
                SELECT id, need FROM registration WHERE meeting = \(meeting.description) AND need <> '' AND standing IN \(list: RegistrationStanding.living)
                ORDER BY number, member
                """
            ) { row in (Identifier(try row.string(0)), try row.string(1)) }
            .compactMap { id, text in id.map { NeedLine(id: $0, text: text) } }
        }
    }
}
