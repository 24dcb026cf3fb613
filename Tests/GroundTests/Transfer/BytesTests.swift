import Foundation
import Testing
import Transfer

@Suite struct DigestTests {
    @Test("the checksum is GMAC: that of nothing is the published one, and every changed, added or missing byte changes it")
    func checksum() {
        // Test case 1 of the GCM specification (McGrew and Viega, 2005).
        #expect(Digest.hex(Digest.checksum([])) == "58e2fccefa7e3061367f1d57a4e7455a")
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        var seen: Set<[UInt8]> = [Digest.checksum(bytes), Digest.checksum(bytes + [0]), Digest.checksum(bytes.dropLast())]
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            seen.insert(Digest.checksum(changed))
        }
        #expect(seen.count == 1003)
        #expect(Digest.checksum(bytes) == Digest.checksum(bytes))
    }

    @Test(
        "SHA-256 gives the values published in FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        ])
    func known(text: String, digest: String) {
        #expect(Digest.hex(Digest.sha256(text)) == digest)
    }

    @Test("HMAC gives the values published in RFC 4231")
    func hmac() {
        #expect(
            Digest.hex(Digest.hmacSHA256(key: [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8)))
                == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        #expect(
            Digest.hex(Digest.hmacSHA256(key: Array("Jefe".utf8), Array("what do ya want for nothing?".utf8)))
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        #expect(Digest.hex(Digest.hmacSHA256(key: [], [])) == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
    }

    @Test("a file has the digest of its bytes, also over several pieces")
    func file() throws {
        let path = NSTemporaryDirectory() + "leefkring-digest-\(UUID().uuidString)"
        let bytes = (0..<3_000_001).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try Data(bytes).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Digest.sha256(file: path) == Digest.sha256(bytes))
        #expect(throws: TransferError.unreadable(path: path + "-absent")) { try Digest.sha256(file: path + "-absent") }
    }

    @Test("random bytes are as many as asked and differ every time")
    func random() {
        #expect(Digest.randomBytes(0).isEmpty)
        #expect(Digest.randomBytes(-1).isEmpty)
        #expect(Digest.randomBytes(32).count == 32)
        #expect(Digest.randomBytes((1 << 20) + 5).count == (1 << 20) + 5)
        #expect(Set((0..<100).map { _ in Digest.randomBytes(16) }).count == 100)
    }

    @Test("secrets are equal only when every byte is")
    func equality() {
        #expect(Digest.areEqual([1, 2, 3], [1, 2, 3]))
        #expect(!Digest.areEqual([1, 2, 3], [1, 2, 4]))
        #expect(!Digest.areEqual([1, 2, 3], [1, 2]))
        #expect(Digest.areEqual([], []))
    }
}

@Suite struct DeflateTests {
    @Test("what was packed comes back", arguments: Deflate.Wrapping.allCases, [1, 6, 9])
    func roundTrip(wrapping: Deflate.Wrapping, level: Int) throws {
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        for bytes in [[], [7], [UInt8](repeating: 9, count: 1_000_000), noise, Array("buurt ".utf8)] {
            let packed = try Deflate.compress(bytes, as: wrapping, level: level)
            #expect(try Deflate.decompress(packed, as: wrapping, limit: bytes.count) == bytes)
        }
    }

    @Test("the same bytes pack to the same bytes, and several gzip members are one")
    func members() throws {
        let first = try Deflate.compress(Array("wijk".utf8)), again = try Deflate.compress(Array("wijk".utf8))
        #expect(first == again)
        let both = try first + Deflate.compress(Array("buurt".utf8))
        #expect(try Deflate.decompress(both, limit: 100) == Array("wijkbuurt".utf8))
    }

    @Test("bytes packed by gzip itself are read")
    func foreign() throws {
        let bytes = try #require(Data(base64Encoded: "H4sIAAAAAAAAA0sqLS0qAQB0h2phBQAAAA=="))
        let text = String(decoding: try Deflate.decompress([UInt8](bytes), limit: 100), as: UTF8.self)
        #expect(text == "buurt")
    }

    @Test("a decompression bomb stops at the limit")
    func bomb() throws {
        let packed = try Deflate.compress([UInt8](repeating: 0, count: 50_000_000))
        #expect(packed.count < 100_000)
        #expect(throws: TransferError.tooLarge(limit: 1_000_000)) { try Deflate.decompress(packed, limit: 1_000_000) }
        #expect(throws: TransferError.tooLarge(limit: 0)) { try Deflate.decompress(packed, limit: 0) }
    }

    @Test("garbage, a cut-off stream and a changed byte are refused", arguments: Deflate.Wrapping.allCases)
    func garbage(wrapping: Deflate.Wrapping) throws {
        let packed = try Deflate.compress(Array("the quick brown fox jumps over the lazy dog".utf8), as: wrapping)
        for length in 0..<packed.count {
            #expect(throws: TransferError.self) { try Deflate.decompress(Array(packed.prefix(length)), as: wrapping, limit: 1000) }
        }
        #expect(throws: TransferError.self) { try Deflate.decompress(packed + [1, 2, 3], as: wrapping, limit: 1000) }
        guard wrapping != .raw else { return }
        for position in packed.indices where wrapping == .zlib || position >= 10 {
            var changed = packed
            changed[position] ^= 0x55
            #expect(throws: TransferError.self) { try Deflate.decompress(changed, as: wrapping, limit: 1000) }
        }
    }

    @Test("no random bytes crash the reader")
    func fuzz() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            for wrapping in Deflate.Wrapping.allCases {
                let result = Result { try Deflate.decompress(wrapping == .gzip ? [0x1F, 0x8B, 8, 0] + bytes : bytes, as: wrapping, limit: 100_000) }
                if case .success(let output) = result { #expect(output.count <= 100_000) }
            }
        }
    }
}
