import Core

/// What a figure means: everything a reader needs before the number says something.
///
/// Fields follow the metadata list of the figures specification; texts are in both languages and `doesNotSay` is obligatory.
///
/// A reference type: pages pass it on thousands of times, and its many texts would be counted each time.
package final class Indicator: Sendable, Hashable {
    /// Permanent name in addresses and files: lower-case Dutch words with hyphens (`eenpersoonshuishoudens`).
    package let key: String
    package let theme: Theme
    package let name: Localized
    /// What is asked or counted, in one sentence.
    package let question: Localized
    package let kind: Kind
    package let unit: Unit
    package let direction: Direction
    package let basis: Basis
    package let registeredAt: Registered
    package let rounding: Rounding
    package let suppression: Suppression
    package let uncertainty: Uncertainty
    package let aggregation: Aggregation
    /// The day or period within the year that the figure speaks of.
    package let referenceDate: Localized
    /// First year whose figures may be compared with later ones; nil when only one year is known.
    package let comparableSince: Int?
    package let breaks: [Break]
    package let source: SourceTable
    /// May it serve as evidence that an approach worked? Never for modelled figures.
    package let mayShowEffect: Bool
    /// What this figure does not say.
    package let doesNotSay: Localized
    package let sensitivity: Sensitivity
    /// Values outside this range are refused at import.
    package let possible: ClosedRange<Double>
    /// How it is made from other indicators; nil for figures delivered by the source.
    package let derivation: Derivation?
    /// Shown in the default profile. Indicators on origin never are.
    package let inProfile: Bool

    package init(
        _ key: String, theme: Theme, name: Localized, question: Localized, kind: Kind, unit: Unit, direction: Direction = .none,
        basis: Basis = .register, registeredAt: Registered = .residence, rounding: Rounding = .none, suppression: Suppression = .none,
        uncertainty: Uncertainty = .roundingOnly, aggregation: Aggregation, referenceDate: Localized, comparableSince: Int? = nil, breaks: [Break] = [],
        source: SourceTable, mayShowEffect: Bool = true, doesNotSay: Localized, sensitivity: Sensitivity = .ordinary,
        possible: ClosedRange<Double> = 0...1e9, derivation: Derivation? = nil, inProfile: Bool = true
    ) {
        self.key = key
        self.theme = theme
        self.name = name
        self.question = question
        self.kind = kind
        self.unit = unit
        self.direction = direction
        self.basis = basis
        self.registeredAt = registeredAt
        self.rounding = rounding
        self.suppression = suppression
        self.uncertainty = uncertainty
        self.aggregation = aggregation
        self.referenceDate = referenceDate
        self.comparableSince = comparableSince
        self.breaks = breaks
        self.source = source
        self.mayShowEffect = mayShowEffect && basis != .model
        self.doesNotSay = doesNotSay
        self.sensitivity = sensitivity
        self.possible = possible
        self.derivation = derivation
        self.inProfile = inProfile
    }

    /// Two indicators are the same when their permanent names are.
    package static func == (left: Indicator, right: Indicator) -> Bool { left.key == right.key }

    package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension Indicator {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case count, share, rate, mean, median, index, grade, modelledEstimate
    }

    package enum Direction: String, Sendable, Hashable {
        case higherIsBetter, lowerIsBetter
        /// No good or bad direction: the default for composition. Only "higher" and "lower" are said, nothing is coloured.
        case none
    }

    package enum Basis: String, Sendable, Hashable, CaseIterable {
        /// A full count from a register.
        case register
        /// Answers of some people.
        case sample
        /// Estimated by a model from other data.
        case model
        /// Events as far as they were reported.
        case registration
    }

    package enum Registered: String, Sendable, Hashable {
        case residence, placeOfEvent, workplace, institution, place
    }

    /// Rounding by the source, per level. Values are the base (5, 10, 100).
    package struct Rounding: Sendable, Hashable {
        package enum Rule: Sendable, Hashable {
            /// Printed to a number of decimals; nothing else is known of rounding.
            case decimals(Int)
            case nearest(Int)
            /// Up or down by chance: the true value is at most one base away (CBS residents and households).
            case random(Int)
            case unknown(Int)
            case exact
        }

        package let belowMunicipality: Rule
        package let municipality: Rule

        package init(belowMunicipality: Rule, municipality: Rule) {
            self.belowMunicipality = belowMunicipality
            self.municipality = municipality
        }

        package static let none = Rounding(belowMunicipality: .exact, municipality: .exact)
        package static func decimals(_ number: Int) -> Rounding { Rounding(belowMunicipality: .decimals(number), municipality: .decimals(number)) }

        package func rule(for level: AreaLevel) -> Rule { level > .municipality ? belowMunicipality : municipality }
    }

    package struct Suppression: Sendable, Hashable {
        /// When the source leaves a figure out, in words.
        package let rule: Localized?
        /// Below how many persons, dwellings or households; nil when there is no single number.
        package let threshold: Int?
        /// The sign the source writes instead.
        package let sign: String?

        package init(rule: Localized?, threshold: Int? = nil, sign: String? = nil) {
            self.rule = rule
            self.threshold = threshold
            self.sign = sign
        }

        package static let none = Suppression(rule: nil)
    }

    package enum Uncertainty: String, Sendable, Hashable {
        /// The source publishes margins.
        case publishedMargin
        /// Chance in a small number of events: an interval is computed from the count.
        case count
        case sample
        case roundingOnly
        /// The source gives none although the figure is uncertain (a model estimate delivered without margins).
        case notPublished
    }

    package enum Aggregation: Sendable, Hashable {
        case sum
        /// Weighted by another indicator, its own denominator.
        case weighted(by: String)
        case notPossible(Localized)
    }

    package struct Break: Sendable, Hashable {
        package enum Cause: String, Sendable, Hashable {
            case definition, border, method
        }

        /// First year of the new situation.
        package let year: Int
        package let cause: Cause
        package let reason: Localized

        package init(year: Int, cause: Cause, reason: Localized) {
            self.year = year
            self.cause = cause
            self.reason = reason
        }
    }

    package enum Sensitivity: String, Sendable, Hashable {
        case ordinary
        /// May brand a neighbourhood: no league tables.
        case stigmaProne
        /// Never part of an index or a stacking.
        case excludedFromIndices
    }

    /// A figure we compute from two others; its bounds follow from theirs.
    package enum Derivation: Sendable, Hashable {
        /// 100 · numerator / denominator, both of the same year.
        case share(of: String, in: String)
        /// per · numerator / denominator, both of the same year; chance interval from the count.
        case rate(of: String, per: Int, in: String)
    }
}

/// How a value is written: `4.510 inwoners`, `€ 278.000`, `19%`, `0,5 km`.
package struct Unit: Sendable, Hashable {
    /// Stands before the number, such as `€ `.
    package let prefix: String
    /// Stands behind the number, with its own space where it needs one: `%`, ` km`.
    package let suffix: Localized
    /// The number behind the source's value is multiplied by this for display: 1,000 where the source writes thousands of euros.
    package let factor: Double
    /// Digits behind the decimal mark, never more than the source gives.
    package let decimals: Int
    /// Words that compare two values of this unit.
    package let comparison: Comparison

    package enum Comparison: String, Sendable, Hashable {
        /// hoger / lager
        case higher
        /// groter / kleiner, for numbers of residents and surfaces
        case larger
        /// verder / dichterbij, for distances
        case farther
        /// meer / minder
        case more
    }

    package init(prefix: String = "", suffix: Localized = Localized(""), factor: Double = 1, decimals: Int = 0, comparison: Comparison = .higher) {
        self.prefix = prefix
        self.suffix = suffix
        self.factor = factor
        self.decimals = decimals
        self.comparison = comparison
    }

    /// The value as a reader sees it: `€ 278.000`.
    package func text(_ value: Double, in language: Language) -> String {
        text(of: number(value, in: language), in: language)
    }

    /// A number of ``number(_:in:)`` with its unit.
    func text(of number: String, in language: Language) -> String { prefix + number + suffix[language] }

    /// The bare number without the unit: `278.000`.
    package func number(_ value: Double, in language: Language) -> String {
        Numbers.text(value * factor, decimals: decimals, in: language)
    }
}

/// A table of a publisher: where figures come from and on which terms.
package struct SourceTable: Sendable, Hashable {
    /// Short permanent key of ours: `cbs-kwb`, `rivm-50150`.
    package let key: String
    package let publisher: String
    package let title: Localized
    /// Table number at the publisher; for yearly tables the pattern is in the mapping of that year.
    package let table: String?
    package let address: String
    package let licence: String
    /// The words the licence asks for.
    package let attribution: Localized

    package init(key: String, publisher: String, title: Localized, table: String?, address: String, licence: String, attribution: Localized) {
        self.key = key
        self.publisher = publisher
        self.title = title
        self.table = table
        self.address = address
        self.licence = licence
        self.attribution = attribution
    }
}
