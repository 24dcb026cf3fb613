import Core
import Figures
import Voices

/// How many people live in the area of a conversation, from the statistics. Neither slice knows the other.
enum Inhabitants {
    static let indicator = "inwoners"

    static func source(_ figures: Figures.Slice) -> InhabitantSource {
        { area in
            let figure = try await figures.profile(of: area)?.figures.first { $0.indicator.key == indicator }
            guard let figure, let people = figure.latest.value else { return nil }
            return InhabitantCount(people: Int(people.rounded()), source: figure.indicator.source.publisher, period: String(figure.latest.period.year))
        }
    }
}
