import CZip
import Foundation

/// A file or part of a file that is not what it should be. Any bytes from outside end in one of these, never in a crash.
package enum ArchiveError: Error, Sendable, Hashable {
    /// Not a ZIP archive, or a damaged one.
    case notAnArchive
    /// No such part.
    case missing(String)
    /// Damaged, encrypted, or packed in a way that is not known.
    case unreadable(String)
    /// Larger than the reader allows, packed or unpacked.
    case tooLarge
    /// Not well-formed XML, or XML with declarations of its own; the line counts from 1.
    case markup(line: Int)
}

/// A ZIP archive in memory, read by libzip; unpacks no more than its limit, whatever the archive says of itself.
package final class Archive {
    private let archive: OpaquePointer
    /// What libzip reads from; stands still as long as the archive is open.
    private let memory: UnsafeMutableRawBufferPointer
    /// Bytes that may still be unpacked, of all parts together.
    private var left: Int

    /// - Parameter limit: bytes of all parts that are read, unpacked
    package init(_ bytes: [UInt8], limit: Int) throws(ArchiveError) {
        guard !bytes.isEmpty else { throw .notAnArchive }
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        memory.copyBytes(from: bytes)
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(memory.baseAddress, UInt64(bytes.count), 0, &error) else {
            memory.deallocate()
            throw .notAnArchive
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            memory.deallocate()
            throw .notAnArchive
        }
        self.archive = archive
        self.memory = memory
        self.left = limit
    }

    deinit {
        zip_discard(archive)
        memory.deallocate()
    }

    /// The bytes of a part, unpacked and checked against its own sum.
    package func part(_ name: String) throws(ArchiveError) -> [UInt8] {
        let place = zip_name_locate(archive, name, 0)
        guard place >= 0 else { throw .missing(name) }
        guard let file = zip_fopen_index(archive, UInt64(place), 0) else { throw .unreadable(name) }
        defer { zip_fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_fread(file, &piece, UInt64(piece.count))
            guard count >= 0 else { throw .unreadable(name) }
            guard count > 0 else { return bytes }
            guard Int(count) <= left else { throw .tooLarge }
            left -= Int(count)
            bytes += piece.prefix(Int(count))
        }
    }

    /// Whether there is such a part.
    package func has(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }
}

extension Archive {
    /// A new archive, each part packed.
    ///
    /// - Parameter parts: name and content, in the order in which they stand; a name comes once
    /// - Throws: ``ArchiveError/unreadable(_:)`` for a part that cannot be added
    package static func bytes(of parts: [(name: String, content: [UInt8])]) throws(ArchiveError) -> [UInt8] {
        guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { throw .notAnArchive }
        // Closing an archive gives its source back; this second hold is for the bytes that come out of it.
        zip_source_keep(source)
        defer { zip_source_free(source) }
        guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, nil) else {
            zip_source_free(source)
            throw .notAnArchive
        }
        do throws(ArchiveError) {
            for part in parts { try add(part.content, named: part.name, to: archive) }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw .notAnArchive
        }
        return try content(of: source)
    }

    private static func add(_ content: [UInt8], named name: String, to archive: OpaquePointer) throws(ArchiveError) {
        // libzip reads when the archive is closed and frees this memory itself, so it comes from `malloc`.
        guard let memory = malloc(max(content.count, 1)) else { throw .unreadable(name) }
        content.withUnsafeBytes { if let start = $0.baseAddress { memory.copyMemory(from: start, byteCount: content.count) } }
        guard let part = zip_source_buffer(archive, memory, UInt64(content.count), 1) else {
            free(memory)
            throw .unreadable(name)
        }
        guard zip_file_add(archive, name, part, zip_flags_t(ZIP_FL_ENC_UTF_8)) >= 0 else {
            zip_source_free(part)
            throw .unreadable(name)
        }
    }

    private static func content(of source: OpaquePointer) throws(ArchiveError) -> [UInt8] {
        guard zip_source_open(source) == 0 else { throw .notAnArchive }
        defer { zip_source_close(source) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_source_read(source, &piece, UInt64(piece.count))
            guard count >= 0 else { throw .notAnArchive }
            guard count > 0 else { return bytes }
            bytes += piece.prefix(Int(count))
        }
    }
}
