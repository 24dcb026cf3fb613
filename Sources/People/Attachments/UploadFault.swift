import Core

/// Why a file is not taken, in words for who sent it.
package enum UploadFault: Error, Sendable, Hashable {
    case empty
    case tooLarge(limit: Int)
    /// No kind that is taken here, or a kind that the form does not take.
    case kind(FileSelection)
    /// Its name says another kind than its content.
    case ending(String)
    /// Cut off or broken.
    case damaged
    case tooManyPixels
    /// A virus, or the file that tests ask for it with.
    case malware
    /// Nobody could look whether there is a virus in it.
    case scannerDown
    /// The thing has as much as it may have.
    case thingFull
    /// The person sent as much as they may.
    case personFull
    /// Too many files of this person wait for a form.
    case tooManyWaiting
    /// A picture without words for who does not see it.
    case altMissing
    /// This installation has no folder for files.
    case noFolder
    /// It waited too long, or was never there.
    case gone

    package var message: Localized {
        switch self {
        case .empty: Localized(nl: "Dit bestand is leeg. Kies een ander bestand.", en: "This file is empty. Choose another file.")
        case .tooLarge(let limit):
            Localized(
                nl: "Dit bestand is te groot. Kies een bestand van hoogstens \(limit >> 20) MB.",
                en: "This file is too large. Choose a file of at most \(limit >> 20) MB.")
        case .kind(let selection): Self.kind(selection)
        case .ending(let ending):
            Localized(
                nl: "De naam past niet bij wat er in dit bestand zit. Bewaar het als .\(ending) en kies het opnieuw.",
                en: "The name does not fit what is in this file. Save it as .\(ending) and choose it again.")
        case .damaged:
            Localized(
                nl: "Dit bestand is stuk of niet heel. Open het, bewaar het opnieuw en kies het nog een keer.",
                en: "This file is broken or not whole. Open it, save it again and choose it once more.")
        case .tooManyPixels:
            Localized(nl: "Deze foto is te groot. Maak hem kleiner en kies hem opnieuw.", en: "This picture is too large. Make it smaller and choose it again.")
        case .malware:
            Localized(
                nl: "In dit bestand zit iets dat schade kan doen. Wij bewaren het niet.",
                en: "There is something in this file that can do harm. We do not keep it.")
        case .scannerDown:
            Localized(
                nl: "Wij kunnen nu niet kijken of dit bestand veilig is. Probeer het later opnieuw.",
                en: "We cannot see now whether this file is safe. Try again later.")
        case .thingFull: Localized(nl: "Hier kunnen niet meer bestanden bij. Haal er eerst een weg.", en: "No more files fit here. Take one away first.")
        case .personFull:
            Localized(nl: "Je ruimte voor bestanden is vol. Haal er eerst een weg.", en: "Your room for files is full. Take one away first.")
        case .tooManyWaiting:
            Localized(nl: "Je stuurde te veel bestanden. Probeer het over een paar uur opnieuw.", en: "You sent too many files. Try again in a few hours.")
        case .altMissing: Localized(nl: "Vertel kort wat er op de foto staat", en: "Say in a few words what the picture shows")
        case .noFolder: Localized(nl: "Op deze site kun je geen bestanden bewaren.", en: "Files cannot be kept on this site.")
        case .gone: Localized(nl: "Het bestand is er niet meer. Kies het opnieuw.", en: "The file is not there any more. Choose it again.")
        }
    }

    private static func kind(_ selection: FileSelection) -> Localized {
        switch selection {
        case .pictures: Localized(nl: "Kies een foto: JPEG, PNG of WebP.", en: "Choose a picture: JPEG, PNG or WebP.")
        case .documents:
            Localized(
                nl: "Kies een document: PDF, Word, Excel, PowerPoint, OpenDocument, CSV of tekst. Zonder macro’s.",
                en: "Choose a document: PDF, Word, Excel, PowerPoint, OpenDocument, CSV or text. Without macros.")
        case .all:
            Localized(
                nl: "Kies een foto (JPEG, PNG, WebP) of een document (PDF, Word, Excel, PowerPoint, OpenDocument, CSV, tekst). Zonder macro’s.",
                en: "Choose a picture (JPEG, PNG, WebP) or a document (PDF, Word, Excel, PowerPoint, OpenDocument, CSV, text). Without macros.")
        }
    }
}
