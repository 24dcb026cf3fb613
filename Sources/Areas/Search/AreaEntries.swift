import Core
import Web

extension Slice {
    /// Areas of the newest borders, as things that can be found.
    package var searchSource: SearchSource {
        SearchSource("areas") {
            try await store.version()
        } entries: {
            let gazetteer = try await gazetteer.newest()
            guard let map = gazetteer.latestYear.flatMap(gazetteer.map) else { return [] }
            return AreaLevel.allCases.flatMap { level in map.areas(of: level).map { Self.entry($0, in: map) } }
        }
    }

    private static func entry(_ area: Area, in map: AreaMap) -> SearchEntry {
        let municipality = area.level > .municipality ? area.code.municipality.flatMap(map.area)?.name : nil
        let around = map.lineage(of: area.code).map(\.code).filter { $0.level > .country }
        return SearchEntry(
            .area, area.code.description, title: Localized(area.name),
            note: Localized(nl: note(area, municipality, .nl), en: note(area, municipality, .en)),
            text: Localized([municipality, area.postcode].compactMap(\.self).joined(separator: " ")),
            areas: around.isEmpty ? [area.code] : around, path: AreasRoute.area(area.code).address.segments)
    }

    /// "buurt in Arnhem".
    private static func note(_ area: Area, _ municipality: String?, _ language: Language) -> String {
        AreasWords(language).kind(area.level) + (municipality.map { " in \($0)" } ?? "")
    }
}
