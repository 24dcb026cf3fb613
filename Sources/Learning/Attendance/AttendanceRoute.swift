import Core
import Web

/// Every address of saying that one is there.
package enum AttendanceRoute: Sendable, Hashable {
    /// Where people type the code.
    case enter(code: String? = nil)
    case entered
    /// The code of a meeting, for a screen in the room.
    case screen(Identifier)
    /// Who of one's own groups was there, for who leads them.
    case groups(Identifier)

    private static let code = "code"

    package var address: PageAddress {
        switch self {
        case .enter(let code): PageAddress(["aanwezig"], query: code.map { [.init(Self.code, $0)] } ?? [])
        case .entered: PageAddress("aanwezig", "genoteerd")
        case .screen(let meeting): PageAddress("bijeenkomsten", meeting.description, "aanwezig")
        case .groups(let meeting): PageAddress("bijeenkomsten", meeting.description, "aanwezig", "groepen")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let all = address.segments
        if all == ["aanwezig"] {
            self = .enter(code: address.query.first { $0.name == Self.code }?.value)
        } else if all == ["aanwezig", "genoteerd"] {
            self = .entered
        } else if all.count >= 3, all[0] == "bijeenkomsten", all[2] == "aanwezig", let meeting = Identifier(all[1]) {
            switch Array(all.dropFirst(3)) {
            case []: self = .screen(meeting)
            case ["groepen"]: self = .groups(meeting)
            default: return nil
            }
        } else {
            return nil
        }
    }
}
