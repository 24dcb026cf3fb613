import Areas
import Core
import Credentials
import People
import SQL
import Web

/// Residents' voices: what people tell about their neighbourhood, in their own way. The table of contents of the slice.
///
/// A class, because its parts are large values: the composition only points to it.
package final class Slice: Sendable {
    let people: People.Slice
    package let conversations: ConversationPart
    package let contributions: ContributionStore
    package let stories: StoryPart
    package let places: PlacePart
    package let votes: VotePart
    package let groups: GroupPart
    package let sheets: SheetPart
    package let workshops: WorkshopPart
    package let choices: ChoicePart
    package let surveys: SurveyPart
    package let missing: MissingPart
    package let aftermath: AftermathPart
    package let coding: CodingPart
    package let matches: MatchPart
    package let codes: CodePart
    let moderation: ModerationPart
    package let panel: ConversationPanel

    /// What givers are told about.
    package static let noticeKinds = AftermathPart.noticeKinds

    /// In the order they run; appended to, never changed.
    package static let migrations =
        ConversationPart.migrations + ContributionMigrations.all + StoryPart.migrations + ModerationPart.migrations
        + VotePart.migrations + CodePart.migrations + PlacePart.migrations + GroupPart.migrations
        + SheetPart.migrations + WorkshopPart.migrations + ChoicePart.migrations + SurveyPart.migrations + MissingPart.migrations + AftermathPart.migrations
        + CodingPart.migrations + MatchPart.migrations

    /// - Parameters:
    ///   - inhabitants: of an area, from the statistics
    ///   - population: parts of who lives in an area, from the statistics
    ///   - counting: figures of an area, from the statistics
    package init(
        areas: Areas.Slice, people: People.Slice, inhabitants: @escaping InhabitantSource = { _ in nil },
        population: @escaping PopulationSource = { _, _ in nil }, counting: CountingSide = .none
    ) {
        self.people = people
        conversations = ConversationPart(
            areas: areas, people: people,
            doors: { conversation, state in
                let database = people.database
                let more =
                    try await ChoicePart.doors(conversation, state, in: database) + SurveyPart.doors(conversation, state, in: database)
                    + MissingPart.doors(conversation, state, in: database) + CodingPart.doors(conversation, state, in: database)
                    + MatchPart.doors(conversation, in: database)
                let votes = try await VotePart.doors(conversation, state, in: database)
                return CodePart.doors(conversation, state) + votes + StoryPart.doors(conversation, state)
                    + PlacePart.doors(conversation, state) + WorkshopPart.doors(conversation, state) + more + AftermathPart.doors(conversation, state)
                    + ModerationPart.doors(conversation, state)
            },
            deskDoors: { conversation, _ in
                VotePart.deskDoors(conversation) + GroupPart.deskDoors(conversation) + SheetPart.deskDoors(conversation)
                    + WorkshopPart.deskDoors(conversation) + ChoicePart.deskDoors(conversation) + SurveyPart.deskDoors(conversation)
                    + MissingPart.deskDoors(conversation) + AftermathPart.deskDoors(conversation) + CodingPart.deskDoors(conversation)
                    + ModerationPart.deskDoors(conversation)
                    + CodePart.deskDoors(conversation)
            },
            finished: { try await AftermathStore.finished($0, people.database) })
        panel = ConversationPanel(conversations)
        let files = people.attachments
        contributions = ContributionStore(database: people.database, journal: people.journal, key: people.installation.key) { try? await files.destroy($0) }
        codes = CodePart(people: people, conversations: conversations)
        let codeStore = codes.store, assists = codes.assists
        let entrance = Entrance(
            marks: VoiceMarks(people.installation.key), codes: { try await codeStore.admission($0, $1) },
            assists: { try await assists.active(for: $0, in: $1, at: $2) })
        places = PlacePart(people: people, conversations: conversations, contributions: contributions, entrance: entrance)
        let places = places
        stories = StoryPart(people: people, conversations: conversations, contributions: contributions, entrance: entrance) {
            try await places.ground(of: $0)?.frame
        }
        votes = VotePart(
            people: people, conversations: conversations, contributions: contributions, entrance: entrance, inhabitants: inhabitants)
        groups = GroupPart(people: people, votes: votes)
        sheets = SheetPart(people: people, votes: votes, codes: codes)
        workshops = WorkshopPart(people: people, conversations: conversations, contributions: contributions)
        choices = ChoicePart(people: people, conversations: conversations, codes: codes, entrance: entrance)
        surveys = SurveyPart(people: people, conversations: conversations, contributions: contributions, codes: codes, entrance: entrance)
        missing = MissingPart(people: people, votes: votes, population: population)
        coding = CodingPart(people: people, conversations: conversations, subjects: counting.themes)
        matches = MatchPart(people: people, contributions: contributions, votes: votes, coding: coding, counting: counting)
        aftermath = AftermathPart(people: people, conversations: conversations)
        moderation = ModerationPart(people: people, conversations: conversations, contributions: contributions)
    }

    package var routes: [Route] {
        conversations.routes + stories.routes + places.routes + votes.routes + groups.routes + sheets.routes + workshops.routes + choices.routes
            + surveys.routes + missing.routes + aftermath.routes + coding.routes + matches.routes + codes.routes
            + moderation.routes
    }

    /// Who may see the photos that people gave with their words.
    package var attachmentPolicies: [String: AttachmentPolicy] {
        [ContributionPhotos.kind: ContributionPhotos.policy(contributions, conversations.store)]
    }

    /// What can be found.
    package var searchSources: [SearchSource] { conversations.searchSources + stories.searchSources + matches.searchSources }

    /// How things of this slice hang together, and with others.
    package var linkSources: [LinkSource] { conversations.linkSources + stories.linkSources + matches.linkSources }

    /// What the slice keeps of people, so that it is taken along, erased and forgotten with the rest.
    ///
    /// - Parameter key: of the installation
    package static func personalRecords(_ key: SecretKey) -> [PersonalRecords] {
        [
            ContributionRecords.all, VoteRecords.all(key), CodePart.records, GroupRecords.all, SheetRecords.all, WorkshopRecords.all,
            ChoiceRecords.all(VoiceMarks(key)), SurveyRecords.all(VoiceMarks(key)), MissingRecords.all(VoiceMarks(key)), AftermathRecords.all,
            CodingRecords.all, MatchRecords.all,
        ]
    }

    /// What happens in this slice, in words, by its name in the journal.
    package static let actions: [String: Localized] = VoicesActions.all
}
