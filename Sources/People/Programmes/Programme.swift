import Core
import Foundation
import Mail

/// A programme: what organisations learn and try together for some years (ORG-01).
package struct Programme: Sendable, Hashable {
    package let id: Identifier
    /// The name in addresses; stays when the name changes.
    package let slug: Slug
    package let facts: Facts
    /// Times are milliseconds since 1970.
    package let addedAt: Int64
    /// When it was closed; nil while it runs.
    package let endedAt: Int64?

    /// What its team writes of it.
    package struct Facts: Sendable, Hashable {
        package var name: String
        package var purpose: String
        /// The organisation whose programme it is.
        package var owner: Identifier?
        /// The first and the last year, as far as they are known.
        package var firstYear: Int?
        package var lastYear: Int?
        /// What it is for, as labels that things can carry (ORG-02).
        package var goals: [String]
        package var postalAddress: String
        package var visitingAddress: String

        package init(
            name: String, purpose: String, owner: Identifier? = nil, firstYear: Int? = nil, lastYear: Int? = nil, goals: [String] = [],
            postalAddress: String = "", visitingAddress: String = ""
        ) {
            self.name = name
            self.purpose = purpose
            self.owner = owner
            self.firstYear = firstYear
            self.lastYear = lastYear
            self.goals = goals
            self.postalAddress = postalAddress
            self.visitingAddress = visitingAddress
        }
    }

    package var name: String { facts.name }
}

/// A name in addresses: small letters, digits and hyphens, 1 to 80.
package struct Slug: Sendable, Hashable, LosslessStringConvertible {
    package let description: String

    package init?(_ text: String) {
        let isFit = text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        guard (1...80).contains(text.utf8.count), isFit, text.first != "-", text.last != "-" else { return nil }
        description = text
    }

    /// Of a name, as near as letters allow: `Kring Oost & Wést` becomes `kring-oost-west`.
    package init(of name: String) {
        var words = [""]
        for scalar in name.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39: words[words.count - 1].unicodeScalars.append(scalar)
            // Accents that were taken apart, and apostrophes, part no words.
            case 0x300...0x36F, 0x27, 0x2019: continue
            default: words.append("")
            }
        }
        let joined = words.filter { !$0.isEmpty }.joined(separator: "-").prefix(60)
        let text = joined.last == "-" ? String(joined.dropLast()) : String(joined)
        description = text.isEmpty ? "programma" : text
    }

    private init(fitting text: String) { description = text }

    /// The same with a number behind it, for a name that is taken.
    package func numbered(_ number: Int) -> Slug { Slug(fitting: "\(description)-\(number)") }
}

/// A part of a programme, below another part or, for a track, below the programme itself (ORG-19, ORG-25).
package struct ProgrammePart: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case track = "spoor"
        case network = "netwerk"
        case project = "project"
        /// Meetings that belong together.
        case series = "reeks"

        package var name: Localized {
            switch self {
            case .track: Localized(nl: "Spoor", en: "Track")
            case .network: Localized(nl: "Netwerk", en: "Network")
            case .project: Localized(nl: "Project", en: "Project")
            case .series: Localized(nl: "Reeks bijeenkomsten", en: "Series of meetings")
            }
        }

        /// What it may hang below; nothing for what hangs below the programme itself.
        package var above: [Kind] {
            switch self {
            case .track: []
            case .network: [.track]
            case .project: [.track, .network]
            case .series: [.track, .network, .project]
            }
        }
    }

    package let id: Identifier
    package let programme: Identifier
    package let parent: Identifier?
    package let kind: Kind
    /// Its place among those beside it, from 1; of a track also its name: track 2.
    package let number: Int
    package let name: String
    package let purpose: String
    package let endedAt: Int64?
}

/// That an organisation takes part in a programme or a part of it.
package struct Involvement: Sendable, Hashable {
    package enum Capacity: String, Sendable, Hashable, CaseIterable {
        case partner = "partner"
        /// One of those who organise it, each shown by name (ORG-20).
        case organiser = "organisator"

        package var name: Localized {
            switch self {
            case .partner: Localized(nl: "Partner", en: "Partner")
            case .organiser: Localized(nl: "Organisator", en: "Organiser")
            }
        }
    }

    package let id: Identifier
    /// Nil for the whole programme.
    package let part: Identifier?
    package let organisation: Identifier
    package let capacity: Capacity
}

/// Whom to ask about a programme (CON-01 to CON-03, CON-06).
package struct ProgrammeContact: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case practical = "praktisch"
        case content = "inhoud"
        /// The general desk of the organisation.
        case desk = "loket"

        package var name: Localized {
            switch self {
            case .practical: Localized(nl: "Praktische vragen", en: "Practical questions")
            case .content: Localized(nl: "Vragen over de inhoud", en: "Questions about the content")
            case .desk: Localized(nl: "Algemeen loket", en: "General desk")
            }
        }
    }

    package let id: Identifier
    package let details: Details

    package struct Details: Sendable, Hashable {
        package let kind: Kind
        package let name: String
        package let mail: MailAddress?
        package let phone: String?
        /// Whether everyone may see the mail address.
        package let showsMail: Bool
        package let showsPhone: Bool

        package init(kind: Kind, name: String, mail: MailAddress?, phone: String?, showsMail: Bool, showsPhone: Bool) {
            self.kind = kind
            self.name = name
            self.mail = mail
            self.phone = phone
            self.showsMail = showsMail
            self.showsPhone = showsPhone
        }

        /// What everyone may see.
        package var publicMail: MailAddress? { showsMail ? mail : nil }
        package var publicPhone: String? { showsPhone ? phone : nil }
    }
}
