import Core
import People

/// What someone said about a place, with where it is.
package struct Place: Sendable, Hashable {
    package let contribution: Contribution
    package let spot: Spot

    package enum Feeling: String, Sendable, Hashable, CaseIterable {
        case good = "goed"
        case better = "kan-beter"
        case unsafe = "onveilig"
        case idea = "idee"

        package var name: Localized {
            switch self {
            case .good: Localized(nl: "Hier is het goed", en: "It is good here")
            case .better: Localized(nl: "Hier kan het beter", en: "It could be better here")
            case .unsafe: Localized(nl: "Hier voel ik me niet veilig", en: "I do not feel safe here")
            case .idea: Localized(nl: "Hier heb ik een idee voor", en: "I have an idea for this place")
            }
        }
    }

    package enum Shape: String, Sendable, Hashable, CaseIterable {
        case point = "punt"
        case line = "lijn"
        case area = "vlak"

        package var name: Localized {
            switch self {
            case .point: Localized(nl: "Een plek", en: "One place")
            case .line: Localized(nl: "Een weg of route", en: "A road or route")
            case .area: Localized(nl: "Een groter stuk", en: "A larger part")
            }
        }
    }

    /// How exactly it is kept.
    package enum Exactness: String, Sendable, Hashable, CaseIterable {
        /// To ten metres.
        case point = "punt"
        /// A square of the map.
        case square = "ruitje"
        /// A cell of 100 by 100 metres.
        case cell = "vak"
        /// A ninth of the map: north-west, middle.
        case part = "deel"
        /// In words alone.
        case words = "woorden"
    }

    /// Where it is and what it is about. It cannot hold a place at home exactly: that goes as it is made.
    package struct Spot: Sendable, Hashable {
        package let feeling: Feeling
        /// The key of a theme; nil for none.
        package let theme: String?
        package let isHome: Bool
        package let shape: Shape
        package let exactness: Exactness
        /// A street or crossing, in the giver's own words.
        package let words: String?
        /// In order; none for a place in words alone.
        package let points: [GroundPoint]

        package init(
            _ feeling: Feeling, theme: String? = nil, isHome: Bool = false, shape: Shape = .point, exactness: Exactness = .point, words: String? = nil,
            points: [GroundPoint] = []
        ) {
            var seen: Set<GroundPoint> = []
            let kept = points.map { isHome ? $0.coarse : $0.rounded }.filter { seen.insert($0).inserted }
            self.feeling = feeling
            self.theme = theme
            self.isHome = isHome
            self.shape = kept.count < 2 ? (shape == .line ? .point : shape) : shape
            self.exactness = kept.isEmpty ? .words : isHome && exactness != .part ? .cell : exactness
            self.words = words
            self.points = kept
        }

        /// Where it counts on the map.
        package var anchor: GroundPoint? { points.isEmpty ? nil : points[points.count / 2] }
    }

    /// What everyone reads; nil where nothing of it may be read.
    package var shown: String? { contribution.isOpen ? contribution.shown : nil }

    /// `2026-10`: the day is not told.
    package var month: String { String(contribution.addedOn.description.prefix(7)) }

    package static let limit = 1000
    package static let pageSize = 20
}

/// Which places one looks at: the list, the map and the files take the same.
package struct PlaceFilter: Sendable, Hashable {
    package var feeling: Place.Feeling?
    package var theme: String?
    /// `2026-10`
    package var month: String?
    /// A square of the map, and a square within it.
    package var squares: [MapSquare]

    package init(feeling: Place.Feeling? = nil, theme: String? = nil, month: String? = nil, squares: [MapSquare] = []) {
        self.feeling = feeling
        self.theme = theme
        self.month = month
        self.squares = squares
    }

    package func within(_ squares: [MapSquare]) -> PlaceFilter { PlaceFilter(feeling: feeling, theme: theme, month: month, squares: squares) }
}
