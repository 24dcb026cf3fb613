import Core
import Geo
import SQL

/// A file of boundaries as delivered: which year and level it holds and how its features are named.
package struct BoundaryFile: Sendable {
    package enum Format: String, Sendable {
        case geoJSON, topoJSON, geoPackage

        /// By the ending of the file's name.
        package init?(path: String) {
            switch path.split(separator: ".").last?.lowercased() {
            case "geojson", "json": self = .geoJSON
            case "topojson": self = .topoJSON
            case "gpkg": self = .geoPackage
            default: return nil
            }
        }
    }

    package let path: String
    package let format: Format
    package let year: Int
    package let level: AreaLevel
    /// Names of properties that may hold the code and the name; the first that is present counts.
    package let codeProperties: [String]
    package let nameProperties: [String]
    package let licence: String?
    package let attribution: String?

    package static let usualCodes = ["statcode", "buurtcode", "wijkcode", "gemeentecode", "code", "BU_CODE", "WK_CODE", "GM_CODE", "WKC", "BUC", "GMC"]
    package static let usualNames = ["statnaam", "buurtnaam", "wijknaam", "gemeentenaam", "naam", "name", "BU_NAAM", "WK_NAAM", "GM_NAAM", "WKN", "BUN", "GMN"]

    package init(
        path: String, format: Format, year: Int, level: AreaLevel, codeProperties: [String] = usualCodes, nameProperties: [String] = usualNames,
        licence: String? = nil, attribution: String? = nil
    ) {
        self.path = path
        self.format = format
        self.year = year
        self.level = level
        self.codeProperties = codeProperties
        self.nameProperties = nameProperties
        self.licence = licence
        self.attribution = attribution
    }

    /// The last part of the path: what diagnostics and the log name.
    package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Reads the features of the file.
    ///
    /// - Parameter bytes: contents of the file; not used for a GeoPackage, which is a database and is read in place
    func features(_ bytes: [UInt8]) throws(ImportRefused) -> [Feature] {
        do {
            switch format {
            case .geoJSON: return try GeoJSON.read(bytes)
            case .topoJSON: return try TopoJSON.read(bytes)
            case .geoPackage: return try GeoPackageFile(path: path).features(of: level)
            }
        } catch let error as GeoError {
            throw ImportRefused([
                Diagnostic(
                    .error, source: name, row: error.feature.map { $0 + 1 },
                    reason: Localized(nl: "Geen leesbare grenzen: \(error)", en: "No readable boundaries: \(error)"))
            ])
        } catch {
            throw ImportRefused([Diagnostic(.error, source: name, reason: Localized(nl: "Het bestand is niet te lezen.", en: "The file cannot be read."))])
        }
    }
}

/// A feature that has a code of the wanted level and a shape.
struct CodedShape {
    let code: AreaCode
    let name: String?
    let province: AreaCode?
    let shape: MultiPolygon
}

extension BoundaryFile {
    /// Takes code, name and shape of every feature; refuses the file when a code is wrong or stands twice.
    ///
    /// Where land and water of one code are separate features (`water` = `NEE`, `JA`, `B`) only the land counts.
    func coded(_ features: [Feature]) throws(ImportRefused) -> (shapes: [CodedShape], notes: [Diagnostic]) {
        var found: [AreaCode: CodedShape] = [:]
        var errors: [Diagnostic] = [], notes: [Diagnostic] = []
        for feature in features {
            if let water = feature.properties["water"] ?? feature.properties["WATER"], water == "JA" || water == "B" { continue }
            let text = codeProperties.lazy.compactMap { feature.properties[$0] }.first
            guard let text, let code = AreaCode(text), code.level == level else {
                errors.append(fault(feature, text, Localized(nl: "geen code van een \(level.rawValue)", en: "not a code of the level \(level.rawValue)")))
                continue
            }
            guard let shape = feature.geometry, !shape.isEmpty else {
                notes.append(Diagnostic(.note, source: name, row: feature.index + 1, value: text, reason: Localized(nl: "geen vlak", en: "no polygon")))
                continue
            }
            guard found[code] == nil else {
                errors.append(fault(feature, text, Localized(nl: "de code staat twee keer in het bestand", en: "the code stands in the file twice")))
                continue
            }
            let province = (feature.properties["pv_code"] ?? feature.properties["provinciecode"]).flatMap { Provinces.code(for: $0) }
            found[code] = CodedShape(
                code: code, name: nameProperties.lazy.compactMap { feature.properties[$0] }.first { !$0.isEmpty }, province: province, shape: shape)
        }
        if found.isEmpty && errors.isEmpty {
            errors.append(Diagnostic(.error, source: name, reason: Localized(nl: "Het bestand heeft geen vlakken.", en: "The file holds no polygons.")))
        }
        guard errors.isEmpty else { throw ImportRefused(errors) }
        return (found.values.sorted { $0.code < $1.code }, notes)
    }

    private func fault(_ feature: Feature, _ value: String?, _ reason: Localized) -> Diagnostic {
        Diagnostic(.error, source: name, row: feature.index + 1, column: codeProperties.first { feature.properties[$0] != nil }, value: value, reason: reason)
    }
}
