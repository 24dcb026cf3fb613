import Core
import Mail
import Web

/// Reads what the team of a programme fills in.
enum ProgrammeForms {
    private typealias Words = ProgrammeWords

    /// The goals that a new programme begins with (ORG-02).
    static let usualGoals = ["Leefbaarheid", "Sociale verbondenheid", "Inwoners activeren"]

    /// The fields of a programme as its form shows them.
    static func items(_ facts: Programme.Facts) -> Form {
        Form(items: [
            .init("naam", facts.name), .init("doel", facts.purpose), .init("eigenaar", facts.owner?.description ?? ""),
            .init("van", facts.firstYear.map { "\($0)" } ?? ""), .init("tot", facts.lastYear.map { "\($0)" } ?? ""),
            .init("doelen", facts.goals.joined(separator: "\n")), .init("post", facts.postalAddress), .init("bezoek", facts.visitingAddress),
        ])
    }

    static let empty = items(Programme.Facts(name: "", purpose: "", goals: usualGoals))

    static func facts(_ form: inout Form) -> Programme.Facts? {
        let name = form.line("naam", limit: 200, required: Words.both(\.nameEmpty))
        let purpose = form.paragraphs("doel", limit: 4000, required: Words.both(\.purposeEmpty))
        let owner = form.value("eigenaar", as: Identifier.self, otherwise: Words.both(\.organisationEmpty))
        let first = form.whole("van", 1900...2200, otherwise: Words.both(\.yearShape)),
            last = form.whole("tot", 1900...2200, otherwise: Words.both(\.yearShape))
        if let first, let last, last < first { form.fail("tot", Words.both(\.yearOrder)) }
        let goals = goals(&form)
        let postal = form.paragraphs("post", limit: 300) ?? "", visiting = form.paragraphs("bezoek", limit: 300) ?? ""
        guard let name, let purpose, form.errors.isEmpty else { return nil }
        return Programme.Facts(
            name: name, purpose: purpose, owner: owner, firstYear: first, lastYear: last, goals: goals, postalAddress: postal, visitingAddress: visiting)
    }

    private static func goals(_ form: inout Form) -> [String] {
        let lines = (form.paragraphs("doelen", limit: 2500) ?? "").split(whereSeparator: \.isNewline)
        var seen: Set<String> = []
        let goals = lines.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter {
            !$0.isEmpty && seen.insert($0.lowercased()).inserted
        }
        if goals.count > 20 || goals.contains(where: { $0.unicodeScalars.count > 100 }) { form.fail("doelen", Words.both(\.goalLong)) }
        return goals
    }

    /// What a part is called and is about.
    static func part(_ form: inout Form) -> (name: String, purpose: String)? {
        let name = form.line("deel-naam", limit: 200, required: Words.both(\.nameEmpty))
        let purpose = form.paragraphs("deel-doel", limit: 4000)
        guard let name, form.errors.isEmpty else { return nil }
        return (name, purpose ?? "")
    }

    static func contact(_ form: inout Form) -> ProgrammeContact.Details? {
        let kind = form.choice("contact-soort", of: ProgrammeContact.Kind.self, required: Words.both(\.contactKind))
        let name = form.line("contact-naam", limit: 200, required: Words.both(\.nameEmpty))
        let mail = form.mail("contact-mail", otherwise: Words.both(\.mailShape))
        let phone = form.line("contact-telefoon", limit: 40)
        if let phone, !isPhone(phone) { form.fail("contact-telefoon", Words.both(\.phoneShape)) }
        let showsMail = mail != nil && form.has("contact-zichtbaar", "mail"), showsPhone = phone != nil && form.has("contact-zichtbaar", "telefoon")
        if form.errors.isEmpty && !showsMail && !showsPhone { form.fail("contact-zichtbaar", Words.both(\.shownEmpty)) }
        guard let kind, let name, form.errors.isEmpty else { return nil }
        return ProgrammeContact.Details(kind: kind, name: name, mail: mail, phone: phone, showsMail: showsMail, showsPhone: showsPhone)
    }

    /// Ten to fifteen digits, or three for a short number as 14 0316 has more; with what people write between them.
    static func isPhone(_ text: String) -> Bool {
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }.count
        return (3...15).contains(digits) && text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || "+-() ".unicodeScalars.contains($0) }
    }
}
