import Core
import Credentials
import Transfer

/// A code that goes through a form or an address once: hidden, so that no log and no history of a browser holds it, and signed.
struct CodeProofs: Sendable {
    private let signer: TokenSigner
    private let mask: SecretMask

    /// As long as a form may stay open.
    static let formLife: Int64 = 86_400_000
    /// As long as a page shows the code.
    static let pageLife: Int64 = 600_000

    init(_ key: SecretKey) {
        signer = TokenSigner(key, purpose: "voices code")
        mask = SecretMask(key.derived(for: "leefkring voices code 1"), kind: "voices code")
    }

    func hidden(_ code: VoiceCode, until expiry: Int64) -> String {
        signer.sign(BitEncoding.base64URL.encode(mask.hide(Array(code.description.utf8), for: "")), until: expiry)
    }

    /// nil for what was not made here, or is past its time.
    func shown(_ proof: String?, at now: Int64) -> VoiceCode? {
        guard let payload = proof.flatMap({ try? signer.open($0, at: now) }), let hidden = BitEncoding.base64URL.decode(payload),
            let bytes = mask.show(hidden, for: ""), let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        return VoiceCode(text)
    }
}

/// That someone showed the code of a contribution a moment ago, or that it is theirs: in an address, for an hour. It does not tell the code.
struct OwnProofs: Sendable {
    private let signer: TokenSigner

    static let life: Int64 = 3_600_000

    init(_ key: SecretKey) { signer = TokenSigner(key, purpose: "voices own") }

    func sign(_ contribution: Identifier, at now: Int64) -> String { signer.sign(contribution.description, until: now + Self.life) }

    func open(_ proof: String?, at now: Int64) -> Identifier? { proof.flatMap { try? signer.open($0, at: now) }.flatMap { Identifier($0) } }
}
