import Credentials
import TestSupport
import Testing
import Transfer

@Suite("Password hashes") struct PasswordHashTests {
    @Test(
        "scrypt gives the values of RFC 7914, section 12",
        arguments: [
            (
                "", "", 4, 1, 1,
                "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
            ),
            (
                "password", "NaCl", 10, 8, 16,
                "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
            ),
            (
                "pleaseletmein", "SodiumChloride", 14, 8, 1,
                "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
            ),
        ])
    func published(password: String, salt: String, logN: Int, r: Int, p: Int, expected: String) throws {
        let cost = try given(Scrypt.Cost(logN: logN, r: r, p: p))
        let key = try given(Scrypt.derive(Array(password.utf8), salt: Array(salt.utf8), cost: cost, count: 64))
        #expect(Digest.hex(key) == expected)
    }

    @Test("ASVS 11.4.2: what is kept has the cost of scrypt that is asked, a salt of its own and nothing of the password")
    func standard() throws {
        let password = try given(Password("correct paard batterij nietje"))
        let hash = try given(PasswordHash(password))
        #expect(hash.text.hasPrefix("$scrypt$ln=17,r=8,p=1$"))
        #expect(hash.matches(password))
        #expect(!hash.needsRehash())
        #expect(PasswordHash(text: hash.text) == hash)
        #expect("\(hash)\(password)".contains("…") && !"\(password)".contains("paard"))
    }

    private static let cheap = Scrypt.Cost(logN: 4)

    @Test("ASVS 6.2.8: only the same password matches: not a shorter, longer, trimmed or otherwise cased one; two hashes of one password differ")
    func exact() throws {
        let cost = try given(Self.cheap)
        let hash = try given(PasswordHash(try given(Password("Zeven Zwanen zwommen")), cost: cost))
        for other in ["zeven zwanen zwommen", "Zeven Zwanen zwomme", "Zeven Zwanen zwommen ", " Zeven Zwanen zwommen"] {
            #expect(!hash.matches(try given(Password(other))), "\(other)")
        }
        #expect(hash.matches(try given(Password("Zeven Zwanen zwommen"))))
        #expect(PasswordHash(try given(Password("Zeven Zwanen zwommen")), cost: cost) != hash)
        #expect(!PasswordHash.decoy(cost).matches(try given(Password("Zeven Zwanen zwommen"))))
    }

    @Test("the same letters typed on another keyboard match (NFKC)")
    func unicode() throws {
        let cost = try given(Self.cheap)
        let hash = try given(PasswordHash(try given(Password("café ﬁets №1")), cost: cost))
        #expect(hash.matches(try given(Password("cafe\u{301} fiets No1"))))
        #expect(!hash.matches(try given(Password("cafe fiets No1"))))
    }

    @Test("ASVS 6.2.9: 64 letters and many more are taken; no end of letters is not")
    func lengths() throws {
        #expect(Password("") == nil)
        // To scrypt the same as without.
        #expect(Password("wachtwoord\u{0}") == nil)
        #expect(Password(String(repeating: "é", count: 64)) != nil)
        #expect(Password(String(repeating: "a", count: 256)) != nil)
        #expect(Password(String(repeating: "a", count: 257)) == nil)
        #expect(Password("a" + String(repeating: "\u{301}", count: 1_000_000)) == nil)
        // ﷺ is 18 letters in NFKC.
        #expect(Password(String(repeating: "\u{FDFA}", count: 20)) == nil)
        let (long, cost) = (String(repeating: "lang", count: 64), try given(Self.cheap))
        let hash = try given(PasswordHash(try given(Password(long)), cost: cost))
        #expect(!hash.matches(try given(Password(String(long.dropLast())))))
    }

    @Test("a hash that is cheaper than wanted asks to be made anew; a dearer one does not")
    func rehash() throws {
        let hash = try given(PasswordHash(try given(Password("wachtwoord")), cost: try given(Scrypt.Cost(logN: 8))))
        #expect(hash.needsRehash())
        #expect(hash.needsRehash(try given(Scrypt.Cost(logN: 9))))
        #expect(hash.needsRehash(try given(Scrypt.Cost(logN: 8, r: 8, p: 2))))
        #expect(!hash.needsRehash(try given(Scrypt.Cost(logN: 8))))
        #expect(!hash.needsRehash(try given(Scrypt.Cost(logN: 7))))
    }

    @Test("costs out of bounds, other methods and damaged texts are no hashes")
    func damaged() throws {
        let (salt, digest) = ("c2FsdHNhbHQ", BitEncoding.base64.encode([UInt8](repeating: 1, count: 32)))
        #expect(PasswordHash(text: "$scrypt$ln=14,r=8,p=1$\(salt)$\(digest)") != nil)
        for front in [
            "ln=64,r=8,p=1", "ln=0,r=8,p=1", "ln=21,r=8,p=1", "ln=20,r=32,p=16", "ln=17,r=8,p=999999999999999999999", "ln=17,r=8", "r=8,ln=17,p=1",
            "ln=+9,r=8,p=1",
            "ln=09,r=8,p=1", "ln=,r=,p=", "",
        ] {
            #expect(PasswordHash(text: "$scrypt$\(front)$\(salt)$\(digest)") == nil, "\(front)")
        }
        for text in [
            "", "$", "$$$$", "scrypt$ln=14,r=8,p=1$\(salt)$\(digest)", "$argon2id$ln=14,r=8,p=1$\(salt)$\(digest)", "$scrypt$ln=14,r=8,p=1$YQ$\(digest)",
        ] {
            #expect(PasswordHash(text: text) == nil, "\(text)")
        }
        var chance = Chance(43)
        let right = Array("$scrypt$ln=14,r=8,p=1$\(salt)$\(digest)".utf8)
        for _ in 0..<Fuzz.strings {
            let text = String(decoding: chance.mutated(right), as: UTF8.self)
            if let hash = PasswordHash(text: text) { #expect(hash.text == text) }
        }
    }

    @Test("ASVS 15.2.2: the queue tells right from wrong, also for no account, and says so when it is full")
    func queue() async throws {
        let cost = try given(Scrypt.Cost(logN: 12))
        let queue = HashingQueue(cost: cost, atOnce: 2, most: 4)
        let (right, wrong) = (try given(Password("zon maan en sterren")), try given(Password("maan zon en sterren")))
        let hash = try given(await queue.hash(right))
        #expect(await queue.verify(right, against: hash) == .right(stale: false))
        #expect(await queue.verify(wrong, against: hash) == .wrong)
        #expect(await queue.verify(right, against: nil) == .wrong)
        let cheap = try given(PasswordHash(right, cost: try given(Self.cheap)))
        #expect(await queue.verify(right, against: cheap) == .right(stale: true))
        let outcomes = await withTaskGroup(of: HashingQueue.Outcome.self) { group in
            for _ in 0..<40 { group.addTask { await queue.verify(right, against: hash) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.contains(.right(stale: false)) && outcomes.contains(.busy) && !outcomes.contains(.wrong))
        #expect(await queue.verify(right, against: hash) == .right(stale: false))
    }
}
