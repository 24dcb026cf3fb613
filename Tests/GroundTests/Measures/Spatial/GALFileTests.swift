import Foundation
import Measures
import TestSupport
import Testing

@Suite("GAL files")
struct GALFileTests {
    private let ids = ["BU01", "BU02", "BU03"]

    private func read(_ text: String, _ ids: [String]? = nil) throws -> GALFile { try GALFile.read(text.utf8, ids: ids) }

    @Test("M6: both headers are read, with names, with row numbers, and without a list of areas")
    func headers() throws {
        let expected = try SpatialWeights(neighbours: [[1, 2], [0], [0]])
        let named = "BU02 1\nBU01\nBU01 2\nBU03 BU02\nBU03 1\nBU01\n"
        #expect(try read("3\n" + named, ids).weights == expected)
        #expect(try read("0 3 wijken.shp BU_CODE\n" + named, ids).weights == expected)
        #expect(try read("3\n0 2\n1 2\n1 1\n0\n2 1\n0", ids) == read("3\n" + named, ids))
        let own = try read("3\n" + named)
        #expect(own.ids == ["BU02", "BU01", "BU03"] && own.weights.neighbours(of: 1) == [0, 2])
        // Names that are numbers themselves: 1 to 3 are the ids, 0 to 2 are places.
        #expect(try read("3\n1 2\n2 3\n2 1\n1\n3 1\n1\n", ["1", "2", "3"]).weights == expected)
        #expect(try read("3\n0 2\n1 2\n1 1\n0\n2 1\n0\n", ["1", "2", "3"]).weights == expected)
    }

    @Test("M6: islands with an empty line or none, Windows and Macintosh line ends, tabs and a byte order mark are read")
    func layouts() throws {
        let expected = try SpatialWeights(neighbours: [[1], [0], []])
        for text in [
            "3\nBU01 1\nBU02\nBU02 1\nBU01\nBU03 0\n\n", "3\nBU03 0\nBU01 1\nBU02\nBU02 1\nBU01", "3\r\nBU01 1\r\nBU02\r\nBU02 1\r\nBU01\r\nBU03 0\r\n",
            "3\rBU01 1\rBU02\rBU02 1\rBU01\rBU03 0", "\u{FEFF}3\n\n BU01\t1 \n\tBU02\nBU02 1\nBU01\n\n\nBU03 0\n",
        ] {
            #expect(try read(text, ids).weights == expected)
        }
        #expect(try read("0\n").weights.count == 0)
    }

    @Test(
        "M6: a fault is told with its line and reason",
        arguments: [
            ("", 1, .empty), ("\n\n", 1, .empty), ("3 4\n", 1, .header("3 4")), ("drie\n", 1, .number("drie")), ("0 -3 a b\n", 1, .number("-3")),
            ("99999999999999999999\n", 1, .number("99999999999999999999")), ("3\nBU01 1 2\n", 2, .entry("BU01 1 2")), ("3\nBU01\n", 2, .entry("BU01")),
            ("3\nBU01 x\n", 2, .number("x")), ("3\nBU01 -1\n", 2, .number("-1")),
            ("3\nBU01 2\nBU02\n", 3, .neighbourCount(announced: 2, found: 1)), ("3\nBU01 1\nBU02 BU03\n", 3, .neighbourCount(announced: 1, found: 2)),
            ("3\nBU01 1", 2, .neighbourCount(announced: 1, found: 0)), ("4\nBU01 0\nBU02 0\nBU03 0\n", 1, .areaCount(expected: 4, found: 3)),
            ("2\nBU01 0\nBU02 0\n", 1, .areaCount(expected: 3, found: 2)), ("3\nBU01 0\nBU02 0\nBU99 0\n", 4, .unknownArea("BU99")),
            ("3\nBU01 1\nBU99\nBU02 0\nBU03 0\n", 3, .unknownArea("BU99")), ("3\nBU01 0\nBU02 0\nBU01 0\n", 4, .repeatedArea("BU01")),
            ("3\nBU01 1\nBU01\nBU02 0\nBU03 0\n", 3, .selfNeighbour("BU01")),
            ("3\nBU01 2\nBU02 BU02\nBU02 0\nBU03 0\n", 3, .duplicateNeighbour("BU02")), ("3\n0 1\n3\n1 0\n2 0\n", 3, .unknownArea("3")),
        ] as [(String, Int, GALFailure.Reason)])
    func faults(text: String, line: Int, reason: GALFailure.Reason) {
        let failure = #expect(throws: GALFailure.self) { try read(text, ids) }
        #expect(failure?.line == line && failure?.reason == reason)
    }

    @Test("M6: areas with the same name are refused, in the list and in the file")
    func sameNames() {
        #expect(throws: GALFailure.self) { try read("2\na 0\na 0\n") }
        #expect(throws: GALFailure.self) { try read("2\na 0\nb 0\n", ["a", "a"]) }
    }

    @Test("M6: what is written is read back the same, with either header")
    func roundTrip() throws {
        var random = Chance(3)
        for _ in 0..<50 {
            let weights = try randomWeights(count: Int.random(in: 0...12, using: &random), &random).binary
            let names = (0..<weights.count).map { "GM\($0 * 7 + 100)" }
            let file = try #require(GALFile(ids: names, weights: weights))
            #expect(try read(file.text(), names) == file)
            #expect(try read(file.text(source: ("mijn wijken.shp", "BU CODE")), names) == file)
        }
        let pair = try SpatialWeights(neighbours: [[1], []])
        #expect(GALFile(ids: ["a", "b"], weights: pair)?.text(source: ("x y", "")) == "0 2 x_y _\na 1\nb\nb 0\n\n")
        for names in [["a"], ["a", "a"], ["a", "b c"], ["a", ""]] { #expect(GALFile(ids: names, weights: pair) == nil) }
    }

    @Test("M6: random bytes and broken files give a failure or a network, never a crash")
    func randomBytes() throws {
        var random = Chance(13)
        let whole = Array("0 3 a b\nBU01 2\nBU02 BU03\nBU02 1\nBU01\nBU03 1\nBU01\n".utf8)
        var read = 0
        for round in 0..<4000 {
            var bytes = whole
            if round % 2 == 0 {
                bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            } else {
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    bytes[Int.random(in: 0..<whole.count, using: &random)] = UInt8.random(in: 9...90, using: &random)
                }
            }
            for names in [ids, nil] {
                if let file = try? GALFile.read(bytes, ids: names) {
                    read += 1
                    #expect(file.ids.count == file.weights.count)
                }
            }
        }
        #expect(read > 0)
    }

    @Test("M6: Columbus has 236 queen and 200 rook links, all mutual", .enabled(if: Golden.isPresent))
    func columbus() throws {
        let queen = try goldenWeights("columbus_queen.gal")
        let rook = try goldenWeights("columbus_rook.gal")
        #expect(queen.count == 49 && queen.links == 236 && queen.isSymmetric && queen.islands.isEmpty)
        #expect(rook.count == 49 && rook.links == 200 && rook.isSymmetric)
        #expect(try goldenWeights("nc_sids2.gal").links == 462 && goldenWeights("nc_cressie_read_1985.gal").links == 492)
        #expect(try goldenWeights("auckland.gal").links == 772)
    }
}

/// The network of a golden file, binary.
func goldenWeights(_ file: String) throws -> SpatialWeights {
    try GALFile.read(Data(contentsOf: Golden.folder!.appending(path: file))).weights
}
