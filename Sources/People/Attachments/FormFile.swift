import Core
import Web

extension Slice {
    /// The file that a form sent now, or one that it sent before and that waits; nil where there is none, or where it is not taken: then the form says why.
    ///
    /// - Parameters:
    ///   - field: name of the ``FileField``
    ///   - selection: the kinds that are taken
    ///   - asVisitor: whether nothing is kept of who sends it, signed in or not
    package func file(_ field: String, _ selection: FileSelection, in form: inout Form, _ context: WebContext, asVisitor: Bool = false) async throws
        -> Attachment?
    {
        let known = origin(context)
        guard asVisitor || known.person != nil else { return nil }
        let origin = asVisitor ? Origin(person: nil, request: known.request, channel: known.channel, time: known.time) : known
        if let upload = context.files.first(where: { $0.field == field }) {
            do {
                return try await attachments.take(upload, selection, limit: UploadLimits().file, from: origin)
            } catch let fault as UploadFault {
                form.fail(field, fault.message)
                return nil
            }
        }
        guard let kept = form[FileField.keptName(field)], !kept.isEmpty else { return nil }
        if let id = Identifier(kept), let file = try await attachments.store.waiting(id, of: origin.person, at: origin.time),
            selection.kinds.contains(file.kind)
        {
            return file
        }
        form.fail(field, UploadFault.gone.message)
        return nil
    }
}

extension KeptFile {
    /// A file that waits, for the field that sent it. A visitor sees no preview: nobody knows that it is theirs.
    package init(_ file: Attachment) {
        self.init(
            id: file.id.description, name: file.name, about: AttachmentWords.both { $0.about(file) },
            preview: file.person == nil
                ? nil
                : file.dimensions.map { _ in
                    file.thumbnails.first.map { AttachmentRoute.thumbnail(file.id, width: $0.dimensions.width).address }
                        ?? AttachmentRoute.file(file.id).address
                })
    }
}
