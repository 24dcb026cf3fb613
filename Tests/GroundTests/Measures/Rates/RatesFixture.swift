import Foundation

@testable import Measures

/// Published data sets of these tests.
enum RatesFixture {
    struct Lists {
        let starts: [Int32]
        let neighbours: [Int32]

        init(_ lists: [[Int]]) {
            var starts: [Int32] = [0]
            for list in lists { starts.append((starts.last ?? 0) + Int32(list.count)) }
            self.starts = starts
            neighbours = lists.joined().map(Int32.init)
        }

        func of(_ index: Int) -> [Int] { neighbours[Int(starts[index])..<Int(starts[index + 1])].map(Int.init) }
    }

    /// A GAL file: the number of areas, then per area its index and number of neighbours, and a line of neighbours.
    static func neighbours(_ file: String) throws -> Lists {
        let text = try String(contentsOf: Golden.folder!.appending(path: file), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.split(separator: " ").compactMap { Int($0) } }
        var lists = [[Int]](repeating: [], count: lines[0][0])
        for row in 0..<lists.count { lists[lines[1 + 2 * row][0]] = lines[2 + 2 * row] }
        return Lists(lists)
    }

    /// Moran's I by its definition.
    static func moran(_ values: [Double], _ lists: Lists, isRowStandardised: Bool) -> Double {
        let mean = Moments.mean(values)
        let z = values.map { $0 - mean }
        var (sum, total) = (0.0, 0.0)
        for index in values.indices {
            let others = lists.of(index)
            let weight = isRowStandardised ? 1 / Double(max(1, others.count)) : 1
            for other in others {
                sum += weight * z[index] * z[other]
                total += weight
            }
        }
        return Double(values.count) / total * sum / z.reduce(0) { $0 + $1 * $1 }
    }

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
