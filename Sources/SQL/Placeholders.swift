/// SQL text with the places of its `?`, as UTF-8 offsets.
struct Placeholders {
    let sql: String
    let marks: [Int]

    init(sql: String, marks: [Int]) {
        self.sql = sql
        self.marks = marks
    }

    /// Finds each `?` outside quotes and comments.
    init(_ sql: String) {
        var marks: [Int] = []
        let bytes = Array(sql.utf8)
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x3F: marks.append(index)
            case 0x27, 0x22:
                let quote = bytes[index]
                index += 1
                while index < bytes.count, bytes[index] != quote { index += 1 }
            case 0x2D where index + 1 < bytes.count && bytes[index + 1] == 0x2D:
                while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            default: break
            }
            index += 1
        }
        self.init(sql: sql, marks: marks)
    }

    /// The text as PostgreSQL wants it: `$1`, `$2`.
    var numbered: String {
        guard !marks.isEmpty else { return sql }
        let bytes = Array(sql.utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + 3 * marks.count)
        var start = 0
        for (number, mark) in marks.enumerated() {
            text += bytes[start..<mark]
            text += "$\(number + 1)".utf8
            start = mark + 1
        }
        text += bytes[start...]
        return String(decoding: text, as: UTF8.self)
    }
}
