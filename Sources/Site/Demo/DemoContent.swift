import Core
import Foundation

/// The words and days of the demonstration, as they stand in its files. Everything in it is made up.
package struct DemoContent: Sendable {
    let people: DemoPeople
    let inventory: DemoInventory
    let agenda: DemoAgenda
    let meetings: DemoMeetings
    let groups: DemoGroups
    let help: DemoHelp
    let lookBacks: DemoLookBacks
    let conversations: DemoConversations

    /// Reads the files of a folder.
    ///
    /// - Throws: `ImportRefused` with the file that is missing or cannot be read
    package init(folder: String) throws {
        people = try Self.read("people", folder)
        inventory = try Self.read("inventory", folder)
        agenda = try Self.read("agenda", folder)
        meetings = try Self.read("meetings", folder)
        groups = try Self.read("groups", folder)
        help = try Self.read("help", folder)
        lookBacks = try Self.read("look-backs", folder)
        conversations = try Self.read("conversations", folder)
    }

    private static func read<Content: Decodable>(_ name: String, _ folder: String) throws -> Content {
        let file = URL(filePath: folder).appending(path: name + ".json")
        let bytes: Data
        do { bytes = try Data(contentsOf: file) } catch {
            throw DemoFault.refused(file.path, Localized(nl: "dit bestand is er niet", en: "this file is not there"))
        }
        do { return try JSONDecoder().decode(Content.self, from: bytes) } catch {
            throw DemoFault.refused("\(error)", Localized(nl: "dit bestand is niet te lezen", en: "this file cannot be read"), source: file.path)
        }
    }
}

/// A text in both languages.
struct DemoText: Sendable, Hashable, Decodable {
    let nl: String
    let en: String

    var both: Localized { Localized(nl: nl, en: en) }
}

/// A value of a list that the product knows, by the word that it is kept as.
struct DemoWord<Value: RawRepresentable & Sendable>: Decodable, Sendable where Value.RawValue == String {
    let value: Value

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer(), text = try container.decode(String.self)
        guard let value = Value(rawValue: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text): no \(Value.self)")
        }
        self.value = value
    }
}

/// The code of an area.
struct DemoArea: Decodable, Sendable {
    let code: AreaCode

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer(), text = try container.decode(String.self)
        guard let code = AreaCode(text) else { throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text): no code of an area") }
        self.code = code
    }
}
