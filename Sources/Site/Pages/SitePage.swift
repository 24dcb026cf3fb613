import Core
import Web

/// A page of text about the site itself.
enum SitePage: String, CaseIterable, Sendable {
    case about, help, method, accessibility, privacy

    var address: PageAddress {
        switch self {
        case .about: PageAddress("over")
        case .help: PageAddress("hulp")
        case .method: PageAddress("hoe-wij-rekenen")
        case .accessibility: PageAddress("toegankelijkheid")
        case .privacy: PageAddress("privacy")
        }
    }

    var title: Localized {
        switch self {
        case .about: Localized(nl: "Over Leefkring", en: "About Leefkring")
        case .help: Localized(nl: "Hulp", en: "Help")
        case .method: Localized(nl: "Hoe wij rekenen", en: "How we calculate")
        case .accessibility: Localized(nl: "Toegankelijkheid", en: "Accessibility")
        case .privacy: Localized(nl: "Privacy", en: "Your privacy")
        }
    }
}
