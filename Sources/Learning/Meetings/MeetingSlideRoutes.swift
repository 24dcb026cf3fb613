import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// The slides and other files of the items of a programme (MTG-14): seen by who sees the meeting.
struct MeetingSlideRoutes: Sendable {
    let part: MeetingPart

    /// As files know what they belong to.
    static let kind = "programme-item"

    static func thing(_ item: Identifier) -> Event.Thing { Event.Thing(kind, item.description) }

    /// Those of each item that has any.
    func files(of items: [ProgrammeItem]) async throws -> [Identifier: [Attachment]] {
        var found: [Identifier: [Attachment]] = [:]
        for item in items {
            let files = try await part.people.attachments.store.files(of: Self.thing(item.id))
            if !files.isEmpty { found[item.id] = files }
        }
        return found
    }

    /// Takes all files of an item away that is gone.
    func removeAll(of item: Identifier, from origin: Origin) async throws {
        for file in try await part.people.attachments.store.files(of: Self.thing(item)) {
            do { try await part.people.attachments.remove(file.id, from: origin) } catch UploadFault.gone { continue }
        }
    }

    /// Who may see a file of an item.
    var policy: AttachmentPolicy {
        { thing, actor in
            guard let item = Identifier(thing.id), let meeting = try await part.store.meeting(of: item),
                let outline = try await part.people.programmes.outline(meeting.programme)
            else { return .hidden }
            return MeetingPolicy.see(meeting, line: outline.line(to: meeting.part), by: actor)
        }
    }
}

/// Handlers of adding slides to an item and taking them away: by who organises the meeting.
struct MeetingFileEditRoutes: Sendable {
    let part: MeetingPart

    private typealias Words = MeetingProgrammeWords

    var table: [Route] {
        let place = "/bijeenkomsten/{bijeenkomst}/programma/{onderdeel}/bestanden"
        return [
            Route(.get, place, name: "meetings.files", access: .organisers, summary: Words.both(\.slides)) { try await show($1) },
            Route(.post, place, name: "meetings.files.add", access: .organisers, summary: Words.both(\.addSlides), uploads: UploadLimits()) {
                try await add($1)
            },
            Route(.post, place + "/{bijlage}/weg", name: "meetings.files.remove", access: .organisers, summary: Words.both(\.remove)) {
                try await remove($1)
            },
        ]
    }

    private func mine(_ context: WebContext) async throws -> (meeting: Meeting, item: ProgrammeItem) {
        let (meeting, _) = try await part.mine(context), id = try context.part("onderdeel", as: Identifier.self)
        guard let item = try await part.store.items(of: meeting.id).first(where: { $0.id == id }) else { throw Problem.notFound }
        return (meeting, item)
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let (meeting, item) = try await mine(context)
        return try await page(meeting, item, Form(items: []), kept: nil, context)
    }

    private func page(_ meeting: Meeting, _ item: ProgrammeItem, _ form: Form, kept: Attachment?, _ context: WebContext) async throws -> Answer {
        let files = try await part.people.attachments.store.files(of: MeetingSlideRoutes.thing(item.id)), canKeep = part.people.attachments.folder != nil
        let styles = MeetingRoutes.styles + AttachmentList<Empty>.styles
        return context.formPage(Words(context.language).slidesOf(item.facts.title), form, styles: styles) { token in
            MeetingFilesPage(
                meeting: meeting, item: item, files: files, canKeep: canKeep, kept: kept.map { KeptFile($0) }, form: form, token: token,
                language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        let (meeting, item) = try await mine(context)
        var form = context.fields
        let file = try await part.people.file("bestand", .all, in: &form, context)
        if file == nil, form.errors.isEmpty { form.fail("bestand", Words.both(\.slidesEmpty)) }
        let alt = form.text("alt", limit: 300, required: file?.dimensions == nil ? nil : UploadFault.altMissing.message)
        guard let file, form.errors.isEmpty else { return try await page(meeting, item, form, kept: file, context) }
        do {
            let desk = part.people.attachments
            try await desk.store.attach(
                file.id, to: MeetingSlideRoutes.thing(item.id), alt: alt ?? "", limits: desk.settings.limits, from: part.people.origin(context))
        } catch let fault as UploadFault {
            form.fail("bestand", fault.message)
            return try await page(meeting, item, form, kept: file, context)
        }
        return back(meeting, item, context)
    }

    private func back(_ meeting: Meeting, _ item: ProgrammeItem, _ context: WebContext) -> Answer {
        .redirect(to: MeetingRoute.itemFiles(meeting.id, item.id).address, in: context.language)
    }

    private func remove(_ context: WebContext) async throws -> Answer {
        let (meeting, item) = try await mine(context), id = try context.part("bijlage", as: Identifier.self)
        guard let file = try await part.people.attachments.store.find(id), file.thing == MeetingSlideRoutes.thing(item.id) else { throw Problem.notFound }
        do { try await part.people.attachments.remove(id, from: part.people.origin(context)) } catch UploadFault.gone { throw Problem.notFound }
        return back(meeting, item, context)
    }
}

/// The files of an item, and the form to add one.
private struct MeetingFilesPage: Component {
    let meeting: Meeting
    let item: ProgrammeItem
    let files: [Attachment]
    let canKeep: Bool
    let kept: KeptFile?
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = MeetingProgrammeWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(words.slidesOf(item.facts.title), lead: words.slidesLead, faults: ErrorSummary(form.errors, language: language)) {
            p { a(.href(MeetingRoute.programme(meeting.id).address.url(in: language))) { words.title(meeting.facts.title) } }
            AttachmentList(files, language: language) { file in
                PostForm(to: MeetingRoute.itemFileRemoval(meeting.id, item.id, file: file.id).address, in: language, token: token) {
                    button(.type("submit").class("knop licht")) {
                        words.remove
                        span(.class("vh")) { words.named(file.name) }
                    }
                }
            }
            if canKeep { add } else { p { words.noFiles } }
        }
    }

    private var add: some HTML {
        section(.class("sectie").id("nieuw")) {
            h2 { words.addSlides }
            PostForm(to: MeetingRoute.itemFiles(meeting.id, item.id).address, in: language, token: token, takesFiles: true) {
                FileField("bestand", Words.both(\.slides), accept: FileSelection.all.endings, kept: kept, form: form, language: language)
                TextField("alt", Words.both(\.alt), hint: Words.both(\.altHint), isRequired: false, form: form, language: language)
                button(.type("submit").class("knop")) { words.addSlides }
            }
        }
    }
}
