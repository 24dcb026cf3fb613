import Core
import Web

/// Something that people can ask about, with whom they can ask (CON-01 to CON-06).
package struct ContactPlace: Sendable {
    package let thing: Event.Thing
    /// Nil for the installation itself, which has the name of the site.
    package let name: String?
    /// Where people read about it.
    package let page: PageAddress
    /// Where the form is.
    package let form: PageAddress
    package let points: [ContactPoint]
    /// The general desk: asked where nobody here can be.
    package let desk: [ContactPoint]
    package let postalAddress: String
    package let visitingAddress: String

    package init(
        thing: Event.Thing, name: String?, page: PageAddress, form: PageAddress? = nil, points: [ContactPoint], desk: [ContactPoint],
        postalAddress: String = "", visitingAddress: String = ""
    ) {
        self.thing = thing
        self.name = name
        self.page = page
        self.form = form ?? ContactRoute.of(thing).address
        self.points = points
        self.desk = desk
        self.postalAddress = postalAddress
        self.visitingAddress = visitingAddress
    }

    static let installation = Event.Thing("installation", "")

    /// Everyone whose address or number may be asked for here.
    func point(_ id: Identifier) -> ContactPoint? { (points + desk).first { $0.id == id } }
}

/// Finds a thing of one kind that people can ask about; nil for one that this actor may not know of.
package typealias ContactPlaceSource = @Sendable (_ id: String, _ actor: Actor) async throws -> ContactPlace?

extension Slice {
    /// The place that this thing is; nil where there is none, or nobody may know of it.
    package func contactPlace(_ thing: Event.Thing, for actor: Actor) async throws -> ContactPlace? {
        switch thing.kind {
        case ContactPlace.installation.kind: try await installationContact()
        case "programme": try await programmeContact { $0.id.description == thing.id }
        default: try await contactPlaces[thing.kind]?(thing.id, actor)
        }
    }

    func installationContact() async throws -> ContactPlace {
        let points = try await contact.points(of: ContactPlace.installation)
        return ContactPlace(
            thing: ContactPlace.installation, name: nil, page: .home, points: points.filter { $0.details.kind != .desk },
            desk: points.filter { $0.details.kind == .desk })
    }

    private func programmeContact(where isWanted: (Programme) -> Bool) async throws -> ContactPlace? {
        guard let programme = try await programmes.list().first(where: isWanted), let outline = try await programmes.outline(programme.slug) else {
            return nil
        }
        return try await contactPlace(outline)
    }

    /// A programme that people can ask about. Behind its own desk stands that of the installation.
    func contactPlace(_ outline: ProgrammeOutline) async throws -> ContactPlace {
        let programme = outline.programme, general = try await installationContact()
        return ContactPlace(
            thing: Event.Thing("programme", programme.id.description), name: programme.name, page: ProgrammeRoute.programme(programme.slug).address,
            form: ContactRoute.programme(programme.slug).address, points: outline.contacts.filter { $0.details.kind != .desk },
            desk: outline.contacts.filter { $0.details.kind == .desk } + general.desk + general.points,
            postalAddress: programme.facts.postalAddress, visitingAddress: programme.facts.visitingAddress)
    }
}

/// Whom a question goes to. Pure: the same facts give the same answer.
package enum ContactRouting {
    /// The one that was asked for; else, of those for this kind of question, the one with the fewest open; else the general desk; else nobody, and then the
    /// administrators. Who has no mail address gets no mail.
    ///
    /// - Parameters:
    ///   - wanted: someone the visitor chose
    ///   - open: how many questions are open with each
    package static func choose(_ topic: ContactTopic, at place: ContactPlace, wanted: Identifier?, open: [Identifier: Int]) -> ContactPoint? {
        func first(_ points: [ContactPoint]) -> ContactPoint? {
            points.enumerated().min { (open[$0.element.id] ?? 0, $0.offset) < (open[$1.element.id] ?? 0, $1.offset) }?.element
        }
        let points = place.points.filter { $0.details.mail != nil }, desk = place.desk.filter { $0.details.mail != nil }
        if let wanted, let chosen = (points + desk).first(where: { $0.id == wanted }) { return chosen }
        // The desk is in order: the own one first, and behind it that of the installation.
        return first(points.filter { $0.details.kind == topic.kind }) ?? desk.first { $0.details.kind == .desk } ?? desk.first { $0.details.kind == topic.kind }
            ?? desk.first
    }
}
