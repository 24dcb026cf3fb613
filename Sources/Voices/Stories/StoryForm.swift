import Core
import Dutch
import People
import Web

/// Reads what someone tells.
enum StoryForm {
    static let text = "verhaal"
    static let marks = "soort"
    static let place = "plek"
    static let readers = "lezers"
    static let quote = "citaat"
    static let helping = "hulp"

    struct Told: Sendable {
        let words: String
        let language: String
        let marks: Set<Story.Mark>
        let place: String?
        let point: GroundPoint?
        let visibility: Contribution.Visibility
        let isQuotable: Bool
        let isForAnother: Bool
        let photo: ContributionPhotos.Sent?

        /// - Parameter assist: the help that runs for who sends it
        func entry(by actor: Actor, assist: AssistSession?, mayHelp: Bool) -> Contribution.Entry {
            let isHelp = assist != nil || (isForAnother && mayHelp)
            return Contribution.Entry(
                .story, words, channel: assist?.channel ?? (isHelp ? .assisted : .screen), language: language, visibility: visibility, isQuotable: isQuotable,
                enteredBy: isHelp ? actor.person?.id : nil, giver: isHelp ? nil : actor.person?.id)
        }
    }

    /// Where someone pointed, or the middle of the square that they typed.
    private static func point(_ form: inout Form, _ frame: PlaceFrame?) -> GroundPoint? {
        guard let frame else { return nil }
        guard let typed = form.text(PlaceForm.squares) else { return PlaceForm.point(form, in: frame)?.coarse }
        guard let squares = MapSquare.typed(typed), squares.count == 1 else {
            form.fail(PlaceForm.squares, PlaceWords.both(\.noSquare))
            return nil
        }
        return frame.part(squares[0]).centre.coarse
    }

    /// - Parameters:
    ///   - languages: of the conversation
    ///   - frame: of the map; nil where the area has no borders
    ///   - photo: that came with it, or waits since the form was sent before
    /// - Returns: nil where something is wrong, which the form says
    static func told(_ form: inout Form, languages: [String], frame: PlaceFrame?, photo: Attachment? = nil) -> Told? {
        let words = form.text(text, limit: Story.limit, required: StoryWords.both(\.storyEmpty))
        let language = GivingForm.language(form, of: languages)
        let marks = Set(form.all(marks).compactMap { Story.Mark(rawValue: $0) })
        let place = form.text(place)
        if let place, PersonalDataCheck().marks(in: place).contains(where: { $0.kind == .address }) { form.fail(Self.place, StoryWords.both(\.placeExact)) }
        let point = point(&form, frame)
        if point != nil && place == nil { form.fail(Self.place, StoryWords.both(\.placeToo)) }
        let alt = form.text(ContributionPhotos.alt, limit: ContributionPhotos.altLimit, required: photo == nil ? nil : StoryWords.both(\.altEmpty))
        let visibility = form.choice(readers, of: Contribution.Visibility.self, required: StoryWords.both(\.choose))
        if TrapField.isSprung(form) { form.fail(text, StoryWords.both(\.again)) }
        guard let words, let visibility, form.errors.isEmpty else { return nil }
        return Told(
            words: words, language: language, marks: marks, place: place, point: point, visibility: visibility, isQuotable: form.has(quote, "ja"),
            isForAnother: form.has(helping, "ja"), photo: photo.map { ContributionPhotos.Sent(file: $0, alt: alt ?? "") })
    }
}
