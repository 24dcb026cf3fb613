import Analysis
import ArgumentParser
import Core
import Measures

/// Options whose value the parser takes but the analysis cannot use: one line, like any other input.
enum Checked {
    static func range(_ value: Int, _ range: ClosedRange<Int>, option: String) throws(InputFailure) {
        guard !range.contains(value) else { return }
        let (low, high) = (range.lowerBound, range.upperBound)
        throw InputFailure(
            option, value: "\(value)", Localized(nl: "Kies een getal van \(low) tot en met \(high).", en: "Choose a number from \(low) to \(high)."))
    }

    static func share(_ value: Double, option: String) throws(InputFailure) {
        guard !(value > 0 && value < 1) else { return }
        throw InputFailure(option, value: "\(value)", Localized(nl: "Kies een getal tussen 0 en 1.", en: "Choose a number between 0 and 1."))
    }
}

enum ClassesMethod: String, ExpressibleByArgument, CaseIterable {
    case fisherJenks = "fisher-jenks"
    case quantiles, equal

    var method: Classification.Method {
        switch self {
        case .fisherJenks: .fisherJenks
        case .quantiles: .quantiles
        case .equal: .equalIntervals
        }
    }
}

struct ClassesAnalysisCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classes", abstract: "Klassen voor een kaart. Classes for a map.",
        discussion: "breaks: upper bound of each class, a value equal to it belongs to the class. ssw: sum of squares within. gvf: 1 - SSW/SST.")
    @Option(name: .long, help: "Table: CSV.") var values: String
    @Option(name: .long, help: "Column with the figure.") var column: String
    @Option(name: .long, help: "How.") var method: ClassesMethod = .fisherJenks
    @Option(name: .long, help: "How many; equal values stay together, so there can be fewer.") var classes: Int
    @OptionGroup var output: AnalysisOutput

    func run() throws {
        try output.show { _ in
            try Checked.range(classes, 1...Classification.mostClasses, option: "--classes")
            return try ValueTable(InputFile(path: values)).classes(of: column, method.method, count: classes)
        }
    }
}

struct SmoothCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "smooth", abstract: "Cijfers per inwoner van kleine gebieden steviger maken. Empirical Bayes (Marshall).",
        discussion: """
            a: variance of the true rates between areas. b: rate of all areas. weight: how much of smoothed comes from the area itself. With --weights the
            rates are drawn to that of an area and its neighbours; a and b stay those of all areas.
            """)
    @Option(name: .long, help: "Table: CSV.") var values: String
    @Option(name: .long, help: "Column that names the areas.") var id: String
    @Option(name: .long, help: "Column with counts.") var events: String
    @Option(name: .long, help: "Column with the population they are counted in; 0 means missing.") var population: String
    @Option(name: .long, help: "Neighbours: GAL.") var weights: String?
    @Flag(name: .long, help: "Go on with areas without neighbours.") var allowIslands = false
    @OptionGroup var output: AnalysisOutput

    func run() throws {
        try output.show { _ in
            let table = try ValueTable(InputFile(path: values)), links = try weights.map { try InputFile(path: $0) }
            return try table.smooth(id: id, events: events, population: population, weights: links, allowsIslands: allowIslands)
        }
    }
}

extension IntervalDocument.Kind: ExpressibleByArgument {}

struct IntervalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interval", abstract: "Hoe zeker is een cijfer? An interval for a proportion, count or rate.",
        discussion: "wilson: events of population. poisson (exact), byar (fast, from 10): a count, or with --population a rate.")
    @Option(name: .long, help: "Which.") var kind: IntervalDocument.Kind
    @Option(name: .long, help: "Count.") var events: Double
    @Option(name: .long, help: "Population the events are counted in.") var population: Double?
    @Option(name: .long, help: "Part of the cases in which the interval holds the true value.") var level: Double = 0.95
    @OptionGroup var output: AnalysisOutput

    func run() throws {
        try output.show { _ in Analysed(try IntervalDocument(kind, events: events, population: population, level: level)) }
    }
}
