import Core
import People
import Web

/// The mails of a call: each leads to a page with one button, and changes nothing by being opened.
struct InventoryMails: Sendable {
    let site: String
    /// `https://…` of the site; nil where it is not known.
    let origin: String?

    func draft(of call: Call, token: String, in language: Language) -> MailLetter {
        let words = AnswerWords(language)
        return MailLetter(
            language: language, site: site, subject: words.draftMailSubject(call.facts.title),
            parts: [.paragraph(words.draftMailLead(call.facts.title))] + link(.draft(token), words.draftMailLink, words.draftMailAfter, language)
                + [.paragraph(words.notYou)])
    }

    func join(_ call: Call, token: String, in language: Language) -> MailLetter {
        let words = AnswerWords(language)
        return MailLetter(
            language: language, site: site, subject: words.joinMailSubject,
            parts: [.paragraph(words.joinMailLead(call.facts.title))] + link(.joinProof(token), words.joinMailLink, words.joinMailAfter, language)
                + [.paragraph(words.notYou)])
    }

    /// Sent once; then the address is gone.
    func outcome(of call: Call, round: Int, in language: Language) -> MailLetter {
        let words = AnswerWords(language)
        return MailLetter(
            language: language, site: site, subject: words.outcomeMailSubject(call.facts.title),
            parts: [.paragraph(words.outcomeMailLead(call.facts.title))]
                + link(.outcome(call.id, round: round), words.outcomeMailLink, words.outcomeMailAfter, language) + [.paragraph(words.outcomeMailOnce)])
    }

    /// Sent once; then the address is gone.
    func agenda(of issue: LearningIssue, in language: Language) -> MailLetter {
        let words = AnswerWords(language)
        return MailLetter(
            language: language, site: site, subject: words.agendaMailSubject(issue.title),
            parts: [.paragraph(words.agendaMailLead(issue.title))]
                + link(.issue(issue.id), words.agendaMailLink, words.agendaMailAfter, language) + [.paragraph(words.outcomeMailOnce)])
    }

    private func link(_ route: InventoryRoute, _ text: String, _ after: String, _ language: Language) -> [MailLetter.Part] {
        origin.map { [.link(words: text, address: $0 + route.address.url(in: language), after: after)] } ?? []
    }
}
