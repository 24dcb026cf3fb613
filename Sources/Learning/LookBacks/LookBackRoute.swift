import Core
import Web

/// Every address of look-backs and points of attention.
package enum LookBackRoute: Sendable, Hashable {
    /// Of this meeting.
    case lookBack(Identifier)
    /// As it was published one time.
    case edition(Identifier, Int)
    case experiences(Identifier)
    case point(Identifier)
    /// What was published lately.
    case catchUp
    // For who writes.
    /// What has to be looked back on.
    case waiting
    case desk(Identifier)
    case generate(Identifier)
    case piece(Identifier, Identifier)
    case figures(Identifier)
    case figureRemoval(Identifier, Identifier)
    case points(Identifier)
    case pointRemoval(Identifier, Identifier)
    case join(Identifier)
    case publish(Identifier)

    package var address: PageAddress {
        switch self {
        case .lookBack(let meeting): Self.of(meeting)
        case .edition(let meeting, let number): Self.of(meeting, "versies", "\(number)")
        case .experiences(let meeting): Self.of(meeting, "ervaringen")
        case .point(let point): PageAddress("aandachtspunten", point.description)
        case .catchUp: PageAddress("leernetwerk", "bijpraten")
        case .waiting: PageAddress("organiseren", "terugblikken")
        case .desk(let meeting): Self.of(meeting, "schrijven")
        case .generate(let meeting): Self.of(meeting, "maken")
        case .piece(let meeting, let piece): Self.of(meeting, "delen", piece.description)
        case .figures(let meeting): Self.of(meeting, "cijfers")
        case .figureRemoval(let meeting, let figure): Self.of(meeting, "cijfers", figure.description, "weg")
        case .points(let meeting): Self.of(meeting, "punten")
        case .pointRemoval(let meeting, let point): Self.of(meeting, "punten", point.description, "weg")
        case .join(let meeting): Self.of(meeting, "samenvoegen")
        case .publish(let meeting): Self.of(meeting, "publiceren")
        }
    }

    private static func of(_ meeting: Identifier, _ more: String...) -> PageAddress {
        PageAddress(["bijeenkomsten", meeting.description, "terugblik"] + more)
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let all = address.segments
        switch (all.first, all.count) {
        case ("leernetwerk", 2) where all[1] == "bijpraten": self = .catchUp
        case ("organiseren", 2) where all[1] == "terugblikken": self = .waiting
        case ("aandachtspunten", 2):
            guard let point = Identifier(all[1]) else { return nil }
            self = .point(point)
        case ("bijeenkomsten", 3...6) where all[2] == "terugblik":
            guard let meeting = Identifier(all[1]), let found = Self.read(meeting, Array(all.dropFirst(3))) else { return nil }
            self = found
        default: return nil
        }
    }

    private static func read(_ meeting: Identifier, _ rest: [String]) -> LookBackRoute? {
        let thing = rest.count > 1 ? Identifier(rest[1]) : nil, isRemoval = rest.count == 3 && rest[2] == "weg"
        switch (rest.first, rest.count, thing) {
        case (nil, _, _): return .lookBack(meeting)
        case ("ervaringen", 1, _): return .experiences(meeting)
        case ("schrijven", 1, _): return .desk(meeting)
        case ("maken", 1, _): return .generate(meeting)
        case ("cijfers", 1, _): return .figures(meeting)
        case ("punten", 1, _): return .points(meeting)
        case ("samenvoegen", 1, _): return .join(meeting)
        case ("publiceren", 1, _): return .publish(meeting)
        case ("versies", 2, _): return Int(rest[1]).flatMap { $0 > 0 && "\($0)" == rest[1] ? .edition(meeting, $0) : nil }
        case ("delen", 2, let piece?): return .piece(meeting, piece)
        case ("cijfers", 3, let figure?) where isRemoval: return .figureRemoval(meeting, figure)
        case ("punten", 3, let point?) where isRemoval: return .pointRemoval(meeting, point)
        default: return nil
        }
    }
}
