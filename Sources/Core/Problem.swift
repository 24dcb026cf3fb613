/// What went wrong, in the words a visitor or an API client may see. Nothing else is ever shown to them.
package enum Problem: Error, Sendable, Hashable {
    /// No such thing, or nothing that this actor may know of.
    case notFound
    /// Known, but not for this actor; says why.
    case forbidden(Localized)
    /// Input that cannot be used; lists every fault at once.
    case invalid([FieldError])
    /// The thing has changed or is in a state that does not allow this.
    case conflict(Localized)
    /// Was here and will not come back.
    case gone
    /// Too many requests; seconds until the next may come.
    case tooMany(retryAfter: Int)
    /// A part the answer needs does not work now.
    case unavailable(Localized)

    /// The HTTP status. Faulty input is 400, not 422 (NLGov REST API Design Rules).
    package var status: Int {
        switch self {
        case .notFound: 404
        case .forbidden: 403
        case .invalid: 400
        case .conflict: 409
        case .gone: 410
        case .tooMany: 429
        case .unavailable: 503
        }
    }
}

/// One fault in one field of a form or of an API request.
package struct FieldError: Sendable, Hashable, Codable {
    /// Name of the form field or query key; its element has this as id, so that the summary can link to it.
    package let field: String
    /// Says what to do, not only what is wrong.
    package let message: Localized

    package init(field: String, message: Localized) {
        self.field = field
        self.message = message
    }
}
