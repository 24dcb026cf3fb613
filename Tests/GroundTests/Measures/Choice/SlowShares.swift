@testable import Measures

/// The rule as it is written down, one voter at a time and with fractions of any size only: slow, and simple enough to be right.
struct SlowShares {
    let election: ProjectElection
    let utility: EqualShares.Utility

    /// A fraction that is never made smaller than it comes.
    struct Ratio {
        var top: BigInteger
        var bottom: BigInteger

        init(_ top: BigInteger, _ bottom: BigInteger) {
            (self.top, self.bottom) = (top, bottom)
        }

        init(_ top: Int, _ bottom: Int) { self.init(BigInteger(UInt(top)), BigInteger(UInt(bottom))) }

        /// Of what is printed.
        init(_ fraction: ExactFraction) {
            self.init(BigInteger(text: fraction.numerator) ?? BigInteger(0), BigInteger(text: fraction.denominator) ?? BigInteger(1))
        }

        static func == (left: Ratio, right: Ratio) -> Bool { !(left < right) && !(right < left) }

        static func + (left: Ratio, right: Ratio) -> Ratio {
            let top = product(left.top, right.bottom)
            top.add(product(right.top, left.bottom))
            return Ratio(top, product(left.bottom, right.bottom)).reduced
        }

        static func < (left: Ratio, right: Ratio) -> Bool { product(left.top, right.bottom) < product(right.top, left.bottom) }

        static func - (left: Ratio, right: Ratio) -> Ratio {
            let top = product(left.top, right.bottom)
            top.subtract(product(right.top, left.bottom))
            return Ratio(top, product(left.bottom, right.bottom)).reduced
        }

        func divided(by number: Int) -> Ratio {
            let below = bottom.copy
            below.multiply(by: UInt(number))
            return Ratio(top, below).reduced
        }

        private var reduced: Ratio {
            let fraction = top.fraction(over: bottom)
            return Ratio(BigInteger(text: fraction.numerator) ?? top, BigInteger(text: fraction.denominator) ?? bottom)
        }

        private static func product(_ one: BigInteger, _ other: BigInteger) -> BigInteger {
            let result = one.copy
            result.multiply(by: other)
            return result
        }
    }

    /// The projects of one run in the order in which they are bought.
    func run(step: Int) -> [Int] {
        let voters = election.ballots.count
        var held = [Ratio](repeating: Ratio(election.budget + voters * step, voters), count: voters)
        var remaining = election.projects.indices.filter { !election.supporters[$0].isEmpty }, bought: [Int] = []
        while true {
            var best: (project: Int, pay: Ratio, price: Ratio)?
            var payable: [Int] = []
            for project in remaining {
                guard let pay = payment(project, held) else { continue }
                payable.append(project)
                let price = pay.divided(by: utility == .cost ? max(election.projects[project].cost, 1) : 1)
                if let known = best, known.price < price || (!(price < known.price) && !precedes(project, known.project)) { continue }
                best = (project, pay, price)
            }
            guard let best else { return bought }
            for voter in election.supporters[best.project] { held[voter] = best.pay < held[voter] ? held[voter] - best.pay : Ratio(0, 1) }
            remaining = payable.filter { $0 != best.project }
            bought.append(best.project)
        }
    }

    private func precedes(_ one: Int, _ other: Int) -> Bool {
        (election.projects[one].cost, -election.supporters[one].count, one) < (election.projects[other].cost, -election.supporters[other].count, other)
    }

    /// What each pays who can; nil when they cannot together.
    private func payment(_ project: Int, _ held: [Ratio]) -> Ratio? {
        var due = Ratio(election.projects[project].cost, 1), payers = election.supporters[project].count
        for own in election.supporters[project].map({ held[$0] }).sorted(by: <) {
            let pay = due.divided(by: payers)
            if !(own < pay) { return pay }
            due = due - own
            payers -= 1
        }
        return nil
    }
}
