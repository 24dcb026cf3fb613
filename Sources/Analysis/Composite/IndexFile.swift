import Core
import Measures

/// How an index is made, as a YAML file says it: see ``form``.
package struct IndexFile: Sendable {
    /// The whole form. Only `indicators` must be there; the other values here are those without more words.
    package static let form = """
        normalisation: min-max    # min-max, z-score, rank, borda, reference, goalposts
        scale: [0, 100]           # ends of min-max; mean and deviation of z-score
        aggregation: arithmetic   # arithmetic; on a scale above 0 geometric, harmonic
        treatment: none           # outliers: move at most 5 values, else logarithm
        imputation: none          # mean: fill in the mean of the known values
        imputation-group: COLUMN  # of areas with the same text in this column
        worst: lowest             # worst end of the scores: lowest, highest
        groups:                   # in any order; no parent: straight into the index
          - {name: physical, parent: connectivity, weight: 1}
          - {name: connectivity}
        indicators:
          - column: flights
            direction: up         # up: more is a higher score; down: a lower one
            weight: 1             # within its group
            group: physical       # without: straight into the index
            denominator: people   # column to divide by, before all else
            lower: flights_low    # columns with the ends the value lies between
            upper: flights_high
            draw: evenly          # evenly (rounding), or normally (95 % margins)
            reference: 50         # for reference: score 100
            goalposts: [0, 80]    # for goalposts: scores 0 and 100
        uncertainty:              # the choices that every run makes anew
          normalisations: [min-max, z-score, rank]
          aggregations: [arithmetic, geometric]
          weights: 0.25           # each up to so much more or less
          drop: true              # leave out one indicator, or none
          inputs: true            # draw values between their ends
        """

    package enum Scale: Sendable, Hashable {
        case minMax, zScore, rank, borda, reference, goalposts
    }

    package struct Indicator: Sendable, Hashable {
        let column: String
        let isHigherBetter: Bool
        let denominator: String?
        let lower: String?
        let upper: String?
        let draw: IndexIndicator.Draw
        let normalisation: Normalisation
    }

    package let indicators: [Indicator]
    package let framework: IndexFramework
    package let mean: WeightedMean
    package let treatsOutliers: Bool
    package let imputes: Bool
    package let imputationGroup: String?
    /// Of the runs; their number and seed are those of the command.
    package let choices: IndexChoices
    package let source: String

    /// - Throws: ``InputFailure`` with the line of the fault
    package init(_ file: InputFile) throws(InputFailure) {
        let root = try YAMLMap.read(file, keys: Words.root)
        let scale = try root.choice("normalisation", Words.scales) ?? .minMax
        let ends = try root.pair("scale")
        let members = try root.list("indicators", keys: Words.indicator)
        guard !members.isEmpty else { throw root.refused("indicators", Localized(nl: "Hier horen indicatoren te staan.", en: "Indicators should be here.")) }
        var indicators: [Indicator] = []
        for member in members { indicators.append(try Indicator(member, scale: scale, ends: ends)) }
        let groups = try IndexGroups(try root.list("groups", keys: Words.group))
        framework = try groups.framework(members, root)
        mean = try root.choice("aggregation", Words.means) ?? .arithmetic
        treatsOutliers = try root.choice("treatment", [("none", false), ("outliers", true)]) ?? false
        imputationGroup = try root.text("imputation-group")
        imputes = try root.choice("imputation", [("none", false), ("mean", true)]) ?? (imputationGroup != nil)
        choices = try Self.choices(root, scale: scale, mean: mean)
        (self.indicators, source) = (indicators, file.name)
    }

    /// The nominal choices stand first.
    private static func choices(_ root: YAMLMap, scale: Scale, mean: WeightedMean) throws(InputFailure) -> IndexChoices {
        let map = try root.map("uncertainty", keys: Words.uncertainty)
        var scales = try map?.choices("normalisations", Words.runScales) ?? IndexChoices.Scale.allCases
        var means = try map?.choices("aggregations", Words.means) ?? [.arithmetic, .geometric]
        let nominal: IndexChoices.Scale =
            switch scale {
            case .zScore: .zScore
            case .rank, .borda: .rank
            case .minMax, .reference, .goalposts: .minMax
            }
        scales = scales.filter { $0 == nominal } + scales.filter { $0 != nominal }
        means = means.filter { $0 == mean } + means.filter { $0 != mean }
        let spread = try map?.number("weights") ?? 0.25
        if let map, !(0..<1).contains(spread) {
            throw map.refused("weights", Localized(nl: "Kies een getal van 0 tot 1.", en: "Choose a number from 0 to below 1."))
        }
        return IndexChoices(
            scales: scales, means: means, weightSpread: spread, dropsIndicator: try map?.flag("drop") ?? true,
            drawsInputs: try map?.flag("inputs") ?? true,
            worstIsLowest: try root.choice("worst", [("lowest", true), ("highest", false)]) ?? true)
    }

    enum Words {
        static let root = [
            "normalisation", "scale", "aggregation", "treatment", "imputation", "imputation-group", "worst", "groups", "indicators", "uncertainty",
        ]
        static let group = ["name", "parent", "weight"]
        static let indicator = ["column", "direction", "weight", "group", "denominator", "lower", "upper", "draw", "reference", "goalposts"]
        static let uncertainty = ["normalisations", "aggregations", "weights", "drop", "inputs"]
        static let scales: [(String, Scale)] = [
            ("min-max", .minMax), ("z-score", .zScore), ("rank", .rank), ("borda", .borda), ("reference", .reference), ("goalposts", .goalposts),
        ]
        static let runScales: [(String, IndexChoices.Scale)] = [("min-max", .minMax), ("z-score", .zScore), ("rank", .rank)]
        static let means: [(String, WeightedMean)] = [("arithmetic", .arithmetic), ("geometric", .geometric), ("harmonic", .harmonic)]
    }
}

extension IndexFile.Indicator {
    fileprivate init(_ map: YAMLMap, scale: IndexFile.Scale, ends: (Double, Double)?) throws(InputFailure) {
        column = try map.required("column")
        _ = try map.weight()
        isHigherBetter = try map.choice("direction", [("up", true), ("down", false), ("1", true), ("-1", false)]) ?? true
        (denominator, lower, upper) = (try map.text("denominator"), try map.text("lower"), try map.text("upper"))
        guard (lower == nil) == (upper == nil) else {
            throw map.refused(lower == nil ? "upper" : "lower", Localized(nl: "Geef beide grenzen, of geen.", en: "Give both ends, or none."))
        }
        draw = try map.choice("draw", [("evenly", .evenly), ("normally", .normally)]) ?? .evenly
        normalisation = try Self.normalisation(map, scale, ends, isHigherBetter)
    }

    private static func normalisation(
        _ map: YAMLMap, _ scale: IndexFile.Scale, _ ends: (Double, Double)?, _ isHigherBetter: Bool
    ) throws(InputFailure) -> Normalisation {
        switch scale {
        case .minMax: return .minMax(from: ends?.0 ?? 0, to: ends?.1 ?? 100)
        case .zScore: return .zScore(mean: ends?.0 ?? 0, deviation: ends?.1 ?? 1)
        case .rank: return .percentileRank
        case .borda: return .borda
        case .reference:
            guard let reference = try map.number("reference"), reference != 0 else {
                throw map.refused("reference", Localized(nl: "Hier hoort een getal dat niet 0 is.", en: "A number that is not 0 should be here."))
            }
            guard isHigherBetter else {
                throw map.refused("direction", Localized(nl: "Met reference kan alleen up.", en: "With reference only up is possible."))
            }
            return .reference(reference)
        case .goalposts:
            guard let posts = try map.pair("goalposts") else {
                throw map.refused("goalposts", Localized(nl: "Hier horen twee getallen: [0, 80].", en: "Two numbers should be here: [0, 80]."))
            }
            return .goalposts(from: posts.0, to: posts.1)
        }
    }
}

/// The groups of an index, from small to large.
private struct IndexGroups {
    private let places: [String: Int]
    private let entries: [IndexFramework.Entry]

    init(_ maps: [YAMLMap]) throws(InputFailure) {
        var parents: [String: String] = [:]
        var names: [String] = []
        for map in maps {
            let name = try map.required("name")
            guard !names.contains(name) else {
                throw map.refused("name", Localized(nl: "Deze groep is er meer dan eens.", en: "This group is there more than once."))
            }
            names.append(name)
            parents[name] = try map.text("parent")
        }
        var depths: [Int] = []
        for (name, map) in zip(names, maps) {
            if let parent = parents[name], !names.contains(parent) {
                throw map.refused("parent", Localized(nl: "Deze groep is er niet.", en: "There is no such group."))
            }
            var (depth, above) = (0, parents[name])
            while let next = above {
                (depth, above) = (depth + 1, parents[next])
                guard depth <= names.count else {
                    throw map.refused("parent", Localized(nl: "Deze groepen liggen in een kring in elkaar.", en: "These groups lie in each other in a circle."))
                }
            }
            depths.append(depth)
        }
        let order = names.indices.sorted { (depths[$1], $0) < (depths[$0], $1) }
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { (names[$1], $0) })
        var entries: [IndexFramework.Entry] = []
        for index in order {
            let parent = parents[names[index]].flatMap { places[$0] } ?? order.count
            entries.append(IndexFramework.Entry(weight: try maps[index].weight(), parent: parent))
        }
        (self.places, self.entries) = (places, entries)
    }

    func framework(_ members: [YAMLMap], _ root: YAMLMap) throws(InputFailure) -> IndexFramework {
        var indicators: [IndexFramework.Entry] = []
        for member in members {
            var parent = entries.count
            if let group = try member.text("group") {
                guard let place = places[group] else { throw member.refused("group", Localized(nl: "Deze groep is er niet.", en: "There is no such group.")) }
                parent = place
            }
            indicators.append(IndexFramework.Entry(weight: try member.weight(), parent: parent))
        }
        guard let framework = IndexFramework(indicators: indicators, groups: entries) else {
            throw root.refused("indicators", Localized(nl: "De gewichten zijn te groot.", en: "The weights are too large."))
        }
        return framework
    }
}
