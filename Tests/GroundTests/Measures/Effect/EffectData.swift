import Foundation
import Measures
import TestSupport

/// The two published panels, and small seeded ones.
enum EffectData {
    /// Cigarette packs per head, 39 states from 1970 to 2000, California treated from 1989 on.
    static func proposition99() throws -> (names: [String], panel: Panel) {
        try panel("california_prop99.csv", separator: ",", unit: 0, time: 1, value: 2, treated: "California", start: 19)
    }

    /// Organ donation rates, 27 states over 6 quarters, California treated from the fourth on.
    static func organDonations() throws -> (names: [String], panel: Panel) {
        try panel("organ_donations.csv", separator: ",", unit: 0, time: 3, value: 2, treated: "California", start: 3)
    }

    private static func panel(
        _ file: String, separator: Character, unit: Int, time: Int, value: Int, treated: String, start: Int
    ) throws -> (names: [String], panel: Panel) {
        let text = try String(contentsOf: Golden.folder!.appending(path: file), encoding: .utf8)
        var rows: [String: [(time: Double, value: Double)]] = [:]
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: separator)
            rows[String(fields[unit]), default: []].append((Double(fields[time])!, Double(fields[value])!))
        }
        let names = rows.keys.sorted()
        let series = names.map { rows[$0]!.sorted { $0.time < $1.time }.map(\.value) }
        return (names, try Panel(series, treated: [names.firstIndex(of: treated)!], start: start))
    }

    /// Areas with their own level, a walk of their own and one wave in common.
    static func random(_ seed: UInt64, units: Int, times: Int, treated: [Int] = [0], start: Int) -> Panel {
        try! Panel(rows(seed, units: units, times: times), treated: treated, start: start)
    }

    static func rows(_ seed: UInt64, units: Int, times: Int) -> [[Double]] {
        var random = Chance(seed)
        let wave = (0..<times).map { _ in random.normal() }
        return (0..<units).map { _ in
            let level = 5 * random.normal(), pull = 1 + random.normal()
            var walk = 0.0
            return (0..<times).map { time in
                walk += 0.5 * random.normal()
                return 20 + level + pull * wave[time] + walk
            }
        }
    }
}
