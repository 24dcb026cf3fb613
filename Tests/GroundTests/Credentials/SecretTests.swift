import Credentials
import TestSupport
import Testing
import Transfer

@Suite("Encodings, keys and signed tokens") struct SecretTests {
    @Test(
        "the encodings give the values of RFC 4648, section 10, without padding",
        arguments: [
            ("", "", ""), ("f", "Zg", "MY"), ("fo", "Zm8", "MZXQ"), ("foo", "Zm9v", "MZXW6"), ("foob", "Zm9vYg", "MZXW6YQ"), ("fooba", "Zm9vYmE", "MZXW6YTB"),
            ("foobar", "Zm9vYmFy", "MZXW6YTBOI"),
        ])
    func published(text: String, base64: String, base32: String) {
        #expect(BitEncoding.base64URL.encode(Array(text.utf8)) == base64)
        #expect(BitEncoding.base64.encode(Array(text.utf8)) == base64)
        #expect(BitEncoding.base32.encode(Array(text.utf8)) == base32)
        #expect(BitEncoding.base64URL.decode(base64) == Array(text.utf8))
        #expect(BitEncoding.base32.decode(base32) == Array(text.utf8))
    }

    @Test("there is one spelling: padding, white space, leftover bits, the other alphabet and lengths that no bytes have are refused")
    func oneSpelling() {
        for text in ["Zg==", "Zh", "Zg ", "Z", "Zm9vY", "+w", "Zm9v\n", "é"] { #expect(BitEncoding.base64URL.decode(text) == nil, "\(text)") }
        for text in ["MZ", "M", "MZXW6YT", "mzxw6", "MZXW1", "MZX"] { #expect(BitEncoding.base32.decode(text) == nil, "\(text)") }
        #expect(BitEncoding.base64URL.decode("-_8") == [251, 255])
        #expect(BitEncoding.base64.decode("+/8") == [251, 255])
    }

    @Test("any bytes come back, and what is read is written the same again")
    func roundTrip() {
        var chance = Chance(41)
        let alphabet = Array("ABCabc0189-_+/=klz".utf8)
        for _ in 0..<Fuzz.strings {
            let bytes = chance.bytes(40)
            let text = String(decoding: chance.bytes(12, from: alphabet), as: UTF8.self)
            for encoding in [BitEncoding.base64URL, .base64, .base32, .readable] {
                #expect(encoding.decode(encoding.encode(bytes)) == bytes)
                if let read = encoding.decode(text) { #expect(encoding.encode(read) == text) }
            }
        }
    }

    @Test("a derived key is HKDF-Expand: that of RFC 5869, test case 3")
    func derived() throws {
        let key = try given(SecretKey(hex("19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04")))
        #expect(BitEncoding.base64URL.decode(key.derived(for: "").text) == hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"))
        #expect(key.derived(for: "a") != key.derived(for: "b"))
    }

    @Test("a key has at least 256 bits, comes back from its text and is not printed")
    func keys() throws {
        #expect(SecretKey([UInt8](repeating: 7, count: 31)) == nil)
        #expect(SecretKey(text: "short") == nil)
        let key = SecretKey.random()
        #expect(SecretKey(text: key.text) == key)
        #expect(key.text.utf8.count == 43)
        for printed in ["\(key)", String(reflecting: key), String(describing: [key])] { #expect(!printed.contains(key.text.prefix(8))) }
        var dumped = ""
        dump(key, to: &dumped)
        #expect(!dumped.contains("bytes"))
    }

    @Test("ASVS 7.2.3: random tokens have 128 bits or more and never come twice; random digits are as many as asked and all ten come about as often")
    func random() {
        #expect(Set((0..<1000).map { _ in RandomText.token(bits: 1) }).count == 1000)
        #expect(RandomText.token(bits: 1).utf8.count == 22)
        #expect(RandomText.token().utf8.count == 43)
        var counts: [Character: Int] = [:]
        for _ in 0..<5000 {
            let code = RandomText.digits(6)
            #expect(code.utf8.count == 6)
            for digit in code { counts[digit, default: 0] += 1 }
        }
        // 3,000 of each expected, standard deviation 52.
        #expect(counts.count == 10 && counts.values.allSatisfy { (2700...3300).contains($0) })
    }

    @Test("different values never give the same canonical bytes")
    func canonical() {
        func bytes(_ fill: (inout CanonicalBytes) -> Void) -> [UInt8] {
            var bytes = CanonicalBytes("test")
            fill(&bytes)
            return bytes.bytes
        }
        let absent: String? = nil
        let variants: [[UInt8]] = [
            bytes { _ in }, bytes { $0.add("") }, bytes { $0.add(absent) }, bytes { $0.add("ab") },
            bytes {
                $0.add("a"); $0.add("b")
            },
            bytes {
                $0.add(""); $0.add("ab")
            }, bytes { $0.add([UInt8]("ab".utf8)) }, bytes { $0.add(Int64(97)) }, bytes { $0.add(true) },
            bytes { $0.add(false) }, bytes { $0.add(["a": "b"]) }, bytes { $0.add(["b": "a"]) }, bytes { $0.add([:] as [String: String]) },
            bytes { $0.add("é") }, bytes { $0.add("e\u{301}") }, CanonicalBytes("other").bytes,
        ]
        #expect(Set(variants).count == variants.count)
        #expect(bytes { $0.add(["x": "1", "y": "2", "z": "3"]) } == bytes { $0.add(["z": "3", "y": "2", "x": "1"]) })
    }

    @Test("a signed token gives its payload back until it expires, and only to a signer of the same purpose that knows its key")
    func tokens() throws {
        let (old, new) = (SecretKey.random(), SecretKey.random())
        let signer = TokenSigner(old, purpose: "unsubscribe")
        for payload in ["", "person:17|digest", "naïef ⛄️ . . ."] {
            let token = signer.sign(payload, until: 1_000)
            #expect(try signer.open(token, at: 999) == payload)
            #expect(throws: TokenFault.expired) { try signer.open(token, at: 1_000) }
            #expect(try TokenSigner(new, older: [old], purpose: "unsubscribe").open(token, at: 0) == payload)
            #expect(throws: TokenFault.forged) { try TokenSigner(new, purpose: "unsubscribe").open(token, at: 0) }
            #expect(throws: TokenFault.forged) { try TokenSigner(old, purpose: "form").open(token, at: 0) }
            #expect(token.utf8.allSatisfy { $0 == 0x2E || BitEncoding.base64URL.decode("AAA" + String(UnicodeScalar($0))) != nil })
        }
        #expect(try signer.open(signer.sign("for ever"), at: .max) == "for ever")
    }

    @Test("a token that was changed anywhere is forged")
    func forged() throws {
        let signer = TokenSigner(.random(), purpose: "form")
        let token = Array(signer.sign("person:17", until: 5_000).utf8)
        var chance = Chance(42)
        for _ in 0..<Fuzz.strings {
            let changed = chance.mutated(token)
            guard changed != token else { continue }
            #expect(throws: TokenFault.forged) { try signer.open(String(decoding: changed, as: UTF8.self), at: 0) }
        }
        for text in ["", "..", "a.b.c", ".5.", String(repeating: "A", count: 9000)] {
            #expect(throws: TokenFault.forged) { try signer.open(text, at: 0) }
        }
    }

    @Test("a signed token has one spelling: its time written otherwise, or put where there is none, is forged")
    func spelling() throws {
        let signer = TokenSigner(.random(), purpose: "form")
        for (expiry, others) in [(5_000, ["+5000", "05000"]), (nil, ["x", "-", "1 "])] as [(Int64?, [String])] {
            let parts = signer.sign("person:17", until: expiry).split(separator: ".", omittingEmptySubsequences: false)
            try #require(parts.count == 3)
            #expect(try signer.open(parts.joined(separator: "."), at: 0) == "person:17")
            for other in others {
                #expect(throws: TokenFault.forged, "\(other)") { try signer.open("\(parts[0]).\(other).\(parts[2])", at: 0) }
            }
        }
    }

    @Test("a pseudonym is the same for the same person, another for another person, purpose or key, and does not show the person")
    func pseudonyms() {
        let key = SecretKey.random()
        let log = Pseudonymiser(key, purpose: "read log")
        #expect(log.pseudonym(kind: "person", id: "17") == Pseudonymiser(key, purpose: "read log").pseudonym(kind: "person", id: "17"))
        let others = [
            log.pseudonym(kind: "person", id: "17"), log.pseudonym(kind: "person", id: "18"), log.pseudonym(kind: "perso", id: "n17"),
            Pseudonymiser(key, purpose: "other").pseudonym(kind: "person", id: "17"),
            Pseudonymiser(.random(), purpose: "read log").pseudonym(kind: "person", id: "17"),
        ]
        #expect(Set(others).count == others.count)
        #expect(others.allSatisfy { $0.utf8.count == 26 })
    }
}

/// Bytes from pairs of hexadecimal digits.
func hex(_ text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
