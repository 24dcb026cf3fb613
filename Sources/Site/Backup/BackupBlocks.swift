import Core
import Foundation
import Transfer

/// Writes a backup: a line that says what it is, then blocks. Each has its length, a digest over the digest before it and its own bytes, and its bytes.
///
/// Blocks that were changed, left out, doubled or cut off are seen before anything is read from them. The name of the file appears when the last
/// block is on the disk; until then it ends in `.part`.
// @unchecked: one task after the other uses it.
final class BackupWriter: @unchecked Sendable {
    static let mark = Array("LEEFKRING BACKUP 2\n".utf8)
    /// Of backups without files.
    static let olderMark = Array("LEEFKRING BACKUP 1\n".utf8)

    private let path: String
    private let file: FileHandle
    private var digest = Digest.sha256(BackupWriter.mark)
    private var isDone = false
    private var part: String { path + ".part" }

    /// - Throws: ``ImportRefused`` when the file cannot be made, or is there already
    init(path: String) throws {
        self.path = path
        let manager = FileManager.default, part = path + ".part"
        guard !manager.fileExists(atPath: path) else {
            throw BackupFault.refused(path, nl: "dit bestand is er al", en: "this file is there already")
        }
        // Nobody else may read it: it holds everything the database holds.
        guard manager.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]), let file = FileHandle(forWritingAtPath: part) else {
            throw BackupFault.refused(path, nl: "dit bestand kan niet worden gemaakt", en: "this file cannot be made")
        }
        self.file = file
        try file.write(contentsOf: Data(Self.mark))
    }

    deinit { if !isDone { try? FileManager.default.removeItem(atPath: part) } }

    func write(_ block: [UInt8]) throws {
        let packed = try Deflate.compress(block, as: .zlib, level: 6)
        digest = Digest.sha256(digest + packed)
        let length = withUnsafeBytes(of: UInt32(packed.count).littleEndian) { Array($0) }
        try file.write(contentsOf: Data(length + digest + packed))
    }

    func finish() throws {
        try file.synchronize()
        try file.close()
        try FileManager.default.moveItem(atPath: part, toPath: path)
        isDone = true
    }
}

/// Reads the blocks of a backup one by one.
struct BackupReader {
    private let path: String
    private let file: FileHandle
    private var digest: [UInt8]
    /// Whether files come after the rows.
    let hasFiles: Bool

    /// A block is a few megabytes; a length beyond this is damage.
    private static let limit = 256 << 20

    /// - Throws: ``ImportRefused`` when it is not there or is no backup
    init(path: String) throws {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw BackupFault.refused(path, nl: "dit bestand kan niet worden gelezen", en: "this file cannot be read")
        }
        self.path = path
        self.file = file
        let mark = try file.read(upToCount: BackupWriter.mark.count).map { [UInt8]($0) } ?? []
        digest = Digest.sha256(mark)
        hasFiles = mark == BackupWriter.mark
        guard hasFiles || mark == BackupWriter.olderMark else {
            throw BackupFault.refused(path, nl: "dit is geen reservekopie van Leefkring", en: "this is not a backup of Leefkring")
        }
    }

    /// Nil at the end of the file.
    ///
    /// - Throws: ``ImportRefused`` for a block that was not written so
    mutating func next() throws -> [UInt8]? {
        guard let head = try file.read(upToCount: 36), !head.isEmpty else { return nil }
        let length = head.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        guard head.count == 36, length <= Self.limit, let body = try file.read(upToCount: length), body.count == length else { throw damaged() }
        let packed = [UInt8](body)
        digest = Digest.sha256(digest + packed)
        guard Digest.areEqual(digest, Array(head.dropFirst(4))), let block = try? Deflate.decompress(packed, as: .zlib, limit: Self.limit) else {
            throw damaged()
        }
        return block
    }

    func damaged() -> ImportRefused {
        BackupFault.refused(path, nl: "de reservekopie is beschadigd of niet heel", en: "the backup is damaged or not whole")
    }
}

enum BackupFault {
    static func refused(_ path: String, nl: String, en: String) -> ImportRefused {
        ImportRefused([Diagnostic(.error, source: path, reason: Localized(nl: nl, en: en))])
    }
}
