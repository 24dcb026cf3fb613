import Core

/// A part of the programme of a meeting. Its hours follow from the start and from what comes before it, so that a meeting moves with all of them.
package struct ProgrammeItem: Sendable, Hashable {
    package let id: Identifier
    package let facts: Facts
    package let speakers: [Speaker]
    /// Parallel, in their order.
    package let subgroups: [Subgroup]
    /// The needs of participants that it answers (AGD-11).
    package let needs: Set<Identifier>

    package init(id: Identifier, facts: Facts, speakers: [Speaker], subgroups: [Subgroup], needs: Set<Identifier> = []) {
        self.id = id
        self.facts = facts
        self.speakers = speakers
        self.subgroups = subgroups
        self.needs = needs
    }

    package struct Facts: Sendable, Hashable {
        package var kind: Kind
        package var title: String
        package var text: String
        package var minutes: Int

        package init(kind: Kind, title: String, text: String = "", minutes: Int) {
            self.kind = kind
            self.title = title
            self.text = text
            self.minutes = minutes
        }
    }

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case plenary = "plenair"
        case pause = "pauze"
        case subgroups = "subgroepen"
        /// How the programme as a whole goes (MTG-16).
        case progress = "voortgang"
        /// What an inventory brought to light.
        case insights = "inzichten"
        case instrument = "instrument"
        case expert = "expert"
        case exchange = "uitwisseling"
        case application = "toepassing"

        package var name: Localized {
            switch self {
            case .plenary: Localized(nl: "Met iedereen", en: "Plenary")
            case .pause: Localized(nl: "Pauze", en: "Break")
            case .subgroups: Localized(nl: "In groepen", en: "Subgroups")
            case .progress: Localized(nl: "Stand van het programma", en: "Progress of the programme")
            case .insights: Localized(nl: "Wat jullie vroegen", en: "What the inventory showed")
            case .instrument: Localized(nl: "Een instrument in beeld", en: "Example of an instrument")
            case .expert: Localized(nl: "Een expert vertelt", en: "Expert talk")
            case .exchange: Localized(nl: "Ervaringen delen", en: "Exchange of experience")
            case .application: Localized(nl: "Aan de slag voor je eigen werk", en: "Guided application")
            }
        }
    }
}

/// Who presents, and for which organisation (MTG-13, MTG-14).
package struct Speaker: Sendable, Hashable {
    package var name: String
    /// With an account; nil for someone from elsewhere.
    package var person: Identifier?
    /// One of the directory.
    package var organisation: Identifier?
    /// In words, where the directory does not have it.
    package var organisationName: String

    package init(name: String, person: Identifier? = nil, organisation: Identifier? = nil, organisationName: String = "") {
        self.name = name
        self.person = person
        self.organisation = organisation
        self.organisationName = organisationName
    }
}

/// One of the groups that people part into (MTG-11).
package struct Subgroup: Sendable, Hashable {
    package let id: Identifier
    package let meeting: Identifier
    package let facts: Facts

    package init(id: Identifier, meeting: Identifier, facts: Facts) {
        self.id = id
        self.meeting = meeting
        self.facts = facts
    }

    package struct Facts: Sendable, Hashable {
        package var title: String
        package var question: String
        /// Nil where nobody leads it yet (MTG-13).
        package var leader: Speaker?
        package var place: String
        /// For the registered alone.
        package var joinLink: String
        /// Nil for no limit.
        package var maximum: Int?

        package init(
            title: String, question: String = "", leader: Speaker? = nil, place: String = "", joinLink: String = "", maximum: Int? = nil
        ) {
            self.title = title
            self.question = question
            self.leader = leader
            self.place = place
            self.joinLink = joinLink
            self.maximum = maximum
        }
    }

    /// The kind of thing in roles: who leads one has a role there and nowhere else (MTG-15).
    package static let kind = "subgroep"

    package var scope: Scope { .thing(kind: Self.kind, id: id) }
}

extension [ProgrammeItem] {
    /// Each with when it begins and ends.
    ///
    /// - Parameter start: of the meeting, milliseconds since 1970
    package func timed(from start: Int64) -> [(item: ProgrammeItem, start: Int64, end: Int64)] {
        var moment = start
        return map { item in
            let begins = moment
            moment += Int64(item.facts.minutes) * 60_000
            return (item, begins, moment)
        }
    }

    /// Minutes of all together.
    package var minutes: Int { reduce(0) { $0 + $1.facts.minutes } }
}
