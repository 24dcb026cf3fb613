import Core

/// A theme of the profile of an area, as the statistics have it.
package struct AreaTheme: Sendable, Hashable {
    /// `veiligheid`; permanent.
    package let key: String
    package let name: Localized
    /// Labels of the installation that mean the same.
    package let terms: Set<String>

    package init(key: String, name: Localized, terms: Set<String>) {
        self.key = key
        self.name = name
        self.terms = terms
    }
}

/// A figure of an area as it was when somebody laid it beside what people tell: enough to read it without the statistics.
package struct FigureEvidence: Sendable, Hashable, Codable {
    /// Of the indicator.
    package let key: String
    package let name: Localized
    /// Of an ``AreaTheme``.
    package let theme: String
    /// With its unit.
    package let value: Localized
    /// `2024`
    package let period: String
    /// Who published it.
    package let source: String
    /// Register, sample, model or reports.
    package let basis: Localized
    /// Where it stands among other areas, and how sure that is: its margin or what rounding leaves open.
    package let standing: Localized

    package init(
        key: String, name: Localized, theme: String, value: Localized, period: String, source: String, basis: Localized, standing: Localized
    ) {
        self.key = key
        self.name = name
        self.theme = theme
        self.value = value
        self.period = period
        self.source = source
        self.basis = basis
        self.standing = standing
    }
}

/// What the statistics know of an area. Given from outside: this slice does not know that of figures.
package struct CountingSide: Sendable {
    package let themes: [AreaTheme]
    /// Figures that have a value now.
    package let figures: @Sendable (AreaCode) async throws -> [FigureEvidence]

    package init(themes: [AreaTheme], figures: @escaping @Sendable (AreaCode) async throws -> [FigureEvidence]) {
        self.themes = themes
        self.figures = figures
    }

    package static let none = CountingSide(themes: []) { _ in [] }

    func theme(_ key: String) -> AreaTheme? { themes.first { $0.key == key } }
}
