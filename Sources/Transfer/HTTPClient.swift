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

    package init(get: @escaping @Sendable (String) async throws(TransferError) -> HTTPAnswer) {
        self.get = get
    }
}
