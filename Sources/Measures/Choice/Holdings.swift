/// What voters still hold in one run, exactly. Ballots that paid for the same projects hold the same and share one state.
///
/// All amounts are whole numbers over one denominator, which grows with each payment by what the payment needs. Beside every amount stands its value as a
/// floating-point number, made of the exact one, so that its error is two units in the last place however long the run is.
struct Holdings {
    /// The state of those that hold nothing.
    static let exhausted: Int32 = 0

    private(set) var denominator: BigInteger
    private var amounts: [BigInteger]
    /// In currency units.
    private(set) var values: [Double]
    private var weights: [Int]
    private var live: [Int32]
    private(set) var stateOfBallot: [Int32]
    private var freed: [Int32] = []

    /// - Parameters:
    ///   - share: of each voter, as a number over the number of voters
    ///   - voters: at least 1
    init(share: UInt, voters: UInt, ballots: Int, weight: Int) {
        denominator = BigInteger(voters)
        amounts = [BigInteger(0), BigInteger(share)]
        values = [0, amounts[1].ratio(to: denominator)]
        weights = [0, weight]
        live = [1]
        stateOfBallot = [Int32](repeating: 1, count: ballots)
    }

    func amount(_ state: Int32) -> BigInteger { amounts[Int(state)] }

    /// Takes a payment from ballots: what they hold, and at most this much from each voter.
    ///
    /// - Parameters:
    ///   - price: over the denominator times `payers`
    ///   - payers: voters who pay the same
    /// - Returns: what each of those pays, over the denominator as it is then
    mutating func take(_ price: BigInteger, over payers: UInt, from ballots: [Int32], weights ballotWeights: [Int]) -> BigInteger {
        let common = price.commonDivisor(with: payers), scale = payers / common
        let payment = price.copy
        payment.divide(by: common)
        if scale > 1 {
            denominator.multiply(by: scale)
            for state in live { amounts[Int(state)].multiply(by: scale) }
        }
        var next = [Int32](repeating: -1, count: amounts.count)
        for ballot in ballots {
            let state = stateOfBallot[Int(ballot)]
            guard state != Self.exhausted else { continue }
            if next[Int(state)] < 0 { next[Int(state)] = paid(payment, from: state) }
            let target = next[Int(state)], weight = ballotWeights[Int(ballot)]
            stateOfBallot[Int(ballot)] = target
            weights[Int(state)] -= weight
            weights[Int(target)] += weight
        }
        live = live.filter { state in
            let isUsed = weights[Int(state)] > 0
            if !isUsed { freed.append(state) }
            return isUsed
        }
        return payment
    }

    /// The state of who held that of another and paid.
    private mutating func paid(_ payment: BigInteger, from state: Int32) -> Int32 {
        guard payment < amounts[Int(state)] else { return Self.exhausted }
        let rest = amounts[Int(state)].copy
        rest.subtract(payment)
        let value = rest.ratio(to: denominator)
        if let place = freed.popLast() {
            amounts[Int(place)] = rest
            values[Int(place)] = value
            weights[Int(place)] = 0
            live.append(place)
            return place
        }
        amounts.append(rest)
        values.append(value)
        weights.append(0)
        live.append(Int32(amounts.count - 1))
        return Int32(amounts.count - 1)
    }
}
