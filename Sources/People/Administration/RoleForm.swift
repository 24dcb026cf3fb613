import Core
import Web

/// The questions about a new role, and what came of them.
struct RoleForm {
    /// Where a role holds, as the form asks it.
    enum Place: String, CaseIterable {
        case everywhere = "overal"
        case area = "gebied"
        case organisation = "organisatie"
        case programme = "programma"
    }

    /// What was asked for; nil for each part with a fault.
    struct Wish: Sendable {
        let role: Role
        let subRole: String?
        let scope: Scope
        /// Milliseconds since 1970.
        let end: Int64?
    }

    private(set) var form: Form

    /// As it is before anything was filled in.
    static let empty = Form(items: [Form.Item("waar", Place.everywhere.rawValue)])

    init(_ form: Form) {
        self.form = form
    }

    mutating func fail(_ field: String, _ reason: Localized) { form.fail(field, reason) }

    /// - Parameter now: milliseconds since 1970
    mutating func read(at now: Int64) -> Wish? {
        let role = form.choice("rol", of: Role.self, required: AdministrationWords.both(\.roleEmpty))
        let subRole = form.line("soort-werk", limit: 100)
        let scope = readScope()
        let day = form.value("tot", as: DutchDay.self, otherwise: AdministrationWords.both(\.dayShape))
        if let day, day.end <= now { form.fail("tot", AdministrationWords.both(\.dayPast)) }
        guard let role, let scope, form.errors.isEmpty else { return nil }
        return Wish(role: role, subRole: subRole, scope: scope, end: day?.end)
    }

    private mutating func readScope() -> Scope? {
        switch form.choice("waar", of: Place.self, required: AdministrationWords.both(\.where_)) {
        case nil: nil
        case .everywhere: .installation
        case .area:
            form.value("gebied", as: AreaCode.self, required: AdministrationWords.both(\.areaShape), otherwise: AdministrationWords.both(\.areaShape))
                .map { .area($0) }
        case .organisation:
            form.value(
                "organisatie", as: Identifier.self, required: AdministrationWords.both(\.organisationEmpty),
                otherwise: AdministrationWords.both(\.organisationEmpty)
            ).map { .organisation($0) }
        case .programme:
            form.value(
                "programma", as: Identifier.self, required: AdministrationWords.both(\.programmeEmpty), otherwise: AdministrationWords.both(\.programmeEmpty)
            ).map { .programme($0) }
        }
    }
}

extension Form {
    /// One line of words that a column holds: counted as the engines count, by code points; line ends become spaces.
    mutating func line(_ name: String, limit: Int, required: Localized? = nil) -> String? {
        let tooLong = AdministrationWords.both { $0.tooLong(limit) }
        guard let text = text(name, limit: limit, required: required, tooLong: tooLong) else { return nil }
        guard text.unicodeScalars.count <= limit else {
            fail(name, tooLong)
            return nil
        }
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// Several lines of words that a column holds.
    mutating func paragraphs(_ name: String, limit: Int, required: Localized? = nil) -> String? {
        let tooLong = AdministrationWords.both { $0.tooLong(limit) }
        guard let text = text(name, limit: limit, required: required, tooLong: tooLong) else { return nil }
        guard text.unicodeScalars.count <= limit else {
            fail(name, tooLong)
            return nil
        }
        return text
    }
}
