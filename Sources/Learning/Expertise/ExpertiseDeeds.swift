import Core
import SQL

/// Notes what deeds of other parts show, in their own transaction: leading a subgroup, bringing a case, an experience (EXP-03).
///
/// An offer in an answer is none of these: an answer acts for nobody. Whoever gave it brings it along themselves, see ``OfferProof``.
package struct ExpertiseDeeds: Sendable {
    let note: @Sendable (ExpertiseStore.Proof, Origin, Transaction) throws -> Void

    package init(_ note: @escaping @Sendable (ExpertiseStore.Proof, Origin, Transaction) throws -> Void) { self.note = note }

    /// A site where nobody keeps who knows about what.
    package static let none = ExpertiseDeeds { _, _, _ in }

    /// Someone did something about all of these subjects.
    func callAsFunction(
        _ deed: ExpertiseLine.Deed, by person: Identifier, about labels: Set<String>, as kind: ExpertiseLine.Kind = .professional, _ origin: Origin,
        _ transaction: Transaction
    ) throws {
        for label in labels.sorted() { try note(ExpertiseStore.Proof(.person(person), label: label, kind: kind, deed: deed), origin, transaction) }
    }
}

extension Actor {
    /// What kind of knowledge a deed of theirs shows: of who lives or has a shop somewhere it is their own experience (EXP-08).
    var knowledge: ExpertiseLine.Kind {
        !grants.isEmpty && grants.allSatisfy { [.resident, .entrepreneur].contains($0.role) } ? .experience : .professional
    }
}
