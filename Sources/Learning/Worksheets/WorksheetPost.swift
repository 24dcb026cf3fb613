import Core
import Mail
import People
import SQL
import Web

/// Mails what people wrote to themselves, four weeks later and once: then it shows what they did with it (MTG-18).
package struct WorksheetPost: Sendable {
    let database: Database
    let journal: Journal
    let outbox: Outbox
    let installation: Installation
    let siteName: @Sendable () async throws -> String

    /// To be run every minute, on every node; what one did the others find done.
    ///
    /// - Returns: how many mails were made
    @discardableResult
    package func run(from origin: Origin) async throws -> Int {
        let due = try await due(at: origin.time)
        guard !due.isEmpty else { return 0 }
        let site = try await siteName()
        var count = 0
        for id in due where try await post(id, site: site, from: origin) { count += 1 }
        return count
    }

    /// With words on them, of an owner whose address is still kept.
    private func due(at now: Int64) async throws -> [Identifier] {
        let limit = now - WorksheetRules.mailDays * 86_400_000
        return try await database.read { reading in
            try reading.all(
                """
                SELECT worksheet_sheet.id FROM worksheet_sheet JOIN worksheet ON worksheet.id = worksheet_sheet.worksheet
                JOIN meeting ON meeting.id = worksheet.meeting JOIN registration ON registration.id = worksheet_sheet.registration
                WHERE worksheet_sheet.mailed_at IS NULL AND worksheet_sheet.added_at <= \(limit) AND meeting.ends_at <= \(limit) AND registration.mail <> ''
                    AND EXISTS (SELECT 1 FROM worksheet_answer WHERE worksheet_answer.sheet = worksheet_sheet.id)
                ORDER BY worksheet_sheet.id
                """
            ) { try $0.identifier(0) }
        }
    }

    private func post(_ id: Identifier, site: String, from origin: Origin) async throws -> Bool {
        try await database.write { transaction in
            // The second of two nodes finds it mailed.
            let taken = try transaction.execute(
                "UPDATE worksheet_sheet SET mailed_at = \(origin.time) WHERE id = \(id.description) AND mailed_at IS NULL")
            guard taken == 1, let sheet = try WorksheetStore.sheets("id = \(id.description)", transaction).first,
                let worksheet = try WorksheetStore.worksheets("id = \(sheet.worksheet.description)", transaction).first,
                let registration = try RegistrationStore.find(sheet.registration, transaction),
                let door = try MeetingDoor.find(worksheet.meeting, transaction)
            else { return false }
            try outbox.add(mail(sheet, worksheet, registration, door, site), from: origin, in: transaction)
            try journal.add(WorksheetStore.event("worksheet.mailed", worksheet.id), from: origin, in: transaction)
            return true
        }
    }

    private func mail(
        _ sheet: FilledSheet, _ worksheet: Worksheet, _ registration: Registration, _ door: MeetingDoor, _ site: String
    ) -> OutboxMail {
        let language = registration.language, words = WorksheetWords(language)
        let name = RegistrationMails.isName(registration.name) ? registration.name : nil
        var parts: [MailLetter.Part] = [
            .paragraph(words.greeting(name)), .paragraph(words.mailLead(door.facts.title, MeetingHours.date(door.facts.startsAt, language))),
        ]
        for (question, answer) in zip(worksheet.facts.questions, sheet.answers) where !answer.isEmpty {
            parts += [.paragraph(question), .quote(answer)]
        }
        parts.append(.paragraph(words.mailAsk))
        if let base = installation.origin, sheet.person != nil {
            let address = base + WorksheetRoute.mine(worksheet.meeting, worksheet.id).address.url(in: language)
            parts.append(.link(words: words.mailLink, address: address, after: words.mailLinkLead))
        }
        let letter = MailLetter(
            language: language, site: site, subject: words.mailSubject(worksheet.facts.title), parts: parts, footnotes: [.paragraph(words.mailWhy)])
        return OutboxMail(kind: "worksheet", person: sheet.person, to: Mailbox(registration.mail, name: name), letter: letter)
    }
}
