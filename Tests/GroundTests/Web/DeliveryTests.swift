import TestSupport
import Testing
import Transfer
import Web

@Suite("Caching and compression")
struct DeliveryTests {
    @Test("what the browser has already is not sent again")
    func notModified() async throws {
        let client = try TestSite().client
        let first = try await client.get("/gebieden/GM0222")
        let tag = try #require(first[header: "ETag"])
        #expect(first[header: "Cache-Control"] == "public, max-age=60")
        #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
        for sent in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
            let again = try await client.get("/gebieden/GM0222", headers: ["If-None-Match": sent])
            #expect(again.status == 304)
            #expect(again.bytes.isEmpty)
            #expect(again[header: "ETag"] == tag)
            #expect(again[header: "Vary"] == first[header: "Vary"])
            #expect(again[header: "Cache-Control"] == first[header: "Cache-Control"])
            #expect(again[header: "Content-Security-Policy"] != nil)
        }
        #expect(try await client.get("/gebieden/GM0222", headers: ["If-None-Match": "\"other\""]).status == 200)
        #expect(try await client.get("/gebieden/GM0307", headers: ["If-None-Match": tag]).status == 200)
        #expect(try await client.get("/en/gebieden/GM0222", headers: ["If-None-Match": tag]).status == 200)
    }

    @Test("gzip gives back the same bytes, under another tag")
    func gzip() async throws {
        let client = try TestSite().client
        let plain = try await client.get("/gebieden/GM0222")
        for _ in 0..<2 {
            let packed = try await client.get("/gebieden/GM0222", headers: ["Accept-Encoding": "br, gzip"])
            #expect(packed[header: "Content-Encoding"] == "gzip")
            #expect(packed[header: "Vary"] == "Accept-Encoding")
            #expect(packed[header: "Content-Length"] == "\(packed.bytes.count)")
            #expect(packed.bytes.count < plain.bytes.count / 2)
            #expect(try Deflate.decompress(packed.bytes, as: .gzip, limit: 1 << 20) == plain.bytes)
            let tag = try #require(packed[header: "ETag"])
            #expect(tag != plain[header: "ETag"])
            #expect(try await client.get("/gebieden/GM0222", headers: ["Accept-Encoding": "gzip", "If-None-Match": tag]).status == 304)
        }
    }

    @Test("nobody gets gzip who did not ask for it", arguments: ["", "br", "gzip;q=0", "identity", "*;q=0"])
    func refused(accepts: String) async throws {
        let reply = try await TestSite().client.get("/gebieden/GM0222", headers: ["Accept-Encoding": accepts])
        #expect(reply[header: "Content-Encoding"] == nil)
        #expect(reply[header: "Vary"] == "Accept-Encoding")
    }

    @Test("a page with a token is kept by nobody and not compressed")
    func secrets() async throws {
        let reply = try await TestSite().client.get("/formulier", headers: ["Accept-Encoding": "gzip"])
        #expect(reply.bytes.count > 1024)
        #expect(reply[header: "Content-Encoding"] == nil)
        #expect(reply[header: "Cache-Control"] == "no-store")
        #expect(reply[header: "ETag"] == nil)
    }

    @Test("a page of one visitor stays in that visitor's browser")
    func personal() async throws {
        #expect(try await TestSite().client.get("/naam/x")[header: "Cache-Control"] == "private, no-cache")
    }

    @Test("a stream comes whole, under a file name that is only a name")
    func stream() async throws {
        let reply = try await TestSite().client.get("/stroom")
        #expect(reply.text == "rij;rij;rij;")
        #expect(reply[header: "Content-Disposition"] == "attachment; filename=\"mijn--bestand---.csv\"")
        #expect(reply[header: "Content-Type"] == "text/csv; charset=utf-8; header=present")
    }

    @Test("kept bodies never take more than their bound, and the longest unused go first")
    func bounded() {
        let kept = CompressedBodies(limit: 8_000)
        for index in 0..<100 {
            kept.keep([UInt8](repeating: 0, count: 900), for: "\(index)")
            _ = kept.body(for: "0")
            #expect(kept.size <= 8_000)
        }
        #expect(kept.body(for: "0") != nil)
        #expect(kept.body(for: "1") == nil)
        #expect(kept.body(for: "99") != nil)
        kept.keep([UInt8](repeating: 0, count: 4_000), for: "large")
        #expect(kept.body(for: "large") == nil)
        kept.keep([1], for: "0")
        kept.keep([1, 2], for: "0")
        #expect(kept.body(for: "0") == [1, 2])
    }
}
