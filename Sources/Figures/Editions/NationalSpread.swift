import Core

/// Which figure a spread belongs to.
package struct SpreadKey: Sendable, Hashable {
    package let edition: Int64
    package let indicator: String
    package let period: Period

    package init(edition: Int64, indicator: String, period: Period) {
        self.edition = edition
        self.indicator = indicator
        self.period = period
    }
}

/// All values of a level in the country without the areas they belong to: enough for a place among them.
///
/// Up to 2,000 different values are kept with their counts, exactly. Of more, 1,000 evenly spaced ones stand for all, so that a
/// share is right to a thousandth.
package struct NationalSpread: Sendable, Hashable {
    /// From low to high, one for every area that has the figure.
    package let values: [Double]
    /// Areas of the level without the figure.
    package let missing: Int

    private static let mostKept = 2000
    private static let sampled = 1000
    /// More than any level has: bytes that say so are not a spread.
    private static let mostAreas = 1_000_000

    /// - Parameter sorted: from low to high, without missing values
    package init(sorted: [Double], missing: Int) {
        self.values = sorted
        self.missing = missing
    }

    /// Counts of equal values as a packed column of values followed by one of counts, each with its length before it.
    package var bytes: [UInt8] {
        var kept: [Double] = [], counts: [Double] = []
        for value in values {
            if kept.last == value {
                counts[counts.count - 1] += 1
            } else {
                kept.append(value)
                counts.append(1)
            }
        }
        if kept.count > Self.mostKept {
            let count = values.count
            kept = (0..<Self.sampled).map { values[min(count - 1, ($0 * 2 + 1) * count / (2 * Self.sampled))] }
            counts = (0..<Self.sampled).map { Double(($0 + 1) * count / Self.sampled - $0 * count / Self.sampled) }
        }
        return Self.framed(PackedColumn(kept).bytes) + Self.framed(PackedColumn(counts).bytes)
    }

    /// Reads what ``bytes`` wrote; nil when they are not such bytes.
    package init?(bytes: [UInt8], missing: Int) {
        guard let (first, rest) = Self.unframed(bytes[...]), let (second, end) = Self.unframed(rest), end.isEmpty,
            let kept = PackedColumn(bytes: first), let counts = PackedColumn(bytes: second), kept.count == counts.count
        else { return nil }
        guard (0...Self.mostAreas).contains(missing) else { return nil }
        var values: [Double] = []
        for index in 0..<kept.count {
            guard let value = kept[index], let count = counts[index], count >= 1, count <= Double(Self.mostAreas - values.count) else { return nil }
            guard value >= values.last ?? value else { return nil }
            values.append(contentsOf: repeatElement(value, count: Int(count)))
        }
        self.values = values
        self.missing = missing
    }

    private static func framed(_ bytes: [UInt8]) -> [UInt8] {
        withUnsafeBytes(of: UInt32(bytes.count).littleEndian) { Array($0) } + bytes
    }

    private static func unframed(_ bytes: ArraySlice<UInt8>) -> ([UInt8], ArraySlice<UInt8>)? {
        guard bytes.count >= 4 else { return nil }
        let length = bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        let rest = bytes.dropFirst(4)
        guard rest.count >= length else { return nil }
        return (Array(rest.prefix(length)), rest.dropFirst(length))
    }
}
