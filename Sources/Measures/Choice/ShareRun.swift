/// One run of the rule: MES(share). Prices are compared in floating point with a bound on their error, and exactly wherever that leaves doubt, so that the
/// choices are those of exact arithmetic.
struct ShareRun {
    /// A project that was bought.
    struct Purchase {
        let project: Int
        /// What each supporter paid who could.
        let payment: ExactFraction
        let price: ExactFraction
    }

    let field: ShareField
    private(set) var holdings: Holdings
    private var remaining: [Int]
    /// Of each project a price below which it cannot be: prices never fall.
    private var bounds: [Double]
    private var tally: StateTally
    private(set) var purchases: [Purchase] = []
    private(set) var spent = 0

    /// - Parameter step: whole currency units that each voter gets on top of their part of the budget
    init(_ field: ShareField, step: Int) {
        self.field = field
        let voters = field.election.ballots.count
        holdings = Holdings(
            share: UInt(field.election.budget + voters * step), voters: UInt(voters), ballots: field.weights.count, weight: voters)
        remaining = field.supported
        bounds = [Double](repeating: 0, count: field.election.projects.count)
        tally = StateTally()
    }

    /// Buys until nothing can be bought.
    ///
    /// - Parameter limit: stops as soon as more than this was spent
    mutating func finish(limit: Int) {
        while spent <= limit, let project = next() { buy(project) }
    }

    /// What the supporters of a project hold together now.
    mutating func held(by project: Int) -> ExactFraction {
        tally.count(field, project, holdings)
        return tally.sum(holdings).fraction(over: holdings.denominator)
    }

    /// What a voter holds now.
    func rest(of voter: Int) -> ExactFraction {
        holdings.amount(holdings.stateOfBallot[Int(field.ballotOfVoter[voter])]).fraction(over: holdings.denominator)
    }

    // MARK: Choosing

    private struct Offer {
        let project: Int
        let price: ClosedRange<Double>
    }

    /// The project with the smallest price; nil when none can be paid.
    private mutating func next() -> Int? {
        remaining.sort { (bounds[$0], $0) < (bounds[$1], $1) }
        var best = Double.infinity, offers: [Offer] = [], gone: Set<Int> = []
        for project in remaining {
            if bounds[project] > best { break }
            guard let price = price(of: project) else {
                gone.insert(project)
                continue
            }
            bounds[project] = max(bounds[project], price.lowerBound)
            best = min(best, price.upperBound)
            offers.append(Offer(project: project, price: price))
        }
        if !gone.isEmpty { remaining.removeAll(where: gone.contains) }
        let close = offers.filter { $0.price.lowerBound <= best }
        guard let first = close.first else { return nil }
        return close.dropFirst().reduce(first.project) { chosen, offer in isBetter(offer.project, than: chosen) ? offer.project : chosen }
    }

    /// By exact prices, and by the rule for ties.
    private mutating func isBetter(_ one: Int, than other: Int) -> Bool {
        let left = exactPrice(of: one), right = exactPrice(of: other)
        // left / (payers · worth) against right / (payers · worth), over the same denominator.
        let first = left.amount.copy, second = right.amount.copy
        first.multiply(by: right.payers)
        first.multiply(by: UInt(field.worth(other)))
        second.multiply(by: left.payers)
        second.multiply(by: UInt(field.worth(one)))
        return first < second || (first == second && field.precedes(one, other))
    }

    /// Between which bounds the price lies; nil when the supporters cannot pay, now and ever.
    private mutating func price(of project: Int) -> ClosedRange<Double>? {
        let cost = Double(field.election.projects[project].cost)
        tally.count(field, project, holdings)
        let total = tally.value(holdings)
        // Sums of positive numbers: each addition and each value errs by a few units in the last place of what is summed.
        let error = Double(tally.states.count + 8) * 4 * Double.ulpOfOne * max(total, cost)
        if total < cost - error { return nil }
        if total < cost + error, !tally.holds(field.election.projects[project].cost, holdings) { return nil }
        let (pay, payers) = tally.level(cost, holdings)
        let worth = Double(field.worth(project)), slack = error / Double(max(payers, 1)) / worth + pay / worth * 4 * Double.ulpOfOne
        return max(0, pay / worth - slack)...(pay / worth + slack)
    }

    /// What each payer pays, exactly: an amount over the denominator, divided by how many pay the same.
    private mutating func exactPrice(of project: Int) -> (amount: BigInteger, payers: UInt) {
        tally.count(field, project, holdings)
        let left = holdings.denominator.copy
        left.multiply(by: UInt(field.election.projects[project].cost))
        let payers = tally.settle(left, holdings)
        return (left, UInt(max(payers, 1)))
    }

    private mutating func buy(_ project: Int) {
        let (amount, payers) = exactPrice(of: project)
        let payment = holdings.take(amount, over: payers, from: field.supporters[project], weights: field.weights)
        let worth = holdings.denominator.copy
        worth.multiply(by: UInt(field.worth(project)))
        purchases.append(Purchase(project: project, payment: payment.fraction(over: holdings.denominator), price: payment.fraction(over: worth)))
        spent += field.election.projects[project].cost
        remaining.removeAll { $0 == project }
    }
}

/// The supporters of one project by what they hold.
struct StateTally {
    /// States with supporters who hold something.
    private(set) var states: [Int32] = []
    /// How many voters are in them together.
    private(set) var voters = 0
    private var counts: [Int] = []

    subscript(state: Int32) -> Int { counts[Int(state)] }

    mutating func count(_ field: ShareField, _ project: Int, _ holdings: Holdings) {
        for state in states { counts[Int(state)] = 0 }
        states.removeAll(keepingCapacity: true)
        voters = 0
        if counts.count < holdings.values.count { counts += [Int](repeating: 0, count: holdings.values.count - counts.count) }
        for ballot in field.supporters[project] {
            let state = holdings.stateOfBallot[Int(ballot)]
            guard state != Holdings.exhausted else { continue }
            if counts[Int(state)] == 0 { states.append(state) }
            counts[Int(state)] += field.weights[Int(ballot)]
            voters += field.weights[Int(ballot)]
        }
    }

    func value(_ holdings: Holdings) -> Double { states.reduce(0) { $0 + holdings.values[Int($1)] * Double(counts[Int($1)]) } }

    func sum(_ holdings: Holdings) -> BigInteger {
        let sum = BigInteger()
        for state in states {
            let own = holdings.amount(state).copy
            own.multiply(by: UInt(counts[Int(state)]))
            sum.add(own)
        }
        return sum
    }

    /// Whether they hold at least a cost together, exactly.
    func holds(_ cost: Int, _ holdings: Holdings) -> Bool {
        let due = holdings.denominator.copy
        due.multiply(by: UInt(cost))
        return !(sum(holdings) < due)
    }

    /// What everyone pays who can, when the others pay all they have: first as if all could, then without those who cannot, until nobody is left who cannot.
    ///
    /// - Returns: the payment, and how many pay it
    func level(_ cost: Double, _ holdings: Holdings) -> (pay: Double, payers: Int) {
        var left = cost, payers = voters, waiting = states
        while payers > 0 {
            let pay = left / Double(payers), able = waiting.filter { holdings.values[Int($0)] >= pay }
            if able.count == waiting.count { return (pay, payers) }
            for state in waiting where holdings.values[Int(state)] < pay {
                left -= holdings.values[Int(state)] * Double(counts[Int(state)])
                payers -= counts[Int(state)]
            }
            waiting = able
        }
        // Only by rounding: together they hold just what it costs.
        return (states.reduce(0) { max($0, holdings.values[Int($1)]) }, 1)
    }

    /// The same exactly.
    ///
    /// - Parameter left: the cost over the denominator; what the others pay is taken off
    /// - Returns: how many pay the same
    func settle(_ left: BigInteger, _ holdings: Holdings) -> Int {
        var payers = voters, waiting = states
        while payers > 0 {
            // Values err by two units in the last place at most: outside this margin they decide.
            let pay = left.ratio(to: holdings.denominator) / Double(payers), margin = pay * 16 * Double.ulpOfOne
            let due = left.copy, count = UInt(payers)
            let able = waiting.filter { state in
                let own = holdings.values[Int(state)]
                if abs(own - pay) > margin { return own > pay }
                let all = holdings.amount(state).copy
                all.multiply(by: count)
                return !(all < due)
            }
            if able.count == waiting.count { break }
            let stays = Set(able)
            for state in waiting where !stays.contains(state) {
                left.subtract(holdings.amount(state), times: UInt(counts[Int(state)]))
                payers -= counts[Int(state)]
            }
            waiting = able
        }
        return payers
    }
}
