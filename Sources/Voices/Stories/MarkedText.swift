import Core
import Dutch
import HTML

/// A text in which what looks like personal data is marked, with a word that says what it looks like: not by colour alone.
struct MarkedText: Component {
    let text: String
    let language: Language

    private struct Piece {
        let text: String
        let kind: PersonalDataCheck.Kind?
    }

    var body: some HTML {
        p(.class("gemarkeerd")) {
            Each(pieces) { piece in
                if let kind = piece.kind {
                    mark { piece.text + " [" + Self.name(kind)[language] + "]" }
                } else {
                    piece.text
                }
            }
        }
    }

    static func found(in text: String) -> Bool { !PersonalDataCheck().marks(in: text).isEmpty }

    private var pieces: [Piece] {
        var pieces: [Piece] = [], place = text.startIndex
        for found in PersonalDataCheck().marks(in: text) {
            if place < found.range.lowerBound { pieces.append(Piece(text: String(text[place..<found.range.lowerBound]), kind: nil)) }
            pieces.append(Piece(text: String(text[found.range]), kind: found.kind))
            place = found.range.upperBound
        }
        return place < text.endIndex ? pieces + [Piece(text: String(text[place...]), kind: nil)] : pieces
    }

    private static func name(_ kind: PersonalDataCheck.Kind) -> Localized {
        switch kind {
        case .name: Localized(nl: "naam?", en: "name?")
        case .mail: Localized(nl: "mailadres?", en: "mail address?")
        case .telephone: Localized(nl: "telefoon?", en: "telephone?")
        case .address: Localized(nl: "adres?", en: "address?")
        case .bankAccount: Localized(nl: "rekening?", en: "bank account?")
        case .citizenNumber: Localized(nl: "bsn?", en: "citizen number?")
        case .birthDate: Localized(nl: "geboortedag?", en: "date of birth?")
        case .numberPlate: Localized(nl: "kenteken?", en: "number plate?")
        case .rareTrait: Localized(nl: "kenmerk?", en: "trait?")
        }
    }
}
