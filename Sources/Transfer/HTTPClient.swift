/// What a server answered, whatever the status.
package struct HTTPAnswer: Sendable, Hashable {
    /// 200, 404 …
    package let status: Int
    /// Names in lower case; a header that came more than once is joined with `, `.
    package let headers: [String: String]
    /// The bytes, already uncompressed.
    package let body: [UInt8]

    package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// The seam to the web outside: server, commands and tests pass it as a parameter.
package struct HTTPClient: Sendable {
    /// Fetches an address exactly as it is written. Throws only where there was no whole answer; a status of 404 or 500 is an answer.
    package var get: @Sendable (String) async throws(TransferError) -> HTTPAnswer
    /// Sends bytes with these headers to an address. A redirect is not followed.
    package var post: @Sendable (_ address: String, _ headers: [String: String], _ body: [UInt8]) async throws(TransferError) -> HTTPAnswer

    /// - Parameter post: left out where nothing is sent; then it is refused
    package init(
        get: @escaping @Sendable (String) async throws(TransferError) -> HTTPAnswer,
        post: @escaping @Sendable (_ address: String, _ headers: [String: String], _ body: [UInt8]) async throws(TransferError) -> HTTPAnswer = {
            address, _, _ async throws(TransferError) in throw .badAddress(address)
        }
    ) {
        self.get = get
        self.post = post
    }
}
