import Core
import Foundation
import Yams

/// A file of settings: names and values in YAML, one a line, as docs/operations.md has them.
struct SettingsFile: Sendable {
    struct Entry: Sendable {
        let name: String
        /// Counted from 1.
        let line: Int
        let values: [String]
    }

    let entries: [Entry]
    private let path: String

    /// Bytes that are read.
    private static let limit = 1 << 20

    /// - Throws: with every fault: names that mean nothing, values that are neither text nor a list of texts
    init(path: String) throws(SettingsRefused) {
        guard let data = FileManager.default.contents(atPath: path), data.count <= Self.limit, let text = String(data: data, encoding: .utf8) else {
            let reason = Localized(nl: "dit bestand is er niet, of is niet te lezen", en: "this file is not there, or cannot be read")
            throw SettingsRefused([SettingFault(Localized(path), Setting.fileVariable, reason)])
        }
        try self.init(text, path: path)
    }

    init(_ text: String, path: String) throws(SettingsRefused) {
        self.path = path
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw SettingsRefused([Self.trouble(error, in: path)])
        }
        guard let root, root.null == nil else {
            entries = []
            return
        }
        guard case .mapping(let mapping) = root else {
            let reason = Localized(nl: "hier horen namen met een dubbele punt te staan", en: "names with a colon should be here")
            throw SettingsRefused([SettingFault(Self.place(path, root.mark?.line), "-", reason)])
        }
        var entries: [Entry] = [], faults: [SettingFault] = []
        for (key, value) in mapping {
            let name = key.string ?? "-", line = key.mark?.line ?? 1
            if !Setting.names.contains(name) {
                faults.append(SettingFault(Self.place(path, line), name, Self.unknown(name)))
            } else if let values = Self.values(value) {
                entries.append(Entry(name: name, line: line, values: values))
            } else {
                let reason = Localized(nl: "hier hoort een tekst of een lijst van teksten", en: "a text or a list of texts should be here")
                faults.append(SettingFault(Self.place(path, line), name, reason))
            }
        }
        guard faults.isEmpty else { throw SettingsRefused(faults) }
        self.entries = entries
    }

    func place(_ entry: Entry) -> Localized { Self.place(path, entry.line) }

    private static func place(_ path: String, _ line: Int?) -> Localized {
        guard let line else { return Localized(path) }
        return Localized(nl: "\(path), regel \(line)", en: "\(path), line \(line)")
    }

    private static func values(_ node: Node) -> [String]? {
        switch node {
        case .scalar(let scalar): return node.null == nil ? [scalar.string] : []
        case .sequence(let sequence):
            let texts = sequence.compactMap { element -> String? in
                if case .scalar(let scalar) = element { return scalar.string }
                return nil
            }
            return texts.count == sequence.count ? texts : nil
        default: return nil
        }
    }

    static func unknown(_ name: String) -> Localized {
        let near = Setting.names.min { distance($0, name) < distance($1, name) }.flatMap { distance($0, name) <= 3 ? $0 : nil }
        guard let near else { return Localized(nl: "deze instelling bestaat niet", en: "there is no such setting") }
        return Localized(nl: "deze instelling bestaat niet; bedoel je \(near)?", en: "there is no such setting; did you mean \(near)?")
    }

    /// How many letters must be put in, taken out or changed (Levenshtein).
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right.lowercased().prefix(40))
        var row = Array(0...right.count)
        for (number, letter) in left.prefix(40).enumerated() {
            var before = row[0]
            row[0] = number + 1
            for (place, other) in right.enumerated() {
                let above = row[place + 1]
                row[place + 1] = letter == other ? before : min(before, above, row[place]) + 1
                before = above
            }
        }
        return row[right.count]
    }

    private static func trouble(_ error: any Error, in path: String) -> SettingFault {
        let reason = Localized(nl: "dit is geen YAML", en: "this is not YAML")
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            return SettingFault(place(path, mark.line), problem, reason)
        case .duplicatedKeysInMapping(let keys, let context):
            let name = keys.first.map { String(String(describing: $0).prefix(60)) } ?? "-"
            return SettingFault(place(path, context.mark.line), name, Localized(nl: "deze naam staat er twee keer", en: "this name is there twice"))
        default: return SettingFault(place(path, nil), "-", reason)
        }
    }
}
