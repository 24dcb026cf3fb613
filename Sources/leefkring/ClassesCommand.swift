import ArgumentParser
import Core
import Foundation
import Measures

struct Classes: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Deel getallen in klassen in (Fisher–Jenks, exact). Divide numbers into classes.")

    @Option(name: .long, help: "File with one number a line; an empty line or nan is a missing value.") var values: String
    @Option(name: .long, help: "Number of classes.") var classes: Int = 5
    @Option(name: .long, help: "Do it so many times, for measuring.") var `repeat`: Int = 1
    @Flag(name: .long, help: "As JSON.") var json = false

    private struct Result: Encodable {
        let used: Int
        let missing: Int
        let upperBounds: [Double]
        let counts: [Int]
        let ssw: Double
        let gvf: Double
        let seconds: [Double]
        let cpuSeconds: [Double]
    }

    func run() throws {
        guard classes >= 1 && classes <= Classification.mostClasses else { throw ValidationError("--classes: 1 to \(Classification.mostClasses)") }
        let numbers = try numbers()
        var seconds: [Double] = [], cpu: [Double] = []
        var found = Classification.fisherJenks(Distribution(numbers), classes: classes)
        for _ in 0..<max(1, `repeat`) {
            let start = ContinuousClock.now, used = Self.processorTime()
            found = Classification.fisherJenks(Distribution(numbers), classes: classes)
            cpu.append(Self.processorTime() - used)
            seconds.append((ContinuousClock.now - start) / .seconds(1))
        }
        let result = Result(
            used: found.used, missing: found.missing, upperBounds: found.upperBounds, counts: found.counts, ssw: found.squaresWithin, gvf: found.fit,
            seconds: seconds, cpuSeconds: cpu)
        if json { return try printJSON(result) }
        for range in found.ranges { print("\(range.lower)\t\(range.upper)\t\(range.count)") }
    }

    private func numbers() throws -> [Double] {
        guard let data = FileManager.default.contents(atPath: values) else { throw ValidationError("\(values): cannot be read") }
        return try String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            let text = line.filter { !$0.isWhitespace }
            if text.isEmpty || text.lowercased() == "nan" { return .nan }
            guard let number = Double(text) else { throw ValidationError("\(values), line \(index + 1): \(text.prefix(40)) is not a number") }
            return number
        }
    }

    /// Seconds; POSIX counts them in millionths.
    private static func processorTime() -> Double { Double(clock()) / 1_000_000 }
}
