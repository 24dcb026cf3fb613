import Areas
import Core
import Figures
import Voices

/// Parts of who lives in the area of a conversation, from the statistics, for beside who took part. Neither slice knows the other.
enum Population {
    static func source(_ figures: Figures.Slice) -> PopulationSource {
        { area, question in
            guard let profile = try await figures.profile(of: area) else { return nil }
            if question == .neighbourhood { return shares(try await inhabitants(of: profile, figures)) }
            return shares(indicators(question).map { answer, key in (answer, profile.figures.first { $0.indicator.key == key }) })
        }
    }

    /// Of the parts of an area.
    private static func inhabitants(of profile: Profile, _ figures: Figures.Slice) async throws -> [(answer: String, figure: Figure?)] {
        var found: [(answer: String, figure: Figure?)] = []
        for part in profile.children {
            let figure = try await figures.profile(of: part.code)?.figures.first { $0.indicator.key == Inhabitants.indicator }
            found.append((part.code.description, figure))
            // One that is not known makes all of it unknown.
            if figure?.latest.value == nil { break }
        }
        return found
    }

    /// Counts and per cents both: only their proportions matter. Nil where one of them is not known.
    private static func shares(_ found: [(answer: String, figure: Figure?)]) -> PopulationShares? {
        var values: [String: Double] = [:], source = "", year = Int.max
        for (answer, figure) in found {
            guard let figure, let value = figure.latest.value else { return nil }
            values[answer] = value
            source = figure.indicator.source.publisher
            year = min(year, figure.latest.period.year)
        }
        let total = values.values.reduce(0, +)
        guard total > 0 else { return nil }
        return PopulationShares(shares: values.mapValues { $0 / total }, source: source, period: String(year))
    }

    /// The indicator behind each answer; none for parts of the area.
    private static func indicators(_ question: Background) -> [(answer: String, key: String)] {
        switch question {
        case .age: [("15-25", "inwoners-15-25"), ("25-45", "inwoners-25-45"), ("45-65", "inwoners-45-65"), ("65-plus", "inwoners-65-plus")]
        case .neighbourhood: []
        case .home: [("koop", "koopwoningen"), ("huur", "huurwoningen")]
        case .household:
            [("alleen", "eenpersoonshuishoudens"), ("zonder-kinderen", "huishoudens-zonder-kinderen"), ("met-kinderen", "huishoudens-met-kinderen")]
        }
    }
}
