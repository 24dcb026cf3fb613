import TestSupport
import Testing

@testable import Measures

@Suite("Places and their counts")
struct RankTallyTests {
    @Test("M10: sorting by radix finds the places that counting pair by pair finds, ties together")
    func sorter() {
        var random = Chance(61)
        var sorter = RankSorter(count: 400)
        for round in 0..<60 {
            let count = Int.random(in: 1...400, using: &random)
            let scores = (0..<count).map { _ in round % 2 == 0 ? Double(Int.random(in: -9...9, using: &random)) : random.normal() }
            var places = [Int](repeating: -1, count: count)
            scores.withUnsafeBufferPointer { scores in
                sorter.forEachTie(scores) { start, end, indices in
                    #expect(end - start == indices.count)
                    for index in indices { places[Int(index)] = start }
                }
            }
            #expect(places == scores.map { score in scores.count { $0 < score } })
        }
    }

    @Test("M10: median and range hold those of all runs, exactly up to 1,024 areas and within a bin above", arguments: [10, 1024, 2500])
    func tally(areas: Int) throws {
        var random = Chance(62)
        var tally = RankTally(areas: areas), other = RankTally(areas: areas)
        var runs: [[Int32]] = []
        let nominal = (1...Int32(areas)).map { $0 }
        for run in 0..<41 {
            let ranks = nominal.shuffled(using: &random)
            runs.append(ranks)
            ranks.withUnsafeBufferPointer { ranks in
                nominal.withUnsafeBufferPointer { nominal in
                    ranks.map { $0 == 1 }.withUnsafeBufferPointer { isWorst in
                        if run % 2 == 0 {
                            tally.add(ranks: ranks, isWorst: isWorst, nominal: nominal)
                        } else {
                            other.add(ranks: ranks, isWorst: isWorst, nominal: nominal)
                        }
                    }
                }
            }
        }
        tally.add(other)
        let bin = areas > 1024 ? 3 : 1
        for area in stride(from: 0, to: areas, by: 7) {
            let sorted = runs.map { Int($0[area]) }.sorted()
            #expect(abs(tally.median(of: area) - Double(sorted[20])) <= Double(bin - 1))
            let range = tally.range(of: area)
            #expect(
                range.lowerBound <= sorted[2] && range.lowerBound > sorted[2] - bin && range.upperBound >= sorted[38] && range.upperBound < sorted[38] + bin)
            #expect(isClose(tally.worstShare(of: area), Double(runs.count { $0[area] == 1 }) / 41, 1e-12))
        }
        #expect(tally.runs == 41)
        let shift = runs.reduce(0) { sum, ranks in sum + zip(ranks, nominal).reduce(0) { $0 + Int(abs($1.0 - $1.1)) } }
        #expect(tally.shift == shift)
    }
}
