import Core
import People

/// What someone told, with what it is about and where.
package struct Story: Sendable, Hashable {
    package let contribution: Contribution
    package let marks: Set<Mark>
    /// In the giver's own words; nil for the whole area.
    package let place: String?
    /// The middle of the cell of 100 by 100 metres where it is; nil where nobody pointed.
    package let cell: GroundPoint?
    package let photo: Attachment?

    /// What kind of experience it is (WYK-11).
    package enum Mark: String, Sendable, Hashable, CaseIterable {
        case quality = "kwaliteit"
        case chance = "kans"
        case bottleneck = "knelpunt"
        case problem = "probleem"
        case threat = "bedreiging"
        case dream = "droom"

        package var name: Localized {
            switch self {
            case .quality: Localized(nl: "Dit is goed hier", en: "This is good here")
            case .chance: Localized(nl: "Kans", en: "Opportunity")
            case .bottleneck: Localized(nl: "Knelpunt", en: "Bottleneck")
            case .problem: Localized(nl: "Probleem", en: "Problem")
            case .threat: Localized(nl: "Daar maak ik me zorgen over", en: "This worries me")
            case .dream: Localized(nl: "Droom", en: "Dream")
            }
        }
    }

    /// What everyone reads; nil where nothing of it may be read.
    package var shown: String? { contribution.isOpen ? contribution.shown : nil }

    /// `2026-10`: the day is not told.
    package var month: String { String(contribution.addedOn.description.prefix(7)) }

    /// The first words of what everyone reads.
    var opening: String {
        let line = (shown ?? "").split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        guard line.count > Self.openingLength else { return line }
        let cut = line.prefix(Self.openingLength)
        return String(cut.prefix(upTo: cut.lastIndex(of: " ") ?? cut.endIndex)) + "…"
    }

    private static let openingLength = 70

    package static let limit = 4000
    package static let pageSize = 20
}
