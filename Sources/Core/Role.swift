/// What someone is in the platform. A person may have several, each somewhere (see ``Scope``).
package enum Role: String, Sendable, Hashable, CaseIterable {
    case resident = "inwoner"
    case entrepreneur = "ondernemer"
    case neighbourhoodMaker = "buurtmaker"
    case communityBuilder = "community-builder"
    /// A partner organisation in the neighbourhood: welfare, housing, police, care.
    case partner = "partner"
    /// Someone who works in the neighbourhood; the kind of work is the sub-role.
    case neighbourhoodProfessional = "wijkprofessional"
    case official = "ambtenaar"
    case administrator = "bestuurder"
    case nationalGovernment = "rijksoverheid"
    case knowledgeOrganisation = "kennisorganisatie"
    case adviser = "adviseur"
    /// Runs a programme: as a rule the province.
    case programmeFacilitator = "programmabegeleider"
    case circleFacilitator = "kringbegeleider"
    case subgroupLeader = "subgroepleider"
    case projectLeader = "projectleider"
    /// Directs a pilot or an area.
    case director = "regisseur"
    case partnerEditor = "partnerredacteur"
    case author = "auteur"
    /// Keeps the installation running: people, roles, settings. May not read dossiers.
    case functionalAdministrator = "beheerder"

    package var name: Localized {
        switch self {
        case .resident: Localized(nl: "Inwoner", en: "Resident")
        case .entrepreneur: Localized(nl: "Ondernemer", en: "Entrepreneur")
        case .neighbourhoodMaker: Localized(nl: "Buurtmaker", en: "Neighbourhood maker")
        case .communityBuilder: Localized(nl: "Community-builder", en: "Community builder")
        case .partner: Localized(nl: "Partner in de wijk", en: "Partner in the neighbourhood")
        case .neighbourhoodProfessional: Localized(nl: "Wijkprofessional", en: "Neighbourhood professional")
        case .official: Localized(nl: "Ambtenaar", en: "Municipal official")
        case .administrator: Localized(nl: "Bestuurder", en: "Local administrator")
        case .nationalGovernment: Localized(nl: "Rijksoverheid", en: "National government")
        case .knowledgeOrganisation: Localized(nl: "Kennisorganisatie", en: "Knowledge organisation")
        case .adviser: Localized(nl: "Adviseur", en: "Adviser")
        case .programmeFacilitator: Localized(nl: "Programmabegeleider", en: "Programme facilitator")
        case .circleFacilitator: Localized(nl: "Kringbegeleider", en: "Circle facilitator")
        case .subgroupLeader: Localized(nl: "Leider van een subgroep", en: "Subgroup leader")
        case .projectLeader: Localized(nl: "Projectleider", en: "Project leader")
        case .director: Localized(nl: "Regisseur", en: "Director")
        case .partnerEditor: Localized(nl: "Redacteur bij een partner", en: "Partner editor")
        case .author: Localized(nl: "Auteur", en: "Author")
        case .functionalAdministrator: Localized(nl: "Beheerder", en: "Functional administrator")
        }
    }

    /// Sub-roles that are offered; a person may also write one of their own.
    package var subRoles: [Localized] {
        guard self == .neighbourhoodProfessional else { return [] }
        return [
            Localized(nl: "Wijkmanager", en: "Neighbourhood manager"), Localized(nl: "Opbouwwerker", en: "Community worker"),
            Localized(nl: "Buurtbouwer", en: "Neighbourhood builder"),
        ]
    }

    /// Works for an organisation and sees more than a visitor: signs in with a second factor (BIO2 5.17.01, ASVS 6.3.3).
    package var isProfessional: Bool {
        switch self {
        case .resident, .entrepreneur, .neighbourhoodMaker, .communityBuilder: false
        default: true
        }
    }
}

extension Role {
    /// Who organise learning in a programme or a part of it where they have this role (ORG-04, ORG-05, ORG-13).
    package static let organisers: Set<Role> = [.programmeFacilitator, .circleFacilitator, .adviser]

    /// Who hold conversations with residents in an area, for an organisation, or one conversation, where they have this role.
    package static let conversationLeads: Set<Role> = [.official, .director, .projectLeader, .neighbourhoodProfessional]
}

/// Where a role holds.
package enum Scope: Sendable, Hashable {
    /// Everywhere in this installation.
    case installation
    case organisation(Identifier)
    case programme(Identifier)
    /// An area and all areas within it.
    case area(AreaCode)
    /// One thing: a circle, a pilot, a conversation.
    case thing(kind: String, id: Identifier)
}

/// A role that someone was given: where, from when and until when. Times are milliseconds since 1970.
package struct RoleGrant: Sendable, Hashable {
    package let id: Identifier
    package let role: Role
    /// In the person's own words where the list has none that fits.
    package let subRole: String?
    package let scope: Scope
    package let start: Int64
    package let end: Int64?
    /// When someone last looked whether it is still right; it must be looked at every year (BIO2 5.18.02).
    package let reviewed: Int64

    package init(id: Identifier, role: Role, subRole: String? = nil, scope: Scope, start: Int64, end: Int64?, reviewed: Int64) {
        self.id = id
        self.role = role
        self.subRole = subRole
        self.scope = scope
        self.start = start
        self.end = end
        self.reviewed = reviewed
    }

    package func holds(at now: Int64) -> Bool { start <= now && now < end ?? .max }

    /// Whether the yearly look is overdue; that of the functional administrator is due every quarter.
    package func isDueForReview(at now: Int64) -> Bool {
        let days: Int64 = role == .functionalAdministrator ? 92 : 366
        return now - reviewed >= days * 86_400_000
    }
}
