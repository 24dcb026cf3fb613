import Core
import Pictures

/// A file that belongs to a thing, or waits for a form to be right.
package struct Attachment: Sendable, Hashable {
    package let id: Identifier
    /// What it belongs to; nil while it waits. Who sees the thing sees the file.
    package let thing: Event.Thing?
    /// Who sent it; nil for a visitor, and where they were erased.
    package let person: Identifier?
    /// To show and to save it under; never where it is kept (ASVS 5.3.2).
    package let name: String
    package let kind: FileKind
    /// What a picture shows, for who does not see it; empty for what is no picture.
    package let alt: String
    package let file: StoredFile
    /// In pixels; nil for what is no picture.
    package let dimensions: Dimensions?
    /// Smaller ones of a picture, the smallest first.
    package let thumbnails: [Thumbnail]
    /// Milliseconds since 1970.
    package let addedAt: Int64

    package struct Dimensions: Sendable, Hashable {
        package let width: Int
        package let height: Int

        package init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }
    }

    /// A smaller picture, WebP.
    package struct Thumbnail: Sendable, Hashable {
        package let dimensions: Dimensions
        package let file: StoredFile
    }

    /// Of the picture and its smaller ones.
    package var digests: [String] { [file.digest] + thumbnails.map(\.file.digest) }

    /// A name that tells nothing, with the ending of the one it had.
    static func bareName(_ name: String) -> String { "bestand." + (name.split(separator: ".").last.map(String.init) ?? "") }

    /// What browsers are told that it is.
    package var mediaType: String { kind == .text && name.lowercased().hasSuffix(".csv") ? "text/csv; charset=utf-8" : kind.mediaType }
}

/// Bytes in the folder of files.
package struct StoredFile: Sendable, Hashable {
    /// SHA-256 in 64 hexadecimal digits: the name of the file.
    package let digest: String
    /// In bytes.
    package let size: Int

    package init(digest: String, size: Int) {
        self.digest = digest
        self.size = size
    }
}

/// Which kinds of files a form takes.
package enum FileSelection: Sendable, Hashable, CaseIterable {
    case pictures, documents, all

    package var kinds: Set<FileKind> {
        let pictures: Set<FileKind> = [.jpeg, .png, .webp]
        let documents: Set<FileKind> = [.pdf, .docx, .xlsx, .pptx, .odt, .ods, .odp, .text]
        return switch self {
        case .pictures: pictures
        case .documents: documents
        case .all: pictures.union(documents)
        }
    }

    /// Endings of names, as `.jpg`, in the order of the kinds.
    package var endings: [String] { FileKind.allCases.filter(kinds.contains).flatMap(\.takenEndings).map { "." + $0 } }
}

extension FileKind {
    /// Endings that a name may have; Markdown is not taken.
    var takenEndings: [String] { self == .text ? ["txt", "csv"] : endings }
}

/// How much may be kept.
package struct AttachmentLimits: Sendable, Hashable {
    /// Files and bytes of one thing.
    package var filesOfThing = 30
    package var bytesOfThing = 200 << 20
    /// Bytes of all that one person sent (ASVS 5.2.4).
    package var bytesOfPerson = 1 << 30
    /// Files of one person that wait for a form.
    package var waiting = 20
    /// The same of all visitors together, who are not known apart.
    package var waitingOfVisitors = 500
    /// Longest sides of the smaller pictures.
    package var sides = [1280, 640, 320]
    /// Longest side of what is kept of a picture.
    package var side = 2560

    package init() {}
}
