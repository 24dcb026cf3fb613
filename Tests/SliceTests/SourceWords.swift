import Dutch
import Foundation
import Testing

/// The Dutch texts in the sources of a part, each measured; what is not B1 is an issue of the test (WYK-06).
enum SourceWords {
    /// - Parameters:
    ///   - folder: below `Sources`, without the folders in it
    ///   - left: files whose texts are not ours to choose
    /// - Returns: how many texts there are
    static func measure(_ folder: String, leavingOut left: Set<String> = [], sourceLocation: SourceLocation = #_sourceLocation) throws -> Int {
        let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/\(folder)").standardized
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() where name.hasSuffix(".swift") && !left.contains(name) {
            for text in DutchLiterals(try String(contentsOf: place.appending(path: name), encoding: .utf8)).texts {
                count += 1
                let measured = Readability(text)
                guard !measured.isB1 else { continue }
                Issue.record(
                    "\(name): \(measured.beyond.map { "\($0)" }): \(measured.hints.map { "\($0.kind) \($0.text)" }): \(text)", sourceLocation: sourceLocation)
            }
        }
        return count
    }
}
