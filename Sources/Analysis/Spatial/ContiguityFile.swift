import Core
import Geo
import Measures

/// Who is next to whom, from the shapes of areas, as a GAL file.
package struct ContiguityFile: Sendable {
    /// The GAL file, with the long header.
    package let text: String
    /// Areas and links; a mutual link counts twice.
    package let areas: Int
    package let links: Int
    /// Ids of the areas without neighbours.
    package let islands: [String]
    private let source: String

    /// - Parameters:
    ///   - file: GeoJSON in WGS 84 or RD
    ///   - id: property that names the areas, or `id` for the member of that name
    ///   - snap: metres between outlines that count as one border; 0.1 for shapes with points in common, 10 for shapes that were simplified one by one
    ///   - progress: areas done and areas in all
    package init(
        _ file: InputFile, id: String, rule: ContiguityKind, snap: Double = 0.1, progress: (@Sendable (Int, Int) -> Void)? = nil
    ) throws(InputFailure) {
        let features: [Feature]
        let found: Contiguity
        do throws(GeoError) {
            features = try GeoJSON.read(file.bytes)
            let borders = try Borders(of: features.map { $0.geometry ?? .empty }, snap: snap, progress: progress)
            found = borders.contiguity(rule, minimumLength: max(1, 2 * snap))
        } catch {
            throw InputFailure(file.name, Localized(nl: "Deze GeoJSON is niet te gebruiken: \(error).", en: "This GeoJSON cannot be used: \(error)."))
        }
        let ids = try Self.ids(features, key: id, source: file.name)
        guard let weights = try? SpatialWeights(starts: found.start, neighbours: found.neighbours), let list = GALFile(ids: ids, weights: weights) else {
            throw InputFailure(file.name, column: id, Localized(nl: "Er zijn te veel buren.", en: "There are too many neighbours."))
        }
        let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
        text = list.text(source: (file: name, key: id))
        source = file.name
        (areas, links, islands) = (ids.count, weights.links, weights.islands.map { ids[$0] })
    }

    /// Areas without neighbours, where there are any.
    package var notes: [Diagnostic] {
        guard !islands.isEmpty else { return [] }
        let names = islands.prefix(10).joined(separator: ", ") + (islands.count > 10 ? ", …" : "")
        let reason = Localized(nl: "Gebieden zonder buren: \(islands.count) (\(names)).", en: "Areas without neighbours: \(islands.count) (\(names)).")
        return [Diagnostic(.note, source: source, reason: reason)]
    }

    private static func ids(_ features: [Feature], key: String, source: String) throws(InputFailure) -> [String] {
        var seen: Set<String> = []
        var ids: [String] = []
        for feature in features {
            let place = feature.index + 1
            guard let id = feature.properties[key] ?? (key == "id" ? feature.id : nil), !id.isEmpty else {
                let reason = Localized(
                    nl: "Gebied \(place) in dit bestand heeft deze eigenschap niet.", en: "Feature \(place) of this file has no such property.")
                throw InputFailure(source, column: key, reason)
            }
            guard !id.contains(where: \.isWhitespace) else {
                let reason = Localized(nl: "In een GAL mag een code geen spaties hebben.", en: "In a GAL file an id may have no white space.")
                throw InputFailure(source, column: key, value: id, reason)
            }
            guard seen.insert(id).inserted else {
                throw InputFailure(source, column: key, value: id, Localized(nl: "Deze code is er meer dan eens.", en: "This id is there more than once."))
            }
            ids.append(id)
        }
        guard !ids.isEmpty else { throw InputFailure(source, Localized(nl: "Er zijn geen gebieden.", en: "There are no areas.")) }
        return ids
    }
}
