import Core
import HTTPTypes
import Hummingbird
import NIOCore
import Pictures
import Transfer
import Web

/// Says who may see the files of one kind of thing: who may see the thing. Given by the slice that has the thing.
package typealias AttachmentPolicy = @Sendable (_ thing: Event.Thing, _ actor: Actor) async throws -> Decision

/// Every address of files.
package enum AttachmentRoute: Sendable, Hashable {
    case file(Identifier)
    /// A smaller picture, by its width.
    case thumbnail(Identifier, width: Int)
    /// What someone sent themselves.
    case own
    case remove(Identifier)

    package var address: PageAddress {
        switch self {
        case .file(let id): PageAddress("bestanden", id.description)
        case .thumbnail(let id, let width): PageAddress("bestanden", id.description, String(width))
        case .own: PageAddress("mijn", "bestanden")
        case .remove(let id): PageAddress("mijn", "bestanden", id.description, "weg")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        switch (parts.first, parts.count) {
        case ("mijn", 2) where parts[1] == "bestanden": self = .own
        case ("mijn", 4) where parts[1] == "bestanden" && parts[3] == "weg":
            guard let id = Identifier(parts[2]) else { return nil }
            self = .remove(id)
        case ("bestanden", 2):
            guard let id = Identifier(parts[1]) else { return nil }
            self = .file(id)
        case ("bestanden", 3):
            guard let id = Identifier(parts[1]), let width = Int(parts[2]), width > 0 else { return nil }
            self = .thumbnail(id, width: width)
        default: return nil
        }
    }
}

/// Gives files to who may see what they belong to.
package struct AttachmentRoutes: Sendable {
    let slice: Slice
    let policies: [String: AttachmentPolicy]

    /// - Parameter policies: by kind of thing; files of a kind without one are seen by who sent them and nobody else
    package init(_ slice: Slice, policies: [String: AttachmentPolicy]) {
        self.slice = slice
        self.policies = policies
    }

    package var table: [Route] {
        [
            Route(.get, "/bestanden/{bijlage}", name: "attachments.file", readsSession: true, summary: AttachmentWords.both(\.file)) {
                try await file($0, $1)
            },
            Route(.get, "/bestanden/{bijlage}/{breedte}", name: "attachments.thumbnail", readsSession: true, summary: AttachmentWords.both(\.smaller)) {
                try await thumbnail($0, $1)
            },
        ]
    }

    /// What may not be seen is not found.
    private func seen(_ request: Request, _ context: WebContext) async throws -> Attachment {
        guard let file = try await slice.attachments.store.find(try context.part("bijlage", as: Identifier.self)) else { throw Problem.notFound }
        if let person = file.person, person == context.actor.person?.id { return file }
        guard let thing = file.thing, let policy = policies[thing.kind], try await policy(thing, context.actor).isAllowed else { throw Problem.notFound }
        // The page notes that a photo was shown; a document is read by itself.
        if thing.kind == "person", file.dimensions == nil, let id = Identifier(thing.id), context.actor.person != nil {
            try await slice.note(.files, "attachments.file", of: [id], request, context)
        }
        return file
    }

    private func file(_ request: Request, _ context: WebContext) async throws -> Answer {
        let file = try await seen(request, context)
        return try await answer(file.file, MediaKind(file.mediaType, isText: false), named: file.name, isShown: file.dimensions != nil, request)
    }

    private func thumbnail(_ request: Request, _ context: WebContext) async throws -> Answer {
        let file = try await seen(request, context), width = try context.part("breedte", as: Int.self)
        guard let small = file.thumbnails.first(where: { $0.dimensions.width == width }) else { throw Problem.notFound }
        return try await answer(small.file, MediaKind(FileKind.webp.mediaType, isText: false), named: "foto.webp", isShown: true, request)
    }

    /// Bytes from the folder, in pieces; nothing in them can run, whatever they are (ASVS 3.2.1, 5.4.1).
    private func answer(_ stored: StoredFile, _ kind: MediaKind, named name: String, isShown: Bool, _ request: Request) async throws -> Answer {
        let desk = slice.attachments, tag = "\"\(stored.digest)\""
        guard let folder = desk.folder, try await desk.lanes.disk({ folder.has(stored.digest) }) else {
            throw Problem.unavailable(Localized(nl: "Dit bestand is er nu niet.", en: "This file is not there now."))
        }
        if request.headers[.ifNoneMatch].map({ $0.contains(tag) || $0 == "*" }) ?? false {
            var same = Answer([], as: kind, status: .notModified, cache: .personal)
            same.headers[.eTag] = tag
            return same
        }
        let isSame = request.headers[.ifRange].map { $0 == tag } ?? true
        let range = FileRange(header: isSame ? request.headers[.range] : nil, size: stored.size)
        var answer: Answer
        switch range {
        case .outside:
            answer = Answer([], as: kind, status: .rangeNotSatisfiable, cache: .noStore)
            answer.headers[.contentRange] = "bytes */\(stored.size)"
            return answer
        case .whole: answer = Answer(stream: Self.body(stored, 0..<stored.size, folder, desk.lanes), as: kind, cache: .personal)
        case .part(let part):
            answer = Answer(stream: Self.body(stored, Range(part), folder, desk.lanes), as: kind, cache: .personal)
            answer.status = .partialContent
            answer.headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound)/\(stored.size)"
        }
        answer.headers[.eTag] = tag
        answer.headers[.acceptRanges] = "bytes"
        answer.headers[.contentDisposition] = Self.disposition(name, isShown: isShown)
        if let policy = HTTPField.Name("Content-Security-Policy") { answer.headers[policy] = "default-src 'none'; sandbox; frame-ancestors 'none'" }
        return answer
    }

    private static func body(_ stored: StoredFile, _ range: Range<Int>, _ folder: FileFolder, _ lanes: FileLanes) -> ResponseBody {
        ResponseBody(contentLength: range.count) { writer in
            var position = range.lowerBound
            while position < range.upperBound {
                let start = position, count = min(256 << 10, range.upperBound - position)
                guard let piece = try await lanes.disk({ try folder.read(stored.digest, from: start, count: count) }), !piece.isEmpty else {
                    throw FileFolder.Fault(path: folder.place(of: stored.digest), reason: "ended early")
                }
                try await writer.write(ByteBuffer(bytes: piece))
                position += piece.count
            }
            try await writer.finish(nil)
        }
    }

    /// RFC 6266: a plain name for old programs, and the name itself.
    static func disposition(_ name: String, isShown: Bool) -> String {
        let plain = String(
            decoding: name.utf8.map { 0x20 <= $0 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C && $0 != 0x25 && $0 != 0x2F ? $0 : 0x5F }, as: UTF8.self)
        return "\(isShown ? "inline" : "attachment"); filename=\"\(plain)\"; filename*=UTF-8''\(PercentEncoding.encode(name))"
    }
}

extension Slice {
    /// Who may see the files of the things of this slice.
    package var attachmentPolicies: [String: AttachmentPolicy] {
        [
            "person": { thing, actor in
                guard let id = Identifier(thing.id), let person = try await persons.find(id) else { return .hidden }
                return ProfilePolicy.see(try await profiles.find(id), of: id, isOpen: person.isOpen, by: actor)
            }
        ]
    }
}
