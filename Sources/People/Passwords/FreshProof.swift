import Core

/// Whether someone proved recently enough who they are to change what they sign in with (ASVS 5.0: 7.5.1).
///
/// A session may be a week old, and the browser somebody else's by now; what opens the account for good asks for more than that.
package enum FreshProof: Sendable, Hashable {
    case fresh
    /// They must sign in anew first.
    case stale
    /// They signed in a moment ago, but without the second factor that they have.
    case secondStep

    /// Milliseconds that a proof is fresh: long enough to install an app for codes.
    static let term: Int64 = 900_000

    /// - Parameters:
    ///   - provedAt: when the first factor was proved, milliseconds since 1970
    ///   - proof: of the session
    package static func decide(provedAt: Int64, proof: Actor.Proof, hasSecondFactor: Bool, at now: Int64) -> FreshProof {
        guard now - provedAt < term else { return .stale }
        return hasSecondFactor && proof < .twoFactors ? .secondStep : .fresh
    }
}
