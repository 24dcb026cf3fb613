import Core
import HTML
import Web

/// What people need to know of the API, made from the endpoints themselves.
struct APIHelpPage: Component {
    let document: APIDocument
    let words: APIHelp

    private var language: Language { words.language }

    var body: some HTML {
        TextColumn(APIHelp.title[language], lead: words.lead) {
            section {
                h2 { words.start }
                p { words.startText }
                ul {
                    li { a(.href(Endpoint.root)) { words.root } }
                    li { a(.href(Endpoint.root + "/openapi.json")) { words.machine } }
                }
            }
            section {
                h2 { words.rules }
                ul { Each(words.rulesList) { rule in li { rule } } }
            }
            section {
                h2 { words.operations }
                Each(document.endpoints) { endpoint in operation(endpoint) }
            }
        }
    }

    private func operation(_ endpoint: Endpoint) -> some HTML {
        article(.class("api").id(endpoint.id)) {
            h3 { endpoint.summary[language] }
            p(.class("api-adres")) { code { "GET " + Endpoint.root + endpoint.path } }
            if let description = endpoint.description { p { description[language] } }
            p {
                words.example + ": "
                a(.class("api-voorbeeld").href(endpoint.example.url(in: .nl))) { endpoint.example.url(in: .nl) }
            }
            if !endpoint.parameters.isEmpty {
                details {
                    summary { words.parameters }
                    parameters(endpoint)
                }
            }
        }
    }

    private func parameters(_ endpoint: Endpoint) -> some HTML {
        div(.class("tabelvak").role("region").ariaLabel(words.caption(endpoint.path)).tabindex(0)) {
            table(.class("stapel")) {
                caption { words.caption(endpoint.path) }
                thead {
                    tr {
                        th(.scope("col")) { words.name }
                        th(.scope("col")) { words.meaning }
                        th(.scope("col")) { words.allowed }
                    }
                }
                tbody {
                    Each(endpoint.parameters) { parameter in
                        tr {
                            th(.scope("row")) { code { parameter.name } }
                            td(.data("kop", words.meaning)) { parameter.description[language] }
                            td(.class("api-mag").data("kop", words.allowed)) { parameter.isInPath ? words.inPath : parameter.expected[language] }
                        }
                    }
                }
            }
        }
    }
}
