import Core
import Pictures
import Web

/// The sentences about files, in both languages.
struct AttachmentWords: PageWords {
    let language: Language

    var file: String { say("Een bestand", "A file") }
    var smaller: String { say("Een kleinere foto", "A smaller picture") }

    var own: String { say("Mijn bestanden", "My files") }
    var ownLead: String {
        say(
            "Bestanden bij je profiel, en wat je ergens anders op deze site zette. Wie je profiel ziet, ziet ook de bestanden daarbij.",
            "Files with your profile, and what you put elsewhere on this site. Who sees your profile sees the files with it.")
    }
    var none: String { say("Je hebt nog geen bestanden.", "You have no files yet.") }
    func room(_ used: Int, of all: Int) -> String {
        say("Je gebruikt \(size(used)) van \(size(all)).", "You use \(size(used)) of \(size(all)).")
    }
    var add: String { say("Voeg een bestand toe", "Add a file") }
    var choose: String { say("Bestand", "File") }
    func chooseHint(_ limit: Int) -> String {
        say(
            "Foto’s, en documenten zonder macro’s. Hoogstens \(limit >> 20) MB. Uit een foto halen wij waar en wanneer hij is gemaakt.",
            "Pictures, and documents without macros. At most \(limit >> 20) MB. We take out of a picture where and when it was made.")
    }
    var chooseEmpty: String { say("Kies een bestand", "Choose a file") }
    var alt: String { say("Wat staat er op de foto?", "What does the picture show?") }
    var altHint: String {
        say("Voor wie de foto niet ziet. Bij een document hoef je niets in te vullen.", "For who does not see the picture. Not needed for a document.")
    }
    var remove: String { say("Haal weg", "Take away") }
    var waiting: String { say("wacht op een formulier", "waits for a form") }
    var elsewhere: String { say("staat ergens anders op deze site", "stands elsewhere on this site") }
    var large: String { say("Bekijk de foto groot", "See the large picture") }

    /// `Foto, 2 MB`.
    func about(_ file: Attachment) -> String { "\(kind(file.kind)), \(size(file.file.size))" }

    private func kind(_ kind: FileKind) -> String {
        switch kind {
        case .jpeg, .png, .webp, .gif: say("Foto", "Picture")
        case .pdf: "PDF"
        case .docx, .odt: say("Document", "Document")
        case .xlsx, .ods: say("Rekenblad", "Spreadsheet")
        case .pptx, .odp: say("Presentatie", "Presentation")
        case .text: say("Tekst", "Text")
        }
    }

    /// `12 kB`, `2,5 MB`.
    func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1_000_000: "\(Numbers.text(Double(max(1, bytes / 1000)), in: language)) kB"
        case ..<1_000_000_000: "\(Numbers.text(Double(bytes) / 1_000_000, decimals: 1, in: language)) MB"
        default: "\(Numbers.text(Double(bytes) / 1_000_000_000, decimals: 1, in: language)) GB"
        }
    }
}
