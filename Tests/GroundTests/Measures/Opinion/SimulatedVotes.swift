import Measures

/// Votes of people who do not exist.
enum SimulatedVotes {
    /// Independent votes as in the specification: 20 to 200 people, 20 to 60 statements, density 0.3 to 0.9, an agree rate of each statement from 0.2 to
    /// 0.8, 10 % passes.
    static func noise(seed: UInt64, people range: ClosedRange<Int> = 25...200) throws -> VoteMatrix {
        var generator = Xoshiro256(seed: seed, stream: 77)
        let people = range.lowerBound + Int(generator.below(UInt32(range.count))), statements = 20 + Int(generator.below(41))
        let density = generator.uniform(in: 0.3...0.9)
        let rates = (0..<statements).map { _ in generator.uniform(in: 0.2...0.8) }
        return try VoteMatrix((0..<people).map { _ in row(rates, density, &generator) })
    }

    /// Two groups of equal size. On some statements one agrees with rate ½ + difference/2 and the other with ½ − difference/2, on every second of them the
    /// other way round; on the rest both have one rate from 0.2 to 0.8.
    static func planted(people: Int, statements: Int = 40, part: Double, difference: Double, density: Double, seed: UInt64) throws -> VoteMatrix {
        var generator = Xoshiro256(seed: seed, stream: 78)
        let dividing = Int((part * Double(statements)).rounded())
        let rates = (0..<statements).map { statement in
            statement < dividing ? 0.5 + (statement % 2 == 0 ? difference : -difference) / 2 : generator.uniform(in: 0.2...0.8)
        }
        let turned = rates.indices.map { $0 < dividing ? 1 - rates[$0] : rates[$0] }
        return try VoteMatrix((0..<people).map { row($0 % 2 == 0 ? rates : turned, density, &generator) })
    }

    static func row(_ rates: [Double], _ density: Double, _ generator: inout Xoshiro256) -> [Vote.Choice?] {
        rates.map { rate in
            guard generator.uniform() < density else { return nil }
            return generator.uniform() < 0.1 ? .pass : generator.uniform() < rate ? .agree : .disagree
        }
    }
}
