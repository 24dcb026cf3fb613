import Core
import HTML
import HTTPTypes
import Web

extension WebContext {
    /// A page around one form: with its token, and said to be faulty where it is.
    ///
    /// - Parameter main: makes the page with the token of its form
    package func formPage(
        _ title: String, _ form: Form, styles: [String] = [], scripts: [String] = [], @HTMLBuilder main: (FormToken) -> some HTML
    ) -> Answer {
        let token = formToken()
        let head = PageHead(title, hasErrors: !form.errors.isEmpty, isListed: false, styles: styles, scripts: scripts)
        return page(head, status: form.errors.isEmpty ? .ok : .badRequest, token: token) { main(token) }
    }
}
