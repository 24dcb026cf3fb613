import Core
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("What the operator sees")
struct OperationTests {
    struct Down: Error {}

    @Test("ASVS 13.4.5: health tells which part does not work, and not why")
    func health() async throws {
        let well = try await TestSite(checks: [HealthCheck("database") {}]).client.get("/health")
        #expect(well.status == 200)
        #expect(well[header: "Content-Type"] == "application/json")
        #expect(well[header: "Cache-Control"] == "no-store")
        #expect(well.text == #"{"checks":[{"name":"database","status":"ok"}],"status":"ok"}"#)
        let book = LogBook()
        let site = try TestSite(checks: [HealthCheck("database") { throw Down() }, HealthCheck("files") {}])
        let ill = try await Client(site.stack, logger: book.logger()).get("/health")
        #expect(ill.status == 503)
        #expect(ill.text == #"{"checks":[{"name":"database","status":"failing"},{"name":"files","status":"ok"}],"status":"failing"}"#)
        #expect(book.lines.contains { $0.contains("check=database") && $0.contains("Down") })
    }

    @Test("a check that hangs does not hang the answer")
    func patience() async throws {
        // Never ends and does not heed its cancellation: without patience this test would not end either.
        let site = try TestSite(checks: [HealthCheck("slow") { await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in } }])
        #expect(try await site.client.get("/health").status == 503)
    }

    @Test("the figures are in the text exposition format")
    func metrics() async throws {
        let site = try TestSite(gauges: [Gauge("leefkring_jobs_waiting", help: "Jobs\nwaiting") { 3 }, Gauge("9 wrong-name", help: "") { 1 }])
        let own = Client(site.stack, peer: "127.0.0.1")
        for code in ["GM0222", "GM0307", "GM0344"] { _ = try await own.get("/gebieden/\(code)") }
        _ = try await own.get("/bestaat-niet/jansen")
        _ = try await own.send(HTTPRequest.Method("BREW") ?? .get, "/")
        let reply = try await own.get("/metrics")
        #expect(reply.status == 200)
        #expect(reply[header: "Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
        let lines = reply.text.split(separator: "\n").map(String.init)
        let sample = #/^[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-z]+="(\\.|[^"\\])*",?)*\})? [-+]?([0-9.]+(e[-+]?[0-9]+)?|Inf|NaN)$/#
        for line in lines where !line.hasPrefix("# HELP ") && !line.hasPrefix("# TYPE ") { #expect(line.wholeMatch(of: sample) != nil, "\(line)") }
        #expect(lines.contains(#"http_requests_total{method="GET",route="/gebieden/{code}",status="2xx"} 3"#))
        #expect(lines.contains(#"http_requests_total{method="OTHER",route="none",status="4xx"} 1"#))
        #expect(lines.contains(#"http_request_duration_seconds_bucket{method="GET",route="/gebieden/{code}",status="2xx",le="+Inf"} 3"#))
        #expect(lines.contains("http_requests_in_flight 1"))
        #expect(lines.contains("leefkring_jobs_waiting 3"))
        #expect(lines.contains { $0.hasPrefix("process_resident_memory_bytes ") } && lines.contains { $0.hasPrefix("process_cpu_seconds_total ") })
        #expect(!reply.text.contains("jansen") && !reply.text.contains("wrong-name"))
        let names = lines.filter { $0.hasPrefix("# TYPE ") }
        #expect(Set(names).count == names.count)
    }

    @Test("buckets count everything at or below their bound")
    func histogram() async throws {
        let clock = TestClock()
        var table = RouteTable()
        try table.register([
            Route(.get, "/werk/{ms}", name: "work") { _, context in
                clock.advance(Double(try context.part("ms", as: Int.self)) / 1000)
                return .empty
            }
        ])
        let stack = try WebStack.install(on: table, configuration: WebConfiguration(), frame: TestSite.frame, clock: clock.clock)
        for milliseconds in [2, 20, 200, 20_000] { _ = try await Client(stack).get("/werk/\(milliseconds)") }
        let text = stack.metrics.text()
        func count(_ bound: String) -> String? {
            text.split(separator: "\n").first { $0.hasPrefix("http_request_duration_seconds_bucket") && $0.contains("le=\"\(bound)\"") }?.split(separator: " ")
                .last
                .map(String.init)
        }
        #expect(count("0.001") == "0")
        #expect(count("0.0025") == "1")
        #expect(count("0.025") == "2")
        #expect(count("10.0") == "3")
        #expect(count("+Inf") == "4")
    }

    @Test("ASVS 13.4.5: figures are for the machine itself or who knows the token")
    func access() async throws {
        let site = try TestSite {
            $0.operatorToken = "sleutel-1234"
            $0.trustedProxies = [NetworkRange("127.0.0.0/8")].compactMap { $0 }
        }
        let own = Client(site.stack, peer: "127.0.0.1")
        #expect(try await own.get("/metrics").status == 200)
        #expect(try await Client(site.stack, peer: "::1").get("/metrics").status == 200)
        #expect(try await own.get("/metrics", headers: ["X-Forwarded-For": "203.0.113.5"]).status == 404)
        #expect(try await own.get("/metrics", headers: ["X-Forwarded-For": "127.0.0.1"]).status == 404)
        #expect(try await site.client.get("/metrics").status == 404)
        #expect(try await site.client.get("/metrics", headers: ["X-Forwarded-For": "127.0.0.1"]).status == 404)
        #expect(try await site.client.get("/metrics", headers: ["Authorization": "Bearer sleutel-1234"]).status == 200)
        #expect(try await site.client.get("/metrics", headers: ["Authorization": "Bearer sleutel-1235"]).status == 404)
        #expect(try await Client(try TestSite().stack).get("/metrics", headers: ["Authorization": "Bearer "]).status == 404)
    }
}

@Suite("Rate limit")
struct RateLimitTests {
    private func limited(_ clock: TestClock) throws -> TestSite {
        try TestSite({ $0.rateLimit = RateLimit(burst: 3, perSecond: 0.5) }, clock: clock.clock)
    }

    @Test("ASVS 2.4.1, 15.2.2: who asks too much waits, as long as the answer says, and nobody else does")
    func bucket() async throws {
        let clock = TestClock()
        let site = try limited(clock)
        for _ in 0..<3 { #expect(try await site.client.get("/").status == 200) }
        let refused = try await site.client.get("/")
        #expect(refused.status == 429)
        #expect(refused[header: "Retry-After"] == "2")
        #expect(refused.text.contains("Wacht 2 seconden"))
        #expect(refused[header: "Content-Security-Policy"] != nil)
        #expect(try await Client(site.stack, peer: "192.0.2.11").get("/").status == 200)
        clock.advance(2)
        #expect(try await site.client.get("/").status == 200)
        #expect(try await site.client.get("/").status == 429)
        clock.advance(1_000_000)
        for _ in 0..<3 { #expect(try await site.client.get("/").status == 200) }
        #expect(try await site.client.get("/").status == 429)
    }

    @Test("ASVS 2.4.1: an IPv6 network of one subscriber counts as one; a forged header changes nothing")
    func subscribers() async throws {
        let site = try limited(TestClock())
        for index in 0..<3 { #expect(try await Client(site.stack, peer: "2001:db8::\(index)").get("/").status == 200) }
        #expect(try await Client(site.stack, peer: "2001:db8::9").get("/", headers: ["X-Forwarded-For": "203.0.113.\(9)"]).status == 429)
        #expect(try await Client(site.stack, peer: "2001:db8:0:1::9").get("/").status == 200)
    }

    @Test("assets and health do not count; the API is refused with a problem document")
    func exempt() async throws {
        let site = try limited(TestClock())
        for _ in 0..<10 { #expect(try await site.client.get("/health").status == 200) }
        for _ in 0..<3 { _ = try await site.client.get("/api/v1/gebieden") }
        let refused = try await site.client.get("/api/v1/gebieden")
        #expect(refused.status == 429)
        #expect(refused[header: "Content-Type"] == "application/problem+json")
    }

    @Test("memory stays bounded, whoever comes")
    func bounded() throws {
        let limiter = RateLimiter(RateLimit(burst: 1, perSecond: 1), capacity: 100)
        for index in 0..<10_000 {
            let address = try #require(NetworkAddress("10.\(index / 65536).\(index / 256 % 256).\(index % 256)"))
            #expect(limiter.secondsToWait(address, at: 0) == nil)
            #expect(limiter.secondsToWait(address, at: 0) == 1)
        }
        #expect(limiter.count <= 200)
    }
}
