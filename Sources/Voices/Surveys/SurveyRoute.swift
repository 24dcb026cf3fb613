import Core
import Web

/// Every address of surveys.
package enum SurveyRoute: Sendable, Hashable {
    case list(Identifier)
    /// A page of the form, from 1.
    case answer(Identifier, survey: Identifier, step: Int = 1)
    /// What somebody reads once: the signed proof holds the code.
    case thanks(Identifier, survey: Identifier, proof: String)
    case withdraw(Identifier, survey: Identifier)
    case results(Identifier, survey: Identifier, isFile: Bool = false)
    case desk(Identifier)
    case edit(Identifier, survey: Identifier, Action? = nil)

    package static let file = "uitkomst.csv"

    /// What is done at the desk of one survey.
    package enum Action: String, Sendable, Hashable, CaseIterable {
        case add = "vragen"
        case remove = "weg"
        case raise = "omhoog"
        case useSet = "reeks"
        case keepSet = "bewaar-reeks"
        case open = "openen"
        case close = "sluiten"
        case print = "vellen"
        case paper = "papier"
        case texts = "woorden"
    }

    package var address: PageAddress {
        func one(_ id: Identifier, _ survey: Identifier, _ more: String...) -> PageAddress {
            PageAddress(["stemmen", id.description, "vragenlijsten", survey.description] + more, query: [])
        }
        switch self {
        case .list(let id): return PageAddress("stemmen", id.description, "vragenlijsten")
        case .answer(let id, let survey, let step): return step == 1 ? one(id, survey) : one(id, survey).with(.init("stap", String(step)))
        case .thanks(let id, let survey, let proof): return one(id, survey, "bedankt").with(.init("bewijs", proof))
        case .withdraw(let id, let survey): return one(id, survey, "terugnemen")
        case .results(let id, let survey, let isFile): return isFile ? one(id, survey, "uitkomst", Self.file) : one(id, survey, "uitkomst")
        case .desk(let id): return PageAddress("stemmen", id.description, "regelen", "vragenlijsten")
        case .edit(let id, let survey, let action):
            return PageAddress(
                ["stemmen", id.description, "regelen", "vragenlijsten", survey.description] + (action.map { [$0.rawValue] } ?? []), query: [])
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 3, parts[0] == "stemmen", let id = Identifier(parts[1]) else { return nil }
        func item(_ name: String) -> String? { address.query.first { $0.name == name }?.value }
        let rest = Array(parts.dropFirst(2)), isDesk = rest.starts(with: ["regelen", "vragenlijsten"])
        guard isDesk || rest.first == "vragenlijsten" else { return nil }
        let more = Array(rest.dropFirst(isDesk ? 2 : 1))
        guard let first = more.first else {
            self = isDesk ? .desk(id) : .list(id)
            return
        }
        guard let survey = Identifier(first) else { return nil }
        switch (isDesk, Array(more.dropFirst())) {
        case (true, []): self = .edit(id, survey: survey)
        case (true, let last) where last.count == 1:
            guard let action = Action(rawValue: last[0]) else { return nil }
            self = .edit(id, survey: survey, action)
        case (false, []): self = .answer(id, survey: survey, step: item("stap").flatMap { Int($0) } ?? 1)
        case (false, ["bedankt"]): self = .thanks(id, survey: survey, proof: item("bewijs") ?? "")
        case (false, ["terugnemen"]): self = .withdraw(id, survey: survey)
        case (false, ["uitkomst"]): self = .results(id, survey: survey)
        case (false, ["uitkomst", Self.file]): self = .results(id, survey: survey, isFile: true)
        default: return nil
        }
    }
}
