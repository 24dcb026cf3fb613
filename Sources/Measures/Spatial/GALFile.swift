/// Why a GAL file cannot be read, and where.
package struct GALFailure: Error, Hashable {
    package enum Reason: Sendable, Hashable {
        /// There is nothing in the file.
        case empty
        /// The first line is neither `n` nor `0 n file key`.
        case header(String)
        /// A line that should name an area and its number of neighbours does not.
        case entry(String)
        /// Text where a whole number from 0 should be.
        case number(String)
        /// The name is not one of the areas.
        case unknownArea(String)
        /// The area has more than one entry.
        case repeatedArea(String)
        case selfNeighbour(String)
        case duplicateNeighbour(String)
        /// The line does not hold as many neighbours as was announced.
        case neighbourCount(announced: Int, found: Int)
        /// The file does not hold as many areas as it announces, or as there are.
        case areaCount(expected: Int, found: Int)
        /// There are too many links to work with.
        case tooManyLinks
    }

    /// From 1.
    package let line: Int
    package let reason: Reason
}

/// A list of neighbours as GeoDa, PySAL and R exchange it: for each area a line "name number" and a line with the names of its neighbours.
package struct GALFile: Sendable, Hashable {
    /// The name of each area, in the order of the weights.
    package let ids: [String]
    /// Binary links.
    package let weights: SpatialWeights

    /// - Returns: nil unless every area has a name of its own without white space
    package init?(ids: [String], weights: SpatialWeights) {
        guard ids.count == weights.count, Set(ids).count == ids.count else { return nil }
        guard ids.allSatisfy({ !$0.isEmpty && !$0.contains(where: \.isWhitespace) }) else { return nil }
        self.init(names: ids, weights: weights)
    }

    private init(names: [String], weights: SpatialWeights) {
        ids = names
        self.weights = weights
    }

    /// Reads a file with either header, `n` or `0 n file key`.
    ///
    /// - Parameter ids: the areas in the order that is wanted. Where the entries are not these, but the numbers from 0 to n − 1, they
    ///   are taken as places in this list. Nil: the areas of the file in its order.
    package static func read(_ bytes: some Sequence<UInt8>, ids: [String]? = nil) throws(GALFailure) -> GALFile {
        let entries = try GALEntries(bytes)
        let names = ids ?? entries.list.map(\.name)
        guard names.count == entries.list.count else {
            throw GALFailure(line: 1, reason: .areaCount(expected: names.count, found: entries.list.count))
        }
        let places = try places(of: entries.list, among: names)
        var rows = [[Int]?](repeating: nil, count: names.count)
        for entry in entries.list {
            guard let area = places[entry.name] else { throw GALFailure(line: entry.line, reason: .unknownArea(entry.name)) }
            guard rows[area] == nil else { throw GALFailure(line: entry.line, reason: .repeatedArea(entry.name)) }
            rows[area] = try neighbours(entry, area: area, places: places)
        }
        do {
            return GALFile(names: names, weights: try SpatialWeights(neighbours: rows.map { $0 ?? [] }))
        } catch {
            throw GALFailure(line: 1, reason: .tooManyLinks)
        }
    }

    /// Which area a name in the file means.
    private static func places(of entries: [GALEntries.Entry], among ids: [String]) throws(GALFailure) -> [String: Int] {
        var places: [String: Int] = [:]
        for (place, id) in ids.enumerated() {
            guard places.updateValue(place, forKey: id) == nil else {
                let line = entries.last { $0.name == id }?.line ?? 1
                throw GALFailure(line: line, reason: .repeatedArea(id))
            }
        }
        if entries.allSatisfy({ places[$0.name] != nil }) { return places }
        let numbers = Dictionary(uniqueKeysWithValues: ids.indices.map { (String($0), $0) })
        return entries.allSatisfy { numbers[$0.name] != nil } ? numbers : places
    }

    private static func neighbours(_ entry: GALEntries.Entry, area: Int, places: [String: Int]) throws(GALFailure) -> [Int] {
        var found = Set<Int>()
        for name in entry.neighbours {
            let line = entry.line + 1
            guard let neighbour = places[name] else { throw GALFailure(line: line, reason: .unknownArea(name)) }
            guard neighbour != area else { throw GALFailure(line: line, reason: .selfNeighbour(name)) }
            guard found.insert(neighbour).inserted else { throw GALFailure(line: line, reason: .duplicateNeighbour(name)) }
        }
        return Array(found)
    }

    /// The file as text, each line ended by a newline. Areas without neighbours have an empty line.
    ///
    /// - Parameter source: the shapes and the field that names them, for the long header; white space in it becomes an underscore
    package func text(source: (file: String, key: String)? = nil) -> String {
        func word(_ text: String) -> String { text.isEmpty ? "_" : String(text.map { $0.isWhitespace ? "_" : $0 }) }
        var lines = [source.map { "0 \(ids.count) \(word($0.file)) \(word($0.key))" } ?? "\(ids.count)"]
        for (area, id) in ids.enumerated() {
            let names = weights.neighbours(of: area).map { ids[Int($0)] }
            lines.append("\(id) \(names.count)")
            lines.append(names.joined(separator: " "))
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
