import TestSupport
import Testing

@testable import Search

@Suite("Distance between words")
struct EditDistanceTests {
    @Test(
        "optimal string alignment: a swap is one edit",
        arguments: [
            ("wijk", "wijk", 0), ("wijk", "wjik", 1), ("wijk", "wik", 1), ("wijk", "wijken", 2), ("ca", "abc", 3), ("", "ab", 2), ("agenda", "agdena", 2),
        ])
    func known(one: String, other: String, distance: Int) {
        #expect(EditDistance.between(Array(one.unicodeScalars), Array(other.unicodeScalars), most: 9) == distance)
    }

    @Test("with a limit the answer is the same or that it is more; no word within the limit differs in too many letters")
    func limited() {
        var chance = Chance(2)
        for _ in 0..<5_000 {
            func word() -> String { String((0..<Int.random(in: 0...8, using: &chance)).map { _ in "abcdé".randomElement(using: &chance) ?? "a" }) }
            let (one, other) = (word(), word())
            let distance = EditDistance.between(Array(one.unicodeScalars), Array(other.unicodeScalars), most: 99) ?? 99
            for most in 0...3 {
                let limited = EditDistance.between(Array(one.unicodeScalars), Array(other.unicodeScalars), most: most)
                #expect(limited == (distance <= most ? distance : nil))
                if distance <= most { #expect(WordSignature(one).mayBeNear(WordSignature(other), edits: most)) }
            }
        }
    }
}
