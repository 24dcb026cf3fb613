import Core
import Learning

/// Closed groups that talk about questions of their members, and cases from practice.
struct DemoGroups: Sendable, Decodable {
    struct Agreements: Sendable, Decodable {
        let attendance: String
        let confidentiality: String
        let facilitating: String
        let replacement: String
    }

    struct Method: Sendable, Decodable {
        let name: String
        let lead: String
        /// As people write them on the page: `5 | Vertel wat er speelt | schrijf`.
        let steps: [String]
    }

    struct Note: Sendable, Decodable {
        /// From 0.
        let step: Int
        let person: String
        let words: String
    }

    struct Yield: Sendable, Decodable {
        let kind: DemoWord<SessionYield.Kind>
        let words: String
        let owner: String
        /// Days from today.
        let due: Int
    }

    struct Session: Sendable, Decodable {
        let planned: DemoMoment
        let at: DemoMoment
        /// Key of a method of the platform; nil for that of the group.
        let method: String?
        let question: String
        let practiceCase: String?
        let bringer: String?
        let timeKeeper: String?
        let noteTaker: String?
        let notes: [Note]?
        let yields: [Yield]?
    }

    struct Group: Sendable, Decodable {
        let key: String
        let name: String
        let part: String
        let facilitator: String
        let at: DemoMoment
        let agreements: Agreements
        let members: [String]
        let method: Method
        let sessions: [Session]
    }

    struct Shared: Sendable, Decodable {
        let made: DemoMoment
        let checked: DemoMoment
        let published: DemoMoment
    }

    struct Case: Sendable, Decodable {
        let key: String
        let bringer: String
        let group: String?
        let at: DemoMoment
        let fit: DemoWord<IntervisionMethod.Fit>
        let domains: [String]
        let size: DemoWord<PracticeCase.Size>?
        let urbanity: DemoWord<PracticeCase.Urbanity>?
        let words: [String: String]
        let shared: Shared?
    }

    let groups: [Group]
    let cases: [Case]

    // MARK: Writing

    func write(_ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        for group in groups { try write(group, &script, site, days) }
        for one in cases { try write(one, &script, site, days) }
    }

    private func write(_ group: Group, _ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        let store = site.learning.cases.groups.groups, start = try days.moment(group.at)
        script.at(start, by: group.facilitator) { book, origin in
            let id = try await store.add(
                name: group.name, programme: book.programme, part: book.id(.part, group.part), agreements: group.agreements.facts,
                by: book.person(group.facilitator), from: origin)
            book.keep(id, .group, group.key)
            for member in group.members { try await store.invite(book.person(member), to: id, from: origin.later(minutes: 5)) }
            book.keep(try await store.addMethod(group.method.draft(), to: id, from: origin.later(minutes: 20)), .method, group.key)
        }
        for (index, member) in group.members.enumerated() {
            script.at(start + DemoDays.day + Int64(index * 47) * DemoDays.minute, by: member) { book, origin in
                try await store.answer(true, book.person(member), in: book.id(.group, group.key), from: origin)
            }
        }
        for session in group.sessions {
            let moment = try days.working(session.at)
            let gathering = DemoSession(session: session, group: group, time: moment, day: MeetingHours.date(moment, .nl), site: site, days: days)
            script.at(try days.moment(session.planned), by: group.facilitator) { book, origin in
                let id = try await gathering.plan(book, from: origin)
                guard session.notes != nil else { return }
                book.keep(id, .session, gathering.key)
            }
            guard session.notes != nil else { continue }
            script.at(moment, by: group.facilitator) { book, origin in try await gathering.run(book, from: origin) }
        }
    }

    private func write(_ one: Case, _ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        let store = site.learning.cases.store, facts = try one.facts()
        script.at(try days.moment(one.at), by: one.bringer) { book, origin in
            let group = try one.group.map { try book.id(.group, $0) }
            book.keep(try await store.add(facts, group: group, by: book.person(one.bringer), from: origin), .practiceCase, one.key)
        }
        guard let shared = one.shared else { return }
        let version = one.key + " shared"
        script.at(try days.moment(shared.made), by: one.bringer) { book, origin in
            book.keep(try await store.makeVersion(of: book.id(.practiceCase, one.key), from: origin), .practiceCase, version)
        }
        script.at(try days.moment(shared.checked), by: one.bringer) { book, origin in
            let id = try book.id(.practiceCase, version)
            guard let words = try await store.find(id)?.facts else { return }
            try await store.check(id, words: words, from: origin)
        }
        script.at(try days.moment(shared.published), by: one.bringer) { book, origin in
            let id = try book.id(.practiceCase, version)
            guard let words = try await store.find(id)?.facts else { return }
            try await store.publish(id, words: words, from: origin)
        }
    }
}

extension DemoGroups.Agreements {
    var facts: IntervisionGroup.Agreements {
        IntervisionGroup.Agreements(attendance: attendance, confidentiality: confidentiality, facilitating: facilitating, replacement: replacement)
    }
}

extension DemoGroups.Method {
    /// - Throws: a refusal for a line that is no step
    func draft() throws -> MethodDraft {
        let steps = try steps.map { line in
            guard let step = MethodDraft.Step(line: line) else {
                throw DemoFault.refused(line, Localized(nl: "dit is geen stap", en: "this is no step"))
            }
            return step
        }
        return MethodDraft(name: name, lead: lead, people: 3...8, experience: .starter, trust: .usual, fit: .content, steps: steps)
    }
}

extension DemoGroups.Case {
    /// - Throws: a refusal for a field that is not there
    func facts() throws -> PracticeCase.Facts {
        var fields: [PracticeCase.Field: String] = [:]
        for (name, text) in words {
            guard let field = PracticeCase.Field(rawValue: name) else {
                throw DemoFault.refused(name, Localized(nl: "dit veld is er niet", en: "this field is not there"))
            }
            fields[field] = text
        }
        return PracticeCase.Facts(words: fields, size: size?.value, urbanity: urbanity?.value, fit: fit.value, domains: Set(domains))
    }
}

/// One session of a group.
private struct DemoSession {
    let session: DemoGroups.Session
    let group: DemoGroups.Group
    /// Milliseconds since 1970.
    let time: Int64
    let day: String
    let site: Composition
    let days: DemoDays

    /// Of a session that has been: it is looked up when it runs.
    var key: String { "\(group.key) \(session.at.day)" }

    private var store: IntervisionSessionStore { site.learning.cases.groups.sessions }

    func plan(_ book: DemoBook, from origin: Origin) async throws -> Identifier {
        let id = try book.id(.group, group.key)
        guard let known = try await site.learning.cases.groups.groups.find(id) else {
            throw DemoFault.refused(group.key, Localized(nl: "deze groep is er niet", en: "this group is not there"))
        }
        let roles = IntervisionSession.Roles(
            bringer: try session.bringer.map { try book.person($0) }, facilitator: try book.person(group.facilitator),
            timeKeeper: try session.timeKeeper.map { try book.person($0) }, noteTaker: try session.noteTaker.map { try book.person($0) })
        let method = try session.method ?? book.id(.method, group.key).description
        return try await store.plan(
            known, method: method, question: session.question, practiceCase: try session.practiceCase.map { try book.id(.practiceCase, $0) }, at: time,
            day: day, roles: roles, from: origin)
    }

    /// Goes through all steps of the method, with what people write, up to the end.
    func run(_ book: DemoBook, from origin: Origin) async throws {
        let id = try book.id(.session, key)
        guard let method = try await site.learning.cases.groups.groups.methods(of: book.id(.group, group.key)).first else { return }
        try await store.move(.openLobby, id, by: method, from: origin)
        let present = [group.facilitator] + group.members
        for person in present { try await store.join(book.person(person), id, from: origin.by(book.person(person))) }
        try await store.move(.begin, id, by: method, from: origin)
        var moment = origin.later(minutes: 3)
        for (index, step) in method.steps.enumerated() {
            for note in session.notes ?? [] where note.step == index {
                let writer = try book.person(note.person)
                try await store.write(note.words, .shared, by: writer, in: id, step: index, method: method, from: moment.by(writer))
            }
            moment = moment.later(minutes: Int64(step.minutes))
            try await store.move(.next, id, by: method, from: moment)
        }
        for yield in session.yields ?? [] {
            try await store.addYield(
                yield.kind.value, words: yield.words, address: nil, owner: book.person(yield.owner), due: days.date(yield.due), to: id, from: moment)
        }
        moment = moment.later(minutes: 5)
        try await store.move(.close, id, by: method, from: moment)
        guard let bringer = session.bringer else { return }
        try await store.setKeepsYields(true, by: book.person(bringer), of: id, from: moment.later(minutes: 10).by(book.person(bringer)))
    }
}
