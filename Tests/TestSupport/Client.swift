import Core
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization
import Web

/// Asks a ``WebStack`` as a browser would, without a socket: every layer, the router and the handlers are the real ones.
///
/// Keeps cookies between requests. Values of one kind are cheap; make a new client for a new visitor.
package final class Client: Sendable {
    private let stack: WebStack
    private let peer: SocketAddress?
    private let logger: Logger
    private let jar = Mutex<[String: String]>([:])

    /// - Parameters:
    ///   - peer: the address the connection comes from; nil for none
    ///   - logger: receives what the stack logs
    package init(_ stack: WebStack, peer: String? = "192.0.2.10", logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }) {
        self.stack = stack
        self.peer = peer.flatMap { try? SocketAddress(ipAddress: $0, port: 50_000) }
        self.logger = logger
    }

    /// The cookies kept now, by name.
    package var cookies: [String: String] { jar.withLock { $0 } }

    package func get(_ path: String, headers: [String: String] = [:]) async throws -> Reply {
        try await send(.get, path, headers: headers)
    }

    /// The page with its outcome: on a busy machine a long analysis answers with its progress first.
    package func settled(_ path: String) async throws -> Reply {
        let deadline = ContinuousClock.now + .seconds(120)
        while true {
            let reply = try await get(path)
            guard reply.text.contains("<progress"), ContinuousClock.now < deadline else { return reply }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Sends fields as a browser on a page of this site does, with the token of that page where there is one.
    package func post(_ path: String, _ fields: [(String, String)], token: String? = nil, headers: [String: String] = [:]) async throws -> Reply {
        var all = ["Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"]
        for (name, value) in headers { all[name] = value }
        let sent = fields + (token.map { [(ForgeryTokens.fieldName, $0)] } ?? [])
        let body = PageAddress("x", query: sent.map { PageAddress.Item($0.0, $0.1) }).url(in: .nl).dropFirst(3)
        return try await send(.post, path, headers: all.filter { !$0.value.isEmpty }, body: Array(body.utf8))
    }

    /// - Parameter headers: `Host` is `localhost` unless given; a header with an empty name is left out
    package func send(_ method: HTTPRequest.Method, _ path: String, headers: [String: String] = [:], body: [UInt8] = []) async throws -> Reply {
        var fields = HTTPFields()
        for (name, value) in headers where name != "Host" {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        let cookies = cookies
        if !cookies.isEmpty { fields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ") }
        if !body.isEmpty { fields[.contentLength] = String(body.count) }
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: headers["Host"] ?? "localhost", path: path, headerFields: fields),
            body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let channel = NIOAsyncTestingChannel()
        channel.remoteAddress = peer
        let response = try await stack.respond(to: request, context: WebContext(source: ApplicationRequestContextSource(channel: channel, logger: logger)))
        let collector = Collector()
        try await response.body.write(collector)
        keep(response.headers[values: .setCookie])
        return Reply(status: response.status.code, headers: response.headers, bytes: collector.bytes)
    }

    /// Takes a cookie from elsewhere, as a `Set-Cookie` value.
    package func keep(_ line: String) { keep([line]) }

    private func keep(_ lines: [String]) {
        jar.withLock { jar in
            for line in lines {
                let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
                if pair.count == 2 { jar[String(pair[0])] = String(pair[1]) }
            }
        }
    }
}

/// An answer as it would go over the wire.
package struct Reply: Sendable {
    package let status: Int
    package let headers: HTTPFields
    package let bytes: [UInt8]

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The value of a header by any name; nil where it is not there.
    package subscript(header name: String) -> String? {
        HTTPField.Name(name).flatMap { headers[$0] }
    }

    /// The body as a JSON object; nil for anything else.
    package var json: [String: any Sendable]? {
        (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: any Sendable]
    }

    /// The token of the first form on the page; nil where there is none.
    package var formToken: String? {
        guard let field = text.range(of: "name=\"\(ForgeryTokens.fieldName)\" value=\"") else { return nil }
        return String(text[field.upperBound...].prefix { $0 != "\"" })
    }
}

private struct Collector: ResponseBodyWriter {
    final class Store: Sendable {
        let buffer = Mutex(ByteBuffer())
    }

    let store = Store()

    var bytes: [UInt8] { store.buffer.withLock { Array($0.readableBytesView) } }

    mutating func write(_ buffer: ByteBuffer) async throws {
        store.buffer.withLock { _ = $0.writeImmutableBuffer(buffer) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
