import Core
import HTML
import People
import Web

/// The map on which one points, and beside it the field in which one types a square: both end in the same.
struct MapPicker: Component {
    let conversation: Identifier
    let frame: PlaceFrame
    let hint: Localized
    let form: Form
    let language: Language

    private var words: PlaceWords { PlaceWords(language) }

    var body: some HTML {
        Group {
            p {
                input(
                    .type("image").class("plekvlak").name(PlaceForm.picture).src(PlaceRoute.map(conversation).address.url(in: language)).alt(words.picture)
                        .width(Double(PlaceForm.size)).height(Double(PlaceForm.size)))
            }
            if let point = PlaceForm.point(form, in: frame), let square = frame.square(of: point) {
                p(.role("status")) { words.chosen(square.description) }
                input(.type("hidden").name(PlaceForm.east).value(String(point.x)))
                input(.type("hidden").name(PlaceForm.north).value(String(point.y)))
            }
            TextField(PlaceForm.squares, PlaceWords.both(\.squares), hint: hint, isRequired: false, form: form, language: language)
        }
    }
}
