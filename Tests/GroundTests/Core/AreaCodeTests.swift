import Core
import Testing

@Suite("Codes of areas")
struct AreaCodeTests {
    @Test(
        "a code of every level is read, with leading zeros and letters kept",
        arguments: [
            ("NL00", AreaLevel.country), ("PV25", .province), ("GM0014", .municipality), ("WK001400", .district), ("WK0363TL", .district),
            ("BU00140007", .neighbourhood),
            ("BU0363MK03", .neighbourhood), ("BU99990A02", .neighbourhood),
        ])
    func levels(text: String, level: AreaLevel) throws {
        let code = try #require(AreaCode(text))
        #expect(code.description == text)
        #expect(code.level == level)
        #expect(AreaCode("  \(text.lowercased())   \r\n") == code)
    }

    @Test(
        "anything else is no code",
        arguments: [
            "", "NL", "NL0", "NL000", "PV2", "GM022", "GM02222", "GM022A", "WK02220", "WK0A2201", "BU0222010", "BU022201011", "XX0222", "0222", "gm 0222",
            "BU0222-101", "GM０２２２", "BÜ02220101", "GM0222\u{0}",
        ])
    func refusal(text: String) {
        #expect(AreaCode(text) == nil)
    }

    @Test("a code says in which municipality and district it lies")
    func lineage() throws {
        let code = try #require(AreaCode("BU0363MK03"))
        #expect(code.district?.description == "WK0363MK")
        #expect(code.municipality?.description == "GM0363")
        #expect(code.district?.municipality?.description == "GM0363")
        #expect(try #require(AreaCode("GM0363")).district == nil)
        #expect(try #require(AreaCode("PV25")).municipality == nil)
    }

    @Test("the three codes that sources give the country become one")
    func country() {
        for text in ["NL00", "NL01", "NL10"] { #expect(AreaCode(text)?.normalised == .netherlands) }
        #expect(AreaCode("GM0222")?.normalised.description == "GM0222")
    }
}
