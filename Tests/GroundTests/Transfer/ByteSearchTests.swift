import TestSupport
import Testing
import Transfer

@Suite("Bytes among bytes")
struct ByteSearchTests {
    @Test("finds the first place, as looking at every place does")
    func first() {
        var chance = Chance(3)
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...60, using: &chance)).map { _ in UInt8.random(in: 0...2, using: &chance) }
            let pattern = (0..<Int.random(in: 1...5, using: &chance)).map { _ in UInt8.random(in: 0...2, using: &chance) }
            let expected = (0..<max(0, bytes.count - pattern.count + 1)).first { bytes[$0..<$0 + pattern.count].elementsEqual(pattern) }
            #expect(bytes.withUnsafeBytes { ByteSearch.first(pattern, in: $0) } == expected)
            #expect(ByteSearch.contains(pattern, in: bytes) == (expected != nil))
        }
        #expect(!ByteSearch.contains([], in: [1, 2]))
    }
}
