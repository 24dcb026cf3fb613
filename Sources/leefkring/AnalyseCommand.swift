import Analysis
import ArgumentParser
import Core
import Foundation
import Measures
import Site

struct AnalyseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyse", abstract: "Reken met eigen tabellen: toevalskans, clusters, rangorde, effect. Analyse tables of your own.",
        discussion: """
            Tables are CSV with one line of column names, separated by commas or semicolons, in UTF-8. Between semicolons a number may have a decimal
            comma. An empty cell, NA, NaN and . mean that a value is missing: such areas take no part, and that is said.
            Weights are GAL files with either header (n, or 0 n file key), with the ids of the table or its row numbers from 0.
            Input that cannot be used gives one line with file, row (the header is row 1) and column, and exit code 2.
            The same input and seed give the same output on any number of cores.
            """,
        subcommands: [
            MoranCommand.self, GearyCommand.self, GetisGCommand.self, LocalMoranCommand.self, GiStarCommand.self, ClassesAnalysisCommand.self,
            SmoothCommand.self, IntervalCommand.self, StackingCommand.self, RankingCommand.self, IndexCommand.self, FunnelCommand.self, ChangeCommand.self,
            NearestCommand.self, EffectCommand.self, WeightsCommand.self, OpinionGroupsCommand.self,
            EqualSharesCommand.self,
        ])
}

/// How an analysis shows what it found, and what was wrong.
struct AnalysisOutput: ParsableArguments {
    @Flag(name: .long, help: "As JSON: fixed keys, all digits, null for what is not known.") var json = false

    func show<Document: Encodable & Tabular>(_ work: (Execution) throws -> Analysed<Document>) throws {
        Memory.givesBackAtOnce()
        let terminal = AnalysisTerminal()
        try terminal.reporting {
            let result = try work(terminal.execution)
            terminal.finish()
            for note in result.notes { terminal.tell(note) }
            if json { try printJSON(result.document) } else { print(result.document.table.text) }
        }
    }
}

/// The terminal of an analyst: a bar for work that takes long, lines in the language of the terminal.
struct AnalysisTerminal {
    private let bar: TerminalProgress
    private let language: Language

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        language = locale.hasPrefix("nl") ? .nl : .en
        bar = TerminalProgress(language: language)
    }

    /// All cores. The bar comes after half a second, and only on a terminal.
    var execution: Execution { Execution(cores: ProcessInfo.processInfo.activeProcessorCount, report: report) }

    /// Told the part that is done, 0 to 1.
    private var report: @Sendable (Double) -> Void {
        guard isatty(STDERR_FILENO) == 1 else { return { _ in } }
        let start = ContinuousClock.now
        let progress = bar.progress
        return { part in
            guard ContinuousClock.now - start > .milliseconds(500) else { return }
            progress(Localized(nl: "Rekenen", en: "Computing"), Int(part * 1000), of: 1000)
        }
    }

    /// The same for work that counts areas.
    var counter: @Sendable (Int, Int) -> Void {
        let report = report
        return { done, total in report(Double(done) / Double(max(1, total))) }
    }

    func finish() { bar.finish() }

    func tell(_ note: Diagnostic) { warn(note.line(in: language)) }

    /// Ends with the right exit code when the input cannot be used.
    func reporting(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch let failure as InputFailure {
            finish()
            warn(failure.line(in: language))
            throw Ending.refused
        }
    }
}
