import Core
import Web

extension Slice {
    /// Areas of older borders, which the search has no more: a link to one leads to its page all the same.
    package var linkSource: LinkSource {
        LinkSource("areas") {
            try await store.version()
        } things: { wanted in
            let gazetteer = try await gazetteer.current()
            return wanted.filter { $0.kind == .area }.sorted().compactMap { thing in
                AreaCode(thing.key).flatMap { gazetteer.newest($0) }.map { area in
                    let note = { (language: Language) in "\(AreasWords(language).kind(area.level)), \(area.year)" }
                    return SearchEntry(
                        .area, area.code.description, title: Localized(area.name), note: Localized(nl: note(.nl), en: note(.en)),
                        areas: [area.code] + (area.code.municipality.map { [$0] } ?? []), path: AreasRoute.area(area.code).address.segments)
                }
            }
        }
    }
}
