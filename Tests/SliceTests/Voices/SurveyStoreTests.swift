import Core
import Measures
import People
import SQL
import TestSupport
import Testing

@testable import Voices

@Suite("Surveys in the database")
struct SurveyStoreTests {
    private static let origin = Origin(person: Identifier(at: 1), request: "test", channel: .web, time: VoicesGround.noon)

    private static func mark(_ voter: Int) -> [UInt8] { [UInt8](repeating: UInt8(voter % 250), count: 15) + [UInt8(voter / 250)] }

    /// Age class, a choice that depends on it, a scale and words.
    private static let questions = [
        SurveyQuestion(.one, ["nl": "Hoe oud ben je?"], options: [["nl": "Jong"], ["nl": "Oud"]], isBackground: true),
        SurveyQuestion(
            .several, ["nl": "Wat mis je?"], options: [["nl": "Groen"], ["nl": "Licht"], ["nl": "Rust"]],
            condition: SurveyQuestion.Condition(question: 1, value: "2")),
        SurveyQuestion(.scale, ["nl": "Ik voel me thuis."], least: 1, most: 3, isRequired: true),
        SurveyQuestion(.text, ["nl": "Nog iets?"]),
    ]

    private struct Ground {
        let ground: VoicesGround
        let conversation: Conversation
        let part: SurveyPart
        let id: Identifier

        init(_ ground: VoicesGround, isOpen: Bool = true) async throws {
            self.ground = ground
            conversation = try await ground.conversation()
            part = ground.slice.surveys
            id = try await part.store.add("Jouw buurt", words: "", in: conversation.id, from: SurveyStoreTests.origin)
            try await part.store.append(SurveyStoreTests.questions, to: try await survey(), from: SurveyStoreTests.origin)
            if isOpen { try await part.store.open(try await survey(), from: SurveyStoreTests.origin) }
        }

        func survey() async throws -> Survey {
            let id = id
            return try #require(try await part.store.list(in: conversation.id).first { $0.id == id })
        }

        @discardableResult
        func send(_ values: [Int: [String]], by voter: Int) async throws -> VoiceCode {
            try await part.responses.send(
                SurveyAnswers(values), by: SurveyStoreTests.mark(voter), channel: .screen, to: try await survey(), at: VoicesGround.noon)
        }

        func shown() async throws -> SurveyShown { try await part.responses.shown(of: id) }

        func document() async throws -> SurveyDocument { SurveyDocument(survey: try await survey(), shown: try await shown()) }
    }

    @Test("WYK-24: questions of the product and of an organisation are used again", arguments: TestDatabase.engines)
    func sets(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let survey = try await Ground(ground, isOpen: false), store = survey.part.store
            try await store.keep(try await survey.survey(), as: "Onze vragen", of: survey.conversation.owner, from: Self.origin)
            let sets = try await store.sets(of: survey.conversation.owner)
            #expect(sets.map(\.key).starts(with: ["beleving", "achtergrond"]) && sets.last?.questions == Self.questions)
            #expect(sets[0].questions.count >= 7 && sets.allSatisfy { $0.questions.allSatisfy { $0.words["nl"]?.isEmpty == false } })
            try await store.append(sets[0].questions, to: try await survey.survey(), from: Self.origin)
            try await store.append(Self.questions, to: try await survey.survey(), from: Self.origin)
            let all = try await survey.survey().questions
            // What depends on a question of its own set goes along with it.
            #expect(all.count == 8 + sets[0].questions.count && all[all.count - 3].condition?.question == all.count - 3)
            let others = try await store.sets(of: Identifier(at: 99))
            #expect(others.count == SurveySet.builtIn.count)
        }
    }

    @Test("WYK-24: a question on which another depends is not taken away, and moving keeps what depends", arguments: TestDatabase.engines)
    func order(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let survey = try await Ground(ground, isOpen: false), store = survey.part.store
            await #expect(throws: SurveyStore.Fault.needed) { try await store.remove(1, from: try await survey.survey(), by: Self.origin) }
            await #expect(throws: SurveyStore.Fault.needed) { try await store.raise(2, in: try await survey.survey(), by: Self.origin) }
            try await store.raise(4, in: try await survey.survey(), by: Self.origin)
            try await store.remove(3, from: try await survey.survey(), by: Self.origin)
            let left = try await survey.survey()
            #expect(left.questions.map(\.kind) == [.one, .several, .scale] && left.questions[1].condition?.question == 1 && left.steps == [[1], [2, 3]])
        }
    }

    @Test("WYK-24: an answer to what was not asked does not count, and one person answers once", arguments: TestDatabase.engines)
    func asking(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let survey = try await Ground(ground)
            for voter in 1...5 { try await survey.send([1: [voter == 5 ? "2" : "1"], 2: ["1", "3"], 3: ["2"]], by: voter) }
            await #expect(throws: SurveyStore.Fault.answered) { try await survey.send([3: ["1"]], by: 1) }
            let shown = try await survey.shown(), stored = try await ground.people.database.read { try SurveyResponses.answers(to: survey.id, $0) }
            #expect(shown.people == 5 && shown.count(1, "1") == 4 && shown.people(2) == 0 && shown.count(3, "2") == 5)
            #expect(stored.count { !$0[2].isEmpty } == 1)
        }
    }

    @Test("WYK-24: the same answers on paper and on a screen give the same results, byte for byte, apart from the channel", arguments: TestDatabase.engines)
    func paper(engine: TestDatabase.Engine) async throws {
        var files: [[UInt8]] = [], ways: [[Contribution.Channel]] = []
        for onPaper in [true, false] {
            try await VoicesGround.with(engine) { ground async throws in
                let survey = try await Ground(ground)
                let issue = try await ground.slice.codes.store.issue(10, for: .sheets, note: "", in: survey.conversation.id, from: Self.origin)
                for voter in 0..<10 {
                    let values = [1: [String(1 + voter % 2)], 2: ["2"], 3: [String(1 + voter % 3)]]
                    if onPaper {
                        try await survey.part.responses.enter(
                            SurveyAnswers(values), code: issue.prints[voter].code, to: try await survey.survey(), from: Self.origin)
                    } else {
                        try await survey.send(values, by: voter)
                    }
                }
                files.append(try await survey.document().csv)
                ways.append(try await survey.shown().channels.map(\.way))
                if onPaper {
                    await #expect(throws: CodeStore.Fault.used(.paper)) {
                        try await survey.part.responses.enter(
                            SurveyAnswers([3: ["1"]]), code: issue.prints[0].code, to: try await survey.survey(), from: Self.origin)
                    }
                }
            }
        }
        #expect(files[0] == files[1] && ways == [[.paper], [.screen]] && String(decoding: files[0], as: UTF8.self).contains("1,Hoe oud ben je?,1,Jong,5,10"))
    }

    @Test("WYK-24: what everyone sees never moves by one to four people, also when somebody takes their answer back", arguments: TestDatabase.engines)
    func steps(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let survey = try await Ground(ground)
            var random = Xoshiro256(seed: 3), before = try await survey.shown(), codes: [VoiceCode] = []
            for voter in 0..<60 {
                if voter % 7 == 6, let code = codes.popLast() {
                    try await survey.part.responses.withdraw(code, from: try await survey.survey(), at: VoicesGround.noon)
                } else {
                    let values = [1: [String(1 + Int(random.uniform() * 2))], 2: ["1"], 3: [String(1 + Int(random.uniform() * 3))]]
                    codes.append(try await survey.send(random.uniform() < 0.3 ? [3: ["1"]] : values, by: voter))
                }
                let now = try await survey.shown()
                for question in 0...3 {
                    #expect(now.counts[question] == before.counts[question] || abs(now.people(question) - before.people(question)) >= 5, "voter \(voter)")
                }
                before = now
            }
            #expect(before.people >= 30)
        }
    }

    @Test("WYK-24: taking back removes every answer, the words too", arguments: TestDatabase.engines)
    func takingBack(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let survey = try await Ground(ground), code = try await survey.send([3: ["1"], 4: ["Meer bankjes bij het water."]], by: 1)
            let texts = try await survey.part.responses.texts(of: try await survey.survey())
            #expect(texts == [4: ["Meer bankjes bij het water."]])
            await #expect(throws: SurveyStore.Fault.unknown) {
                try await survey.part.responses.withdraw(.random(), from: try await survey.survey(), at: VoicesGround.noon)
            }
            try await survey.part.responses.withdraw(code, from: try await survey.survey(), at: VoicesGround.noon)
            let left = try await ground.people.database.read { reading in
                (
                    try reading.first("SELECT COUNT(*) FROM survey_value") { try $0.int(0) },
                    try reading.first("SELECT COUNT(*) FROM survey_response") { try $0.int(0) },
                    try reading.first("SELECT MAX(people) FROM survey_count") { try $0.int(0) }
                )
            }
            #expect(left.0 == 0 && left.1 == 0 && left.2 == 0)
        }
    }

    @Test("WYK-24: results are split once, at the end, and only where each cell and what is left of it has ten people", arguments: TestDatabase.engines)
    func splitting(engine: TestDatabase.Engine) async throws {
        for isLarge in [true, false] {
            try await VoicesGround.with(engine) { ground async throws in
                let survey = try await Ground(ground)
                // 2 groups × 2 answers: 12 in each cell, or 9 in one of them.
                var voter = 0
                for (group, answer) in [("1", "1"), ("1", "3"), ("2", "1"), ("2", "3")] {
                    for _ in 0..<(isLarge || group == "1" ? 12 : 9) {
                        try await survey.send([1: [group], 3: [answer]], by: voter)
                        voter += 1
                    }
                }
                let open = try await survey.shown()
                #expect(open.splits.isEmpty)
                try await survey.part.store.close(try await survey.survey(), from: Self.origin)
                let splits = try await survey.shown().splits
                #expect(isLarge ? splits.map(\.question) == [3] && splits[0].cells == ["1": ["1": 10, "3": 10], "2": ["1": 10, "3": 10]] : splits.isEmpty)
                await #expect(throws: SurveyStore.Fault.state) { try await survey.send([3: ["1"]], by: 200) }
            }
        }
    }

    @Test("numbers are told in parts of their range, and nothing outside it is an answer")
    func numbers() {
        let question = SurveyQuestion(.number, ["nl": "Hoe lang woon je hier?"], least: 0, most: 99)
        #expect(question.outcomes("nl").map(\.words) == ["0–19", "20–39", "40–59", "60–79", "80–99"])
        #expect(question.counted("19") == "1" && question.counted("20") == "2" && question.counted("99") == "5")
        #expect(!question.accepts("100") && !question.accepts("-1") && !question.accepts("007") && question.accepts("7"))
        let few = SurveyQuestion(.number, ["nl": "Hoeveel?"], least: 1, most: 3)
        #expect(few.outcomes("nl").map(\.value) == ["1", "2", "3"] && few.counted("3") == "3")
    }

    @Test("a question without words in a language is asked in Dutch; every address reads back as itself")
    func languagesAndAddresses() {
        let words = ["nl": "Vraag", "ar": "سؤال", "en": ""]
        #expect(SurveyQuestion.text(words, "ar") == "سؤال" && SurveyQuestion.text(words, "en") == "Vraag" && SurveyQuestion.tongue(words, "en") == "nl")
        let id = Identifier(at: 7), survey = Identifier(at: 8)
        let routes: [SurveyRoute] =
            [
                .list(id), .answer(id, survey: survey), .answer(id, survey: survey, step: 3), .thanks(id, survey: survey, proof: "p"),
                .withdraw(id, survey: survey), .results(id, survey: survey), .results(id, survey: survey, isFile: true), .desk(id), .edit(id, survey: survey),
            ] + SurveyRoute.Action.allCases.map { .edit(id, survey: survey, $0) }
        for route in routes { #expect(SurveyRoute(route.address) == route) }
    }
}
