/// What a file is, by its bytes and not by its name (ASVS 5.2.2). What is not in this list is not taken as an attachment.
package enum FileKind: String, Sendable, Hashable, CaseIterable {
    case jpeg, png, webp, gif, pdf, docx, xlsx, pptx, odt, ods, odp, text

    /// Nil for anything else: programs, archives, pages and pictures with script in them (HTML, SVG), Office files with macros, and files that are two
    /// kinds at once.
    package init?(_ bytes: [UInt8]) {
        guard let kind = FileKind.signature(bytes) ?? FileKind.office(bytes) ?? FileKind.plain(bytes) else { return nil }
        self = kind
    }

    package var mediaType: String {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .webp: "image/webp"
        case .gif: "image/gif"
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .odp: "application/vnd.oasis.opendocument.presentation"
        case .text: "text/plain; charset=utf-8"
        }
    }

    /// Endings of names that go with it, the usual one first.
    package var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .text: ["txt", "csv", "md"]
        default: [rawValue]
        }
    }

    /// Whether `Picture` can read it.
    package var isPicture: Bool { self == .jpeg || self == .png || self == .webp }

    private static func signature(_ bytes: [UInt8]) -> FileKind? {
        func starts(_ pattern: [UInt8]) -> Bool { bytes.starts(with: pattern) }
        if starts([0xFF, 0xD8, 0xFF]) { return .jpeg }
        if starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if starts(Array("GIF87a".utf8)) || starts(Array("GIF89a".utf8)) { return .gif }
        if bytes.count >= 16, starts(Array("RIFF".utf8)), bytes[8..<15].elementsEqual("WEBPVP8".utf8) { return .webp }
        // Readers take a header further on too; then something else stands before it, and the file is two kinds at once.
        if starts(Array("%PDF-".utf8)) { return .pdf }
        return nil
    }

    private static func office(_ bytes: [UInt8]) -> FileKind? {
        guard let archive = ZipDirectory(bytes), !archive.hasMacros else { return nil }
        let names = Set(archive.entries.map(\.name))
        if names.contains("[Content_Types].xml") {
            let parts: [(String, FileKind)] = [("word/document.xml", .docx), ("xl/workbook.xml", .xlsx), ("ppt/presentation.xml", .pptx)]
            let found = parts.filter { names.contains($0.0) }
            return found.count == 1 ? found[0].1 : nil
        }
        // OpenDocument 1.3, part 2, section 3.3: the first entry is `mimetype`, not packed.
        guard let first = archive.entries.first, first.name == "mimetype", first.isStored, let content = archive.stored(first, in: bytes) else { return nil }
        return [FileKind.odt, .ods, .odp].first { $0.mediaType.utf8.elementsEqual(content) }
    }

    /// UTF-8 without control characters that does not look like a page or a picture in XML.
    private static func plain(_ bytes: [UInt8]) -> FileKind? {
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x0C }),
            let start = String(validating: bytes, as: UTF8.self)?.prefix(2000).lowercased()
        else { return nil }
        // A byte order mark or white space before it does not stop a browser.
        let text = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard !text.hasPrefix("<"), !text.hasPrefix("%!ps"), !text.hasPrefix("#!") else { return nil }
        return ["<html", "<script", "<svg", "<body", "<iframe", "<!doctype"].contains { start.contains($0) } ? nil : .text
    }
}
