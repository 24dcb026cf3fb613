import Testing

@testable import Voices

@Suite("Codes")
struct VoiceCodeTests {
    @Test("the check sign is the published one, and a code is read however it is typed")
    func known() throws {
        let code = try #require(VoiceCode("2345 6789 ABCD M"))
        #expect(code.description == "23456789ABCDM" && code.spaced == "2345 6789 ABCD M")
        #expect(VoiceCode(" 2345-6789.abcd m\n") == code)
        #expect(throws: VoiceCode.Fault.check) { try VoiceCode(typed: "2345 6789 ABCD N") }
        for text in ["", "2345 6789 ABCD", "2345 6789 ABCD MM", "2345 6789 ABCI M", "O345 6789 ABCD M"] {
            #expect(throws: VoiceCode.Fault.shape) { try VoiceCode(typed: text) }
        }
    }

    @Test("every single wrong sign and every exchange of neighbours is found")
    func faults() throws {
        for _ in 0..<40 {
            let code = VoiceCode.random(), signs = Array(code.description)
            #expect(VoiceCode(code.spaced) == code)
            for place in signs.indices {
                for sign in VoiceCode.signs where sign != signs[place] {
                    var wrong = signs
                    wrong[place] = sign
                    #expect(VoiceCode(String(wrong)) == nil)
                }
                guard place > 0, signs[place] != signs[place - 1] else { continue }
                var wrong = signs
                wrong.swapAt(place, place - 1)
                #expect(VoiceCode(String(wrong)) == nil)
            }
        }
    }
}
