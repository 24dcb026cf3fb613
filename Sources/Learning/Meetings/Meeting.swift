import Core

/// A meeting of people who learn together: one moment, mostly one of a series (MTG-01, MTG-02).
package struct Meeting: Sendable, Hashable {
    package let id: Identifier
    package let programme: Identifier
    package let facts: Facts
    /// How often hours, place or status changed, for calendars that know it already (RFC 5545).
    package let sequence: Int
    /// All that was ever said of it, the oldest first.
    package let steps: [MeetingStep]
    /// Times are milliseconds since 1970.
    package let addedAt: Int64
    package let updatedAt: Int64

    package init(id: Identifier, programme: Identifier, facts: Facts, sequence: Int, steps: [MeetingStep], addedAt: Int64, updatedAt: Int64) {
        self.id = id
        self.programme = programme
        self.facts = facts
        self.sequence = sequence
        self.steps = steps
        self.addedAt = addedAt
        self.updatedAt = updatedAt
    }

    /// What its organisers write of it.
    package struct Facts: Sendable, Hashable {
        /// The series, network or other part of the programme that it belongs to; nil for the programme itself.
        package var part: Identifier?
        /// Its place in the part, from 1; nil without a part, and for a new one that comes last.
        package var number: Int?
        package var title: String
        /// What this one is about within its series (MTG-02).
        package var subject: String
        package var purpose: String
        package var kind: Kind
        package var form: Form
        /// Milliseconds since 1970, in the zone of ``Meeting/zone``.
        package var startsAt: Int64
        package var endsAt: Int64
        package var place: String
        package var address: String
        /// For the registered alone (MTG-04); never in public pages, feeds, search, API or calendar files.
        package var joinLink: String
        /// The most who can come: in the place, or online where it is only there; nil for no limit.
        package var capacity: Int?
        /// The most who can come online where both are possible; nil for no limit.
        package var onlineCapacity: Int?
        /// When registration opens; nil for as soon as the meeting is announced.
        package var opensAt: Int64?
        /// When registration closes; nil for the usual moment.
        package var closesAt: Int64?
        /// Whom it is for; empty for everyone (MTG-09).
        package var audience: Set<Role>
        /// Refuses those whom it is not for; others are told and may come all the same.
        package var isClosedCircle: Bool
        /// In words; empty for free (MTG-08).
        package var price: String
        /// Minutes that preparing takes.
        package var preparation: Int
        package var subgroups: SubgroupMode
        /// Spreads people of one municipality over the subgroups (MTG-12).
        package var balances: Bool
        /// The area that it is about or for; nil where its organisers say enough.
        package var area: AreaCode?

        package init(
            part: Identifier? = nil, number: Int? = nil, title: String, subject: String = "", purpose: String = "", kind: Kind = .meeting,
            form: Form, startsAt: Int64, endsAt: Int64, place: String = "", address: String = "", joinLink: String = "", capacity: Int? = nil,
            onlineCapacity: Int? = nil, opensAt: Int64? = nil, closesAt: Int64? = nil, audience: Set<Role> = [], isClosedCircle: Bool = false,
            price: String = "", preparation: Int = 0, subgroups: SubgroupMode = .choice, balances: Bool = false, area: AreaCode? = nil
        ) {
            self.part = part
            self.number = number
            self.title = title
            self.subject = subject
            self.purpose = purpose
            self.kind = kind
            self.form = form
            self.startsAt = startsAt
            self.endsAt = endsAt
            self.place = place
            self.address = address
            self.joinLink = joinLink
            self.capacity = capacity
            self.onlineCapacity = onlineCapacity
            self.opensAt = opensAt
            self.closesAt = closesAt
            self.audience = audience
            self.isClosedCircle = isClosedCircle
            self.price = price
            self.preparation = preparation
            self.subgroups = subgroups
            self.balances = balances
            self.area = area
        }
    }

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case meeting = "bijeenkomst"
        /// A group that helps one of them with a question (MTG-20).
        case intervision = "intervisie"
        case circle = "leerkring"
        case visit = "werkbezoek"

        package var name: Localized {
            switch self {
            case .meeting: Localized(nl: "Bijeenkomst", en: "Meeting")
            case .intervision: Localized(nl: "Intervisie", en: "Peer consultation")
            case .circle: Localized(nl: "Leerkring", en: "Learning circle")
            case .visit: Localized(nl: "Werkbezoek", en: "Working visit")
            }
        }
    }

    /// Where people come together (MTG-04).
    package enum Form: String, Sendable, Hashable, CaseIterable {
        case online = "online"
        case physical = "fysiek"
        case both = "beide"

        package var name: Localized {
            switch self {
            case .online: Localized(nl: "Online", en: "Online")
            case .physical: Localized(nl: "Op een plek", en: "On location")
            case .both: Localized(nl: "Op een plek en online", en: "On location and online")
            }
        }
    }

    /// How people come into subgroups (MTG-12).
    package enum SubgroupMode: String, Sendable, Hashable, CaseIterable {
        /// First come, first served.
        case choice = "keuze"
        /// Three wishes, divided afterwards.
        case wishes = "wensen"
        case assigned = "toegewezen"

        package var name: Localized {
            switch self {
            case .choice: Localized(nl: "Zelf kiezen", en: "People choose")
            case .wishes: Localized(nl: "Wensen, daarna verdelen", en: "Wishes, then divided")
            case .assigned: Localized(nl: "De organisator deelt in", en: "The organiser divides")
            }
        }
    }

    /// All hours are local here.
    package static let zone = "Europe/Amsterdam"

    package var reference: ThingReference { ThingReference(.meeting, id.description) }

    /// The series, network or other part that it belongs to.
    package var part: Identifier? { facts.part }
}
