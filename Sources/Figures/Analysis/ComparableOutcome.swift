import Areas
import Core
import Measures

/// All areas of a level in the country, standardised on some traits: made once, asked for every area.
struct ComparableGround: Sendable {
    struct Key: Sendable, Hashable {
        let year: Int
        let level: AreaLevel
        let traits: [String]
        let distance: ComparableQuestion.Distance
        let editions: [Int64]
        /// Of the areas themselves: another where their names or borders were read again.
        let gazetteer: Gazetteer.Identity
    }

    struct Trait: Sendable {
        let indicator: Indicator
        let period: Period
        /// As published; NaN for missing.
        let values: [Double]
        /// As they are compared, before standardising.
        let transformed: [Double]
        let edition: Edition
    }

    let areas: [Area]
    let places: [AreaCode: Int]
    let traits: [Trait]
    let model: ComparableAreas
    /// Beyond this distance there is no real comparison.
    let limit: Double?
    /// Areas that know enough to be compared.
    let used: Int

    init?(_ key: Key, map: AreaMap, book: FigureBook, gazetteer: Gazetteer, execution: Execution) throws(Cancelled) {
        let areas = Array(map.areas(of: key.level))
        let found = key.traits.compactMap(Catalogue.indicator).compactMap {
            MapValues($0, areas: areas, book: book, gazetteer: gazetteer)
        }
        let variables = found.map { values in
            StructureVariable(values.items.map { $0.value ?? .nan }, scaling: .standard, transform: .logarithmIfSkewed)
        }
        guard found.count >= ComparableQuestion.counts.lowerBound, let model = ComparableAreas(variables, metric: key.distance.metric) else { return nil }
        traits = zip(found, variables).map { values, variable in
            Trait(
                indicator: values.indicator, period: values.period, values: variable.values, transformed: variable.transformed, edition: values.edition)
        }
        self.areas = areas
        self.model = model
        places = Dictionary(areas.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        let far = try model.limit(execution)
        (limit, used) = (far.distance, far.used)
    }
}

/// The areas of the whole country that are most like one.
struct ComparableOutcome: Sendable {
    struct Difference: Sendable {
        let indicator: Indicator
        let own: Double
        let other: Double
    }

    struct Row: Sendable {
        let area: Area
        let municipality: Area?
        let distance: Double
        /// As part of the distance to the farthest area, 0 to 1.
        let rebased: Double
        /// Nil without a limit.
        let isReal: Bool?
        /// The three traits that add most to the distance.
        let differences: [Difference]
        let outcome: MapValues.Item?
    }

    let area: Area
    let ground: ComparableGround
    let rows: [Row]
    /// False where even the nearest is too far.
    let isReal: Bool?
    /// Areas that could be compared with.
    let used: Int
    /// The figure beside the areas, with that of the own area.
    let outcome: (indicator: Indicator, period: Period, own: MapValues.Item?)?
    /// Traits the own area has a value for.
    let known: Int
    /// Per trait; nil for missing.
    let own: [Double?]

    init?(_ question: ComparableQuestion, _ scene: AnalysisScene, ground: ComparableGround) {
        guard let code = question.area, let place = ground.places[code] else { return nil }
        let isElsewhere = question.isElsewhere, municipality = code.municipality
        let found = ground.model.nearest(to: place, ComparableQuestion.wanted, limit: ground.limit) { other in
            !isElsewhere || ground.areas[other].code.municipality != municipality
        }
        guard let found, !found.neighbours.isEmpty else { return nil }
        let area = ground.areas[place]
        let others = found.neighbours.map { ground.areas[$0.area] }
        let values = question.outcome.flatMap(Catalogue.indicator).flatMap {
            MapValues($0, areas: [area] + others, book: scene.book, gazetteer: scene.gazetteer)
        }
        self.area = area
        self.ground = ground
        (isReal, used) = (found.isReal, found.used)
        outcome = values.map { ($0.indicator, $0.period, $0.items.first) }
        own = ground.traits.map { $0.values[place].isFinite ? $0.values[place] : nil }
        known = own.count { $0 != nil }
        rows = found.neighbours.enumerated().map { index, neighbour in
            let other = others[index]
            return Row(
                area: other, municipality: other.code.municipality.flatMap(scene.map.area), distance: neighbour.distance, rebased: neighbour.rebased,
                isReal: ground.limit.map { neighbour.distance <= $0 },
                differences: neighbour.largest.map { trait in
                    Difference(
                        indicator: ground.traits[trait.variable].indicator, own: ground.traits[trait.variable].values[place],
                        other: ground.traits[trait.variable].values[neighbour.area])
                }, outcome: values?.items[index + 1])
        }
    }

    var editions: [Edition] {
        var seen: Set<Edition> = []
        return ground.traits.map(\.edition).filter { seen.insert($0).inserted }
    }
}
