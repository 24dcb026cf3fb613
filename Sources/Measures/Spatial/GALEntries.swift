/// The entries of a GAL file as they stand there, before names become areas.
struct GALEntries {
    struct Entry {
        let name: String
        /// Line of the entry, from 1; its neighbours are on the next.
        let line: Int
        let neighbours: [String]
    }

    private(set) var list: [Entry] = []

    init(_ bytes: some Sequence<UInt8>) throws(GALFailure) {
        let lines = Self.lines(Array(bytes))
        guard let first = lines.firstIndex(where: { !$0.isEmpty }) else { throw GALFailure(line: 1, reason: .empty) }
        let announced = try Self.header(lines[first], line: first + 1)
        var place = first + 1
        while place < lines.count {
            // An area without neighbours has an empty line or none at all.
            if lines[place].isEmpty {
                place += 1
                continue
            }
            let (name, count) = try Self.entry(lines[place], line: place + 1)
            let neighbours = count > 0 && place + 1 < lines.count ? lines[place + 1] : []
            guard neighbours.count == count else {
                let reason = GALFailure.Reason.neighbourCount(announced: count, found: neighbours.count)
                throw GALFailure(line: min(place + 2, lines.count), reason: reason)
            }
            list.append(Entry(name: name, line: place + 1, neighbours: neighbours))
            place += count > 0 ? 2 : 1
        }
        guard list.count == announced else { throw GALFailure(line: first + 1, reason: .areaCount(expected: announced, found: list.count)) }
    }

    private static func header(_ words: [String], line: Int) throws(GALFailure) -> Int {
        let isLong = words.count >= 2 && words[0] == "0"
        guard isLong || words.count == 1 else { throw GALFailure(line: line, reason: .header(words.joined(separator: " "))) }
        return try number(words[isLong ? 1 : 0], line: line)
    }

    private static func entry(_ words: [String], line: Int) throws(GALFailure) -> (name: String, count: Int) {
        guard words.count == 2 else { throw GALFailure(line: line, reason: .entry(words.joined(separator: " "))) }
        return (words[0], try number(words[1], line: line))
    }

    private static func number(_ word: String, line: Int) throws(GALFailure) -> Int {
        guard let number = Int(word), number >= 0 else { throw GALFailure(line: line, reason: .number(word)) }
        return number
    }

    /// The words of every line. Lines end as in Unix, Windows or old Macintosh files; a byte order mark is left out.
    private static func lines(_ bytes: [UInt8]) -> [[String]] {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        let end = text.contains(UInt8(ascii: "\n")) ? UInt8(ascii: "\n") : UInt8(ascii: "\r")
        return text.split(separator: end, omittingEmptySubsequences: false).map { line in
            line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }.map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
