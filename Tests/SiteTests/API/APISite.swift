import Foundation
import OpenAPI
import SQL
import Site
import TestSupport
import Testing
import Web

/// The site with the figures of a small town, asked through every layer but the socket. Every answer is held against the document.
struct APISite: Sendable {
    let site: Composition
    let client: Client
    private let conformance: Conformance

    /// Gives a site on a new SQLite database.
    static func with(loaded: Bool = true, _ body: (APISite) async throws -> Void) async throws {
        try await TestDatabase.withAddress(.sqlite, migrations: Composition.migrations) { address in
            let site = try await Composition.open(address, connections: 2)
            if loaded { try await SmallTown.load(into: site.database) }
            var configuration = Configuration(database: address, assets: "Public")
            configuration.web.rateLimit = nil
            let api = APISite(
                site: site, client: Client(try site.stack(configuration)), conformance: Conformance(site.api.document))
            try await body(api)
            await site.database.close()
        }
    }

    /// Asks for a path behind `/api/v1`, and records an issue where the answer differs from the document.
    func get(_ target: String, status: Int = 200, headers: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation) async throws -> Reply {
        let reply = try await client.get("/api/v1" + target, headers: headers)
        #expect(reply.status == status, "\(target): \(reply.text.prefix(300))", sourceLocation: sourceLocation)
        let findings = conformance.findings(reply, path: String(target.prefix { $0 != "?" }))
        #expect(findings.isEmpty, sourceLocation: sourceLocation)
        return reply
    }

    /// The same, as a tree.
    func tree(_ target: String, status: Int = 200, sourceLocation: SourceLocation = #_sourceLocation) async throws -> API.Node {
        try await get(target, status: status, sourceLocation: sourceLocation).tree
    }

    /// Names of the parameters that an answer finds fault with.
    func faults(_ target: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> [String] {
        try await tree(target, status: 400, sourceLocation: sourceLocation)["errors"]?.elements.compactMap { $0["field"]?.text } ?? []
    }
}

extension Reply {
    /// The body as JSON; null for anything else.
    var tree: API.Node { (try? JSONDecoder().decode(JSONTree.self, from: Data(bytes)))?.node ?? .null }
}

extension API.Node {
    var number: Double? {
        switch self {
        case .integer(let whole): Double(whole)
        case .number(let number): number
        default: nil
        }
    }

    /// Follows members: `node.at("_links", "next", "href")`.
    func at(_ keys: String...) -> API.Node? { keys.reduce(Optional(self)) { $0?[$1] } }

    /// The texts of one member of every element of a list.
    func texts(_ list: String, _ member: String) -> [String] { self[list]?.elements.compactMap { $0[member]?.text } ?? [] }
}
