import Core
import HTML
import HTTPTypes
import NIOCore

/// A whole page: head, skip link, header with menu and language, main part, footer.
///
/// Not generic over what it holds: the frame around every page is then compiled for itself, instead of being put together from types at run time.
package struct PageDocument: Component {
    let frame: SiteFrame
    let about: PageHead
    let address: PageAddress
    let language: Language
    let content: AnyHTML

    /// - Parameter main: everything between header and footer, with the one `h1` of the page in it
    package init(frame: SiteFrame, head: PageHead, address: PageAddress, language: Language, @HTMLBuilder main: () -> some HTML) {
        self.frame = frame
        self.about = head
        self.address = address
        self.language = language
        self.content = AnyHTML(main())
    }

    /// `Fout: help mee - Arnhem - Leefkring`.
    var title: String {
        let words = ([about.title, frame.place, frame.name] as [String?]).compactMap { $0 }
        let distinct = words.enumerated().filter { !words[..<$0.offset].contains($0.element) }.map(\.element)
        let mark = about.hasErrors ? (language == .nl ? "Fout: " : "Error: ") : ""
        return mark + distinct.joined(separator: " - ")
    }

    package var body: some HTML {
        html(frame.theme.map { .lang(language.rawValue).class($0) } ?? .lang(language.rawValue)) {
            head {
                meta(.charset("utf-8"))
                meta(.name("viewport").content("width=device-width, initial-scale=1"))
                pageTitle { title }
                if let description = about.description { meta(.name("description").content(description)) }
                if !about.isListed { meta(.name("robots").content("noindex")) }
                meta(.name("theme-color").content(frame.themeColor))
                Each(styles) { link(.rel("stylesheet").href(frame.assets.url($0))) }
                if let sheet = frame.themeSheet { link(.rel("stylesheet").href(sheet.url(in: .nl))) }
                if frame.assets.has("favicon.svg") { link(.rel("icon").type("image/svg+xml").href(frame.assets.url("favicon.svg"))) }
                alternates
                Each(about.scripts) { script(.src(frame.assets.url($0)).defer()) }
            }
            pageBody {
                a(.class("skip").href("#inhoud")) { language == .nl ? "Naar de inhoud" : "Skip to content" }
                SiteHeader(frame: frame, section: about.section, address: address, language: language)
                main(.id("inhoud").tabindex(-1)) { content }
                SiteFooter(frame: frame, language: language)
            }
        }
    }

    private var styles: [String] { (["tokens.css", "site.css", "charts.css"] + about.styles).filter { frame.assets.has($0) } }

    /// The same page in each language, for search engines; full addresses where the site knows its own.
    @HTMLBuilder private var alternates: some HTML {
        if about.isListed {
            Each(Language.allCases) { other in
                link(.rel("alternate").hreflang(other.rawValue).href((frame.origin ?? "") + address.url(in: other)))
            }
            link(.rel("alternate").hreflang("x-default").href((frame.origin ?? "") + address.url(in: frame.defaultLanguage)))
            link(.rel("canonical").href((frame.origin ?? "") + address.url(in: language)))
        }
    }
}

/// The mark: two open rings around a dot.
enum Mark {
    static let drawing = Fragment {
        svg(.viewBox(0, 0, 40, 40).ariaHidden().focusable("false")) {
            g(.fill("none").stroke("currentColor").strokeWidth(3.4)) {
                path(.d("M34.5 27a16 16 0 1 1 1-12"))
                path(.d("M27.7 23.6a8.6 8.6 0 1 1 .6-6"))
            }
            circle(.cx(20).cy(20).r(3.2).fill("currentColor"))
        }
    }
}

struct SiteHeader: Component {
    let frame: SiteFrame
    let section: PageAddress?
    let address: PageAddress
    let language: Language

    var body: some HTML {
        header(.class("kop")) {
            div(.class("wrap")) {
                a(.class("merk").href(PageAddress.home.url(in: language))) {
                    Mark.drawing
                    span { frame.name }
                    if let place = frame.place { span(.class("van")) { place } }
                }
                if !frame.menu.isEmpty {
                    nav(.class("nav").ariaLabel(language == .nl ? "Hoofdmenu" : "Main menu")) {
                        ul { Each(frame.menu) { item in li { menuLink(item) } } }
                    }
                }
                div(.class("taal")) {
                    Each(frame.tools) { tool in
                        a(.class("gereedschap").href(tool.item.address.url(in: language))) {
                            Icon(tool.sign)
                            span { tool.item.title[language] }
                        }
                    }
                    languages
                }
            }
            if let notice = frame.notice {
                div(.class("fictie")) { p(.class("wrap")) { notice[language] } }
            }
        }
    }

    private func menuLink(_ item: MenuItem) -> some HTML {
        let isHere = item.address.segments == section?.segments
        let current: String? = !isHere ? nil : item.address.segments == address.segments ? "page" : "true"
        return a(.href(item.address.url(in: language)).ariaCurrent(current)) { item.title[language] }
    }

    /// The chosen language as text, the other as a link to this same page.
    private var languages: some HTML {
        Each(Language.allCases) { other in
            if other == language {
                span(.lang(other.rawValue)) {
                    strong(.ariaHidden()) { other.rawValue.uppercased() }
                    span(.class("vh")) { other == .nl ? "Nederlands, gekozen taal" : "English, chosen language" }
                }
            } else {
                a(.href(address.url(in: other)).lang(other.rawValue).hreflang(other.rawValue).rel("alternate")) { other.ownName }
            }
        }
    }
}

struct SiteFooter: Component {
    let frame: SiteFrame
    let language: Language

    var body: some HTML {
        footer(.class("voet")) {
            div(.class("wrap")) {
                if !frame.footer.isEmpty {
                    nav(.ariaLabel(language == .nl ? "Over deze site" : "About this site")) {
                        ul { Each(frame.footer) { item in li { a(.href(item.address.url(in: language))) { item.title[language] } } } }
                    }
                }
                if let tagline = frame.tagline {
                    p {
                        strong { frame.name }
                        ": " + tagline[language]
                    }
                }
                if !frame.colophon[language].isEmpty { p(.class("subtiel")) { frame.colophon[language] } }
            }
        }
    }
}

extension ByteBuffer {
    /// A whole page, written where it is sent from.
    ///
    /// - Parameter capacity: bytes the page will have, as far as known
    init(document: some HTML, capacity: Int) {
        self = ByteBufferAllocator().buffer(capacity: capacity)
        var longer: [UInt8]?
        writeWithUnsafeMutableBytes(minimumWritableBytes: capacity) { memory in
            let filled = HTMLWriter.fill(memory.bindMemory(to: UInt8.self)) { $0.document(document) }
            longer = filled.longer
            return filled.count
        }
        if let longer { writeBytes(longer) }
    }
}

extension WebContext {
    /// A page of this site as an answer.
    ///
    /// - Parameters:
    ///   - cache: public pages may be kept for a minute; after that the browser asks whether they changed
    ///   - token: the token of the forms on the page; the page is then kept by nobody
    package func page(
        _ head: PageHead, status: HTTPResponse.Status = .ok, cache: CachePolicy = .shared(maxAge: 60), token: FormToken? = nil,
        @HTMLBuilder main: () -> some HTML
    ) -> Answer {
        let document = PageDocument(frame: frame, head: head, address: address, language: language, main: main)
        let answer = Answer(ByteBuffer(document: document, capacity: head.expectedBytes), as: .html, status: status, cache: status == .ok ? cache : .noStore)
        return token.map { answer.carrying($0) } ?? answer
    }
}
