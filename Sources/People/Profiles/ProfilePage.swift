import Core
import HTML
import Web

/// What one person sees of another, as far as that one lets them.
struct ProfileView: Sendable {
    let person: Identifier
    let name: String
    let profile: Profile
    let photo: Attachment?
    /// Documents and pictures beside the photo.
    let files: [Attachment]
    /// Roles that hold now, with their sub-role and place (ORG-08, ORG-16).
    let roles: [(grant: RoleGrant, place: String)]
    /// Those that they show.
    let organisations: [Organisation]
    let terms: [Term]
    /// Nil where the reader may not have it.
    let mail: String?
    let telephone: String?
    let isOwn: Bool
    /// Whether the reader keeps who has access.
    let isAdministrator: Bool
}

/// A person: what they do, know and may be asked.
struct ProfilePage: Component {
    let view: ProfileView
    let language: Language

    private var words: ProfileWords { ProfileWords(language) }
    private var profile: Profile { view.profile }

    var body: some HTML {
        div(.class("wrap inhoud profiel")) {
            if view.isOwn { own }
            div(.class("profielkop")) {
                if let photo = view.photo { PictureImage(photo, sizes: "(min-width: 40rem) 14rem, 40vw", isNamed: true) }
                div {
                    h1 { view.name }
                    if !view.roles.isEmpty {
                        ul(.class("tags").ariaLabel(words.roles)) { Each(view.roles) { role in li { span(.class("tag")) { line(role) } } } }
                    }
                    if !view.organisations.isEmpty {
                        p {
                            Each(view.organisations.enumerated()) { index, organisation in
                                index > 0 ? ", " : ""
                                a(.href(OrganisationRoute.organisation(organisation.id).address.url(in: language))) { organisation.name }
                            }
                        }
                    }
                }
            }
            facts
            if view.mail != nil || view.telephone != nil { contact }
            if !view.files.isEmpty {
                section(.class("sectie").id("bestanden")) {
                    h2 { words.files }
                    AttachmentList(view.files, language: language)
                }
            }
            if view.isAdministrator {
                p { a(.href(AdministrationRoute.person(view.person).address.url(in: language))) { AdministrationWords(language).administration } }
            }
        }
    }

    private var own: some HTML {
        Notice {
            p {
                words.seenBy(profile.visibility) + " "
                a(.href(ProfileRoute.edit.address.url(in: language))) { words.change }
            }
        }
    }

    /// `Wijkprofessional, Straatcoach, in Doetinchem`.
    private func line(_ role: (grant: RoleGrant, place: String)) -> String {
        let place = role.grant.scope == .installation ? nil : role.place
        return [role.grant.role.name[language], role.grant.subRole, place].compactMap { $0 }.joined(separator: ", ")
    }

    @HTMLBuilder private var facts: some HTML {
        if !profile.work.isEmpty {
            section(.class("sectie").id("werk")) {
                h2 { words.worksOn }
                Each(profile.work.split(separator: "\n").map(String.init)) { paragraph in p { paragraph } }
            }
        }
        if !view.terms.isEmpty || !profile.expertise.isEmpty {
            section(.class("sectie").id("kennis")) {
                h2 { words.knows }
                if !view.terms.isEmpty { ul(.class("tags")) { Each(view.terms) { term in li { span(.class("tag info")) { term.name[language] } } } } }
                if !profile.expertise.isEmpty { p { profile.expertise } }
            }
        }
        if !profile.region.isEmpty || !profile.languages.isEmpty {
            dl(.class("over")) {
                fact(words.worksIn, profile.region)
                fact(words.speaks, profile.languages)
            }
        }
    }

    @HTMLBuilder private func fact(_ name: String, _ value: String) -> some HTML {
        if !value.isEmpty {
            div {
                dt { name }
                dd { value }
            }
        }
    }

    private var contact: some HTML {
        section(.class("sectie").id("contact")) {
            h2 { words.contact }
            dl(.class("over")) {
                if let mail = view.mail {
                    div {
                        dt { words.mail }
                        dd { a(.href("mailto:" + mail)) { mail } }
                    }
                }
                if let telephone = view.telephone {
                    div {
                        dt { words.telephone }
                        dd { a(.href("tel:" + telephone.filter { $0.isNumber || $0 == "+" })) { telephone } }
                    }
                }
            }
        }
    }
}
