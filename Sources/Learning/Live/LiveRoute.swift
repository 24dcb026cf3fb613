import Core
import Web

/// Every address of live sessions.
package enum LiveRoute: Sendable, Hashable {
    /// Where people type the code.
    case enter
    case session(AttendanceCode)
    /// What changed, as it happens.
    case stream(AttendanceCode)
    case support(AttendanceCode, Identifier)
    case poll(AttendanceCode, Identifier)
    /// For the screen in the room.
    case screen(AttendanceCode)
    /// For who leads it.
    case desk(Identifier)
    case deskQuestion(Identifier, Identifier)
    case deskPolls(Identifier)
    case deskPoll(Identifier, Identifier)

    package var address: PageAddress {
        switch self {
        case .enter: PageAddress("live")
        case .session(let code): PageAddress("live", code.description)
        case .stream(let code): PageAddress("live", code.description, "stroom")
        case .screen(let code): PageAddress("live", code.description, "scherm")
        case .support(let code, let id): PageAddress("live", code.description, "vragen", id.description)
        case .poll(let code, let id): PageAddress("live", code.description, "peilingen", id.description)
        case .desk(let meeting): PageAddress("bijeenkomsten", meeting.description, "live")
        case .deskQuestion(let meeting, let id): PageAddress("bijeenkomsten", meeting.description, "live", "vragen", id.description)
        case .deskPolls(let meeting): PageAddress("bijeenkomsten", meeting.description, "live", "peilingen")
        case .deskPoll(let meeting, let id): PageAddress("bijeenkomsten", meeting.description, "live", "peilingen", id.description)
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let all = address.segments
        let found: LiveRoute? =
            if all == ["live"] {
                .enter
            } else if all.count >= 2, all[0] == "live", let code = AttendanceCode(all[1]), code.description == all[1] {
                Self.visitor(code, Array(all.dropFirst(2)))
            } else if all.count >= 3, all[0] == "bijeenkomsten", all[2] == "live", let meeting = Identifier(all[1]) {
                Self.leader(meeting, Array(all.dropFirst(3)))
            } else {
                nil
            }
        guard let found else { return nil }
        self = found
    }

    private static func visitor(_ code: AttendanceCode, _ rest: [String]) -> LiveRoute? {
        switch rest {
        case []: return .session(code)
        case ["stroom"]: return .stream(code)
        case ["scherm"]: return .screen(code)
        default:
            guard rest.count == 2, let id = Identifier(rest[1]) else { return nil }
            return rest[0] == "vragen" ? .support(code, id) : rest[0] == "peilingen" ? .poll(code, id) : nil
        }
    }

    private static func leader(_ meeting: Identifier, _ rest: [String]) -> LiveRoute? {
        if rest.isEmpty { return .desk(meeting) }
        if rest == ["peilingen"] { return .deskPolls(meeting) }
        guard rest.count == 2, let id = Identifier(rest[1]) else { return nil }
        return rest[0] == "vragen" ? .deskQuestion(meeting, id) : rest[0] == "peilingen" ? .deskPoll(meeting, id) : nil
    }
}
