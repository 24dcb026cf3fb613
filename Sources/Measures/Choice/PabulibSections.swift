/// The lines of the three sections, in fields.
struct PabulibSections {
    struct Line {
        /// From 1.
        let number: Int
        let fields: [String]
    }

    /// Each a key and a value, without their header.
    let meta: [Line]
    /// The first line of these names the columns.
    let projects: [Line]
    let votes: [Line]

    init(_ bytes: some Sequence<UInt8>) throws(PabulibFailure) {
        var sections: [String: [Line]] = [:], current: String?, number = 0
        var text = Array(bytes)
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        for raw in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let line = raw.last == 0x0D ? raw.dropLast() : raw
            guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
            // A value of META may hold semicolons.
            let fields = current == "META" && line.contains(UInt8(ascii: ";")) ? Self.pair(line) : Self.fields(line)
            if fields.count == 1, let name = fields.first, ["META", "PROJECTS", "VOTES"].contains(name.uppercased()) {
                current = name.uppercased()
                sections[name.uppercased()] = []
            } else if let current {
                sections[current, default: []].append(Line(number: number, fields: fields))
            }
        }
        for name in ["META", "PROJECTS", "VOTES"] where sections[name] == nil { throw PabulibFailure(line: max(1, number), reason: .section(name)) }
        let facts = sections["META"] ?? []
        // The header says nothing; a file may leave it out.
        meta = facts.first?.fields.first?.lowercased() == "key" ? Array(facts.dropFirst()) : facts
        projects = sections["PROJECTS"] ?? []
        votes = sections["VOTES"] ?? []
    }

    private static func pair(_ line: ArraySlice<UInt8>) -> [String] {
        line.split(separator: UInt8(ascii: ";"), maxSplits: 1, omittingEmptySubsequences: false).map { part in
            part.first == UInt8(ascii: "\"") ? fields(part).joined(separator: ";") : String(decoding: trimmed(part), as: UTF8.self)
        }
    }

    /// Separated by semicolons; one that begins with a quotation mark goes on to the next single one.
    private static func fields(_ line: ArraySlice<UInt8>) -> [String] {
        let quote = UInt8(ascii: "\""), end = UInt8(ascii: ";")
        guard line.contains(quote) else {
            return line.split(separator: end, omittingEmptySubsequences: false).map { String(decoding: trimmed($0), as: UTF8.self) }
        }
        var fields: [String] = [], field: [UInt8] = [], isQuoted = false, index = line.startIndex
        while index < line.endIndex {
            let byte = line[index], next = line.index(after: index)
            if isQuoted, byte == quote, next < line.endIndex, line[next] == quote {
                field.append(quote)
                index = next
            } else if isQuoted, byte == quote {
                isQuoted = false
            } else if byte == quote, field.isEmpty, line[next...].contains(quote) {
                isQuoted = true
            } else if byte == end, !isQuoted {
                fields.append(String(decoding: trimmed(field[...]), as: UTF8.self))
                field = []
            } else {
                field.append(byte)
            }
            index = line.index(after: index)
        }
        return fields + [String(decoding: trimmed(field[...]), as: UTF8.self)]
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = bytes.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.endIndex
        let end = bytes.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { bytes.index(after: $0) } ?? start
        return bytes[start..<max(start, end)]
    }

    /// The places of columns in a section.
    static func columns(_ lines: [Line], required: [String]) throws(PabulibFailure) -> [String: Int] {
        let names = lines.first?.fields.map { $0.lowercased() } ?? []
        for name in required where !names.contains(name) { throw PabulibFailure(line: lines.first?.number ?? 1, reason: .column(name)) }
        return Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    }
}

/// The projects of a file.
struct PabulibProjects {
    private(set) var projects: [ProjectElection.Project] = []
    private(set) var places: [String: Int] = [:]
    /// Votes as the file says them.
    private(set) var stated: [Int?] = []
    private(set) var published: [Int]?

    init(_ lines: [PabulibSections.Line], budget: Int) throws(PabulibFailure) {
        let columns = try PabulibSections.columns(lines, required: ["project_id", "cost"])
        let id = columns["project_id"] ?? 0, cost = columns["cost"] ?? 0
        if columns["selected"] != nil { published = [] }
        for line in lines.dropFirst() {
            guard line.fields.count > max(id, cost) else { throw PabulibFailure(line: line.number, reason: .fields) }
            func field(_ name: String) -> String? { columns[name].flatMap { $0 < line.fields.count ? line.fields[$0] : nil } }
            let key = line.fields[id]
            guard !key.isEmpty, places[key] == nil else { throw PabulibFailure(line: line.number, reason: .project(key)) }
            guard let price = PabulibFile.whole(line.fields[cost]), (0...budget).contains(price) else {
                throw PabulibFailure(line: line.number, reason: .cost(line.fields[cost]))
            }
            places[key] = projects.count
            // 1 is chosen; other numbers say that it was partly paid or put off.
            if field("selected") == "1" { published?.append(projects.count) }
            stated.append(field("votes").flatMap(PabulibFile.whole))
            projects.append(ProjectElection.Project(id: key, cost: price, name: field("name") ?? ""))
        }
    }
}

/// The ballots of a file.
struct PabulibVotes {
    private(set) var ballots: [[Int]] = []
    private(set) var voters: [String] = []
    private(set) var empty = 0

    init(_ lines: [PabulibSections.Line], _ places: [String: Int]) throws(PabulibFailure) {
        let columns = try PabulibSections.columns(lines, required: ["voter_id", "vote"])
        let id = columns["voter_id"] ?? 0, vote = columns["vote"] ?? 0
        for line in lines.dropFirst() {
            guard line.fields.count > id else { throw PabulibFailure(line: line.number, reason: .fields) }
            var ballot: Set<Int> = []
            for name in (vote < line.fields.count ? line.fields[vote] : "").split(separator: ",") {
                let key = name.trimmed
                guard let place = places[key] else { throw PabulibFailure(line: line.number, reason: .unknownProject(key)) }
                ballot.insert(place)
            }
            if ballot.isEmpty {
                empty += 1
            } else {
                ballots.append(ballot.sorted())
                voters.append(line.fields[id])
            }
        }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        let start = drop { $0 == " " }
        return String(start.prefix(upTo: start.lastIndex { $0 != " " }.map(start.index(after:)) ?? start.startIndex))
    }
}
