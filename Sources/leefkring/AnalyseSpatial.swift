import Analysis
import ArgumentParser
import Measures

/// Input of all spatial measures.
struct SpatialOptions: ParsableArguments {
    @Option(name: .long, help: "Table: CSV.") var values: String
    @Option(name: .long, help: "Column that names the areas.") var id: String
    @Option(name: .long, help: "Column with the figure.") var column: String
    @Option(name: .long, help: "Neighbours: GAL.") var weights: String
    @Flag(name: .long, help: "Go on with areas without neighbours: they count in the mean, and have no result of their own.") var allowIslands = false
    @Option(name: .long, help: "How often values are dealt out anew.") var permutations: Int = 999
    @Option(name: .long, help: "Seed of the draws.") var seed: UInt64 = 1

    func table() throws -> SpatialTable {
        let table = try ValueTable(InputFile(path: values))
        return try SpatialTable(table, id: id, column: column, weights: InputFile(path: weights), allowsIslands: allowIslands)
    }

    func permutations(least: Int) throws -> Permutations {
        try Checked.range(permutations, least...999_999, option: "--permutations")
        return Permutations(runs: permutations, seed: seed)
    }
}

extension WeightsStyle: ExpressibleByArgument {}

/// Options of the global measures only.
struct GlobalOptions: ParsableArguments {
    @Option(name: .long, help: "W: the weights of an area add up to 1 (default of moran, geary). B: each neighbour counts 1 (default of getis-g).")
    var weightsStyle: WeightsStyle?
    @OptionGroup var input: SpatialOptions
    @OptionGroup var output: AnalysisOutput

    static let discussion = """
        n: areas with a value. expected, variance, z: under randomisation. p: two-sided, from the normal distribution. p_permutation: two-sided,
        2(min(#<=, #>=) + 1)/(R + 1); --permutations 0 leaves it out.
        """

    func show(_ measure: GlobalMeasure) throws {
        try output.show { execution in
            let permutations = input.permutations == 0 ? nil : try input.permutations(least: 0)
            return try input.table().global(measure, style: weightsStyle, permutations: permutations, execution: execution)
        }
    }
}

struct MoranCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "moran", abstract: "Lijken buren op elkaar? Moran's I.", discussion: GlobalOptions.discussion)
    @OptionGroup var options: GlobalOptions
    func run() throws { try options.show(.moran) }
}

struct GearyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "geary", abstract: "Verschillen buren van elkaar? Geary's C.", discussion: GlobalOptions.discussion)
    @OptionGroup var options: GlobalOptions
    func run() throws { try options.show(.geary) }
}

struct GetisGCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "getis-g", abstract: "Liggen hoge of lage waarden bij elkaar? Getis-Ord G. For values from 0.", discussion: GlobalOptions.discussion)
    @OptionGroup var options: GlobalOptions
    func run() throws { try options.show(.getisOrdG) }
}

/// Options of the local measures only.
struct LocalOptions: ParsableArguments {
    @Option(name: .long, help: "Part of the significant areas that may be so by chance (Benjamini-Hochberg).") var fdr: Double = 0.05
    @OptionGroup var input: SpatialOptions
    @OptionGroup var output: AnalysisOutput

    func show(_ measure: (SpatialTable, Permutations, Execution) throws -> Analysed<LocalDocument>) throws {
        try output.show { execution in
            try Checked.share(fdr, option: "--fdr")
            return try measure(try input.table(), try input.permutations(least: 1), execution)
        }
    }
}

struct LocalMoranCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "local-moran", abstract: "Welke gebieden lijken op hun buren? Local Moran, weights W.",
        discussion: """
            statistic: (n - 1) z_i sum_j w_ij z_j / sum z^2. p: two-sided, by conditional permutation. q: adjusted for all areas. quadrant: 1 high among
            high, 2 low among high, 3 low among low, 4 high among low. Areas without a result have null, and a state: missing, no_neighbours.
            """)
    @OptionGroup var options: LocalOptions
    func run() throws { try options.show { try $0.localMoran($1, level: options.fdr, execution: $2) } }
}

struct GiStarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gi-star", abstract: "Waar liggen hoge of lage waarden bij elkaar? Gi*, weights B with the area itself.",
        discussion: """
            statistic: a z-score, so z is the same. p: two-sided, by conditional permutation. q: adjusted for all areas. quadrant: 1 hot spot, 3 cold
            spot. Areas without a result have null, and a state: missing, no_neighbours.
            """)
    @OptionGroup var options: LocalOptions
    func run() throws { try options.show { try $0.giStar($1, level: options.fdr, execution: $2) } }
}
