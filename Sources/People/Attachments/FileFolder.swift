import Foundation
import Transfer

/// The folder that holds the bytes of files, each under its SHA-256: `ab/abcd…`. Several nodes may share it.
///
/// A file appears whole or not at all, and is never changed. The methods block: call them on ``FileLanes``.
package struct FileFolder: Sendable, Hashable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// What cannot be done with the folder.
    package struct Fault: Error, Sendable, Hashable {
        package let path: String
        package let reason: String

        package init(path: String, reason: String) {
            self.path = path
            self.reason = reason
        }
    }

    /// Files that are being written.
    private var incoming: String { path + "/onderweg" }
    /// Files that are on their way out.
    private var leaving: String { path + "/weg" }

    package func place(of digest: String) -> String { "\(path)/\(digest.prefix(2))/\(digest)" }

    package static func isDigest(_ name: String) -> Bool {
        name.utf8.count == 64 && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// Writes bytes, and waits until the disk has them.
    package func put(_ bytes: [UInt8]) throws -> StoredFile {
        let digest = Digest.hex(Digest.sha256(bytes))
        let temporary = try write(bytes)
        try settle(temporary, as: digest)
        return StoredFile(digest: digest, size: bytes.count)
    }

    /// Writes bytes under a name of their own that nobody else reads.
    func write(_ bytes: [UInt8]) throws -> String {
        try make(incoming)
        let temporary = incoming + "/" + Digest.hex(Digest.randomBytes(16))
        guard FileManager.default.createFile(atPath: temporary, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: temporary)
        else { throw Fault(path: temporary, reason: "cannot be written") }
        do {
            try file.write(contentsOf: Data(bytes))
            try file.synchronize()
            try file.close()
        } catch {
            discard(temporary)
            throw Fault(path: temporary, reason: "\(error)")
        }
        return temporary
    }

    /// Gives what was written its name.
    package func settle(_ temporary: String, as digest: String) throws {
        let folder = "\(path)/\(digest.prefix(2))"
        try make(folder)
        guard rename(temporary, place(of: digest)) == 0 else {
            discard(temporary)
            throw Fault(path: temporary, reason: "cannot be renamed")
        }
        Self.synchronize(folder)
    }

    /// Gives what was written its name, if that is what it holds; takes it away otherwise.
    package func settle(_ temporary: String, ifWhole digest: String) throws -> Bool {
        guard (try? Digest.sha256(file: temporary)).map(Digest.hex) == digest else {
            discard(temporary)
            return false
        }
        try settle(temporary, as: digest)
        return true
    }

    func discard(_ temporary: String) { try? FileManager.default.removeItem(atPath: temporary) }

    /// The name of a file on its way, for who writes it piece by piece.
    package func fresh() throws -> String {
        try make(incoming)
        return incoming + "/" + Digest.hex(Digest.randomBytes(16))
    }

    package func has(_ digest: String) -> Bool { FileManager.default.fileExists(atPath: place(of: digest)) }

    /// Some of the bytes of a file; fewer at its end, nil where there is no such file.
    package func read(_ digest: String, from start: Int, count: Int) throws -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: place(of: digest)) else { return nil }
        defer { try? file.close() }
        try file.seek(toOffset: UInt64(start))
        return [UInt8](try file.read(upToCount: count) ?? Data())
    }

    /// Whether the bytes are those of the name.
    package func isWhole(_ digest: String) -> Bool { (try? Digest.sha256(file: place(of: digest))).map(Digest.hex) == digest }

    /// The names of all files, in order.
    package func all() -> [String] {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return folders.filter { $0.utf8.count == 2 }.sorted().flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []).filter(Self.isDigest).sorted()
        }
    }

    /// When a file was put here last; nil where there is none.
    func time(of digest: String) -> Date? { Self.time(at: place(of: digest)) }

    // MARK: Taking away

    /// Puts a file aside, so that nobody finds it; nil where there is none.
    func setAside(_ digest: String) throws -> String? {
        try make(leaving)
        let aside = leaving + "/" + digest + "." + Digest.hex(Digest.randomBytes(4))
        return rename(place(of: digest), aside) == 0 ? aside : nil
    }

    /// Puts back what was put aside, unless it is there again.
    func putBack(_ aside: String, as digest: String) throws { try settle(aside, as: digest) }

    /// What was put aside and not finished, as after the end of a process in between.
    func leftAside() -> [(path: String, digest: String)] {
        ((try? FileManager.default.contentsOfDirectory(atPath: leaving)) ?? []).sorted().compactMap { name in
            let digest = String(name.prefix(64))
            return Self.isDigest(digest) ? (leaving + "/" + name, digest) : nil
        }
    }

    /// Takes away what was being written when a process ended.
    func forgetIncoming(before time: Date) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: incoming)) ?? []
        let old = names.map { incoming + "/" + $0 }.filter { Self.time(at: $0).map { $0 < time } ?? false }
        old.forEach(discard)
        return old.count
    }

    // MARK: The disk

    private func make(_ folder: String) throws {
        if FileManager.default.fileExists(atPath: folder) { return }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Fault(path: folder, reason: "\(error)")
        }
        Self.synchronize(path)
    }

    /// A name is on the disk when its folder is.
    private static func synchronize(_ folder: String) {
        let descriptor = open(folder, O_RDONLY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func time(at path: String) -> Date? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
    }
}

/// Threads for work that waits for a disk or takes long, so that it does not hold up Swift's own.
package final class FileLanes: Sendable {
    private let disk = (0..<4).map { DispatchQueue(label: "leefkring.files.\($0)") }
    /// One photo takes some hundred megabytes while it is worked on: one at a time.
    private let pictures = DispatchQueue(label: "leefkring.pictures")

    package init() {}

    package func disk<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await Self.run(on: disk.randomElement() ?? pictures, work)
    }

    func picture<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result { try await Self.run(on: pictures, work) }

    private static func run<Result: Sendable>(on queue: DispatchQueue, _ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result { try work() }) }
        }
    }
}
