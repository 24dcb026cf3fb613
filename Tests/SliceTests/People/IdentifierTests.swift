import Core
import TestSupport
import Testing

@Suite("Identifiers")
struct IdentifierTests {
    @Test("identifiers sort by the time they were made, as texts too")
    func order() {
        let times: [Int64] = [0, 1, 31, 32, 1023, 1024, 999_999_999_999, 1_790_000_000_000, 1_790_000_000_001, (1 << 48) - 1]
        let made = times.map { Identifier(at: $0) }
        #expect(made.shuffled().sorted() == made)
        #expect(made.map(\.description).shuffled().sorted() == made.map(\.description))
    }

    @Test("the first ten signs are the milliseconds, as in a ULID")
    func time() {
        // 1469918176385 is 01ARYZ6S41 in the specification of the ULID.
        #expect(Identifier(at: 1_469_918_176_385).description.hasPrefix("01aryz6s41"))
        #expect(Identifier(at: 0).description.hasPrefix("0000000000"))
        #expect(Identifier(at: (1 << 48) - 1).description.hasPrefix("7zzzzzzzzz"))
        // Times that do not fit give an identifier all the same.
        for time in [-1, .min, .max, 1 << 48] as [Int64] { #expect(Identifier(Identifier(at: time).description) != nil) }
    }

    @Test("ten thousand of one moment are all different, and each is read back")
    func different() {
        let made = (0..<10_000).map { _ in Identifier(at: 1_790_000_000_000) }
        #expect(Set(made).count == 10_000)
        for id in made { #expect(Identifier(id.description) == id && Identifier(id.description.uppercased()) == id) }
    }

    @Test("a text that is no identifier is refused")
    func refused() {
        let right = "01arz3ndektsv4rrffq69g5fav"
        #expect(Identifier(right)?.description == right && Identifier("01ARZ3NDEKTSV4RRFFQ69G5FAV")?.description == right)
        let wrong = [
            "", " ", String(right.dropLast()), right + "0", " " + right.dropFirst(), right + " ", "8zzzzzzzzzzzzzzzzzzzzzzzzz", "91arz3ndektsv4rrffq69g5fav",
            "a1arz3ndektsv4rrffq69g5fav", "01arz3ndektsv4rrffq69g5fai", "01arz3ndektsv4rrffq69g5fal", "01arz3ndektsv4rrffq69g5fao",
            "01arz3ndektsv4rrffq69g5fau", "01arz3ndektsv4rrffq69g5fa-", "01arz3ndektsv4rrffq69g5fa'", "01arz3ndektsv4rrffq69g5fé",
            "01arz3ndektsv4rrffq69g5fa\0",
            "０１arz3ndektsv4rrffq69g5fav", "01arz3ndek-tsv4rrffq69g5fav", "7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c0d",
        ]
        for text in wrong { #expect(Identifier(text) == nil, "\(text)") }
    }

    @Test("whatever bytes come, what is taken as an identifier prints as one")
    func fuzz() {
        var chance = Chance(26)
        let right = Array("01arz3ndektsv4rrffq69g5fav".utf8)
        var taken = 0
        for _ in 0..<20_000 {
            let text = String(decoding: chance.mutated(right), as: UTF8.self)
            guard let id = Identifier(text) else { continue }
            taken += 1
            #expect(id.description == text.lowercased() && id.description.utf8.count == 26)
        }
        #expect(taken > 100 && taken < 20_000)
    }
}
