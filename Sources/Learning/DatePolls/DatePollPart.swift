import Core
import Mail
import People
import SQL
import Web

/// Date polls: asking people when they can, and making a meeting of it in one step. The table of contents of this part.
package struct DatePollPart: Sendable {
    let people: People.Slice
    package let store: DatePollStore

    package static let migrations = DatePollMigrations.all
    package static let noticeKinds = [DatePollPost.noticeKind]

    /// - Parameter organizer: the address that mail of this site comes from; without it a calendar file invites nobody and only tells
    package init(people: People.Slice, organizer: Mailbox? = nil) {
        self.people = people
        let post = DatePollPost(outbox: people.outbox, notices: people.notices, installation: people.installation, organizer: organizer)
        store = DatePollStore(
            database: people.database, journal: people.journal, post: post, mark: RegistrationMark(people.installation.key))
    }

    package var routes: [Route] { DatePollDeskRoutes(part: self).table + DatePollAnswerRoutes(part: self).table }

    /// Closes what is over its deadline, and reminds who did not answer. For the job of every minute, on every node.
    ///
    /// - Returns: how many polls and people
    @discardableResult
    package func round(from origin: Origin) async throws -> Int {
        let closed = try await store.closeDue(from: origin)
        return try await closed + store.remindDue(site: { try await siteName() }, from: origin)
    }

    // MARK: What its routes share

    var now: Int64 { people.now() }

    func siteName() async throws -> String { try await people.look.current()?.name ?? people.installation.name }

    /// The poll that the path names, for who organises there; not found for others.
    func poll(_ context: WebContext) async throws -> DatePoll {
        guard let poll = try await store.find(try context.part("prikker", as: Identifier.self)) else { throw Problem.notFound }
        guard try await organises(poll.place, context.actor) else { throw Problem.notFound }
        return poll
    }

    func organises(_ place: DatePoll.Place, _ actor: Actor) async throws -> Bool {
        guard let outline = try await people.programmes.outline(place.programme) else { return false }
        return MeetingPolicy.organise(programme: place.programme, line: outline.line(to: place.part), by: actor).isAllowed
    }

    /// Where someone organises: programmes that run and their parts that do, by what a form sends.
    func places(_ actor: Actor) async throws -> [(value: String, name: String, place: DatePoll.Place)] {
        var found: [(value: String, name: String, place: DatePoll.Place)] = []
        for outline in try await people.programmes.outlines() where outline.programme.endedAt == nil {
            let organised = OrganisedPlaces(outline, actor), programme = outline.programme
            if organised.holds(nil) { found.append((programme.id.description, programme.name, DatePoll.Place(programme: programme.id))) }
            for part in outline.parts where part.endedAt == nil && organised.holds(part.id) {
                found.append((part.id.description, "\(programme.name): \(part.name)", DatePoll.Place(programme: programme.id, part: part.id)))
            }
        }
        return found
    }

    /// Whom two fields name: by mail address, or by the name of who registered there before.
    ///
    /// - Returns: nil with faults in the form for what names nobody
    func guests(_ form: inout Form, at place: DatePoll.Place) async throws -> [DatePoll.Guest]? {
        var guests: [DatePoll.Guest] = []
        for (field, isRequired) in [("nodig", true), ("erbij", false)] {
            for line in DatePollForm.lines(form.text(field, limit: 10_000) ?? "") {
                guard let guest = try await guest(line, isRequired: isRequired, at: place) else {
                    form.fail(field, DatePollWords.both { $0.personUnknown(line) })
                    continue
                }
                // Who must be there comes first: the same address does not count twice.
                if !guests.contains(where: { $0.mail.key == guest.mail.key }) { guests.append(guest) }
            }
        }
        if guests.isEmpty && form.errors.isEmpty { form.fail("nodig", DatePollWords.both(\.peopleEmpty)) }
        if guests.count > DatePollRules.mostPeople { form.fail("nodig", DatePollWords.both(\.peopleMany)) }
        return form.errors.isEmpty ? guests : nil
    }

    private func guest(_ line: String, isRequired: Bool, at place: DatePoll.Place) async throws -> DatePoll.Guest? {
        guard line.contains("@") else { return try await store.guest(named: line, at: place, isRequired: isRequired) }
        guard let mail = try? MailAddress(line) else { return nil }
        guard let person = try await people.persons.find(mail), person.isOpen else { return DatePoll.Guest(mail: mail, isRequired: isRequired) }
        return DatePoll.Guest(mail: mail, name: person.name, person: person.id, language: person.language, isRequired: isRequired)
    }
}
