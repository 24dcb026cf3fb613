import Core

/// Every indicator Leefkring knows: what is counted, by whom, how sure it is, and what it does not say.
///
/// No indicator on origin, nationality or migration stands here: such a figure asks a reason that is shown (figures specification, decision 10).
package enum Catalogue {
    /// All indicators; those of one theme stand in the order a profile shows them.
    package static let all: [Indicator] = [
        residentsFigures, civilStatusFigures, householdsFigures, surroundingsFigures, dwellingsFigures, energyFigures, workFigures, incomeFigures,
        benefitsFigures, educationFigures, perceivedHealthFigures, lifestyleFigures, careNeedFigures, socialCohesionFigures, safetyFigures,
        amenitiesFigures, liveabilityFigures,
    ].flatMap { (part: [Indicator]) -> [Indicator] in part }

    /// The indicator with this permanent key; nil for a key that is not known.
    package static func indicator(_ key: String) -> Indicator? { byKey[key] }

    /// The indicators of one theme, in the order a profile shows them; empty for no theme at all.
    package static func indicators(of theme: Theme) -> [Indicator] { byTheme[theme] ?? [] }

    // A key that stands twice is a fault the tests find; here the first one counts.
    private static let byKey: [String: Indicator] = Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    private static let byTheme: [Theme: [Indicator]] = Dictionary(grouping: all, by: \.theme)
}
