import Core
import HTML
import People
import Web

/// The form of a new group, or of what a group agrees.
struct AgreementsPage: Component {
    /// Nil for a new group.
    let group: IntervisionGroup?
    /// Where a group may be begun; for a new one.
    let programmes: [Choice]
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = GroupWords
    private var words: GroupWords { GroupWords(language) }

    var body: some HTML {
        TextColumn(
            group == nil ? words.newGroup : words.changeAgreements, lead: group == nil ? words.newLead : nil,
            faults: ErrorSummary(form.errors, language: language)
        ) {
            PostForm(to: (group.map { IntervisionRoute.agreements($0.id) } ?? .groups).address, in: language, token: token) {
                TextField("naam", Words.both(\.name), form: form, language: language)
                if group == nil { SelectField("programma", Words.both(\.programme), choices: programmes, form: form, language: language) }
                TextField("aanwezig", Words.both(\.attendance), kind: .paragraph(limit: 1000), form: form, language: language)
                TextField("vertrouwen", Words.both(\.confidentiality), kind: .paragraph(limit: 1000), form: form, language: language)
                TextField("begeleiding", Words.both(\.facilitating), kind: .paragraph(limit: 1000), form: form, language: language)
                TextField("vervanging", Words.both(\.replacement), kind: .paragraph(limit: 1000), form: form, language: language)
                button(.type("submit").class("knop")) { words.save }
            }
        }
    }

    /// What most groups agree.
    static func usual(_ language: Language) -> Form {
        let words = GroupWords(language)
        return Form(items: [
            .init("aanwezig", words.attendanceUsual), .init("vertrouwen", words.confidentialityUsual), .init("begeleiding", words.facilitatingUsual),
            .init("vervanging", words.replacementUsual),
        ])
    }
}

/// The four agreements.
struct AgreementList: Component {
    let agreements: IntervisionGroup.Agreements
    let language: Language

    private var words: GroupWords { GroupWords(language) }

    var body: some HTML {
        dl(.class("afspraken")) {
            one(words.attendance, agreements.attendance)
            one(words.confidentiality, agreements.confidentiality)
            one(words.facilitating, agreements.facilitating)
            one(words.replacement, agreements.replacement)
        }
    }

    private func one(_ question: String, _ answer: String) -> some HTML {
        div {
            dt { question }
            dd { Paragraphs(answer) }
        }
    }
}

/// What someone sees who was asked and did not answer yet: what is agreed, not who is in it.
struct InvitationPage: Component {
    let group: IntervisionGroup
    let token: FormToken
    let language: Language

    private var words: GroupWords { GroupWords(language) }

    var body: some HTML {
        TextColumn(words.invitation, lead: group.name) {
            p { words.invitationLead(group.present.count) }
            h2 { words.agreements }
            AgreementList(agreements: group.agreements, language: language)
            PostForm(to: IntervisionRoute.answer(group.id).address, in: language, token: token) {
                p(.class("hint")) { words.declineHint }
                div(.class("knoppen")) {
                    button(.type("submit").name("antwoord").value("ja").class("knop")) { words.accept }
                    button(.type("submit").name("antwoord").value("nee").class("knop licht")) { words.decline }
                }
            }
        }
    }
}

/// The page of a group, for who is in it.
struct GroupPage: Component {
    let group: IntervisionGroup
    let sessions: [IntervisionSession]
    let methods: [IntervisionMethod]
    let names: [Identifier: String]
    let person: Identifier
    let form: Form
    let token: FormToken
    let language: Language

    private var words: GroupWords { GroupWords(language) }
    private var facilitates: Bool { group.isFacilitated(by: person) && group.endedAt == nil }

    var body: some HTML {
        TextColumn(group.name, faults: ErrorSummary(form.errors, language: language)) {
            if group.endedAt != nil { Notice(.caution) { p { words.ended } } }
            GroupSessions(group: group, sessions: sessions, facilitates: facilitates, language: language)
            section(.class("sectie").id("afspraken")) {
                h2 { words.agreements }
                AgreementList(agreements: group.agreements, language: language)
                if facilitates { p { a(.href(IntervisionRoute.agreements(group.id).address.url(in: language))) { words.changeAgreements } } }
            }
            GroupMembers(group: group, names: names, person: person, facilitates: facilitates, form: form, token: token, language: language)
            ownMethods
            if group.endedAt == nil { leaving }
        }
    }

    private var ownMethods: some HTML {
        section(.class("sectie").id("methoden")) {
            h2 { words.ownMethods }
            Each(methods) { method in
                details {
                    summary { method.name[language] + ", " + MethodWords(language).minutes(method.minutes) }
                    p { method.lead[language] }
                    MethodSteps(method: method, language: language)
                }
            }
            if facilitates { p { a(.href(IntervisionRoute.groupMethods(group.id).address.url(in: language))) { words.addMethod } } }
        }
    }

    private var leaving: some HTML {
        section(.class("sectie").id("weg")) {
            h2 { words.leave }
            PostForm(to: IntervisionRoute.answer(group.id).address, in: language, token: token) {
                button(.type("submit").name("antwoord").value("weg").class("knop licht")) { words.leave }
            }
            if facilitates {
                PostForm(to: IntervisionRoute.end(group.id).address, in: language, token: token) {
                    button(.type("submit").class("knop licht")) { words.end }
                }
            }
        }
    }
}

/// The sessions of a group.
struct GroupSessions: Component {
    let group: IntervisionGroup
    let sessions: [IntervisionSession]
    let facilitates: Bool
    let language: Language

    private var words: GroupWords { GroupWords(language) }

    var body: some HTML {
        section(.class("sectie").id("sessies")) {
            h2 { words.sessions }
            if sessions.isEmpty { p { words.noSessions } }
            if !sessions.isEmpty {
                ul {
                    Each(sessions) { session in
                        li {
                            a(.href(IntervisionRoute.session(session.id).address.url(in: language))) { SessionDay.text(session.plannedAt) }
                            span(.class("subtiel")) { " " + SessionWords(language).state(session.state) }
                        }
                    }
                }
            }
            if facilitates { p { a(.class("knop").href(IntervisionRoute.sessions(group.id).address.url(in: language))) { words.plan } } }
        }
    }
}

/// Who is in a group, and what who facilitates can do about it.
struct GroupMembers: Component {
    let group: IntervisionGroup
    let names: [Identifier: String]
    let person: Identifier
    let facilitates: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = GroupWords
    private var words: GroupWords { GroupWords(language) }

    var body: some HTML {
        section(.class("sectie").id("leden")) {
            h2 { words.members }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.membersCaption)) {
                table {
                    caption { words.membersCaption }
                    ColumnHeads(words.person, words.role)
                    tbody { Each(shown) { member in row(member) } }
                }
            }
            if facilitates { asking }
        }
    }

    /// Others than who facilitates see who is in it, not who said no.
    private var shown: [IntervisionMember] { facilitates ? group.members : group.present }

    private func row(_ member: IntervisionMember) -> some HTML {
        tr {
            th(.scope("row")) { names[member.person] ?? "" }
            td {
                role(member)
                if facilitates && member.person != person && (member.state == .member || member.state == .invited) { acting(member) }
            }
        }
    }

    private func role(_ member: IntervisionMember) -> String {
        switch member.state {
        case .member: member.isFacilitator ? words.facilitator : words.member
        case .invited: words.invited
        case .declined: words.declined
        case .left: words.gone
        }
    }

    private func acting(_ member: IntervisionMember) -> some HTML {
        PostForm(to: IntervisionRoute.member(group.id, member.person).address, in: language, token: token) {
            div(.class("knoppen klein")) {
                button(.type("submit").name("doe").value("weg").class("knop licht")) {
                    words.remove
                    span(.class("vh")) { " (" + (names[member.person] ?? "") + ")" }
                }
                if member.state == .member {
                    button(.type("submit").name("doe").value(member.isFacilitator ? "niet" : "wel").class("knop licht")) {
                        member.isFacilitator ? words.unmakeFacilitator : words.makeFacilitator
                        span(.class("vh")) { " (" + (names[member.person] ?? "") + ")" }
                    }
                }
            }
        }
    }

    private var asking: some HTML {
        Group {
            h3 { words.invite }
            PostForm(to: IntervisionRoute.members(group.id).address, in: language, token: token) {
                TextField("mail", Words.both(\.mail), kind: .email, hint: Words.both(\.mailHint), form: form, language: language)
                ChoiceField(
                    "begeleidt", Words.both(\.extra), kind: .any, choices: [Choice("ja", Words.both(\.alsoFacilitates))], isRequired: false, form: form,
                    language: language)
                button(.type("submit").class("knop")) { words.invite }
            }
        }
    }
}
