import Core
import Credentials
import Foundation
import People
import TestSupport
import Testing

@testable import Site

@Suite("The file of providers")
struct ProviderFileTests {
    private static let good = "- key: gemeente\n  issuer: https://login.voorbeeld.nl\n  client: leefkring\n"

    private func server(_ text: String, origin: String? = "https://buurt.example.nl", in folder: TestFolder) throws -> Result<ServerSettings, SettingsRefused> {
        let path = folder.path + "/openid.yaml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        var environment = ["LEEFKRING_OPENID": path, "LEEFKRING_DATABASE": "sqlite:" + folder.path + "/x.sqlite"]
        environment["LEEFKRING_ORIGIN"] = origin
        do throws(SettingsRefused) { return .success(try Settings(environment: environment).server(assets: "Public")) } catch { return .failure(error) }
    }

    @Test("providers come with a key or a secret of their own file, names in two languages and the levels that count")
    func right() throws {
        let folder = try TestFolder()
        let pem = try #require(PrivateKey.random(.p256)?.pem)
        try pem.write(toFile: folder.path + "/key.pem", atomically: true, encoding: .utf8)
        try "geheim\n".write(toFile: folder.path + "/secret", atomically: true, encoding: .utf8)
        let text = """
            \(Self.good)  private-key: \(folder.path)/key.pem
              name-nl: Gemeente Dorp
              name-en: Town of Dorp
              levels: [ "urn:high", "urn:low" ]
              two-factor-levels: "urn:high"
              new-people: yes
            - key: ander
              issuer: http://127.0.0.1:9000
              client: x
              secret-file: \(folder.path)/secret
            """
        let providers = try server(text, in: folder).get().installation.providers
        #expect(providers.map(\.key) == ["gemeente", "ander"] && providers.map(\.name.nl) == ["Gemeente Dorp", "ander"])
        #expect(providers[0].name.en == "Town of Dorp" && providers[0].levels == ["urn:high", "urn:low"] && providers[0].twoFactorLevels == ["urn:high"])
        #expect(providers.map(\.admitsNewPeople) == [true, false] && providers.map(\.allowsPlain) == [false, true])
        guard case .key(_, let id) = providers[0].secret, case .shared(let secret) = providers[1].secret else {
            Issue.record("no key, or no secret")
            return
        }
        #expect(id == "leefkring" && secret == "geheim")
    }

    @Test("a file that is wrong stops the server, and says what to do")
    func wrong() throws {
        let folder = try TestFolder(), secret = folder.path + "/secret"
        try "geheim".write(toFile: secret, atomically: true, encoding: .utf8)
        let whole = Self.good + "  secret-file: \(secret)\n"
        #expect(throws: Never.self) { try server(whole, in: folder).get() }
        for (text, word) in [
            ("key: x", "lijst"), ("- x", "namen en waarden"), (whole + "  geheim: x\n", "deze naam bestaat niet"), (Self.good, "een van de twee"),
            (whole + "  private-key: \(secret)\n", "een van de twee"), (Self.good + "  private-key: \(secret)\n", "verwacht een sleutel"),
            (Self.good + "  secret-file: \(secret)-x\n", "is leeg"), (whole.replacing("https:", with: "http:"), "https://"),
            (whole.replacing("key: gemeente", with: "key: Gemeente"), "kleine letters"),
            (whole.replacing("  client: leefkring\n", with: ""), "client ontbreekt"),
            (whole + whole, "twee keer"),
        ] {
            guard case .failure(let refused) = try server(text, in: folder) else {
                Issue.record("taken: \(text)")
                continue
            }
            #expect(refused.faults.contains { $0.name == "LEEFKRING_OPENID" && $0.reason.nl.contains(word) }, "\(word): \(refused.faults)")
        }
        guard case .failure(let refused) = try server(whole, origin: nil, in: folder) else {
            Issue.record("taken without an origin")
            return
        }
        #expect(refused.faults.contains { $0.reason.nl.contains("origin") })
    }
}
