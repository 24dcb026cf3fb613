import Foundation

/// Published numbers and data sets beside the checkout: `../shared/golden`, or beside the folder that LEEFKRING_DATA names.
enum Golden {
    static let folder: URL? = {
        let checkout = (0..<4).reduce(URL(filePath: #filePath)) { path, _ in path.deletingLastPathComponent() }
        var places = [checkout.deletingLastPathComponent().appending(path: "shared/golden")]
        if let data = ProcessInfo.processInfo.environment["LEEFKRING_DATA"] {
            places.insert(URL(filePath: data).deletingLastPathComponent().appending(path: "golden"), at: 0)
        }
        return places.first { FileManager.default.fileExists(atPath: $0.appending(path: "statistics_golden.json").path) }
    }()

    static var isPresent: Bool { folder != nil }

    static func json(_ file: String) throws -> [String: Any] {
        let data = try Data(contentsOf: folder!.appending(path: file))
        return try JSONSerialization.jsonObject(with: data) as! [String: Any]
    }

    /// One column of numbers from a CSV with a header line and no quoted commas.
    static func column(_ name: String, of file: String) throws -> [Double] {
        let lines = try String(contentsOf: folder!.appending(path: file), encoding: .utf8).split(whereSeparator: \.isNewline)
        let column = lines[0].split(separator: ",").firstIndex { $0 == name }!
        return lines.dropFirst().map { Double($0.split(separator: ",", omittingEmptySubsequences: false)[column])! }
    }
}

/// Input that no figure should have, and that must do no harm.
let oddValues: [[Double]] = [
    [], [.nan], [.infinity, -.infinity, .nan], [0], [-0.0, 0.0], [5, 5, 5, 5], [.nan, 3], [1e308, -1e308, 0], [1.7e308, 1.7e308, -1.7e308],
    [.leastNonzeroMagnitude, 3 * .leastNonzeroMagnitude, 0], [1e-200, 2e-200, 9e-200], [1e10, 1, 2, 3, -1e10], [.greatestFiniteMagnitude],
    [-.greatestFiniteMagnitude, .greatestFiniteMagnitude],
]

func isClose(_ one: Double, _ other: Double, _ tolerance: Double) -> Bool { abs(one - other) <= tolerance }

func isClose(_ one: ClosedRange<Double>?, _ lower: Double, _ upper: Double, _ tolerance: Double) -> Bool {
    guard let one else { return false }
    return isClose(one.lowerBound, lower, tolerance) && isClose(one.upperBound, upper, tolerance)
}
