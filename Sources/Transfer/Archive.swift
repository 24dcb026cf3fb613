import CZip

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
