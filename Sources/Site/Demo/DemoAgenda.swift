import Core
import Learning
import People

/// The learning agenda of the demonstration: items with what became of them, and versions.
struct DemoAgenda: Sendable, Decodable {
    struct Step: Sendable, Decodable {
        let at: DemoMoment
        let state: DemoWord<AgendaItem.State>
        let reason: String?
        /// Months from this one.
        let month: Int?
    }

    struct Voice: Sendable, Decodable {
        let at: DemoMoment
        let by: String
        let words: String
        /// What the owners say to it; for an objection.
        let answer: String?
    }

    struct Item: Sendable, Decodable {
        let key: String
        let at: DemoMoment
        let by: String
        let title: String
        let words: String
        let theme: String
        let domains: [String]
        let questions: String
        let whyTough: String?
        let perspective: String
        let owner: String
        let issues: [String]?
        let adHocReason: String?
        let steps: [Step]
        let supports: [Voice]?
        let objections: [Voice]?
    }

    struct Move: Sendable, Decodable {
        let at: DemoMoment
        let item: String
        let direction: DemoWord<AgendaStore.Direction>
        let reason: String
    }

    struct Effect: Sendable, Decodable {
        let at: DemoMoment
        let item: String
        let other: String
        let words: String
    }

    struct Version: Sendable, Decodable {
        let at: DemoMoment
        let agreed: [String]
        let note: String
    }

    /// Key of the part whose agenda it is.
    let part: String
    let facilitator: String
    let items: [Item]
    let moves: [Move]
    let effects: [Effect]
    let versions: [Version]

    // MARK: Writing

    func write(_ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        let store = site.learning.agenda.store
        for item in items { try write(item, &script, store, days) }
        for effect in effects {
            script.at(try days.moment(effect.at), by: facilitator) { book, origin in
                try await store.setEffect(of: book.id(.item, effect.item), on: book.id(.item, effect.other), words: effect.words, from: origin)
            }
        }
        for move in moves {
            script.at(try days.moment(move.at), by: facilitator) { book, origin in
                try await store.move(book.id(.item, move.item), move.direction.value, reason: move.reason, from: origin)
            }
        }
        for version in versions {
            script.at(try days.moment(version.at), by: facilitator) { [self] book, origin in
                let agreed = Set(try version.agreed.map { try book.id(.organisation, $0) })
                _ = try await store.record(place(book), agreed: agreed, note: version.note, from: origin)
            }
        }
    }

    private func place(_ book: DemoBook) throws -> AgendaPlace { AgendaPlace(programme: try book.programme, part: try book.id(.part, part)) }

    private func write(_ item: Item, _ script: inout DemoScript, _ store: AgendaStore, _ days: DemoDays) throws {
        script.at(try days.moment(item.at), by: item.by) { [self] book, origin in
            let facts = AgendaItem.Facts(
                title: item.title, words: item.words, theme: item.theme, questions: item.questions, domains: item.domains, level: .neighbourhood,
                isTough: item.whyTough != nil, whyTough: item.whyTough ?? "", perspective: item.perspective,
                ownerOrganisation: try book.id(.organisation, item.owner), adHocReason: item.adHocReason ?? "")
            let issues = try (item.issues ?? []).map { try book.id(.issue, $0) }
            book.keep(try await store.propose(facts, issues: issues, at: place(book), from: origin), .item, item.key)
        }
        for step in item.steps {
            script.at(try days.moment(step.at), by: facilitator) { book, origin in
                let month = step.month.map { days.month($0) }
                try await store.take(book.id(.item, item.key), to: step.state.value, reason: step.reason ?? "", month: month, from: origin)
            }
        }
        for support in item.supports ?? [] {
            script.at(try days.moment(support.at), by: support.by) { book, origin in
                guard let home = try book.home(support.by) else { return }
                try await store.support(book.id(.item, item.key), by: home, brings: support.words, from: origin)
            }
        }
        for objection in item.objections ?? [] { try write(objection, to: item.key, &script, store, days) }
    }

    private func write(_ objection: Voice, to item: String, _ script: inout DemoScript, _ store: AgendaStore, _ days: DemoDays) throws {
        let time = try days.moment(objection.at)
        script.at(time, by: objection.by) { book, origin in
            guard let home = try book.home(objection.by) else { return }
            try await store.object(book.id(.item, item), by: home, words: objection.words, from: origin)
        }
        guard let answer = objection.answer else { return }
        // The owners take three days.
        script.at(time + 3 * DemoDays.day, by: facilitator) { book, origin in
            let id = try book.id(.item, item)
            guard let open = try await store.item(id)?.objections.first(where: { $0.answer == nil }) else { return }
            try await store.answer(open.id, of: id, words: answer, from: origin)
        }
    }
}
