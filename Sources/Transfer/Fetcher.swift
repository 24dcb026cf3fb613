import CCurl
import Dispatch
import Synchronization

/// Fetches open data over libcurl: one connection, kept open, on a thread of its own, so that waiting never holds up Swift's own threads.
///
/// Requests to one fetcher queue up behind each other, which is polite to the sources; make another fetcher for another source.
package final class Fetcher: Sendable {
    /// What a fetch may cost.
    package struct Limits: Sendable, Hashable {
        /// Seconds until there must be a connection.
        package var connect: Int
        /// Seconds until the whole answer must be there.
        package var total: Int
        /// Most bytes of a body, after unpacking.
        package var bytes: Int
        /// Most redirects in a row.
        package var redirects: Int

        package init(connect: Int = 15, total: Int = 300, bytes: Int = 512 << 20, redirects: Int = 5) {
            self.connect = connect
            self.total = total
            self.bytes = bytes
            self.redirects = redirects
        }
    }

    private let queue = DispatchQueue(label: "leefkring.fetcher")
    private let connection: Connection
    private let limits: Limits

    /// - Parameters:
    ///   - version: the version of Leefkring, told to the source
    ///   - contact: address or mail address where a source can reach those who run this server
    package init(version: String, contact: String, limits: Limits = Limits()) {
        let agent = "Leefkring/\(version) (+\(contact))".filter { !$0.isNewline }
        self.connection = Connection(agent: agent)
        self.limits = limits
    }

    /// This fetcher as the seam that others take.
    package var client: HTTPClient {
        HTTPClient(
            get: { address async throws(TransferError) in try await self.get(address) },
            post: { address, headers, body async throws(TransferError) in try await self.post(address, headers: headers, body: body) })
    }

    /// Fetches an address exactly as it is written; only white space and letters outside ASCII, which cannot stand in a request, are escaped.
    package func get(_ address: String) async throws(TransferError) -> HTTPAnswer {
        try await send(OutgoingRequest(address: try Fetcher.wire(address)))
    }

    /// Sends bytes to an address; a redirect is not followed but is the answer.
    ///
    /// - Parameter headers: names and values in printable ASCII, or the request is refused as a bad address
    package func post(_ address: String, headers: [String: String], body: [UInt8]) async throws(TransferError) -> HTTPAnswer {
        for (name, value) in headers {
            let isFit = name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3A } && value.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            guard isFit, !name.isEmpty, !value.isEmpty else { throw .badAddress(name) }
        }
        let lines = headers.map { "\($0.key): \($0.value)" }.sorted()
        return try await send(OutgoingRequest(address: try Fetcher.wire(address), headers: lines, body: body))
    }

    private func send(_ request: OutgoingRequest) async throws(TransferError) -> HTTPAnswer {
        let stop = Flag()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Result<HTTPAnswer, TransferError>, Never>) in
                queue.async { [connection, limits] in
                    continuation.resume(returning: stop.isRaised ? .failure(.cancelled) : connection.send(request, limits: limits, stop: stop))
                }
            }
        } onCancel: {
            stop.raise()
        }
        return try result.get()
    }

    /// The address as it goes over the wire, or a refusal.
    static func wire(_ address: String) throws(TransferError) -> String {
        let lower = address.prefix(8).lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { throw .badAddress(address) }
        var bytes: [UInt8] = []
        let hex = Array("0123456789ABCDEF".utf8)
        for byte in address.utf8 {
            switch byte {
            case 0x21...0x7E: bytes.append(byte)
            case 0x20, 0x80...0xFF: bytes.append(contentsOf: [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]])
            default: throw .badAddress(address)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A sign that one task gives and a thread of libcurl sees.
final class Flag: Sendable {
    private let raised = Atomic(false)

    var isRaised: Bool { raised.load(ordering: .relaxed) }

    func raise() { raised.store(true, ordering: .relaxed) }
}
