import Core

/// A shared case that is like another, with the reasons (CAS-06, CAS-09). Pure.
package struct SimilarCase: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// Keys of terms that both have.
        case domains([String])
        case size
        case urbanity
        case question
        /// Words of methods that both used.
        case methods([String])
    }

    package let practiceCase: PracticeCase
    package let reasons: [Reason]

    /// The most alike first; at least two reasons or a shared domain make a case alike.
    ///
    /// - Parameter limit: most that are given
    package static func of(_ one: PracticeCase, among others: [PracticeCase], limit: Int = 5) -> [SimilarCase] {
        let found = others.filter { $0.id != one.id && $0.id != one.original && $0.original != one.id }.compactMap { other -> (Int, SimilarCase)? in
            let reasons = reasons(one.facts, other.facts)
            let weight = reasons.reduce(0) { $0 + Self.weight($1) }
            return weight >= 2 ? (weight, SimilarCase(practiceCase: other, reasons: reasons)) : nil
        }
        return found.sorted { ($1.0, $0.1.practiceCase.id) < ($0.0, $1.1.practiceCase.id) }.prefix(limit).map(\.1)
    }

    private static func weight(_ reason: Reason) -> Int {
        switch reason {
        case .domains(let keys): 2 * keys.count
        case .methods(let words): 2 * words.count
        case .size, .urbanity, .question: 1
        }
    }

    private static func reasons(_ left: PracticeCase.Facts, _ right: PracticeCase.Facts) -> [Reason] {
        var reasons: [Reason] = []
        let domains = left.domains.intersection(right.domains)
        if !domains.isEmpty { reasons.append(.domains(domains.sorted())) }
        let methods = methods(left).intersection(methods(right))
        if !methods.isEmpty { reasons.append(.methods(methods.sorted())) }
        if left.size != nil && left.size == right.size { reasons.append(.size) }
        if left.urbanity != nil && left.urbanity == right.urbanity { reasons.append(.urbanity) }
        if left.fit == right.fit { reasons.append(.question) }
        return reasons
    }

    /// Each line or part between commas is a method.
    private static func methods(_ facts: PracticeCase.Facts) -> Set<String> {
        let parts = (facts.words[.methods] ?? "").lowercased().split { $0.isNewline || $0 == "," || $0 == ";" || $0 == "." }
        return Set(parts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { $0.count >= 4 })
    }
}

/// A method of talking that fits a case, with the reason.
package struct FittingMethod: Sendable, Hashable {
    package let method: IntervisionMethod
    package let fit: IntervisionMethod.Fit

    /// Those that suit the kind of question, the easiest first.
    package static func of(_ one: PracticeCase) -> [FittingMethod] {
        ShippedMethods.all.filter { $0.fits.contains(one.facts.fit) }.sorted { ($0.experience, $0.minutes) < ($1.experience, $1.minutes) }
            .map { FittingMethod(method: $0, fit: one.facts.fit) }
    }
}
