import Core
import Web

extension Slice {
    /// Organisations as things that can be found, with their subjects and the names of what they made (EXP-07).
    ///
    /// How they can be reached is never searched.
    ///
    /// - Parameter terms: all there are, by key
    func organisationEntries(_ terms: [String: Term]) async throws -> [SearchEntry] {
        let abouts = try await organisations.abouts()
        return try await organisations.list().map { organisation in
            let plain = Self.entry(organisation)
            guard let about = abouts[organisation.id] else { return plain }
            let titles = (about.products + about.platforms).map(\.title)
            let text = { (language: Language) in ([plain.text[language]] + titles).filter { !$0.isEmpty }.joined(separator: "\n") }
            return SearchEntry(
                .organisation, plain.key, title: plain.title, note: plain.note, text: Localized(nl: text(.nl), en: text(.en)),
                labels: about.terms.sorted().compactMap { terms[$0]?.label }, areas: plain.areas, path: plain.path)
        }
    }
}
