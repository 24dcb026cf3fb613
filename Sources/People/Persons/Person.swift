import Core
import Mail

/// Someone with an account.
package struct Person: Sendable, Hashable {
    package let id: Identifier
    package let name: String
    /// Private unless the person says otherwise.
    package let mail: MailAddress
    /// The language of mail to them.
    package let language: Language
    package let addedAt: Int64
    /// When the account was closed; nil while it is open.
    package let closedAt: Int64?

    package var isOpen: Bool { closedAt == nil }
}

extension Scope {
    /// What the database keeps: the kind and the id, empty for the whole installation.
    var stored: (kind: String, id: String) {
        switch self {
        case .installation: ("installation", "")
        case .organisation(let id): ("organisation", id.description)
        case .programme(let id): ("programme", id.description)
        case .area(let code): ("area", code.description)
        case .thing(let kind, let id): ("thing:" + kind, id.description)
        }
    }

    /// Nil for what no scope is kept as.
    init?(kind: String, id: String) {
        switch kind {
        case "installation": self = .installation
        case "organisation":
            guard let id = Identifier(id) else { return nil }
            self = .organisation(id)
        case "programme":
            guard let id = Identifier(id) else { return nil }
            self = .programme(id)
        case "area":
            guard let code = AreaCode(id) else { return nil }
            self = .area(code)
        default:
            guard kind.hasPrefix("thing:"), let id = Identifier(id) else { return nil }
            self = .thing(kind: String(kind.dropFirst(6)), id: id)
        }
    }
}
