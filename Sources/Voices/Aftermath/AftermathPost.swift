import Core
import People
import SQL
import Web

/// Tells givers who signed in that what they said got an answer. Others read it with their code, or get it as a letter.
enum AftermathPost {
    static let kind = NoticeKind(
        "inbreng-antwoord", Localized(nl: "Een antwoord op iets dat je zei in een gesprek", en: "An answer to something you said in a conversation"))

    /// Says nothing of what was said: a notice is kept longer than words that are taken back.
    private static let text = NoticeText(
        Localized(nl: "Er is een antwoord op iets dat je zei", en: "There is an answer to something that you said"),
        detail: Localized(nl: "Lees wat ermee gebeurt, en waarom.", en: "Read what becomes of it, and why."), address: ModerationRoute.mine().address)

    /// - Parameter contributions: those that got an answer in this transaction
    static func tell(_ contributions: [String], through notices: NoticeStore, from origin: Origin, in transaction: Transaction) throws {
        let givers = try transaction.all("SELECT DISTINCT person FROM contribution_giver WHERE contribution IN \(list: contributions) ORDER BY person") {
            try $0.identifier(0)
        }
        try notices.tell(kind, text, to: givers, from: origin, in: transaction)
    }
}
