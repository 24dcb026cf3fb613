import Core
import HTML
import Web

/// What an outcome is worth: what it does not say, what it yields, how to read it, its advantages and limits, and how it was made.
struct InterpretationBlock: Component {
    let interpretation: Interpretation
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        section(.class("sectie duiding").ariaLabelledBy("duiding")) {
            h2(.id("duiding")) { words.interpretationTitle }
            Notice(.caution) {
                h3 { words.doesNotSayTitle }
                ul {
                    Each(interpretation.doesNotSay) { line in li { line[language] } }
                    Each(interpretation.cautions) { caution in li { words.caution(caution) } }
                }
            }
            div(.class("vier")) {
                part(words.yieldsTitle, [interpretation.yields])
                part(words.readingTitle, interpretation.reading)
                part(words.advantagesTitle, interpretation.advantages)
                part(words.limitsTitle, interpretation.limits)
            }
            method
        }
    }

    private func part(_ title: String, _ lines: [Localized]) -> some HTML {
        section {
            h3 { title }
            if lines.count == 1 { p { lines[0][language] } } else { ul { Each(lines) { line in li { line[language] } } } }
        }
    }

    private var method: some HTML {
        details(.class("methode")) {
            summary { words.methodTitle }
            dl(.class("over")) {
                Fact(words.methodName, interpretation.method[language])
                Each(interpretation.parameters) { parameter in Fact(parameter.name[language], parameter.value[language]) }
                Fact(words.methodVersion, String(interpretation.version))
                if let seed = interpretation.seed { Fact(words.seedName, "\(seed). \(words.seedHelp)") }
            }
            p(.class("klein subtiel")) { words.noOrigin }
        }
    }
}

/// The files of an outcome, the command that makes it again, and the address that holds every choice.
struct AnalysisDownload: Component {
    let recipe: AnalysisRecipe
    /// Each file with its address.
    let links: [(file: AnalysisFile, url: String)]
    /// Of the page, with all choices.
    let address: String
    let sources: [Edition]
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        section(.class("sectie").ariaLabelledBy("meenemen")) {
            h2(.id("meenemen")) { words.takeAlong }
            div(.class("knoppen")) { Each(links) { link in a(.class("knop licht").href(link.url)) { words.file(link.file) } } }
            if let command = recipe.command {
                p { words.commandHelp }
                pre(.class("opdracht").tabindex(0)) { command }
            } else {
                p { words.noCommand }
            }
            p { words.analysisAddress }
            p(.class("adres")) { a(.href(address)) { address } }
            if !sources.isEmpty { SourceList(editions: sources, language: language) }
        }
    }
}
