import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import People
import Web

/// Handlers of composing the programme of a meeting: by who organises it; a group also by who leads it (MTG-15).
struct MeetingProgrammeRoutes: Sendable {
    let part: MeetingPart

    private typealias Words = MeetingProgrammeWords

    var table: [Route] {
        let place = "/bijeenkomsten/{bijeenkomst}/programma", item = place + "/{onderdeel}", group = "/bijeenkomsten/{bijeenkomst}/groepen/{groep}"
        return [
            route(.get, place, "meetings.programme", Words.both(\.edit)) { try await show($1) },
            route(.post, place, "meetings.item.add", Words.both(\.addItem)) { try await addItem($1) },
            route(.get, item, "meetings.item", Words.both(\.item)) { try await showItem($1) },
            route(.post, item, "meetings.item.change", Words.both(\.save)) { try await changeItem($1) },
            route(.post, item + "/plek", "meetings.item.move", Words.both(\.up)) { try await moveItem($1) },
            route(.post, item + "/weg", "meetings.item.remove", Words.both(\.remove)) { try await removeItem($1) },
            route(.get, item + "/groepen", "meetings.subgroup.new", Words.both(\.addGroup)) { try await newGroup($1) },
            route(.post, item + "/groepen", "meetings.subgroup.add", Words.both(\.addGroup)) { try await addGroup($1) },
            // Who leads a group need not organise anything: the page decides.
            route(.get, group, "meetings.subgroup", Words.both(\.groups), access: .person) { try await showGroup($1) },
            route(.post, group, "meetings.subgroup.change", Words.both(\.save), access: .person) { try await changeGroup($1) },
            route(.post, group + "/weg", "meetings.subgroup.remove", Words.both(\.remove)) { try await removeGroup($1) },
        ]
    }

    private func route(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, access: Access = .organisers,
        handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: access, summary: summary, handler: handler)
    }

    /// A fault that stands in no form.
    private func elsewhere(_ fault: MeetingStore.Fault) -> any Error {
        switch fault {
        case .over: Problem.conflict(MeetingEditWords.both(\.over))
        case .inUse: Problem.conflict(Words.both(\.inUse))
        default: Problem.notFound
        }
    }

    // MARK: Items

    private func show(_ context: WebContext) async throws -> Answer {
        let (meeting, _) = try await part.mine(context)
        return try await page(meeting, Form(items: []), context)
    }

    private func page(_ meeting: Meeting, _ form: Form, _ context: WebContext) async throws -> Answer {
        let items = try await part.store.items(of: meeting.id), needs = try await part.taking.needs(meeting.id)
        let terms = try await part.people.terms.all(withRetired: true), organisations = try await part.people.organisations.list()
        return context.formPage(Words(context.language).title(meeting.facts.title), form, styles: MeetingRoutes.styles) { token in
            MeetingProgrammePage(
                meeting: meeting, items: items, needs: needs, terms: terms, organisations: organisations, form: form, token: token,
                language: context.language)
        }
    }

    private func addItem(_ context: WebContext) async throws -> Answer {
        let (meeting, _) = try await part.mine(context)
        var form = context.fields
        let needs = Set(try await part.taking.needs(meeting.id).map(\.id))
        guard let sent = MeetingProgrammeForms.item(&form, before: nil, needs: needs) else { return try await page(meeting, form, context) }
        do {
            let item = try await part.store.addItem(
                sent.facts, speakers: sent.speakers, needs: sent.needs, to: meeting.id, from: part.people.origin(context))
            // The groups of an item are the next thing to fill in.
            let next = sent.facts.kind == .subgroups ? MeetingRoute.item(meeting.id, item) : MeetingRoute.programme(meeting.id)
            return .redirect(to: next.address, in: context.language)
        } catch MeetingStore.Fault.unknownSpeaker {
            form.fail("spreker-1", Words.both(\.speakerGone))
            return try await page(meeting, form, context)
        } catch let fault as MeetingStore.Fault {
            throw elsewhere(fault)
        }
    }

    private func item(_ meeting: Meeting, _ context: WebContext) async throws -> ProgrammeItem {
        let id = try context.part("onderdeel", as: Identifier.self)
        guard let item = try await part.store.items(of: meeting.id).first(where: { $0.id == id }) else { throw Problem.notFound }
        return item
    }

    private func showItem(_ context: WebContext) async throws -> Answer {
        let (meeting, _) = try await part.mine(context), item = try await item(meeting, context)
        return try await page(meeting, item, MeetingProgrammeForms.items(item), context)
    }

    private func page(_ meeting: Meeting, _ item: ProgrammeItem, _ form: Form, _ context: WebContext) async throws -> Answer {
        let needs = try await part.taking.needs(meeting.id), organisations = try await part.people.organisations.list()
        return context.formPage(Words(context.language).changeItem(item.facts.title), form, styles: MeetingRoutes.styles) { token in
            MeetingItemPage(
                meeting: meeting, item: item, needs: needs, organisations: organisations, form: form, token: token, language: context.language)
        }
    }

    private func changeItem(_ context: WebContext) async throws -> Answer {
        let (meeting, _) = try await part.mine(context), item = try await item(meeting, context)
        var form = context.fields
        let needs = Set(try await part.taking.needs(meeting.id).map(\.id))
        guard let sent = MeetingProgrammeForms.item(&form, before: item, needs: needs) else { return try await page(meeting, item, form, context) }
        do {
            try await part.store.changeItem(
                item.id, to: sent.facts, speakers: sent.speakers, needs: sent.needs, of: meeting.id, from: part.people.origin(context))
            return back(meeting, context)
        } catch MeetingStore.Fault.unknownSpeaker {
            form.fail("spreker-1", Words.both(\.speakerGone))
        } catch MeetingStore.Fault.inUse {
            form.fail("soort", Words.both(\.inUse))
        } catch let fault as MeetingStore.Fault {
            throw elsewhere(fault)
        }
        return try await page(meeting, item, form, context)
    }

    private func back(_ meeting: Meeting, _ context: WebContext) -> Answer {
        .redirect(to: MeetingRoute.programme(meeting.id).address, in: context.language)
    }

    private func moveItem(_ context: WebContext) async throws -> Answer {
        let (meeting, _) = try await part.mine(context)
        var form = context.fields
        guard let way = form.choice("kant", of: MeetingStore.Way.self) else { throw Problem.notFound }
        do {
            try await part.store.moveItem(
                try context.part("onderdeel", as: Identifier.self), way, in: meeting.id, from: part.people.origin(context))
        } catch let fault as MeetingStore.Fault { throw elsewhere(fault) }
        return back(meeting, context)
    }

    private func removeItem(_ context: WebContext) async throws -> Answer {
        let (meeting, _) = try await part.mine(context), item = try await item(meeting, context), origin = part.people.origin(context)
        do {
            try await part.store.removeItem(item.id, of: meeting.id, from: origin)
            try await MeetingSlideRoutes(part: part).removeAll(of: item.id, from: origin)
        } catch let fault as MeetingStore.Fault { throw elsewhere(fault) }
        return back(meeting, context)
    }

    // MARK: Groups

    private func newGroup(_ context: WebContext) async throws -> Answer {
        let (meeting, _) = try await part.mine(context), item = try await item(meeting, context)
        guard item.facts.kind == .subgroups else { throw Problem.notFound }
        return try await group(meeting, item.id, nil, Form(items: []), isLeader: false, context)
    }

    private func group(
        _ meeting: Meeting, _ item: Identifier?, _ subgroup: Subgroup?, _ form: Form, isLeader: Bool, _ context: WebContext
    ) async throws -> Answer {
        let organisations = isLeader ? [] : try await part.people.organisations.list(), words = Words(context.language)
        return context.formPage(subgroup.map { words.group($0.facts.title) } ?? words.addGroup, form, styles: MeetingRoutes.styles) { token in
            SubgroupEditPage(
                meeting: meeting, item: item, subgroup: subgroup, organisations: organisations, isLeader: isLeader, form: form, token: token,
                language: context.language)
        }
    }

    private func addGroup(_ context: WebContext) async throws -> Answer {
        let (meeting, _) = try await part.mine(context), item = try await item(meeting, context)
        var form = context.fields
        let origin = part.people.origin(context), leaders = SubgroupLeaders(people: part.people)
        if var facts = MeetingProgrammeForms.subgroup(&form, before: nil, isLeader: false), try await leaders.read(&form, into: &facts) {
            do {
                let id = try await part.store.addSubgroup(facts, to: item.id, of: meeting.id, from: origin)
                try await leaders.follow(Subgroup(id: id, meeting: meeting.id, facts: facts), before: nil, from: origin)
                return .redirect(to: MeetingRoute.item(meeting.id, item.id).address, in: context.language)
            } catch MeetingStore.Fault.unknownSpeaker {
                form.fail("leider", Words.both(\.speakerGone))
            } catch let fault as MeetingStore.Fault {
                throw elsewhere(fault)
            }
        }
        return try await group(meeting, item.id, nil, form, isLeader: false, context)
    }

    /// The group of the path, for who organises the meeting or leads the group.
    private func mine(_ context: WebContext) async throws -> (meeting: Meeting, subgroup: Subgroup, isLeader: Bool) {
        let (meeting, outline) = try await part.known(context)
        guard let subgroup = try await part.store.subgroup(try context.part("groep", as: Identifier.self)), subgroup.meeting == meeting.id else {
            throw Problem.notFound
        }
        let line = outline.line(to: meeting.part)
        try MeetingPolicy.lead(subgroup, of: meeting, line: line, by: context.actor).orProblem()
        return (meeting, subgroup, !MeetingPolicy.organise(programme: meeting.programme, line: line, by: context.actor).isAllowed)
    }

    private func showGroup(_ context: WebContext) async throws -> Answer {
        let (meeting, subgroup, isLeader) = try await mine(context)
        return try await group(meeting, nil, subgroup, MeetingProgrammeForms.items(subgroup), isLeader: isLeader, context)
    }

    private func changeGroup(_ context: WebContext) async throws -> Answer {
        let (meeting, subgroup, isLeader) = try await mine(context)
        var form = context.fields
        let origin = part.people.origin(context), leaders = SubgroupLeaders(people: part.people)
        if var facts = MeetingProgrammeForms.subgroup(&form, before: subgroup, isLeader: isLeader),
            try await leaders.read(&form, into: &facts, isLeader: isLeader)
        {
            do {
                try await part.store.changeSubgroup(subgroup.id, to: facts, of: meeting.id, from: origin)
                try await leaders.follow(Subgroup(id: subgroup.id, meeting: meeting.id, facts: facts), before: subgroup.facts.leader?.person, from: origin)
                let next = isLeader ? MeetingRoute.subgroup(meeting.id, subgroup.id) : MeetingRoute.programme(meeting.id)
                return .redirect(to: next.address, in: context.language)
            } catch MeetingStore.Fault.unknownSpeaker {
                form.fail("leider", Words.both(\.speakerGone))
            } catch let fault as MeetingStore.Fault {
                throw elsewhere(fault)
            }
        }
        return try await group(meeting, nil, subgroup, form, isLeader: isLeader, context)
    }

    private func removeGroup(_ context: WebContext) async throws -> Answer {
        let (meeting, subgroup, _) = try await mine(context)
        do {
            let origin = part.people.origin(context)
            try await part.store.removeSubgroup(subgroup.id, of: meeting.id, from: origin)
            var none = subgroup.facts
            none.leader = nil
            try await SubgroupLeaders(people: part.people).follow(
                Subgroup(id: subgroup.id, meeting: meeting.id, facts: none), before: subgroup.facts.leader?.person, from: origin)
        } catch let fault as MeetingStore.Fault { throw elsewhere(fault) }
        return back(meeting, context)
    }
}
