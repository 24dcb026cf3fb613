import Core
import Credentials
import Foundation
import People
import Transfer
import Yams

/// The providers that people may sign in with, in a file of their own: a list in YAML, as docs/people.md has it.
struct ProviderFile {
    private typealias Values = [String: [String]]

    private static let names: Set<String> = [
        "key", "issuer", "client", "private-key", "key-id", "secret-file", "name-nl", "name-en", "levels", "two-factor-levels", "new-people",
    ]

    let providers: [IdentityProvider]

    /// - Parameter origin: of this site, told to the providers with every question
    /// - Throws: the first fault, in words
    init(path: String, origin: String) throws(ProviderFault) {
        guard let data = FileManager.default.contents(atPath: path), data.count <= 256 << 10, let text = String(data: data, encoding: .utf8),
            let root = try? Yams.compose(yaml: text), case .sequence(let list) = root
        else { throw ProviderFault(nl: "dit bestand is er niet, of er staat geen lijst in: \(path)", en: "this file is not there, or holds no list: \(path)") }
        var providers: [IdentityProvider] = []
        for node in list {
            let provider = try Self.provider(try Self.values(node), origin: origin)
            guard !providers.contains(where: { $0.key == provider.key }) else {
                throw ProviderFault(nl: "key \(provider.key) staat er twee keer", en: "key \(provider.key) is there twice")
            }
            providers.append(provider)
        }
        self.providers = providers
    }

    private static func values(_ node: Node) throws(ProviderFault) -> Values {
        guard case .mapping(let mapping) = node else { throw ProviderFault(nl: "hier horen namen en waarden", en: "names and values should be here") }
        var values: Values = [:]
        for (name, value) in mapping {
            guard let name = name.string, names.contains(name) else {
                throw ProviderFault(nl: "deze naam bestaat niet: \(name.string ?? "-")", en: "there is no such name: \(name.string ?? "-")")
            }
            switch value {
            case .scalar(let scalar): values[name] = [scalar.string]
            case .sequence(let sequence): values[name] = sequence.compactMap(\.string)
            default: throw ProviderFault(nl: "\(name): een tekst of een lijst van teksten", en: "\(name): a text or a list of texts")
            }
        }
        return values
    }

    private static func provider(_ values: Values, origin: String) throws(ProviderFault) -> IdentityProvider {
        func text(_ name: String) -> String? { values[name]?.first.flatMap { $0.isEmpty ? nil : $0 } }
        func needed(_ name: String) throws(ProviderFault) -> String {
            guard let text = text(name) else { throw ProviderFault(nl: "\(name) ontbreekt", en: "\(name) is missing") }
            return text
        }
        let key = try needed("key"), issuer = try needed("issuer"), name = text("name-nl") ?? key
        guard key.utf8.count <= 20, key.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }) else {
            throw ProviderFault(nl: "key: hoogstens 20 kleine letters en cijfers", en: "key: at most 20 lower-case letters and digits")
        }
        // Without TLS on this machine itself only, for who tries it out.
        let isHere = ["http://localhost:", "http://127.0.0.1:"].contains { issuer.hasPrefix($0) }
        guard issuer.hasPrefix("https://") || isHere else { throw ProviderFault(nl: "issuer: begint met https://", en: "issuer: begins with https://") }
        let fetcher = Fetcher(version: "1", contact: origin, limits: Fetcher.Limits(connect: 5, total: 10, bytes: 1 << 20, redirects: 0))
        return IdentityProvider(
            key: key, issuer: issuer, client: try needed("client"), secret: try secret(text("private-key"), text("key-id"), text("secret-file")),
            name: Localized(nl: name, en: text("name-en") ?? name), levels: values["levels"] ?? [],
            twoFactorLevels: Set(values["two-factor-levels"] ?? []), admitsNewPeople: ["yes", "true"].contains(text("new-people")), allowsPlain: isHere,
            http: fetcher.client)
    }

    /// A key in a file, as the NL GOV profile asks, or a shared secret in one.
    private static func secret(_ key: String?, _ id: String?, _ shared: String?) throws(ProviderFault) -> IdentityProvider.Secret {
        switch (key, shared) {
        case (let path?, nil):
            guard let pem = try? String(contentsOfFile: path, encoding: .utf8), let key = PrivateKey(pem: pem) else {
                throw ProviderFault(
                    nl: "private-key: verwacht een sleutel van P-256 of RSA (2048 bits): \(path)",
                    en: "private-key: expected a key of P-256 or RSA (2048 bits) in PEM: \(path)")
            }
            return .key(key, id: id ?? "leefkring")
        case (nil, let path?):
            let text = (try? String(contentsOfFile: path, encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
            guard !text.isEmpty else {
                throw ProviderFault(
                    nl: "secret-file: dit bestand is er niet, of is leeg: \(path)", en: "secret-file: this file is not there, or empty: \(path)")
            }
            return .shared(text)
        default: throw ProviderFault(nl: "private-key of secret-file: een van de twee", en: "private-key or secret-file: one of the two")
        }
    }
}

/// What is wrong with a file of providers.
struct ProviderFault: Error, Sendable, Hashable {
    let reason: Localized

    init(nl: String, en: String) {
        reason = Localized(nl: nl, en: en)
    }
}

extension SettingsReader {
    /// The providers that the setting names; none where it is not set, or wrong.
    mutating func providers(origin: String?) -> [IdentityProvider] {
        guard let path = settings.text(.openid) else { return [] }
        guard let origin else {
            fail(
                .openid, Localized(nl: "geef ook origin: daar sturen aanbieders mensen heen terug", en: "give origin too: there providers send people back to"))
            return []
        }
        do throws(ProviderFault) { return try ProviderFile(path: path, origin: origin).providers } catch {
            fail(.openid, error.reason)
            return []
        }
    }
}
