import Foundation

/// Makes the minimal automaton of a list of words (Daciuk, Mihov, Watson and Watson 2000, sorted input).
package struct WordListBuilder {
    private struct Arc: Hashable {
        var byte: UInt8
        var isEnd: Bool
        var target: UInt32
    }

    /// Edge 0 is not used, so that target 0 means: nothing follows.
    private var edges: [UInt32] = [Edge.isLast]
    private var skipped: [UInt32] = [0]
    private var known: [[Arc]: UInt32] = [:]
    /// Words below a node, by where it begins.
    private var below: [UInt32: UInt32] = [0: 0]
    /// The nodes of the last word that are not finished.
    private var open: [[Arc]] = [[]]
    private var last: [UInt8] = []
    private var count = 0

    /// A list of the words in a text, one a line. Only words of lower-case letters: names make bad parts of compounds.
    package static func list(from text: String) -> WordList {
        let words = text.split(whereSeparator: \.isNewline).map { $0.precomposedStringWithCanonicalMapping }.filter(isPlain)
        var builder = WordListBuilder()
        for word in words.map({ Array($0.utf8) }).sorted(by: { $0.lexicographicallyPrecedes($1) }) { builder.add(word) }
        var list = builder.finished()
        CompoundSplitter.countFamilies(of: words, in: &list)
        return list
    }

    private static func isPlain(_ word: String) -> Bool {
        word.count >= 2 && word.unicodeScalars.allSatisfy { $0.properties.isLowercase && $0.properties.isAlphabetic }
    }

    private mutating func add(_ word: [UInt8]) {
        guard word != last, !word.isEmpty else { return }
        var shared = 0
        while shared < min(word.count, last.count), word[shared] == last[shared] { shared += 1 }
        close(to: shared)
        for byte in word[shared...] {
            open[open.count - 1].append(Arc(byte: byte, isEnd: false, target: 0))
            open.append([])
        }
        open[open.count - 2][open[open.count - 2].count - 1].isEnd = true
        last = word
        count += 1
    }

    /// Finishes the open nodes deeper than `depth`: an equal node that is there already is used again.
    private mutating func close(to depth: Int) {
        while open.count > depth + 1 {
            let node = open.removeLast()
            open[open.count - 1][open[open.count - 1].count - 1].target = place(node)
        }
    }

    private mutating func place(_ arcs: [Arc]) -> UInt32 {
        guard !arcs.isEmpty else { return 0 }
        if let place = known[arcs] { return place }
        let place = UInt32(edges.count)
        var words: UInt32 = 0
        for (index, arc) in arcs.enumerated() {
            edges.append(UInt32(arc.byte) | (index == arcs.count - 1 ? Edge.isLast : 0) | (arc.isEnd ? Edge.isEnd : 0) | arc.target << 10)
            skipped.append(words)
            words += (arc.isEnd ? 1 : 0) + (below[arc.target] ?? 0)
        }
        known[arcs] = place
        below[place] = words
        return place
    }

    private mutating func finished() -> WordList {
        close(to: 0)
        let root = place(open[0])
        return WordList(edges: edges, skipped: skipped, root: Int(root), count: count)
    }
}
