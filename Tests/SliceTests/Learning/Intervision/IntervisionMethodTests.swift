import Core
import Testing

@testable import Learning

@Suite("Methods of intervision")
struct IntervisionMethodTests {
    @Test("CAS-02, D-36: six methods are shipped, each with the minutes of its publication and of every step")
    func minutes() {
        let published: [String: [Int]] = [
            "incident": [5, 3, 4, 12, 5, 8, 5, 8, 5, 5], "vijfstappen": [3, 10, 5, 8, 4], "tienstappen": [5, 5, 5, 15, 8, 8, 7, 10, 12, 15],
            "balint": [3, 6, 3, 3, 10, 5, 15, 5, 20, 10, 10], "roddelmethode": [5, 10, 15, 8, 7], "clinic": [10, 10, 5, 20, 10, 5],
        ]
        let totals = ["incident": 60, "vijfstappen": 30, "tienstappen": 90, "balint": 90, "roddelmethode": 45, "clinic": 60]
        #expect(ShippedMethods.all.count == 6)
        for method in ShippedMethods.all {
            #expect(method.steps.map(\.minutes) == published[method.key], "\(method.key)")
            #expect(method.minutes == totals[method.key], "\(method.key)")
            #expect(method.steps.last?.output == .yield, "\(method.key)")
            #expect(!method.source.isEmpty && method.steps.allSatisfy { !$0.text.nl.isEmpty && !$0.text.en.isEmpty })
        }
    }

    @Test("CAS-02: everyone writes first, and the bringer listens, in the steps where the publication says so")
    func silence() {
        func hidden(_ method: IntervisionMethod) -> [Int] { method.steps.indices.filter { method.steps[$0].isHidden }.map { $0 + 1 } }
        func quiet(_ method: IntervisionMethod) -> [Int] { method.steps.indices.filter { method.steps[$0].quietsBringer }.map { $0 + 1 } }
        #expect(hidden(ShippedMethods.incident) == [3, 5, 7] && quiet(ShippedMethods.incident) == [8])
        #expect(hidden(ShippedMethods.fiveSteps) == [] && quiet(ShippedMethods.fiveSteps) == [])
        #expect(hidden(ShippedMethods.tenSteps) == [2, 6] && quiet(ShippedMethods.tenSteps) == [])
        #expect(hidden(ShippedMethods.balint) == [6, 8] && quiet(ShippedMethods.balint) == [9])
        #expect(hidden(ShippedMethods.gossip) == [] && quiet(ShippedMethods.gossip) == [3])
        #expect(ShippedMethods.gossip.steps[2].bringer == .outside)
        #expect(hidden(ShippedMethods.clinic) == [3] && quiet(ShippedMethods.clinic) == [])
        for method in ShippedMethods.all {
            #expect(method.steps.filter(\.isHidden).allSatisfy { $0.writer == .everyone && $0.bringer == .speaks }, "\(method.key)")
        }
    }

    @Test("D-36: the bands come in the order see, judge, decide")
    func bands() {
        for method in ShippedMethods.all {
            let order = method.steps.compactMap(\.band).compactMap { IntervisionMethod.Band.allCases.firstIndex(of: $0) }
            #expect(order.count == method.steps.count && order == order.sorted() && Set(order) == [0, 1, 2], "\(method.key)")
        }
    }

    private func ask(
        _ minutes: Int, _ experience: IntervisionMethod.Experience, _ trust: IntervisionMethod.Trust, _ fit: IntervisionMethod.Fit, cases: Int = 1
    ) -> [MethodAdvice] {
        MethodAdvice.all(
            MethodQuestion(minutes: minutes, experience: experience, trust: trust, fit: fit, cases: cases), among: ShippedMethods.all)
    }

    @Test("D-36: a first time gets the incident method, under 60 minutes the five steps", arguments: IntervisionMethod.Fit.allCases)
    func firstTime(fit: IntervisionMethod.Fit) throws {
        for (minutes, key) in [(60, "incident"), (120, "incident"), (59, "vijfstappen"), (30, "vijfstappen")] {
            let first = try #require(ask(minutes, .starter, .usual, fit).first)
            #expect(first.method.key == key && first.fits && first.reasonsFor.contains(.firstTime), "\(minutes)")
        }
        #expect(ask(29, .starter, .usual, fit).allSatisfy { !$0.fits })
    }

    @Test("D-36: every method says why it fits or not")
    func reasons() throws {
        let advice = ask(90, .seasoned, .usual, .ownPart)
        #expect(advice.count == 6 && advice.allSatisfy { !$0.reasonsFor.isEmpty || !$0.reasonsAgainst.isEmpty })
        let balint = try #require(advice.first { $0.method.key == "balint" })
        #expect(balint.reasonsAgainst == [.asksTrust] && balint.reasonsFor == [.enoughTime(needed: 90), .easyEnough, .suitsQuestion])
        let trusted = try #require(ask(90, .seasoned, .high, .ownPart).first { $0.method.key == "balint" })
        #expect(trusted.fits)
        let short = try #require(ask(89, .seasoned, .high, .ownPart).first { $0.method.key == "balint" })
        #expect(short.reasonsAgainst == [.tooLittleTime(needed: 90)])
        let young = try #require(ask(90, .average, .high, .content).first { $0.method.key == "balint" })
        #expect(young.reasonsAgainst == [.asksExperience, .suitsOtherQuestion])
        let several = try #require(ask(90, .average, .usual, .content, cases: 3).first)
        #expect(several.method.key == "vijfstappen" && several.reasonsFor.contains(.severalQuestions))
        #expect(several.reasonsFor.contains(.enoughTime(needed: 90)))
    }

    @Test("CAS-02: a group writes its steps as lines; what is no step is not read as one")
    func lines() throws {
        let plain = try #require(MethodDraft.Step(line: " 5 |  Vertel   wat er speelt "))
        #expect(plain.minutes == 5 && plain.words == "Vertel wat er speelt" && plain.visibility == .all && plain.bringer == .speaks)
        #expect(MethodDraft.Step(line: "4|Schrijf|schrijf")?.visibility == .hidden)
        #expect(MethodDraft.Step(line: "15 | Praat | stil")?.bringer == .silent && MethodDraft.Step(line: "15 | Praat | Buiten")?.bringer == .outside)
        for wrong in ["", "Vertel", "x | Vertel", "0 | Vertel", "91 | Vertel", "5 | ", "5 | Vertel | dans", "5 | a | stil | b"] {
            #expect(MethodDraft.Step(line: wrong) == nil, "\(wrong)")
        }
    }
}
