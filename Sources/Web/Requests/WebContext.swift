import Core
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Transfer

/// What is known of one request on its way: who asks, in which language, for which page.
///
/// The outer layers of ``WebStack`` fill it in; handlers only read it.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The peer of the connection: a visitor, or the proxy in front.
    package let peer: NetworkAddress?
    /// The visitor's address: the peer, or what a trusted proxy says in `X-Forwarded-For`. Never log it.
    package internal(set) var client: NetworkAddress?
    /// Names this request in the answer, in the log and in problem documents. 16 hexadecimal digits, or what a trusted proxy gave.
    package internal(set) var requestID = ""
    /// The language of the answer: from the path for pages, from `Accept-Language` for the API.
    package internal(set) var language = Language.nl
    /// The page asked for, without language prefix.
    package internal(set) var address = PageAddress.home
    package internal(set) var space = PathSpace.page
    /// What the path says, before any route was looked for.
    var path = RequestPath.unknown(.nl)
    /// The frame that pages stand in.
    package internal(set) var frame = SiteFrame.bare
    /// Makes and checks the tokens of forms; nil outside a ``WebStack``.
    var tokens: ForgeryTokens?
    /// The session the visitor's browser sent, whoever it is of; nil when it has none. A secret: keep its digest at most.
    package internal(set) var session: String?
    /// Who signed in, where the route looks at it; nil for a visitor.
    package internal(set) var visit: Visit?
    /// What hangs together with a thing; nil where nothing knows.
    var links: LinkedThingsSource?
    /// Monotonic time of arrival in seconds, see ``WebClock``.
    package internal(set) var arrival = 0.0
    /// The fields of a form that was sent; nil when there was none.
    package internal(set) var form: Form?
    /// The files that came with it, for routes that take them.
    package internal(set) var files: [UploadedFile] = []

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress.flatMap { NetworkAddress($0) }
        client = peer
    }

    /// The part of the path that a pattern names: `{code}`; not found where it is missing.
    package func part(_ name: String) throws(Problem) -> String {
        guard let raw = parameters.get(name) else { throw .notFound }
        return PercentEncoding.decode(raw.utf8, plusIsSpace: false)
    }

    /// The part of the path that a pattern names as a value; not found where it cannot be read as one.
    package func part<Value: LosslessStringConvertible>(_ name: String, as type: Value.Type) throws(Problem) -> Value {
        guard let value = Value(try part(name)) else { throw .notFound }
        return value
    }

    /// A fresh token for the forms of this answer; give it to ``Answer/carrying(_:)`` too.
    package func formToken() -> FormToken {
        tokens?.issue(session: session) ?? FormToken(field: "", cookie: nil)
    }

    /// The query keys of the address, decoded.
    package var query: Form { Form(items: address.query) }

    /// The fields that were sent; an empty form where none were.
    package var fields: Form { form ?? Form(items: []) }
}

/// A visitor who signed in.
package struct Visit: Sendable, Hashable {
    /// Of the session, for the journal and for signing out; not the secret in the cookie.
    package let session: Identifier
    package let actor: Actor

    package init(session: Identifier, actor: Actor) {
        self.session = session
        self.actor = actor
    }
}

/// Finds who signed in with the session of a browser; nil where nobody did, or where the session has ended.
package typealias VisitSource = @Sendable (_ session: String) async throws -> Visit?

/// Gives the frame that pages stand in now: cheap, for it is asked for every request.
package typealias FrameSource = @Sendable () async -> SiteFrame

extension WebContext {
    package var actor: Actor { visit?.actor ?? .visitor }
}

/// The two clocks the floor needs, given so that tests can turn them.
package struct WebClock: Sendable {
    /// Seconds that only go forward, from any start.
    package let seconds: @Sendable () -> Double
    /// Seconds since 1970-01-01 UTC.
    package let epoch: @Sendable () -> Double

    package init(seconds: @escaping @Sendable () -> Double, epoch: @escaping @Sendable () -> Double) {
        self.seconds = seconds
        self.epoch = epoch
    }

    /// The machine's own clocks.
    package static let system: WebClock = {
        let start = ContinuousClock.now
        return WebClock(
            seconds: { (ContinuousClock.now - start) / .seconds(1) },
            epoch: { UTCTime.now })
    }()
}
