/// What is to be done with a question that can be read. Pure: the same facts give the same answer.
///
/// Nobody is shut out: what is too fast or too old is asked for once more, what looks like advertising is asked whether it is meant, and only what is
/// full of it has to be changed first. The words always stay.
enum ContactJudgement: Sendable, Hashable {
    case send(doubts: [ContactSign])
    /// Press once more: the form was sent faster than people type, is not one of ours, or is too old.
    case again
    /// Say that you are a person who means this.
    case doubtful([ContactSign])
    /// Change it first.
    case advertising([ContactSign])

    /// From this many points on someone is asked; from that many on it must be changed.
    static let doubt = 4, refusal = 12

    /// - Parameters:
    ///   - signs: what stands out, with points
    ///   - seal: nil for none, or one that is not good any more
    ///   - isMeant: the box was ticked
    ///   - isWorked: the browser did the little work
    static func judge(_ signs: [ContactSign: Int], seal: ContactSeal?, isMeant: Bool, isWorked: Bool, at now: Int64) -> ContactJudgement {
        let found = signs.filter { $0.value > 0 }.keys.sorted { $0.rawValue < $1.rawValue }
        guard let seal, !seal.isTooFast(at: now) else { return .again }
        let points = signs.values.reduce(0, +)
        if points >= refusal { return .advertising(found) }
        if points - (isWorked ? 2 : 0) < doubt { return .send(doubts: []) }
        return seal.step == .doubtful && isMeant ? .send(doubts: found) : .doubtful(found)
    }
}
