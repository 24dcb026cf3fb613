import Core
import People
import Web

extension Slice {
    /// Where the pages of people and programmes lead to in this slice.
    package static let doors = PeopleDoors(
        own: [
            MenuItem(NetworkWords.both(\.places), RegistrationRoute.mine.address), MenuItem(WorksheetWords.both(\.mine), WorksheetRoute.all.address),
            MenuItem(NetworkWords.both(\.groups), IntervisionRoute.home.address), MenuItem(NetworkWords.both(\.knows), ExpertiseRoute.mine.address),
            MenuItem(FollowUpWords.both(\.title), FollowUpRoute.mine.address),
        ],
        programme: { programme, part in
            guard part.map(AgendaPart.takes) ?? true else { return [] }
            return [MenuItem(AgendaWords.both(\.all), AgendaRoute.agenda(part?.id ?? programme).address)]
        })
}
