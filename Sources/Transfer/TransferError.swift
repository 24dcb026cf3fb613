/// Why bytes could not be fetched, packed or unpacked.
package enum TransferError: Error, Sendable, Hashable {
    /// Not an http or https address, or one with characters that cannot stand in a request.
    case badAddress(String)
    /// No connection: name not found, refused, reset, or a faulty certificate. Carries libcurl's own words.
    case unreachable(String)
    /// The answer did not come in time.
    case timedOut
    /// More bytes than the caller allows.
    case tooLarge(limit: Int)
    /// The task that asked was cancelled.
    case cancelled
    /// Compressed bytes that are damaged, cut off, or followed by something else.
    case damaged(String)
    /// A file that cannot be opened or read.
    case unreadable(path: String)

    /// Whether the same request may well succeed a little later.
    package var isPassing: Bool {
        switch self {
        case .unreachable, .timedOut, .damaged: true
        case .badAddress, .tooLarge, .cancelled, .unreadable: false
        }
    }
}
