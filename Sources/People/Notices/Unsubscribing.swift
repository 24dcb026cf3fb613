import Core
import Credentials
import Mail
import Web

/// Ends mail of one kind with one click, without signing in (RFC 8058). What is signed says whose mail and which; it is good for as long as the mail is kept.
struct Unsubscribing: Sendable {
    /// What ends.
    enum What: Sendable, Hashable {
        /// Mail about one kind of thing.
        case kind(String)
        /// The mail with all of a day or a week.
        case digest(NoticePace)

        fileprivate var text: String {
            switch self {
            case .kind(let key): "kind " + key
            case .digest(let pace): "digest " + pace.rawValue
            }
        }

        fileprivate init?(_ parts: [String]) {
            guard parts.count == 2 else { return nil }
            switch parts[0] {
            case "kind": self = .kind(parts[1])
            case "digest":
                guard let pace = NoticePace(rawValue: parts[1]), pace == .daily || pace == .weekly else { return nil }
                self = .digest(pace)
            default: return nil
            }
        }
    }

    private let signer: TokenSigner
    private let origin: String?

    init(key: SecretKey, origin: String?) {
        signer = TokenSigner(key, purpose: "unsubscribe")
        self.origin = origin
    }

    func token(_ person: Identifier, _ what: What) -> String { signer.sign(person.description + " " + what.text) }

    /// Nil where the token was not made here.
    func open(_ token: String, at now: Int64) -> (person: Identifier, what: What)? {
        guard let parts = try? signer.open(token, at: now).split(separator: " ").map(String.init), parts.count == 3, let person = Identifier(parts[0]),
            let what = What(Array(parts.dropFirst()))
        else { return nil }
        return (person, what)
    }

    /// For the head of a mail; nil where the site does not know its own address, or has no secure one.
    func link(_ person: Identifier, _ what: What, in language: Language) -> UnsubscribeLink? {
        address(person, what, in: language).flatMap { UnsubscribeLink($0) }
    }

    /// For the text of a mail.
    func address(_ person: Identifier, _ what: What, in language: Language) -> String? {
        origin.map { $0 + NoticeRoute.stop(token: token(person, what)).address.url(in: language) }
    }
}

/// Every address of what people are told.
package enum NoticeRoute: Sendable, Hashable {
    case list
    case choices
    case read
    /// Ends mail, by what the mail itself holds.
    case stop(token: String)

    package var address: PageAddress {
        switch self {
        case .list: PageAddress("mijn", "berichten")
        case .choices: PageAddress("mijn", "berichten", "keuzes")
        case .read: PageAddress("mijn", "berichten", "gelezen")
        case .stop(let token): PageAddress(["berichten", "uit"], query: [.init("sleutel", token)])
        }
    }
}
