import Areas

/// The page of an area from what all slices know of it.
enum AreaParts {
    /// Panels of one part among those of another: what is told stands right after what is counted, and before what one takes along.
    ///
    /// - Parameter anchor: of the panel before which they come; at the end where there is none
    static func source(_ whole: @escaping AreaPageSource, with among: [AreaPageSource], before anchor: String) -> AreaPageSource {
        { request in
            let own = try await whole(request)
            var facts = own.facts, panels: [AreaPagePart.Panel] = []
            for source in among {
                let part = try await source(request)
                facts += part.facts
                panels += part.panels
            }
            let place = own.panels.firstIndex { $0.anchor == anchor } ?? own.panels.endIndex
            return AreaPagePart(facts: facts, panels: own.panels[..<place] + panels + own.panels[place...])
        }
    }
}
