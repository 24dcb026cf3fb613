import Core

/// What happened to codes between two boundary years: reported, never silently joined.
package enum AreaChanges {
    package struct Change: Sendable, Hashable {
        package enum Kind: String, Sendable, Hashable {
            /// The code is new.
            case added = "nieuw"
            /// The code is gone.
            case removed = "vervallen"
            /// The code stands for other land, or nobody can tell.
            case broken = "veranderd"
        }

        package let code: AreaCode
        package let kind: Kind
        package let older: Area?
        package let newer: Area?
        package let reason: Localized?
    }

    /// All changes at the levels that both years know, by code.
    package static func between(_ older: AreaMap, _ newer: AreaMap) -> [Change] {
        var changes: [Change] = []
        for level in [AreaLevel.municipality, .district, .neighbourhood] where older.has(level) && newer.has(level) {
            for area in newer.areas(of: level) {
                guard let before = older.area(area.code) else {
                    changes.append(Change(code: area.code, kind: .added, older: nil, newer: area, reason: nil))
                    continue
                }
                if case .broken(let reason) = Continuity.between(before, area) {
                    changes.append(Change(code: area.code, kind: .broken, older: before, newer: area, reason: reason))
                }
            }
            for area in older.areas(of: level) where newer.area(area.code) == nil {
                changes.append(Change(code: area.code, kind: .removed, older: area, newer: nil, reason: nil))
            }
        }
        return changes.sorted { $0.code < $1.code }
    }
}
