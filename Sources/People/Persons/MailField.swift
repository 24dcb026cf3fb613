import Core
import Mail
import Web

extension Form {
    /// A mail address; nil where nothing was filled in.
    ///
    /// - Parameters:
    ///   - required: what to say when it is empty; nil where it may be
    ///   - otherwise: what to say of anything that is no address
    package mutating func mail(_ name: String, required: Localized? = nil, otherwise: Localized) -> MailAddress? {
        guard let typed = text(name, limit: 254, required: required, tooLong: otherwise) else { return nil }
        guard let mail = try? MailAddress(typed) else {
            fail(name, otherwise)
            return nil
        }
        return mail
    }
}
