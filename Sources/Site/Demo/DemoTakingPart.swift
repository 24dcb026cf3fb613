import Core
import Measures
import People
import Voices

/// What else happens in a conversation of the demonstration: questions, a budget, a workshop, and who took part. All of it is invented, drawn by chance, and
/// the same at every run.
struct DemoTakingPart: Sendable, Decodable {
    struct Budget: Sendable, Decodable {
        struct Plan: Sendable, Decodable {
            let title: String
            let cost: Int
            /// The share of people who want it.
            let wanted: Double
        }

        let openedAt: DemoMoment
        let countedAt: DemoMoment
        let title: String
        let words: String
        let budget: Int
        let people: Int
        let plans: [Plan]
    }

    struct Questions: Sendable, Decodable {
        let at: DemoMoment
        let title: String
        let words: String
        /// Of the product.
        let set: String
        let people: Int
    }

    struct Tables: Sendable, Decodable {
        let at: DemoMoment
        let title: String
        let place: String
        let question: String
        let options: [String]
        /// People of each table, and its dots by option.
        let tables: [Table]

        struct Table: Sendable, Decodable {
            let people: Int
            let dots: [Int]
        }
    }

    /// How many people told their age, by answer.
    struct Ages: Sendable, Decodable {
        let at: DemoMoment
        let people: [String: Int]
    }

    let seed: UInt64
    let budget: Budget?
    let questions: Questions?
    let tables: Tables?
    let ages: Ages?

    /// - Parameter title: of the conversation
    func write(of title: String, by leader: String, _ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        if let budget { try write(budget, of: title, by: leader, &script, site, days) }
        if let questions { try write(questions, of: title, by: leader, &script, site, days) }
        if let tables { try write(tables, of: title, by: leader, &script, site, days) }
        if let ages { try write(ages, of: title, by: leader, &script, site, days) }
    }

    private static func mark(_ number: Int, _ site: Composition, in conversation: Identifier) -> [UInt8] {
        VoiceMarks(site.people.installation.key).tag(.browser("demo \(number)"), in: conversation)
    }

    private func write(
        _ budget: Budget, of title: String, by leader: String, _ script: inout DemoScript, _ site: Composition, _ days: DemoDays
    ) throws {
        let part = site.voices.choices, opened = try days.moment(budget.openedAt), seed = seed
        script.at(opened, by: leader) { book, origin in
            let conversation = try book.id(.conversation, title)
            let facts = SharedChoice.Facts(kind: .budget, title: budget.title, words: budget.words, budget: budget.budget, fills: true)
            let id = try await part.store.add(facts, in: conversation, from: origin)
            func choice() async throws -> SharedChoice? { try await part.store.list(in: conversation).first { $0.id == id } }
            for plan in budget.plans {
                if let known = try await choice() { try await part.store.addProject(plan.title, words: "", cost: plan.cost, to: known, from: origin) }
            }
            guard let draft = try await choice() else { return }
            try await part.store.open(draft, from: origin)
            guard let open = try await choice() else { return }
            var chance = Xoshiro256(seed: seed, stream: 1)
            for person in 0..<budget.people {
                let wanted = Set(budget.plans.indices.filter { Double.random(in: 0..<1, using: &chance) < budget.plans[$0].wanted }.map { $0 + 1 })
                guard !wanted.isEmpty else { continue }
                try await part.store.vote(wanted, by: Self.mark(person, site, in: conversation), channel: .screen, on: open, at: opened)
            }
        }
        script.at(try days.moment(budget.countedAt), by: leader) { book, origin in
            let conversation = try book.id(.conversation, title)
            guard let open = try await part.store.list(in: conversation).first(where: { $0.facts.title == budget.title }) else { return }
            try await part.store.close(open, from: origin)
            guard let closed = try await part.store.list(in: conversation).first(where: { $0.id == open.id }) else { return }
            try await part.count(closed, from: origin)
        }
    }

    private func write(
        _ questions: Questions, of title: String, by leader: String, _ script: inout DemoScript, _ site: Composition, _ days: DemoDays
    ) throws {
        let part = site.voices.surveys, at = try days.moment(questions.at), seed = seed
        script.at(at, by: leader) { book, origin in
            let conversation = try book.id(.conversation, title)
            let id = try await part.store.add(questions.title, words: questions.words, in: conversation, from: origin)
            func survey() async throws -> Survey? { try await part.store.list(in: conversation).first { $0.id == id } }
            guard let draft = try await survey(), let set = SurveySet.builtIn.first(where: { $0.key == questions.set }) else { return }
            try await part.store.append(set.questions, to: draft, from: origin)
            try await part.store.open(draft, from: origin)
            guard let open = try await survey() else { return }
            var chance = Xoshiro256(seed: seed, stream: 2)
            for person in 0..<questions.people {
                var answers = SurveyAnswers()
                for (place, question) in open.questions.enumerated() where Double.random(in: 0..<1, using: &chance) < 0.9 {
                    switch question.kind {
                    case .scale, .number: answers.values[place + 1] = [String(Int.random(in: question.least...question.most, using: &chance))]
                    case .one: answers.values[place + 1] = [String(Int.random(in: 1...question.options.count, using: &chance))]
                    case .several: answers.values[place + 1] = question.options.indices.filter { _ in Bool.random(using: &chance) }.map { String($0 + 1) }
                    case .text: continue
                    }
                }
                _ = try await part.responses.send(answers, by: Self.mark(person, site, in: conversation), channel: .screen, to: open, at: at)
            }
        }
    }

    private func write(
        _ tables: Tables, of title: String, by leader: String, _ script: inout DemoScript, _ site: Composition, _ days: DemoDays
    ) throws {
        let store = site.voices.workshops.store, at = try days.moment(tables.at)
        script.at(at, by: leader) { book, origin in
            let conversation = try book.id(.conversation, title)
            let facts = Workshop.Facts(
                title: tables.title, day: DutchDay(at: at), place: tables.place, question: tables.question, tables: tables.tables.count)
            let id = try await store.add(facts, options: tables.options, in: conversation, from: origin)
            guard let workshop = try await store.list(in: conversation).first(where: { $0.id == id }) else { return }
            for (place, table) in tables.tables.enumerated() {
                let dots = Dictionary(uniqueKeysWithValues: table.dots.enumerated().map { ($0.offset + 1, Optional($0.element)) })
                try await store.enter(TableYield(people: table.people, dots: dots), of: place + 1, in: workshop, from: origin)
            }
            try await store.close(workshop, from: origin)
        }
    }

    private func write(_ ages: Ages, of title: String, by leader: String, _ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        let store = site.voices.missing.store, at = try days.moment(ages.at)
        script.at(at, by: leader) { book, origin in
            let conversation = try book.id(.conversation, title)
            try await store.ask([.age], in: conversation, from: origin)
            var person = 0
            for (answer, count) in ages.people.sorted(by: { $0.key < $1.key }) {
                for _ in 0..<count {
                    try await store.tell([.age: answer], by: Self.mark(person, site, in: conversation), in: conversation, at: at)
                    person += 1
                }
            }
        }
    }
}
