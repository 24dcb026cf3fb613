import Core

/// A setting that cannot be used: where it stands, what it is called there, and what to do.
package struct SettingFault: Sendable, Hashable {
    /// `leefkring.yaml, regel 3`; `omgeving`; `opdracht`.
    package let place: Localized
    /// As it is written there.
    package let name: String
    package let reason: Localized

    package init(_ place: Localized, _ name: String, _ reason: Localized) {
        self.place = place
        self.name = name
        self.reason = reason
    }

    /// One line for a terminal. Never the value: it may be a secret.
    package func line(in language: Language) -> String {
        let words = "\(place[language]), \(name): \(reason[language])"
        return String(words.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : Character($0) })
    }
}

/// Settings that cannot be used, with everything that is wrong with them.
package struct SettingsRefused: Error, Sendable, Hashable {
    package let faults: [SettingFault]

    package init(_ faults: [SettingFault]) {
        self.faults = faults
    }
}
