import Core
import HTML
import Web

/// The roles that must be looked at, each with what can become of it.
struct RoleReviewPage: Component {
    let due: [RoleReview.Due]
    let places: PlaceNames
    /// Who looks: their own roles are for someone else.
    let reader: Identifier?
    let token: FormToken
    let language: Language

    private var words: AdministrationWords { AdministrationWords(language) }
    private var account: AccountWords { AccountWords(language) }

    var body: some HTML {
        TextColumn(words.review, lead: words.reviewLead, menu: .administration(AdministrationRoute.review.address, language)) {
            if due.isEmpty {
                p { words.reviewNone }
            } else {
                table(.class("stapel")) {
                    caption(.class("vh")) { words.review }
                    ColumnHeads(words.who, words.role, words.lastLook, words.action)
                    tbody { Each(due) { one in row(one) } }
                }
            }
            p { a(.href(PeopleRoute.people.address.url(in: language))) { account.people } }
        }
    }

    private func row(_ one: RoleReview.Due) -> some HTML {
        let role = [one.grant.role.name[language], one.grant.subRole].compactMap { $0 }.joined(separator: ", ")
        return tr {
            th(.scope("row")) { a(.href(AdministrationRoute.person(one.person).address.url(in: language))) { one.name } }
            td(.data("kop", words.role)) { "\(role), \(places.text(one.grant.scope, language))" }
            td(.data("kop", words.lastLook)) { account.date(one.grant.reviewed) }
            td(.data("kop", words.action)) {
                if one.person == reader {
                    words.someoneElse
                } else {
                    PostForm(to: AdministrationRoute.review.address, in: language, token: token) {
                        input(.type("hidden").name("persoon").value(one.person.description))
                        input(.type("hidden").name("rol").value(one.grant.id.description))
                        div(.class("knoppen")) {
                            choice("blijft", words.stays, one.name, role)
                            choice("einde", words.end, one.name, role)
                        }
                    }
                }
            }
        }
    }

    private func choice(_ value: String, _ title: String, _ name: String, _ role: String) -> some HTML {
        button(.type("submit").class("knop licht").name("besluit").value(value)) {
            title
            span(.class("vh")) { ": \(name), \(role)" }
        }
    }
}
