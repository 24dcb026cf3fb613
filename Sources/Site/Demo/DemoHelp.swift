import Core
import Learning
import People

/// Who knows about what, questions for help with what came of them, and an introduction.
struct DemoHelp: Sendable, Decodable {
    struct Subject: Sendable, Decodable {
        let key: String
        let name: DemoText
        /// Key of the theme above it.
        let below: String
        let at: DemoMoment
    }

    struct Line: Sendable, Decodable {
        let person: String?
        let organisation: String?
        /// Who says so, for an organisation.
        let by: String?
        let label: String
        let kind: DemoWord<ExpertiseLine.Kind>
        let at: DemoMoment
    }

    struct Reply: Sendable, Decodable {
        let person: String
        let isYes: Bool
        let at: DemoMoment
    }

    struct Ending: Sendable, Decodable {
        let at: DemoMoment
        let outcome: String
        let helpful: [String]
    }

    struct Question: Sendable, Decodable {
        let key: String
        let asker: String
        let at: DemoMoment
        let question: String
        let tried: String
        let label: String
        let help: DemoWord<HelpKind>
        let replies: [Reply]
        let ending: Ending?
    }

    struct Meeting: Sendable, Decodable {
        let at: DemoMoment
        let label: String
        let organisations: [String]
        let replies: [Reply]
    }

    let facilitator: String
    let subjects: [Subject]
    let lines: [Line]
    let questions: [Question]
    let introduction: Meeting

    // MARK: Writing

    func write(_ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        for subject in subjects {
            script.at(try days.moment(subject.at), by: facilitator) { book, origin in
                let draft = TermDraft(vocabulary: .theme, parent: subject.below, name: subject.name.both)
                book.terms[subject.key] = try await site.people.terms.add(draft, from: origin).key
            }
        }
        for line in lines {
            script.at(try days.moment(line.at), by: line.by ?? line.person) { book, origin in
                guard let owner = try line.owner(book) else { return }
                try await site.learning.expertise.store.add(owner, label: book.term(line.label), kind: line.kind.value, region: nil, from: origin)
            }
        }
        for question in questions { try write(question, &script, site, days) }
        try meet(&script, site, days)
    }

    private func write(_ question: Question, _ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        let store = site.learning.expertise.requests
        script.at(try days.moment(question.at), by: question.asker) { [self] book, origin in
            let draft = HelpRequest.Draft(
                question: question.question, tried: question.tried, label: book.term(question.label), help: question.help.value, programme: try book.programme)
            let asked = try await store.add(
                draft, by: book.person(question.asker), organisation: book.home(question.asker), area: nil, around(site), from: origin)
            book.keep(asked.id, .request, question.key)
        }
        for reply in question.replies {
            script.at(try days.moment(reply.at), by: reply.person) { [self] book, origin in
                let ask = try await ask(of: reply.person, in: question.key, store, book)
                try await store.answer(reply.isYes, .person(book.person(reply.person), ask: ask), around(site), from: origin)
            }
        }
        guard let ending = question.ending else { return }
        script.at(try days.moment(ending.at), by: question.asker) { [self] book, origin in
            var helpful: Set<Identifier> = []
            for person in ending.helpful { helpful.insert(try await ask(of: person, in: question.key, store, book)) }
            try await store.close(
                book.id(.request, question.key), by: book.person(question.asker), outcome: ending.outcome, helpful: helpful, from: origin)
        }
    }

    private func ask(of person: String, in question: String, _ store: HelpStore, _ book: DemoBook) async throws -> Identifier {
        let id = try book.person(person)
        guard let ask = try await store.asks(of: book.id(.request, question)).first(where: { $0.person == id }) else {
            throw DemoFault.refused("\(question) \(person)", Localized(nl: "is niet gevraagd", en: "was not asked"))
        }
        return ask.id
    }

    /// Nobody is preferred for their municipality: it is made up, so it has no figures.
    private func around(_ site: Composition) async throws -> HelpStore.Surroundings {
        let terms = try await site.people.terms.all(withRetired: true)
        let parents = Dictionary(terms.compactMap { term in term.parent.map { (term.key, $0) } }, uniquingKeysWith: { first, _ in first })
        return HelpStore.Surroundings(tree: LabelTree(parents: parents), comparable: [], site: site.people.installation.name)
    }

    private func meet(_ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        let store = site.learning.expertise.introductions, meeting = introduction
        script.at(try days.moment(meeting.at), by: facilitator) { book, origin in
            let sides = Set(try meeting.organisations.map { try book.id(.organisation, $0) })
            let id = try await store.propose(
                sides, label: book.term(meeting.label), programme: book.programme, isAlike: false, site: site.people.installation.name, from: origin)
            book.keep(id, .introduction, DemoBook.only)
        }
        for reply in meeting.replies {
            script.at(try days.moment(reply.at), by: reply.person) { book, origin in
                let id = try book.id(.introduction, DemoBook.only)
                try await store.answer(reply.isYes, .person(book.person(reply.person), introduction: id), from: origin)
            }
        }
    }
}

extension DemoHelp.Line {
    fileprivate func owner(_ book: DemoBook) throws -> ExpertiseLine.Owner? {
        if let person { return .person(try book.person(person)) }
        return try organisation.map { .organisation(try book.id(.organisation, $0)) }
    }
}
