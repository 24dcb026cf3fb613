import Core
import People
import Web

/// An agenda with all that pages say of it.
struct AgendaScene: Sendable {
    let agenda: LearningAgenda
    let outline: ProgrammeOutline
    let terms: [String: Term]
    let organisations: [Identifier: String]
    /// Published issues that items come from.
    let issues: [Identifier: PublishedIssue]

    var id: Identifier { agenda.place.id }
    /// Of the programme or the part.
    var name: String { agenda.place.part.flatMap { outline.part($0)?.name } ?? outline.programme.name }

    func term(_ key: String, _ language: Language) -> String { terms[key]?.name[language] ?? key }

    func organisation(_ id: Identifier) -> String { organisations[id] ?? "?" }

    func item(_ id: Identifier) -> AgendaItem? { agenda.item(id) }

    /// The published issues behind an item.
    func issues(of item: AgendaItem) -> [PublishedIssue] { item.issues.compactMap { issues[$0] } }

    /// How many people named what an item is about. Of several issues the largest: the same people may stand behind more than one, and a sum of published
    /// numbers would count them twice.
    ///
    /// - Returns: nil where nothing is published of it, or only few named each
    func inputs(of item: AgendaItem) -> Int? { issues(of: item).compactMap(\.givers).max() }

    /// Whether the number of ``inputs(of:)`` can be too low.
    func isLeast(_ item: AgendaItem) -> Bool { item.issues.count > 1 || issues(of: item).contains { !$0.isWhole } }

    /// For the order: only what is known.
    var inputs: [Identifier: Int] {
        Dictionary(agenda.items.compactMap { item in inputs(of: item).map { (item.id, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    /// What starts when, by month and then in the order of the owners (AGD-04). Two themes may start together.
    var calendar: [AgendaMonth] {
        let planned = agenda.items.filter { $0.state != .dropped && $0.state != .parked && $0.isPublic }
        let months = Dictionary(grouping: planned.filter { $0.month != nil }) { $0.month }
        return months.compactMap { month, items in month.map { AgendaMonth(month: $0, items: items) } }.sorted { $0.month < $1.month }
    }
}

/// What starts in a month.
struct AgendaMonth: Sendable, Hashable {
    let month: Period
    /// In the order of the owners.
    let items: [AgendaItem]
}
