/// What equal shares chose, and why.
package struct EqualSharesOutcome: Sendable, Hashable {
    /// A project that its supporters paid.
    package struct Purchase: Sendable, Hashable {
        package let project: Int
        /// What each supporter paid at most: who had less paid all they had. In currency units.
        package let payment: ExactFraction
        /// The payment for one unit of worth, by which projects are chosen.
        package let price: ExactFraction
    }

    /// A project that was not paid.
    package struct Missed: Sendable, Hashable {
        package let project: Int
        /// What its supporters had left together, in currency units.
        package let held: ExactFraction
    }

    /// Why counting stopped.
    package enum Stop: String, Sendable, Hashable {
        /// One run was asked for.
        case plain
        /// One unit more for each would have cost more than there is.
        case overspent
        /// All that has supporters is bought.
        case everything
        /// Nothing more fits.
        case exhausted
    }

    /// Beside the outcome by votes, most first.
    package struct Comparison: Sendable, Hashable {
        package let greedy: [Int]
        /// How many voters find more of what they approve in each.
        package let preferringShares: Int
        package let preferringGreedy: Int

        package var takesGreedy: Bool { preferringGreedy > preferringShares }

        init(_ election: ProjectElection, _ utility: EqualShares.Utility, own: [Int]) {
            let greedy = election.greedy(), mine = Set(own), other = Set(greedy)
            var counts = (shares: 0, greedy: 0)
            for ballot in election.ballots {
                func worth(_ set: Set<Int>) -> Int {
                    ballot.reduce(0) { $0 + (set.contains($1) ? (utility == .cost ? election.projects[$1].cost : 1) : 0) }
                }
                let one = worth(mine), two = worth(other)
                if one > two { counts.shares += 1 } else if two > one { counts.greedy += 1 }
            }
            self.greedy = greedy
            preferringShares = counts.shares
            preferringGreedy = counts.greedy
        }
    }

    package let election: ProjectElection
    /// In the order in which they were bought.
    package let purchases: [Purchase]
    /// Added from what was left.
    package let filled: [Int]
    /// Whole currency units that each voter got on top of their part of the budget.
    package let step: Int
    package let stop: Stop
    /// Supported projects that were not bought, also those that were filled in.
    package let missed: [Missed]
    /// nil where it was not asked for.
    package let comparison: Comparison?

    /// All that is chosen: bought, then filled; or the outcome by votes where that was compared and preferred.
    package var selected: [Int] { comparison.flatMap { $0.takesGreedy ? $0.greedy : nil } ?? purchases.map(\.project) + filled }

    package var cost: Int { election.cost(of: selected) }

    package var left: Int { election.budget - cost }

    /// What one voter paid for each project that was bought, in that order; in currency units, of a share that grew with the steps.
    ///
    /// - Parameter voter: the place of their ballot
    package func payments(of voter: Int) -> [(project: Int, paid: ExactFraction)] {
        let ballot = Set(election.ballots[voter]), voters = UInt(election.ballots.count)
        var held = ExactRatio(UInt(election.budget + election.ballots.count * step), over: voters), paid: [(Int, ExactFraction)] = []
        for purchase in purchases where ballot.contains(purchase.project) {
            guard let due = ExactRatio(purchase.payment) else { continue }
            let amount = due.isLess(than: held) ? due : held
            held = held.less(amount)
            paid.append((purchase.project, amount.fraction))
        }
        return paid
    }
}

/// A rational number for a few steps.
private struct ExactRatio {
    let numerator: BigInteger
    let denominator: BigInteger

    init(_ numerator: UInt, over denominator: UInt) {
        self.numerator = BigInteger(numerator)
        self.denominator = BigInteger(denominator)
    }

    private init(_ numerator: BigInteger, _ denominator: BigInteger) {
        self.numerator = numerator
        self.denominator = denominator
    }

    init?(_ fraction: ExactFraction) {
        guard let top = BigInteger(text: fraction.numerator), let bottom = BigInteger(text: fraction.denominator) else { return nil }
        self.init(top, bottom)
    }

    func isLess(than other: ExactRatio) -> Bool { product(numerator, other.denominator) < product(other.numerator, denominator) }

    func less(_ other: ExactRatio) -> ExactRatio {
        let top = product(numerator, other.denominator)
        top.subtract(product(other.numerator, denominator))
        return ExactRatio(top, product(denominator, other.denominator))
    }

    var fraction: ExactFraction { numerator.fraction(over: denominator) }

    private func product(_ one: BigInteger, _ other: BigInteger) -> BigInteger {
        let result = one.copy
        result.multiply(by: other)
        return result
    }
}
