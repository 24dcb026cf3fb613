import Core
import People
import SQL
import Web

/// The photo that someone gave with what they said: seen by who may read the words.
///
/// Nothing of who sent it stands with the file, also where they signed in.
package enum ContributionPhotos {
    /// As files know what they belong to.
    static let kind = "contribution"

    static func thing(_ contribution: Identifier) -> Event.Thing { Event.Thing(kind, contribution.description) }

    /// Field of a form with the photo.
    static let field = "foto"
    /// Field with what is to be seen on it.
    static let alt = "foto-tekst"
    static let altLimit = 300

    /// A photo that waits for its contribution.
    package struct Sent: Sendable, Hashable {
        let file: Attachment
        let alt: String
    }

    /// Gives it to its contribution.
    ///
    /// - Throws: `UploadFault`
    static func attach(_ sent: Sent, to contribution: Identifier, at time: Int64, _ transaction: Transaction) throws {
        try AttachmentStore.attach(sent.file.id, to: thing(contribution), alt: sent.alt, of: nil, at: time, in: transaction)
    }

    /// - Parameter contributions: a question that answers their identifiers
    static func photos(of contributions: Query, _ reading: Reading) throws -> [Identifier: Attachment] {
        var photos: [Identifier: Attachment] = [:]
        for (id, files) in try AttachmentStore.files(of: kind, in: contributions, reading) {
            guard let contribution = Identifier(id), let photo = files.first else { continue }
            photos[contribution] = photo
        }
        return photos
    }

    /// Who may read the words sees the photo: everyone, or who leads the conversation.
    static func policy(_ contributions: ContributionStore, _ conversations: ConversationStore) -> AttachmentPolicy {
        { thing, actor in
            guard let id = Identifier(thing.id), let known = try await contributions.find(id), known.state != .withdrawn else { return .hidden }
            if known.visibility == .everyone, known.state.isShown { return .allowed }
            guard let conversation = try await conversations.find(known.conversation) else { return .hidden }
            return VoicesPolicy.lead(conversation, by: actor)
        }
    }
}
