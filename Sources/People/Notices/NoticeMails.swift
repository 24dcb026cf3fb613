import Core
import Web

/// The mails that tell people something.
struct NoticeMails {
    let installation: Installation
    /// The name of the site, as it is now.
    let site: String
    let person: Person
    let unsubscribing: Unsubscribing

    private var language: Language { person.language }
    private var words: NoticeWords { NoticeWords(language) }

    /// One notice.
    func letter(_ kind: NoticeKind, _ text: NoticeText) -> MailLetter {
        var parts: [MailLetter.Part] = [.paragraph(words.greeting(person.name)), .paragraph(text.title[language] + ".")]
        if !text.detail[language].isEmpty { parts.append(.paragraph(text.detail[language])) }
        if let address = full(text.address) { parts.append(.link(words: words.look, address: address, after: words.lookLead)) }
        if kind.isSecurity { parts.append(.paragraph(words.notYou(site))) }
        let why: MailLetter.Part = .paragraph(kind.isSecurity ? words.whySecurity : words.why(kind.name[language]))
        return MailLetter(
            language: language, site: site, subject: text.title[language], parts: parts, footnotes: [why] + (kind.isSecurity ? [] : ways(.kind(kind.key))))
    }

    /// All of a day or a week.
    func digest(_ entries: [NoticeStore.Entry], _ pace: NoticePace) -> MailLetter {
        let items = entries.map { entry in
            MailLetter.Item(title: entry.text.title[language], detail: entry.text.detail[language], address: full(entry.text.address))
        }
        return MailLetter(
            language: language, site: site, subject: words.digestSubject(pace, entries.count),
            parts: [.paragraph(words.greeting(person.name)), .paragraph(words.digestLead(pace)), .items(items)],
            footnotes: [.paragraph(words.whyDigest(pace))] + ways(.digest(pace)))
    }

    /// How to stop it, and where to choose.
    private func ways(_ what: Unsubscribing.What) -> [MailLetter.Part] {
        let stop = unsubscribing.address(person.id, what, in: language).map { MailLetter.Part.link(words: words.stop, address: $0, after: words.stopLead) }
        let choose = full(NoticeRoute.list.address.at("keuzes")).map { MailLetter.Part.link(words: words.choose, address: $0, after: words.chooseLead) }
        return [stop, choose].compactMap { $0 }
    }

    private func full(_ address: PageAddress?) -> String? {
        guard let address, let origin = installation.origin else { return nil }
        return origin + address.url(in: language)
    }
}
