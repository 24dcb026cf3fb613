import Core
import People
import SQL

/// What the facilitator does at the desk, one step at a time.
package enum WorkbenchStep: Sendable, Hashable {
    /// Marks words of an answer, and puts them with an issue, with a new one of this title, or aside, if that is known.
    case mark(entry: Identifier, words: String, issue: Identifier? = nil, new: String? = nil, aside: String? = nil)
    case attach(fragment: Identifier, issue: Identifier)
    case detach(fragment: Identifier, issue: Identifier)
    case create(title: String, fragments: [Identifier])
    case rename(issue: Identifier, title: String)
    /// Brings everything of one issue to another; its address leads there from then on.
    case merge(issue: Identifier, into: Identifier)
    /// Makes a new issue of some fragments of another.
    case split(issue: Identifier, title: String, fragments: [Identifier])
    case aside(fragment: Identifier, reason: String)

    var kind: Workbench.Step.Kind {
        switch self {
        case .mark: .mark
        case .attach: .attach
        case .detach: .detach
        case .create: .create
        case .rename: .rename
        case .merge: .merge
        case .split: .split
        case .aside: .aside
        }
    }
}

/// One small change that a step is made of; each has an opposite.
struct IssueChange: Sendable, Hashable {
    enum Kind: String, Sendable, Hashable, CaseIterable {
        case attach, detach, rename, merge, create, mark, aside
        /// Takes a fragment that was set aside back.
        case `return`
    }

    let kind: Kind
    var issue: String?
    var fragment: String?
    var old: String?
    var new: String?
}

// From answers to issues (section 3).
extension InventoryStore {
    /// Does a step, and keeps how to take it back.
    ///
    /// - Returns: the issue it was about, where there is one
    /// - Throws: ``Fault/unknown``, ``Fault/notInAnswer``
    @discardableResult
    package func take(_ step: WorkbenchStep, at call: Identifier, from origin: Origin) async throws -> Identifier? {
        try await journal.write(from: origin) { transaction in
            let desk = try IssueDesk(call, from: origin, in: transaction)
            let issue = try desk.take(step)
            try desk.keep(step.kind)
            let details = ["step": step.kind.rawValue, "issue": issue?.description ?? ""].filter { !$0.value.isEmpty }
            return (issue, Self.event("issue.sorted", call, details))
        }
    }

    /// Takes the last step back that was not taken back yet.
    ///
    /// - Throws: ``Fault/nothingToUndo``, ``Fault/unknown``
    package func undo(at call: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let desk = try IssueDesk(call, from: origin, in: transaction)
            try desk.undo()
            return ((), Self.event("issue.undone", call))
        }
    }

    /// Writes what the facilitator says of an issue, but for its title.
    ///
    /// - Throws: ``Fault/unknown``
    package func describe(_ issue: Identifier, as facts: LearningIssue.Facts, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute(
                """
                UPDATE learning_issue SET theme = \(facts.theme), words = \(facts.words), questions = \(facts.questions), level = \(facts.level),
                    tough = \(facts.isTough), why_tough = \(facts.isTough ? facts.whyTough : ""), reinforces = \(facts.reinforces),
                    perspective = \(facts.perspective)
                WHERE id = \(issue.description) AND merged_into IS NULL AND removed_at IS NULL
                """)
            guard changed == 1 else { throw Fault.unknown }
            try transaction.execute("DELETE FROM issue_domain WHERE issue = \(issue.description)")
            for domain in Set(facts.domains).sorted() {
                try transaction.execute("INSERT INTO issue_domain (issue, term) VALUES (\(issue.description), \(domain))")
            }
            return ((), Self.issueEvent("issue.described", issue))
        }
    }
}

/// The desk of one call within a transaction. The row of the call is held, so that two who sort do it one after the other.
private final class IssueDesk {
    private typealias Fault = InventoryStore.Fault

    private let call: Identifier
    private let origin: Origin
    private let transaction: Transaction
    private let number: Int
    private var changes: [IssueChange] = []

    init(_ call: Identifier, from origin: Origin, in transaction: Transaction) throws {
        self.call = call
        self.origin = origin
        self.transaction = transaction
        let number = try transaction.first("UPDATE learning_call SET steps = steps + 1 WHERE id = \(call.description) RETURNING steps") { try $0.int(0) }
        guard let number else { throw Fault.unknown }
        self.number = number
    }

    // MARK: Steps

    func take(_ step: WorkbenchStep) throws -> Identifier? {
        switch step {
        case .mark(let entry, let words, let issue, let title, let aside): return try mark(entry, words, issue, title, aside)
        case .attach(let fragment, let issue):
            try put(fragment, with: issue)
            return issue
        case .detach(let fragment, let issue):
            try change(IssueChange(kind: .detach, issue: try open(issue), fragment: try known(fragment)))
            return issue
        case .create(let title, let fragments): return try create(title, fragments)
        case .rename(let issue, let title):
            let old = try transaction.first("SELECT title FROM learning_issue WHERE id = \(try open(issue))") { try $0.string(0) }
            try change(IssueChange(kind: .rename, issue: issue.description, old: old, new: title))
            return issue
        case .merge(let issue, let target): return try merge(issue, target)
        case .split(let issue, let title, let fragments): return try split(issue, title, fragments)
        case .aside(let fragment, let reason):
            let id = try known(fragment)
            for issue in try issues(of: id) { try change(IssueChange(kind: .detach, issue: issue, fragment: id)) }
            try setAside(id, reason)
            return nil
        }
    }

    private func mark(_ entry: Identifier, _ words: String, _ issue: Identifier?, _ title: String?, _ aside: String?) throws -> Identifier? {
        let answer = try transaction.first(
            """
            SELECT inventory_entry.words FROM inventory_entry JOIN inventory_submission ON inventory_submission.id = inventory_entry.submission
            WHERE inventory_entry.id = \(entry.description) AND inventory_submission.call = \(call.description)
            """
        ) { try $0.string(0) }
        guard let answer else { throw Fault.unknown }
        guard Self.plain(answer).contains(Self.plain(words)), !Self.plain(words).isEmpty else { throw Fault.notInAnswer }
        let id = Identifier(at: origin.time)
        try change(IssueChange(kind: .mark, issue: nil, fragment: id.description, old: entry.description, new: words))
        if let issue {
            try put(id, with: issue)
        } else if let title {
            return try create(title, [id])
        } else if let aside {
            try setAside(id.description, aside)
        }
        return issue
    }

    /// Line ends and spaces come back from a form in another shape.
    private static func plain(_ words: String) -> String { words.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    private func create(_ title: String, _ fragments: [Identifier]) throws -> Identifier {
        let id = Identifier(at: origin.time)
        try change(IssueChange(kind: .create, issue: id.description, new: title))
        for fragment in fragments { try put(fragment, with: id) }
        return id
    }

    private func put(_ fragment: Identifier, with issue: Identifier) throws {
        let id = try known(fragment), target = try open(issue)
        if let reason = try transaction.first("SELECT aside FROM answer_fragment WHERE id = \(id)", { try $0.optionalString(0) }).flatMap(\.self) {
            try change(IssueChange(kind: .return, fragment: id, old: reason))
        }
        guard try !issues(of: id).contains(target) else { return }
        try change(IssueChange(kind: .attach, issue: target, fragment: id))
    }

    private func merge(_ issue: Identifier, _ target: Identifier) throws -> Identifier {
        let from = try open(issue), into = try open(target)
        guard from != into else { throw Fault.unknown }
        for fragment in try fragments(of: from) {
            try change(IssueChange(kind: .detach, issue: from, fragment: fragment))
            if try !issues(of: fragment).contains(into) { try change(IssueChange(kind: .attach, issue: into, fragment: fragment)) }
        }
        try change(IssueChange(kind: .merge, issue: from, new: into))
        return target
    }

    private func split(_ issue: Identifier, _ title: String, _ fragments: [Identifier]) throws -> Identifier {
        let from = try open(issue), own = Set(try self.fragments(of: from))
        let moved = fragments.map(\.description)
        guard !moved.isEmpty, moved.allSatisfy(own.contains) else { throw Fault.unknown }
        for fragment in moved { try change(IssueChange(kind: .detach, issue: from, fragment: fragment)) }
        return try create(title, fragments)
    }

    private func setAside(_ fragment: String, _ reason: String) throws {
        let old = try transaction.first("SELECT aside FROM answer_fragment WHERE id = \(fragment)", { try $0.optionalString(0) }).flatMap(\.self)
        try change(IssueChange(kind: .aside, fragment: fragment, old: old, new: reason))
    }

    // MARK: Looking

    /// An issue of this call that can still be worked on.
    private func open(_ issue: Identifier) throws -> String {
        let found = try transaction.first(
            """
            SELECT COUNT(*) FROM learning_issue
            WHERE id = \(issue.description) AND call = \(call.description) AND merged_into IS NULL AND removed_at IS NULL
            """
        ) { try $0.int(0) }
        guard found == 1 else { throw Fault.unknown }
        return issue.description
    }

    private func known(_ fragment: Identifier) throws -> String {
        let found = try transaction.first(
            """
            SELECT COUNT(*) FROM answer_fragment JOIN inventory_entry ON inventory_entry.id = answer_fragment.entry
            JOIN inventory_submission ON inventory_submission.id = inventory_entry.submission
            WHERE answer_fragment.id = \(fragment.description) AND inventory_submission.call = \(call.description)
            """
        ) { try $0.int(0) }
        guard found == 1 else { throw Fault.unknown }
        return fragment.description
    }

    private func issues(of fragment: String) throws -> [String] {
        try transaction.all("SELECT issue FROM issue_fragment WHERE fragment = \(fragment) ORDER BY issue") { try $0.string(0) }
    }

    private func fragments(of issue: String) throws -> [String] {
        try transaction.all("SELECT fragment FROM issue_fragment WHERE issue = \(issue) ORDER BY fragment") { try $0.string(0) }
    }

    // MARK: Changes

    private func change(_ change: IssueChange) throws {
        try run(change)
        changes.append(change)
    }

    /// - Throws: ``InventoryStore/Fault/unknown`` where the change finds nothing to change
    private func run(_ change: IssueChange) throws {
        let done: Int =
            switch change.kind {
            case .attach: try transaction.execute("INSERT INTO issue_fragment (issue, fragment) VALUES (\(change.issue), \(change.fragment))")
            case .detach: try transaction.execute("DELETE FROM issue_fragment WHERE issue = \(change.issue) AND fragment = \(change.fragment)")
            case .rename: try transaction.execute("UPDATE learning_issue SET title = \(change.new) WHERE id = \(change.issue)")
            case .merge: try transaction.execute("UPDATE learning_issue SET merged_into = \(change.new) WHERE id = \(change.issue)")
            case .create:
                try transaction.execute(
                    """
                    INSERT INTO learning_issue (id, call, title, words, questions, tough, why_tough, reinforces, perspective, added_at)
                    VALUES (\(change.issue), \(call.description), \(change.new), '', '', 0, '', '', '', \(origin.time))
                    """)
            case .mark:
                try transaction.execute(
                    "INSERT INTO answer_fragment (id, entry, words, marked_at) VALUES (\(change.fragment), \(change.old), \(change.new), \(origin.time))")
            case .aside: try transaction.execute("UPDATE answer_fragment SET aside = \(change.new) WHERE id = \(change.fragment)")
            case .return: try transaction.execute("UPDATE answer_fragment SET aside = NULL WHERE id = \(change.fragment)")
            }
        guard done == 1 else { throw Fault.unknown }
    }

    /// The opposite of a change.
    private func takeBack(_ change: IssueChange) throws {
        switch change.kind {
        case .attach: try run(IssueChange(kind: .detach, issue: change.issue, fragment: change.fragment))
        case .detach: try run(IssueChange(kind: .attach, issue: change.issue, fragment: change.fragment))
        case .rename: try run(IssueChange(kind: .rename, issue: change.issue, new: change.old))
        case .merge: try run(IssueChange(kind: .merge, issue: change.issue, new: nil))
        case .create: try transaction.execute("UPDATE learning_issue SET removed_at = \(origin.time) WHERE id = \(change.issue)")
        case .mark: try transaction.execute("DELETE FROM answer_fragment WHERE id = \(change.fragment)")
        case .aside: try run(IssueChange(kind: change.old == nil ? .return : .aside, fragment: change.fragment, new: change.old))
        case .return: try run(IssueChange(kind: .aside, fragment: change.fragment, new: change.old))
        }
    }

    func keep(_ kind: Workbench.Step.Kind) throws {
        try transaction.execute(
            """
            INSERT INTO issue_step (call, number, kind, made_at, actor)
            VALUES (\(call.description), \(number), \(kind), \(origin.time), \(origin.person?.description))
            """)
        for (index, change) in changes.enumerated() {
            try transaction.execute(
                """
                INSERT INTO issue_change (call, step, number, kind, issue, fragment, old_words, new_words)
                VALUES (\(call.description), \(number), \(index + 1), \(change.kind), \(change.issue), \(change.fragment), \(change.old), \(change.new))
                """)
        }
    }

    func undo() throws {
        let step = try transaction.first("SELECT MAX(number) FROM issue_step WHERE call = \(call.description) AND undone_at IS NULL") {
            try $0.optionalInt(0)
        }
        guard let step = step.flatMap(\.self) else { throw Fault.nothingToUndo }
        let done = try transaction.all(
            """
            SELECT kind, issue, fragment, old_words, new_words FROM issue_change WHERE call = \(call.description) AND step = \(step) ORDER BY number DESC
            """
        ) { row in
            IssueChange(
                kind: try row.raw(0), issue: try row.optionalString(1), fragment: try row.optionalString(2), old: try row.optionalString(3),
                new: try row.optionalString(4))
        }
        for change in done { try takeBack(change) }
        try transaction.execute("UPDATE issue_step SET undone_at = \(origin.time) WHERE call = \(call.description) AND number = \(step)")
    }
}
