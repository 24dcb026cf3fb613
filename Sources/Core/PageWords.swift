import Foundation

/// The sentences of a page or a part, in both languages: a struct with its language, and a sentence for each name.
package protocol PageWords: Sendable {
    var language: Language { get }
    init(language: Language)
}

extension PageWords {
    package init(_ language: Language) { self.init(language: language) }

    package func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }

    /// The same sentence in both languages.
    package static func both(_ sentence: (Self) -> String) -> Localized {
        Localized(nl: sentence(Self(language: .nl)), en: sentence(Self(language: .en)))
    }

    /// `21 november 2026 om 09:00`, as the clock is in the Netherlands.
    ///
    /// - Parameter milliseconds: since 1970
    package func moment(_ milliseconds: Int64) -> String { written(milliseconds, .shortened) }

    /// `21 november 2026`.
    package func date(_ milliseconds: Int64) -> String { written(milliseconds, .omitted) }

    /// - Parameter day: `2026-11-21`
    package func day(_ day: String) -> String {
        guard let start = Period(day)?.start else { return day }
        // Noon: the same day in every zone of the Netherlands.
        return date(Int64(start.timeIntervalSince1970 * 1000) + 43_200_000)
    }

    private func written(_ milliseconds: Int64, _ time: Date.FormatStyle.TimeStyle) -> String {
        let style = Date.FormatStyle(
            date: .long, time: time, locale: Locale(identifier: language == .nl ? "nl_NL" : "en_GB"), timeZone: TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
        )
        return Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(style)
    }
}
