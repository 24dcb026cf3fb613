import Core
import Measures

/// What equal shares chose in an election of a file. Keys of money are in currency units; `payments` and `rho` also stand in `exact`, as fractions.
package struct SharesDocument: Sendable, Hashable, Encodable, Tabular {
    /// Ids in the order in which they were bought, then those that were filled in.
    package let selected: [String]
    package let cost: Int
    package let budget: Int
    /// Of each bought project what one supporter paid at most: who had less paid all they had.
    package let payments: [String: Double]
    package let left: Int
    package let voters: Int
    package let projects: Int
    package let utility: String
    package let completion: String
    /// Currency units that each voter got on top.
    package let t: Int
    package let stop: String
    package let bought: [Bought]
    package let filled: [String]
    package let missed: [Missed]
    package let comparison: Comparison?

    package struct Bought: Sendable, Hashable, Encodable {
        package let project: String
        package let cost: Int
        package let supporters: Int
        package let rho: Double
        /// Cost over payment: the supporters it would have if each still had all of their share. Null for a project that costs nothing.
        package let effectiveVotes: Double?
        package let exact: Exact

        package struct Exact: Sendable, Hashable, Encodable {
            package let payment: String
            package let rho: String
        }

        enum CodingKeys: String, CodingKey {
            case project, cost, supporters, rho, exact
            case effectiveVotes = "effective_votes"
        }
    }

    package struct Missed: Sendable, Hashable, Encodable {
        package let project: String
        package let cost: Int
        package let supporters: Int
        /// What its supporters had left together.
        package let held: Double
        package let missing: Double
    }

    package struct Comparison: Sendable, Hashable, Encodable {
        package let greedy: [String]
        package let preferringShares: Int
        package let preferringGreedy: Int
        /// Which of the two `selected` is: `equal-shares` or `greedy`.
        package let taken: String

        enum CodingKeys: String, CodingKey {
            case greedy, taken
            case preferringShares = "preferring_shares"
            case preferringGreedy = "preferring_greedy"
        }
    }

    init(_ outcome: EqualSharesOutcome, _ rule: EqualShares) {
        let election = outcome.election, projects = election.projects
        selected = outcome.selected.map { projects[$0].id }
        cost = outcome.cost
        budget = election.budget
        payments = Dictionary(uniqueKeysWithValues: outcome.purchases.map { (projects[$0.project].id, $0.payment.value) })
        left = outcome.left
        voters = election.ballots.count
        self.projects = projects.count
        utility = rule.utility.rawValue
        completion = rule.completion.rawValue
        t = outcome.step
        stop = outcome.stop.rawValue
        bought = outcome.purchases.map { purchase in
            let project = projects[purchase.project]
            return Bought(
                project: project.id, cost: project.cost, supporters: election.supporters[purchase.project].count, rho: purchase.price.value,
                effectiveVotes: project.cost > 0 ? Double(project.cost) / purchase.payment.value : nil,
                exact: Bought.Exact(payment: purchase.payment.description, rho: purchase.price.description))
        }
        filled = outcome.filled.map { projects[$0].id }
        missed = outcome.missed.map { missed in
            let project = projects[missed.project]
            return Missed(
                project: project.id, cost: project.cost, supporters: election.supporters[missed.project].count, held: missed.held.value,
                missing: max(0, Double(project.cost) - missed.held.value))
        }
        comparison = outcome.comparison.map { compared in
            Comparison(
                greedy: compared.greedy.map { projects[$0].id }, preferringShares: compared.preferringShares, preferringGreedy: compared.preferringGreedy,
                taken: compared.takesGreedy ? "greedy" : "equal-shares")
        }
    }

    package var table: TextTable {
        var facts = [
            ("voters", "\(voters)"), ("projects", "\(projects)"), ("budget", "\(budget)"), ("cost", "\(cost)"), ("left", "\(left)"), ("t", "\(t)"),
            ("stop", stop),
        ]
        if let comparison {
            facts += [("preferring shares, greedy", "\(comparison.preferringShares), \(comparison.preferringGreedy)"), ("taken", comparison.taken)]
        }
        let rows = bought.map { [$0.project, "\($0.cost)", "\($0.supporters)", $0.exact.payment, Figure.text($0.effectiveVotes), "bought"] }
        let more = filled.map { [$0, "", "", "", "", "filled"] }
        let rest = missed.filter { !filled.contains($0.project) }.map {
            [$0.project, "\($0.cost)", "\($0.supporters)", "", "", "missed " + Figure.text($0.missing)]
        }
        return TextTable(facts: facts, header: ["project", "cost", "supporters", "payment", "effective_votes", ""], rows: rows + more + rest)
    }
}

/// An election that was counted: what was chosen, and the file from which anyone counts it again.
package struct CountedElection: Sendable {
    package let document: Analysed<SharesDocument>
    /// As pabulib.org exchanges it, with what was chosen; voters are numbers.
    package let file: String
}

extension InputFile {
    /// Counts the election in this file by equal shares.
    ///
    /// - Throws: ``InputFailure`` for what cannot be counted, with its line; `Cancelled`
    package func equalShares(_ rule: EqualShares, _ execution: Execution = .plain) throws -> CountedElection {
        let text = try utf8(), file: PabulibFile
        do throws(PabulibFailure) { file = try PabulibFile.read(text) } catch { throw Self.failure(error, in: name) }
        let outcome = try rule.outcome(of: file.election, execution)
        let notes = file.warnings.map { Diagnostic(.note, source: name, reason: Self.words($0)) }
        return CountedElection(
            document: Analysed(SharesDocument(outcome, rule), notes: notes),
            file: PabulibFile.text(of: file.election, facts: file.facts, rule: rule, selected: outcome.selected))
    }

    private static func words(_ warning: PabulibFile.Warning) -> Localized {
        switch warning {
        case .numberOfVotes(let stated, let found):
            Localized(
                nl: "num_votes zegt \(stated), maar er zijn \(found) stembiljetten. De biljetten tellen.",
                en: "num_votes says \(stated), but there are \(found) ballots. The ballots count.")
        case .votes(let project, let stated, let found):
            Localized(
                nl: "Bij project \(project) staan \(stated) stemmen, maar \(found) biljetten noemen het. De biljetten tellen.",
                en: "Project \(project) says \(stated) votes, but \(found) ballots name it. The ballots count.")
        case .emptyBallots(let count):
            Localized(
                nl: "Zonder keuze, en dus niet mee: \(count) stembiljetten.", en: "Without a choice, and so left out: \(count) ballots.")
        }
    }

    private static func failure(_ failure: PabulibFailure, in name: String) -> InputFailure {
        func at(_ column: String?, _ value: String?, _ nl: String, _ en: String) -> InputFailure {
            InputFailure(name, row: failure.line, column: column, value: value, Localized(nl: nl, en: en))
        }
        return switch failure.reason {
        case .section(let section): at(nil, nil, "Het deel \(section) ontbreekt.", "Section \(section) is missing.")
        case .column(let column): at(column, nil, "Deze kolom ontbreekt.", "This column is missing.")
        case .budget(let value): at("budget", value, "Dit is geen heel getal boven 0.", "This is not a whole number above 0.")
        case .cost(let value): at("cost", value, "Dit is geen heel getal van 0 tot het budget.", "This is not a whole number from 0 to the budget.")
        case .project(let value): at("project_id", value, "Elk project heeft een eigen naam nodig.", "Each project needs an id of its own.")
        case .unknownProject(let value): at("vote", value, "Dit project staat niet in het bestand.", "This project is not in the file.")
        case .voteType(let value):
            at("vote_type", value, "Deze methode telt alleen goedkeuringen (approval).", "This method only counts approvals (approval).")
        case .fields: at(nil, nil, "Deze regel heeft te weinig velden.", "This line has too few fields.")
        case .size: at(nil, nil, "Er zijn geen stembiljetten, of te veel om te tellen.", "There are no ballots, or too many to count.")
        }
    }
}
