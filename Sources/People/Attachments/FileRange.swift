/// Which bytes of a file were asked for (RFC 9110, 14).
enum FileRange: Sendable, Hashable {
    case whole
    case part(ClosedRange<Int>)
    /// None of them are there: 416.
    case outside

    /// More ranges than one, and what cannot be read, give the whole file, as the standard allows.
    ///
    /// - Parameters:
    ///   - header: `Range`; nil where nothing was asked
    ///   - size: bytes of the file
    init(header: String?, size: Int) {
        guard let header, header.utf8.count < 100, header.hasPrefix("bytes="), !header.contains(",") else {
            self = .whole
            return
        }
        let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } && $0.count <= 15 }) else {
            self = .whole
            return
        }
        switch (Int(ends[0]), Int(ends[1])) {
        case (let first?, let last) where last == nil || first <= last ?? 0:
            self = first < size ? .part(first...min(last ?? size - 1, size - 1)) : .outside
        case (nil, let count?): self = count > 0 && size > 0 ? .part(max(0, size - count)...size - 1) : .outside
        default: self = .whole
        }
    }
}
