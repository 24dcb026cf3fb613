import Core
import HTTPTypes
import Hummingbird
import NIOCore
import People
import ServiceLifecycle
import Web

extension MediaKind {
    /// Events as they happen (HTML Living Standard, 9.2).
    static let events = MediaKind("text/event-stream; charset=utf-8", isText: true)
}

extension LiveWatch {
    /// A stream ends by then and the browser comes back: so its rights are looked at anew.
    private static let longest = Duration.seconds(300)

    /// Each standing as an event. Where too many look already it says so, and the script asks by itself.
    func answer(for thing: Identifier) throws -> Answer {
        guard let (standings, end) = listen(to: thing) else {
            throw Problem.unavailable(Localized(nl: "Er kijken nu te veel mensen mee.", en: "Too many people are looking now."))
        }
        let body = ResponseBody { writer in
            let begun = ContinuousClock.now
            var last: String?
            try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
            try await withGracefulShutdownHandler {
                for await standing in standings {
                    // A comment keeps the line open; an event says that something changed.
                    let text = standing == last ? ":\n\n" : "id: \(standing)\nevent: stand\ndata: \(standing)\n\n"
                    try await writer.write(ByteBuffer(string: text))
                    last = standing
                    if begun.duration(to: .now) > Self.longest { break }
                }
            } onGracefulShutdown: {
                end()
            }
            try await writer.finish(nil)
        }
        var answer = Answer(stream: body, as: .events)
        // A proxy in front must not save it up.
        if let name = HTTPField.Name("X-Accel-Buffering") { answer.headers[name] = "no" }
        return answer
    }
}

extension IntervisionPart {
    /// The standing of a session without a word of anyone: a script that hears it change asks for the page, with the rights of the page.
    func liveStanding(of id: Identifier) async throws -> String? {
        guard let session = try await sessions.find(id), session.state != .closed else { return nil }
        let present = try await sessions.present(in: id), ready = try await sessions.ready(in: id, step: session.step).intersection(present)
        return "\(session.version)-\(session.words)-\(present.count)-\(ready.count)-\(session.step)"
    }

    /// - Parameter watch: one for all streams of this node
    func streamRoute(_ watch: LiveWatch) -> Route {
        Route(
            .get, "/intervisie/sessies/{sessie}/stroom", name: "intervision.session.stream", access: .person, summary: SessionWords.both(\.timeLeft)
        ) { _, context in
            let (session, _, _) = try await self.session(context)
            guard let person = context.actor.person?.id, try await sessions.present(in: session.id).contains(person) else { throw Problem.notFound }
            return try watch.answer(for: session.id)
        }
    }
}
