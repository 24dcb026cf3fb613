import Core
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What the protocol itself refuses, before any slice has a say.
package enum Refusal: Error, Sendable, Hashable {
    /// The path is known, the method is not; `Allow` names those that are.
    case method(allowed: [HTTPRequest.Method])
    /// The body is larger than the route takes.
    case tooLarge
    /// The body is of a kind the route does not read.
    case mediaType
    /// The client takes no kind of content that the route has.
    case notAcceptable
    /// The address or the headers are longer than anyone needs.
    case malformed
}

/// An error as a visitor or a client may see it: status, words, headers. Unknown errors say nothing but that they are ours.
struct Fault: Sendable {
    var status: Int
    var title: Localized
    var detail: Localized
    var errors: [FieldError] = []
    var headers: HTTPFields = [:]
    /// Set for an error that no one foresaw: it belongs in the log.
    var isUnforeseen = false

    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self.init(problem: problem)
        case let refusal as Refusal: self.init(refusal: refusal)
        case let error as HTTPError where error.status.code < 500: self.init(status: error.status.code)
        case is NIOTooManyBytesError: self.init(refusal: .tooLarge)
        default:
            self.init(status: 500)
            isUnforeseen = true
        }
    }

    private init(problem: Problem) {
        self.init(status: problem.status)
        switch problem {
        case .forbidden(let reason), .conflict(let reason), .unavailable(let reason): detail = reason
        case .invalid(let faults): errors = faults
        case .tooMany(let seconds):
            headers[.retryAfter] = String(max(1, seconds))
            detail = Localized(nl: "Wacht \(max(1, seconds)) seconden en probeer het dan opnieuw.", en: "Wait \(max(1, seconds)) seconds and try again.")
        case .notFound, .gone: break
        }
        if case .unavailable = problem { headers[.retryAfter] = "30" }
    }

    private init(refusal: Refusal) {
        switch refusal {
        case .method(let allowed):
            self.init(status: 405)
            headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
        case .tooLarge: self.init(status: 413)
        case .mediaType: self.init(status: 415)
        case .notAcceptable: self.init(status: 406)
        case .malformed: self.init(status: 400)
        }
    }

    private init(status: Int) {
        self.status = status
        (title, detail) = Self.words[status] ?? (status >= 500 ? Self.ours : Self.other)
    }

    /// For every status from 500 without words of its own.
    private static let ours = (
        Localized(nl: "Er ging iets mis bij ons", en: "Something went wrong on our side"),
        Localized(nl: "Het ligt niet aan jou. Probeer het later opnieuw.", en: "It is not your fault. Try again later.")
    )

    /// For any other status.
    private static let other = (
        Localized(nl: "Dit lukt niet", en: "This does not work"),
        Localized(nl: "Wij kunnen dit verzoek niet uitvoeren.", en: "We cannot carry out this request.")
    )

    /// Title and explanation by status.
    private static let words: [Int: (Localized, Localized)] = [
        400: (
            Localized(nl: "Dit klopt niet helemaal", en: "Something is not right"),
            Localized(nl: "Wij kunnen dit verzoek niet gebruiken.", en: "We cannot use this request.")
        ),
        403: (Localized(nl: "Dit mag niet", en: "Not allowed"), Localized(nl: "Je mag deze pagina niet zien.", en: "You may not see this page.")),
        404: (
            Localized(nl: "Niet gevonden", en: "Not found"),
            Localized(
                nl: "Deze pagina is er niet. Misschien is het adres niet goed, of is de pagina verhuisd.",
                en: "There is no such page. The address may be wrong, or the page has moved.")
        ),
        405: (
            Localized(nl: "Dat kan hier niet", en: "Not possible here"),
            Localized(nl: "Dit adres kent deze handeling niet.", en: "This address does not know that method.")
        ),
        406: (
            Localized(nl: "Die soort hebben wij niet", en: "Not in that kind"),
            Localized(nl: "Vraag met de kop Accept om application/json.", en: "Ask for application/json with the Accept header.")
        ),
        409: (
            Localized(nl: "Iemand was je voor", en: "This has changed"),
            Localized(nl: "Dit is intussen veranderd. Bekijk het opnieuw.", en: "This has changed meanwhile. Look at it again.")
        ),
        410: (
            Localized(nl: "Dit is weg", en: "Gone"),
            Localized(nl: "Deze pagina was er, en komt niet terug.", en: "This page was here, and will not come back.")
        ),
        413: (Localized(nl: "Te groot", en: "Too large"), Localized(nl: "Je stuurt meer dan wij hier aannemen.", en: "You send more than we take here.")),
        415: (
            Localized(nl: "Deze soort lezen wij niet", en: "Unsupported kind"),
            Localized(nl: "Stuur de gegevens in een soort die wij noemen.", en: "Send the data in a kind that we name.")
        ),
        429: (Localized(nl: "Even wachten", en: "Please wait"), Localized(nl: "Je vraagt te veel tegelijk.", en: "You are asking too much at once.")),
        503: (
            Localized(nl: "Dit werkt nu even niet", en: "Not working right now"),
            Localized(nl: "Probeer het over een paar minuten opnieuw.", en: "Try again in a few minutes.")
        ),
    ]
}

/// A problem document (RFC 9457).
struct ProblemDocument: Encodable {
    struct Field: Encodable {
        let field: String
        let detail: String
    }

    /// `about:blank`: the status says it all; the members say which.
    let type = "about:blank"
    let title: String
    let status: Int
    let detail: String
    /// The request id, which is in the log as well.
    let instance: String
    /// Every fault in the input; left out where there are none.
    let errors: [Field]?

    init(_ fault: Fault, language: Language, requestID: String) {
        title = fault.title[language]
        status = fault.status
        detail = fault.detail[language]
        instance = requestID
        errors = fault.errors.isEmpty ? nil : fault.errors.map { Field(field: $0.field, detail: $0.message[language]) }
    }

    /// Members in a fixed order of names, so that equal problems are equal bytes.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { [UInt8]($0) } ?? Array("{\"status\":\(status)}".utf8)
    }
}

extension Request {
    /// Whether who asks wants JSON and no page: the API always, elsewhere by `Accept`.
    func wantsJSON(_ space: PathSpace) -> Bool {
        if space == .api { return true }
        guard let accept = headers[.accept]?.lowercased() else { return false }
        return (accept.contains("application/json") || accept.contains("application/problem+json")) && !accept.contains("text/html")
    }

    /// The bytes of a body of one kind, for API routes: 415 for another kind, 413 when there are more than `limit`.
    package func body(as kind: MediaKind, limit: Int) async throws -> [UInt8] {
        let sent = headers[.contentType]?.split(separator: ";").first.map { $0.filter { !$0.isWhitespace }.lowercased() }
        guard sent == kind.header.split(separator: ";").first.map(String.init) else { throw Refusal.mediaType }
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit { throw Refusal.tooLarge }
        let buffer = try await body.collect(upTo: limit)
        return Array(buffer.readableBytesView)
    }
}
