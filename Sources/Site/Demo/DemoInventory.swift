import Core
import Learning
import Mail
import People

/// The call of the demonstration: a round that is over and published, and one that is open.
struct DemoInventory: Sendable, Decodable {
    struct Round: Sendable, Decodable {
        let added: DemoMoment
        let start: DemoMoment
        let end: DemoMoment
        let workedOut: DemoMoment?
        let published: DemoMoment?
        let answers: [Answer]
    }

    struct Place: Sendable, Decodable {
        let code: DemoArea
        let name: String
    }

    /// One answer, with the issues that its words belong to.
    struct Answer: Sendable, Decodable {
        let at: DemoMoment
        let role: DemoWord<Role>
        let place: String?
        let channel: String?
        let asked: String?
        let tried: String?
        let isUrgent: Bool?
        /// Makes it a tough one.
        let whyTough: String?
        let learn: String?
        let needs: [DemoWord<KnowledgeNeed.Kind>]?
        let offer: String?
        let sources: [DemoWord<KnowledgeSource>]?
        let isQuotable: Bool?
        let issues: [String]?
        /// Why it is set aside.
        let aside: String?

        func contribution(_ place: AnswerPlace?) -> Contribution {
            Contribution(
                role: role.value, municipality: place,
                question: asked.map {
                    PracticeQuestion(asked: $0, tried: tried ?? "", isUrgent: isUrgent ?? false, isTough: whyTough != nil, whyTough: whyTough ?? "")
                }, need: learn.map { KnowledgeNeed(learn: $0, needs: Set((needs ?? []).map(\.value))) }, offer: offer,
                sources: Set((sources ?? []).map(\.value)), isQuotable: isQuotable ?? false)
        }
    }

    struct Issue: Sendable, Decodable {
        let key: String
        let title: String
        let theme: String
        let domains: [String]
        let words: String
        let questions: String
        let whyTough: String?
        let perspective: String
    }

    let title: String
    let goal: String
    let contact: String
    let facilitator: String
    let part: String
    let added: DemoMoment
    let channels: [String]
    let places: [String: Place]
    let rounds: [Round]
    let issues: [Issue]
    /// Someone who wants to be told what comes of a round.
    let follower: String

    // MARK: Writing

    func write(_ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        let store = site.learning.inventory.store
        script.at(try days.moment(added), by: facilitator) { [self] book, origin in
            let facts = Call.Facts(
                title: title, goal: goal, anonymity: .anonymous, fields: [.role: .required, .municipality: .optional], contact: contact)
            let call = try await store.add(facts, programme: book.programme, part: book.id(.part, part), from: origin)
            book.keep(call.id, .call, DemoBook.only)
            for channel in channels { try await store.addChannel(channel, to: call.id, from: origin) }
        }
        for (index, round) in rounds.enumerated() { try write(round, index, &script, store, days) }
    }

    private func write(_ round: Round, _ index: Int, _ script: inout DemoScript, _ store: InventoryStore, _ days: DemoDays) throws {
        let start = try days.moment(round.start), end = try days.moment(round.end)
        script.at(try days.moment(round.added), by: facilitator) { book, origin in
            let made = try await store.addRound(to: book.call, start: start, end: end, from: origin)
            book.rounds.append(made)
            try await store.makeReady(made.id, from: origin)
        }
        for (number, answer) in round.answers.enumerated() {
            script.at(try days.moment(answer.at)) { [self] book, origin in
                try await handIn(answer, name: "demo \(index + 1) \(number + 1)", round: index, store, &book, from: origin)
            }
        }
        guard let workedOut = round.workedOut, let published = round.published else { return }
        script.at(start + DemoDays.day) { [self] book, origin in
            let address = try MailAddress("\(follower)@\(DemoMail.domain)")
            _ = try await store.follow(book.rounds[index].id, address, in: .nl, client: "demo", from: origin)
        }
        script.at(try days.moment(workedOut), by: facilitator) { [self] book, origin in
            try await sort(round, index, store, &book, from: origin)
            try await store.workOut(book.rounds[index].id, from: origin.later(minutes: 240))
        }
        script.at(try days.moment(published), by: facilitator) { book, origin in try await store.publish(book.rounds[index].id, from: origin) }
    }

    private func handIn(
        _ answer: Answer, name: String, round: Int, _ store: InventoryStore, _ book: inout DemoBook, from origin: Origin
    ) async throws {
        let place = try answer.place.map { key in
            guard let known = places[key] else { throw DemoFault.refused(key, Localized(nl: "deze plaats is er niet", en: "this place is not there")) }
            return AnswerPlace(code: known.code.code, name: known.name)
        }
        // The form was open for four minutes.
        let arrival = AnswerArrival(
            round: book.rounds[round].id, channel: answer.channel ?? CallChannel.direct, opened: origin.time - 4 * DemoDays.minute, number: name,
            client: name)
        guard case .taken(let receipt, _) = try await store.handIn(answer.contribution(place), arrival, from: origin) else {
            throw DemoFault.refused(name, Localized(nl: "dit antwoord kwam niet binnen", en: "this answer was not taken in"))
        }
        book.receipts.append(receipt)
    }

    /// Puts the words of every answer with its issues, one step every two minutes.
    private func sort(_ round: Round, _ index: Int, _ store: InventoryStore, _ book: inout DemoBook, from origin: Origin) async throws {
        let call = try book.call, id = book.rounds[index].id
        let entries = try await store.workbench(of: call).entries.filter { $0.submission.round == id && $0.content.kind.isPlaced }
        var minutes: Int64 = 0
        for answer in round.answers {
            for words in [answer.asked, answer.learn].compactMap(\.self) {
                guard let entry = entries.first(where: { $0.content.words == words }) else {
                    throw DemoFault.refused(words, Localized(nl: "dit antwoord kwam niet binnen", en: "this answer was not taken in"))
                }
                try await place(words, of: entry.id, answer, at: call, store, &book, from: origin.later(minutes: minutes))
                minutes += 2
            }
        }
        for issue in issues {
            try await store.describe(try book.id(.issue, issue.key), as: issue.facts, from: origin.later(minutes: minutes))
            minutes += 2
        }
    }

    private func place(
        _ words: String, of entry: Identifier, _ answer: Answer, at call: Identifier, _ store: InventoryStore, _ book: inout DemoBook, from origin: Origin
    ) async throws {
        guard let first = answer.issues?.first else {
            try await store.take(.mark(entry: entry, words: words, aside: answer.aside ?? "Dit past niet bij een vraagstuk."), at: call, from: origin)
            return
        }
        if let known = book.known(.issue, first) {
            try await store.take(.mark(entry: entry, words: words, issue: known), at: call, from: origin)
        } else if let made = try await store.take(.mark(entry: entry, words: words, new: title(of: first)), at: call, from: origin) {
            book.keep(made, .issue, first)
        }
        let others = (answer.issues ?? []).dropFirst()
        guard !others.isEmpty, let fragment = try await store.workbench(of: call).fragments.first(where: { $0.entry == entry }) else { return }
        for other in others {
            // The words go to a second issue as well.
            if let known = book.known(.issue, other) {
                try await store.take(.attach(fragment: fragment.id, issue: known), at: call, from: origin)
            } else if let made = try await store.take(.create(title: title(of: other), fragments: [fragment.id]), at: call, from: origin) {
                book.keep(made, .issue, other)
            }
        }
    }

    private func title(of issue: String) -> String { issues.first { $0.key == issue }?.title ?? issue }
}

extension DemoInventory.Issue {
    var facts: LearningIssue.Facts {
        LearningIssue.Facts(
            title: title, theme: theme, domains: domains, words: words, questions: questions, level: .neighbourhood, isTough: whyTough != nil,
            whyTough: whyTough ?? "", perspective: perspective)
    }
}
