import Foundation

/// Published data sets of these tests.
enum RatesFixture {
    static func names(_ column: Int, of file: String) throws -> [String] {
        try String(contentsOf: Golden.folder!.appending(path: file), encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
            .map { String($0.split(separator: ",", omittingEmptySubsequences: false)[column]) }
    }
}

/// False where there is no value.
func isClose(_ one: Double?, _ other: Double?, _ tolerance: Double) -> Bool {
    guard let one, let other else { return false }
    return abs(one - other) <= tolerance
}
