import Core
import Foundation
import People
import SQL
import TestSupport
import Testing

@Suite("Organisations")
struct OrganisationTests {
    private typealias Fault = OrganisationStore.Fault

    private func code(_ text: String) throws -> AreaCode { try #require(AreaCode(text)) }

    private func origin(_ time: Int64) -> Origin { PeopleInDatabase.origin(time) }

    @Test("ORG-17: nine kinds of organisation, each with a name in both languages")
    func kinds() {
        let kinds = [
            "ministerie", "provincie", "gemeente", "koepel", "kennisinstelling", "maatschappelijke-organisatie", "bedrijf", "bewonersgroep", "adviesbureau",
        ]
        #expect(OrganisationKind.allCases.map(\.rawValue) == kinds)
        #expect(Set(OrganisationKind.allCases.flatMap { [$0.name.nl, $0.name.en] }).count == 18)
    }

    @Test("ORG-17: an organisation is kept as it was added and found by its kind, by name", arguments: TestDatabase.engines)
    func add(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let organisations = people.organisations
            let gelderland = try await organisations.add(name: "Gelderland", kind: .province, area: try code("PV25"), from: origin(5))
            let vng = try await organisations.add(name: "Vereniging van Nederlandse Gemeenten", kind: .umbrella, from: origin(6))
            let firm = try await organisations.add(name: "De Wijkmakers", kind: .advisoryFirm, from: origin(7))
            let other = try await organisations.add(name: "buurtkracht", kind: .advisoryFirm, from: origin(8))
            let expected = Organisation(
                id: gelderland.id, name: "Gelderland", kind: .province, area: try code("PV25"), addedAt: 5, endedAt: nil)
            #expect(try await organisations.find(gelderland.id) == expected)
            #expect(try await organisations.governing(try code("PV25")) == expected)
            #expect(try await organisations.governing(try code("PV26")) == nil)
            #expect(try await organisations.governing(try code("WK022201")) == nil)
            #expect(try await organisations.list(kind: .advisoryFirm) == [other, firm])
            #expect(try await organisations.list() == [other, firm, gelderland, vng])
            #expect(try await organisations.find(Identifier(at: 9)) == nil)
            #expect(try await people.actions() == Array(repeating: "organisation.added", count: 4))
            #expect(
                try await people.journal.lines(JournalQuestion(thing: Event.Thing("organisation", vng.id.description))).map(\.event.details) == [
                    ["kind": "koepel"]
                ])
        }
    }

    @Test("one municipality for each code; a residents' group has company", arguments: TestDatabase.engines)
    func places(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let organisations = people.organisations
            let doetinchem = try code("GM0222")
            try await organisations.add(name: "Doetinchem", kind: .municipality, area: doetinchem, from: origin(1))
            await #expect(throws: Fault.areaTaken) { try await organisations.add(name: "Nog een", kind: .municipality, area: doetinchem, from: origin(2)) }
            for area in [nil, try code("PV25"), try code("WK022201")] {
                await #expect(throws: Fault.wrongArea) { try await organisations.add(name: "Zonder", kind: .municipality, area: area, from: origin(3)) }
            }
            for name in ["", String(repeating: "é", count: 201), "A\0B"] {
                await #expect(throws: Fault.name) { try await organisations.add(name: name, kind: .company, from: origin(4)) }
            }
            try await organisations.add(name: String(repeating: "é", count: 200), kind: .company, from: origin(5))
            for name in ["Groen Overstegen", "Wij in De Huet"] {
                try await organisations.add(name: name, kind: .residentsGroup, area: doetinchem, from: origin(6))
            }
            #expect(try await organisations.list(kind: .residentsGroup).map(\.name) == ["Groen Overstegen", "Wij in De Huet"])
            // What was refused left nothing.
            #expect(try await people.actions().count == 4)
        }
    }

    @Test("a list that cannot be that of all municipalities changes nothing, and other organisations are left alone", arguments: TestDatabase.engines)
    func refusing(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let organisations = people.organisations
            try await organisations.add(name: "Gelderland", kind: .province, area: try code("PV25"), from: origin(1))
            try await organisations.settle([MunicipalityList(year: 2024, [(try code("GM0222"), "Doetinchem")])], from: origin(2))
            for lists in [[], [MunicipalityList(year: 2024, [])]] {
                await #expect(throws: Fault.emptyList) { try await organisations.settle(lists, from: origin(3)) }
            }
            let province = MunicipalityList(year: 2024, [(try code("PV25"), "Gelderland")]), nameless = MunicipalityList(year: 2024, [(try code("GM0202"), "")])
            await #expect(throws: Fault.wrongArea) { try await organisations.settle([province], from: origin(3)) }
            await #expect(throws: Fault.name) { try await organisations.settle([nameless], from: origin(3)) }
            #expect(try await organisations.list().map(\.name) == ["Doetinchem", "Gelderland"])
            #expect(try await people.actions().count == 2)
        }
    }

    @Test("ORG-09: two nodes that bring the municipalities up to date at once add each of them once", arguments: TestDatabase.engines)
    func settlingTogether(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.withTwo(engine) { first, second in
            let all = MunicipalityList(year: 2024, try (1...200).map { (try code(String(format: "GM%04d", $0)), "Gemeente \($0)") })
            async let one = first.organisations.settle([all], from: origin(1))
            async let two = second.organisations.settle([all], from: origin(2))
            #expect(try await (one.added + two.added) == 200)
            #expect(try await first.organisations.list(kind: .municipality).count == 200)
            #expect(try await Set(second.actions()) == ["municipalities.settled"])
        }
    }

    @Test("ORG-09: from the 345 municipalities of 2022 to the 342 of 2024", .enabled(if: DeliveryFiles.isPresent), arguments: TestDatabase.engines)
    func country(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let organisations = people.organisations
            let before = MunicipalityList(year: 2022, try municipalities("kwb_2022_gemeente_tmap.csv", nameAt: 1))
            let after = MunicipalityList(year: 2024, try municipalities("kwb_2024_85984NED_subset_gm_wk_bu.csv", nameAt: 2))
            #expect(try await organisations.settle([before], from: origin(1)).added == 345)
            // Brielle, Hellevoetsluis and Westvoorne became Voorne aan Zee; Weesp went to Amsterdam (CBS, gemeentelijke indeling 2023).
            let change = try await organisations.settle([before, after], from: origin(2))
            #expect((change.added, change.ended, change.resumed) == (1, 4, 0))
            #expect(try await organisations.list(kind: .municipality).count == 342)
            let ended = try await organisations.list(withEnded: true).filter { $0.endedAt != nil }.map(\.name)
            #expect(ended == ["Brielle", "Hellevoetsluis", "Weesp", "Westvoorne"])
            let brielle = try #require(try await organisations.governing(code("GM0501")))
            #expect(brielle.listed == Organisation.Listing(last: 2022, missing: 2024))
            #expect(try await organisations.settle([after, before], from: origin(3)).isNothing)
        }
    }

    private func municipalities(_ file: String, nameAt place: Int) throws -> [(code: AreaCode, name: String)] {
        let lines = String(decoding: try DeliveryFiles.bytes("kerncijfers/" + file), as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.filter { $0.hasPrefix("GM") }.compactMap { line in
            // The comma in "Nuenen, Gerwen en Nederwetten" cuts that name short, in both files.
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            return AreaCode(String(fields[0])).map { ($0, String(fields[place])) }
        }
    }
}
