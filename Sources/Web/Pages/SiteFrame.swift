import Core

/// A link of a menu.
package struct MenuItem: Sendable, Hashable {
    package let title: Localized
    package let address: PageAddress

    package init(_ title: Localized, _ address: PageAddress) {
        self.title = title
        self.address = address
    }
}

/// What stands around every page, put together once by the site.
package struct SiteFrame: Sendable {
    /// The name of the platform, at the mark and at the end of every title.
    package var name: String
    /// One line about the site, below its name; nil for none.
    package var tagline: Localized?
    /// The municipality or region the site is for; nil for the whole country.
    package var place: String?
    /// The main menu.
    package var menu: [MenuItem]
    /// The links at the top of every page, each with a sign: search, the visitor's own pages.
    package var tools: [Tool] = []
    /// The links at the foot: accessibility, privacy, sources.
    package var footer: [MenuItem]
    /// The last sentence of every page.
    package var colophon: Localized
    /// A line in the header of every page, such as 'these are invented examples'; nil for none.
    package var notice: Localized?
    /// Where a search goes, with the words in the key ``searchKey``; nil where there is no search.
    package var search: PageAddress?
    /// What people search for, as the label of the box.
    package var searchLabel: Localized
    /// `https://buurt.example.nl`; nil leaves addresses in the head relative.
    package var origin: String?
    /// The class of the municipality's own theme on `html`; nil for none.
    package var theme: String?
    /// The style sheet with the site's own colours, after the common ones; nil for none.
    package var themeSheet: PageAddress?
    /// Of the browser's own bar: `#4a1743`.
    package var themeColor = "#4a1743"
    /// The language of who says nothing about the language they read.
    package var defaultLanguage = Language.nl
    package var assets: Assets
    /// Where people sign in; `tweede-stap` below it asks for the second factor. Nil where nobody can.
    package var signIn: PageAddress?

    /// A link with a sign; on a small screen the sign alone is seen.
    package struct Tool: Sendable, Hashable {
        package let sign: Icon.Sign
        package let item: MenuItem

        package init(_ sign: Icon.Sign, _ item: MenuItem) {
            self.sign = sign
            self.item = item
        }
    }

    /// The query key of a search.
    package static let searchKey = "q"

    package init(
        name: String, place: String? = nil, menu: [MenuItem] = [], footer: [MenuItem] = [], colophon: Localized = Localized(""), notice: Localized? = nil,
        search: PageAddress? = nil, searchLabel: Localized = Localized(nl: "Zoek op deze site", en: "Search this site"), origin: String? = nil,
        theme: String? = nil, assets: Assets = .none
    ) {
        self.name = name
        self.place = place
        self.menu = menu
        self.footer = footer
        self.colophon = colophon
        self.notice = notice
        self.search = search
        self.searchLabel = searchLabel
        self.origin = origin
        self.theme = theme
        self.assets = assets
    }

    /// A frame with nothing in it but the name.
    package static let bare = SiteFrame(name: "Leefkring")
}

/// What a page says about itself outside its own text.
package struct PageHead: Sendable, Hashable {
    /// Also the first words of the window title.
    package let title: String
    /// One or two sentences for search engines; nil for none.
    package let description: String?
    /// The menu item the page belongs to; nil for none.
    package let section: PageAddress?
    /// Set when the page shows faults in a form: the title then begins with 'Fout:' or 'Error:', so that a screen reader says it first.
    package let hasErrors: Bool
    /// Whether search engines may list the page.
    package let isListed: Bool
    /// Style sheets besides the common ones, by asset name.
    package let styles: [String]
    /// Scripts, by asset name. Every page is complete without them.
    package let scripts: [String]
    /// About how large the page will be: room that is taken at once is not copied while the page grows.
    package let expectedBytes: Int

    package init(
        _ title: String, description: String? = nil, section: PageAddress? = nil, hasErrors: Bool = false, isListed: Bool = true, styles: [String] = [],
        scripts: [String] = [], expectedBytes: Int = 32 * 1024
    ) {
        self.title = title
        self.description = description
        self.section = section
        self.hasErrors = hasErrors
        self.isListed = isListed
        self.styles = styles
        self.scripts = scripts
        self.expectedBytes = expectedBytes
    }
}
