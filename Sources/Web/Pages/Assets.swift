import Foundation
import HTTPTypes
import NIOCore
import Transfer

/// The files of `Public/`, held in memory and served under an address that changes with their content: `/assets/3f2a…/site.css`.
///
/// One digest stands for all files, so that a style sheet can name its fonts relative to itself. A file is found by its exact name in
/// a table made at start; nothing a visitor sends is ever used as a path of the disk.
package struct Assets: Sendable {
    struct File: Sendable {
        let bytes: ByteBuffer
        let kind: MediaKind
    }

    private let files: [String: File]
    /// Name -> address: every page names half a dozen.
    private let addresses: [String: String]
    /// 16 hexadecimal digits over the names and bytes of all files.
    package let digest: String

    /// No files.
    package static let none = Assets(files: [:])

    /// Files above this size are left out: they do not belong in memory.
    private static let largestFile = 8 << 20

    /// Reads every file of a kind that is served, in folders too. Hidden files and links to elsewhere are left out. A folder that is not there is empty.
    package init(directory: String) {
        let root = URL(filePath: directory, directoryHint: .isDirectory).resolvingSymlinksInPath()
        let keys: [URLResourceKey] = [.isRegularFileKey, .fileSizeKey]
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
        var files: [String: File] = [:]
        while let url = found?.nextObject() as? URL {
            guard let kind = MediaKind(fileName: url.lastPathComponent), let facts = try? url.resourceValues(forKeys: Set(keys)),
                facts.isRegularFile == true, (facts.fileSize ?? 0) <= Self.largestFile
            else { continue }
            let path = url.resolvingSymlinksInPath().path
            guard path.hasPrefix(root.path + "/"), let data = try? Data(contentsOf: url) else { continue }
            files[String(path.dropFirst(root.path.count + 1))] = File(bytes: ByteBuffer(bytes: data), kind: kind)
        }
        self.init(files: files)
    }

    init(files: [String: File]) {
        self.files = files
        var all: [UInt8] = []
        for (name, file) in files.sorted(by: { $0.key < $1.key }) {
            all += Array("\(name)\u{0}\(file.bytes.readableBytes)\u{0}".utf8) + Digest.sha256(Array(file.bytes.readableBytesView))
        }
        let digest = Digest.hex(Array(Digest.sha256(all).prefix(8)))
        self.digest = digest
        addresses = Dictionary(uniqueKeysWithValues: files.keys.map { ($0, Self.address($0, digest)) })
    }

    /// The names of all files, in order: `site.css`, `vendor/lato-400.woff2`.
    package var names: [String] { files.keys.sorted() }

    package func has(_ name: String) -> Bool { files[name] != nil }

    /// The address for a link, whether the file is there or not.
    package func url(_ name: String) -> String { addresses[name] ?? Self.address(name, digest) }

    private static func address(_ name: String, _ digest: String) -> String {
        PageAddress(["assets", digest] + name.split(separator: "/").map(String.init)).path
    }

    /// The file at the pieces behind `/assets/`; nil where there is none.
    ///
    /// A page kept from before an update still names the old digest: it gets today's file, for a short while, and stays readable.
    func answer(_ pieces: ArraySlice<String>) -> Answer? {
        guard let asked = pieces.first, asked.utf8.count == 16, let file = files[pieces.dropFirst().joined(separator: "/")] else { return nil }
        var answer = Answer(file.bytes, as: file.kind, cache: asked == digest ? .immutable : .shared(maxAge: 60))
        // An SVG opened by itself is a document of its own: it may run nothing.
        if file.kind == .svg, let name = HTTPField.Name("Content-Security-Policy") {
            answer.headers[name] = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; frame-src 'none'; style-src 'self'"
        }
        return answer
    }
}
