import Foundation

/// A list of words as a minimal automaton, with how productive each word is in the compounds of the list.
///
/// Made once from a plain list (Debian's `wdutch`, OpenTaal) and read from a file of about 3 MB. Every edge is one number:
/// a byte of the word, whether it is the last of its node, whether a word ends after it, and where the next node begins.
package struct WordList: Sendable {
    static let magic: [UInt8] = Array("LKW1".utf8)

    let edges: [UInt32]
    /// Words that come before those of an edge, among the edges of its node.
    let skipped: [UInt32]
    let root: Int
    package let count: Int
    /// For word n: compounds that begin with it (2n) and that end in it (2n + 1), as 16 × log2(1 + compounds).
    var families: [UInt8]

    /// A list from the bytes of its file.
    package init(bytes: [UInt8]) throws(WordListError) {
        func number(at place: Int) -> Int {
            (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        guard bytes.count >= 16, Array(bytes[0..<4]) == Self.magic else { throw .notAWordList }
        let (edgeCount, root, count) = (number(at: 4), number(at: 8), number(at: 12))
        guard bytes.count == 16 + 8 * edgeCount + 2 * count, root < max(1, edgeCount) else { throw .damaged }
        edges = (0..<edgeCount).map { UInt32(truncatingIfNeeded: number(at: 16 + 4 * $0)) }
        skipped = (0..<edgeCount).map { UInt32(truncatingIfNeeded: number(at: 16 + 4 * (edgeCount + $0))) }
        guard edges.allSatisfy({ Int($0 >> 10) < edgeCount }), edges.last.map({ $0 & Edge.isLast != 0 }) ?? true else { throw .damaged }
        self.root = root
        self.count = count
        families = Array(bytes[(16 + 8 * edgeCount)...])
    }

    init(edges: [UInt32], skipped: [UInt32], root: Int, count: Int) {
        (self.edges, self.skipped, self.root, self.count) = (edges, skipped, root, count)
        families = Array(repeating: 0, count: 2 * count)
    }

    /// The list of a file that `bytes` of a list was written to.
    package init(file: URL) throws(WordListError) {
        guard let data = try? Data(contentsOf: file) else { throw .unreadable(file.lastPathComponent) }
        try self.init(bytes: Array(data))
    }

    /// What a file holds.
    package var bytes: [UInt8] {
        var bytes = Self.magic
        func append(_ number: UInt32) { for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt32(shift)))) } }
        for number in [UInt32(edges.count), UInt32(root), UInt32(count)] { append(number) }
        edges.forEach(append)
        skipped.forEach(append)
        return bytes + families
    }

    /// The number of a word in sorted order; nil where it is not in the list.
    func index(of word: ArraySlice<UInt8>) -> Int? {
        var walk = Walk(root: root)
        for byte in word where !walk.step(byte, in: self) { return nil }
        return walk.word
    }

    /// Whether the list has a word, in lower case.
    package func contains(_ word: String) -> Bool { index(of: Array(word.utf8)[...]) != nil }

    /// Words of the list that `bytes` begins with from `start` on: where they end, and their numbers.
    func prefixes(of bytes: [UInt8], from start: Int) -> [(end: Int, word: Int)] {
        var found: [(end: Int, word: Int)] = []
        var walk = Walk(root: root)
        for place in start..<bytes.count {
            guard walk.step(bytes[place], in: self) else { break }
            if let word = walk.word { found.append((place + 1, word)) }
        }
        return found
    }

    /// Logarithm of 1 + the compounds that begin with, or end in, a word.
    func family(_ word: Int, isRight: Bool) -> Double {
        let place = 2 * word + (isRight ? 1 : 0)
        return families.indices.contains(place) ? Double(families[place]) / 16 * 0.693147 : 0
    }
}

/// What a word list's file can be.
package enum WordListError: Error, Hashable {
    case unreadable(String)
    case notAWordList
    case damaged
}

enum Edge {
    static let isLast: UInt32 = 0x100
    static let isEnd: UInt32 = 0x200
}

/// A way through the automaton, a byte at a time.
private struct Walk {
    private var node: Int
    private var number = 0
    private var isEnd = false

    init(root: Int) { node = root }

    /// The number of the word that ends here.
    var word: Int? { isEnd ? number : nil }

    mutating func step(_ byte: UInt8, in list: WordList) -> Bool {
        if isEnd { number &+= 1 }
        guard node > 0 || (!isEnd && list.root == 0) else { return false }
        var edge = node
        while edge < list.edges.count {
            let value = list.edges[edge]
            if UInt8(truncatingIfNeeded: value) == byte {
                number &+= Int(list.skipped[edge])
                isEnd = value & Edge.isEnd != 0
                node = Int(value >> 10)
                return true
            }
            if value & Edge.isLast != 0 { break }
            edge += 1
        }
        return false
    }
}
