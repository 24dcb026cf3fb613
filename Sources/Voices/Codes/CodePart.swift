import Core
import Credentials
import People
import SQL
import Web

/// Codes to take part with, their account, and help at a screen. The table of contents of this part.
package struct CodePart: Sendable {
    let people: People.Slice
    let conversations: ConversationPart
    package let store: CodeStore
    package let assists: AssistStore

    package static let migrations = CodeMigrations.all

    /// What the part keeps of people.
    package static let records = CodeRecords.all

    package init(people: People.Slice, conversations: ConversationPart) {
        self.people = people
        self.conversations = conversations
        store = CodeStore(database: people.database, journal: people.journal, key: people.installation.key)
        assists = AssistStore(database: people.database, journal: people.journal)
    }

    package var routes: [Route] { CodeRoutes(part: self).table + CodeDeskRoutes(part: self).table }

    /// Behind the announcement.
    package static func doors(_ conversation: Conversation, _ state: Conversation.State) -> [ConversationDoor] {
        guard conversation.facts.level == .code else { return [] }
        let enter = ConversationDoor(CodeWords.both(\.title), CodeWords.both(\.lead), CodeRoute.enter(conversation.id).address, minutes: 1)
        let account = ConversationDoor(CodeWords.both(\.account), CodeWords.both(\.accountLead), CodeRoute.account(conversation.id).address)
        return switch state {
        case .open: [enter]
        case .closed: [account]
        case .draft, .coming: []
        }
    }

    /// Behind the desk.
    package static func deskDoors(_ conversation: Conversation) -> [ConversationDoor] {
        let codes = ConversationDoor(CodeDeskWords.both(\.title), CodeDeskWords.both(\.lead), CodeRoute.desk(conversation.id).address, isClosed: true)
        let assist = ConversationDoor(
            CodeDeskWords.both(\.assist), CodeDeskWords.both(\.assistLead), CodeRoute.assist(conversation.id).address, isClosed: true)
        return [codes, assist]
    }
}
