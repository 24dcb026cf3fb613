import Core
import Site
import TestSupport
import Testing

@Suite("One's own page")
struct OwnPageTests {
    @Test("KWA-03: who has a role that needs a second step is told so until they took it; who has none is not", arguments: TestDatabase.engines)
    func neededStep(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site async throws in
            let official = try await site.client(PermissionTable.Subject(role: .official, proof: .oneFactor)).get("/mijn").text
            #expect(official.contains("Je rol werkt pas na de tweede stap"))
            let proved = try await site.client(PermissionTable.Subject(role: .official, proof: .twoFactors)).get("/mijn").text
            let resident = try await site.client(PermissionTable.Subject(role: .resident, proof: .oneFactor)).get("/mijn").text
            #expect(!proved.contains("Je rol werkt pas na de tweede stap") && !resident.contains("Je rol werkt pas na de tweede stap"))
        }
    }
}
