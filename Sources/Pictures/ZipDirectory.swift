/// The table of contents of a ZIP archive (PKWARE's APPNOTE 6.3.10), read with distrust and without unpacking anything.
package struct ZipDirectory: Sendable {
    package struct Entry: Sendable, Hashable {
        package let name: String
        /// Bytes in the archive and unpacked, as the archive says.
        package let packed: Int
        package let size: Int
        let isStored: Bool
        let offset: Int
    }

    /// More than an office document has.
    private static let mostEntries = 5000
    /// Bytes unpacked, and times the packed bytes: beyond either it is made to fill a disk (ASVS 5.2.3).
    private static let mostBytes = 512 << 20
    private static let mostRatio = 200

    package let entries: [Entry]

    /// Nil for what is no archive, and for one that is encrypted, in parts, larger than 4 GB, has names outside its folder or the same name twice, starts
    /// behind other bytes, or unpacks to more than 512 MiB or 200 times its size.
    package init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), let end = ZipDirectory.end(bytes) else { return nil }
        let count = ZipDirectory.number(bytes, end + 10, 2)
        let size = ZipDirectory.number(bytes, end + 12, 4)
        let start = ZipDirectory.number(bytes, end + 16, 4)
        guard ZipDirectory.number(bytes, end + 4, 4) == 0, ZipDirectory.number(bytes, end + 8, 2) == count, (1...ZipDirectory.mostEntries).contains(count),
            start + size == end
        else { return nil }
        var entries: [Entry] = []
        var position = start
        for _ in 0..<count {
            guard let (entry, next) = ZipDirectory.entry(bytes, at: position, until: end) else { return nil }
            entries.append(entry)
            position = next
        }
        let total = entries.reduce(0) { $0 + $1.size }
        guard position == end, total <= ZipDirectory.mostBytes, total <= bytes.count * ZipDirectory.mostRatio, entries.contains(where: { $0.offset == 0 }),
            Set(entries.map { $0.name.lowercased() }).count == entries.count
        else { return nil }
        self.entries = entries
    }

    /// Programs inside an Office file.
    var hasMacros: Bool {
        entries.contains { entry in
            let name = entry.name.lowercased()
            return name.hasSuffix("vbaproject.bin") || name.hasPrefix("basic/") || name.hasPrefix("scripts/") || name.contains("/activex/")
        }
    }

    /// The bytes of an entry that is not packed; at most 200.
    func stored(_ entry: Entry, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
        let head = entry.offset
        guard entry.isStored, entry.size == entry.packed, entry.size <= 200, head + 30 <= bytes.count,
            bytes[head..<head + 4].elementsEqual([0x50, 0x4B, 0x03, 0x04])
        else { return nil }
        let start = head + 30 + ZipDirectory.number(bytes, head + 26, 2) + ZipDirectory.number(bytes, head + 28, 2)
        return start + entry.size <= bytes.count ? bytes[start..<start + entry.size] : nil
    }

    private static func entry(_ bytes: [UInt8], at position: Int, until end: Int) -> (Entry, next: Int)? {
        guard position + 46 <= end, bytes[position..<position + 4].elementsEqual([0x50, 0x4B, 0x01, 0x02]) else { return nil }
        let flags = number(bytes, position + 8, 2)
        let (packed, size, offset) = (number(bytes, position + 20, 4), number(bytes, position + 24, 4), number(bytes, position + 42, 4))
        let length = number(bytes, position + 28, 2)
        let next = position + 46 + length + number(bytes, position + 30, 2) + number(bytes, position + 32, 2)
        // 0xFFFFFFFF points to the fields for large archives; bit 0 is encryption, bit 13 hides the names.
        guard next <= end, flags & 0x2001 == 0, ![packed, size, offset].contains(0xFFFF_FFFF), offset + 30 + packed <= position,
            let name = String(validating: bytes[position + 46..<position + 46 + length], as: UTF8.self), isInside(name)
        else { return nil }
        return (Entry(name: name, packed: packed, size: size, isStored: number(bytes, position + 10, 2) == 0, offset: offset), next)
    }

    private static func isInside(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && !name.utf8.contains(0x5C) && !name.utf8.contains(0)
            && !name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
    }

    /// The record at the end. A comment behind it is not taken: there another file could hide.
    private static func end(_ bytes: [UInt8]) -> Int? {
        let position = bytes.count - 22
        guard position >= 0, bytes[position..<position + 4].elementsEqual([0x50, 0x4B, 0x05, 0x06]), number(bytes, position + 20, 2) == 0 else { return nil }
        return position
    }

    /// A little-endian number of at most four bytes, which the caller knows to be there.
    private static func number(_ bytes: [UInt8], _ position: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
    }
}
