import Foundation
import Transfer

/// Keeps pages that have been fetched, so that an interrupted fetch goes on where it stopped.
package struct PageStore: Sendable {
    /// The page under a key, nil when it is not there or damaged.
    package var load: @Sendable (_ key: String) async -> [UInt8]?
    /// Keeps a page. A failure costs only the saving: the fetch goes on.
    package var save: @Sendable (_ key: String, _ page: [UInt8]) async -> Void
    /// Forgets pages that turned out wrong or are no longer needed.
    package var remove: @Sendable (_ key: String) async -> Void

    package init(
        load: @escaping @Sendable (_ key: String) async -> [UInt8]?, save: @escaping @Sendable (_ key: String, _ page: [UInt8]) async -> Void,
        remove: @escaping @Sendable (_ key: String) async -> Void
    ) {
        self.load = load
        self.save = save
        self.remove = remove
    }

    /// Keeps nothing.
    package static let none = PageStore(load: { _ in nil }, save: { _, _ in }, remove: { _ in })

    /// Keeps pages packed in a folder, one file each, named after the digest of the key; the digest of the page stands before it, so that a half-written file is not taken for a page.
    ///
    /// - Parameter largest: most bytes of a page that is read back
    package static func folder(_ path: String, largest: Int = 512 << 20) -> PageStore {
        let place: @Sendable (String) -> URL = { URL(filePath: path).appending(path: Digest.hex(Digest.sha256($0)) + ".page") }
        return PageStore(
            load: { key in
                guard let data = try? Data(contentsOf: place(key)), data.count > 32 else { return nil }
                guard let page = try? Deflate.decompress([UInt8](data.dropFirst(32)), limit: largest), Digest.sha256(page) == [UInt8](data.prefix(32)) else {
                    return nil
                }
                return page
            },
            save: { key, page in
                guard let packed = try? Deflate.compress(page, level: 1) else { return }
                try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
                try? Data(Digest.sha256(page) + packed).write(to: place(key), options: .atomic)
            },
            remove: { key in try? FileManager.default.removeItem(at: place(key)) })
    }
}
