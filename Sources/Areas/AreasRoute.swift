import Core
import Web

/// Every address of the slice. Paths are Dutch nouns, the same in every language.
package enum AreasRoute: Sendable, Hashable {
    case browse
    /// - year: boundary year; nil for the newest
    case area(AreaCode, year: Int? = nil)
    case search(String)
    /// The same answers as short lines, for suggestions while typing.
    case suggestions(String)
    case whereDoYouLive(String?)

    package var address: PageAddress {
        switch self {
        case .browse: PageAddress("gebieden")
        case .area(let code, let year): PageAddress("gebieden", code.description, query: year.map { [.init("jaar", String($0))] } ?? [])
        case .search(let words): PageAddress("zoeken", query: words.isEmpty ? [] : [.init("q", words)])
        case .suggestions(let words): PageAddress("zoeken", "suggesties", query: words.isEmpty ? [] : [.init("q", words)])
        case .whereDoYouLive(let words): PageAddress("waar-woon-je", query: words.map { [.init("q", $0)] } ?? [])
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another slice.
    package init?(_ address: PageAddress) {
        let words = address.query.first { $0.name == "q" }?.value
        switch address.segments {
        case ["gebieden"]: self = .browse
        case ["zoeken"]: self = .search(words ?? "")
        case ["zoeken", "suggesties"]: self = .suggestions(words ?? "")
        case ["waar-woon-je"]: self = .whereDoYouLive(words)
        default:
            guard address.segments.count == 2, address.segments[0] == "gebieden", let code = AreaCode(address.segments[1]) else { return nil }
            self = .area(code, year: address.query.first { $0.name == "jaar" }.flatMap { Int($0.value) })
        }
    }
}

extension Area {
    /// The page of the area, with its year only where it is not the newest.
    package func address(newest: Int?) -> PageAddress {
        AreasRoute.area(code, year: year == newest ? nil : year).address
    }
}
