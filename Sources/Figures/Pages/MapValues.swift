import Areas
import Core

/// One figure in one period for the areas of a map, each with its value or the reason there is none.
package struct MapValues: Sendable {
    struct Item: Sendable {
        let area: Area
        /// In the unit of the source; nil when missing.
        let value: Double?
        let interval: Interval?
        let missing: Localized?
        /// Whether it is missing because the area has other borders now than the figure was made for.
        var isOnOtherLand = false
    }

    let indicator: Indicator
    let level: AreaLevel
    let period: Period
    let items: [Item]
    /// The delivery that most values come from.
    let edition: Edition
    /// Periods that can be asked for, newest first.
    let periods: [Period]

    /// Nil where no area has the figure in any period, or not in the one asked for.
    ///
    /// A value of other borders counts only where the area did not change since.
    init?(_ indicator: Indicator, areas: [Area], period: Period? = nil, book: FigureBook, gazetteer: Gazetteer) {
        guard let level = areas.first?.level else { return nil }
        let columns = book.columns(of: indicator.key).filter { $0.isDelivered(for: level) }
        let periods = Set(columns.map(\.period)).sorted(by: >)
        for candidate in periods where period == nil || candidate == period {
            let own = areas[0].year
            // Those on the borders of the map first.
            let usable = columns.filter { $0.period == candidate }.sorted {
                abs($0.frame.edition.boundaryYear - own) < abs($1.frame.edition.boundaryYear - own)
            }
            let items = areas.map { Self.item($0, in: usable, gazetteer) }
            guard let edition = usable.first?.frame.edition, items.contains(where: { $0.value != nil }) else { continue }
            self.indicator = indicator
            self.level = level
            self.period = candidate
            self.items = items
            self.edition = edition
            self.periods = periods
            return
        }
        return nil
    }

    private static func item(_ area: Area, in columns: [FigureColumn], _ gazetteer: Gazetteer) -> Item {
        var reason: Localized?
        var isOnOtherLand = false
        for column in columns {
            guard let position = column.frame.position(of: area.code) else { continue }
            let year = column.frame.edition.boundaryYear
            if year != area.year, case .broken(let why) = Continuity.between(gazetteer.area(area.code, in: year), area) {
                if reason == nil { (reason, isOnOtherLand) = (why, true) }
                continue
            }
            let value = column.value(at: position)
            if !value.isNaN { return Item(area: area, value: value, interval: column.interval(at: position), missing: nil) }
            reason = reason ?? column.missing(at: position)?.explanation
        }
        return Item(area: area, value: nil, interval: nil, missing: reason ?? MissingReason.notDelivered.explanation, isOnOtherLand: isOnOtherLand)
    }

    /// From high to low, those without a figure last; by name where a ranking could brand a place.
    var sorted: [Item] {
        if indicator.sensitivity == .stigmaProne { return items.sorted { ($0.area.name, $0.area.code) < ($1.area.name, $1.area.code) } }
        return items.sorted { left, right in
            switch (left.value, right.value) {
            case (let a?, let b?) where a != b: a > b
            case (_?, nil): true
            case (nil, _?): false
            default: (left.area.name, left.area.code) < (right.area.name, right.area.code)
            }
        }
    }

    var missing: Int { items.count { $0.value == nil } }
}
