import Core
import Learning

/// What was made so far, by the names it has in the files of the demonstration.
struct DemoBook: Sendable {
    enum Kind: String, Sendable, Hashable {
        case person, organisation, programme, part, call, issue, item, meeting, subgroup, group, session, method, practiceCase, request, introduction, term,
            conversation, story, match
    }

    private struct Name: Hashable {
        let kind: Kind
        let key: String
    }

    private var ids: [Name: Identifier] = [:]
    /// Keys of terms, which are words.
    var terms: [String: String] = [:]
    /// Keys of organisations, by the key of who belongs to them.
    var homes: [String: String] = [:]
    var rounds: [CallRound] = []
    /// One for each answer that was handed in, the oldest first.
    var receipts: [String] = []

    mutating func keep(_ id: Identifier, _ kind: Kind, _ key: String) { ids[Name(kind: kind, key: key)] = id }

    /// - Throws: a refusal where the files name something that is not there yet
    func id(_ kind: Kind, _ key: String) throws -> Identifier {
        guard let id = known(kind, key) else {
            throw DemoFault.refused("\(kind.rawValue) \(key)", Localized(nl: "bestaat hier nog niet", en: "is not there yet"))
        }
        return id
    }

    /// Nil for what is not there yet.
    func known(_ kind: Kind, _ key: String) -> Identifier? { ids[Name(kind: kind, key: key)] }

    func person(_ key: String) throws -> Identifier { try id(.person, key) }

    var programme: Identifier { get throws { try id(.programme, Self.only) } }
    var call: Identifier { get throws { try id(.call, Self.only) } }

    /// The key of what there is one of.
    static let only = "one"

    func term(_ key: String) -> String { terms[key] ?? key }

    /// The organisation that someone belongs to.
    func home(_ person: String) throws -> Identifier? { try homes[person].map { try id(.organisation, $0) } }
}

/// What is to be done, and when: the parts write it in any order.
struct DemoScript {
    typealias Action = (inout DemoBook, Origin) async throws -> Void

    struct Step {
        /// Milliseconds since 1970.
        let time: Int64
        /// Key of who does it; nil for nobody in particular.
        let person: String?
        let run: Action
    }

    private(set) var steps: [Step] = []

    mutating func at(_ time: Int64, by person: String? = nil, _ run: @escaping Action) { steps.append(Step(time: time, person: person, run: run)) }

    /// By time; what is at one moment in the order in which it was written.
    var ordered: [Step] { steps.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element) }
}

extension Origin {
    /// The same some minutes later.
    func later(minutes: Int64) -> Origin {
        Origin(person: person, organisation: organisation, request: request, channel: channel, time: time + minutes * DemoDays.minute)
    }

    /// The same by someone else.
    func by(_ person: Identifier, of organisation: Identifier? = nil) -> Origin {
        Origin(person: person, organisation: organisation, request: request, channel: channel, time: time)
    }
}
