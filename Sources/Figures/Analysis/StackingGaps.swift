import Areas
import Core
import HTML
import Measures
import Web

extension StackingOutcome {
    /// A figure that many of the areas lack.
    struct Gap: Sendable {
        let theme: Theme
        /// Areas without it.
        let missing: Int
        /// Of these, areas whose border is another now than the figure was made for.
        let otherLand: Int
        /// Year of the borders that the figure was made for.
        let borders: Int
        /// Why most of them lack it, in the words of the source or of the border.
        let reason: Localized

        /// Whether borders are the reason for most.
        var isBorders: Bool { otherLand * 2 > missing }
    }

    /// Figures that more than a third of the areas lack, those most lack first.
    var gaps: [Gap] {
        zip(themes, input.columns).compactMap { theme, column -> Gap? in
            let missing = column.values.items.filter { $0.value == nil }
            guard missing.count * 3 > column.values.items.count else { return nil }
            let reasons = Dictionary(grouping: missing.compactMap(\.missing)) { $0 }.mapValues(\.count)
            guard let reason = reasons.max(by: { ($0.value, $0.key.nl) < ($1.value, $1.key.nl) })?.key else { return nil }
            return Gap(
                theme: theme, missing: missing.count, otherLand: missing.count { $0.isOnOtherLand }, borders: column.values.edition.boundaryYear,
                reason: reason)
        }.sorted { ($1.missing, $0.theme.indicator.key) < ($0.missing, $1.theme.indicator.key) }
    }
}

extension StackingQuestion {
    /// The same without some figures, stacked from half of those that are left.
    ///
    /// - Returns: nil where too few are left
    func without(_ keys: Set<String>) -> StackingQuestion? {
        let left = figures.filter { !keys.contains($0) }
        guard Self.counts.contains(left.count), left.count < figures.count else { return nil }
        return StackingQuestion(figures: left, share: share, cutoffs: cutoffs.filter { !keys.contains($0.key) })
    }
}

/// How many areas are unknown, by which figures that comes, and the way to an outcome without these.
struct StackingGaps: Component {
    let outcome: StackingOutcome
    let question: StackingQuestion
    let scene: AnalysisScene

    private var words: FiguresWords { scene.words }

    var body: some HTML {
        let unknown = outcome.rows(.unknown).count
        if unknown * 3 > outcome.rows.count {
            let gaps = outcome.gaps
            Notice(.caution) {
                p { words.manyUnknown(unknown, of: outcome.rows.count, scene.level) }
                if !gaps.isEmpty {
                    p { words.gapsLead }
                    ul { Each(gaps) { gap in item(gap) } }
                }
                if let other = question.without(Set(gaps.map(\.theme.indicator.key))) {
                    p { a(.href(scene.address(other).url(in: scene.language))) { words.withoutGaps(gaps.count) } }
                } else {
                    p { words.otherChoice }
                }
            }
        }
    }

    private func item(_ gap: StackingOutcome.Gap) -> some HTML {
        li {
            a(.href(scene.url(.indicator(gap.theme.indicator.key)))) { gap.theme.indicator.name[scene.language] }
            " (\(words.period(gap.theme.period))): " + words.gap(gap, of: outcome.rows.count, scene.level)
        }
    }
}

extension FiguresWords {
    func manyUnknown(_ count: Int, of all: Int, _ level: AreaLevel) -> String {
        say(
            "Van \(count) van de \(self.count(all, of: level)) weten wij te weinig. Zij staan bij ‘onbekend’.",
            "Of \(count) of the \(self.count(all, of: level)) we know too little. They stand under ‘unknown’.")
    }
    var gapsLead: String { say("Deze cijfers ontbreken het vaakst:", "These figures are missing most:") }
    func gap(_ gap: StackingOutcome.Gap, of all: Int, _ level: AreaLevel) -> String {
        let missing = say(
            "ontbreekt in \(gap.missing) van de \(count(all, of: level)).", "missing in \(gap.missing) of the \(count(all, of: level)).")
        guard gap.isBorders else { return missing + say(" Meestal is dit de reden: ", " Mostly this is the reason: ") + gap.reason[language] }
        return missing
            + say(
                " Bij \(gap.otherLand) daarvan is de grens na \(gap.borders) veranderd. Het cijfer ging dus over een ander gebied.",
                " In \(gap.otherLand) of these the border changed after \(gap.borders). So the figure was about another area.")
    }
    func withoutGaps(_ count: Int) -> String {
        count == 1
            ? say("Bekijk de stapeling zonder dit cijfer", "See the stacking without this figure")
            : say("Bekijk de stapeling zonder deze \(count) cijfers", "See the stacking without these \(count) figures")
    }
    var otherChoice: String {
        say("Kies andere cijfers of andere gebieden voor een beter beeld.", "Choose other figures or other areas for a better picture.")
    }
}
