import Core
import Foundation

/// A word of a vocabulary that things are labelled with, in two levels: a theme and the subjects below it (AGD-05).
package struct Term: Sendable, Hashable {
    package enum Vocabulary: String, Sendable, Hashable, CaseIterable {
        case theme = "thema"
        /// A field of policy; an issue may lie in several (AGD-13, AGD-14).
        case domain = "domein"
        /// What a programme is for; every item can carry it (ORG-02).
        case goal = "doel"

        package var name: Localized {
            switch self {
            case .theme: Localized(nl: "Thema", en: "Theme")
            case .domain: Localized(nl: "Domein", en: "Domain")
            case .goal: Localized(nl: "Doel", en: "Goal")
            }
        }
    }

    /// On what scale a theme plays (AGD-08).
    package enum Scale: String, Sendable, Hashable, CaseIterable {
        case neighbourhood = "buurt"
        case district = "wijk"
        case village = "dorp"

        package var name: Localized {
            switch self {
            case .neighbourhood: Localized(nl: "Buurt", en: "Neighbourhood")
            case .district: Localized(nl: "Wijk", en: "District")
            case .village: Localized(nl: "Dorp", en: "Village")
            }
        }
    }

    /// Permanent, of this term alone: lower-case letters, digits and hyphens.
    package let key: String
    package let vocabulary: Vocabulary
    /// Key of the term above; nil for one of the first level.
    package let parent: String?
    package let name: Localized
    /// In the order of ``Scale``; empty for all.
    package let scales: [Scale]
    /// Milliseconds since 1970; nil while it is in use. What has the label keeps it.
    package let retiredAt: Int64?

    package init(key: String, vocabulary: Vocabulary, parent: String?, name: Localized, scales: [Scale] = [], retiredAt: Int64? = nil) {
        self.key = key
        self.vocabulary = vocabulary
        self.parent = parent
        self.name = name
        self.scales = scales
        self.retiredAt = retiredAt
    }

    func retired(at time: Int64?) -> Term { Term(key: key, vocabulary: vocabulary, parent: parent, name: name, scales: scales, retiredAt: time) }

    /// As things that can be found carry it: `thema:eenzaamheid`.
    package var label: SearchEntry.Label { SearchEntry.Label(vocabulary.rawValue + ":" + key, name) }

    /// A key of a name: `Armoede en schulden` becomes `armoede-en-schulden`. Nil for a name without a letter or digit.
    static func key(of name: String) -> String? {
        let plain = name.lowercased().folding(options: .diacriticInsensitive, locale: nil)
        let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let key = words.joined(separator: "-").prefix(60)
        return key.isEmpty ? nil : String(key)
    }
}

/// What an administrator says of a term.
package struct TermDraft: Sendable, Hashable {
    package let vocabulary: Term.Vocabulary
    package let parent: String?
    package let name: Localized
    package let scales: [Term.Scale]

    package init(vocabulary: Term.Vocabulary, parent: String? = nil, name: Localized, scales: [Term.Scale] = []) {
        self.vocabulary = vocabulary
        self.parent = parent
        self.name = name
        self.scales = scales
    }

    /// What can be wrong with it.
    package enum Fault: Error, Sendable, Hashable {
        /// No name in one of the languages, or one of more than 80 signs, or without any letter.
        case name
        /// A term in use beside it has this name.
        case nameTaken
        /// No such term, one of another vocabulary, one that is no longer in use, or one that is below another itself.
        case parent
        /// It has terms below it, so that there would be a third level, or these would lose their place.
        case hasChildren
        case unknownTerm
    }

    /// Whether it may be among these terms. Pure.
    ///
    /// - Parameter key: of the term that is changed; nil for a new one
    package func fault(among terms: [Term], changing key: String? = nil) -> Fault? {
        for text in [name.nl, name.en] where !(1...80).contains(text.unicodeScalars.count) || text.unicodeScalars.contains("\0") { return .name }
        guard Term.key(of: name.nl) != nil else { return .name }
        let others = terms.filter { $0.key != key && $0.retiredAt == nil && $0.vocabulary == vocabulary }
        if let parent {
            guard let above = others.first(where: { $0.key == parent }), above.parent == nil else { return .parent }
            if let key, terms.contains(where: { $0.parent == key && $0.retiredAt == nil }) { return .hasChildren }
        }
        let isTaken = others.contains { other in
            other.parent == parent && Language.allCases.contains { other.name[$0].lowercased() == name[$0].lowercased() }
        }
        return isTaken ? .nameTaken : nil
    }
}
