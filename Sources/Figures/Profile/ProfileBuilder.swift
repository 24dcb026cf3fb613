import Areas
import Core
import Measures

/// Makes the profile of an area from the figures in memory. Pure: the same input gives the same profile.
package struct ProfileBuilder: Sendable {
    private let book: FigureBook
    private let gazetteer: Gazetteer
    private let map: AreaMap
    private let area: Area
    /// The current year, for the age of figures.
    private let currentYear: Int
    /// Whether the area and those above it are the same in each other boundary year, found once for all figures.
    private let continuity: [Int: [AreaCode: ComparableState]]
    /// Where the area and those above it stand in each edition, the country first; found once for all figures.
    private let positions: [ObjectIdentifier: [Int?]]
    private let lineage: [Area]

    /// Nil when the area is not known in any boundary year up to `year`.
    ///
    /// - Parameter year: boundary year to show; nil for the newest in which the code exists
    package init?(code: AreaCode, year: Int? = nil, book: FigureBook, gazetteer: Gazetteer, currentYear: Int) {
        let found = year.flatMap { gazetteer.area(code, in: $0) } ?? (year == nil ? gazetteer.newest(code, upTo: gazetteer.latestYear) : nil)
        guard let found, let map = gazetteer.map(of: found.year) else { return nil }
        (self.book, self.gazetteer, self.map, self.area, self.currentYear) = (book, gazetteer, map, found, currentYear)
        let lineage = map.lineage(of: code)
        self.lineage = lineage
        self.positions = Dictionary(
            book.frames.map { frame in (ObjectIdentifier(frame), lineage.map { frame.position(of: $0.code) }) }, uniquingKeysWith: { first, _ in first })
        self.continuity = Dictionary(
            uniqueKeysWithValues: gazetteer.years.filter { $0 != found.year }.map { year in
                (year, Dictionary(lineage.map { ($0.code, ComparableState(Continuity.between(gazetteer.area($0.code, in: year), $0))) }) { first, _ in first })
            })
    }

    /// - Parameter all: with the indicators that the default profile leaves out
    package func profile(all: Bool = false) -> Profile {
        let wanted = book.indicators.filter { all || $0.inProfile }
        let figures = wanted.compactMap { figure(of: $0) }
        let themes = Theme.allCases.compactMap { theme -> Profile.ThemeFigures? in
            let own = figures.filter { $0.indicator.theme == theme }
            return own.isEmpty ? nil : Profile.ThemeFigures(theme: theme, figures: own)
        }
        return Profile(
            area: area, lineage: lineage, children: map.children(of: area.code), themes: themes, facts: facts(figures),
            summary: SummaryBuilder(area: area, map: map, book: book).summary(of: figures), position: position(of: figures, wanted: wanted),
            years: gazetteer.years.filter { gazetteer.area(area.code, in: $0) != nil })
    }

    /// One indicator for this area; nil when no source gives it for this level.
    package func figure(of indicator: Indicator) -> Figure? {
        let columns = book.columns(of: indicator.key).filter { $0.isDelivered(for: area.level) }
        guard !columns.isEmpty else { return nil }
        let series = self.series(columns)
        guard let newest = series.last(where: { $0.observation.comparable == .same }) ?? series.last else { return nil }
        let latest = newest.observation
        let references = lineage.indices.dropLast().reversed().compactMap { reference($0, period: latest.period, of: indicator) }
        guard let value = latest.value, latest.comparable == .same else {
            return Figure(
                indicator: indicator, latest: blanked(latest), series: series.map(\.observation), nation: nil, municipality: nil, references: references,
                strip: nil, cautions: [])
        }
        let column = newest.column
        let shape = column.shape(of: area.level)
        // The country has no place among countries.
        let nation = area.level == .country ? nil : shape.place(of: value, margin: latest.interval)
        let around = neighbours(in: column)
        return Figure(
            indicator: indicator, latest: latest, series: series.map(\.observation), nation: nation, municipality: place(of: value, among: around),
            references: references, strip: Strip(neighbours: around, nation: shape), cautions: cautions(latest, column: column, nation: nation))
    }

    /// Oldest first, one per period: of two deliveries of the same period the one with a figure of this land, then the one on the area's own borders.
    private func series(_ columns: [FigureColumn]) -> [(observation: Observation, column: FigureColumn)] {
        var found: [Period: (observation: Observation, column: FigureColumn)] = [:]
        for column in columns {
            let fresh = (observation: observation(in: column), column: column)
            if let known = found[column.period], rank(known) >= rank(fresh) { continue }
            found[column.period] = fresh
        }
        return found.values.sorted { $0.observation.period < $1.observation.period }
    }

    private func rank(_ item: (observation: Observation, column: FigureColumn)) -> Int {
        let isUsable = item.observation.value != nil && item.observation.comparable == .same
        return (isUsable ? 2 : 0) + (item.column.frame.edition.boundaryYear == area.year ? 1 : 0)
    }

    private func observation(in column: FigureColumn) -> Observation {
        let edition = column.frame.edition
        let comparable = comparable(column)
        let position = position(lineage.count - 1, in: column.frame)
        let value = position.map { column.value(at: $0) } ?? .nan
        return Observation(
            period: column.period, value: value.isNaN ? nil : value,
            missing: value.isNaN ? position.flatMap { column.missing(at: $0) } ?? .notDelivered : nil,
            interval: position.flatMap { column.interval(at: $0) }, status: column.status, edition: edition, comparable: comparable)
    }

    private func comparable(_ column: FigureColumn) -> ComparableState { comparable(area.code, in: column.frame.edition.boundaryYear) }

    private func comparable(_ code: AreaCode, in year: Int) -> ComparableState {
        year == area.year ? .same : continuity[year]?[code] ?? ComparableState(Continuity.between(nil, nil))
    }

    /// A figure that only exists for other borders is not a figure of this area.
    private func blanked(_ observation: Observation) -> Observation {
        guard case .broken = observation.comparable else { return observation }
        return Observation(
            period: observation.period, value: nil, missing: .notAvailable, interval: nil, status: observation.status, edition: observation.edition,
            comparable: observation.comparable)
    }

    /// Where an area of the lineage stands in an edition.
    private func position(_ step: Int, in frame: EditionFrame) -> Int? {
        guard let known = positions[ObjectIdentifier(frame)] else { return frame.position(of: lineage[step].code) }
        return known[step]
    }

    /// - Parameter step: of the lineage
    private func reference(_ step: Int, period: Period, of indicator: Indicator) -> Figure.Reference? {
        let other = lineage[step]
        let columns = book.columns(of: indicator.key).filter { $0.period == period && $0.isDelivered(for: other.level) }
        let own = columns.filter { $0.frame.edition.boundaryYear == other.year }
        for column in own + columns.filter({ $0.frame.edition.boundaryYear != other.year }) {
            guard let position = position(step, in: column.frame), !column.value(at: position).isNaN else { continue }
            guard comparable(other.code, in: column.frame.edition.boundaryYear) == .same else { continue }
            let observation = Observation(
                period: period, value: column.value(at: position), missing: nil, interval: column.interval(at: position), status: column.status,
                edition: column.frame.edition, comparable: .same)
            return Figure.Reference(area: other, observation: observation)
        }
        return nil
    }

    /// Values of the other areas of this level in the municipality; for a municipality, of those in the province.
    private func neighbours(in column: FigureColumn) -> [Double] {
        let frame = column.frame
        let own = position(lineage.count - 1, in: frame)
        if area.level > .municipality, let municipality = area.code.municipality {
            return frame.positions(of: area.level, within: municipality).compactMap { position in
                let value = column.value(at: position)
                return position == own || value.isNaN ? nil : value
            }
        }
        guard area.level == .municipality, let province = area.parent else { return [] }
        return map.areas(of: .municipality, within: province).compactMap { other in
            guard let position = frame.position(of: other.code), position != own else { return nil }
            let value = column.value(at: position)
            return value.isNaN ? nil : value
        }
    }

    /// Place among the neighbours and the area itself; nil with fewer than five, where a share says nothing.
    private func place(of value: Double, among others: [Double]) -> PlaceAmongAreas? {
        guard others.count >= 4 else { return nil }
        let distribution = Distribution(others + [value])
        guard let standing = distribution.standing(of: value), let median = distribution.median else { return nil }
        let count = Double(others.count)
        return PlaceAmongAreas(
            count: others.count, missing: 0, lowerShare: Double(standing.lower) / count, higherShare: Double(standing.higher) / count, median: median,
            rankRange: nil)
    }

    private func cautions(_ observation: Observation, column: FigureColumn, nation: PlaceAmongAreas?) -> [Caution] {
        var cautions: [Caution] = []
        let indicator = column.indicator
        if indicator.basis == .model { cautions.append(.modelEstimate) }
        if let interval = observation.interval, interval.kind == .chance, let value = observation.value, interval.upper - interval.lower > 0.25 * value {
            cautions.append(.smallNumbers)
        }
        if let nation, nation.missing > 0 {
            let share = Double(nation.missing) / Double(nation.missing + nation.count)
            if share > 1.0 / 3 { cautions.append(.manyMissing(share: share)) }
        }
        if observation.status == .provisional { cautions.append(.provisional) }
        if currentYear - observation.period.year > 5 { cautions.append(.olderThanFiveYears) }
        if indicator.derivation != nil { cautions.append(.ownCalculation) }
        return cautions
    }

    private func facts(_ figures: [Figure]) -> [Profile.Fact] {
        var facts: [Profile.Fact] = ["inwoners", "huishoudens"].compactMap { key in
            guard let figure = figures.first(where: { $0.indicator.key == key }), let value = figure.latest.value else { return nil }
            let year = figure.latest.period.year
            return Profile.Fact(
                name: Localized(nl: "\(figure.indicator.name.nl.lowercased()) in \(year)", en: "\(figure.indicator.name.en.lowercased()) in \(year)"),
                value: Localized(nl: figure.indicator.unit.number(value, in: .nl), en: figure.indicator.unit.number(value, in: .en)))
        }
        if let land = area.landHectares {
            facts.append(
                Profile.Fact(
                    name: Localized(nl: "hectare land", en: "hectares of land"),
                    value: Localized(nl: Numbers.text(land, in: .nl), en: Numbers.text(land, in: .en))))
        }
        if let postcode = area.postcode {
            facts.append(Profile.Fact(name: Localized(nl: "meest voorkomende postcode", en: "most common postcode"), value: Localized(postcode)))
        }
        return facts
    }

    private func position(of figures: [Figure], wanted: [Indicator]) -> InformationPosition {
        let known = figures.filter { $0.latest.value != nil }
        let ages = Dictionary(grouping: known, by: { $0.latest.period.year }).mapValues(\.count).sorted { $0.key > $1.key }
        let present = Set(figures.map(\.indicator.key))
        var gaps = figures.filter { $0.latest.value == nil }.map { figure in
            InformationPosition.Gap(indicator: figure.indicator, reason: FigureSentence.whyMissing(figure.latest))
        }
        gaps += wanted.filter { !present.contains($0.key) }.map { indicator in
            InformationPosition.Gap(indicator: indicator, reason: FigureWords.notForLevel(area.level))
        }
        return InformationPosition(known: known.count, missing: gaps, ages: ages.map { (year: $0.key, count: $0.value) })
    }
}
