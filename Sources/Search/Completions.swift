import Dutch

/// Titles and names of labels, found by what one of their words begins with, and the words after it.
struct Completions: Sendable {
    enum Owner: Sendable {
        case document(Int)
        /// Number of the label and its name.
        case label(Int, name: Int)
    }

    /// A place in the texts where a word begins.
    private struct Row {
        let text: UInt32
        let place: UInt32
        /// The first eight bytes from there, for quick comparison.
        let key: UInt64
    }

    private(set) var owners: [Owner] = []
    /// Labels that differ in key or names, with the documents that have them.
    private(set) var labels: [(key: String, names: [String], documents: [UInt32])] = []
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var rows: [Row] = []

    init(entries: [StoredEntry]) {
        var numbers: [SearchLabel: Int] = [:]
        for (document, entry) in entries.enumerated() {
            add(entry.title, owner: .document(document))
            for label in entry.labels {
                if let number = numbers[label] {
                    labels[number].documents.append(UInt32(document))
                    continue
                }
                numbers[label] = labels.count
                for (place, name) in label.names.enumerated() { add(name.text, owner: .label(labels.count, name: place)) }
                labels.append((label.key, label.names.map(\.text), [UInt32(document)]))
            }
        }
        rows = bytes.withUnsafeBufferPointer { bytes in
            rows.sorted { left, right in
                if left.key != right.key { return left.key < right.key }
                let one = bytes[Int(left.place)..<Int(ends[Int(left.text)])]
                let other = bytes[Int(right.place)..<Int(ends[Int(right.text)])]
                if one.elementsEqual(other) { return left.text < right.text }
                return one.lexicographicallyPrecedes(other)
            }
        }
    }

    var memory: Int {
        bytes.count + 4 * ends.count + rows.count * MemoryLayout<Row>.stride + owners.count * MemoryLayout<Owner>.stride
            + labels.reduce(0) { $0 + 4 * $1.documents.count }
    }

    private mutating func add(_ text: String, owner: Owner) {
        let plain = Self.plain(text)
        guard !plain.isEmpty else { return }
        let number = UInt32(owners.count)
        owners.append(owner)
        let start = bytes.count
        bytes += plain
        ends.append(UInt32(bytes.count))
        for place in start..<bytes.count where place == start || bytes[place - 1] == 0x20 {
            rows.append(Row(text: number, place: UInt32(place), key: key(at: place)))
        }
    }

    private func key(at place: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 << 8 | UInt64(place + $1 < bytes.count ? bytes[place + $1] : 0) }
    }

    /// Words in lower case without accents, a space between.
    static func plain(_ text: String) -> [UInt8] {
        Array(Tokenizer.folded(Tokenizer().words(of: text).joined(separator: " ")).utf8)
    }

    /// Texts with a word from which on they begin with `prefix`: their owners, whether it is the first word, and their length.
    func matches(_ prefix: [UInt8], _ body: (_ owner: Owner, _ isStart: Bool, _ length: Int) -> Void) {
        guard !prefix.isEmpty else { return }
        let first = rows.indices.firstPlace { !rest($0).lexicographicallyPrecedes(prefix) }
        for row in rows[first...] {
            guard rest(row).starts(with: prefix) else { return }
            let text = Int(row.text)
            let start = text == 0 ? 0 : Int(ends[text - 1])
            body(owners[text], Int(row.place) == start, Int(ends[text]) - start)
        }
    }

    private func rest(_ row: Int) -> ArraySlice<UInt8> { rest(rows[row]) }

    private func rest(_ row: Row) -> ArraySlice<UInt8> { bytes[Int(row.place)..<Int(ends[Int(row.text)])] }
}
