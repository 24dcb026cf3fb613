import Core
import Web

/// Every address of calls, of what people answer, and of the issues made of it.
package enum InventoryRoute: Sendable, Hashable {
    case calls
    case call(Identifier)
    /// The first page of the form.
    ///
    /// - Parameter via: code of the channel that led here
    case answer(Identifier, via: String? = nil)
    /// - Parameter proof: holds the number of the receipt, for an hour
    case thanks(Identifier, proof: String? = nil)
    case follow(Identifier)
    case join(Identifier)
    case tip(Identifier)
    /// - Parameter round: number of the round; nil for the newest
    case outcome(Identifier, round: Int? = nil)
    case outcomeFile(Identifier, round: Int)
    /// A form that was interrupted, on one of its pages.
    case draft(String, step: Int? = nil)
    case draftMail(String)
    case draftEnd(String)
    /// Where one asks what became of an answer.
    case standing
    /// What a mailed link leads to, with one button.
    case joinProof(String)
    case issues(IssueFilter = IssueFilter())
    case issue(Identifier)
    /// Where one leaves an address to be told that it is on an agenda.
    case issueFollow(Identifier)

    package var address: PageAddress {
        switch self {
        case .calls: PageAddress("oproepen")
        case .call(let call): Self.of(call)
        case .answer(let call, let via): PageAddress(Self.of(call, "meedoen").segments, query: via.map { [.init("via", $0)] } ?? [])
        case .thanks(let call, let proof): PageAddress(Self.of(call, "bedankt").segments, query: proof.map { [.init("bewijs", $0)] } ?? [])
        case .follow(let call): Self.of(call, "volgen")
        case .join(let call): Self.of(call, "aansluiten")
        case .tip(let call): Self.of(call, "tip")
        case .outcome(let call, let round): PageAddress(Self.of(call, "uitkomst").segments, query: round.map { [.init("ronde", String($0))] } ?? [])
        case .outcomeFile(let call, let round): PageAddress(Self.of(call, "uitkomst.csv").segments, query: [.init("ronde", String(round))])
        case .draft(let token, let step): PageAddress(["inbreng", token], query: step.map { [.init("stap", String($0))] } ?? [])
        case .draftMail(let token): PageAddress("inbreng", token, "mail")
        case .draftEnd(let token): PageAddress("inbreng", token, "wissen")
        case .standing: PageAddress("inbreng", "stand")
        case .joinProof(let token): PageAddress("aansluiten", token)
        case .issues(let filter): PageAddress(["vraagstukken"], query: filter.items)
        case .issue(let issue): PageAddress("vraagstukken", issue.description)
        case .issueFollow(let issue): PageAddress("vraagstukken", issue.description, "volgen")
        }
    }

    private static func of(_ call: Identifier, _ more: String...) -> PageAddress { PageAddress(["oproepen", call.description] + more) }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        func value(_ name: String) -> String? { address.query.first { $0.name == name }?.value }
        let segments = address.segments
        switch (segments.first, segments.count) {
        case ("oproepen", 1): self = .calls
        case ("oproepen", 2...3):
            guard let call = Identifier(segments[1]), let route = Self.ofCall(call, segments.count == 3 ? segments[2] : nil, value) else { return nil }
            self = route
        case ("inbreng", 2): self = segments[1] == "stand" ? .standing : .draft(segments[1], step: value("stap").flatMap { Int($0) })
        case ("inbreng", 3) where segments[2] == "mail": self = .draftMail(segments[1])
        case ("inbreng", 3) where segments[2] == "wissen": self = .draftEnd(segments[1])
        case ("aansluiten", 2): self = .joinProof(segments[1])
        case ("vraagstukken", 1): self = .issues(IssueFilter(address.query))
        case ("vraagstukken", 2):
            guard let issue = Identifier(segments[1]) else { return nil }
            self = .issue(issue)
        case ("vraagstukken", 3) where segments[2] == "volgen":
            guard let issue = Identifier(segments[1]) else { return nil }
            self = .issueFollow(issue)
        default: return nil
        }
    }

    private static func ofCall(_ call: Identifier, _ place: String?, _ value: (String) -> String?) -> InventoryRoute? {
        let round = value("ronde").flatMap { Int($0) }
        switch place {
        case nil: return .call(call)
        case "meedoen": return .answer(call, via: value("via"))
        case "bedankt": return .thanks(call, proof: value("bewijs"))
        case "volgen": return .follow(call)
        case "aansluiten": return .join(call)
        case "tip": return .tip(call)
        case "uitkomst": return .outcome(call, round: round)
        case "uitkomst.csv": return round.map { .outcomeFile(call, round: $0) }
        default: return nil
        }
    }
}

/// Which issues a list shows: those with this theme, and with all of these domains (AGD-13).
package struct IssueFilter: Sendable, Hashable {
    package var theme: String?
    package var domains: [String]

    package init(theme: String? = nil, domains: [String] = []) {
        self.theme = theme
        self.domains = Array(Set(domains)).sorted()
    }

    init(_ items: [PageAddress.Item]) {
        self.init(
            theme: items.first { $0.name == "thema" && !$0.value.isEmpty }?.value,
            domains: items.filter { $0.name == "domein" && !$0.value.isEmpty }.prefix(20).map(\.value))
    }

    var items: [PageAddress.Item] { (theme.map { [.init("thema", $0)] } ?? []) + domains.map { .init("domein", $0) } }

    func takes(_ facts: LearningIssue.Facts) -> Bool { (theme == nil || facts.theme == theme) && domains.allSatisfy(facts.domains.contains) }
}

/// Every address for who organises a call.
package enum CallDeskRoute: Sendable, Hashable {
    case list
    case call(Identifier)
    case questions(Identifier)
    case rounds(Identifier)
    /// A step of a round: ready, worked out, published, or another end.
    case round(Identifier, Identifier)
    case channels(Identifier)
    case workbench(Identifier, round: Int? = nil)
    case issue(Identifier, Identifier)
    case submission(Identifier, Identifier)
    case report(Identifier)
    case paper(Identifier)
    case people(Identifier)
    case file(Identifier, AnswerEntry.Kind)

    package var address: PageAddress {
        switch self {
        case .list: PageAddress("organiseren", "oproepen")
        case .call(let call): Self.of(call)
        case .questions(let call): Self.of(call, "vragen")
        case .rounds(let call): Self.of(call, "rondes")
        case .round(let call, let round): Self.of(call, "rondes", round.description)
        case .channels(let call): Self.of(call, "kanalen")
        case .workbench(let call, let round): PageAddress(Self.of(call, "werkbank").segments, query: round.map { [.init("ronde", String($0))] } ?? [])
        case .issue(let call, let issue): Self.of(call, "vraagstukken", issue.description)
        case .submission(let call, let submission): Self.of(call, "inbreng", submission.description)
        case .report(let call): Self.of(call, "rapport")
        case .paper(let call): Self.of(call, "invoer")
        case .people(let call): Self.of(call, "mensen")
        case .file(let call, let kind): Self.of(call, "lijsten", kind.rawValue + ".csv")
        }
    }

    private static func of(_ call: Identifier, _ more: String...) -> PageAddress { PageAddress(["organiseren", "oproepen", call.description] + more) }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        guard address.segments.prefix(2) == ["organiseren", "oproepen"] else { return nil }
        guard address.segments.count > 2 else {
            self = .list
            return
        }
        guard let call = Identifier(address.segments[2]) else { return nil }
        let rest = Array(address.segments.dropFirst(3)), id = rest.count == 2 ? Identifier(rest[1]) : nil
        switch (rest.first, rest.count, id) {
        case (nil, _, _): self = .call(call)
        case ("vragen", 1, _): self = .questions(call)
        case ("rondes", 1, _): self = .rounds(call)
        case ("rondes", 2, let id?): self = .round(call, id)
        case ("kanalen", 1, _): self = .channels(call)
        case ("werkbank", 1, _): self = .workbench(call, round: address.query.first { $0.name == "ronde" }.flatMap { Int($0.value) })
        case ("vraagstukken", 2, let id?): self = .issue(call, id)
        case ("inbreng", 2, let id?): self = .submission(call, id)
        case ("rapport", 1, _): self = .report(call)
        case ("invoer", 1, _): self = .paper(call)
        case ("mensen", 1, _): self = .people(call)
        case ("lijsten", 2, _):
            guard rest[1].hasSuffix(".csv"), let kind = AnswerEntry.Kind(rawValue: String(rest[1].dropLast(4))) else { return nil }
            self = .file(call, kind)
        default: return nil
        }
    }
}
