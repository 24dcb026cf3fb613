import Areas
import Core
import Dutch
import People
import Web

/// Knowledge: finding what everybody gives. The table of contents of the slice.
package struct Slice: Sendable {
    package let desk: SearchDesk
    let areas: Areas.Slice
    let people: People.Slice

    /// - Parameters:
    ///   - sources: what can be found, of every slice
    ///   - words: reads the words that compounds consist of
    package init(areas: Areas.Slice, people: People.Slice, sources: [SearchSource], words: @escaping @Sendable () -> WordList?) {
        self.areas = areas
        self.people = people
        self.desk = SearchDesk(sources: sources, words: words)
    }

    package var routes: [Route] { KnowledgeRoutes(slice: self).table }
}
