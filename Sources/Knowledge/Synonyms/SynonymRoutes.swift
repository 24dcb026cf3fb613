import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of the administration of synonyms.
struct SynonymRoutes: Sendable {
    let slice: Slice

    private typealias Words = SynonymWords

    var table: [Route] {
        let place = "/beheer/synoniemen/{groep}"
        return [
            administrator(.get, "/beheer/synoniemen", "synonyms.list", Words.both(\.title)) { _, context in try await list(context, Form(items: [])) },
            administrator(.post, "/beheer/synoniemen", "synonyms.add", Words.both(\.add)) { try await add($1) },
            administrator(.get, place, "synonyms.group", Words.both(\.edit)) { try await edit($1) },
            administrator(.post, place, "synonyms.change", Words.both(\.save)) { try await change($1) },
            administrator(.post, place + "/einde", "synonyms.retire", Words.both(\.retire)) { try await move($1, isEnd: true) },
            administrator(.post, place + "/hervat", "synonyms.resume", Words.both(\.resume)) { try await move($1, isEnd: false) },
        ]
    }

    private func administrator(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: .administrator, summary: summary, handler: handler)
    }

    private func list(_ context: WebContext, _ form: Form) async throws -> Answer {
        let groups = try await slice.synonyms.all(withRetired: true)
        return context.formPage(Words(context.language).title, form) { token in
            SynonymListPage(groups: groups, form: form, token: token, language: context.language)
        }
    }

    private func words(_ form: inout Form) -> SynonymGroup.Words? {
        let nl = form.text("woorden", limit: 2_000) ?? "", en = form.text("woorden-en", limit: 2_000) ?? ""
        let words = SynonymGroup.Words(nl: nl, en: en)
        switch form.errors.isEmpty ? words.fault : nil {
        case .few: form.fail("woorden", Words.both(\.few))
        case .many: form.fail("woorden", Words.both(\.many))
        case .word(let word):
            form.fail(words.nl.contains(word) ? "woorden" : "woorden-en", Localized(nl: Words(.nl).wrong(word), en: Words(.en).wrong(word)))
        case .unknown, nil: break
        }
        return form.errors.isEmpty ? words : nil
    }

    private func add(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        guard let words = words(&form) else { return try await list(context, form) }
        try await slice.synonyms.add(words, from: slice.people.origin(context))
        return .redirect(to: SynonymRoute.list.address.at("groepen"), in: context.language)
    }

    private func known(_ context: WebContext) async throws -> SynonymGroup {
        let key = try context.part("groep")
        guard let group = try await slice.synonyms.all(withRetired: true).first(where: { $0.key == key }) else { throw Problem.notFound }
        return group
    }

    private func edit(_ context: WebContext) async throws -> Answer {
        let group = try await known(context)
        let items = [Form.Item("woorden", group.words.nl.joined(separator: "\n")), Form.Item("woorden-en", group.words.en.joined(separator: "\n"))]
        return edit(group, context, Form(items: items))
    }

    private func edit(_ group: SynonymGroup, _ context: WebContext, _ form: Form) -> Answer {
        context.formPage(Words(context.language).edit, form) { token in
            SynonymPage(group: group, form: form, token: token, language: context.language)
        }
    }

    private func change(_ context: WebContext) async throws -> Answer {
        let group = try await known(context)
        var form = context.fields
        guard let words = words(&form) else { return edit(group, context, form) }
        do {
            try await slice.synonyms.change(group.key, to: words, from: slice.people.origin(context))
        } catch SynonymStore.Fault.unknown {
            throw Problem.notFound
        }
        return .redirect(to: SynonymRoute.list.address.at("groepen"), in: context.language)
    }

    private func move(_ context: WebContext, isEnd: Bool) async throws -> Answer {
        let group = try await known(context)
        do {
            try await slice.synonyms.setRetired(isEnd, group.key, from: slice.people.origin(context))
        } catch SynonymStore.Fault.unknown {
            throw Problem.notFound
        }
        return .redirect(to: SynonymRoute.group(group.key).address, in: context.language)
    }
}
