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
        let names = try table.texts(unit), values = try table.numbers(outcome)
        let order = try TimeOrder(table, column: time)
        guard let first = order.labels.firstIndex(of: start) else {
            throw InputFailure(
                table.name, column: time, value: start, Localized(nl: "Deze periode (--from) staat er niet in.", en: "There is no such period (--from)."))
        }
        var places: [String: Int] = [:]
        var units: [String] = []
        var rows: [[Double]] = []
        var filled: [[Int]] = []
        for row in names.indices {
            let place = places[names[row]] ?? units.count
            if place == units.count {
                places[names[row]] = place
                units.append(names[row])
                rows.append([Double](repeating: .nan, count: order.labels.count))
                filled.append([Int](repeating: 0, count: order.labels.count))
            }
            let period = order.places[row]
            guard filled[place][period] == 0 else {
                let reason = Localized(
                    nl: "Dit gebied heeft deze periode ook in rij \(filled[place][period]).",
                    en: "This area has this period in row \(filled[place][period]) too.")
                throw InputFailure(table.name, row: table.lines[row], column: time, value: order.labels[period], reason)
            }
            filled[place][period] = table.lines[row]
            rows[place][period] = values[row]
        }
        let chosen = try Self.chosen(treated, places, table.name, unit)
        for place in chosen {
            guard let gap = rows[place].firstIndex(where: { $0.isNaN }) else { continue }
            let reason = Localized(
                nl: "\(units[place]) heeft geen waarde in \(order.labels[gap]).", en: "\(units[place]) has no value in \(order.labels[gap]).")
            throw InputFailure(table.name, row: filled[place][gap] > 0 ? filled[place][gap] : nil, column: outcome, reason)
        }
        let complete = units.indices.filter { place in rows[place].allSatisfy(\.isFinite) }
        notes = Self.notes(units, complete: complete, source: table.name, column: outcome)
        self.units = complete.map { units[$0] }
        times = order.labels
        do throws(PanelFailure) {
            panel = try Panel(complete.map { rows[$0] }, treated: complete.indices.filter { chosen.contains(complete[$0]) }, start: first)
        } catch {
            throw error.failure(units: self.units, times: times, source: table.name, unit: unit, time: time, outcome: outcome)
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

/// The periods of a column in order of time.
private struct TimeOrder {
    /// Oldest first.
    let labels: [String]
    /// Of each row, an index of ``labels``.
    let places: [Int]

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
