import Foundation
import Measures

/// Chance that is the same in every run and on every machine, so that what goes wrong can be found again.
package struct Chance: RandomNumberGenerator {
    private var numbers: Xoshiro256

    package init(_ seed: UInt64) {
        numbers = Xoshiro256(seed: seed)
    }

    package mutating func next() -> UInt64 { numbers.next() }

    package mutating func normal() -> Double { numbers.normal() }

    /// At most so many bytes, any or of an alphabet.
    package mutating func bytes(_ most: Int, from alphabet: [UInt8]? = nil) -> [UInt8] {
        let count = Int.random(in: 0...most, using: &self)
        return (0..<count).map { _ in alphabet?.randomElement(using: &self) ?? UInt8.random(in: 0...255, using: &self) }
    }

    /// Changes, removes, repeats and adds bytes, in one to eight places.
    package mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...8, using: &self) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &self)
            let end = min(bytes.count, place + Int.random(in: 1...40, using: &self))
            switch Int.random(in: 0..<8, using: &self) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
            case 4: bytes.insert(contentsOf: self.bytes(12), at: place)
            case 5: bytes.insert(contentsOf: self.bytes(4, from: Array("\"\n\r,;{}[]:\\-.9eE".utf8)), at: place)
            case 6: bytes[place] = Array("0123456789[]{},:-.eE\"\n".utf8).randomElement(using: &self) ?? 0
            default: if Int.random(in: 0..<4, using: &self) == 0 { bytes.removeSubrange(place...) }
            }
        }
        return bytes
    }
}

/// How many inputs a reader is tried with: some in every run, `LEEFKRING_FUZZ=full` for 10,000 random strings and 1,000 changed files per reader.
package enum Fuzz {
    package static let isFull = ProcessInfo.processInfo.environment["LEEFKRING_FUZZ"] == "full"
    package static let strings = isFull ? 10_000 : 1_000
    package static let mutations = isFull ? 1_000 : 60
}
