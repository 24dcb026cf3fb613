/// Stands in for a person in a log: the same person always has the same pseudonym, and without the key nobody can tell whose it is.
///
/// For `dpl.core.data_subject_id` of Logboek Dataverwerkingen. Who holds the key finds the lines about a person by making that person's pseudonym anew; when
/// the key is destroyed, the lines no longer lead to anyone.
package struct Pseudonymiser: Sendable {
    private let key: SecretKey

    /// - Parameter purpose: pseudonyms of different purposes cannot be laid side by side
    package init(_ key: SecretKey, purpose: String) {
        self.key = key.derived(for: "leefkring pseudonym 1 " + purpose)
    }

    /// 26 letters and digits (128 bits).
    package func pseudonym(kind: String, id: String) -> String {
        var message = CanonicalBytes("pseudonym")
        message.add(kind)
        message.add(id)
        return BitEncoding.readable.encode(Array(key.tag(message).prefix(16)))
    }
}
