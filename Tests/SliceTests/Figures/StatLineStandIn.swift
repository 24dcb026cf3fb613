import Foundation
import Synchronization
import TestSupport

/// A stand-in for StatLine: keeps rows, answers with pages, and has the faults of the real service.
final class StatLineStandIn: Sendable {
    struct Table: Sendable {
        var rows: [[String: String]] = []
        /// Metadata by the last part of their path: `TableInfos`, `DataProperties`, `Properties`, a dimension.
        var lists: [String: String] = [:]
        var isV4 = false
        var pageSize = 10_000
        /// Answers without a next link although there is more.
        var hidesNextLink = false
        /// Leaves out the last row of the first page.
        var losesRow = false
        var hasCount = true
    }

    /// Trouble for the next requests: taken one by one where the target holds the text.
    struct Trouble: Sendable {
        let target: String
        let response: LocalServer.Response
    }

    let server: LocalServer
    private let state: State

    private final class State: Sendable {
        let table: Mutex<Table>
        let troubles = Mutex<[Trouble]>([])
        let address = Mutex("")

        init(_ table: Table) { self.table = Mutex(table) }

        func answer(_ request: LocalServer.Request) -> LocalServer.Response {
            let trouble = troubles.withLock { troubles -> Trouble? in
                guard let index = troubles.firstIndex(where: { request.target.contains($0.target) }) else { return nil }
                return troubles.remove(at: index)
            }
            if let trouble { return trouble.response }
            return StatLineStandIn.answer(request, table.withLock { $0 }, address.withLock { $0 })
        }
    }

    init(_ table: Table) throws {
        let state = State(table)
        self.state = state
        server = try LocalServer { state.answer($0) }
        state.address.withLock { $0 = server.address }
    }

    func change(_ body: (inout Table) -> Void) { state.table.withLock { body(&$0) } }

    func expect(_ troubles: [Trouble]) { state.troubles.withLock { $0 = troubles } }

    /// Requests for rows, not for metadata or counts.
    var pages: [LocalServer.Request] {
        server.requests.filter { ($0.target.contains("DataSet") || $0.target.contains("Observations")) && !$0.target.contains("$count") }
    }

    private static func answer(_ request: LocalServer.Request, _ table: Table, _ address: String) -> LocalServer.Response {
        let parts = request.path.split(separator: "/").map(String.init)
        let options = options(request.query)
        guard let last = parts.last else { return .init(status: 404, "") }
        if let list = table.lists[last] { return .init(list) }
        let found = table.rows.filter { fits($0, options["$filter"]) }
        switch last {
        case "$count": return table.hasCount ? .init("\u{FEFF}\(found.count)") : .init(status: 404, "no count")
        case "UntypedDataSet", "TypedDataSet", "Observations":
            let skip = Int(options["$skip"] ?? "") ?? 0
            if options["$count"] == "true", !table.hasCount { return .init(status: 400, "no count") }
            let top = min(Int(options["$top"] ?? "") ?? table.pageSize, table.pageSize)
            var page = Array(found.dropFirst(skip).prefix(top))
            let hasMore = skip + page.count < found.count && options["$top"] == nil
            if table.losesRow, skip == 0 { page.removeLast() }
            var text = "{\"value\":[" + page.map(json).joined(separator: ",") + "]"
            if options["$count"] == "true" { text += ",\"@odata.count\":\(found.count)" }
            if hasMore, !table.hidesNextLink {
                // The real service repeats the parameters in its link: whoever adds them again breaks it.
                let filter = request.query.contains("$filter") ? "&$filter=\(request.target.split(separator: "$filter=").last?.prefix { $0 != "&" } ?? "")" : ""
                let format = table.isV4 ? "" : "$format=json&"
                text +=
                    ",\"\(table.isV4 ? "@" : "")odata.nextLink\":\"\(address)\(request.path)?\(format)$skip=\(skip + page.count + (table.losesRow && skip == 0 ? 1 : 0))\(filter)\""
            }
            return .init(text + "}")
        default: return .init(status: 404, "{\"odata.error\":{\"message\":{\"value\":\"no such resource\"}}}")
        }
    }

    /// Values that begin with `#` are written as numbers or null, others as text.
    private static func json(_ row: [String: String]) -> String {
        let members = row.sorted { $0.key < $1.key }.map { key, value in
            "\"\(key)\":" + (value.hasPrefix("#") ? String(value.dropFirst()) : "\"\(value)\"")
        }
        return "{" + members.joined(separator: ",") + "}"
    }

    private static func options(_ query: String) -> [String: String] {
        var options: [String: String] = [:]
        for part in query.split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if pair.count == 2 { options[pair[0]] = (options[pair[0]].map { $0 + "," } ?? "") + pair[1] }
        }
        return options
    }

    /// Trap 2: `ge` and `lt` on areas are accepted and ignored. Trap 1: `eq` compares with all padding.
    private static func fits(_ row: [String: String], _ filter: String?) -> Bool {
        guard let filter else { return true }
        return filter.components(separatedBy: " and ").allSatisfy { part in
            part.trimmingCharacters(in: .whitespaces).components(separatedBy: " or ").contains { term in
                let quoted = term.components(separatedBy: "'")
                guard quoted.count >= 2 else { return false }
                if let start = term.range(of: "startswith(") {
                    let name = term[start.upperBound...].prefix { $0 != "," }
                    return row[String(name)]?.hasPrefix(quoted[1]) == true
                }
                let words = term.trimmingCharacters(in: CharacterSet(charactersIn: "( ")).components(separatedBy: " ")
                guard words.count >= 3 else { return false }
                return words[1] == "eq" ? row[words[0]] == quoted[1] : true
            }
        }
    }
}
