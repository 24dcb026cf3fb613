import Core
import Testing
import Web

@testable import Learning

@Suite("Addresses of intervision and cases")
struct IntervisionRouteTests {
    private static let one = Identifier(at: 1), two = Identifier(at: 2)

    @Test("every address prints and reads back as itself, in both languages")
    func roundTrip() {
        let one = Self.one, two = Self.two
        let all: [IntervisionRoute] = [
            .home, .methods, .method("incident"), .methodExperiences("incident"), .chooser, .groups, .newGroup, .group(one), .agreements(one), .members(one),
            .member(one, two), .answer(one), .end(one), .sessions(one), .groupMethods(one), .session(one), .roles(one), .words(one), .yields(one),
            .yieldRemoval(one, two), .consent(one), .standing(one),
        ]
        #expect(Set(all.map { $0.address.url(in: .nl) }).count == all.count)
        for route in all { #expect(IntervisionRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)") }
        let filter = CaseFilter(size: .to50, urbanity: .little, domains: ["wonen", "werk"])
        let cases: [CaseRoute] = [
            .list(), .list(filter), .new, .practiceCase(one), .edit(one), .share(one), .check(one), .withdraw(one), .experiences(one),
        ]
        for route in cases { #expect(CaseRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)") }
    }

    @Test("what is no address of these is none")
    func others() {
        for target in [
            "/", "/casus", "/intervisie/anders", "/intervisie/groepen/x", "/intervisie/groepen/\(Self.one)/leden/x", "/intervisie/sessies",
            "/intervisie/sessies/\(Self.one)/anders", "/intervisie/methoden/incident/ervaringen/x",
        ] { #expect(IntervisionRoute(PageAddress(target: target)) == nil, "\(target)") }
        for target in ["/", "/casussen/x", "/casussen/\(Self.one)/anders", "/casussen/\(Self.one)/delen/x", "/casussen/nieuw/x"] {
            #expect(CaseRoute(PageAddress(target: target)) == nil, "\(target)")
        }
        #expect(CaseRoute(PageAddress(target: "/casussen?grootte=groot&stedelijk=9&domein=")) == .list())
    }
}
