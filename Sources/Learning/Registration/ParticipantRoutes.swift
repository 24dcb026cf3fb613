import Core
import HTTPTypes
import Hummingbird
import Web

/// The table of what organisers do with the list of participants.
struct ParticipantRoutes: Sendable {
    let part: RegistrationPart

    private typealias Words = ParticipantWords

    var table: [Route] {
        [
            route(.get, "", "registration.participants", Words.both(\.title)) { try await $0.show($1) },
            route(.get, ".csv", "registration.participants-file", Words.both(\.file)) { try await $0.file($1) },
            route(.get, "/erbij", "registration.adding", Words.both(\.add)) { try await $0.adding($1) },
            route(.post, "/erbij", "registration.add", Words.both(\.add)) { try await $0.add($1) },
            route(.post, "/plaatsen", "registration.places", Words.both(\.places)) { try await $0.setPlaces($1) },
            route(.post, "/vastgehouden", "registration.keep", Words.both(\.keep)) { try await $0.keep($1) },
            route(.post, "/vastgehouden/{plekken}/weg", "registration.release", Words.both(\.release)) { try await $0.release($1) },
            route(.post, "/{inschrijving}/weg", "registration.remove", Words.both(\.remove)) { try await $0.remove($1) },
            route(.post, "/aanwezig", "registration.attendance", Words.both(\.attendance)) { try await $0.setAttendance($1) },
            route(.get, "/indelen", "registration.division", Words.both(\.divide)) { try await $0.division($1) },
            route(.post, "/indelen", "registration.divide", Words.both(\.confirm)) { try await $0.divide($1) },
        ]
    }

    private func route(
        _ method: HTTPRequest.Method, _ rest: String, _ name: String, _ summary: Localized,
        _ handler: @escaping @Sendable (ParticipantDesk, WebContext) async throws -> Answer
    ) -> Route {
        Route(method, "/bijeenkomsten/{bijeenkomst}/deelnemers\(rest)", name: name, access: .organisers, summary: summary) {
            try await handler(ParticipantDesk(part: part, request: $0), $1)
        }
    }
}
