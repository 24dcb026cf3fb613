import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A small HTTP server on this machine, standing in for the sources of open data: real sockets, so that the real client is tested.
package final class LocalServer: Sendable {
    /// What was asked: the target exactly as it came, the headers with names in lower case, and the body as long as its header says.
    package struct Request: Sendable, Hashable {
        package let method: String
        package let target: String
        package let headers: [String: String]
        package fileprivate(set) var body: [UInt8] = []

        /// The part before the question mark.
        package var path: String { String(target.prefix { $0 != "?" }) }
        /// The part behind the question mark with percent escapes read, `+` left as it is.
        package var query: String { target.drop { $0 != "?" }.dropFirst().removingPercentEncoding ?? "" }
    }

    /// What to answer.
    package struct Response: Sendable {
        package var status = 200
        package var headers: [String: String] = [:]
        package var body: [UInt8] = []
        /// Seconds to wait before the answer.
        package var delay = 0.0
        /// Breaks the connection after this many bytes of the body.
        package var breakAfter: Int?

        package init(status: Int = 200, headers: [String: String] = [:], body: [UInt8] = [], delay: Double = 0, breakAfter: Int? = nil) {
            self.status = status
            self.headers = headers
            self.body = body
            self.delay = delay
            self.breakAfter = breakAfter
        }

        package init(status: Int = 200, _ text: String) { self.init(status: status, body: Array(text.utf8)) }
    }

    package struct NotStarted: Error {}

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    package let address: String
    private let listener: Int32
    private let log = Mutex<[Request]>([])
    private let answer: @Sendable (Request) -> Response

    package init(_ answer: @escaping @Sendable (Request) -> Response) throws {
        self.answer = answer
        #if canImport(Glibc)
            let door = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let door = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        listener = door
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = withUnsafeMutablePointer(to: &place) { pointer -> UInt16? in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                guard bind(door, raw, length) == 0, listen(door, 64) == 0 else { return nil }
                return getsockname(door, raw, &length) == 0 ? 0 : nil
            }
        }
        guard port != nil else { throw NotStarted() }
        address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
        Thread.detachNewThread { [weak self] in
            while true {
                let client = accept(door, nil, nil)
                guard client >= 0 else { return }
                guard let self else {
                    close(client)
                    return
                }
                Thread.detachNewThread { self.serve(client) }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// Everything asked so far, in order.
    package var requests: [Request] { log.withLock { $0 } }

    private func serve(_ client: Int32) {
        defer { close(client) }
        var waiting: [UInt8] = []
        let end: [UInt8] = [13, 10, 13, 10]
        while true {
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            waiting += buffer.prefix(count)
            while let range = waiting.firstRange(of: end) {
                let head = String(decoding: waiting[..<range.lowerBound], as: UTF8.self)
                waiting.removeSubrange(..<range.upperBound)
                guard var request = LocalServer.parse(head) else { return }
                let length = request.headers["content-length"].flatMap { Int($0) } ?? 0
                while waiting.count < length {
                    let count = recv(client, &buffer, buffer.count, 0)
                    guard count > 0 else { return }
                    waiting += buffer.prefix(count)
                }
                request.body = Array(waiting.prefix(length))
                waiting.removeFirst(length)
                log.withLock { $0.append(request) }
                guard send(answer(request), to: client) else { return }
            }
        }
    }

    private static func parse(_ head: String) -> Request? {
        let lines = head.components(separatedBy: "\r\n")
        let words = lines.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
        guard words.count == 3 else { return nil }
        let headers = lines.dropFirst().compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
        }
        return Request(method: String(words[0]), target: String(words[1]), headers: Dictionary(headers) { first, _ in first })
    }

    private func send(_ response: Response, to client: Int32) -> Bool {
        if response.delay > 0 { Thread.sleep(forTimeInterval: response.delay) }
        var head = "HTTP/1.1 \(response.status) Answer\r\nContent-Length: \(response.body.count)\r\n"
        for (name, value) in response.headers { head += "\(name): \(value)\r\n" }
        let bytes = Array((head + "\r\n").utf8) + (response.breakAfter.map { Array(response.body.prefix($0)) } ?? response.body)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer -> Int in
                guard let start = buffer.baseAddress else { return -1 }
                #if canImport(Glibc)
                    return Glibc.send(client, start + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
                #else
                    return Darwin.send(client, start + sent, bytes.count - sent, 0)
                #endif
            }
            guard count > 0 else { return false }
            sent += count
        }
        return response.breakAfter == nil
    }
}
