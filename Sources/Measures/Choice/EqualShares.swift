/// The method of equal shares: every voter owns the same part of the budget, and a project is bought when its supporters can pay for it together
/// (Peters, Pierczyński and Skowron 2021). Exact: the same as with rational numbers of any size.
package struct EqualShares: Sendable, Hashable {
    /// What a voter finds a project worth that they approve.
    package enum Utility: String, Sendable, Hashable, CaseIterable {
        /// The money that is spent on it.
        case cost
        /// One, however dear it is.
        case cardinality
    }

    /// What is done with money that the plain run leaves.
    package enum Completion: String, Sendable, Hashable, CaseIterable {
        /// Nothing.
        case none
        /// One currency unit more for each voter, again from the start, until too much is spent: the last outcome before that.
        case addOne = "add1"
        /// The same, but stops at the first outcome into which no other project fits.
        case addOneExhaustive = "add1-exhaustive"
    }

    package let utility: Utility
    package let completion: Completion
    /// Whether what still fits is added at the end, most votes first.
    package let fills: Bool
    /// Whether the outcome by votes is taken where strictly more voters prefer it.
    package let compares: Bool

    package init(utility: Utility = .cost, completion: Completion = .addOne, fills: Bool = false, compares: Bool = false) {
        self.utility = utility
        self.completion = completion
        self.fills = fills
        self.compares = compares
    }

    /// Counts an election.
    ///
    /// Add-one takes one run for every currency unit of extra share: up to about the cost of the dearest project over its supporters.
    ///
    /// - Parameter execution: tells the part of the budget that is spent, for how far it is cannot be known
    package func outcome(of election: ProjectElection, _ execution: Execution = .plain) throws(Cancelled) -> EqualSharesOutcome {
        let field = ShareField(election, utility)
        var (step, stop) = (0, EqualSharesOutcome.Stop.plain)
        var run = Self.finished(field, step: 0)
        while completion != .none {
            if run.purchases.count == field.supported.count {
                stop = .everything
                break
            }
            if completion == .addOneExhaustive, Self.isExhausted(run, field) {
                stop = .exhausted
                break
            }
            guard !execution.isStopped else { throw Cancelled() }
            let next = Self.finished(field, step: step + 1)
            guard next.spent <= election.budget else {
                stop = .overspent
                break
            }
            run = next
            step += 1
            execution.tell(Double(run.spent) / Double(election.budget))
        }
        return outcome(of: run, field, step: step, stop)
    }

    private static func finished(_ field: ShareField, step: Int) -> ShareRun {
        var run = ShareRun(field, step: step)
        run.finish(limit: field.election.budget)
        return run
    }

    /// Whether no project fits into what is left.
    private static func isExhausted(_ run: ShareRun, _ field: ShareField) -> Bool {
        let chosen = Set(run.purchases.map(\.project))
        return field.supported.allSatisfy { chosen.contains($0) || field.election.projects[$0].cost > field.election.budget - run.spent }
    }

    private func outcome(of run: ShareRun, _ field: ShareField, step: Int, _ stop: EqualSharesOutcome.Stop) -> EqualSharesOutcome {
        let election = field.election, bought = run.purchases.map(\.project)
        let filled = fills ? Array(election.fill(bought, by: election.votesFirst).dropFirst(bought.count)) : []
        var held = run
        let missed = field.supported.filter { !bought.contains($0) }.map { project in
            EqualSharesOutcome.Missed(project: project, held: held.held(by: project))
        }
        let comparison = compares ? EqualSharesOutcome.Comparison(election, utility, own: bought + filled) : nil
        return EqualSharesOutcome(
            election: election,
            purchases: run.purchases.map { purchase in
                EqualSharesOutcome.Purchase(project: purchase.project, payment: purchase.payment, price: purchase.price)
            }, filled: filled, step: step, stop: stop, missed: missed, comparison: comparison)
    }
}
