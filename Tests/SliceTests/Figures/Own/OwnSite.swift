import Areas
import Core
import Foundation
import Jobs
import SQL
import TestSupport
import Web

@testable import Figures

/// The made-up town of the tests with what an administrator does to its own data, and the pages on top.
struct OwnSite: Sendable {
    let database: Database
    let slice: Figures.Slice
    let client: Client

    static func with(_ engine: TestDatabase.Engine = .sqlite, _ body: (OwnSite) async throws -> Void) async throws {
        try await TestDatabase.withDatabase(engine, migrations: JobStore.migrations + Areas.Slice.migrations + Figures.Slice.migrations) { database in
            try await SmallTown.load(into: database, own: false)
            let slice = Figures.Slice(database: database, areas: Areas.Slice(database: database)) { 2026 }
            var routes = RouteTable()
            try routes.register(slice.routes(jobs: JobStore(database)))
            let client = Client(try WebStack.install(on: routes, configuration: WebConfiguration(), frame: SiteFrame(name: "Leefkring")))
            try await body(OwnSite(database: database, slice: slice, client: client))
        }
    }

    var taking: OwnImport { OwnImport(store: slice.own, areas: slice.areas) }

    static func upload(_ key: String = "proef", by unit: OwnUpload.Unit = .neighbourhood, form: OwnUpload.Form = .records(category: "soort"), year: Int? = 2024)
        -> OwnUpload
    {
        OwnUpload(
            key: key, title: Localized(nl: "Meldingen", en: "Reports"), period: Period(year: 2025), unit: unit, form: form, boundaryYear: year,
            source: "Gemeente Lindenmeer")
    }

    @discardableResult
    func take(_ text: String, _ upload: OwnUpload = upload(), postcodes: String? = nil) async throws -> OwnImport.Report {
        try await take(bytes: Array(text.utf8), upload, postcodes: postcodes)
    }

    @discardableResult
    func take(bytes: [UInt8], _ upload: OwnUpload = upload(), postcodes: String? = nil) async throws -> OwnImport.Report {
        try await taking.table(
            bytes, name: "proef.csv", upload: upload, postcodes: postcodes.map { (bytes: Array($0.utf8), name: "postcodes.csv") }, at: 1_790_000_000_000)
    }

    @discardableResult
    func add(_ key: String, _ codes: [String]) async throws -> OwnImport.AreaReport {
        try await taking.add(
            key, name: Localized(nl: "Gebied \(key)", en: "Area \(key)"), members: codes.compactMap { AreaCode($0) }, year: 2024,
            book: try await slice.book.current(),
            at: 1_790_000_000_000)
    }

    /// Records by neighbourhood and category, a row each.
    static func records(_ counts: [(code: String, categories: [Int])], names: [String] = ["geluid", "afval", "verkeer"]) -> String {
        let rows = counts.flatMap { item in
            item.categories.enumerated().flatMap { category, count in [String](repeating: "\(item.code);\(names[category])", count: count) }
        }
        return (["buurt;soort"] + rows).joined(separator: "\n") + "\n"
    }

    static let neighbourhoods = ["BU99990001", "BU99990002", "BU99990003", "BU99990A01", "BU99990A02"]
}
