import Core
import Foundation

/// The settings of an installation from all places: what a command line says goes before the environment, and that before the file.
package struct Settings: Sendable {
    /// A value, and where it stands.
    struct Value: Sendable {
        let texts: [String]
        let place: Localized
        /// As it is written there.
        let name: String
    }

    private(set) var values: [Setting: Value] = [:]
    /// What is not wrong, and may be dangerous.
    package private(set) var warnings: [SettingFault] = []

    private static let environment = Localized(nl: "omgeving", en: "environment")
    private static let command = Localized(nl: "opdracht", en: "command")

    /// - Parameters:
    ///   - file: nil for what the environment names; none where that names none
    ///   - environment: all variables
    /// - Throws: with every fault of file and names; values are looked at when they are read
    package init(file: String? = nil, environment: [String: String]) throws(SettingsRefused) {
        var faults: [SettingFault] = []
        if let path = file ?? environment[Setting.fileVariable].flatMap({ $0.isEmpty ? nil : $0 }) {
            do throws(SettingsRefused) { try take(SettingsFile(path: path), path) } catch { faults += error.faults }
        }
        do throws(SettingsRefused) { try take(environment) } catch { faults += error.faults }
        guard faults.isEmpty else { throw SettingsRefused(faults) }
    }

    /// What stands in an option of the command; nil changes nothing.
    package mutating func set(_ setting: Setting, to texts: [String]?) {
        guard let texts, !texts.isEmpty else { return }
        values[setting] = Value(texts: texts, place: Self.command, name: "--" + setting.rawValue)
    }

    /// The one text of a setting; nil where it is not set or empty.
    package func text(_ setting: Setting) -> String? { values[setting]?.texts.first.flatMap { $0.isEmpty ? nil : $0 } }

    // MARK: The file

    private mutating func take(_ file: SettingsFile, _ path: String) throws(SettingsRefused) {
        var faults: [SettingFault] = []
        for entry in file.entries {
            guard let setting = Setting.allCases.first(where: { $0.rawValue == entry.name || $0.fileName == entry.name }) else { continue }
            let place = file.place(entry)
            if values[setting] != nil {
                faults.append(SettingFault(place, entry.name, Self.twice))
            } else if entry.values.count > 1 && !setting.isList {
                faults.append(SettingFault(place, entry.name, Localized(nl: "hier hoort één waarde", en: "one value should be here")))
            } else if entry.name == setting.fileName {
                do throws(SettingsRefused) { try take(setting, from: entry.values.first ?? "", place, entry.name) } catch { faults += error.faults }
            } else {
                values[setting] = Value(texts: entry.values, place: place, name: entry.name)
            }
        }
        guard faults.isEmpty else { throw SettingsRefused(faults) }
        let holdsSecret = file.entries.contains { entry in Setting.allCases.contains { $0.isSecret && $0.rawValue == entry.name } }
        warn(path, holdsSecret: holdsSecret, Localized(path), Setting.fileVariable)
    }

    private static let twice = Localized(nl: "dit staat er twee keer: zelf en als bestand", en: "this is there twice: itself and as a file")

    // MARK: The environment

    private mutating func take(_ environment: [String: String]) throws(SettingsRefused) {
        var faults: [SettingFault] = []
        for setting in Setting.allCases {
            let given = environment[setting.variable].flatMap { $0.isEmpty ? nil : $0 }, variable = setting.variable + "_FILE"
            let file = setting.isSecret ? environment[variable].flatMap { $0.isEmpty ? nil : $0 } : nil
            if given != nil && file != nil { faults.append(SettingFault(Self.environment, setting.variable, Self.twice)) }
            if let given {
                let texts = setting.isList ? given.split { $0 == "," || $0.isWhitespace }.map(String.init) : [given]
                values[setting] = Value(texts: texts, place: Self.environment, name: setting.variable)
            } else if let file {
                do throws(SettingsRefused) { try take(setting, from: file, Self.environment, variable) } catch { faults += error.faults }
            }
        }
        guard faults.isEmpty else { throw SettingsRefused(faults) }
        let known = Set(Setting.allCases.map(\.variable)).union(Setting.allCases.filter(\.isSecret).map { $0.variable + "_FILE" }).union(Setting.ofTools)
        // The environment is of more programs than this one, so a strange name is no reason to stop.
        for name in environment.keys.sorted() where name.hasPrefix(Setting.prefix) && !known.contains(name) {
            warnings.append(SettingFault(Self.environment, name, Localized(nl: "deze instelling bestaat niet", en: "there is no such setting")))
        }
    }

    // MARK: Files

    /// A secret that stands in a file of its own, as systemd gives credentials; the end of the line is not part of it.
    private mutating func take(_ setting: Setting, from path: String, _ place: Localized, _ name: String) throws(SettingsRefused) {
        guard let data = FileManager.default.contents(atPath: path), data.count <= 64 << 10, let text = String(data: data, encoding: .utf8) else {
            let reason = Localized(nl: "dit bestand is er niet, of is niet te lezen: \(path)", en: "this file is not there, or cannot be read: \(path)")
            throw SettingsRefused([SettingFault(place, name, reason)])
        }
        let secret = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !secret.isEmpty else { throw SettingsRefused([SettingFault(place, name, Localized(nl: "dit bestand is leeg", en: "this file is empty"))]) }
        values[setting] = Value(texts: [secret], place: place, name: name)
        warn(path, holdsSecret: true, place, name)
    }

    /// Notes what others on the machine could do with a file.
    private mutating func warn(_ path: String, holdsSecret: Bool, _ place: Localized, _ name: String) {
        let rights = (try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int) ?? 0
        if rights & 0o022 != 0 {
            warnings.append(
                SettingFault(
                    place, name,
                    Localized(nl: "anderen kunnen dit bestand veranderen: \(path); chmod 640", en: "others can change this file: \(path); chmod 640")))
        } else if holdsSecret && rights & 0o007 != 0 {
            warnings.append(
                SettingFault(
                    place, name,
                    Localized(
                        nl: "iedereen op de machine kan dit geheim lezen: \(path); chmod 640",
                        en: "everyone on the machine can read this secret: \(path); chmod 640")))
        }
    }
}
