import Core
import Foundation

extension Mapping {
    /// Reads a mapping file. Every fault is a diagnostic that names the key.
    ///
    /// - Parameter source: name of the file, for the diagnostics
    package init(json bytes: [UInt8], source: String) throws(ImportRefused) {
        let document: JSONValue
        do {
            document = try JSONValue(bytes)
        } catch {
            let reason = Localized(
                nl: "Dit is geen JSON (byte \(error.position)): \(error.reason).", en: "This is not JSON (byte \(error.position)): \(error.reason).")
            throw ImportRefused([Diagnostic(.error, source: source, reason: reason)])
        }
        var reader = MappingReader(source: source)
        let mapping = reader.mapping(document)
        guard let mapping, reader.faults.isEmpty else { throw ImportRefused(reader.faults) }
        self = mapping
    }

    /// Reads a mapping file from disk.
    package init(path: String) throws(ImportRefused) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ImportRefused([
                Diagnostic(.error, source: path, reason: Localized(nl: "Dit bestand kan niet worden gelezen.", en: "This file cannot be read."))
            ])
        }
        try self.init(json: [UInt8](data), source: URL(filePath: path).lastPathComponent)
    }
}

/// Turns JSON values into a mapping and collects what is wrong.
struct MappingReader {
    let source: String
    var faults: [Diagnostic] = []

    init(source: String) {
        self.source = source
    }

    mutating func fault(_ key: String, _ reason: Localized, value: String? = nil) {
        guard faults.count < Findings.most else { return }
        faults.append(Diagnostic(.error, source: source, column: key, value: value, reason: reason))
    }

    private static let keys: Set<String> = [
        "id", "title", "publisher", "table", "catalogue", "licence", "attribution", "url", "retrieved", "modified", "boundaryYear", "files", "format", "code",
        "level", "area",
        "rows", "period", "status", "roles", "missing", "columns", "tidy", "skip", "notes",
    ]

    mutating func mapping(_ document: JSONValue) -> Mapping? {
        let top = object(document, "", allowed: MappingReader.keys)
        let year = top["boundaryYear"]?.number ?? 0
        if !(1995...2100).contains(year) || year != year.rounded() {
            fault("boundaryYear", Localized(nl: "Vul een jaar in, zoals 2024.", en: "Give a year, like 2024."))
        }
        var mapping = Mapping(
            id: text(top, "id") ?? "", title: localized(top, "title") ?? Localized(""), publisher: text(top, "publisher") ?? "",
            table: optionalText(top, "table"), catalogue: word(top, "catalogue", Mapping.Catalogue.init) ?? .cbs, licence: text(top, "licence") ?? "",
            attribution: localized(top, "attribution") ?? Localized(""), url: text(top, "url") ?? "", retrieved: day(top, "retrieved"),
            modified: optionalText(top, "modified"), boundaryYear: Int(exactly: year) ?? 0, files: texts(top, "files"), format: format(top["format"]),
            code: code(top["code"]), level: level(top["level"]), rows: rows(top["rows"]), period: period(top["period"]),
            status: word(top, "status", FigureStatus.init) ?? .definitive, roles: roles(top["roles"]), missing: meanings(top["missing"], "missing"),
            columns: columns(top["columns"]), tidy: tidy(top["tidy"]), skip: skip(top["skip"]),
            notes: top["notes"] == nil ? nil : localized(top, "notes"))
        mapping.area = area(top["area"])
        check(mapping)
        return mapping
    }

    /// Rules between the parts.
    private mutating func check(_ mapping: Mapping) {
        if mapping.id.isEmpty || !mapping.id.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }) {
            fault("id", Localized(nl: "Gebruik kleine letters, cijfers en streepjes.", en: "Use lower-case letters, digits and dashes."), value: mapping.id)
        }
        if mapping.columns.isEmpty { fault("columns", Localized(nl: "Er is geen enkele kolom.", en: "There is not a single column.")) }
        if mapping.period == nil, mapping.columns.contains(where: { $0.period == nil }) {
            fault("period", Localized(nl: "Geef een periode voor het bestand of voor elke kolom.", en: "Give a period for the file or for every column."))
        }
        if mapping.roles != nil, mapping.columns.contains(where: { $0.role != nil }) {
            fault("roles", Localized(nl: "Geef de rol per rij of per kolom, niet allebei.", en: "Give the role by row or by column, not both."))
        }
        if mapping.format.thousands == mapping.format.decimal || mapping.format.delimiter == mapping.format.decimal && mapping.format.decimal != 0x2C {
            fault("format", Localized(nl: "De tekens moeten van elkaar verschillen.", en: "The marks must differ from each other."))
        }
        var seen: Set<String> = []
        for column in mapping.columns {
            let key = "\(column.indicator) \(column.period?.description ?? "-") \((column.role ?? .value).rawValue)"
            if !seen.insert(key).inserted {
                fault("columns", Localized(nl: "Deze combinatie staat er twee keer.", en: "This combination stands here twice."), value: key)
            }
        }
    }

    // MARK: Values of a key

    /// The members of an object; unknown keys are faults. Empty for anything else.
    mutating func object(_ value: JSONValue?, _ place: String, allowed: Set<String>? = nil) -> [String: JSONValue] {
        guard case .object(let object) = value else {
            fault(place, Localized(nl: "Hier hoort een object { }.", en: "An object { } is needed here."))
            return [:]
        }
        if let allowed {
            for key in object.keys.sorted() where !allowed.contains(key) {
                fault(place.isEmpty ? key : "\(place).\(key)", Localized(nl: "Deze sleutel bestaat niet.", en: "This key does not exist."))
            }
        }
        return object
    }

    mutating func text(_ object: [String: JSONValue], _ key: String, in place: String = "") -> String? {
        guard let text = object[key]?.text, !text.isEmpty else {
            fault(place.isEmpty ? key : "\(place).\(key)", Localized(nl: "Hier hoort een tekst.", en: "A text is needed here."))
            return nil
        }
        return text
    }

    mutating func optionalText(_ object: [String: JSONValue], _ key: String, in place: String = "") -> String? {
        switch object[key] {
        case nil, .null?: nil
        default: text(object, key, in: place)
        }
    }

    mutating func texts(_ object: [String: JSONValue], _ key: String, in place: String = "", isObliged: Bool = false) -> [String] {
        guard let value = object[key] else {
            if isObliged { fault(place.isEmpty ? key : "\(place).\(key)", Localized(nl: "Deze sleutel ontbreekt.", en: "This key is missing.")) }
            return []
        }
        let list = value.list ?? []
        let texts = list.compactMap { element -> String? in
            // 20300 may be written without quotation marks.
            if let number = element.number, let whole = Int(exactly: number) { return String(whole) }
            return element.text
        }
        if texts.count != list.count || list.isEmpty {
            fault(place.isEmpty ? key : "\(place).\(key)", Localized(nl: "Hier hoort een lijst met teksten.", en: "A list of texts is needed here."))
        }
        return texts
    }

    mutating func localized(_ object: [String: JSONValue], _ key: String, in place: String = "") -> Localized? {
        let place = place.isEmpty ? key : "\(place).\(key)"
        let texts = self.object(object[key], place, allowed: ["nl", "en"])
        guard let nl = text(texts, "nl", in: place), let en = text(texts, "en", in: place) else { return nil }
        return Localized(nl: nl, en: en)
    }

    mutating func word<Word>(_ object: [String: JSONValue], _ key: String, _ read: (String) -> Word?, in place: String = "") -> Word? {
        guard let text = optionalText(object, key, in: place) else { return nil }
        guard let word = read(text) else {
            fault(place.isEmpty ? key : "\(place).\(key)", Localized(nl: "Dit woord bestaat hier niet.", en: "This word does not exist here."), value: text)
            return nil
        }
        return word
    }

    private mutating func day(_ object: [String: JSONValue], _ key: String) -> String? {
        guard let text = optionalText(object, key) else { return nil }
        if Period(text)?.day == nil { fault(key, Localized(nl: "Schrijf een dag als 2026-07-19.", en: "Write a day like 2026-07-19."), value: text) }
        return text
    }
}
