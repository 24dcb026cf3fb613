import Core
import HTML

/// The page a visitor sees when something is not there, not allowed or not working: what happened, and ways onward.
struct ProblemPage: Component {
    let fault: Fault
    let frame: SiteFrame
    let language: Language
    let requestID: String

    var body: some HTML {
        TextColumn(fault.title[language], lead: fault.detail[language]) {
            if !fault.errors.isEmpty {
                ul { Each(fault.errors) { error in li { error.message[language] } } }
            }
            if let search = frame.search { SearchBox(frame.searchLabel[language], address: search, language: language) }
            nav(.ariaLabel(language == .nl ? "Verder" : "Onward")) {
                ul(.class("kaal")) {
                    li { a(.href(PageAddress.home.url(in: language))) { language == .nl ? "Naar de startpagina" : "To the start page" } }
                    Each(frame.menu) { item in li { a(.href(item.address.url(in: language))) { item.title[language] } } }
                }
            }
            if fault.status >= 500 {
                p(.class("klein subtiel")) {
                    language == .nl ? "Neem je contact op? Noem dan dit nummer: " : "If you contact us, please give this number: "
                    code { requestID }
                }
            }
        }
    }
}

/// A search as a form that changes nothing: words in the query of the address.
package struct SearchBox: Component {
    let prompt: String
    let address: PageAddress
    let language: Language
    let words: String

    /// - Parameter words: what is in the box already
    package init(_ label: String, address: PageAddress, language: Language, words: String = "") {
        self.prompt = label
        self.address = address
        self.language = language
        self.words = words
    }

    package var body: some HTML {
        search {
            form(.class("zoekvak").action(address.keeping().url(in: language)).method("get")) {
                label(.for("zoek")) { prompt }
                div(.class("knoppen")) {
                    input(.type("search").id("zoek").name(SiteFrame.searchKey).value(words).autocomplete("off"))
                    button(.class("knop")) {
                        Icon(.search)
                        language == .nl ? "Zoek" : "Search"
                    }
                }
            }
        }
    }
}
