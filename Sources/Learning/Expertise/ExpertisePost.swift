import Core
import Mail
import People
import SQL
import Web

/// What people are told about asking and meeting: never a name, a question or an address of anyone.
package enum ExpertiseNotice: String, Sendable, Hashable, CaseIterable {
    case request = "meedenkvraag"
    case answer = "meedenkantwoord"
    case introduction = "kennismaking"

    package var kind: NoticeKind {
        switch self {
        case .request: NoticeKind(rawValue, ExpertiseWords.both(\.noticeRequest))
        case .answer: NoticeKind(rawValue, ExpertiseWords.both(\.noticeAnswer))
        case .introduction: NoticeKind(rawValue, ExpertiseWords.both(\.noticeIntroduction))
        }
    }

    package static var kinds: [NoticeKind] { allCases.map(\.kind) }
}

/// Tells people of requests and introductions, on the site and by mail as they chose.
package struct ExpertisePost: Sendable {
    let notices: NoticeStore
    /// Of the site, for links in mail; nil where it does not know its own address.
    let origin: String?

    package enum Message: Sendable, Hashable {
        case request
        case introduction
        case accepted(Identifier)
        case helped(Identifier)
        case met(Identifier)
        case notMet(Identifier)
    }

    private typealias Words = ExpertiseWords

    private static func text(_ message: Message) -> (ExpertiseNotice, NoticeText) {
        switch message {
        case .request: (.request, NoticeText(Words.both(\.toldRequest), detail: Words.both(\.toldAnswerLead), address: ExpertiseRoute.mine.address))
        case .introduction:
            (.introduction, NoticeText(Words.both(\.toldIntroduction), detail: Words.both(\.toldAnswerLead), address: ExpertiseRoute.mine.address))
        case .accepted(let id): (.answer, NoticeText(Words.both(\.toldAccepted), detail: Words.both(\.toldReach), address: ExpertiseRoute.request(id).address))
        case .helped(let id): (.answer, NoticeText(Words.both(\.toldHelped), address: ExpertiseRoute.request(id).address))
        case .met(let id):
            (.introduction, NoticeText(Words.both(\.toldMet), detail: Words.both(\.toldReach), address: ExpertiseRoute.introduction(id).address))
        case .notMet(let id): (.introduction, NoticeText(Words.both(\.toldNotMet), address: ExpertiseRoute.introduction(id).address))
        }
    }

    /// - Parameters:
    ///   - token: of the page where they can answer without signing in; in the mail alone
    ///   - site: the name of the site now; for a mail with a token
    func tell(
        _ message: Message, to person: Identifier, token: String? = nil, site: String = "", from origin: Origin, in transaction: Transaction
    ) throws {
        let (kind, text) = Self.text(message)
        guard let token, let base = self.origin else {
            try notices.tell(kind.kind, text, to: [person], from: origin, in: transaction)
            return
        }
        let route: ExpertiseRoute = message == .introduction ? .sideProof(token) : .askProof(token)
        try notices.tell(
            kind.kind, text, to: [person],
            mail: { person in
                let words = Words(person.language)
                let letter = MailLetter(
                    language: person.language, site: site, subject: text.title[person.language],
                    parts: [
                        .paragraph(words.greeting(person.name)), .paragraph(text.title[person.language] + "."),
                        .link(words: words.answerLink, address: base + route.address.url(in: person.language), after: words.answerLinkLead),
                        .paragraph(words.noReason),
                    ], footnotes: [.paragraph(message == .introduction ? words.mailWhyMeeting : words.mailWhy)])
                return OutboxMail(kind: "notice-" + kind.rawValue, person: person.id, to: Mailbox(person.mail, name: person.name), letter: letter)
            }, from: origin, in: transaction)
    }
}
