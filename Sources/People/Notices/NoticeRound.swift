import Core
import Foundation
import Mail
import SQL
import Web

/// What is told because time passes: mail of a day and of a week, roles that end, and roles that must be looked at.
///
/// Any node may make a round at any time: what one does the others find done.
package struct NoticeRound: Sendable {
    private let notices: NoticeStore
    private let reviews: RoleReview

    package init(_ notices: NoticeStore, reviews: RoleReview) {
        self.notices = notices
        self.reviews = reviews
    }

    /// Days before its end that someone is told that a role ends.
    static let warning: Int64 = 30

    private static let day: Int64 = 86_400_000

    /// - Returns: how many mails with all of a day or week were made
    @discardableResult
    package func run(from origin: Origin) async throws -> Int {
        try await tellEndingRoles(from: origin)
        try await tellReviews(from: origin)
        return try await sendDigests(.daily, from: origin) + sendDigests(.weekly, from: origin)
    }

    // MARK: Roles

    private func tellEndingRoles(from origin: Origin) async throws {
        let now = origin.time, rules = NoticeRules(notices: notices)
        let ending = try await notices.database.read { reading in
            try reading.all(
                """
                SELECT \(RoleGrant.columns), role_grant.person FROM role_grant JOIN person ON person.id = role_grant.person
                WHERE person.closed_at IS NULL AND role_grant.started_at <= \(now) AND role_grant.ended_at > \(now)
                    AND role_grant.ended_at <= \(now + Self.warning * Self.day) AND role_grant.ended_at - role_grant.started_at > \(Self.warning * Self.day)
                    AND NOT EXISTS (SELECT 1 FROM notice_once WHERE occasion = 'ending ' || role_grant.id || ' ' || CAST(role_grant.ended_at AS TEXT))
                """
            ) { (grant: try RoleGrant($0), person: Identifier(try $0.string(8))) }
        }
        for case (let grant, let person?) in ending {
            try await notices.database.write { [notices] transaction in
                guard try notices.hold("ending \(grant.id) \(grant.end ?? 0)", at: now, in: transaction) else { return }
                let text = NoticeText(
                    NoticeWords.both(\.roleEnding), detail: try rules.roleLine(grant, transaction, end: grant.end),
                    address: PeopleRoute.account.address.at("rollen"))
                try notices.tell(PeopleNotice.roleEnding.kind, text, to: [person], from: origin, in: transaction)
                try notices.journal.add(Self.event("notices.told", person), from: origin, in: transaction)
            }
        }
    }

    /// Once a month for as long as there is something to look at.
    private func tellReviews(from origin: Origin) async throws {
        let occasion = "review " + DutchDay(at: origin.time).description.prefix(7)
        let isTold = try await notices.database.read { reading in
            try reading.first("SELECT 1 FROM notice_once WHERE occasion = \(occasion)") { try $0.int(0) } != nil
        }
        guard !isTold else { return }
        let count = try await reviews.due(at: origin.time).count
        guard count > 0 else { return }
        try await notices.database.write { [notices] transaction in
            guard try notices.hold(occasion, at: origin.time, in: transaction) else { return }
            let text = NoticeText(
                NoticeWords.both(\.reviewDue), detail: NoticeWords.both { $0.reviewDetail(count) }, address: AdministrationRoute.review.address)
            let administrators = try PersonStore.administrators(at: origin.time, transaction).map(\.id)
            try notices.tell(PeopleNotice.reviewDue.kind, text, to: administrators, from: origin, in: transaction)
            try notices.journal.add(Event("notices.told", nil, details: ["people": String(administrators.count)]), from: origin, in: transaction)
        }
    }

    private static func event(_ action: String, _ person: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("person", person.description), details: details)
    }

    // MARK: The mail of a day or a week

    /// What was told before the last seven o'clock, and was not read on the site meanwhile.
    private func sendDigests(_ pace: NoticePace, from origin: Origin) async throws -> Int {
        let limit = Self.last(pace, before: origin.time)
        let waiting: Query = "pace = \(pace) AND mailed_at IS NULL AND read_at IS NULL AND made_at < \(limit)"
        let people = try await notices.database.read { reading in
            try reading.all("SELECT DISTINCT person FROM notice WHERE \(waiting) ORDER BY person") { Identifier(try $0.string(0)) }
        }
        var count = 0
        for person in people.compactMap({ $0 }) where try await sendDigest(pace, to: person, waiting, from: origin) { count += 1 }
        return count
    }

    /// Taking the notices and putting the mail in the outbox is one transaction: of two nodes the second finds none left.
    private func sendDigest(_ pace: NoticePace, to id: Identifier, _ waiting: Query, from origin: Origin) async throws -> Bool {
        try await notices.database.write { [notices] transaction in
            let taken = try transaction.all(
                """
                UPDATE notice SET mailed_at = \(origin.time) WHERE person = \(id.description) AND \(waiting)
                RETURNING id, kind, title_nl, title_en, detail_nl, detail_en, address, made_at, read_at
                """, NoticeStore.entry)
            guard !taken.isEmpty, let person = try PersonStore.open(id, transaction) else { return false }
            let site = try notices.installation.name(in: transaction), unsubscribing = notices.unsubscribing
            let mails = NoticeMails(installation: notices.installation, site: site, person: person, unsubscribing: unsubscribing)
            var mail = OutboxMail(
                kind: "digest", person: id, to: Mailbox(person.mail, name: person.name), letter: mails.digest(taken.sorted { $0.id < $1.id }, pace))
            mail.unsubscribe = unsubscribing.link(id, .digest(pace), in: person.language)
            try notices.outbox.add(mail, from: origin, in: transaction)
            let details = ["pace": pace.rawValue, "count": String(taken.count)]
            try notices.journal.add(Self.event("notices.mailed", id, details), from: origin, in: transaction)
            return true
        }
    }

    /// The last seven o'clock in the morning, Dutch time; for a week that of Monday.
    static func last(_ pace: NoticePace, before now: Int64) -> Int64 {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
        let moment = Date(timeIntervalSince1970: Double(now) / 1000)
        var parts = DateComponents(hour: 7, minute: 0, second: 0)
        // Sunday is 1.
        if pace == .weekly { parts.weekday = 2 }
        let date = calendar.nextDate(after: moment, matching: parts, matchingPolicy: .nextTime, direction: .backward)
        return Int64((date?.timeIntervalSince1970 ?? 0) * 1000)
    }
}
