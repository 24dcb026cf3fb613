import Core
import Web

/// Where pages of people and programmes lead to in other slices, so that those need not be known here.
package struct PeopleDoors: Sendable {
    /// On the page of one's own account.
    package let own: [MenuItem]
    /// On the page of a programme or a part of it that can have one.
    package let programme: @Sendable (_ programme: Identifier, _ part: ProgrammePart?) -> [MenuItem]

    package init(own: [MenuItem], programme: @escaping @Sendable (Identifier, ProgrammePart?) -> [MenuItem]) {
        self.own = own
        self.programme = programme
    }

    package static let none = PeopleDoors(own: [], programme: { _, _ in [] })
}
