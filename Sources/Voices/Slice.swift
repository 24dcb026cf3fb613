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

    /// In the order they run; appended to, never changed.
    package static let migrations = ConversationPart.migrations + ContributionMigrations.all

    package init(areas: Areas.Slice, people: People.Slice) {
        self.people = people
        conversations = ConversationPart(areas: areas, people: people)
        contributions = ContributionStore(database: people.database, journal: people.journal, key: people.installation.key)
    }

    package var routes: [Route] { [] }

    /// What can be found.
    package var searchSources: [SearchSource] { [] }

    /// How things of this slice hang together, and with others.
    package var linkSources: [LinkSource] { [] }

    /// What the slice keeps of people, so that it is taken along, erased and forgotten with the rest.
    ///
    /// - Parameter key: of the installation
    package static func personalRecords(_ key: SecretKey) -> [PersonalRecords] { [ContributionRecords.all] }

    /// What happens in this slice, in words, by its name in the journal.
    package static let actions: [String: Localized] = VoicesActions.all
}
