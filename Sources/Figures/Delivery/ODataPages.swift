import Core
import Transfer

/// Reads all pages of a set of rows, from the store where they are there already, and verifies that none is lost.
struct ODataPages {
    let service: ODataService
    let store: PageStore
    /// Put before the address of a page: table and edition, so that pages of two editions never mix.
    let key: String
    /// Rows that must come.
    let expected: Int?

    /// Most pages of one table: ends a server that goes on for ever.
    private static let most = 100_000

    /// - Parameter take: gets each page, its address, and the rows so far
    /// - Returns: keys of the pages in the store
    func read(from first: String, _ take: (ODataPage, _ url: String, _ rows: Int) -> Void) async throws(ImportRefused) -> [String] {
        var next: String? = first
        var visited: Set<String> = []
        var keys: [String] = []
        var rows = 0
        var hasSkipped = false
        var hasLinks = false
        while let url = next {
            guard visited.insert(url).inserted, visited.count <= ODataPages.most else {
                await forget(keys)
                throw service.refused(url, ODataService.circle)
            }
            let page = try await page(url, firstRow: rows + 1)
            keys.append(key + url)
            rows += page.sheet.rowCount
            take(page, url, rows)
            next = page.nextLink
            if next != nil { hasLinks = true }
            // No next link at all and rows to come: the page was cut off at a limit that the server does not tell. Go on behind it.
            // Where there were links, rows that are missing are lost, and asking for more would only repeat others.
            if next == nil, !hasLinks, let expected, rows < expected, page.sheet.rowCount > 0 {
                hasSkipped = true
                next = first + (first.contains("?") ? "&" : "?") + "$skip=\(rows)"
            }
        }
        try await verify(rows, first: first, keys: keys, hasSkipped: hasSkipped)
        return keys
    }

    private func page(_ url: String, firstRow: Int) async throws(ImportRefused) -> ODataPage {
        if let kept = await store.load(key + url), let page = try? ODataPage(kept, firstRow: firstRow) { return page }
        let (page, bytes) = try await service.get(url) { (answer: HTTPAnswer) throws(JSONFault) in
            (try ODataPage(answer.body, firstRow: firstRow), answer.body)
        }
        await store.save(key + url, bytes)
        return page
    }

    private func verify(_ rows: Int, first: String, keys: [String], hasSkipped: Bool) async throws(ImportRefused) {
        if rows == 0 {
            await forget(keys)
            throw service.refused(
                first,
                Localized(nl: "De bron geeft nul rijen. Bestaat dit gebied in deze tabel?", en: "The source gives no rows. Does this area exist in this table?")
            )
        }
        guard let expected, rows != expected else { return }
        // Which page is wrong cannot be told, so all are fetched again the next time.
        await forget(keys)
        let more = hasSkipped ? " ($skip)" : ""
        throw service.refused(
            first,
            Localized(nl: "Er kwamen \(rows) rijen en het moeten er \(expected) zijn\(more).", en: "\(rows) rows came and there must be \(expected)\(more)."))
    }

    private func forget(_ keys: [String]) async {
        for key in keys { await store.remove(key) }
    }
}
