import Core
import Foundation
import Pictures
import SQL
import Web

/// Where files are, and who looks for viruses in them.
package struct FileSettings: Sendable {
    /// Nil on a site that keeps no files.
    package var folder: FileFolder?
    package var scanner = MalwareScanner.none
    package var limits = AttachmentLimits()

    package init(folder: FileFolder? = nil, scanner: MalwareScanner = .none) {
        self.folder = folder
        self.scanner = scanner
    }
}

/// Takes files in, gives them out and takes them away: the folder and the database together.
///
/// Bytes go first and the row after them; on the way out the row goes first. Whenever a process ends, at most bytes are left that no row knows, and
/// ``sweep(at:)`` takes those away.
package struct AttachmentDesk: Sendable {
    package let store: AttachmentStore
    package let settings: FileSettings
    package let lanes = FileLanes()

    /// How long a file waits for the rest of its form, in milliseconds.
    package static let patience: Int64 = 2 * 3_600_000

    package init(_ store: AttachmentStore, settings: FileSettings) {
        self.store = store
        self.settings = settings
    }

    package var folder: FileFolder? { settings.folder }

    // MARK: In

    /// Checks a file, looks for viruses, takes what a picture says about its maker out, and keeps it until the form is right.
    ///
    /// - Parameter origin: without a person for a visitor, of whom nothing is kept
    /// - Throws: ``UploadFault``
    package func take(_ upload: UploadedFile, _ selection: FileSelection, limit: Int, from origin: Origin) async throws -> Attachment {
        guard let folder else { throw UploadFault.noFolder }
        guard let bytes = upload.bytes, bytes.count <= limit else { throw UploadFault.tooLarge(limit: limit) }
        do {
            let check = try UploadCheck(bytes, name: upload.name, selection: selection)
            switch await settings.scanner.scan(bytes, in: folder, lanes) {
            case .clean: break
            case .malware: throw UploadFault.malware
            case .unknown: throw UploadFault.scannerDown
            }
            return try await keep(bytes, check, in: folder, from: origin)
        } catch let fault as UploadFault {
            // Not the form's trouble alone: who keeps the site must be able to see it.
            if fault == .malware || fault == .scannerDown {
                let event = Event("file.refused", nil, details: ["reason": fault == .malware ? "malware" : "scanner"], result: .refused)
                try await store.journal.write(from: origin) { _ in ((), event) }
            }
            throw fault
        }
    }

    private func keep(_ bytes: [UInt8], _ check: UploadCheck, in folder: FileFolder, from origin: Origin) async throws -> Attachment {
        let parts = try await parts(bytes, check)
        let stored = try await lanes.disk { try parts.map { try folder.put($0.bytes) } }
        // One of each width: a small picture is not made larger.
        var small: [Attachment.Thumbnail] = []
        for (part, file) in zip(parts, stored).dropFirst() {
            guard let dimensions = part.dimensions, dimensions.width < parts[0].dimensions?.width ?? 0 else { continue }
            if !small.contains(where: { $0.dimensions.width == dimensions.width }) { small.append(.init(dimensions: dimensions, file: file)) }
        }
        // A number holds a moment, and a name may be someone's: of a visitor neither is kept.
        let moment = origin.person == nil ? DutchMonth.start(of: origin.time) : origin.time
        let name = origin.person == nil ? Attachment.bareName(check.name) : check.name
        let attachment = Attachment(
            id: Identifier(at: moment), thing: nil, person: origin.person, name: name, kind: check.kind, alt: "", file: stored[0],
            dimensions: parts[0].dimensions, thumbnails: small.sorted { $0.dimensions.width < $1.dimensions.width }, addedAt: moment)
        do {
            try await store.stage(attachment, until: origin.time + Self.patience, limits: settings.limits, from: origin)
        } catch {
            await letGo(Set(stored.map(\.digest)))
            throw error
        }
        // Somebody may have taken away the same bytes of another file just before the row was there.
        try await lanes.disk { for (part, file) in zip(parts, stored) where !folder.has(file.digest) { _ = try folder.put(part.bytes) } }
        if small.count < stored.count - 1 { await letGo(Set(stored.map(\.digest)).subtracting(attachment.digests)) }
        return attachment
    }

    private struct Part: Sendable {
        let bytes: [UInt8]
        let dimensions: Attachment.Dimensions?
    }

    /// The bytes that are kept: of a picture it made anew from its pixels and its smaller ones, the first as large as it is shown.
    private func parts(_ bytes: [UInt8], _ check: UploadCheck) async throws -> [Part] {
        guard check.kind.isPicture else { return [Part(bytes: bytes, dimensions: nil)] }
        let limits = settings.limits
        do {
            let clean = try await lanes.picture { try CleanPicture(bytes, side: limits.side, thumbnails: limits.sides) }
            return ([clean.full] + clean.thumbnails).map { Part(bytes: $0.bytes, dimensions: .init(width: $0.width, height: $0.height)) }
        } catch let fault as PictureFault {
            switch fault {
            case .tooManyPixels: throw UploadFault.tooManyPixels
            case .tooLarge(let limit): throw UploadFault.tooLarge(limit: limit)
            case .notAPicture, .unsupported, .damaged, .failed: throw UploadFault.damaged
            }
        }
    }

    // MARK: Out

    /// Takes away one file, and its bytes where nothing else has them.
    ///
    /// - Throws: ``UploadFault/gone``
    package func remove(_ id: Identifier, from origin: Origin) async throws { await letGo(try await store.remove(id, from: origin)) }

    /// Takes away bytes whose rows are gone. What the folder refuses now, the next sweep takes away: the rows are gone either way.
    func letGo(_ digests: Set<String>) async { try? await destroy(digests) }

    /// Takes away bytes that no row knows. Safe beside others who take the same bytes in: what is put aside comes back when a row turns out to know it,
    /// and who takes in looks once more after their row is there.
    package func destroy(_ digests: Set<String>) async throws {
        guard let folder else { return }
        for digest in digests.sorted() {
            if try await store.isUsed(digest) { continue }
            guard let aside = try await lanes.disk({ try folder.setAside(digest) }) else { continue }
            try await finish(aside, digest, in: folder)
        }
    }

    private func finish(_ aside: String, _ digest: String, in folder: FileFolder) async throws {
        let isUsed = try await store.isUsed(digest)
        try await lanes.disk { if isUsed && !folder.has(digest) { try folder.putBack(aside, as: digest) } else { folder.discard(aside) } }
    }

    /// What a sweep found.
    package struct Sweep: Sendable, Hashable {
        /// Bytes that no row knew.
        package var orphans = 0
        /// Writes and removals that a process did not finish.
        package var unfinished = 0
    }

    /// Takes away what ended processes left behind. What is younger than a day stays: it may be on its way.
    ///
    /// - Parameter now: milliseconds since 1970
    @discardableResult
    package func sweep(at now: Int64) async throws -> Sweep {
        guard let folder else { return Sweep() }
        let yesterday = Date(timeIntervalSince1970: Double(now) / 1000 - 86_400)
        var sweep = Sweep()
        for (aside, digest) in try await lanes.disk({ folder.leftAside() }) {
            try await finish(aside, digest, in: folder)
            sweep.unfinished += 1
        }
        sweep.unfinished += try await lanes.disk { folder.forgetIncoming(before: yesterday) }
        let used = try await store.digests()
        let old = try await lanes.disk { folder.all().filter { !used.contains($0) && folder.time(of: $0).map { $0 < yesterday } ?? false } }
        try await destroy(Set(old))
        sweep.orphans = old.count
        return sweep
    }
}
