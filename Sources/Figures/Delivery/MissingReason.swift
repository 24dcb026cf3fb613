import Core

/// Why there is no figure. Zero is a figure and never stands here.
///
/// The raw values are stored: never change one, only add.
package enum MissingReason: UInt8, Sendable, Hashable, CaseIterable {
    /// There is a figure.
    case none = 0
    /// The source leaves the cell empty without saying why.
    case blank = 1
    /// `.` of StatLine: unknown, not reliable enough or secret, which StatLine does not tell apart.
    case unknownOrSecret = 2
    /// Too few people: −99997 of CBS and PDOK.
    case secret = 3
    /// Not, or not yet, available: −99995.
    case notAvailable = 4
    /// The source delivered nothing: an empty column, or no row for this area and period.
    case notDelivered = 5
    /// Cannot occur here.
    case notApplicable = 6
    /// The area is too small for a trustworthy figure.
    case suppressedSmall = 7
    /// The file made zero and secret both empty.
    case zeroOrSecret = 8

    /// The word in mapping files.
    package var word: String {
        switch self {
        case .none: "none"
        case .blank: "blank"
        case .unknownOrSecret: "unknownOrSecret"
        case .secret: "secret"
        case .notAvailable: "notAvailable"
        case .notDelivered: "notDelivered"
        case .notApplicable: "notApplicable"
        case .suppressedSmall: "suppressedSmall"
        case .zeroOrSecret: "zeroOrSecret"
        }
    }

    /// Reads ``word``; `none` is not a reason.
    package init?(word: String) {
        guard let reason = MissingReason.allCases.first(where: { $0 != .none && $0.word == word }) else { return nil }
        self = reason
    }

    /// Whether an empty column says more than this: such a reason gives way to ``notDelivered``.
    var isVague: Bool {
        switch self {
        case .blank, .unknownOrSecret, .notAvailable, .zeroOrSecret: true
        case .none, .secret, .notDelivered, .notApplicable, .suppressedSmall: false
        }
    }

    /// The answer to "why is there nothing here?". Empty where there is a figure.
    package var explanation: Localized {
        switch self {
        case .none: Localized("")
        case .blank:
            Localized(
                nl: "De bron geeft hier geen cijfer. Het kan hier niet voorkomen, of het is geheim.",
                en: "The source gives no figure here. It cannot occur here, or it is secret.")
        case .unknownOrSecret:
            Localized(
                nl: "Dit cijfer is onbekend, niet betrouwbaar genoeg of geheim. De bron zegt niet welke van de drie.",
                en: "This figure is unknown, not reliable enough, or secret. The source does not say which.")
        case .secret:
            Localized(
                nl: "Dit cijfer is geheim. Het gaat om zo weinig mensen dat je kunt zien om wie het gaat.",
                en: "This figure is secret. It is about so few people that you could tell who they are.")
        case .notAvailable:
            Localized(nl: "Dit cijfer is er niet, of nog niet.", en: "This figure is not available, or not yet.")
        case .notDelivered:
            Localized(nl: "De bron heeft dit cijfer niet gegeven.", en: "The source has not delivered this figure.")
        case .notApplicable:
            Localized(nl: "Dit kan hier niet voorkomen.", en: "This cannot occur here.")
        case .suppressedSmall:
            Localized(
                nl: "Dit gebied is te klein voor een cijfer waar je op kunt bouwen.",
                en: "This area is too small for a figure that you can rely on.")
        case .zeroOrSecret:
            Localized(
                nl: "Dit cijfer is nul of geheim. In het bestand van de bron zie je het verschil niet.",
                en: "This figure is zero or secret. The file of the source does not tell which.")
        }
    }
}

/// How final a figure is.
package enum FigureStatus: String, Sendable, Hashable, CaseIterable {
    case definitive
    /// `*` of StatLine.
    case provisional
    /// `**` of StatLine.
    case nearDefinitive
}

/// What a column holds: the figure itself or an end of its margin.
package enum MeasureRole: String, Sendable, Hashable, CaseIterable {
    case value, lower, upper
}
