import Core
import Foundation
import Mail
import SQL
import Web

/// Everything the slice keeps of one person, for that person (AVG art. 15 and 20): readable as it is, and by programs.
package struct PersonFile: Sendable, Encodable {
    package struct Grant: Sendable, Encodable {
        let role: String
        let subRole: String?
        let scope: String
        let start: String
        let end: String?
    }

    package struct Session: Sendable, Encodable {
        let device: String
        let factors: Int
        let start: String
        let lastUsed: String
        let end: String?
    }

    package struct Mail: Sendable, Encodable {
        let kind: String
        let recipient: String
        let subject: String
        let added: String
        let outcome: String?
    }

    package struct Question: Sendable, Encodable {
        let name: String
        let phone: String?
        let about: String
        let subject: String
        let text: String
        let sent: String
        let state: String
    }

    package struct Notice: Sendable, Encodable {
        let kind: String
        let title: String
        let detail: String
        let made: String
        let read: String?
    }

    package struct Event: Sendable, Encodable {
        let time: String
        let action: String
        let result: String
        let details: [String: String]
    }

    package struct Profile: Sendable, Encodable {
        let work: String
        let expertise: String
        let labels: [String]
        let region: String
        let languages: String
        let telephone: String
        let showsOrganisation: Bool
        /// Who sees it.
        let seenBy: String
        let mailSeenBy: String
        let telephoneSeenBy: String
    }

    package struct File: Sendable, Encodable {
        let name: String
        let kind: String
        let size: Int
        let shows: String
        let belongsTo: String?
        let added: String
        /// Where they find it on the site.
        let path: String
    }

    package struct Reading: Sendable, Encodable {
        let time: String
        let purpose: String
    }

    package struct Identity: Sendable, Encodable {
        let issuer: String
        /// Who they are there (`sub`).
        let number: String
        let since: String
        let lastUsed: String?
    }

    package let id: String
    package let name: String
    package let mail: String
    /// The address they asked for and did not prove yet; nil for none.
    package let newMail: String?
    package let language: String
    package let since: String
    package let roles: [Grant]
    package let organisations: [String]
    /// The programmes that name them as someone to contact.
    package let contactFor: [String]
    package let sessions: [Session]
    package let secondFactor: Bool
    /// When their password was set or changed; nil where they have none.
    package let passwordSince: String?
    /// Who they are at the providers that they sign in with.
    package let identities: [Identity]
    /// What they tell of themselves: one, or none.
    package let profile: [Profile]
    /// What they sent.
    package let files: [File]
    package let messages: [Mail]
    /// What they asked, by their mail address.
    package let questions: [Question]
    package let notices: [Notice]
    /// How often they want mail, by what it is about.
    package let mailPace: [String: String]
    /// What other slices keep of them.
    package let records: [PersonalRecords.Record]
    /// What they did, and what was done to them, the oldest first.
    package let events: [Event]
    /// When their data was read.
    package let readings: [Reading]

    /// With sorted keys, so that two files can be laid side by side.
    package var json: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self))
        }
    }
}

extension Slice {
    /// The file of a person; nil where there is no such person.
    package func file(of id: Identifier) async throws -> PersonFile? {
        guard let person = try await persons.find(id) else { return nil }
        var organisations: [String] = []
        for membership in try await self.organisations.memberships(of: id) {
            if let organisation = try await self.organisations.find(membership.organisation) { organisations.append(organisation.name) }
        }
        let factor = try await secondFactors.state(of: id)
        return PersonFile(
            id: id.description, name: person.name, mail: person.mail.description,
            newMail: try await mailChanges.pending(of: id)?.description, language: person.language.rawValue, since: Self.text(person.addedAt),
            roles: try await persons.grants(of: id).map(Self.grant), organisations: organisations,
            contactFor: try await programmes.contacts(withMail: person.mail),
            sessions: try await sessions.history(of: id).map(Self.session),
            secondFactor: factor != .none, passwordSince: try await passwords.changedAt(of: id).map(Self.text),
            identities: try await identities.all(of: id).map(Self.identity),
            profile: try await [profile(of: id)].compactMap { $0 }, files: try await attachments.store.files(by: id).map(Self.file),
            messages: try await outbox.newest(for: id, limit: 500).filter { $0.kind != MailChangeLetter.codeKind }.map(Self.message),
            questions: try await contact.asked(by: person.mail).map(Self.question),
            notices: try await notices.list(of: id, limit: 1000).map { Self.notice($0, person.language) },
            mailPace: try await notices.paces(of: id).mapValues(\.rawValue), records: try await records(of: person), events: try await events(of: id),
            readings: try await readLog.lines(about: id, limit: 500).map(Self.reading))
    }

    private func records(of person: Person) async throws -> [PersonalRecords.Record] {
        let subject = PersonalRecords.Subject(person: person.id, mailKey: person.mail.key), kinds = personalRecords
        return try await database.read { reading in try kinds.flatMap { try $0.records(subject, reading) } }
    }

    private func profile(of id: Identifier) async throws -> PersonFile.Profile? {
        guard let profile = try await profiles.find(id) else { return nil }
        let labels = try await terms.labels(of: Event.Thing("person", id.description)).map(\.name.nl)
        return PersonFile.Profile(
            work: profile.work, expertise: profile.expertise, labels: labels, region: profile.region, languages: profile.languages,
            telephone: profile.telephone, showsOrganisation: profile.showsOrganisation, seenBy: profile.visibility.rawValue,
            mailSeenBy: profile.mailVisibility.rawValue, telephoneSeenBy: profile.telephoneVisibility.rawValue)
    }

    private func events(of id: Identifier) async throws -> [PersonFile.Event] {
        var lines = try await journal.all(of: id)
        lines += try await journal.all(about: Event.Thing("person", id.description)).filter { $0.origin.person != id }
        return lines.sorted { $0.number < $1.number }.map { line in
            PersonFile.Event(
                time: Self.text(line.origin.time), action: line.event.action, result: line.event.result.rawValue, details: line.event.details)
        }
    }

    private static func text(_ milliseconds: Int64) -> String { UTCTime.text(Double(milliseconds) / 1000) }

    private static func grant(_ grant: RoleGrant) -> PersonFile.Grant {
        let stored = grant.scope.stored
        return PersonFile.Grant(
            role: grant.role.rawValue, subRole: grant.subRole, scope: stored.id.isEmpty ? stored.kind : "\(stored.kind) \(stored.id)",
            start: text(grant.start), end: grant.end.map(text))
    }

    private static func identity(_ identity: People.Identity) -> PersonFile.Identity {
        PersonFile.Identity(issuer: identity.issuer, number: identity.subject, since: text(identity.addedAt), lastUsed: identity.usedAt.map(text))
    }

    private static func session(_ session: SessionStore.Session) -> PersonFile.Session {
        PersonFile.Session(
            device: session.device, factors: session.proof.rawValue, start: text(session.startedAt), lastUsed: text(session.seenAt),
            end: session.endedAt.map(text))
    }

    private static func message(_ entry: OutboxEntry) -> PersonFile.Mail {
        PersonFile.Mail(
            kind: entry.kind, recipient: entry.recipient, subject: entry.subject, added: text(entry.addedAt), outcome: entry.outcome?.rawValue)
    }

    private static func question(_ message: ContactMessage) -> PersonFile.Question {
        let draft = message.draft
        return PersonFile.Question(
            name: draft.name, phone: draft.phone, about: message.thing.kind, subject: draft.subject, text: draft.body, sent: text(message.sentAt),
            state: message.state.rawValue)
    }

    private static func notice(_ entry: NoticeStore.Entry, _ language: Language) -> PersonFile.Notice {
        PersonFile.Notice(
            kind: entry.kind, title: entry.text.title[language], detail: entry.text.detail[language], made: text(entry.madeAt), read: entry.readAt.map(text))
    }

    private static func file(_ file: Attachment) -> PersonFile.File {
        PersonFile.File(
            name: file.name, kind: file.mediaType, size: file.file.size, shows: file.alt, belongsTo: file.thing.map { "\($0.kind) \($0.id)" },
            added: text(file.addedAt), path: AttachmentRoute.file(file.id).address.path)
    }

    private static func reading(_ line: ReadLog.Line) -> PersonFile.Reading {
        PersonFile.Reading(time: text(line.time), purpose: line.activity.rawValue)
    }
}
