import Core
import HTML
import Web

/// What can go wrong between a provider and this site, as the page about it has it.
package enum ProviderProblem: String, Sendable, Hashable, CaseIterable {
    /// The person said no at the provider.
    case cancelled = "afgebroken"
    case unreachable = "onbereikbaar"
    /// Another browser, too late, or twice.
    case over = "verlopen"
    /// The answer of the provider was not right.
    case refused = "geweigerd"
    /// Not signed in strongly enough there.
    case level = "niveau"
    /// Nobody here is known by it.
    case unknown = "onbekend"
    /// It is of another account.
    case taken = "bezet"
    case closed = "gesloten"
}

extension [IdentityProvider] {
    /// The name of the provider of an identity: its address where the installation has it no longer.
    func name(of identity: Identity) -> Localized { first { $0.issuer == identity.issuer }?.name ?? Localized(identity.issuer) }
}

/// A button for every provider, on the page to sign in.
struct ProviderButtons: Component {
    let providers: [IdentityProvider]
    let token: FormToken
    let back: String?
    let language: Language

    private var words: IdentityWords { IdentityWords(language) }

    var body: some HTML {
        if !providers.isEmpty {
            section(.class("sectie").id("via")) {
                h2 { words.or }
                Each(providers) { provider in
                    PostForm(to: CredentialRoute.provider(provider.key, back: back).address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) { words.signIn(provider.name[language]) }
                    }
                }
            }
        }
    }
}

/// Says what went wrong, and how to go on.
struct ProviderProblemPage: Component {
    let problem: ProviderProblem
    let provider: IdentityProvider
    let language: Language

    private var words: IdentityWords { IdentityWords(language) }
    private var name: String { provider.name[language] }

    /// Who is not known yet comes back to where the provider can be added.
    private var back: String? { problem == .unknown ? CredentialRoute.identities.address.url(in: .nl) : nil }

    var body: some HTML {
        TextColumn(words.problemTitle, lead: words.problem(problem, name)) {
            if problem == .unknown {
                ol {
                    li { words.unknownFirst }
                    li { words.unknownThen(name) }
                }
                p { words.unknownWhy }
            }
            p { a(.class("knop").href(PeopleRoute.signIn(back: back).address.url(in: language))) { words.otherWay } }
        }
    }
}

/// The providers that someone signs in with, and those that can be added.
struct IdentityPage: Component {
    let identities: [Identity]
    let providers: [IdentityProvider]
    let token: FormToken
    let language: Language

    private var words: IdentityWords { IdentityWords(language) }
    private var open: [IdentityProvider] { providers.filter { provider in !identities.contains { $0.issuer == provider.issuer } } }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead) {
            if identities.isEmpty {
                p { words.nothing }
            } else {
                table(.class("stapel")) {
                    caption(.class("vh")) { words.title }
                    ColumnHeads(words.with, words.since, words.used, words.action)
                    tbody { Each(identities) { identity in row(identity) } }
                }
            }
            Each(open) { provider in
                PostForm(to: CredentialRoute.identityBind(provider.key).address, in: language, token: token) {
                    button(.type("submit").class("knop licht")) { words.bind(provider.name[language]) }
                }
            }
            p { a(.href(PeopleRoute.account.address.url(in: language))) { CredentialWords(language).back } }
        }
    }

    private func row(_ identity: Identity) -> some HTML {
        let name = providers.name(of: identity)[language], dates = AccountWords(language)
        return tr {
            th(.scope("row")) { name }
            td(.data("kop", words.since)) { dates.date(identity.addedAt) }
            td(.data("kop", words.used)) { identity.usedAt.map { dates.time($0) } ?? words.never }
            td(.data("kop", words.action)) {
                PostForm(to: CredentialRoute.identityRemoval(identity.id).address, in: language, token: token) {
                    button(.type("submit").class("knop licht")) {
                        words.remove
                        span(.class("vh")) { ": \(name)" }
                    }
                }
            }
        }
    }
}

/// The part of someone's own page about providers; nothing where there are none.
struct IdentitySection: Component {
    /// The names of those that were added.
    let names: [Localized]
    let hasProviders: Bool
    let language: Language

    private var words: IdentityWords { IdentityWords(language) }

    var body: some HTML {
        if hasProviders || !names.isEmpty {
            section(.class("sectie").id("koppelingen")) {
                h2 { words.title }
                if names.isEmpty { p { words.nothing } } else { ul { Each(names) { name in li { name[language] } } } }
                p { a(.class("knop licht").href(CredentialRoute.identities.address.url(in: language))) { words.change } }
            }
        }
    }
}
