import Core
import Foundation
import SQL
import TestSupport
import Testing
import Web

@testable import People
@testable import Pictures

@Suite("Files of things")
struct AttachmentTests {
    /// A slice with a folder of its own.
    private struct Ground {
        let people: PeopleGround
        let folder: FileFolder
        let desk: AttachmentDesk

        func origin(_ person: Person, at time: Int64 = PeopleGround.start) -> Origin { PeopleGround.origin(time, by: person.id) }

        func take(_ bytes: [UInt8], _ name: String = "a.txt", by person: Person, at time: Int64 = PeopleGround.start) async throws -> People.Attachment {
            try await desk.take(UploadedFile(field: "x", name: name, bytes: bytes), .all, limit: 1 << 20, from: origin(person, at: time))
        }
    }

    private static func with(
        _ engine: TestDatabase.Engine, scanner: MalwareScanner = .none, limits: AttachmentLimits = AttachmentLimits(), _ body: (Ground) async throws -> Void
    ) async throws {
        try await TestDatabase.withDirectory { place in
            try await PeopleGround.with(engine) { people in
                var settings = FileSettings(folder: FileFolder(path: place.appending(path: "bestanden").path), scanner: scanner)
                settings.limits = limits
                let desk = AttachmentDesk(AttachmentStore(people.database, journal: people.slice.journal), settings: settings)
                try await body(Ground(people: people, folder: try #require(settings.folder), desk: desk))
            }
        }
    }

    private static func photo(_ width: Int = 900, _ height: Int = 600) throws -> [UInt8] {
        let picture = try #require(Picture(width: width, height: height, pixels: [UInt8](repeating: 200, count: width * height * 4)))

        return try PNGFile.write(picture)
    }

    @Test("a file waits for its form, belongs to a thing then, and goes with its bytes; every step is in the journal", arguments: TestDatabase.engines)
    func life(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground in
            let ans = try await ground.people.person("Ans"), bert = try await ground.people.person("Bert")
            let text = Array("hallo".utf8), file = try await ground.take(text, by: ans)
            #expect(ground.folder.all() == [file.file.digest] && ground.folder.isWhole(file.file.digest))
            #expect(file.file.digest == "d3751d33f9cd5049c4af2b462735457e4d3baf130bcbb87f389e349fbaeb20b9")
            let store = ground.desk.store, thing = Event.Thing("person", ans.id.description), start = PeopleGround.start
            #expect(try await store.waiting(file.id, of: ans.id, at: start) == file)
            #expect(try await store.waiting(file.id, of: bert.id, at: start) == nil)
            #expect(try await store.waiting(file.id, of: ans.id, at: start + AttachmentDesk.patience) == nil)
            await #expect(throws: UploadFault.gone) { try await store.attach(file.id, to: thing, alt: "", from: ground.origin(bert)) }
            try await store.attach(file.id, to: thing, alt: "", from: ground.origin(ans))
            await #expect(throws: UploadFault.gone) { try await store.attach(file.id, to: thing, alt: "", from: ground.origin(ans)) }
            #expect(try await store.files(of: thing).map(\.id) == [file.id])
            // The same bytes twice are one file in the folder, which stays until both are gone.
            let second = try await ground.take(text, "b.txt", by: bert)
            #expect(ground.folder.all().count == 1)
            try await ground.desk.remove(file.id, from: ground.origin(ans))
            #expect(ground.folder.isWhole(second.file.digest))
            try await ground.desk.remove(second.id, from: ground.origin(bert))
            #expect(ground.folder.all().isEmpty && ground.folder.leftAside().isEmpty)
            let actions = try await ground.people.actions()
            #expect(actions.suffix(5) == ["file.sent", "file.added", "file.sent", "file.removed", "file.removed"])
        }
    }

    @Test("35: of a photo the pixels are kept, in widths for screens, and words are asked for who does not see it", arguments: TestDatabase.engines)
    func photos(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground in
            let ans = try await ground.people.person("Ans"), thing = Event.Thing("person", ans.id.description)
            let file = try await ground.take(try Self.photo(), "zee.png", by: ans)
            #expect(file.dimensions == .init(width: 900, height: 600))
            #expect(file.thumbnails.map(\.dimensions) == [.init(width: 320, height: 213), .init(width: 640, height: 427)])
            #expect(Set(ground.folder.all()) == Set(file.digests))
            await #expect(throws: UploadFault.altMissing) { try await ground.desk.store.attach(file.id, to: thing, alt: "", from: ground.origin(ans)) }
            try await ground.desk.store.attach(file.id, to: thing, alt: "De zee", from: ground.origin(ans))
            let kept = try #require(try await ground.desk.store.find(file.id))
            #expect(kept.alt == "De zee" && kept.thumbnails == file.thumbnails && kept.thing == thing)
            await #expect(throws: UploadFault.damaged) { try await ground.take(Array(try Self.photo().dropLast(400)), "stuk.png", by: ans) }
        }
    }

    @Test("ASVS 5.2.4: there is an end to what one thing, one person and one form may have", arguments: TestDatabase.engines)
    func quotas(engine: TestDatabase.Engine) async throws {
        var limits = AttachmentLimits()
        (limits.filesOfThing, limits.bytesOfThing, limits.bytesOfPerson, limits.waiting) = (2, 1000, 2500, 3)
        try await Self.with(engine, limits: limits) { ground in
            let ans = try await ground.people.person("Ans"), desk = ground.desk, small = Array("klein".utf8), large = [UInt8](repeating: 0x61, count: 900)
            func attach(_ bytes: [UInt8], to id: String) async throws {
                let file = try await ground.take(bytes, by: ans)
                try await desk.store.attach(file.id, to: Event.Thing("x", id), alt: "", limits: limits, from: ground.origin(ans))
            }
            try await attach(small, to: "1")
            try await attach(small, to: "1")
            await #expect(throws: UploadFault.thingFull) { try await attach(small, to: "1") }
            try await attach(large, to: "2")
            await #expect(throws: UploadFault.thingFull) { try await attach(large, to: "2") }
            await #expect(throws: UploadFault.personFull) { try await attach(large, to: "3") }
            try await attach(small, to: "3")
            _ = try await ground.take(small, by: ans)
            await #expect(throws: UploadFault.tooManyWaiting) { try await ground.take(small, by: ans) }
            #expect(Set(ground.folder.all()) == (try await desk.store.digests()))
            await #expect(throws: UploadFault.tooLarge(limit: 10)) {
                try await desk.take(UploadedFile(field: "x", name: "a.txt", bytes: large), .all, limit: 10, from: ground.origin(ans))
            }
        }
    }

    @Test("what waits too long goes, and a sweep takes away what ended processes left; nothing that is used", arguments: TestDatabase.engines)
    func sweep(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground in
            let ans = try await ground.people.person("Ans"), folder = ground.folder, day = PeopleGround.day
            let file = try await ground.take(Array("blijft".utf8), by: ans), late = try await ground.take(Array("wacht".utf8), by: ans)
            try await ground.desk.store.attach(file.id, to: Event.Thing("x", "1"), alt: "", from: ground.origin(ans))
            let retained = try await ground.people.slice.retention.run(from: PeopleGround.origin(PeopleGround.start + AttachmentDesk.patience))
            #expect(retained.files == 1)
            let orphan = try folder.put(Array("wees".utf8))
            _ = try folder.write(Array("half".utf8))
            let used = try #require(try folder.setAside(file.file.digest))
            #expect(used.contains("/weg/") && !folder.has(file.file.digest))
            // The disk's clock is the real one.
            let now = Int64(Date().timeIntervalSince1970 * 1000)
            #expect(try await ground.desk.sweep(at: now) == .init(orphans: 0, unfinished: 1))
            #expect(folder.isWhole(file.file.digest) && folder.has(orphan.digest))
            #expect(try await ground.desk.sweep(at: now + 2 * day) == .init(orphans: 2, unfinished: 1))
            #expect(folder.all() == [file.file.digest] && !folder.has(late.file.digest))
            #expect(try await ground.desk.sweep(at: now + 2 * day) == .init())
        }
    }

    @Test("many who send and take away the same bytes at once, on two nodes, never leave a row without its file", arguments: TestDatabase.engines)
    func race(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDirectory { place in
            try await PeopleGround.withTwo(engine) { first, second in
                let folder = FileFolder(path: place.appending(path: "bestanden").path)
                let desks = [first, second].map { ground in
                    AttachmentDesk(AttachmentStore(ground.database, journal: ground.slice.journal), settings: FileSettings(folder: folder))
                }
                var people: [Identifier] = []
                for number in 0..<6 { people.append(try await first.person("P\(number)").id) }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for (number, person) in people.enumerated() {
                        group.addTask {
                            let desk = desks[number % 2], origin = PeopleGround.origin(by: person)
                            let same = UploadedFile(field: "x", name: "a.txt", bytes: Array("gelijk".utf8))
                            for round in 0..<8 {
                                let file = try await desk.take(same, .all, limit: 1000, from: origin)
                                if round % 4 != 3 { try await desk.remove(file.id, from: origin) }
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(Set(folder.all()) == (try await desks[0].store.digests()) && folder.all().count == 1)
                #expect(folder.leftAside().isEmpty && folder.isWhole(folder.all()[0]))
            }
        }
    }

    @Test("erasing someone takes away the bytes of their own files; what belongs to others stays without their name", arguments: TestDatabase.engines)
    func erasure(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground in
            let ans = try await ground.people.person("Ans"), store = ground.desk.store, origin = ground.origin(ans)
            let own = try await ground.take(Array("van ans".utf8), "ans.txt", by: ans),
                other = try await ground.take(Array("kring".utf8), "ans-kring.txt", by: ans)
            _ = try await ground.take(Array("wacht".utf8), by: ans)
            try await store.attach(own.id, to: Event.Thing("person", ans.id.description), alt: "", from: origin)
            try await store.attach(other.id, to: Event.Thing("circle", "1"), alt: "", from: origin)
            let persons = PersonStore(ground.people.database, journal: ground.people.slice.journal, attachments: ground.desk)
            try await persons.erase(ans.id, from: PeopleGround.origin())
            #expect(ground.folder.all() == [other.file.digest])
            let left = try #require(try await store.find(other.id))
            #expect(left.person == nil && left.name == "bestand.txt")
            #expect(try await !ground.people.holds("attachment", "ans"))
        }
    }

    @Test("55: a file is not taken while nobody can look for viruses, and that is in the journal", arguments: TestDatabase.engines)
    func scanner(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDirectory { place in
            let script = place.appending(path: "kijk")
            try Data("#!/bin/sh\ngrep -q kwaad \"$1\" && exit 1\ngrep -q raar \"$1\" && exit 7\nexit 0\n".utf8).write(to: script)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script.path)
            try await Self.with(engine, scanner: .command(path: script.path)) { ground in
                let ans = try await ground.people.person("Ans")
                _ = try await ground.take(Array("goed".utf8), by: ans)
                await #expect(throws: UploadFault.malware) { try await ground.take(Array("heel kwaad".utf8), by: ans) }
                await #expect(throws: UploadFault.scannerDown) { try await ground.take(Array("heel raar".utf8), by: ans) }
                #expect(ground.folder.all().count == 1)
                #expect(try await ground.people.actions().suffix(3) == ["file.sent", "file.refused", "file.refused"])
            }
            for scanner in [MalwareScanner.command(path: "/bestaat/niet"), .socket(path: place.path + "/geen"), .host("127.0.0.1", port: 1)] {
                try await Self.with(engine, scanner: scanner) { ground in
                    let ans = try await ground.people.person("Ans")
                    await #expect(throws: UploadFault.scannerDown) { try await ground.take(Array("goed".utf8), by: ans) }
                    #expect(ground.folder.all().isEmpty)
                }
            }
        }
    }
}
