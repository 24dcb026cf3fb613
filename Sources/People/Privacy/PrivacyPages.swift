import Core
import HTML
import Web

/// The register of processing, in plain words.
struct RegisterPage: Component {
    let language: Language

    private var words: AccountWords { AccountWords(language) }

    var body: some HTML {
        TextColumn(words.register, lead: words.registerLead) {
            Each(ProcessingActivity.allCases) { activity in
                section(.class("sectie").id(activity.rawValue)) {
                    h2 { activity.name[language] }
                    dl(.class("over")) {
                        fact(words.purpose, activity.purpose)
                        fact(words.basis, activity.basis)
                        fact(words.kept, activity.kept)
                        fact(words.term, activity.term)
                    }
                }
            }
        }
    }

    private func fact(_ name: String, _ value: Localized) -> some HTML {
        div {
            dt { name }
            dd { value[language] }
        }
    }
}

/// When someone's data was read, and what for.
struct ReadLinesSection: Component {
    let lines: [ReadLog.Line]
    let language: Language

    private var words: AccountWords { AccountWords(language) }

    var body: some HTML {
        section(.class("sectie").id("gelezen")) {
            h2 { words.readTitle }
            p { words.readLead }
            if lines.isEmpty {
                p { words.nothingYet }
            } else {
                ul { Each(lines) { line in li { "\(words.time(line.time)): \(line.activity.name[language])" } } }
            }
            p { a(.href(PeopleRoute.register.address.url(in: language))) { words.register } }
        }
    }
}
