import Core
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// A file that a person sent with a form.
package struct UploadedFile: Sendable {
    /// Name of the field.
    package let field: String
    /// As the sender has it; never a name or a path of ours (ASVS 5.3.2).
    package let name: String
    /// Nil for one that is larger than the route takes.
    package let bytes: [UInt8]?
    /// Gives the memory back when the last copy of this value goes.
    private let hold: UploadMemory.Hold?

    init(field: String, name: String, bytes: [UInt8]?, hold: UploadMemory.Hold?) {
        self.field = field
        self.name = name
        self.bytes = bytes
        self.hold = hold
    }

    package init(field: String, name: String, bytes: [UInt8]) {
        self.init(field: field, name: name, bytes: bytes, hold: nil)
    }
}

/// What files a form may send along.
package struct UploadLimits: Sendable, Hashable {
    /// Most bytes of one file (ASVS 5.2.1). A larger one is read to its end and left out, so that the form can say what is wrong with it.
    package let file: Int
    package let files: Int
    /// Most bytes of the whole body: more is refused with 413 and not read.
    package let body: Int

    package init(file: Int = 20 << 20, files: Int = 1, body: Int = 64 << 20) {
        self.file = file
        self.files = files
        self.body = body
    }
}

/// The memory that files on their way may take together, so that many at once cannot fill the machine.
final class UploadMemory: Sendable {
    /// A part of it, given back when nobody has it any more.
    final class Hold: Sendable {
        private let memory: UploadMemory
        private let size = Mutex(0)

        fileprivate init(_ memory: UploadMemory) {
            self.memory = memory
        }

        deinit { memory.used.withLock { used in used -= size.withLock { $0 } } }

        /// - Throws: ``Problem/unavailable(_:)`` where there is no room
        fileprivate func grow(by count: Int) throws(Problem) {
            let fits = memory.used.withLock { used in
                guard used + count <= memory.limit else { return false }
                used += count
                return true
            }
            guard fits else {
                throw .unavailable(
                    Localized(
                        nl: "Er komen nu heel veel bestanden tegelijk binnen. Probeer het over een minuut opnieuw.",
                        en: "Very many files are coming in at once. Try again in a minute."))
            }
            size.withLock { $0 += count }
        }
    }

    private let limit: Int
    private let used = Mutex(0)

    init(limit: Int = 256 << 20) {
        self.limit = limit
    }

    func hold() -> Hold { Hold(self) }
}

/// Reads a form with files.
struct UploadReading {
    let limits: UploadLimits
    let memory: UploadMemory

    /// Most bytes of all fields that are no files.
    private static let wordsLimit = 256 << 10

    /// What was read so far.
    private struct Progress {
        var items: [Form.Item] = []
        var files: [UploadedFile] = []
        var head: MultipartReader.Head?
        var bytes: [UInt8] = []
        var isTooLarge = false
        var words = 0
        var hold: UploadMemory.Hold?
    }

    /// - Parameter permit: asked with the fields before the first byte of a file is kept, and again at the end by the caller
    /// - Throws: ``Refusal``, and what `permit` throws
    func read(_ request: Request, permit: (Form) throws -> Void) async throws -> (items: [Form.Item], files: [UploadedFile]) {
        guard var reader = request.headers[.contentType].flatMap({ MultipartReader(contentType: $0) }) else { throw Refusal.malformed }
        var progress = Progress(), total = 0
        do {
            for try await piece in request.body {
                total += piece.readableBytes
                guard total <= limits.body else { throw Refusal.tooLarge }
                try reader.take(piece.readableBytesView) { try take($0, into: &progress, permit) }
            }
            try reader.finish()
        } catch is MultipartReader.Fault {
            throw Refusal.malformed
        }
        return (progress.items, progress.files)
    }

    private func take(_ piece: MultipartReader.Piece, into progress: inout Progress, _ permit: (Form) throws -> Void) throws {
        switch piece {
        case .begin(let head):
            guard progress.items.count + progress.files.count < Form.mostFields else { throw Refusal.malformed }
            // A browser sends a field for a file without a file, with an empty name.
            if let name = head.fileName, !name.isEmpty {
                guard progress.files.count < limits.files else { throw Refusal.tooLarge }
                try permit(Form(items: progress.items))
                progress.hold = memory.hold()
            }
            progress.head = head
            progress.bytes = []
            progress.isTooLarge = false
        case .bytes(let bytes): try add(bytes, to: &progress)
        case .end:
            guard let head = progress.head else { return }
            if let name = head.fileName {
                let bytes = progress.isTooLarge ? nil : progress.bytes
                if !name.isEmpty { progress.files.append(UploadedFile(field: head.name, name: name, bytes: bytes, hold: progress.hold)) }
            } else {
                progress.items.append(Form.Item(head.name, String(decoding: progress.bytes, as: UTF8.self)))
            }
            progress.head = nil
            progress.bytes = []
            progress.hold = nil
        }
    }

    private func add(_ bytes: [UInt8], to progress: inout Progress) throws {
        if let hold = progress.hold {
            guard !progress.isTooLarge, progress.bytes.count + bytes.count <= limits.file else {
                progress.isTooLarge = true
                progress.bytes = []
                return
            }
            try hold.grow(by: bytes.count)
        } else {
            progress.words += bytes.count
            guard progress.words <= Self.wordsLimit else { throw Refusal.tooLarge }
        }
        progress.bytes += bytes
    }
}
