import Core
import People
import SQL
import Web

/// Look-backs on meetings, points of attention, and what learning yields. The table of contents of this part.
package struct LookBacksPart: Sendable {
    let people: People.Slice
    let meetings: MeetingPart
    let intervision: IntervisionPart
    package let store: LookBackStore
    package let yields: YieldStore
    /// Questions of the room that were taken along from a meeting, each on a line.
    let taken: @Sendable (Identifier) async throws -> [String]

    package static let migrations = LookBackMigrations.all
    package static let noticeKinds = LookBackNotice.kinds

    /// - Parameters:
    ///   - intervision: for methods that people tell experiences of, and for what sessions yield
    ///   - taken: gives questions of the room that were taken along from a meeting, each on a line
    package init(
        people: People.Slice, meetings: MeetingPart, intervision: IntervisionPart,
        taken: @escaping @Sendable (Identifier) async throws -> [String] = { _ in [] }
    ) {
        self.people = people
        self.meetings = meetings
        self.intervision = intervision
        self.taken = taken
        store = LookBackStore(people.database, journal: people.journal, deeds: meetings.store.deeds)
        yields = YieldStore(people.database, journal: people.journal)
    }

    package var routes: [Route] { LookBackRoutes(part: self).table + LookBackDeskRoutes(part: self).table + YieldRoutes(part: self).table }

    /// To be run every minute, on every node.
    package var round: LookBackRound { LookBackRound(part: self) }

    // MARK: What its routes share

    var now: Int64 { people.now() }

    /// The look-back of the meeting in the path, with what who asks may do; not found for who may not see the meeting.
    func scene(_ context: WebContext) async throws -> LookBackScene {
        let (meeting, outline) = try await meetings.meeting(context)
        return try await scene(meeting, outline, context.actor)
    }

    func scene(_ meeting: Meeting, _ outline: ProgrammeOutline, _ actor: Actor) async throws -> LookBackScene {
        let items = try await meetings.store.items(of: meeting.id), line = outline.line(to: meeting.part)
        let named = items.flatMap { $0.speakers + $0.subgroups.compactMap(\.facts.leader) }.compactMap(\.organisation)
        let leads = Dictionary(
            items.flatMap(\.subgroups).map { ($0.id, actor.decide([.subgroupLeader], at: [$0.scope])) }, uniquingKeysWith: { first, _ in first })
        return LookBackScene(
            meeting: meeting, outline: outline, items: items, draft: try await store.draft(of: meeting.id),
            facilitating: MeetingPolicy.organise(programme: meeting.programme, line: line, by: actor), leading: leads,
            organisations: try await people.organisations.names(of: named))
    }

    func name(_ person: Identifier?) async throws -> String? {
        guard let person else { return nil }
        return try await people.persons.names(of: [person])[person]
    }
}

/// A look-back with its meeting, and what one reader may do.
struct LookBackScene: Sendable {
    let meeting: Meeting
    let outline: ProgrammeOutline
    let items: [ProgrammeItem]
    /// Nil where none was prepared.
    let draft: LookBackDraft?
    let facilitating: Decision
    /// By subgroup.
    let leading: [Identifier: Decision]
    let organisations: [Identifier: String]

    var isFacilitator: Bool { facilitating.isAllowed }

    /// Who may look at what is not public: who organises it, and who leads a part of it.
    var writing: Decision {
        let all = [facilitating] + leading.keys.sorted().compactMap { leading[$0] }
        return all.first(where: \.isAllowed) ?? all.first { $0 != .hidden } ?? .hidden
    }

    /// A leader writes their own part alone, and until the facilitator joins the parts (TER-02).
    func mayWrite(_ piece: LookBackPiece) -> Bool {
        if isFacilitator { return true }
        guard let subgroup = piece.subgroup, draft?.lookBack.takesPieces ?? false else { return false }
        return leading[subgroup]?.isAllowed ?? false
    }

    private func item(_ piece: LookBackPiece) -> ProgrammeItem? { items.first { $0.id == piece.item } }

    /// What kind of item it was.
    func kind(of piece: LookBackPiece) -> ProgrammeItem.Kind? { item(piece)?.facts.kind }

    /// Who spoke or led, as the programme has it now.
    func speakers(of piece: LookBackPiece) -> [Speaker] {
        guard let subgroup = piece.subgroup else { return item(piece)?.speakers ?? [] }
        return item(piece)?.subgroups.first { $0.id == subgroup }?.facts.leader.map { [$0] } ?? []
    }

    /// `Anke Verbruggen (GGD Lindenmeer)`.
    func name(_ speaker: Speaker) -> String {
        let organisation = speaker.organisation.flatMap { organisations[$0] } ?? speaker.organisationName
        return organisation.isEmpty ? speaker.name : "\(speaker.name) (\(organisation))"
    }
}
