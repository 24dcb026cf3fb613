import Analysis
import ArgumentParser
import Core
import Foundation
import Measures

extension EqualShares.Utility: ExpressibleByArgument {}
extension EqualShares.Completion: ExpressibleByArgument {}

struct EqualSharesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "equal-shares", abstract: "Welke projecten kiest een buurtbudget? The method of equal shares.",
        discussion: """
            An election as pabulib.org exchanges it (.pb) with approvals. Counted exactly, as with fractions of any size.
            selected: ids in the order in which they were bought, then those that were filled in. payments: what one supporter of a project paid at most.
            t: currency units that each voter got on top of their part of the budget. effective_votes: cost over payment. missed: what supporters had left,
            and what was missing. With --comparison, taken says which outcome selected is. Ties go to the cheaper project, then to the one
            with more supporters, then to the first in the file.
            """)
    @Argument(help: "Election: a .pb file.") var election: String
    @Option(name: .long, help: "What is done with money that is left: add1, add1-exhaustive (stops when nothing more fits) or none.")
    var completion: EqualShares.Completion = .addOne
    @Option(name: .long, help: "What a project is worth to who approves it.") var utility: EqualShares.Utility = .cost
    @Flag(name: .long, help: "Add what still fits, most votes first. Not done unless asked for.") var fill = false
    @Flag(name: .long, help: "Take the outcome by votes where more voters prefer it.") var comparison = false
    @Option(name: .long, help: "Also write the election with what was chosen to this file (.pb); voters become numbers.") var export: String?
    @Option(name: .long, help: ArgumentHelp("Count it so often again and tell the seconds of each time.", visibility: .hidden)) var `repeat`: Int = 0
    @OptionGroup var output: AnalysisOutput

    func run() throws {
        try output.show { execution in
            let file = try InputFile(path: election), rule = EqualShares(utility: utility, completion: completion, fills: fill, compares: comparison)
            if `repeat` > 0 {
                let seconds = try (0..<min(`repeat`, 1000)).map { _ in
                    let start = ContinuousClock.now
                    _ = try file.equalShares(rule, execution)
                    return (ContinuousClock.now - start) / .seconds(1)
                }
                warn(String(decoding: try JSONEncoder().encode(["seconds": seconds]), as: UTF8.self))
            }
            let counted = try file.equalShares(rule, execution)
            if let export { try Data(counted.file.utf8).write(to: URL(filePath: export), options: .atomic) }
            return counted.document
        }
    }
}
