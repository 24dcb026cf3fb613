import Foundation

/// A file of the open data as a plain reader sees it, with the crosswalk of its mapping: read apart from the importer, so that one can be held against the other.
struct SourceFile: Sendable {
    struct Column: Sendable {
        let position: Int
        let indicator: String
        let period: String
    }

    let id: String
    let boundaryYear: Int
    let columns: [Column]
    /// Cells by area code.
    let rows: [String: [String]]

    struct Unreadable: Error { let path: String }

    /// - Parameters:
    ///   - codes: names the column with the area code may have
    init(_ path: String, mapping mappingPath: String) throws {
        guard let data = FileManager.default.contents(atPath: path), let words = FileManager.default.contents(atPath: mappingPath),
            let mapping = try JSONSerialization.jsonObject(with: words) as? [String: Any], let id = mapping["id"] as? String,
            let year = mapping["boundaryYear"] as? Int, let code = (mapping["code"] as? [String: Any])?["columns"] as? [String],
            let crosswalk = mapping["columns"] as? [[String: Any]]
        else { throw Unreadable(path: path) }
        var lines = SourceFile.cells(data)
        let header = lines.removeFirst()
        guard let key = header.firstIndex(where: code.contains) else { throw Unreadable(path: path) }
        let fixed = mapping["period"] as? String
        let periodColumn = ((mapping["period"] as? [String: Any])?["column"] as? String).flatMap { header.firstIndex(of: $0) }
        let period = fixed ?? periodColumn.flatMap { lines.first?[$0] }.map { String($0.prefix(4)) }
        self.id = id
        self.boundaryYear = year
        self.columns = crosswalk.compactMap { item in
            let name = item["column"] as? String ?? (item["column"] as? [String: Any])?["name"] as? String
            guard let name, let indicator = item["indicator"] as? String,
                let position = header.firstIndex(where: { SourceFile.plain($0) == name || $0 == name }),
                let period = item["period"] as? String ?? period
            else { return nil }
            return Column(position: position, indicator: indicator, period: period)
        }
        self.rows = Dictionary(lines.map { ($0[key].trimmingCharacters(in: .whitespaces), $0) }) { first, _ in first }
    }

    /// `AantalInwoners_5` is `AantalInwoners`: the number shifts from year to year.
    private static func plain(_ header: String) -> String { header.replacing(/_[0-9]+$/, with: "") }

    /// Lines of cells: no cell of these files holds a line end, and quotation marks stand around a whole cell.
    private static func cells(_ data: Data) -> [[String]] {
        data.split { $0 == 0x0A || $0 == 0x0D }.map { line in
            var cells: [String] = [], cell: [UInt8] = [], isQuoted = false
            for byte in line where !(byte == 0xEF || byte == 0xBB || byte == 0xBF) || !cells.isEmpty {
                switch byte {
                case 0x22: isQuoted.toggle()
                case 0x2C where !isQuoted:
                    cells.append(String(decoding: cell, as: UTF8.self))
                    cell.removeAll(keepingCapacity: true)
                default: cell.append(byte)
                }
            }
            return cells + [String(decoding: cell, as: UTF8.self)]
        }
    }
}

/// Where the open data and the mappings are.
enum SourceData {
    /// `LEEFKRING_DATA`, else `../shared/data` beside the checkout; nil where it is absent.
    static let folder: String? = {
        let places = [ProcessInfo.processInfo.environment["LEEFKRING_DATA"], root + "/../shared/data", root + "/../../shared/data"]
        return places.compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0 + "/kerncijfers") }
    }()

    static var isPresent: Bool { folder != nil }

    /// The checkout.
    static let root: String = {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder.path
    }()

    static var mappings: String { root + "/mappings" }
}
