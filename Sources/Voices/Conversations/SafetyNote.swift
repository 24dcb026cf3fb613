import Core
import HTML
import Web

/// What to do in danger, and where a worry about a person belongs: above every box where people write. Numbers first, no form.
package struct SafetyNote: Component {
    let language: Language

    package init(language: Language) {
        self.language = language
    }

    private var words: SafetyWords { SafetyWords(language) }

    package var body: some HTML {
        div(.class("melding let-op veilig")) {
            p {
                strong { words.danger }
                " "
                call("112")
            }
            p {
                words.noHurry + " "
                call("0900-8844")
            }
            p {
                words.person + " "
                call("0800-2000")
            }
        }
    }

    private func call(_ number: String) -> some HTML { a(.href("tel:" + number.filter(\.isNumber))) { number } }
}

/// The words of ``SafetyNote``.
struct SafetyWords: PageWords {
    let language: Language

    var danger: String { say("Is er nu gevaar? Bel", "Is there danger now? Call") }
    var noHurry: String { say("Heeft het geen haast, maar wil je de politie spreken? Bel", "No hurry, but you want to speak to the police? Call") }
    var person: String {
        say(
            "Gaat het over één mens, zoals een buur of een kind? Schrijf dat hier niet. Maak je je zorgen over geweld of zorg thuis? Bel Veilig Thuis:",
            "Is it about one person, such as a neighbour or a child? Do not write that here. Do you worry about violence or care at home? Call Veilig Thuis:")
    }
}
