import Core

/// What a round came to, as everyone may see it (INV-07, INV-17). Pure.
struct RoundOutcome: Sendable {
    /// One issue of the list.
    struct Line: Sendable {
        let issue: LearningIssue
        /// Distinct givers in this round; nil for few.
        let givers: Int?
        let roles: PublicCounts.Breakdown<Role>
        let places: PublicCounts.Breakdown<AnswerPlace>
        /// Words of those who agreed.
        let quotes: [String]
        /// Givers in each published round, in their order; nil for few.
        let perRound: [Int?]
    }

    let round: CallRound
    let answers: Int?
    let roles: PublicCounts.Breakdown<Role>
    let places: PublicCounts.Breakdown<AnswerPlace>
    /// How people gather knowledge; one can name several ways (INV-05).
    let sources: [PublicCounts.Breakdown<KnowledgeSource>.Cell]
    /// Only what people of this round named; most named first.
    let lines: [Line]
    let published: [CallRound]

    /// - Parameter sources: that each answer names
    init(
        _ round: CallRound, of view: CallView, submissions: [Submission], sources: [Identifier: Set<KnowledgeSource>] = [:], desk: Workbench
    ) {
        self.round = round
        published = view.published
        let own = Self.distinct(submissions.filter { $0.round == round.id })
        answers = PublicCounts.total(own.count)
        roles = Self.roles(own)
        places = Self.places(own)
        let named = Self.sources(submissions.filter { $0.round == round.id }, sources)
        self.sources = PublicCounts.several(named, of: own.count) { $0.rawValue < $1.rawValue }
        let published = published
        lines = desk.issues.compactMap { issue in
            let givers = desk.givers(of: issue.id, in: [round.id])
            guard !givers.isEmpty else { return nil }
            return (givers.count, Self.line(issue, givers, round, published, desk))
        }
        .sorted { (left: (Int, Line), right: (Int, Line)) in
            let few = PublicCounts.leastTotal
            // Those that are few are not put in order: the order would tell the number.
            return max(left.0, few - 1) == max(right.0, few - 1) ? left.1.issue.title < right.1.issue.title : left.0 > right.0
        }
        .map { $0.1 }
    }

    private static func line(_ issue: LearningIssue, _ givers: [Submission], _ round: CallRound, _ published: [CallRound], _ desk: Workbench) -> Line {
        let quotes = desk.fragments(of: issue.id).compactMap { fragment -> String? in
            guard let submission = desk.entry(fragment.entry)?.submission, submission.round == round.id, submission.isQuotable else { return nil }
            return fragment.words
        }
        let perRound = published.map { PublicCounts.total(desk.givers(of: issue.id, in: [$0.id]).count) }
        return Line(
            issue: issue, givers: PublicCounts.total(givers.count), roles: roles(givers), places: places(givers), quotes: quotes.sorted(), perRound: perRound)
    }

    /// How many named an issue in all published rounds. A round in which few did is left out: beside the number of another round it would follow from the sum.
    ///
    /// - Returns: nil for few; and whether every round is in it
    static func givers(of issue: Identifier, in rounds: Set<Identifier>, _ desk: Workbench) -> (count: Int?, isWhole: Bool) {
        let named = rounds.filter { !desk.givers(of: issue, in: [$0]).isEmpty }
        let shown = named.filter { PublicCounts.total(desk.givers(of: issue, in: [$0]).count) != nil }
        return (shown.isEmpty ? nil : desk.givers(of: issue, in: shown).count, shown == named)
    }

    /// Each giver once.
    static func distinct(_ submissions: [Submission]) -> [Submission] {
        var seen: Set<String> = []
        return submissions.sorted { $0.id < $1.id }.filter { seen.insert($0.giver).inserted }
    }

    /// How many people name each way of gathering knowledge, each giver once.
    static func sources(_ submissions: [Submission], _ named: [Identifier: Set<KnowledgeSource>]) -> [KnowledgeSource: Int] {
        let givers = Dictionary(grouping: submissions, by: \.giver).values.map { own in
            own.reduce(into: Set<KnowledgeSource>()) { $0.formUnion(named[$1.id] ?? []) }
        }
        return givers.reduce(into: [:]) { counts, own in for source in own { counts[source, default: 0] += 1 } }
    }

    static func roles(_ givers: [Submission]) -> PublicCounts.Breakdown<Role> {
        let counts = Dictionary(grouping: givers.compactMap(\.role), by: \.self).mapValues(\.count)
        return PublicCounts.breakdown(counts, of: givers.count) { $0.rawValue < $1.rawValue }
    }

    static func places(_ givers: [Submission]) -> PublicCounts.Breakdown<AnswerPlace> {
        let counts = Dictionary(grouping: givers.compactMap(\.municipality), by: \.self).mapValues(\.count)
        return PublicCounts.breakdown(counts, of: givers.count) { $0.code < $1.code }
    }
}

/// What is asked for, for who makes the programme: exact, so not for everyone (INV-04, INV-05, INV-11, INV-14). Pure.
package struct DemandReport: Sendable {
    /// A role of which too few answered is missed (section 2).
    package static let leastOfRole = 5

    package struct ThemeLine: Sendable {
        /// Nil for issues without a theme.
        package let theme: String?
        package let givers: Int
        package let roles: [Role: Int]
        package let places: [AnswerPlace: Int]
        package let issues: [LearningIssue]
    }

    package struct PlaceLine: Sendable {
        package let place: AnswerPlace
        package let answers: Int
        package let urgent: Int
        package let tough: Int
    }

    package let answers: Int
    package let late: Int
    /// How many answered in each role that can be chosen, also none.
    package let roles: [(role: Role, count: Int)]
    package let places: [PlaceLine]
    /// Most wanted first.
    package let themes: [ThemeLine]
    package let needs: [KnowledgeNeed.Kind: Int]
    /// How many people name each way of gathering knowledge, also none; most named first (INV-05).
    package let sources: [(source: KnowledgeSource, count: Int)]

    /// - Parameter sources: that each answer names
    package init(submissions: [Submission], sources: [Identifier: Set<KnowledgeSource>] = [:], desk: Workbench) {
        let givers = RoundOutcome.distinct(submissions)
        answers = submissions.count
        late = submissions.count { $0.timing == .late }
        roles = Contribution.roles.map { role in (role, givers.count { $0.role == role }) }
        places = Self.places(submissions, desk)
        themes = Self.themes(desk)
        var needs: [KnowledgeNeed.Kind: Int] = [:]
        for entry in desk.entries {
            if case .need(let need) = entry.content { for kind in need.needs { needs[kind, default: 0] += 1 } }
        }
        self.needs = needs
        let named = RoundOutcome.sources(submissions, sources)
        self.sources = KnowledgeSource.allCases.map { ($0, named[$0] ?? 0) }.sorted { (left, right) in left.1 > right.1 }
    }

    /// Roles of which fewer answered than should.
    package var missed: [(role: Role, count: Int)] { roles.filter { $0.count < Self.leastOfRole } }

    private static func places(_ submissions: [Submission], _ desk: Workbench) -> [PlaceLine] {
        let questions = desk.entries.compactMap { entry -> (AnswerPlace, PracticeQuestion)? in
            guard case .question(let question) = entry.content, let place = entry.submission.municipality else { return nil }
            return (place, question)
        }
        return Dictionary(grouping: submissions.compactMap(\.municipality), by: \.self).map { place, answers in
            let own = questions.filter { $0.0 == place }.map { $0.1 }
            return PlaceLine(place: place, answers: answers.count, urgent: own.count { $0.isUrgent }, tough: own.count { $0.isTough })
        }
        .sorted { $0.answers == $1.answers ? $0.place.name < $1.place.name : $0.answers > $1.answers }
    }

    private static func themes(_ desk: Workbench) -> [ThemeLine] {
        Dictionary(grouping: desk.issues, by: \.facts.theme).map { theme, issues in
            let givers = RoundOutcome.distinct(issues.flatMap { desk.givers(of: $0.id) })
            return ThemeLine(
                theme: theme, givers: givers.count, roles: Dictionary(grouping: givers.compactMap(\.role), by: \.self).mapValues(\.count),
                places: Dictionary(grouping: givers.compactMap(\.municipality), by: \.self).mapValues(\.count), issues: issues)
        }
        .sorted { $0.givers == $1.givers ? ($0.theme ?? "") < ($1.theme ?? "") : $0.givers > $1.givers }
    }
}
