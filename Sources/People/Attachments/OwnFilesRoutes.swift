import Core
import HTML
import Hummingbird
import Web

/// Handlers of the page with one's own files.
struct OwnFilesRoutes: Sendable {
    let slice: Slice

    private typealias Words = AttachmentWords

    var table: [Route] {
        [
            Route(.get, "/mijn/bestanden", name: "attachments.own", access: .person, summary: Words.both(\.own)) { _, context in
                try await page(context, Form(items: []), kept: nil)
            },
            Route(.post, "/mijn/bestanden", name: "attachments.add", access: .person, summary: Words.both(\.add), uploads: UploadLimits()) {
                try await add($1)
            },
            Route(.post, "/mijn/bestanden/{bijlage}/weg", name: "attachments.remove", access: .person, summary: Words.both(\.remove)) {
                try await remove($1)
            },
        ]
    }

    private func person(_ context: WebContext) throws(Problem) -> Identifier {
        guard let person = context.actor.person?.id else { throw .notFound }
        return person
    }

    private func page(_ context: WebContext, _ form: Form, kept: Attachment?) async throws -> Answer {
        let person = try person(context)
        let files = try await slice.attachments.store.files(by: person).filter { $0.thing != nil }
        let limits = slice.attachments.settings.limits, canKeep = slice.attachments.folder != nil
        return context.formPage(Words(context.language).own, form, styles: AttachmentList<Empty>.styles) { token in
            OwnFilesPage(
                files: files, room: limits.bytesOfPerson, canKeep: canKeep, kept: kept.map { KeptFile($0) }, form: form, token: token,
                language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        let person = try person(context)
        var form = context.fields
        let file = try await slice.file("bestand", .all, in: &form, context)
        if file == nil, form.errors.isEmpty { form.fail("bestand", Words.both(\.chooseEmpty)) }
        let alt = form.line("alt", limit: 300, required: file?.dimensions == nil ? nil : UploadFault.altMissing.message)
        guard let file, form.errors.isEmpty else { return try await page(context, form, kept: file) }
        do {
            let thing = Event.Thing("person", person.description)
            try await slice.attachments.store.attach(file.id, to: thing, alt: alt ?? "", limits: slice.attachments.settings.limits, from: slice.origin(context))
        } catch let fault as UploadFault {
            form.fail("bestand", fault.message)
            return try await page(context, form, kept: file)
        }
        return .redirect(to: AttachmentRoute.own.address, in: context.language)
    }

    private func remove(_ context: WebContext) async throws -> Answer {
        let person = try person(context), id = try context.part("bijlage", as: Identifier.self)
        guard let file = try await slice.attachments.store.find(id), file.person == person else { throw Problem.notFound }
        do { try await slice.attachments.remove(id, from: slice.origin(context)) } catch UploadFault.gone { throw Problem.notFound }
        return .redirect(to: AttachmentRoute.own.address, in: context.language)
    }
}

/// What someone sent, how much room is left, and the form to send more.
struct OwnFilesPage: Component {
    let files: [Attachment]
    let room: Int
    let canKeep: Bool
    let kept: KeptFile?
    let form: Form
    let token: FormToken
    let language: Language

    private var words: AttachmentWords { AttachmentWords(language) }

    var body: some HTML {
        TextColumn(words.own, lead: words.ownLead, faults: ErrorSummary(form.errors, language: language)) {
            section(.class("sectie").id("lijst")) {
                if files.isEmpty {
                    p { words.none }
                } else {
                    AttachmentList(files, language: language) { file in removal(file) }
                    p { words.room(files.reduce(0) { $0 + $1.file.size }, of: room) }
                }
            }
            section(.class("sectie").id("toevoegen")) {
                h2 { words.add }
                if canKeep { fields } else { Notice { p { UploadFault.noFolder.message[language] } } }
            }
            p { a(.href(PeopleRoute.account.address.url(in: language))) { AccountWords(language).title } }
        }
    }

    private func removal(_ file: Attachment) -> some HTML {
        Group {
            if file.thing?.kind != "person" { p(.class("hint")) { words.elsewhere } }
            PostForm(to: AttachmentRoute.remove(file.id).address, in: language, token: token) {
                button(.type("submit").class("knop licht")) {
                    words.remove
                    span(.class("vh")) { ": \(file.name)" }
                }
            }
        }
    }

    private var fields: some HTML {
        PostForm(to: AttachmentRoute.own.address, in: language, token: token, takesFiles: true) {
            FileField(
                "bestand", AttachmentWords.both(\.choose), accept: FileSelection.all.endings,
                hint: AttachmentWords.both { $0.chooseHint(UploadLimits().file) }, kept: kept, form: form, language: language)
            TextField("alt", AttachmentWords.both(\.alt), hint: AttachmentWords.both(\.altHint), isRequired: false, form: form, language: language)
            button(.type("submit").class("knop")) { words.add }
        }
    }
}
