import Core
import People
import Web

/// Every address of the network report, with the year that it is about.
package enum ReportRoute: Sendable, Hashable {
    case report(Slug, year: Int? = nil)
    case file(Slug, ReportFile, year: Int? = nil)

    package enum ReportFile: String, Sendable, Hashable, CaseIterable {
        case csv = "netwerkrapport.csv"
        case json = "netwerkrapport.json"
    }

    private static let place = "netwerkrapport"

    package var address: PageAddress {
        switch self {
        case .report(let programme, let year): Self.of(programme, Self.place, year)
        case .file(let programme, let file, let year): Self.of(programme, file.rawValue, year)
        }
    }

    private static func of(_ programme: Slug, _ name: String, _ year: Int?) -> PageAddress {
        PageAddress(["programmas", programme.description, name], query: year.map { [.init("jaar", String($0))] } ?? [])
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let all = address.segments
        guard all.count == 3, all[0] == "programmas", let slug = Slug(all[1]) else { return nil }
        let year = address.query.first { $0.name == "jaar" }.flatMap { Int($0.value) }
        if all[2] == Self.place {
            self = .report(slug, year: year)
        } else if let file = ReportFile(rawValue: all[2]) {
            self = .file(slug, file, year: year)
        } else {
            return nil
        }
    }
}
