import Areas
import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of the directory and of one's own page.
struct ExpertiseRoutes: Sendable {
    let part: ExpertisePart

    private typealias Words = ExpertiseWords

    var table: [Route] {
        [
            Route(.get, "/expertise", name: "expertise.directory", readsSession: true, summary: Words.both(\.directory)) { try await directory($0, $1) },
            Route(.get, "/mijn/expertise", name: "expertise.mine", access: .person, summary: Words.both(\.mine)) { try await mine($1) },
            Route(.post, "/mijn/expertise/regels", name: "expertise.add", access: .person, summary: Words.both(\.addTitle)) { try await add($1) },
            Route(.post, "/mijn/expertise/keuzes", name: "expertise.decide", access: .person, summary: Words.both(\.lines)) { try await decide($1) },
            Route(.post, "/mijn/expertise/instellingen", name: "expertise.settings", access: .person, summary: Words.both(\.settings)) {
                try await set($1)
            },
        ]
    }

    // MARK: The directory

    private func directory(_ request: Request, _ context: WebContext) async throws -> Answer {
        let words = Words(context.language), actor = context.actor, isSignedIn = actor.person != nil
        var filter = ExpertiseForms.filter(context.query)
        let programmes = try await part.programmes(of: actor.person?.organisation)
        // Nobody looks into a network that they are not in.
        if let programme = filter.programme, !programmes.contains(where: { $0.value == programme.description }) { throw Problem.notFound }
        if !isSignedIn { filter.role = nil }
        let gazetteer = try await part.areas.gazetteer.current()
        let map = gazetteer.latestYear.flatMap { gazetteer.map(of: $0) }
        if let region = filter.region, let map, region.level == .province {
            filter.within = Set(map.areas(of: .municipality, within: region).map(\.code))
        }
        let found = try await part.store.directory(filter, tree: try await part.tree(), at: part.now)
        let entries = isSignedIn ? found : found.filter { if case .organisation = $0.owner { true } else { false } }
        let people = entries.compactMap { if case .person(let id) = $0.owner { id } else { nil } }
        if isSignedIn { try await part.people.note(.profiles, "expertise.directory", of: people, request, context) }
        let provinces = map.map { Array($0.areas(of: .province)) } ?? []
        let choices = DirectoryChoices(labels: try await part.labels(), places: try await places(provinces), programmes: programmes)
        let names = try await part.labelNames(), profiles = isSignedIn ? try await profiles(of: people, for: actor) : [:]
        return context.page(PageHead(words.directory, description: words.directoryLead), cache: isSignedIn ? .noStore : .personal) {
            DirectoryPage(
                entries: entries, profiles: profiles, names: names, choices: choices, form: context.query, isSignedIn: isSignedIn,
                language: context.language)
        }
    }

    /// What these people let this reader see of themselves: on what they work, and their page with a picture (EXP-04).
    private func profiles(of people: [Identifier], for actor: Actor) async throws -> [Identifier: Profile] {
        let wanted = Set(people)
        let shown = try await part.people.profiles.shown().filter { entry in
            wanted.contains(entry.person) && ProfilePolicy.see(entry.profile, of: entry.person, isOpen: true, by: actor).isAllowed
        }
        return Dictionary(shown.map { ($0.person, $0.profile) }, uniquingKeysWith: { first, _ in first })
    }

    /// Provinces first; each stands for all its municipalities (EXP-05).
    private func places(_ provinces: [Area]) async throws -> [Choice] {
        let municipalities = try await part.people.organisations.list(kind: .municipality).compactMap { one in
            one.area.map { Choice($0.description, Localized(one.name)) }
        }
        return provinces.sorted { $0.name < $1.name }.map { Choice($0.code.description, Localized($0.name)) } + municipalities
    }

    // MARK: One's own page

    private func person(_ context: WebContext) throws -> Identifier {
        guard let person = context.actor.person?.id else { throw Problem.notFound }
        return person
    }

    private func mine(_ context: WebContext, settings: Form? = nil, adding: Form = Form(items: [.init("voor", "mij")])) async throws -> Answer {
        let person = try person(context), organisation = context.actor.person?.organisation
        let setting = try await part.store.setting(of: person)
        var shared: [ExpertiseLine] = []
        if let organisation { shared = try await part.store.lines(of: .organisation(organisation)) }
        let own = OwnExpertise(
            lines: try await part.store.lines(of: .person(person)),
            organisationLines: shared,
            organisation: organisation?.description, names: try await part.labelNames(), labels: try await part.labels(),
            asks: try await part.requests.asks(to: person), introductions: try await part.introductions.introductions(of: person),
            settings: settings ?? ExpertiseForms.items(setting), adding: adding, now: part.now)
        let faulty = settings ?? adding
        return context.formPage(Words(context.language).mine, faulty) { token in
            OwnExpertisePage(own: own, token: token, language: context.language)
        }
    }

    private func back(_ context: WebContext) -> Answer { .redirect(to: ExpertiseRoute.mine.address, in: context.language) }

    private func add(_ context: WebContext) async throws -> Answer {
        let person = try person(context)
        var form = context.fields
        let label = ExpertiseForms.one("onderwerp", of: try await part.labels(), required: Words.both(\.chooseOne), &form)
        let kind = form.choice("soort", of: ExpertiseLine.Kind.self, required: Words.both(\.chooseOne))
        var owner = ExpertiseLine.Owner.person(person), area: AreaCode?
        if let organisation = context.actor.person?.organisation {
            area = try await part.people.organisations.find(organisation)?.area
            if form.has("voor", "organisatie") { owner = .organisation(organisation) }
        }
        guard let label, let kind else { return try await mine(context, adding: form) }
        try await part.store.add(owner, label: label, kind: kind, region: area, from: part.people.origin(context))
        return back(context)
    }

    private func decide(_ context: WebContext) async throws -> Answer {
        let person = try person(context), answers = ExpertiseForms.decisions(context.fields), origin = part.people.origin(context)
        let owners = [ExpertiseLine.Owner.person(person)] + [context.actor.person?.organisation].compactMap { $0.map(ExpertiseLine.Owner.organisation) }
        var left = answers
        for owner in owners {
            // What stays as it was is no new word of theirs; a line that waits for one is.
            let lines = try await part.store.lines(of: owner)
            let own = Set(lines.map(\.id))
            let unchanged = Set(lines.filter { answers[$0.id] == $0.state && !($0.state == .approved && $0.isStale(at: part.now)) }.map(\.id))
            let mine = left.filter { own.contains($0.key) && !unchanged.contains($0.key) }
            left = left.filter { !own.contains($0.key) }
            if !mine.isEmpty { try await part.store.decide(mine, of: owner, from: origin) }
        }
        guard left.isEmpty else { throw Problem.notFound }
        return back(context)
    }

    private func set(_ context: WebContext) async throws -> Answer {
        let person = try person(context)
        var form = context.fields
        guard let setting = ExpertiseForms.setting(&form) else { return try await mine(context, settings: form) }
        try await part.store.set(setting, for: person, from: part.people.origin(context))
        return back(context)
    }
}
