import Core
import HTML
import HTTPTypes
import Hummingbird
import Web

/// Handlers of the pages of programmes for everyone, and of beginning one.
struct ProgrammeRoutes: Sendable {
    let slice: Slice

    private typealias Words = ProgrammeWords

    var table: [Route] {
        [
            Route(.get, "/programmas", name: "programmes.list", summary: Words.both(\.title)) { try await list($1) },
            Route(.get, "/programmas/{programma}", name: "programmes.programme", summary: Words.both(\.facts)) { try await show($1) },
            Route(.get, "/programmas/{programma}/onderdelen/{onderdeel}", name: "programmes.part", summary: Words.both(\.parts)) { try await showPart($1) },
            Route(.get, "/beheer/programmas", name: "programmes.administration", access: .administrator, summary: Words.both(\.administration)) {
                try await administration($1, ProgrammeForms.empty)
            },
            Route(.post, "/beheer/programmas", name: "programmes.add", access: .administrator, summary: Words.both(\.add)) { try await add($1) },
        ]
    }

    // MARK: For everyone

    private func list(_ context: WebContext) async throws -> Answer {
        guard case .list(let goal)? = ProgrammeRoute(context.address) else { throw Problem.notFound }
        let all = try await slice.programmes.list()
        let programmes = goal.map { goal in all.filter { $0.facts.goals.contains { $0.lowercased() == goal.lowercased() } } } ?? all
        let owners = try await slice.organisations.names(of: programmes.compactMap(\.facts.owner))
        let words = Words(context.language)
        return context.page(PageHead(words.title, description: words.lead)) {
            ProgrammeListPage(programmes: programmes, owners: owners, goal: goal, language: context.language)
        }
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let outline = try await slice.outline(context), names = try await slice.organisationNames(in: outline)
        let head = PageHead(outline.programme.name, description: outline.programme.facts.purpose.split(whereSeparator: \.isNewline).first.map(String.init))
        let linked = try await context.linked(to: outline.programme.reference, besides: Self.told)
        let doors = slice.doors.programme(outline.programme.id, nil)
        return context.page(head) { ProgrammePage(outline: outline, names: names, doors: doors, linked: linked, language: context.language) }
    }

    private func showPart(_ context: WebContext) async throws -> Answer {
        let outline = try await slice.outline(context), names = try await slice.organisationNames(in: outline)
        guard let part = outline.part(try context.part("onderdeel", as: Identifier.self)) else { throw Problem.notFound }
        let linked = try await context.linked(to: part.reference, besides: Self.told)
        return context.page(PageHead(Words(context.language).heading(part))) {
            ProgrammePartPage(
                outline: outline, part: part, names: names, doors: slice.doors.programme(outline.programme.id, part), linked: linked,
                language: context.language)
        }
    }

    /// What these pages tell in words of their own.
    private static let told: Set<Relation> = [.programmeOf, .organisedBy, .partner, .partOf]

    // MARK: For administrators

    private func administration(_ context: WebContext, _ form: Form) async throws -> Answer {
        let programmes = try await slice.programmes.list(), organisations = try await slice.organisations.list()
        let choices = ProgrammeChoices(organisations: organisations, names: [:])
        return context.formPage(Words(context.language).administration, form) { token in
            ProgrammeAdministrationPage(programmes: programmes, choices: choices, form: form, token: token, language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        try ProgrammePolicy.govern(by: context.actor).orProblem()
        var form = context.fields
        guard let facts = ProgrammeForms.facts(&form) else { return try await administration(context, form) }
        do {
            let programme = try await slice.programmes.add(facts, from: slice.origin(context))
            return .redirect(to: ProgrammeRoute.edit(programme.slug).address, in: context.language)
        } catch ProgrammeStore.Fault.unknownOrganisation {
            form.fail("eigenaar", Words.both(\.organisationEmpty))
            return try await administration(context, form)
        }
    }
}

extension Slice {
    /// The programme that the path names, with everything below it; not found where there is none.
    func outline(_ context: WebContext) async throws -> ProgrammeOutline {
        guard let outline = try await programmes.outline(try context.part("programma", as: Slug.self)) else { throw Problem.notFound }
        return outline
    }

    func organisationNames(in outline: ProgrammeOutline) async throws -> [Identifier: String] {
        try await organisations.names(of: outline.involvements.map(\.organisation) + (outline.programme.facts.owner.map { [$0] } ?? []))
    }
}
