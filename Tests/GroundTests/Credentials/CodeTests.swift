import Credentials
import TestSupport
import Testing
import Transfer

@Suite("One-time codes") struct CodeTests {
    private static let seed = Array("1234567890123456789012345678901234567890123456789012345678901234".utf8)

    @Test("HOTP gives the ten values of RFC 4226, appendix D")
    func hotp() throws {
        let app = try given(OneTimePassword(secret: Array(Self.seed.prefix(20))))
        let expected = ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"]
        #expect((0..<10).map { app.code(counter: $0) } == expected)
    }

    @Test(
        "TOTP gives the eighteen values of RFC 6238, appendix B",
        arguments: [
            (59, "94287082", "46119246", "90693936"), (1_111_111_109, "07081804", "68084774", "25091201"), (1_111_111_111, "14050471", "67062674", "99943326"),
            (1_234_567_890, "89005924", "91819424", "93441116"), (2_000_000_000, "69279037", "90698825", "38618901"),
            (20_000_000_000, "65353130", "77737706", "47863826"),
        ])
    func totp(seconds: Int64, sha1: String, sha256: String, sha512: String) throws {
        for (algorithm, length, expected) in [(OneTimePassword.Algorithm.sha1, 20, sha1), (.sha256, 32, sha256), (.sha512, 64, sha512)] {
            let app = try given(OneTimePassword(secret: Array(Self.seed.prefix(length)), algorithm: algorithm, digits: 8))
            #expect(app.code(counter: app.counter(at: seconds * 1000)) == expected)
            #expect(app.accept(expected, at: seconds * 1000, after: nil) == app.counter(at: seconds * 1000))
        }
    }

    @Test("a code is taken one period early or late, once, and no older one after it (ASVS 6.5.1)")
    func replay() throws {
        let app = OneTimePassword.random()
        let now: Int64 = 1_800_000_000_000
        let current = app.counter(at: now)
        for offset in -1...1 {
            let counter = UInt64(Int64(current) + Int64(offset))
            #expect(app.accept(app.code(counter: counter), at: now, after: nil) == counter)
        }
        #expect(app.accept(app.code(counter: current - 2), at: now, after: nil) == nil)
        #expect(app.accept(app.code(counter: current + 2), at: now, after: nil) == nil)
        #expect(app.accept(app.code(counter: current), at: now, after: current) == nil)
        #expect(app.accept(app.code(counter: current - 1), at: now, after: current) == nil)
        #expect(app.accept(app.code(counter: current + 1), at: now, after: current) == current + 1)
        #expect(app.accept(app.code(counter: current), at: now, after: nil, window: 0) == current)
        #expect(app.accept(app.code(counter: current + 1), at: now, after: nil, window: 0) == nil)
        #expect(app.accept(app.code(counter: 0), at: 0, after: nil) == 0)
        #expect(app.accept(app.code(counter: 0), at: -5, after: nil) == 0)
    }

    @Test("spaces do not matter; letters, other digits and lengths are wrong")
    func typed() throws {
        let app = try given(OneTimePassword(secret: Array(Self.seed.prefix(20))))
        #expect(app.accept("287 082", at: 59_000, after: nil) == 1)
        #expect(app.accept(" 287082 ", at: 59_000, after: nil) == 1)
        for typed in ["", "28708", "2870822", "287O82", "٢٨٧٠٨٢", "287082\n", String(repeating: " ", count: 40) + "287082"] {
            #expect(app.accept(typed, at: 59_000, after: nil) == nil, "\(typed)")
        }
    }

    @Test("an app is told the secret in the form that all apps know, with odd names escaped")
    func address() throws {
        let app = try given(OneTimePassword(secret: Array(Self.seed.prefix(20))))
        #expect(
            app.address(issuer: "Leefkring: Súd", account: "a+b@c.example")
                == "otpauth://totp/Leefkring%20%20S%C3%BAd:a%2Bb%40c.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Leefkring%20%20S%C3%BAd"
                + "&algorithm=SHA1&digits=6&period=30")
        #expect(app.readableSecret == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect("\(app)" == "OneTimePassword(…)")
        for count in [0, 15, 129] { #expect(OneTimePassword(secret: [UInt8](repeating: 1, count: count)) == nil) }
        #expect(OneTimePassword(secret: Self.seed, digits: 5) == nil && OneTimePassword(secret: Self.seed, period: 61) == nil)
    }

    @Test("a QR code has its three finder patterns, and its path covers exactly its dark modules")
    func qr() throws {
        let code = try given(QRCode(OneTimePassword.random().address(issuer: "Leefkring", account: "iemand@voorbeeld.example")))
        #expect((code.width - 21) % 4 == 0 && code.modules.count == code.width * code.width && code.size == code.width + 8)
        let finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
        for (top, left) in [(0, 0), (0, code.width - 7), (code.width - 7, 0)] {
            for row in 0..<7 {
                let line = (0..<7).map { code.modules[(top + row) * code.width + left + $0] ? "1" : "0" }.joined()
                #expect(line == finder[row])
            }
        }
        var drawn = [Bool](repeating: false, count: code.modules.count)
        for match in code.path.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
            let (x, y, width) = (Int(match.1) ?? 0, Int(match.2) ?? 0, Int(match.3) ?? 0)
            #expect(match.3 == match.4)
            for column in x..<x + width { drawn[(y - 4) * code.width + column - 4] = true }
        }
        #expect(drawn == code.modules)
        for text in ["", "a\u{0}b", String(repeating: "a", count: 2001)] { #expect(QRCode(text) == nil) }
        #expect(QRCode(String(repeating: "a", count: 2000)) != nil)
    }

    @Test("a recovery code works once, however it is typed, and what is kept does not show it")
    func recovery() throws {
        let cost = try given(Scrypt.Cost(logN: 4))
        let (codes, kept) = try given(RecoveryCodes.make(10, cost: cost))
        #expect(Set(codes).count == 10 && kept.count == 10)
        #expect(codes.allSatisfy { $0.wholeMatch(of: /[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}/) != nil })
        let read = try given(RecoveryCodes(text: kept.text))
        #expect(read == kept)
        #expect(codes.allSatisfy { !kept.text.contains($0) })
        let typed = " " + codes[3].uppercased().replacing("-", with: " ").replacing("0", with: "O").replacing("1", with: "l")
        let left = try given(read.using(typed))
        #expect(left.count == 9)
        #expect(left.using(codes[3]) == nil)
        #expect(left.using(codes[4])?.count == 8)
        for wrong in ["", "0000-0000-0000", String(codes[0].dropLast()), codes[0] + "0", String(repeating: "0", count: 100_000)] {
            #expect(kept.using(wrong) == nil)
        }
        for text in ["", "$scrypt$ln=4,r=8,p=1$c2FsdHNhbHQ$short", "$scrypt$ln=40,r=8,p=1$c2FsdHNhbHQ$"] { #expect(RecoveryCodes(text: text) == nil) }
    }

    @Test("ASVS 6.5.1, 6.5.5: a sign-in code or its link works once, within ten minutes, in five tries, and only for what it was asked")
    func signIn() {
        let key = SecretKey.random()
        func issue() -> (kept: SignInCode, code: String, link: String) { SignInCode.issue(key: key, context: "sign-in:7", at: 1_000) }
        var (kept, code, link) = issue()
        #expect(code.utf8.count == 6 && link.utf8.count == 43 && kept.expiry == 601_000)
        #expect(kept.attempt(code: code.prefix(3) + " " + code.suffix(3), key: key, context: "sign-in:7", at: 600_999) == .accepted)
        #expect(kept.attempt(code: code, key: key, context: "sign-in:7", at: 2_000) == .spent)
        #expect(kept.attempt(link: link, at: 2_000) == .spent)
        (kept, code, link) = issue()
        #expect(kept.attempt(link: link, at: 601_000) == .expired)
        #expect(kept.attempt(link: link, at: 2_000) == .accepted)
        (kept, code, link) = issue()
        #expect(kept.attempt(code: code, key: key, context: "sign-in:8", at: 2_000) == .wrong(left: 4))
        #expect(kept.attempt(code: code, key: .random(), context: "sign-in:7", at: 2_000) == .wrong(left: 3))
        #expect(kept.attempt(code: "", key: key, context: "sign-in:7", at: 2_000) == .wrong(left: 2))
        #expect(kept.attempt(link: link + "A", at: 2_000) == .wrong(left: 1))
        #expect(kept.attempt(code: String(repeating: "9", count: 1_000_000), key: key, context: "sign-in:7", at: 2_000) == .spent)
        #expect(kept.attempt(code: code, key: key, context: "sign-in:7", at: 2_000) == .spent)
        let long = SignInCode.issue(key: key, context: "", at: 0, lifetime: .max, digits: 1, tries: 1000)
        #expect(long.kept.expiry == 600_000 && long.code.utf8.count == 6 && long.kept.triesLeft == 10)
    }
}
