import Areas
import Core

/// Makes the profile of an area from the figures in memory. Pure: the same input gives the same profile.
package final class ProfileBuilder: Sendable {
    private let book: FigureBook
    private let gazetteer: Gazetteer
    private let map: AreaMap
    private let area: Area
    /// The current year, for the age of figures.
    private let currentYear: Int
    /// The area itself and, of a neighbourhood, its district.
    private let own: FrameSteps
    /// The municipality and what is above it.
    private let above: AreasAbove
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
        let shared = lineage.dropLast().prefix { $0.level <= .municipality }
        self.own = FrameSteps(Array(lineage[shared.endIndex...]), book: book, gazetteer: gazetteer)
        self.above = .of(Array(shared), year: found.year, book: book, gazetteer: gazetteer)
    }

    /// - Parameter all: with the indicators that the default profile leaves out
    package func profile(all: Bool = false) -> Profile {
        var figures: [Figure] = [], absent: [Indicator] = []
        figures.reserveCapacity(book.entries.count)
        for entry in book.entries where all || entry.indicator.inProfile {
            if let figure = figure(entry) { figures.append(figure) } else { absent.append(entry.indicator) }
        }
        let themes = Theme.allCases.compactMap { theme in
            let own = figures.filter { $0.indicator.theme == theme }
            return own.isEmpty ? nil : Profile.ThemeFigures(theme: theme, figures: own)
        }
        return Profile(
            area: area, lineage: lineage, children: map.children(of: area.code), themes: themes, facts: facts(figures),
            summary: SummaryBuilder(area: area, map: map, book: book).summary(of: figures), position: position(of: figures, absent: absent),
            years: gazetteer.years.filter { gazetteer.area(area.code, in: $0) != nil }, figures: themes.flatMap(\.figures))
    }

    /// One indicator for this area; nil when no source gives it for this level.
    package func figure(of indicator: Indicator) -> Figure? { book.entry(of: indicator.key).flatMap(figure) }

    private func figure(_ entry: FigureBook.Entry) -> Figure? {
        let series = FigureSeries(entry, steps: own, area: area)
        guard let newest = series.observations.lastIndex(where: { $0.comparable == .same }) ?? series.observations.indices.last else { return nil }
        let indicator = entry.indicator, latest = series.observations[newest], column = series.columns[newest]
        let district = own.areas.count > 1 ? own.reference(0, period: latest.period, of: entry) : nil
        let ground = above.ground(entry, beside: column, level: area.level) { local(in: column) }
        let change = FigureChange(indicator, latest: latest, series: series, level: area.level)
        guard let value = latest.value, latest.comparable == .same else {
            return Figure(
                indicator: indicator, latest: blanked(latest), series: series.observations, district: district, ground: ground, change: change,
                column: column)
        }
        let shape = column.shape(of: area.level)
        // The country has no place among countries.
        let nation = area.level == .country ? nil : shape.place(of: value)
        return Figure(
            indicator: indicator, latest: latest, series: series.observations, nation: nation, municipality: ground.local.place(of: value),
            district: district, ground: ground, strip: Strip(local: ground.local, nation: shape),
            cautions: cautions(latest, column: column, nation: nation), change: change, column: column)
    }

    /// A figure that only exists for other borders is not a figure of this area.
    private func blanked(_ observation: Observation) -> Observation {
        guard case .broken = observation.comparable else { return observation }
        return Observation(
            period: observation.period, value: nil, missing: .notAvailable, interval: nil, status: observation.status, edition: observation.edition,
            comparable: observation.comparable)
    }

    /// The areas of this level in the municipality; for a municipality, those in the province.
    private func local(in column: FigureColumn) -> LocalShape {
        let axis = column.shape(of: area.level).axis
        if area.level > .municipality, let municipality = area.code.municipality {
            return LocalShape(column.frame.positions(of: area.level, within: municipality).map(column.value(at:)), on: axis)
        }
        guard area.level == .municipality, let province = area.parent else { return LocalShape([], on: axis) }
        let areas = map.areas(of: .municipality, within: province)
        return LocalShape(areas.map { column.frame.position(of: $0.code).map(column.value(at:)) ?? .nan }, on: axis)
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

    /// - Parameter absent: those no source gives for this level
    private func position(of figures: [Figure], absent: [Indicator]) -> InformationPosition {
        let known = figures.filter { $0.latest.value != nil }
        let ages = known.reduce(into: [:]) { $0[$1.latest.period.year, default: 0] += 1 }.sorted { $0.key > $1.key }
        var gaps = figures.filter { $0.latest.value == nil }.map { figure in
            InformationPosition.Gap(indicator: figure.indicator, reason: FigureSentence.whyMissing(figure.latest))
        }
        let notForLevel = FigureWords.notForLevel(area.level)
        gaps += absent.map { InformationPosition.Gap(indicator: $0, reason: notForLevel) }
        return InformationPosition(known: known.count, missing: gaps, ages: ages.map { (year: $0.key, count: $0.value) })
    }
}

/// What is known of one indicator for an area, with the columns it comes from: oldest first, one per period.
struct FigureSeries {
    private(set) var observations: [Observation] = []
    private(set) var columns: [FigureColumn] = []

    /// Of two deliveries of the same period the one with a figure of this land, then the one on the area's own borders.
    ///
    /// - Parameter steps: of the area, which stands last
    init(_ entry: FigureBook.Entry, steps: FrameSteps, area: Area) {
        observations.reserveCapacity(entry.columns.count)
        columns.reserveCapacity(entry.columns.count)
        for (column, frame) in zip(entry.columns, entry.frames) where column.isDelivered(for: area.level) {
            let fresh = Self.observation(at: steps.step(steps.areas.count - 1, in: frame), in: column)
            guard let known = columns.last, known.period == column.period else {
                observations.append(fresh)
                columns.append(column)
                continue
            }
            if Self.rank(fresh, area) > Self.rank(observations[observations.count - 1], area) {
                observations[observations.count - 1] = fresh
                columns[columns.count - 1] = column
            }
        }
    }

    private static func rank(_ observation: Observation, _ area: Area) -> Int {
        let isUsable = observation.value != nil && observation.comparable == .same
        return (isUsable ? 2 : 0) + (observation.edition.boundaryYear == area.year ? 1 : 0)
    }

    private static func observation(at step: FrameSteps.Step, in column: FigureColumn) -> Observation {
        let value = step.position.map { column.value(at: $0) } ?? .nan
        return Observation(
            period: column.period, value: value.isNaN ? nil : value,
            missing: value.isNaN ? step.position.flatMap { column.missing(at: $0) } ?? .notDelivered : nil,
            interval: step.position.flatMap { column.interval(at: $0) }, status: column.status, edition: column.frame.edition, comparable: step.comparable)
    }
}
