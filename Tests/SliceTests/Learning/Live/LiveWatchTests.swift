import Core
import Credentials
import Synchronization
import Testing
import Web

@testable import Learning

@Suite("Streams of what changes")
struct LiveWatchTests {
    private final class Source: Sendable {
        let state = Mutex<(standing: String?, reads: Int)>(("1", 0))
        func read() -> String? {
            state.withLock { state in
                state.reads += 1
                return state.standing
            }
        }
        func set(_ standing: String?) { state.withLock { $0.standing = standing } }
    }

    @Test("everyone who looks hears a change from one reader, and the streams end with the session", .timeLimit(.minutes(1)))
    func fans() async throws {
        let source = Source(), thing = Identifier(at: 1)
        let watch = LiveWatch(pause: .milliseconds(20)) { _ in source.read() }
        var streams: [AsyncStream<String>.Iterator] = []
        for _ in 0..<20 { streams.append(try #require(watch.standings(of: thing)).makeAsyncIterator()) }
        for index in streams.indices { #expect(await streams[index].next() == "1") }
        source.set("2")
        for index in streams.indices {
            var standing = await streams[index].next()
            while standing == "1" { standing = await streams[index].next() }
            #expect(standing == "2")
        }
        source.set(nil)
        for index in streams.indices {
            var standing = await streams[index].next()
            while standing == "2" { standing = await streams[index].next() }
            #expect(standing == nil)
        }
        #expect(watch.count(of: thing) == 0)
    }

    @Test("more streams than may be are refused, so that they ask by themselves")
    func most() throws {
        let watch = LiveWatch(most: 2) { _ in "1" }, thing = Identifier(at: 1)
        let first = try #require(watch.standings(of: thing)), second = try #require(watch.standings(of: thing))
        #expect(watch.standings(of: thing) == nil)
        #expect(watch.standings(of: Identifier(at: 2)) != nil)
        withExtendedLifetime((first, second)) {}
    }

    @Test("one browser has another mark in each session")
    func marks() throws {
        let mark = LiveMark(try #require(SecretKey(Array(repeating: 7, count: 32)))), session = Identifier(at: 1)
        #expect(mark.tag("a", in: session) == mark.tag("a", in: session))
        #expect(mark.tag("a", in: session) != mark.tag("b", in: session))
        #expect(mark.tag("a", in: session) != mark.tag("a", in: Identifier(at: 2)))
    }

    @Test("every address of live sessions reads back what it prints")
    func roundTrip() throws {
        let code = try #require(AttendanceCode("ACD347")), id = Identifier(at: 1), meeting = Identifier(at: 2)
        let routes: [LiveRoute] = [
            .enter, .session(code), .stream(code), .screen(code), .support(code, id), .poll(code, id), .desk(meeting), .deskQuestion(meeting, id),
            .deskPolls(meeting), .deskPoll(meeting, id),
        ]
        for route in routes { #expect(LiveRoute(route.address) == route, "\(route.address.path)") }
        for path in ["/live/x", "/live/acd347", "/live/ACD347/x", "/bijeenkomsten/x/live"] { #expect(LiveRoute(PageAddress(target: path)) == nil, "\(path)") }
    }

    @Test("WYK-06: all words of live sessions are B1")
    func literals() throws {
        let count = try SourceWords.measure("Learning/Live")
        #expect(count > 40, "\(count)")
    }
}
