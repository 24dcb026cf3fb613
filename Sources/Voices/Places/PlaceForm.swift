import Core
import Dutch
import People
import Web

/// Reads what someone says about a place.
enum PlaceForm {
    static let text = "tekst"
    static let feeling = "gevoel"
    static let theme = "thema"
    static let month = "maand"
    static let square = "vak"
    static let way = "weg"
    static let home = "waar"
    static let shape = "vorm"
    static let squares = "vakken"
    static let street = "plek"
    static let part = "deel"
    static let readers = "lezers"
    static let helping = "hulp"
    /// Where someone pointed, between two pages: already no more exact than it will be kept.
    static let east = "oost"
    static let north = "noord"
    /// The picture on which one points sends these two, from its corner in the north-west.
    static let picture = "punt"
    /// Of the picture, in pixels: it does not stretch, or where someone pointed could not be told without a script.
    static let size = 256

    enum Kind: String, CaseIterable {
        case street = "buiten"
        case home = "thuis"
    }

    struct Told: Sendable {
        let words: String
        let language: String
        let spot: Place.Spot
        let visibility: Contribution.Visibility
        let isForAnother: Bool

        /// - Parameter assist: the help that runs for who sends it
        func entry(by actor: Actor, assist: AssistSession?, mayHelp: Bool) -> Contribution.Entry {
            let isHelp = assist != nil || (isForAnother && mayHelp)
            return Contribution.Entry(
                .place, words, channel: assist?.channel ?? (isHelp ? .assisted : .screen), language: language, visibility: visibility,
                enteredBy: isHelp ? actor.person?.id : nil,
                giver: isHelp ? nil : actor.person?.id)
        }
    }

    /// Nine parts of a map, in the order in which one reads it.
    static let parts = ["noordwest", "noord", "noordoost", "west", "midden", "oost", "zuidwest", "zuid", "zuidoost"]

    private typealias Words = PlaceWords

    /// Whether someone pointed on the picture; with no script its middle or a key gives its corner, which is no place.
    static func pointed(_ form: Form) -> Bool { form.has(picture + ".x") }

    /// The form with the place where someone pointed instead of the picture's own fields.
    static func pointing(_ form: Form, in frame: PlaceFrame, isAboutHome: Bool) -> Form {
        let across = form[picture + ".x"].flatMap { Int($0) } ?? 0, down = form[picture + ".y"].flatMap { Int($0) } ?? 0
        let gone: Set = [picture + ".x", picture + ".y"]
        let items = form.items.filter { !gone.contains($0.name) }
        guard across + down > 0, let point = frame.point(across: across, down: down, size: size) else { return Form(items: items) }
        let kept = isAboutHome || form.has(home, Kind.home.rawValue) ? point.coarse : point.rounded
        return Form(
            items: items.filter { ![east, north, squares].contains($0.name) } + [.init(east, String(kept.x)), .init(north, String(kept.y))])
    }

    /// Where the hidden fields say.
    static func point(_ form: Form, in frame: PlaceFrame?) -> GroundPoint? {
        guard let frame, let x = form[east].flatMap({ Int($0) }), let y = form[north].flatMap({ Int($0) }) else { return nil }
        let point = GroundPoint(x, y)
        return frame.square(of: point).map { _ in point }
    }

    /// - Parameters:
    ///   - frame: of the map; nil where the area has no borders
    ///   - themes: keys that can be chosen
    /// - Returns: nil where something is wrong, which the form says
    static func told(_ form: inout Form, in conversation: Conversation, frame: PlaceFrame?, themes: Set<String>) -> Told? {
        let isOnMap = form.has(way, PlaceRoute.Way.map.rawValue) && frame != nil
        let kind = conversation.facts.isAboutHome ? Kind.home : form.choice(home, of: Kind.self, required: Words.both(\.choose))
        let place = isOnMap ? onMap(&form, frame) : inWords(&form, frame)
        let feeling = form.choice(feeling, of: Place.Feeling.self, required: Words.both(\.choose))
        let theme = form[theme].flatMap { themes.contains($0) ? $0 : nil }
        let words = form.text(text, limit: Place.limit, required: Words.both(\.empty))
        let visibility = form.choice(readers, of: Contribution.Visibility.self, required: Words.both(\.choose))
        if TrapField.isSprung(form) { form.fail(text, TrapField.words) }
        guard let kind, let place, let feeling, let words, let visibility, form.errors.isEmpty else { return nil }
        let spot = Place.Spot(
            feeling, theme: theme, isHome: kind == .home, shape: place.shape, exactness: place.exactness, words: place.words, points: place.points)
        return Told(
            words: words, language: GivingForm.language(form, of: conversation.facts.languages), spot: spot, visibility: visibility,
            isForAnother: form.has(helping, "ja"))
    }

    private struct Where {
        let shape: Place.Shape
        let exactness: Place.Exactness
        let words: String?
        let points: [GroundPoint]
    }

    private static func onMap(_ form: inout Form, _ frame: PlaceFrame?) -> Where? {
        let shape = form[shape].flatMap { Place.Shape(rawValue: $0) } ?? .point, typed = form.text(squares)
        guard let frame, let typed else {
            guard let point = point(form, in: frame), shape == .point else {
                form.fail(squares, shape == .point ? Words.both(\.noPoint) : Words.both(\.moreSquares))
                return nil
            }
            return Where(shape: .point, exactness: .point, words: nil, points: [point])
        }
        guard let found = MapSquare.typed(typed), !found.isEmpty, found.count <= MapSquare.all.count else {
            form.fail(squares, Words.both(\.noSquare))
            return nil
        }
        guard shape != .line || found.count > 1 else {
            form.fail(squares, Words.both(\.moreSquares))
            return nil
        }
        return Where(
            shape: found.count > 1 && shape == .point ? .area : shape, exactness: .square, words: nil, points: found.map { frame.part($0).centre })
    }

    private static func inWords(_ form: inout Form, _ frame: PlaceFrame?) -> Where? {
        let words = form.text(street, required: Words.both(\.noStreet))
        if let words, PersonalDataCheck().marks(in: words).contains(where: { $0.kind == .address }) { form.fail(street, Words.both(\.noNumber)) }
        guard let words else { return nil }
        let shape = form[shape].flatMap { Place.Shape(rawValue: $0) } ?? .point
        guard let frame, let part = form[part].flatMap(parts.firstIndex(of:)) else { return Where(shape: shape, exactness: .words, words: words, points: []) }
        let third = frame.side / 3
        let centre = GroundPoint(frame.west + part % 3 * third + third / 2, frame.south + (2 - part / 3) * third + third / 2)
        return Where(shape: shape, exactness: .part, words: words, points: [centre])
    }
}
