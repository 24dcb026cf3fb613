import Analysis
import ArgumentParser
import Core
import Foundation
import Geo
import Site

extension EffectMethod: ExpressibleByArgument {}

struct EffectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "effect", abstract: "Wat deed een proef? The effect of a pilot.",
        discussion: """
            The panel has one row for each unit and time. Times are numbers or periods (2024, 2024-05, 2024KW02). A unit to compare with that lacks a
            figure is left out, and that is said. weights: of the units compared with. pre_rmspe: distance before the start; for did and sdid around its
            mean. placebo: place of the pilot when other units are put in its place (did: by the size of the effect over all choices of as many units;
            synthetic-control: by the error after against before; sdid: by the size of the effect). Three methods, three answers: show all.
            """)
    @Option(name: .long, help: "Panel: CSV.") var panel: String
    @Option(name: .long, help: "Column that names the units.") var unit: String
    @Option(name: .long, help: "Column with the time.") var time: String
    @Option(name: .long, help: "Column with the outcome.") var outcome: String
    @Option(name: .long, help: "Units with the pilot: ID or ID,ID.") var treated: String
    @Option(name: .long, help: "First time with the pilot.") var from: String
    @Option(name: .long, help: "How.") var method: EffectMethod
    @OptionGroup var output: AnalysisOutput

    func run() throws {
        try output.show { execution in
            let table = try ValueTable(InputFile(path: panel))
            // A name may have a comma itself.
            let names = try table.texts(unit).contains(treated) ? [treated] : treated.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            return try PanelTable(table, unit: unit, time: time, outcome: outcome, treated: names, from: from)
                .effect(method, source: panel, execution: execution)
        }
    }
}

extension ContiguityKind: ExpressibleByArgument {}

struct WeightsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weights", abstract: "Wie zijn buren van wie? Makes a GAL file from shapes.",
        discussion: "The GeoJSON is in WGS 84 or RD and lies in the Netherlands. Areas without neighbours are named on standard error.")
    @Option(name: .long, help: "Shapes: GeoJSON.") var areas: String
    @Option(name: .long, help: "Property that names the areas, or id.") var id: String
    @Option(name: .long, help: "queen: a border or a point in common. rook: a border of some length.") var rule: ContiguityKind
    @Option(name: .long, help: "File to write: GAL.") var out: String
    @Option(name: .long, help: "Metres between outlines that count as one border; 10 for shapes that were simplified one by one.") var snap: Double = 0.1

    func run() throws {
        let terminal = AnalysisTerminal()
        try terminal.reporting {
            guard (0...1000).contains(snap) else {
                throw InputFailure("--snap", value: "\(snap)", Localized(nl: "Kies een getal van 0 tot en met 1000.", en: "Choose a number from 0 to 1000."))
            }
            let progress = terminal.counter
            let file = try ContiguityFile(InputFile(path: areas), id: id, rule: rule, snap: snap, progress: progress)
            terminal.finish()
            guard FileManager.default.createFile(atPath: out, contents: Data(file.text.utf8)) else {
                throw InputFailure(out, Localized(nl: "Dit bestand is niet te schrijven.", en: "This file cannot be written."))
            }
            for note in file.notes { terminal.tell(note) }
            print("\(out): \(file.areas) areas, \(file.links) links")
        }
    }
}
