import Core
import People
import Web

/// Reads a visit that somebody plans.
enum MissingForm {
    static let questions = "vragen"
    static let people = "wie"
    static let place = "waar"
    static let visitor = "door"
    static let day = "dag"
    static let visit = "bezoek"

    private typealias Words = MissingDeskWords

    static func visit(_ form: inout Form) -> (people: String, place: String, visitor: String, day: DutchDay)? {
        let people = form.text(people, limit: 200, required: Words.both(\.peopleEmpty)),
            place = form.text(place, limit: 200, required: Words.both(\.placeEmpty))
        let visitor = form.text(visitor, limit: 200, required: Words.both(\.visitorEmpty))
        let day = form.value(day, as: DutchDay.self, required: WorkshopDeskWords.both(\.dayWrong), otherwise: WorkshopDeskWords.both(\.dayWrong))
        guard let people, let place, let visitor, let day, form.errors.isEmpty else { return nil }
        return (people, place, visitor, day)
    }
}
