import Core
import People
import SQL
import Web

/// Which meetings a list shows (MTG-23). Every key may be missing; what cannot be read is left out.
package struct MeetingFilter: Sendable, Hashable {
    package enum When: String, Sendable, Hashable, CaseIterable {
        case coming = "komend"
        case past = "geweest"
        case all = "alles"

        package var name: Localized {
            switch self {
            case .coming: Localized(nl: "Wat komt", en: "Coming")
            case .past: Localized(nl: "Wat is geweest", en: "Past")
            case .all: Localized(nl: "Alles", en: "All")
            }
        }
    }

    package var when: When
    /// Key of a term; a theme counts with the subjects below it.
    package var theme: String?
    /// Also those that are for everyone.
    package var role: Role?
    /// Those in both forms count for each.
    package var form: Meeting.Form?
    package var kind: Meeting.Kind?
    /// An area, with all areas within it.
    package var area: AreaCode?
    package var programme: Identifier?
    package var part: Identifier?
    /// A year, a month or a day.
    package var period: Period?

    package init(
        when: When = .coming, theme: String? = nil, role: Role? = nil, form: Meeting.Form? = nil, kind: Meeting.Kind? = nil, area: AreaCode? = nil,
        programme: Identifier? = nil, part: Identifier? = nil, period: Period? = nil
    ) {
        self.when = when
        self.theme = theme
        self.role = role
        self.form = form
        self.kind = kind
        self.area = area
        self.programme = programme
        self.part = part
        self.period = period
    }

    package init(query: [PageAddress.Item]) {
        func text(_ name: String) -> String? { query.first { $0.name == name && !$0.value.isEmpty }?.value }
        self.init(
            when: text("wanneer").flatMap { When(rawValue: $0) } ?? .coming, theme: text("thema").map { String($0.prefix(80)) },
            role: text("rol").flatMap { Role(rawValue: $0) }, form: text("vorm").flatMap { Meeting.Form(rawValue: $0) },
            kind: text("soort").flatMap { Meeting.Kind(rawValue: $0) }, area: text("gebied").flatMap { AreaCode($0) },
            programme: text("programma").flatMap { Identifier($0) }, part: text("reeks").flatMap { Identifier($0) },
            period: text("periode").flatMap { Period($0) })
    }

    package var query: [PageAddress.Item] {
        let values: [(String, String?)] = [
            ("wanneer", when == .coming ? nil : when.rawValue), ("thema", theme), ("rol", role?.rawValue), ("vorm", form?.rawValue), ("soort", kind?.rawValue),
            ("gebied", area?.description), ("programma", programme?.description), ("reeks", part?.description), ("periode", period?.description),
        ]
        return values.compactMap { name, value in value.map { PageAddress.Item(name, $0) } }
    }

    /// Whether anything but the time is asked for.
    package var narrows: Bool { self != MeetingFilter(when: when) }

    /// What a calendar gets that follows a filter: everything that it may still show.
    package func showing(_ when: When) -> MeetingFilter {
        var copy = self
        copy.when = when
        return copy
    }

    // MARK: On meetings

    /// What the database can tell.
    ///
    /// - Parameter now: milliseconds since 1970; a meeting is past at its end
    func condition(at now: Int64) -> Query {
        var conditions: [Query] = []
        switch when {
        case .coming: conditions.append("ends_at > \(now)")
        case .past: conditions.append("ends_at <= \(now)")
        case .all: break
        }
        if let programme { conditions.append("programme = \(programme.description)") }
        if let part { conditions.append("part = \(part.description)") }
        if let kind { conditions.append("kind = \(kind)") }
        if let form { conditions.append("form IN \(list: form == .both ? [form] : [form, .both])") }
        if let role {
            let audience: Query = "SELECT 1 FROM meeting_audience WHERE meeting_audience.meeting = meeting.id"
            conditions.append("(NOT EXISTS (\(audience)) OR EXISTS (\(audience) AND role = \(role)))")
        }
        if let (start, end) = period.flatMap({ MeetingHours.span(of: $0) }) { conditions.append("starts_at >= \(start) AND starts_at < \(end)") }
        return conditions.isEmpty ? "TRUE" : Query.join(conditions, with: " AND ")
    }

    /// Whether a meeting lies within the area that is asked for.
    ///
    /// - Parameter areas: of the meeting
    func takes(_ areas: [AreaCode]) -> Bool {
        guard let area else { return true }
        return areas.contains { one in one == area || one.municipality == area || one.district == area }
    }
}
