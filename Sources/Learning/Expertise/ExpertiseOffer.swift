import Core
import Credentials
import People
import SQL

/// Shows that someone offered in an answer, a moment ago, to teach others what they know (EXP-03).
///
/// It says nothing of who, of the answer or of the call, so that no page and no line of the journal can bring an answer and an account together.
enum OfferProof {
    /// Time enough to sign in: milliseconds.
    static let life: Int64 = 3_600_000
    private static let payload = "aanbod"

    static func token(_ key: SecretKey, at now: Int64) -> String { signer(key).sign(payload, until: now + life) }

    static func holds(_ token: String, _ key: SecretKey, at now: Int64) -> Bool { (try? signer(key).open(token, at: now)) == payload }

    private static func signer(_ key: SecretKey) -> TokenSigner { TokenSigner(key, purpose: "expertise offer") }
}

extension ExpertiseStore {
    /// Proposes a line to someone for what they offered: to themselves, and for nobody to see before they say that it is right.
    ///
    /// - Throws: ``Fault/unknown`` for a subject that is not in use
    package func offer(_ label: String, kind: ExpertiseLine.Kind, by person: Identifier, region: AreaCode?, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            guard try TermStore.isInUse(label, transaction) else { throw Fault.unknown }
            try Self.note(Proof(.person(person), label: label, kind: kind, deed: .offer, region: region), at: origin.time, in: transaction)
            return ((), Event("expertise.offered", Event.Thing("person", person.description)))
        }
    }
}
