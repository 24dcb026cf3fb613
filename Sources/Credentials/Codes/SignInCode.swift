import Transfer

/// A code and a link sent by mail, either of which signs in once. Only their digests are kept.
///
/// The code has few digits, so its digest needs a key that is not in the database; ten minutes and five tries do the rest (ASVS 6.5.5, 6.6.3). The link
/// carries 256 random bits, for which a plain digest will do.
package struct SignInCode: Sendable, Hashable {
    /// What came of a try. Keep the changed value, also after a wrong one.
    package enum Outcome: Sendable, Hashable {
        case accepted
        /// - Parameter left: tries that are left
        case wrong(left: Int)
        case expired
        /// Used already, or tried too often.
        case spent
    }

    /// 32 bytes.
    package let codeTag: [UInt8]
    /// 32 bytes.
    package let linkTag: [UInt8]
    /// Milliseconds since 1970.
    package let expiry: Int64
    package private(set) var triesLeft: Int

    /// As it comes from the database.
    package init(codeTag: [UInt8], linkTag: [UInt8], expiry: Int64, triesLeft: Int) {
        self.codeTag = codeTag
        self.linkTag = linkTag
        self.expiry = expiry
        self.triesLeft = triesLeft
    }

    /// A fresh code and link token, to be sent, and what is kept of them.
    ///
    /// - Parameters:
    ///   - context: whose code for what, such as `sign-in:` and the id of the request; the code is wrong in another
    ///   - lifetime: milliseconds, ten minutes at most
    package static func issue(
        key: SecretKey, context: String, at now: Int64, lifetime: Int64 = 600_000, digits: Int = 6, tries: Int = 5
    ) -> (kept: SignInCode, code: String, link: String) {
        let code = RandomText.digits(min(max(digits, 6), 10))
        let link = RandomText.token()
        let kept = SignInCode(
            codeTag: tag(of: code, key: key, context: context), linkTag: Digest.sha256(link), expiry: now + min(max(lifetime, 0), 600_000),
            triesLeft: min(max(tries, 1), 10))
        return (kept, code, link)
    }

    /// Tries what someone typed. Spaces and hyphens do not matter.
    package mutating func attempt(code typed: String, key: SecretKey, context: String, at now: Int64) -> Outcome {
        let code = String(decoding: typed.utf8.prefix(32).filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }, as: UTF8.self)
        return attempt(isRight: Digest.areEqual(SignInCode.tag(of: code, key: key, context: context), codeTag), at: now)
    }

    /// Tries the token of a link.
    package mutating func attempt(link: String, at now: Int64) -> Outcome {
        attempt(isRight: link.utf8.count <= 256 && Digest.areEqual(Digest.sha256(link), linkTag), at: now)
    }

    private mutating func attempt(isRight: Bool, at now: Int64) -> Outcome {
        guard now < expiry else { return .expired }
        guard triesLeft > 0 else { return .spent }
        if isRight {
            triesLeft = 0
            return .accepted
        }
        triesLeft -= 1
        return triesLeft > 0 ? .wrong(left: triesLeft) : .spent
    }

    private static func tag(of code: String, key: SecretKey, context: String) -> [UInt8] {
        var message = CanonicalBytes("leefkring sign-in code 1")
        message.add(context)
        message.add(code)
        return key.derived(for: "leefkring sign-in code 1").tag(message)
    }
}
