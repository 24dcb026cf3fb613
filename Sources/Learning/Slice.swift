import Areas
import Core
import People
import SQL
import Web

/// Learning together: from a question to a meeting, a case, a yield and a look-back. The table of contents of the slice.
package struct Slice: Sendable {
    let areas: Areas.Slice
    let people: People.Slice

    package static let migrations: [Migration] = []

    package init(areas: Areas.Slice, people: People.Slice) {
        self.areas = areas
        self.people = people
    }

    package var routes: [Route] { [] }

    /// What can be found.
    package var searchSources: [SearchSource] { [] }

    /// How things of this slice hang together, and with others.
    package var linkSources: [LinkSource] { [] }
}
