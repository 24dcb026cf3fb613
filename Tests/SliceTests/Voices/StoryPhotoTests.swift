import Core
import Credentials
import Foundation
import SQL
import TestSupport
import Testing
import Web

@testable import People
@testable import Pictures
@testable import Voices

@Suite("Photos of stories")
struct StoryPhotoTests {
    /// Stories with a folder of files.
    private struct Ground {
        let voices: VoicesGround
        let folder: FileFolder
        let desk: AttachmentDesk
        let store: StoryStore
        let policy: AttachmentPolicy

        var nobody: Origin { ContributionStore.nobody(VoicesGround.noon) }

        func photo(_ name: String = "voordeur van Jan.png") async throws -> ContributionPhotos.Sent {
            let picture = try #require(Picture(width: 400, height: 300, pixels: [UInt8](repeating: 120, count: 400 * 300 * 4)))
            let upload = UploadedFile(field: ContributionPhotos.field, name: name, bytes: try PNGFile.write(picture))
            return ContributionPhotos.Sent(file: try await desk.take(upload, .pictures, limit: 1 << 20, from: nobody), alt: "Een plein met bomen")
        }

        func give(_ photo: ContributionPhotos.Sent, visibility: Contribution.Visibility = .everyone) async throws -> (Conversation, Identifier) {
            let conversation = try await voices.conversation()
            let entry = Contribution.Entry(.story, "Een mooi plein", visibility: visibility)
            let receipt = try await store.give(entry, marks: [.dream], place: nil, photo: photo, in: conversation, at: VoicesGround.noon)
            return (conversation, receipt.id)
        }

        func sees(_ actor: Actor, _ story: Identifier) async throws -> Bool { try await policy(ContributionPhotos.thing(story), actor).isAllowed }
    }

    private static let leader = Actor(
        person: Actor.Person(id: Identifier(at: 1), name: "Lotte", organisation: nil),
        grants: [RoleGrant(id: Identifier(at: 2), role: .official, scope: .area(AreaCode("GM9999")!), start: 0, end: nil, reviewed: 0)], proof: .twoFactors)
    private static let moderator = Origin(person: Identifier(at: 1), request: "test", channel: .web, time: VoicesGround.noon)

    private static func with(_ engine: TestDatabase.Engine, _ body: (Ground) async throws -> Void) async throws {
        try await TestDatabase.withDirectory { place in
            try await VoicesGround.with(engine) { voices in
                let folder = FileFolder(path: place.appending(path: "bestanden").path), people = voices.people.slice
                let desk = AttachmentDesk(AttachmentStore(people.database, journal: people.journal), settings: FileSettings(folder: folder))
                let contributions = ContributionStore(database: people.database, journal: people.journal, key: people.installation.key) {
                    try? await desk.destroy($0)
                }
                let policy = ContributionPhotos.policy(contributions, voices.slice.conversations.store)
                try await body(Ground(voices: voices, folder: folder, desk: desk, store: StoryStore(contributions: contributions), policy: policy))
            }
        }
    }

    @Test("WYK-03: a photo is seen by who may read the story, and nothing tells who sent it", arguments: TestDatabase.engines)
    func isSeenWithTheStory(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground in
            let sent = try await ground.photo(), (conversation, id) = try await ground.give(sent)
            #expect(sent.file.person == nil && sent.file.name == "bestand.png" && sent.file.addedAt == DutchDay("2026-10-01")!.start)
            let visitor = Actor.visitor
            #expect(try await !ground.sees(visitor, id))
            #expect(try await ground.sees(Self.leader, id))
            let item = try await ground.store.contributions.item(id, of: conversation.id)
            #expect(item?.photo?.alt == "Een plein met bomen")
            try await ground.store.contributions.rule(Contribution.Ruling(.published), on: id, from: Self.moderator)
            #expect(try await ground.sees(visitor, id))
            let story = try #require(try await ground.store.published(id, in: conversation.id))
            #expect(story.photo?.id == sent.file.id)
            // The same file does not go with another story.
            await #expect(throws: UploadFault.gone) { _ = try await ground.give(sent) }
        }
    }

    @Test("WYK-03: taking a story back takes the photo away, from the table and from the folder", arguments: TestDatabase.engines)
    func goesWithTheStory(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground in
            let (conversation, id) = try await ground.give(try await ground.photo())
            try await ground.store.contributions.rule(Contribution.Ruling(.published), on: id, from: Self.moderator)
            #expect(!ground.folder.all().isEmpty)
            try await ground.store.contributions.withdraw(id, at: VoicesGround.noon)
            #expect(ground.folder.all().isEmpty && ground.folder.leftAside().isEmpty)
            #expect(try await ground.desk.store.files(of: ContributionPhotos.thing(id)).isEmpty)
            #expect(try await !ground.sees(.visitor, id))
            #expect(try await !ground.sees(Self.leader, id))
            let left = try await ground.store.published(in: conversation.id)
            #expect(left.isEmpty)
        }
    }

    @Test("WYK-31: a moderator takes a photo away for good and publishes the words; what was for the team stays closed", arguments: TestDatabase.engines)
    func isTakenOut(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground in
            let (conversation, id) = try await ground.give(try await ground.photo())
            let ruling = Contribution.Ruling(.masked, reason: .personalData, words: "Er staat iemand op.", hidesPhoto: true)
            try await ground.store.contributions.rule(ruling, on: id, from: Self.moderator)
            let story = try #require(try await ground.store.published(id, in: conversation.id))
            #expect(story.shown == "Een mooi plein" && story.photo == nil)
            #expect(ground.folder.all().isEmpty)
            let (_, closed) = try await ground.give(try await ground.photo(), visibility: .team)
            try await ground.store.contributions.rule(Contribution.Ruling(.published), on: closed, from: Self.moderator)
            #expect(try await !ground.sees(.visitor, closed))
            #expect(try await ground.sees(Self.leader, closed))
        }
    }

    @Test("visitors together have room for so many photos that wait, and for no one's own photos", arguments: TestDatabase.engines)
    func hasLimits(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground in
            var settings = FileSettings(folder: ground.folder)
            settings.limits.waitingOfVisitors = 1
            let desk = AttachmentDesk(ground.desk.store, settings: settings), sent = try await ground.photo()
            let small = try #require(Picture(width: 9, height: 9, pixels: [UInt8](repeating: 1, count: 324)))
            let again = UploadedFile(field: "foto", name: "a.png", bytes: try PNGFile.write(small))
            await #expect(throws: UploadFault.tooManyWaiting) { try await desk.take(again, .pictures, limit: 1 << 20, from: ground.nobody) }
            let known = try await ground.desk.store.waiting(sent.file.id, of: Identifier(at: 5), at: VoicesGround.noon)
            #expect(known == nil)
        }
    }
}
