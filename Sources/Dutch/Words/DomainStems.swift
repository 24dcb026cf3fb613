/// Words of the domain that the stemming algorithm takes apart or throws together, with the stem they get instead.
///
/// Every theme, role and object of the requirements in its forms is tested; here stand only the families that need it.
enum DomainStems {
    /// The stem of a word; its first word in ``families``.
    static let stem: [String: String] = {
        var stems: [String: String] = [:]
        for family in families {
            let words = family.split(separator: " ").map(String.init)
            for word in words { stems[word] = words[0] }
        }
        return stems
    }()

    static let families = [
        "schuld schulden",
    ]
}
