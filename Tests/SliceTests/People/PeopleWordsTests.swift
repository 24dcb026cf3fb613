import Testing

@Suite("The words of people")
struct PeopleWordsTests {
    @Test(
        "WYK-06: all words of administration, organisations, programmes, settings, passwords, contact, messages, files, profiles, identities and one's own account are B1",
        arguments: [
            "Administration", "Organisations", "Programmes", "Settings", "Passwords", "Contact", "Notices", "Attachments", "Profiles", "Identities", "Account",
        ])
    func literals(_ folder: String) throws {
        // The names of kinds of organisations are those of the requirement (ORG-17).
        let count = try SourceWords.measure("People/\(folder)", leavingOut: ["Organisation.swift"])
        #expect(count > 12, "\(folder): \(count)")
    }
}
