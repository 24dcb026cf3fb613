import Core
import Figures

/// Which domain or goal of the labels the figures of a theme are about. Neither slice knows the other.
enum FigureSubjects {
    static let terms: [Theme: String] = [
        .housing: "wonen", .workAndIncome: "werk", .education: "onderwijs", .health: "gezondheid", .socialCohesion: "sociale-verbondenheid",
        .safety: "veiligheid", .amenities: "publieke-voorzieningen", .liveability: "leefbaarheid",
    ]

    /// They change with the program only.
    static var linkSource: LinkSource {
        LinkSource("figures and subjects") {
            1
        } links: {
            Catalogue.all.compactMap { indicator in
                terms[indicator.theme].map { Link(ThingReference(.figure, indicator.key), .about, ThingReference(.term, $0)) }
            }
        }
    }
}
