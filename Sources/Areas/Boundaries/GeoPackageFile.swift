import Geo
import SQL

/// The polygon layer of a GeoPackage: a foreign SQLite file, opened read-only.
struct GeoPackageFile {
    private let file: SQLiteFile

    init(path: String) throws {
        self.file = try SQLiteFile.open(path: path)
    }

    /// Features of the first layer that holds features, in the order of the file.
    func features() throws -> [Feature] {
        let layers = try file.all("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns ORDER BY table_name") { row in
            (table: try row.string(0), column: try row.string(1), system: try row.int(2))
        }
        guard let layer = layers.first else { return [] }
        let system: CoordinateSystem? = layer.system == 28992 ? .rd : layer.system == 4326 ? .wgs84 : nil
        var features: [Feature] = []
        _ = try file.all("SELECT * FROM \(identifier: layer.table)") { row in
            var properties: [String: String] = [:]
            var geometry: MultiPolygon?
            for (index, name) in row.names.enumerated() {
                switch try row.value(index) {
                case .text(let text): properties[name] = text
                case .integer(let number): properties[name] = String(number)
                case .real(let number): properties[name] = String(number)
                case .bytes(let bytes): if name == layer.column { geometry = try GeoPackage.geometry(bytes, system: system) }
                case .null: continue
                }
            }
            features.append(Feature(index: features.count, id: nil, properties: properties, geometry: geometry))
        }
        return features
    }
}
