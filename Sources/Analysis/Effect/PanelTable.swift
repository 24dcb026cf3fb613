import Core
import Measures

/// A figure of areas over time, one row for each area and period, and which areas had the pilot from when on.
package struct PanelTable: Sendable {
    /// In the order of the table.
    package let units: [String]
    /// As the table writes them, oldest first.
    package let times: [String]
    package let panel: Panel
    package let notes: [Diagnostic]

    /// - Parameters:
    ///   - unit: column that names the areas
    ///   - time: column of numbers, or of periods such as 2024-05 and 2024KW02
    ///   - treated: areas with the pilot; an area without a figure in every period is refused
    ///   - start: first period of the pilot, as the table writes it; there must be one before it
    /// - Throws: also for areas or periods that are not in the table, and for an area with two figures in one period. Other areas that lack a
    ///   figure are left out.
    package init(_ table: ValueTable, unit: String, time: String, outcome: String, treated: [String], from start: String) throws(InputFailure) {
        let order = try TimeOrder(table, column: time)
        let grid = try PanelGrid(table, unit: unit, order: order, outcome: outcome)
        guard let first = order.labels.firstIndex(of: start) else {
            let reason = Localized(nl: "Deze periode (--from) staat er niet in.", en: "There is no such period (--from).")
            throw InputFailure(table.name, column: time, value: start, reason)
        }
        let chosen = try Self.chosen(treated, grid.places, table.name, unit)
        for place in chosen.sorted() {
            guard let gap = grid.rows[place].firstIndex(where: { $0.isNaN }) else { continue }
            let (name, period) = (grid.units[place], order.labels[gap])
            let reason = Localized(nl: "\(name) heeft geen waarde in \(period).", en: "\(name) has no value in \(period).")
            throw InputFailure(table.name, row: grid.lines[place][gap], column: outcome, reason)
        }
        let complete = grid.units.indices.filter { place in grid.rows[place].allSatisfy(\.isFinite) }
        notes = Self.notes(grid.units, complete: complete, source: table.name, column: outcome)
        units = complete.map { grid.units[$0] }
        times = order.labels
        do throws(PanelFailure) {
            panel = try Panel(complete.map { grid.rows[$0] }, treated: complete.indices.filter { chosen.contains(complete[$0]) }, start: first)
        } catch {
            throw error.failure(units: units, times: times, source: table.name, unit: unit, time: time, outcome: outcome)
        }
    }

    private static func chosen(_ treated: [String], _ places: [String: Int], _ source: String, _ unit: String) throws(InputFailure) -> Set<Int> {
        var chosen = Set<Int>()
        for name in treated {
            guard let place = places[name] else {
                throw InputFailure(
                    source, column: unit, value: name, Localized(nl: "Dit gebied (--treated) staat er niet in.", en: "There is no such area (--treated)."))
            }
            chosen.insert(place)
        }
        return chosen
    }

    private static func notes(_ units: [String], complete: [Int], source: String, column: String) -> [Diagnostic] {
        let kept = Set(complete)
        let left = units.indices.filter { !kept.contains($0) }.map { units[$0] }
        guard !left.isEmpty else { return [] }
        let names = left.prefix(5).joined(separator: ", ") + (left.count > 5 ? ", …" : "")
        let reason = Localized(
            nl: "Een waarde ontbreekt, en dus niet mee: \(left.count) (\(names)).", en: "A value is missing, and so left out: \(left.count) (\(names)).")
        return [Diagnostic(.note, source: source, column: column, reason: reason)]
    }
}

/// The rows of a panel put in their places.
private struct PanelGrid {
    /// In the order of the table.
    private(set) var units: [String] = []
    private(set) var places: [String: Int] = [:]
    /// A row for each unit, a column for each period; NaN where there is no figure.
    private(set) var rows: [[Double]] = []
    /// Where each figure stands in the file; nil where no row has it.
    private(set) var lines: [[Int?]] = []

    /// More has no meaning, and would fill the memory.
    private static let mostCells = 20_000_000

    init(_ table: ValueTable, unit: String, order: TimeOrder, outcome: String) throws(InputFailure) {
        let names = try table.texts(unit), values = try table.numbers(outcome)
        for row in names.indices {
            guard !names[row].isEmpty else {
                throw InputFailure(table.name, row: table.lines[row], column: unit, Localized(nl: "Hier ontbreekt het gebied.", en: "The area is missing."))
            }
            let place = places[names[row]] ?? units.count
            if place == units.count {
                guard (units.count + 1) * order.labels.count <= Self.mostCells else {
                    throw InputFailure(table.name, Localized(nl: "Te veel gebieden en perioden.", en: "There are too many areas and periods."))
                }
                places[names[row]] = place
                units.append(names[row])
                rows.append([Double](repeating: .nan, count: order.labels.count))
                lines.append([Int?](repeating: nil, count: order.labels.count))
            }
            let period = order.places[row]
            if let earlier = lines[place][period] {
                let reason = Localized(nl: "Dit gebied heeft deze periode ook in rij \(earlier).", en: "This area has this period in row \(earlier) too.")
                throw InputFailure(
                    table.name, row: table.lines[row], column: "\(unit), \(order.column)", value: "\(names[row]), \(order.labels[period])", reason)
            }
            lines[place][period] = table.lines[row]
            rows[place][period] = values[row]
        }
    }
}

/// The periods of a column in order of time.
private struct TimeOrder {
    /// Oldest first.
    let labels: [String]
    /// Of each row, an index of ``labels``.
    let places: [Int]
    let column: String

    init(_ table: ValueTable, column: String) throws(InputFailure) {
        let texts = try table.texts(column)
        let areNumbers = texts.first.map { Period($0) == nil } ?? true
        var keys: [String: (Double, Int, Int)] = [:]
        for (row, text) in texts.enumerated() where keys[text] == nil {
            var reader = NumberReader(allowsComma: false)
            if !areNumbers, let period = Period(text) {
                keys[text] = (Double(period.year), period.month ?? 0, period.day ?? 0)
            } else if areNumbers, let number = try? reader.number(text), number.isFinite {
                keys[text] = (number, 0, 0)
            } else {
                let reason = Localized(nl: "Dit is geen getal en geen periode.", en: "This is no number and no period.")
                throw InputFailure(table.name, row: table.lines[row], column: column, value: text, reason)
            }
        }
        let sorted = keys.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
        let order = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
        labels = sorted
        self.column = column
        places = texts.map { order[$0] ?? 0 }
    }
}

private func < (left: ((Double, Int, Int), String), right: ((Double, Int, Int), String)) -> Bool {
    left.0 == right.0 ? left.1 < right.1 : left.0 < right.0
}

extension PanelFailure {
    fileprivate func failure(units: [String], times: [String], source: String, unit: String, time: String, outcome: String) -> InputFailure {
        switch self {
        case .noTreated, .unknownUnit: InputFailure(source, column: unit, Localized(nl: "Noem een gebied met de proef.", en: "Name an area with the pilot."))
        case .noComparison:
            InputFailure(
                source, column: unit, Localized(nl: "Te weinig rijen: geen gebied om mee te vergelijken.", en: "Too few rows: no area to compare with."))
        case .noPeriodBefore:
            InputFailure(
                source, column: time, Localized(nl: "Er is geen periode voor het begin (--from).", en: "There is no period before the start (--from)."))
        case .beyondRange(let place, let at):
            InputFailure(
                source, column: outcome, Localized(nl: "Te groot: \(units[place]) in \(times[at]).", en: "Too large: \(units[place]) in \(times[at])."))
        case .uneven, .missing, .missingPredictor:
            InputFailure(source, column: outcome, Localized(nl: "Er ontbreken waarden.", en: "Values are missing."))
        }
    }
}
