import Core
import People
import Testing
import Web

@testable import Learning

@Suite("Addresses and words of agendas")
struct AgendaRouteTests {
    @Test("every address reads back what it prints")
    func roundTrip() {
        let id = Identifier(at: 1), item = Identifier(at: 2)
        let routes: [AgendaRoute] =
            [
                .list, .agenda(id), .agenda(id, AgendaFilter(level: .village, domains: ["wonen", "zorg"])), .item(id, item), .support(id, item),
                .objection(id, item), .version(id, 3), .calendar(id), .proposals(id), .desk(id), .new(id), .edit(id, item), .step(id, item), .move(id, item),
                .effect(id, item), .answer(id, item), .versions(id),
            ] + AgendaRoute.CalendarFile.allCases.map { .file(id, $0) }
        for route in routes { #expect(AgendaRoute(route.address) == route, "\(route.address.path)") }
        for path in [
            "/leeragenda/x", "/leeragenda/\(id)/versies/0", "/leeragenda/\(id)/versies/01", "/leeragenda/\(id)/punten", "/leeragenda/\(id)/bewerken/x",
            "/agenda", "/leeragenda/\(id)/kalender.pdf",
        ] {
            #expect(AgendaRoute(PageAddress(target: path)) == nil, "\(path)")
        }
    }

    @Test("WYK-06: all words of agendas are B1")
    func literals() throws {
        let count = try SourceWords.measure("Learning/Agenda")
        #expect(count > 100, "\(count)")
    }
}
