import Core

/// What an organisation is (ORG-17).
package enum OrganisationKind: String, Sendable, Hashable, CaseIterable {
    case ministry = "ministerie"
    case province = "provincie"
    case municipality = "gemeente"
    /// Speaks for organisations of one kind: VNG, IPO.
    case umbrella = "koepel"
    case knowledgeInstitute = "kennisinstelling"
    case civilSociety = "maatschappelijke-organisatie"
    case company = "bedrijf"
    case residentsGroup = "bewonersgroep"
    case advisoryFirm = "adviesbureau"

    package var name: Localized {
        switch self {
        case .ministry: Localized(nl: "Ministerie", en: "Ministry")
        case .province: Localized(nl: "Provincie", en: "Province")
        case .municipality: Localized(nl: "Gemeente", en: "Municipality")
        case .umbrella: Localized(nl: "Koepelorganisatie", en: "Umbrella organisation")
        case .knowledgeInstitute: Localized(nl: "Kennisinstelling", en: "Knowledge institute")
        case .civilSociety: Localized(nl: "Maatschappelijke organisatie", en: "Civil-society organisation")
        case .company: Localized(nl: "Bedrijf", en: "Company")
        case .residentsGroup: Localized(nl: "Bewonersgroep", en: "Residents' group")
        case .advisoryFirm: Localized(nl: "Adviesbureau", en: "Advisory firm")
        }
    }

    /// The level of the area that such an organisation governs, and of which there is one for each code; nil for organisations that may be anywhere.
    package var governs: AreaLevel? {
        switch self {
        case .province: .province
        case .municipality: .municipality
        default: nil
        }
    }
}

/// Something that people work for or belong to.
package struct Organisation: Sendable, Hashable {
    package let id: Identifier
    package let name: String
    package let kind: OrganisationKind
    /// What it governs, or where it is at work; nil for no place in particular.
    package let area: AreaCode?
    /// Times are milliseconds since 1970.
    package let addedAt: Int64
    /// When it ceased to be, for instance by a merger; nil while it is there. What was done on its behalf stays.
    package let endedAt: Int64?
    /// What the lists of all municipalities say of it; nil for one that never stood on such a list.
    package let listed: Listing?

    /// Since when, as far as the lists of municipalities tell, something is no more.
    package struct Listing: Sendable, Hashable {
        /// The newest year whose list has it.
        package let last: Int
        /// The first later year whose list does not have it; nil while it is there.
        package let missing: Int?

        package init(last: Int, missing: Int? = nil) {
            self.last = last
            self.missing = missing
        }
    }

    package init(
        id: Identifier, name: String, kind: OrganisationKind, area: AreaCode?, addedAt: Int64, endedAt: Int64?, listed: Listing? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.area = area
        self.addedAt = addedAt
        self.endedAt = endedAt
        self.listed = listed
    }
}

/// That someone belongs to an organisation, from when and until when. Times are milliseconds since 1970.
package struct Membership: Sendable, Hashable {
    package let id: Identifier
    package let person: Identifier
    package let organisation: Identifier
    package let start: Int64
    package let end: Int64?

    package init(id: Identifier, person: Identifier, organisation: Identifier, start: Int64, end: Int64?) {
        self.id = id
        self.person = person
        self.organisation = organisation
        self.start = start
        self.end = end
    }

    package func holds(at now: Int64) -> Bool { start <= now && now < end ?? .max }
}
