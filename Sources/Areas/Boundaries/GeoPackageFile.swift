import Core
import Geo
import SQL

/// The polygon layer of a GeoPackage: a foreign SQLite file, opened read-only.
struct GeoPackageFile {
    private let file: SQLiteFile

    init(path: String) throws {
        self.file = try SQLiteFile.open(path: path)
    }

    /// Features of the layer that is named after the level (CBS puts `gemeenten`, `wijken` and `buurten` in one file), else of the first, in the order of
    /// the file.
    func features(of level: AreaLevel) throws -> [Feature] {
        let layers = try file.all("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns ORDER BY table_name") { row in
            Layer(table: try row.string(0), column: try row.string(1), system: try row.int(2))
        }
        guard let layer = layers.first(where: { $0.isNamed(after: level) }) ?? layers.first else { return [] }
        var features: [Feature] = []
        try file.each("SELECT * FROM \(identifier: layer.table)") { row in features.append(try layer.feature(row, index: features.count)) }
        return features
    }

    private struct Layer {
        let table: String
        let column: String
        let system: Int

        func isNamed(after level: AreaLevel) -> Bool {
            let names = [level.rawValue, level.rawValue + "n", level.rawValue + "en", level.rawValue + "s"]
            return table.lowercased().split { !$0.isLetter }.contains { names.contains(String($0)) }
        }

        func feature(_ row: Row, index: Int) throws -> Feature {
            let named: CoordinateSystem? = system == 28992 ? .rd : system == 4326 ? .wgs84 : nil
            var properties: [String: String] = [:]
            var geometry: MultiPolygon?
            for (place, name) in row.names.enumerated() {
                switch try row.value(place) {
                case .text(let text): properties[name] = text
                case .integer(let number): properties[name] = String(number)
                case .real(let number): properties[name] = String(number)
                case .bytes(let bytes): if name == column { geometry = try self.geometry(bytes, named, index) }
                case .null: continue
                }
            }
            return Feature(index: index, id: nil, properties: properties, geometry: geometry)
        }

        /// Each blob is read by itself, so the reader does not know which row it is.
        private func geometry(_ bytes: [UInt8], _ system: CoordinateSystem?, _ index: Int) throws(GeoError) -> MultiPolygon? {
            do throws(GeoError) {
                return try GeoPackage.geometry(bytes, system: system)
            } catch {
                throw GeoError(error.reason, feature: index, position: error.position)
            }
        }
    }
}
