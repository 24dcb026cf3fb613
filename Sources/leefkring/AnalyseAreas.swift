import Analysis
import ArgumentParser
import Core
import Measures

struct RankingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ranking", abstract: "Tussen welke plaatsen staat een gebied? Rank ranges.",
        discussion: """
            rank_low: 1 and the areas that surely stand higher. rank_high: the number of areas less those that surely stand lower; 1 is the highest value.
            Margins that overlap leave the order open. lower, upper: what the places were worked out from. among_low, among_high: the places of areas with
            a margin among those of the other table; its values without a margin are exact.
            """)
    @Option(name: .long, help: "Table: CSV.") var values: String
    @Option(name: .long, help: "Column that names the areas.") var id: String
    @Option(name: .long, help: "Column with the figure.") var column: String
    @Option(name: .long, help: "Column with the lower end of the margin; where empty, see --step.") var lower: String?
    @Option(name: .long, help: "Column with the upper end.") var upper: String?
    @Option(name: .long, help: "Step of the last digit: values without a margin that are written alike share their places. Without: they are exact.")
    var step: Double?
    @Option(name: .long, help: "Table with the same columns, such as of the whole country: CSV.") var among: String?
    @OptionGroup var output: AnalysisOutput

    func run() throws {
        try output.show { _ in
            let margins = try MarginColumns(lower, upper, options: ("--lower", "--upper"))
            let table = try ValueTable(InputFile(path: values)), other = try among.map { try ValueTable(InputFile(path: $0)) }
            return try table.ranking(id: id, column: column, margins: margins, step: step, among: other)
        }
    }
}

enum FunnelKind: String, ExpressibleByArgument, CaseIterable {
    case proportion, rate

    var kind: FunnelPlot.Kind { self == .proportion ? .proportion : .rate }
}

enum FunnelCorrection: String, ExpressibleByArgument, CaseIterable {
    case multiplicative, additive, none

    var correction: FunnelPlot.Correction {
        switch self {
        case .multiplicative: .multiplicative
        case .additive: .additive
        case .none: .none
        }
    }
}

struct FunnelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "funnel", abstract: "Welke verschillen zijn groter dan toeval? Funnel limits with overdispersion.",
        discussion: """
            proportion: normal limits. rate: exact Poisson limits. phi: mean of the squared z-scores with their outer tenths moved in; 1 where only chance
            is at work. multiplicative: limits are the root of phi times as wide. additive: tau2, the variance between areas, is added to that of chance.
            status: far_above and far_below lie beyond 99.8 %, above and below beyond 95 %; missing: no count or population.
            """)
    @Option(name: .long, help: "Table: CSV.") var values: String
    @Option(name: .long, help: "Column that names the areas.") var id: String
    @Option(name: .long, help: "Column with counts.") var events: String
    @Option(name: .long, help: "Column with the population they are counted in; 0 means missing.") var population: String
    @Option(name: .long, help: "Part of a whole, or events that may come more than once.") var kind: FunnelKind
    @Option(name: .long, help: "What is done about areas that differ more than chance explains.") var correction: FunnelCorrection = .multiplicative
    @Option(name: .long, help: "Target in the unit of the output. Without: the rate of all areas together.") var target: Double?
    @Option(name: .long, help: "Give figures per so many of the population.") var per: Double = 1
    @OptionGroup var output: AnalysisOutput

    func run() throws {
        try output.show { _ in
            let choices = FunnelChoices(kind: kind.kind, correction: correction.correction, target: target, per: per)
            return try ValueTable(InputFile(path: values)).funnel(id: id, events: events, population: population, choices)
        }
    }
}

extension PeriodChange.Basis: ExpressibleByArgument {}

struct ChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Wat is er veranderd, en kun je dat zeggen? Differences between two periods.",
        discussion: """
            basis: what the margins allow for. chance: limits of 95 %, taken together by squares (Newcombe). published: margins of one model or survey.
            rounding: the difference lies within its interval for certain, there is no p. none: nothing can be said. finding: up or down is clear of 0 also
            among all areas together (Benjamini-Hochberg, 5 %); up_alone, down_alone only for the area itself. family: areas in that correction. expected:
            the change to expect from regression to the mean alone, with rho, the correlation between the periods.
            """)
    @Option(name: .long, help: "Table: CSV.") var values: String
    @Option(name: .long, help: "Column that names the areas.") var id: String
    @Option(name: .long, help: "Column with the figure in the first period.") var before: String
    @Option(name: .long, help: "Column with the figure in the second period.") var after: String
    @Option(name: .long, help: "Column with the lower end of the first margin.") var beforeLower: String?
    @Option(name: .long, help: "Column with its upper end.") var beforeUpper: String?
    @Option(name: .long, help: "Column with the lower end of the second margin.") var afterLower: String?
    @Option(name: .long, help: "Column with its upper end.") var afterUpper: String?
    @Option(name: .long, help: "What the margins allow for.") var basis: PeriodChange.Basis = .chance
    @Option(name: .long, help: "Column that says it row by row, instead of --basis.") var basisColumn: String?
    @OptionGroup var output: AnalysisOutput

    func run() throws {
        try output.show { _ in
            let columns = ChangeColumns(
                before: before, after: after, beforeMargins: try MarginColumns(beforeLower, beforeUpper, options: ("--before-lower", "--before-upper")),
                afterMargins: try MarginColumns(afterLower, afterUpper, options: ("--after-lower", "--after-upper")),
                basis: basisColumn.map { .column($0) } ?? .all(basis))
            return try ValueTable(InputFile(path: values)).change(id: id, columns)
        }
    }
}
