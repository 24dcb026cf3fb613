import Core
import Hummingbird
import Logging

extension WebContext {
    /// Writes down that a request was refused, for who watches over the site (ASVS 5.0: 16.3.2, 16.3.3; BIO2 8.15.01).
    ///
    /// Who signed in stands there by the identifier that the journal has; the address of a visitor stands nowhere. That a visitor is asked to sign in is no
    /// refusal. A thing that is not found is one where only some may look: someone may be guessing at names.
    func note(_ problem: Problem, of route: Route) {
        let reason: Logger.MetadataValue
        switch problem {
        case .forbidden: reason = "forbidden"
        case .tooMany: reason = "too many"
        case .notFound where visit != nil && route.access != .everyone: reason = "not found"
        default: return
        }
        let person = visit?.actor.person?.id.description ?? "-"
        logger.notice("refused", metadata: ["reason": reason, "route": .string(route.name), "person": .string(person)])
    }
}
