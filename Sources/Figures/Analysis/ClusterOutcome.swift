import Areas
import Core
import Measures

/// Where areas lie that are alike, or just not like their neighbours, and whether that is more than chance.
struct ClusterOutcome: Sendable {
    /// What an area and its neighbours are.
    enum Pattern: Int, Sendable, Hashable, CaseIterable {
        case highAmongHigh, lowAmongLow, highAmongLow, lowAmongHigh

        init(_ quadrant: MoranQuadrant) {
            self =
                switch quadrant {
                case .highHigh: .highAmongHigh
                case .lowLow: .lowAmongLow
                case .highLow: .highAmongLow
                case .lowHigh: .lowAmongHigh
                }
        }
    }

    /// The answer for an area.
    enum State: Sendable, Hashable {
        /// Convincing among all areas that were tested.
        case certain(Pattern)
        /// Below 0.05 when looked at alone; gone when all areas are looked at together.
        case perhaps(Pattern)
        case none
        case noNeighbours
        case noFigure

        var pattern: Pattern? {
            switch self {
            case .certain(let pattern), .perhaps(let pattern): pattern
            case .none, .noNeighbours, .noFigure: nil
            }
        }
    }

    struct Row: Sendable {
        let area: Area
        let item: MapValues.Item
        /// The value that was tested; NaN for none.
        let tested: Double
        /// I_i, or the z-score of Gi*; nil without a result.
        let statistic: Double?
        let p: Double?
        let q: Double?
        let state: State
    }

    let indicator: Indicator
    let values: MapValues
    /// The counts behind the values that were tested; nil where they were tested as published.
    let counted: CountedFigure?
    let rows: [Row]
    /// Areas that were tested: the family of the correction.
    let family: Int
    /// Nil where the areas cannot be compared with their neighbours; then ``failure`` says why.
    let global: GlobalAutocorrelation?
    let failure: SpatialFieldFailure?
    /// Binary links in the order of the rows.
    let weights: SpatialWeights

    /// Alone, an area is named when its p-value is below this.
    static let alone = 0.05

    /// - Returns: nil without a figure or without boundaries
    init?(_ question: ClusterQuestion, _ scene: AnalysisScene, execution: Execution) throws(Cancelled) {
        guard let indicator = question.figure.flatMap(Catalogue.indicator), let neighbours = scene.neighbours,
            let values = MapValues(indicator, areas: scene.areas, period: question.period, book: scene.book, gazetteer: scene.gazetteer),
            let links = AreaNetwork.weights(among: scene.areas, in: neighbours)
        else { return nil }
        let counted =
            question.values == .published
            ? nil : CountedFigure(indicator, areas: scene.areas, period: values.period, book: scene.book, gazetteer: scene.gazetteer)
        let standardised = counted.flatMap { Rates.empiricalBayesStandardised($0.counts, per: $0.wholes) }
        let tested = standardised ?? values.items.map { $0.value ?? .nan }
        (self.indicator, self.values, self.counted, self.weights) = (indicator, values, standardised == nil ? nil : counted, links)
        let field: SpatialField
        do {
            field = try SpatialField(tested, weights: links.rowStandardised)
        } catch {
            (global, failure, family) = (nil, error, 0)
            rows = values.items.indices.map { Self.row(values.items[$0], tested[$0]) }
            return
        }
        let found = try Self.found(field, question, execution: execution)
        rows = values.items.indices.map { Self.row(values.items[$0], tested[$0], found.areas[$0]) }
        family = found.family
        global = try field.globalMoran(question.permutations)
        failure = nil
    }

    // MARK: One form for both measures

    private struct Found {
        let areas: [LocalResult<Item>]
        let family: Int
    }

    private struct Item: Sendable, Hashable {
        let statistic: Double
        let pattern: Pattern?
        let significance: LocalSignificance
    }

    private static func found(_ field: SpatialField, _ question: ClusterQuestion, execution: Execution) throws(Cancelled) -> Found {
        switch question.method ?? .moran {
        case .moran:
            let local = try field.localMoran(question.permutations, level: question.share, execution: execution)
            return Found(
                areas: local.areas.map { $0.map { Item(statistic: $0.statistic, pattern: Pattern($0.quadrant), significance: $0.significance) } },
                family: local.discoveries.family)
        case .giStar:
            let local = try field.getisOrdGiStar(question.permutations, level: question.share, execution: execution)
            return Found(
                areas: local.areas.map { result in
                    result.map { Item(statistic: $0.score, pattern: Self.pattern($0.spot), significance: $0.significance) }
                }, family: local.discoveries.family)
        }
    }

    private static func pattern(_ spot: LocalGetisOrd.Spot?) -> Pattern? {
        switch spot {
        case .hot: .highAmongHigh
        case .cold: .lowAmongLow
        case nil: nil
        }
    }

    private static func row(_ item: MapValues.Item, _ tested: Double, _ result: LocalResult<Item>? = nil) -> Row {
        guard case .known(let found) = result else {
            let state: State = result == .noNeighbours ? .noNeighbours : tested.isFinite && result == nil ? .none : .noFigure
            return Row(area: item.area, item: item, tested: tested, statistic: nil, p: nil, q: nil, state: state)
        }
        let state: State
        if let pattern = found.pattern, found.significance.isSignificant {
            state = .certain(pattern)
        } else if let pattern = found.pattern, found.significance.p < alone {
            state = .perhaps(pattern)
        } else {
            state = .none
        }
        return Row(
            area: item.area, item: item, tested: tested, statistic: found.statistic, p: found.significance.p, q: found.significance.q, state: state)
    }

    /// By name: clusters are no ranking.
    func rows(where isWanted: (State) -> Bool) -> [Row] {
        rows.filter { isWanted($0.state) }.sorted { ($0.area.name, $0.area.code) < ($1.area.name, $1.area.code) }
    }

    func rows(_ state: State) -> [Row] { rows { $0 == state } }

    /// How many areas would be named by chance alone when each is looked at by itself.
    var expectedByChance: Double { Double(family) * Self.alone }
}

extension LocalResult {
    fileprivate func map<Other: Sendable & Hashable>(_ change: (Values) -> Other) -> LocalResult<Other> {
        switch self {
        case .undefined: .undefined
        case .noNeighbours: .noNeighbours
        case .known(let values): .known(change(values))
        }
    }
}
