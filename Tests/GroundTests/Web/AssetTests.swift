import Foundation
import TestSupport
import Testing
import Transfer
import Web

@Suite("Assets")
struct AssetTests {
    /// A folder with a public part and something beside it that must stay private.
    private func folder() throws -> URL {
        let root = FileManager.default.temporaryDirectory.appending(path: "assets-\(UUID().uuidString)")
        let shared = root.appending(path: "Public/vendor/fonts")
        try FileManager.default.createDirectory(at: shared, withIntermediateDirectories: true)
        func write(_ text: String, _ path: String) throws { try Data(text.utf8).write(to: root.appending(path: path)) }
        try write("body { margin: 0; } " + String(repeating: "/* x */", count: 300), "Public/site.css")
        try write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "Public/favicon.svg")
        try write("wOF2", "Public/vendor/fonts/lato-400.woff2")
        try write("geheim", "Public/.env")
        try write("geheim", "Public/notes.key")
        try write("geheim", "secret.css")
        try FileManager.default.createSymbolicLink(at: root.appending(path: "Public/link.css"), withDestinationURL: root.appending(path: "secret.css"))
        return root
    }

    private func site(_ root: URL) throws -> (TestSite, Assets) {
        let assets = Assets(directory: root.appending(path: "Public").path)
        var frame = TestSite.frame
        frame.assets = assets
        return (try TestSite(frame: frame), assets)
    }

    @Test("files are served under an address of their content, for good")
    func served() async throws {
        let root = try folder()
        defer { try? FileManager.default.removeItem(at: root) }
        let (site, assets) = try site(root)
        #expect(assets.names == ["favicon.svg", "site.css", "vendor/fonts/lato-400.woff2"])
        let style = try await site.client.get(assets.url("site.css"), headers: ["Accept-Encoding": "gzip"])
        #expect(style.status == 200)
        #expect(style[header: "Content-Type"] == "text/css; charset=utf-8")
        #expect(style[header: "Cache-Control"] == "public, max-age=31536000, immutable")
        #expect(String(decoding: try Deflate.decompress(style.bytes, as: .gzip, limit: 1 << 20), as: UTF8.self).hasPrefix("body {"))
        let font = try await site.client.get(assets.url("vendor/fonts/lato-400.woff2"))
        #expect(font[header: "Content-Type"] == "font/woff2" && font.text == "wOF2")
        let picture = try await site.client.get(assets.url("favicon.svg"))
        #expect(picture[header: "Content-Security-Policy"]?.contains("script-src") == false)
        let page = try await site.client.get("/")
        #expect(page.text.contains("<link rel=\"stylesheet\" href=\"\(assets.url("site.css"))\">"))
    }

    @Test("an address from before an update still gives the file, for a short while; the new content has another address")
    func updated() async throws {
        let root = try folder()
        defer { try? FileManager.default.removeItem(at: root) }
        let before = Assets(directory: root.appending(path: "Public").path)
        try Data("body { margin: 1px; }".utf8).write(to: root.appending(path: "Public/site.css"))
        let (site, after) = try site(root)
        #expect(before.url("site.css") != after.url("site.css"))
        let old = try await site.client.get(before.url("site.css"))
        #expect(old.text == "body { margin: 1px; }")
        #expect(old[header: "Cache-Control"] == "public, max-age=60")
    }

    @Test(
        "nothing outside the folder is reached",
        arguments: [
            "../secret.css", "%2e%2e/secret.css", "..%2fsecret.css", "%2e%2e%2fsecret.css", "....//secret.css", "link.css", ".env", "%2eenv", "notes.key",
            "/etc/passwd", "%2fetc%2fpasswd", "..\\secret.css", "%5c..%5csecret.css", "site.css%00.svg", "vendor", "vendor/", "", "site.css/", "SITE.CSS",
            "vendor/../site.css", "%c0%ae%c0%ae/secret.css",
        ])
    func traversal(name: String) async throws {
        let root = try folder()
        defer { try? FileManager.default.removeItem(at: root) }
        let (site, assets) = try site(root)
        for digest in [assets.digest, "0000000000000000"] {
            let reply = try await site.client.get("/assets/\(digest)/\(name)")
            #expect(reply.status == 404)
            #expect(!reply.text.contains("geheim") && !reply.text.contains("root:"))
        }
    }

    @Test("a folder that is not there is no assets, and pages do without")
    func missing() async throws {
        let assets = Assets(directory: "/does/not/exist")
        #expect(assets.names.isEmpty)
        #expect(try await TestSite().client.get("/").text.contains("stylesheet") == false)
    }

    @Test("the project's own styles name nothing from outside and are all served")
    func own() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Public").standardizedFileURL
        let assets = Assets(directory: root.path)
        for name in ["tokens.css", "site.css", "favicon.svg"] { #expect(assets.has(name), "\(name)") }
        for name in ["tokens.css", "site.css"] {
            let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
            #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("@import") && !text.contains("data:"))
            #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
        }
    }
}
