import Credentials
import Foundation
import TestSupport
import Testing

@Suite("JSON Web Tokens") struct WebTokenTests {
    /// RFC 7515, appendix A.2.
    private static let modulus =
        "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_"
        + "YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uD"
        + "Zlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"
    private static let rsaKey = #"{"keys":[{"kty":"RSA","kid":"a2","e":"AQAB","n":"\#(modulus)"}]}"#
    private static let payload = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
    private static let rsaToken =
        "eyJhbGciOiJSUzI1NiJ9.\(payload)."
        + "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQ"
        + "jbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqt"
        + "FZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"
    /// RFC 7515, appendix A.3.
    private static let ecKey = """
        {"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}
        """
    private static let ecToken =
        "eyJhbGciOiJFUzI1NiJ9.\(payload).DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"

    private func keys(_ json: String) throws -> WebKeySet { try given(WebKeySet(Array(json.utf8))) }

    @Test("the published tokens of RFC 7515, appendix A.2 (RS256) and A.3 (ES256), are right and give their claims")
    func published() throws {
        for (token, set, algorithm) in [(Self.rsaToken, Self.rsaKey, SignatureAlgorithm.rs256), (Self.ecToken, Self.ecKey, .es256)] {
            let token = try WebToken(token, keys: keys(set), algorithms: [algorithm])
            #expect(token.claims == ["iss": .text("joe"), "exp": .number(1_300_819_380), "http://example.com/is_root": .truth(true)])
            #expect(token.header == ["alg": .text(algorithm.rawValue)])
        }
    }

    @Test("ASVS 10.5: the way of signing is what was agreed on, not what the token says: none, HMAC with the public key and the other method are refused")
    func algorithms() throws {
        let set = try keys(Self.rsaKey)
        #expect(throws: WebTokenFault.algorithm("RS256")) { try WebToken(Self.rsaToken, keys: set, algorithms: [.es256, .ps256]) }
        for (name, signature) in [("none", ""), ("None", ""), ("HS256", "AAAA")] {
            let header = BitEncoding.base64URL.encode(Array(#"{"alg":"\#(name)"}"#.utf8))
            #expect(throws: WebTokenFault.algorithm(name)) {
                try WebToken("\(header).\(Self.payload).\(signature)", keys: set, algorithms: Set(SignatureAlgorithm.allCases))
            }
        }
        // RSA bytes for another padding, and a token for a key of the other kind.
        let parts = Self.rsaToken.split(separator: ".")
        let other = BitEncoding.base64URL.encode(Array(#"{"alg":"PS256"}"#.utf8))
        #expect(throws: WebTokenFault.badSignature) { try WebToken("\(other).\(parts[1]).\(parts[2])", keys: set, algorithms: [.ps256]) }
        #expect(throws: WebTokenFault.unknownKey) { try WebToken(Self.ecToken, keys: set, algorithms: [.es256]) }
    }

    @Test("header fields that must be understood, other shapes and large ones are malformed")
    func malformed() throws {
        let set = try keys(Self.rsaKey)
        let critical = BitEncoding.base64URL.encode(Array(#"{"alg":"RS256","crit":["exp"]}"#.utf8))
        let texts = [
            "", ".", "..", "...", "a.b.c", "\(critical).\(Self.payload).AAAA", Self.rsaToken + ".", Self.rsaToken + "=", " " + Self.rsaToken,
            "e30.\(Self.payload).AAAA", "W10.\(Self.payload).AAAA", String(repeating: "A", count: 70_000),
        ]
        for text in texts { #expect(throws: WebTokenFault.malformed) { try WebToken(text, keys: set, algorithms: [.rs256]) } }
    }

    @Test("ASVS 10.5: whatever is changed in a token, it is refused")
    func changed() throws {
        for (token, set, algorithm) in [(Self.rsaToken, Self.rsaKey, SignatureAlgorithm.rs256), (Self.ecToken, Self.ecKey, .es256)] {
            let set = try keys(set)
            var chance = Chance(47)
            for _ in 0..<Fuzz.strings / 2 {
                let text = String(decoding: chance.mutated(Array(token.utf8)), as: UTF8.self)
                guard text != token else { continue }
                #expect(throws: WebTokenFault.self) { try WebToken(text, keys: set, algorithms: [algorithm]) }
            }
        }
    }

    @Test("signed here, checked here, with the key passing through PEM and a key set", arguments: SignatureAlgorithm.allCases)
    func ownSignatures(algorithm: SignatureAlgorithm) throws {
        let fresh = try given(PrivateKey.random(algorithm == .es256 ? .p256 : .rsa))
        let key = try given(PrivateKey(pem: try given(fresh.pem)))
        #expect(try given(fresh.pem).hasPrefix("-----BEGIN PRIVATE KEY-----"))
        var webKey = try given(key.webKey(id: "k1")?.object)
        webKey["alg"] = .text(algorithm.rawValue)
        let set = try keys(json(["keys": .list([.object(webKey)])]))
        for round in 0..<20 {
            let claims: [String: ClaimValue] = ["sub": .text("naïef/\(round)"), "n": .number(Double(round)), "list": .list([.null, .truth(false)])]
            let token = try given(WebToken.sign(claims, key: key, id: "k1", algorithm: algorithm))
            #expect(try WebToken(token, keys: set, algorithms: [algorithm]).claims == claims)
            let other = try given(WebToken.sign(claims, key: key, id: "k2", algorithm: algorithm))
            #expect(throws: WebTokenFault.unknownKey) { try WebToken(other, keys: set, algorithms: [algorithm]) }
        }
        let wrong: SignatureAlgorithm = algorithm == .es256 ? .rs256 : .es256
        #expect(WebToken.sign([:], key: key, id: "k1", algorithm: wrong) == nil)
    }

    @Test("keys that are weak, faulty, for encryption or for another algorithm are left out of a set")
    func keySets() throws {
        let short = BitEncoding.base64URL.encode([UInt8](repeating: 0xFF, count: 128))
        let long = BitEncoding.base64URL.encode([UInt8](repeating: 0xFF, count: 1025))
        let good = Self.modulus
        let left = [
            #"{"kty":"RSA","e":"AQAB","n":"\#(short)"}"#, #"{"kty":"RSA","e":"AQAB","n":"\#(long)"}"#, #"{"kty":"RSA","e":"AQ","n":"\#(good)"}"#,
            #"{"kty":"RSA","e":"Ag","n":"\#(good)"}"#, #"{"kty":"RSA","use":"enc","e":"AQAB","n":"\#(good)"}"#,
            #"{"kty":"RSA","alg":"RS512","e":"AQAB","n":"\#(good)"}"#,
            #"{"kty":"RSA","key_ops":["encrypt"],"e":"AQAB","n":"\#(good)"}"#, #"{"kty":"oct","k":"AAAA"}"#, #"{"kty":"RSA"}"#, "5", "null",
            // Not a point of the curve.
            #"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"}"#,
            #"{"kty":"EC","crv":"P-384","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#,
        ]
        for key in left { #expect(try keys(#"{"keys":[\#(key)]}"#).isEmpty, "\(key)") }
        #expect(try !keys(#"{"keys":[\#(left.joined(separator: ",")),{"kty":"RSA","e":"AQAB","n":"\#(good)"}]}"#).isEmpty)
        // Two keys without a name: it cannot be said which is meant.
        let one = #"{"kty":"RSA","e":"AQAB","n":"\#(good)"}"#
        #expect(throws: WebTokenFault.unknownKey) { try WebToken(Self.rsaToken, keys: keys(#"{"keys":[\#(one),\#(one)]}"#), algorithms: [.rs256]) }
        for text in ["", "[]", "{}", #"{"keys":5}"#] { #expect(WebKeySet(Array(text.utf8)) == nil) }
    }

    @Test("no bytes as PEM, JSON or key set do harm, and deep nesting is refused")
    func anything() {
        #expect(ClaimValue(Array((String(repeating: "[", count: 33) + String(repeating: "]", count: 33)).utf8)) == nil)
        #expect(ClaimValue([UInt8](repeating: 0x5B, count: 200_000)) == nil)
        #expect(ClaimValue(Array(#"{"a":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["}"#.utf8)) != nil)
        var chance = Chance(48)
        for _ in 0..<Fuzz.strings {
            _ = WebKeySet(chance.mutated(Array(Self.rsaKey.utf8)))
            _ = WebKeySet(chance.mutated(Array(Self.ecKey.utf8)))
            _ = ClaimValue(chance.bytes(60))
        }
        for _ in 0..<50 {
            _ = PrivateKey(pem: "-----BEGIN PRIVATE KEY-----\n" + BitEncoding.base64.encode(chance.bytes(120)) + "\n-----END PRIVATE KEY-----\n")
        }
        #expect(PrivateKey(pem: "") == nil)
        #expect(PrivateKey(pem: "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n") == nil)
    }
}

/// JSON of fields, for what a provider sends.
func json(_ fields: [String: ClaimValue]) -> String {
    (try? String(decoding: JSONEncoder().encode(ClaimValue.object(fields)), as: UTF8.self)) ?? ""
}
