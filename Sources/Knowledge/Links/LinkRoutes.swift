import Areas
import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of the permanent addresses of things, and of the links between them.
struct LinkRoutes: Sendable {
    let slice: Slice

    private typealias Words = LinkWords

    /// Things that are offered to link to.
    private static let offered = 12
    private static let longest = 200

    var table: [Route] {
        let place = "/ding/{soort}/{sleutel}"
        return [
            Route(.get, place, name: "links.thing", readsSession: true, summary: Words.both(\.permanent)) { try await show($1) },
            Route(.get, place + "/verbanden", name: "links.list", readsSession: true, summary: Words.both(\.title)) { try await list($0, $1) },
            Route(.post, place + "/verbanden", name: "links.add", access: .linkers, summary: Words.both(\.add)) { try await add($0, $1) },
            Route(.post, place + "/verbanden/weg", name: "links.remove", access: .linkers, summary: Words.both(\.removal)) { try await remove($1) },
        ]
    }

    /// Where a thing is now. It may move, so nobody keeps the answer.
    private func show(_ context: WebContext) async throws -> Answer {
        guard let path = try await known(context).entry.path else { throw Problem.notFound }
        return .redirect(to: PageAddress(path), in: context.language, status: .found)
    }

    /// What the address names, as far as the actor may know of it.
    private struct Known {
        let entry: SearchEntry
        let shelf: LinkShelf
        let keys: Set<String>
    }

    private func known(_ context: WebContext) async throws -> Known {
        guard let kind = SearchEntry.Kind(rawValue: try context.part("soort")), let key = ThingReference.key(try context.part("sleutel")) else {
            throw Problem.notFound
        }
        let keys = Set(SearchAudience.containing(context.actor).map(\.key))
        let shelf = try await slice.desk.links(), thing = ThingReference(kind, key)
        guard let entry = try await find(thing, shelf, keys) else { throw Problem.notFound }
        return Known(entry: entry, shelf: shelf, keys: keys)
    }

    private func find(_ thing: ThingReference, _ shelf: LinkShelf, _ keys: Set<String>) async throws -> SearchEntry? {
        if let entry = shelf.entry(thing, for: keys) { return entry }
        let entry = try await slice.desk.elsewhere(thing)
        return entry?.isVisible(to: keys) == true ? entry : nil
    }

    // MARK: The page of links

    private func list(_ request: Request, _ context: WebContext) async throws -> Answer {
        let words = String((context.query[LinkRoute.Key.search] ?? "").prefix(Self.longest))
        return try await page(try await known(context), Form(items: words.isEmpty ? [] : [.init(LinkRoute.Key.search, words)]), request, context)
    }

    private func page(_ known: Known, _ form: Form, _ request: Request, _ context: WebContext) async throws -> Answer {
        let thing = known.entry.reference, actor = context.actor
        var ends = known.shelf.ends(of: thing, for: known.keys)
        let own = known.shelf.scopes(of: thing)
        // Whoever has a say over the other end only may link it too.
        let mayChange: @Sendable (ThingReference) -> Bool = { other in
            LinkPolicy.change(at: own.union(known.shelf.scopes(of: other)), by: actor).isAllowed
        }
        let mayAdd = Access.linkers.decide(actor).isAllowed
        if mayAdd { ends = try await current(ends, of: thing, known) }
        let people = ends.filter { $0.entry.kind == .person }.compactMap { Identifier($0.entry.key) }
        try await slice.people.note(.administration, "knowledge.links", of: people, request, context)
        let title = LinkWords(context.language).title(known.entry.title[context.language])
        let permanent = (context.frame.origin ?? "") + LinkRoute.thing(thing).address.url(in: context.language)
        guard mayAdd else {
            return context.page(PageHead(title, isListed: false), cache: .personal) {
                LinkPage(entry: known.entry, ends: ends, permanent: permanent, changing: nil, mayChange: { _ in false }, language: context.language)
            }
        }
        let found = try await offers(form[LinkRoute.Key.search], context)?.filter { $0.reference != thing && mayChange($0.reference) }
        let shown = ends
        return context.formPage(title, form) { token in
            LinkPage(
                entry: known.entry, ends: shown, permanent: permanent, changing: .init(form: form, token: token, found: found), mayChange: mayChange,
                language: context.language)
        }
    }

    /// With what was laid or taken away a moment ago, for those who do it.
    private func current(
        _ ends: [(end: LinkShelf.End, entry: SearchEntry)], of thing: ThingReference, _ known: Known
    ) async throws -> [(end: LinkShelf.End, entry: SearchEntry)] {
        let laid = try await slice.links.all(of: thing)
        let shown = Set(ends.map { $0.end.link(at: thing) })
        let kept = ends.filter { !$0.end.isByHand || laid.contains($0.end.link(at: thing)) }
        let new = laid.subtracting(shown).sorted { ($0.from, $0.to) < ($1.from, $1.to) }.compactMap { link in
            let isBack = link.to == thing && !link.relation.isSymmetric, other = link.from == thing ? link.to : link.from
            let end = LinkShelf.End(relation: link.relation, isBack: isBack, other: other, isByHand: true)
            return known.shelf.entry(other, for: known.keys).map { (end: end, entry: $0) }
        }
        return LinkShelf.inOrder(kept + new)
    }

    /// What can be linked to, of what the actor may find; nil where nothing was asked.
    private func offers(_ words: String?, _ context: WebContext) async throws -> [SearchEntry]? {
        guard let words, !words.allSatisfy(\.isWhitespace) else { return nil }
        let findings = try await slice.finding(for: context.actor, in: context.language).findings(SearchQuestion(words), range: 0..<Self.offered)
        let shelf = try await slice.desk.links()
        let areas = findings.areas.compactMap { shelf.entry(ThingReference(.area, $0.area.code.description), for: nil) }
        return (areas + findings.hits.map(\.entry)).filter { $0.kind != .person }
    }

    // MARK: Laying and taking away

    private func add(_ request: Request, _ context: WebContext) async throws -> Answer {
        let known = try await known(context)
        var form = context.fields
        let other = form.value("ander", as: ThingReference.self, required: Words.both(\.otherEmpty), otherwise: Words.both(\.otherEmpty))
        let choice = form.value("verband", as: RelationChoice.self, required: Words.both(\.relationEmpty), otherwise: Words.both(\.relationEmpty))
        try allow(known, other, context)
        guard let other, let choice, form.errors.isEmpty else { return try await page(known, form, request, context) }
        guard known.shelf.entry(other, for: known.keys) != nil else { throw Problem.notFound }
        do {
            try await slice.links.add(choice.link(known.entry.reference, other), from: slice.people.origin(context))
        } catch let fault as LinkStore.Fault {
            switch fault {
            case .doesNotFit: form.fail("verband", Words.both(\.doesNotFit))
            case .already: form.fail("verband", Words.both(\.already))
            case .unknownTerm: form.fail("ander", Words.both(\.unknownTerm))
            case .unknown: throw Problem.notFound
            }
            return try await page(known, form, request, context)
        }
        return .redirect(to: LinkRoute.links(known.entry.reference).address, in: context.language)
    }

    private func remove(_ context: WebContext) async throws -> Answer {
        let known = try await known(context), form = context.fields
        guard let other = form["ander"].flatMap(ThingReference.init), let choice = form["verband"].flatMap(RelationChoice.init) else {
            try allow(known, nil, context)
            throw Problem.notFound
        }
        try allow(known, other, context)
        do {
            try await slice.links.remove(choice.link(known.entry.reference, other), from: slice.people.origin(context))
        } catch LinkStore.Fault.unknown {
            throw Problem.notFound
        }
        return .redirect(to: LinkRoute.links(known.entry.reference).address, in: context.language)
    }

    /// Goes on where the policy lets the actor change links of this thing with that one.
    private func allow(_ known: Known, _ other: ThingReference?, _ context: WebContext) throws(Problem) {
        let scopes = known.shelf.scopes(of: known.entry.reference).union(other.map { known.shelf.scopes(of: $0) } ?? [])
        switch LinkPolicy.change(at: scopes, by: context.actor) {
        case .allowed: return
        case .refused(let reason): throw .forbidden(reason)
        // The route lets nobody through without a second factor.
        case .signIn, .hidden: throw .notFound
        }
    }
}
