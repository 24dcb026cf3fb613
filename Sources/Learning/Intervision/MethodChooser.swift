import Core

/// What a group says of itself when it looks for a method.
package struct MethodQuestion: Sendable, Hashable {
    package let minutes: Int
    package let experience: IntervisionMethod.Experience
    package let trust: IntervisionMethod.Trust
    package let fit: IntervisionMethod.Fit
    /// How many questions are to be talked about.
    package let cases: Int

    package init(minutes: Int, experience: IntervisionMethod.Experience, trust: IntervisionMethod.Trust, fit: IntervisionMethod.Fit, cases: Int) {
        self.minutes = minutes
        self.experience = experience
        self.trust = trust
        self.fit = fit
        self.cases = cases
    }
}

/// How well a method fits, with every reason. Pure: the same answers give the same advice.
package struct MethodAdvice: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        case enoughTime(needed: Int)
        case tooLittleTime(needed: Int)
        case easyEnough
        case asksExperience
        case asksTrust
        case suitsQuestion
        case suitsOtherQuestion
        case severalQuestions
        /// Our advice for a first time.
        case firstTime
    }

    package let method: IntervisionMethod
    package let reasonsFor: [Reason]
    package let reasonsAgainst: [Reason]

    package var fits: Bool { reasonsAgainst.isEmpty }

    /// All methods, those that fit first; among these the advice for a first time, then the one with most for it.
    package static func all(_ question: MethodQuestion, among methods: [IntervisionMethod]) -> [MethodAdvice] {
        methods.enumerated().map { ($0.offset, MethodAdvice(question, $0.element)) }.sorted { left, right in
            left.1.order == right.1.order ? left.0 < right.0 : left.1.order > right.1.order
        }.map(\.1)
    }

    private var order: Int {
        (fits ? 100 : 0) + (reasonsFor.contains(.firstTime) ? 50 : 0) + reasonsFor.count - 10 * reasonsAgainst.count
    }

    package init(_ question: MethodQuestion, _ method: IntervisionMethod) {
        let needed = method.minutes * question.cases
        var pro: [Reason] = [], con: [Reason] = []
        if needed <= question.minutes { pro.append(.enoughTime(needed: needed)) } else { con.append(.tooLittleTime(needed: needed)) }
        if method.experience <= question.experience { pro.append(.easyEnough) } else { con.append(.asksExperience) }
        if method.trust == .high && question.trust == .usual { con.append(.asksTrust) }
        if method.fits.contains(question.fit) { pro.append(.suitsQuestion) } else { con.append(.suitsOtherQuestion) }
        if method.isForSeveral && question.cases > 1 { pro.append(.severalQuestions) }
        if question.experience == .starter {
            // First-timers get the incident method, under 60 minutes the five steps, whatever the kind of question.
            let advised = question.minutes < 60 * question.cases ? ShippedMethods.fiveSteps.key : ShippedMethods.incident.key
            if method.key == advised {
                pro.append(.firstTime)
                con.removeAll { $0 == .suitsOtherQuestion }
            }
        }
        self.method = method
        reasonsFor = pro
        reasonsAgainst = con
    }
}
