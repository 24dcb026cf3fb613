import Core
import OpenAPI

/// The Dutch words of the API for the closed lists of the slice (/core/interface-language). Words are never changed, only added.
protocol VocabularyWord: CaseIterable, Hashable {
    var apiWord: String { get }
}

extension VocabularyWord {
    static var schema: API.Schema { .string(values: allCases.map(\.apiWord)) }
    var node: API.Node { .string(apiWord) }
}

extension MissingReason: VocabularyWord {
    var apiWord: String {
        switch self {
        case .none: "geen"
        case .blank: "leeg"
        case .unknownOrSecret: "onbekend-of-geheim"
        case .secret: "geheim"
        case .notAvailable: "niet-beschikbaar"
        case .notDelivered: "niet-geleverd"
        case .notApplicable: "niet-van-toepassing"
        case .suppressedSmall: "te-klein"
        case .zeroOrSecret: "nul-of-geheim"
        }
    }
}

extension FigureStatus: VocabularyWord {
    var apiWord: String {
        switch self {
        case .definitive: "definitief"
        case .provisional: "voorlopig"
        case .nearDefinitive: "nader-voorlopig"
        }
    }
}

extension Interval.Kind: VocabularyWord {
    package static let allCases: [Interval.Kind] = [.published, .chance, .rounding]

    var apiWord: String {
        switch self {
        case .published: "gepubliceerd"
        case .chance: "toeval"
        case .rounding: "afronding"
        }
    }
}

extension Indicator.Kind: VocabularyWord {
    var apiWord: String {
        switch self {
        case .count: "aantal"
        case .share: "aandeel"
        case .rate: "verhouding"
        case .mean: "gemiddelde"
        case .median: "mediaan"
        case .index: "index"
        case .grade: "rapportcijfer"
        case .modelledEstimate: "modelschatting"
        }
    }
}

extension Indicator.Direction: VocabularyWord {
    package static let allCases: [Indicator.Direction] = [.higherIsBetter, .lowerIsBetter, .none]

    var apiWord: String {
        switch self {
        case .higherIsBetter: "hoger-is-beter"
        case .lowerIsBetter: "lager-is-beter"
        case .none: "geen"
        }
    }
}

extension Indicator.Basis: VocabularyWord {
    var apiWord: String {
        switch self {
        case .register: "register"
        case .sample: "steekproef"
        case .model: "model"
        case .registration: "registratie"
        }
    }
}

extension Indicator.Registered: VocabularyWord {
    package static let allCases: [Indicator.Registered] = [.residence, .placeOfEvent, .workplace, .institution, .place]

    var apiWord: String {
        switch self {
        case .residence: "woonplek"
        case .placeOfEvent: "plek-van-gebeurtenis"
        case .workplace: "werkplek"
        case .institution: "instelling"
        case .place: "plek"
        }
    }
}

extension Indicator.Uncertainty: VocabularyWord {
    package static let allCases: [Indicator.Uncertainty] = [.publishedMargin, .count, .sample, .roundingOnly, .notPublished]

    var apiWord: String {
        switch self {
        case .publishedMargin: "gepubliceerde-marge"
        case .count: "toeval"
        case .sample: "steekproef"
        case .roundingOnly: "alleen-afronding"
        case .notPublished: "niet-gepubliceerd"
        }
    }
}

extension Indicator.Break.Cause: VocabularyWord {
    package static let allCases: [Indicator.Break.Cause] = [.definition, .border, .method]

    var apiWord: String {
        switch self {
        case .definition: "definitie"
        case .border: "grens"
        case .method: "methode"
        }
    }
}

extension Indicator.Sensitivity: VocabularyWord {
    package static let allCases: [Indicator.Sensitivity] = [.ordinary, .stigmaProne, .excludedFromIndices]

    var apiWord: String {
        switch self {
        case .ordinary: "gewoon"
        case .stigmaProne: "stigma"
        case .excludedFromIndices: "niet-in-een-index"
        }
    }
}
