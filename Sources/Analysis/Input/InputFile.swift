import Core
import Foundation

/// The bytes of a file and the name by which its reader knows it.
package struct InputFile: Sendable, Hashable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        (self.name, self.bytes) = (name, bytes)
    }

    /// - Throws: where there is no such file, or it may not be read
    package init(path: String) throws(InputFailure) {
        let unreadable = InputFailure(path, Localized(nl: "Dit bestand is niet te lezen.", en: "This file cannot be read."))
        // A handle reads pipes too.
        guard let handle = FileHandle(forReadingAtPath: path) else { throw unreadable }
        // Piece by piece into the one array: a large table is never in memory twice.
        var bytes: [UInt8] = []
        if let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int { bytes.reserveCapacity(size) }
        do {
            while let piece = try handle.read(upToCount: 1 << 16), !piece.isEmpty { bytes.append(contentsOf: piece) }
        } catch {
            throw unreadable
        }
        self.init(name: path, bytes: bytes)
    }

    /// The text without a byte order mark.
    ///
    /// - Throws: for bytes that are not UTF-8, with the line of the first of them
    func utf8() throws(InputFailure) -> ArraySlice<UInt8> {
        // Places of cells are 32 bits wide.
        guard bytes.count < Int(Int32.max) else {
            throw InputFailure(name, Localized(nl: "Dit bestand is groter dan 2 GB.", en: "This file is larger than 2 GB."))
        }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        // Most tables are ASCII: those need no string to be sure.
        guard !text.allSatisfy({ $0 < 0x80 }), String(validating: text, as: UTF8.self) == nil else { return text }
        var row = 1
        for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: line, as: UTF8.self) == nil { break }
            row += 1
        }
        throw InputFailure(name, row: row, Localized(nl: "Dit is geen UTF-8. Bewaar het bestand als UTF-8.", en: "This is not UTF-8. Save the file as UTF-8."))
    }
}
