import Dutch
import Testing

@Suite("Personal data planted in one text")
struct PersonalDataPlantedTests {
    @Test("WYK-31: a name with title, two telephone numbers, an account, a citizen number, a plate, a mail and a home address in one text are all found")
    func finds() {
        let text = """
            Bel mevrouw De Vries op 06-12345678 of 0201234567. Haar rekening is NL91 ABNA 0417 1643 00 en haar nummer 111222333. De auto is 12-ABC-3, \
            de mail vries@lindenmeer.example en ze woont op Kersenlaan 12.
            """
        let found = PersonalDataCheck().marks(in: text).map { ($0.kind, String(text[$0.range])) }
        func texts(_ kind: PersonalDataCheck.Kind) -> [String] { found.filter { $0.0 == kind }.map(\.1) }
        #expect(texts(.telephone) == ["06-12345678", "0201234567"])
        #expect(texts(.bankAccount) == ["NL91 ABNA 0417 1643 00"])
        #expect(texts(.citizenNumber) == ["111222333"])
        #expect(texts(.numberPlate) == ["12-ABC-3"])
        #expect(texts(.mail) == ["vries@lindenmeer.example"])
        #expect(texts(.address) == ["Kersenlaan 12"])
        #expect(texts(.name).contains { $0.contains("Vries") })
    }
}
