import Foundation
import TestSupport
import Testing
import Transfer

@Suite struct FetcherTests {
    private func fetcher(_ limits: Fetcher.Limits = Fetcher.Limits(connect: 5, total: 5)) -> Fetcher {
        Fetcher(version: "1.2.3", contact: "https://example.org", limits: limits)
    }

    @Test("an answer comes with its status, lower-cased headers and body, and the source is told who asks")
    func answer() async throws {
        let server = try LocalServer { _ in .init(status: 404, headers: ["X-Thing": "a b", "ETag": "\"1\""], body: [0, 255, 10]) }
        let answer = try await fetcher().get(server.address + "/x")
        #expect(answer.status == 404)
        #expect(answer.headers["x-thing"] == "a b")
        #expect(answer.headers["etag"] == "\"1\"")
        #expect(answer.body == [0, 255, 10])
        #expect(server.requests.first?.headers["user-agent"] == "Leefkring/1.2.3 (+https://example.org)")
    }

    @Test(
        "an address goes over the wire exactly as it is written",
        arguments: [
            "/odata/T/Set?$format=json&$skip=10000", "/a/../b/./c?x=%27BU%20%27&y='BU0599'", "/q?$filter=startswith(WijkenEnBuurten,%27BU0599%27)&$filter=a+b",
        ])
    func verbatim(target: String) async throws {
        let server = try LocalServer { _ in .init("ok") }
        _ = try await fetcher().get(server.address + target)
        #expect(server.requests.map(\.target) == [target])
    }

    @Test("white space and letters outside ASCII are escaped, control characters and other schemes refused")
    func addresses() async throws {
        let server = try LocalServer { _ in .init("ok") }
        _ = try await fetcher().get(server.address + "/é x")
        #expect(server.requests.map(\.target) == ["/%C3%A9%20x"])
        for bad in ["file:///etc/passwd", "ftp://example.org/", "", "http://a\r\nHost: b", "gopher://x", server.address + "/a\u{0}b"] {
            await #expect(throws: TransferError.self) { try await fetcher().get(bad) }
        }
    }

    @Test("a redirect is followed to http only")
    func redirects() async throws {
        let server = try LocalServer { request in
            switch request.path {
            case "/one": .init(status: 302, headers: ["Location": "/two", "X-Old": "1"])
            case "/file": .init(status: 302, headers: ["Location": "file:///etc/hostname"])
            case "/round": .init(status: 302, headers: ["Location": "/round"])
            default: .init("arrived")
            }
        }
        let answer = try await fetcher().get(server.address + "/one")
        #expect(answer.status == 200)
        #expect(answer.body == Array("arrived".utf8))
        #expect(answer.headers["x-old"] == nil)
        await #expect(throws: TransferError.self) { try await fetcher().get(server.address + "/file") }
        await #expect(throws: TransferError.self) { try await fetcher().get(server.address + "/round") }
    }

    @Test("bytes are sent as they are, with the headers that were given; a redirect is an answer; what could end a header is refused")
    func post() async throws {
        let server = try LocalServer { request in
            request.path == "/away" ? .init(status: 307, headers: ["Location": "/other"]) : .init(status: 201, "\(request.body.count)")
        }
        let fetcher = fetcher()
        for count in [0, 1, 3_000_000] {
            let body = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let answer = try await fetcher.client.post(server.address + "/token", ["Content-Type": "application/x-thing", "X-Who": "a b"], body)
            #expect(answer.status == 201 && answer.body == Array("\(count)".utf8))
            let request = try #require(server.requests.last)
            #expect(request.method == "POST" && request.target == "/token" && request.body == body)
            #expect(request.headers["content-type"] == "application/x-thing" && request.headers["x-who"] == "a b")
        }
        #expect(try await fetcher.post(server.address + "/away", headers: [:], body: [1]).status == 307)
        #expect(try await fetcher.get(server.address + "/x").status == 201)
        #expect(server.requests.map(\.method) == ["POST", "POST", "POST", "POST", "GET"])
        for headers in [["a\r\nb": "c"], ["a": "b\r\nc: d"], ["a:": "b"], ["": "b"], ["a": ""], ["é": "b"]] {
            await #expect(throws: TransferError.self) { try await fetcher.post(server.address, headers: headers, body: []) }
        }
        await #expect(throws: TransferError.badAddress("x")) { try await HTTPClient { _ async throws(TransferError) in throw .timedOut }.post("x", [:], []) }
    }

    @Test("a packed body is unpacked, and the size limit counts the unpacked bytes")
    func compressed() async throws {
        let text = [UInt8](repeating: 65, count: 2_000_000)
        let packed = try Deflate.compress(text)
        let server = try LocalServer { _ in .init(headers: ["Content-Encoding": "gzip"], body: packed) }
        #expect(try await fetcher().get(server.address).body == text)
        let small = Fetcher(version: "1", contact: "x", limits: .init(bytes: 100_000))
        await #expect(throws: TransferError.tooLarge(limit: 100_000)) { try await small.get(server.address) }
    }

    @Test("a slow answer times out, a broken one and a closed door are unreachable")
    func failures() async throws {
        let server = try LocalServer { request in
            request.path == "/slow" ? .init(body: [1], delay: 3) : .init(body: [UInt8](repeating: 1, count: 1000), breakAfter: 10)
        }
        let quick = Fetcher(version: "1", contact: "x", limits: .init(connect: 1, total: 1))
        await #expect(throws: TransferError.timedOut) { try await quick.get(server.address + "/slow") }
        do {
            _ = try await fetcher().get(server.address + "/broken")
            Issue.record("a broken answer was taken for whole")
        } catch {
            #expect(error.isPassing)
        }
        await #expect(throws: TransferError.self) { try await fetcher().get("http://127.0.0.1:1/") }
    }

    @Test("many fetches at once all arrive, one after the other over one connection")
    func queue() async throws {
        let server = try LocalServer { .init($0.target) }
        let client = fetcher().client
        let bodies = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<50 { group.addTask { String(decoding: try await client.get(server.address + "/\(number)").body, as: UTF8.self) } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(bodies.count == 50)
    }

    @Test("a cancelled task does not wait for the answer, and the next fetch works", .timeLimit(.minutes(2)))
    func cancellation() async throws {
        let server = try LocalServer { request in request.path == "/slow" ? .init(body: [1], delay: 300) : .init("ok") }
        let fetcher = fetcher(.init(total: 600))
        let task = Task { try await fetcher.get(server.address + "/slow") }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        await #expect(throws: TransferError.cancelled) { try await task.value }
        #expect(try await fetcher.get(server.address).status == 200)
    }
}
