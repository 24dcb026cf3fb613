import Core
import HTML
import HTTPTypes
import Hummingbird
import Web

/// Handlers of the administration of labels.
struct LabelRoutes: Sendable {
    let slice: Slice

    private typealias Words = LabelWords

    var table: [Route] {
        let place = "/beheer/labels/{label}"
        return [
            administrator(.get, "/beheer/labels", "labels.list", Words.both(\.title)) { _, context in try await list(context, Form(items: [])) },
            administrator(.post, "/beheer/labels", "labels.add", Words.both(\.add)) { try await add($1) },
            administrator(.get, place, "labels.term", Words.both(\.edit)) { try await edit($1) },
            administrator(.post, place, "labels.change", Words.both(\.save)) { try await change($1) },
            administrator(.post, place + "/einde", "labels.retire", Words.both(\.retire)) { try await move($1, isEnd: true) },
            administrator(.post, place + "/hervat", "labels.resume", Words.both(\.resume)) { try await move($1, isEnd: false) },
        ]
    }

    private func administrator(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: .administrator, summary: summary, handler: handler)
    }

    private func list(_ context: WebContext, _ form: Form) async throws -> Answer {
        let terms = try await slice.terms.all(withRetired: true)
        return context.formPage(Words(context.language).title, form) { token in
            LabelListPage(terms: terms, form: form, token: token, language: context.language)
        }
    }

    /// The fields of a term, as far as they can be read.
    private func draft(_ vocabulary: Term.Vocabulary?, _ form: inout Form) -> TermDraft? {
        let dutch = form.line("naam", limit: 80, required: Words.both(\.nameEmpty))
        let english = form.line("naam-en", limit: 80, required: Words.both(\.nameEmpty))
        let parent = form.line("onder", limit: 80)
        let scales = Term.Scale.allCases.filter { form.has("schaal", $0.rawValue) }
        guard let vocabulary, let dutch, let english, form.errors.isEmpty else { return nil }
        return TermDraft(vocabulary: vocabulary, parent: parent, name: Localized(nl: dutch, en: english), scales: scales)
    }

    private func explain(_ fault: TermDraft.Fault, in form: inout Form) throws(Problem) {
        switch fault {
        case .name: form.fail("naam", Words.both(\.nameEmpty))
        case .nameTaken: form.fail("naam", Words.both(\.nameTaken))
        case .parent: form.fail("onder", Words.both(\.parentWrong))
        case .hasChildren: form.fail("onder", Words.both(\.hasChildren))
        case .unknownTerm: throw .notFound
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        let vocabulary = form.choice("soort", of: Term.Vocabulary.self, required: Words.both(\.vocabularyEmpty))
        guard let draft = draft(vocabulary, &form) else { return try await list(context, form) }
        do {
            let term = try await slice.terms.add(draft, from: slice.origin(context))
            return .redirect(to: LabelRoute.list.address.at(term.vocabulary.rawValue), in: context.language)
        } catch let fault as TermDraft.Fault {
            try explain(fault, in: &form)
            return try await list(context, form)
        }
    }

    private func known(_ context: WebContext) async throws -> (term: Term, terms: [Term]) {
        let key = try context.part("label"), terms = try await slice.terms.all(withRetired: true)
        guard let term = terms.first(where: { $0.key == key }) else { throw Problem.notFound }
        return (term, terms)
    }

    private func edit(_ context: WebContext) async throws -> Answer {
        let (term, terms) = try await known(context)
        let items = [Form.Item("naam", term.name.nl), Form.Item("naam-en", term.name.en), Form.Item("onder", term.parent ?? "")]
        return edit(term, terms, context, Form(items: items + term.scales.map { Form.Item("schaal", $0.rawValue) }))
    }

    private func edit(_ term: Term, _ terms: [Term], _ context: WebContext, _ form: Form) -> Answer {
        context.formPage(Words(context.language).edit, form) { token in
            LabelPage(term: term, terms: terms, form: form, token: token, language: context.language)
        }
    }

    private func change(_ context: WebContext) async throws -> Answer {
        let (term, terms) = try await known(context)
        var form = context.fields
        guard let draft = draft(term.vocabulary, &form) else { return edit(term, terms, context, form) }
        do {
            try await slice.terms.change(term.key, to: draft, from: slice.origin(context))
            return .redirect(to: LabelRoute.list.address.at(term.vocabulary.rawValue), in: context.language)
        } catch let fault as TermDraft.Fault {
            try explain(fault, in: &form)
            return edit(term, terms, context, form)
        }
    }

    private func move(_ context: WebContext, isEnd: Bool) async throws -> Answer {
        let (term, terms) = try await known(context), origin = slice.origin(context)
        do {
            if isEnd { try await slice.terms.retire(term.key, from: origin) } else { try await slice.terms.resume(term.key, from: origin) }
        } catch let fault as TermDraft.Fault {
            var form = Form(items: [.init("naam", term.name.nl), .init("naam-en", term.name.en), .init("onder", term.parent ?? "")])
            try explain(fault, in: &form)
            // A term out of use has no fields that a fault could lead to.
            if !isEnd, let message = form.errors.first?.message {
                form = Form(items: form.items)
                form.fail("hervat", message)
            }
            return edit(term, terms, context, form)
        }
        return .redirect(to: LabelRoute.term(term.key).address, in: context.language)
    }
}
