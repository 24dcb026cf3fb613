import Core
import Foundation
import HTML
import Transfer
import Web

/// The file of a person as a folder to keep: a page to read and the same for programs (AVG art. 15 and 20).
package struct PersonArchive: Sendable {
    let file: PersonFile
    /// The name of the site the file comes from.
    let site: String
    let language: Language
    /// The words of what other slices keep and do.
    let names: [String: Localized]

    /// - Parameter names: as ``Slice/fileNames``
    package init(_ file: PersonFile, site: String, language: Language, names: [String: Localized] = [:]) {
        self.file = file
        self.site = site
        self.language = language
        self.names = names
    }

    /// A ZIP archive with `lees-mij.html` and `gegevens.json`.
    package var bytes: [UInt8] {
        get throws { try Archive.bytes(of: [("lees-mij.html", page), ("gegevens.json", try file.json)]) }
    }

    /// The page to read; needs nothing beside it.
    var page: [UInt8] {
        var writer = HTMLWriter()
        writer.document(PersonFilePage(file: file, site: site, words: PersonFileWords(language, names: names)))
        return writer.finish()
    }
}

/// Everything that is kept of someone, field by field, in the order of ``PersonFile``.
private struct PersonFilePage: Component {
    let file: PersonFile
    let site: String
    let words: PersonFileWords

    private var fields: [Field] { Field.all(of: file) }

    var body: some HTML {
        html(.lang(words.language.rawValue)) {
            head {
                meta(.charset("utf-8"))
                meta(.name("viewport").content("width=device-width, initial-scale=1"))
                pageTitle { words.title(site) }
            }
            pageBody {
                main {
                    h1 { words.title(site) }
                    p { words.lead }
                    dl { Each(fields) { field in if case .text(let text) = field.value { pair(field.name, text) } } }
                    Each(fields) { field in if case .list(let items) = field.value { list(field.name, items) } }
                }
            }
        }
    }

    private func pair(_ name: String, _ text: String) -> some HTML {
        div {
            dt { strong { words.field(name) } }
            dd { words.value(text, of: name) }
        }
    }

    private func list(_ name: String, _ items: [Field.Value]) -> some HTML {
        section {
            h2 { "\(words.field(name)) (\(items.count))" }
            if items.isEmpty { p { words.nothing } } else { ul { Each(items) { item in li { line(item, name) } } } }
        }
    }

    /// A thing of a list on one line: `Rol: beheerder; vanaf: 22 november 2026`.
    private func line(_ value: Field.Value, _ name: String) -> String {
        switch value {
        case .text(let text): words.value(text, of: name)
        case .list(let items): items.map { line($0, name) }.joined(separator: ", ")
        case .record(let fields):
            fields.map { "\(words.field($0.name)): \(line($0.value, $0.name))" }.joined(separator: "; ")
        }
    }
}

/// A field of a value, by its name in the program; what is nil is left out.
struct Field {
    let name: String
    let value: Value

    indirect enum Value {
        case text(String)
        case list([Value])
        case record([Field])
    }

    static func all(of value: Any) -> [Field] {
        Mirror(reflecting: value).children.compactMap { child in
            Self.value(child.value).map { Field(name: child.label ?? "", value: $0) }
        }
    }

    private static func value(_ value: Any) -> Value? {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { Self.value($0.value) }
        case .collection, .set: return .list(mirror.children.compactMap { Self.value($0.value) })
        case .dictionary:
            let pairs = (value as? [String: String] ?? [:]).sorted { $0.key < $1.key }
            return pairs.isEmpty ? nil : .record(pairs.map { Field(name: $0.key, value: .text($0.value)) })
        case .struct, .tuple: return .record(all(of: value))
        default: return .text(String(describing: value))
        }
    }
}

/// The words of the readable file.
struct PersonFileWords: PageWords {
    let language: Language
    /// Of what other slices keep.
    let names: [String: Localized]

    init(_ language: Language, names: [String: Localized]) {
        self.language = language
        self.names = names
    }

    init(language: Language) { self.init(language, names: [:]) }

    func title(_ site: String) -> String { say("Alles wat \(site) van je bewaart", "Everything \(site) keeps of you") }
    var lead: String {
        say(
            "Dit bestand is van jou. Hetzelfde staat in gegevens.json, zodat ook een programma het kan lezen.",
            "This file is yours. The same stands in gegevens.json, so that a program can read it too.")
    }
    var nothing: String { say("Niets.", "Nothing.") }

    /// What is kept, as it is; moments in Dutch time, actions and yes or no in words.
    func value(_ text: String, of name: String) -> String {
        if name == "action" { return AccountWords(language, actions: names).action(text) }
        if name == "kind", let known = names[text] { return known[language] }
        if text == "true" { return say("ja", "yes") }
        if text == "false" { return say("nee", "no") }
        if let moment = try? Date(text, strategy: .iso8601) { return AccountWords(language).time(Int64(moment.timeIntervalSince1970 * 1000)) }
        return text
    }

    /// The name of a field; the name in the program for a detail of an event.
    func field(_ name: String) -> String { (Self.fields[name] ?? PeopleNotice(rawValue: name)?.kind.name ?? names[name])?[language] ?? name }

    static let fields: [String: Localized] = [
        "id": Localized(nl: "Kenmerk", en: "Identifier"),
        "name": Localized(nl: "Naam", en: "Name"),
        "mail": Localized(nl: "Mailadres", en: "Mail address"),
        "newMail": Localized(nl: "Nieuw mailadres dat je vroeg", en: "New mail address you asked for"),
        "language": Localized(nl: "Taal", en: "Language"),
        "since": Localized(nl: "Erbij sinds", en: "Member since"),
        "roles": Localized(nl: "Rollen", en: "Roles"),
        "role": Localized(nl: "Rol", en: "Role"),
        "subRole": Localized(nl: "Soort werk", en: "Kind of work"),
        "scope": Localized(nl: "Waar", en: "Where"),
        "start": Localized(nl: "Vanaf", en: "From"),
        "end": Localized(nl: "Tot", en: "Until"),
        "organisations": Localized(nl: "Organisaties", en: "Organisations"),
        "contactFor": Localized(nl: "Contactpersoon van", en: "Someone to contact for"),
        "sessions": Localized(nl: "Aanmeldingen", en: "Sessions"),
        "device": Localized(nl: "Apparaat", en: "Device"),
        "factors": Localized(nl: "Aantal stappen", en: "Number of steps"),
        "lastUsed": Localized(nl: "Laatst gebruikt", en: "Last used"),
        "secondFactor": Localized(nl: "Tweede stap staat aan", en: "Second step is on"),
        "passwordSince": Localized(nl: "Wachtwoord sinds", en: "Password since"),
        "identities": Localized(nl: "Aanmelden via een organisatie", en: "Signing in through an organisation"),
        "issuer": Localized(nl: "Organisatie", en: "Organisation"),
        "number": Localized(nl: "Je nummer daar", en: "Your number there"),
        "profile": Localized(nl: "Je profiel", en: "Your profile"),
        "work": Localized(nl: "Waar je aan werkt", en: "What you work on"),
        "expertise": Localized(nl: "Waar je veel van weet", en: "What you know much about"),
        "labels": Localized(nl: "Labels", en: "Labels"),
        "region": Localized(nl: "Waar je werkt", en: "Where you work"),
        "languages": Localized(nl: "Talen", en: "Languages"),
        "telephone": Localized(nl: "Telefoon", en: "Telephone"),
        "showsOrganisation": Localized(nl: "Je organisatie staat erbij", en: "Your organisation is shown"),
        "seenBy": Localized(nl: "Wie je profiel ziet", en: "Who sees your profile"),
        "mailSeenBy": Localized(nl: "Wie je mailadres ziet", en: "Who sees your mail address"),
        "telephoneSeenBy": Localized(nl: "Wie je telefoonnummer ziet", en: "Who sees your telephone number"),
        "files": Localized(nl: "Bestanden die je stuurde", en: "Files you sent"),
        "size": Localized(nl: "Aantal bytes", en: "Bytes"),
        "shows": Localized(nl: "Wat erop staat", en: "What it shows"),
        "belongsTo": Localized(nl: "Hoort bij", en: "Belongs to"),
        "path": Localized(nl: "Adres op de site", en: "Address on the site"),
        "messages": Localized(nl: "Mail die wij stuurden", en: "Mail we sent"),
        "kind": Localized(nl: "Soort", en: "Kind"),
        "recipient": Localized(nl: "Aan", en: "To"),
        "subject": Localized(nl: "Onderwerp", en: "Subject"),
        "added": Localized(nl: "Gemaakt", en: "Made"),
        "outcome": Localized(nl: "Hoe het afliep", en: "How it ended"),
        "records": Localized(nl: "Wat je deed in het leernetwerk", en: "What you did in the learning network"),
        "events": Localized(nl: "Wat er gebeurde", en: "What happened"),
        "time": Localized(nl: "Wanneer", en: "When"),
        "action": Localized(nl: "Wat", en: "What"),
        "result": Localized(nl: "Uitkomst", en: "Result"),
        "details": Localized(nl: "Meer", en: "More"),
        "readings": Localized(nl: "Wanneer je gegevens zijn gelezen", en: "When your data was read"),
        "purpose": Localized(nl: "Waarvoor", en: "What for"),
        "questions": Localized(nl: "Vragen die je stelde", en: "Questions you asked"),
        "notices": Localized(nl: "Berichten aan jou", en: "Messages to you"),
        "phone": Localized(nl: "Telefoonnummer", en: "Telephone number"),
        "about": Localized(nl: "Waarover", en: "What about"),
        "text": Localized(nl: "Tekst", en: "Text"),
        "sent": Localized(nl: "Verstuurd", en: "Sent"),
        "state": Localized(nl: "Stand", en: "State"),
        "title": Localized(nl: "Titel", en: "Title"),
        "detail": Localized(nl: "Toelichting", en: "Detail"),
        "made": Localized(nl: "Gemaakt", en: "Made"),
        "read": Localized(nl: "Gelezen", en: "Read"),
        "mailPace": Localized(nl: "Hoe vaak je mail wilt", en: "How often you want mail"),
    ]
}
