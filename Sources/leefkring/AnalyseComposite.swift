import Analysis
import ArgumentParser
import Foundation
import Measures

struct StackingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stacking", abstract: "Waar komen problemen samen? Stacking of themes (Alkire-Foster).",
        discussion: """
            C.csv has the columns column, cutoff, direction (above or below: where the problem is; the cut-off itself is none) and, if wanted, weight
            (above 0, scaled to sum to the number of themes). H: share of areas stacked. A: mean share of themes among them. M0: H times A. count:
            weighted themes beyond their cut-off among the known ones; highest: if all unknown ones were. Under 70 % known: stacked is null.
            """)
    @Option(name: .long, help: "Table: CSV.") var values: String
    @Option(name: .long, help: "Column that names the areas.") var id: String
    @Option(name: .long, help: "Cut-offs: CSV.") var cutoffs: String
    @Option(name: .long, help: "Stacked from this weighted number of themes.") var k: Double
    @OptionGroup var output: AnalysisOutput

    func run() throws {
        try output.show { _ in
            let table = try ValueTable(InputFile(path: values))
            let list = try CutoffList(ValueTable(InputFile(path: cutoffs)), for: table)
            return try table.stacking(id: id, cutoffs: list, k: k)
        }
    }
}

struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "Eigen index met de spreiding van de rangorde. An index with rank ranges.",
        discussion: """
            INDEX.yml; only indicators with a column must be there, the other values are the defaults:
            \(IndexFile.form)
            rank: 1 for the highest score. rank_low, rank_high: 5 to 95 % of runs that make the choices anew. worst_tenth: part of the runs in which the
            area is in the worst tenth.
            """)
    @Option(name: .long, help: "Table: CSV.") var values: String
    @Option(name: .long, help: "Column that names the areas.") var id: String
    @Option(name: .long, help: "How the index is made: YAML.") var config: String
    @Option(name: .long, help: "How often the choices are made anew, at most 50000.") var runs: Int = 1000
    @Option(name: .long, help: "Seed of the draws.") var seed: UInt64 = 1
    @OptionGroup var output: AnalysisOutput

    func run() throws {
        try output.show { execution in
            try Checked.range(runs, 1...50_000, option: "--runs")
            let table = try ValueTable(InputFile(path: values))
            return try table.index(id: id, IndexFile(InputFile(path: config)), runs: runs, seed: seed, execution: execution)
        }
    }
}

extension NearestDistance: ExpressibleByArgument {}

struct NearestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nearest", abstract: "Welke gebieden lijken op dit gebied? Comparable areas.",
        discussion: """
            Columns are in standard deviations (n - 1) from their mean, each counting 1. euclid: square root of the sum of squared differences, not divided
            by the number of columns. euclid-mean: divided by it, so that it does not grow with them. mahalanobis: columns that hang together do not count
            double. Never name the outcome you study. far: even the nearest is farther than the nearest of 95 % of the areas, so no real comparison exists.
            --repeat: one line of JSON on standard error with the seconds of each time, from a table in memory: standardise, nearest, far.
            """)
    @Option(name: .long, help: "Table: CSV.") var values: String
    @Option(name: .long, help: "Column that names the areas.") var id: String
    @Option(name: .long, help: "Id of the area.") var area: String
    @Option(name: .long, help: "Columns to compare on: A,B,…") var columns: String
    @Option(name: .long, help: "How far apart areas are.") var distance: NearestDistance = .euclid
    @Option(name: .long, help: "How many.") var k: Int = 5
    @Option(name: .long, help: "Do it so many times more, for measuring.") var `repeat`: Int = 0
    @OptionGroup var output: AnalysisOutput

    private struct Seconds: Encodable {
        var standardise: [Double] = []
        var nearest: [Double] = []
        var far: [Double] = []
    }

    func run() throws {
        let names = columns.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        try output.show { execution in
            let table = try ValueTable(InputFile(path: values))
            let found = try table.nearest(id: id, area: area, columns: names, distance: distance, k: k, execution: execution)
            if `repeat` > 0 { warn(String(decoding: try JSONEncoder().encode(seconds(table, names, execution)), as: UTF8.self)) }
            return found
        }
    }

    private func seconds(_ table: ValueTable, _ names: [String], _ execution: Execution) throws -> Seconds {
        let place = try table.place(of: area, id: id), values = try names.map { try table.numbers($0) }
        var seconds = Seconds()
        func measured<Result>(_ list: WritableKeyPath<Seconds, [Double]>, _ work: () throws -> Result) rethrows -> Result {
            let start = ContinuousClock.now
            let result = try work()
            seconds[keyPath: list].append((ContinuousClock.now - start) / .seconds(1))
            return result
        }
        for _ in 0..<min(`repeat`, 1000) {
            let areas = try measured(\.standardise) { try table.comparable(values, of: names, distance: distance) }
            let found = measured(\.nearest) { areas.nearest(to: place, k) }
            _ = try measured(\.far) { try areas.isFar(found?.neighbours.first?.distance ?? .nan, execution) }
        }
        return seconds
    }
}
