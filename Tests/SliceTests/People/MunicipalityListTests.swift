import Core
import Foundation
import People
import SQL
import TestSupport
import Testing

@Suite("All municipalities")
struct MunicipalityListTests {
    private func code(_ text: String) throws -> AreaCode { try #require(AreaCode(text)) }

    private func origin(_ time: Int64) -> Origin { PeopleInDatabase.origin(time) }

    /// A whole country: these municipalities, and three hundred of which nothing more is known.
    static func country(_ year: Int, _ named: [AreaCode: String]) -> MunicipalityList {
        let others = (1...300).compactMap { number in AreaCode("GM9\(String(format: "%03d", number))").map { ($0, "Elders \(number)") } }
        return MunicipalityList(year: year, named.map { ($0.key, $0.value) } + others)
    }

    /// 1 January in the Netherlands: `date -d '2023-01-01 00:00 +0100' +%s`, in milliseconds.
    private static let startOf2023: Int64 = 1_672_527_600_000

    @Test("ORG-09: municipalities come, go, change their names and come back; nothing is written where nothing changed", arguments: TestDatabase.engines)
    func settling(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let organisations = people.organisations
            let brielle = try code("GM0501"), voorne = try code("GM1992"), hague = try code("GM0518")
            let before = Self.country(2022, [brielle: "Brielle", hague: "Den Haag"])
            let first = try await organisations.settle([before], from: origin(1))
            #expect((first.added, first.renamed, first.ended, first.resumed) == (302, 0, 0, 0))
            #expect(try await organisations.settle([before], from: origin(2)).isNothing)
            let after = Self.country(2023, [voorne: "Voorne aan Zee", hague: "'s-Gravenhage"])
            let second = try await organisations.settle([before, after], from: origin(3))
            #expect((second.added, second.renamed, second.ended, second.resumed) == (1, 1, 1, 0))
            #expect(try await organisations.list(kind: .municipality).prefix(1).map(\.name) == ["'s-Gravenhage"])
            let gone = try #require(try await organisations.governing(brielle))
            #expect(gone.endedAt == Self.startOf2023 && gone.listed == Organisation.Listing(last: 2022, missing: 2023))
            #expect(try await organisations.governing(voorne)?.listed == Organisation.Listing(last: 2023))
            #expect(try await organisations.list(kind: .municipality, withEnded: true).count == 303)
            let back = Self.country(2024, [voorne: "Voorne aan Zee", hague: "'s-Gravenhage", brielle: "Brielle"])
            let third = try await organisations.settle([back, before, after], from: origin(4))
            #expect((third.added, third.renamed, third.ended, third.resumed) == (0, 0, 0, 1))
            #expect(try await organisations.governing(brielle)?.endedAt == nil)
            let events = try await people.journal.lines().reversed().map(\.event)
            #expect(events.map(\.action) == Array(repeating: "municipalities.settled", count: 3))
            #expect(
                events.map { $0.details.filter { $0.key != "dated" } } == [["added": "302"], ["added": "1", "renamed": "1", "ended": "1"], ["resumed": "1"]])
        }
    }

    @Test("ORG-09: a list of a part of the country adds its municipalities and ends nobody", arguments: TestDatabase.engines)
    func part(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let organisations = people.organisations
            let doetinchem = try code("GM0222"), brielle = try code("GM0501")
            let country = Self.country(2022, [brielle: "Brielle"])
            try await organisations.settle([country], from: origin(1))
            let part = MunicipalityList(year: 2024, [(doetinchem, "Doetinchem")])
            #expect(!part.isComplete && country.isComplete)
            for lists in [[country, part], [part]] {
                let changed = try await organisations.settle(lists, from: origin(2))
                #expect(changed.ended == 0)
            }
            #expect(try await organisations.list(kind: .municipality).count == 302)
            // Three hundred is a part, one more the country.
            let codes = try (1...301).map { try code(String(format: "GM%04d", $0)) }
            #expect(!MunicipalityList(year: 2024, codes.prefix(300).map { ($0, "x") }).isComplete)
            #expect(MunicipalityList(year: 2024, codes.map { ($0, "x") }).isComplete)
        }
    }

    @Test(
        "ORG-09: one that was gone before anyone looked here is known with its years, and an older list makes them more precise",
        arguments: TestDatabase.engines)
    func former(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let organisations = people.organisations
            let brielle = try code("GM0501"), voorne = try code("GM1992")
            let old = Self.country(2020, [brielle: "Brielle"]), middle = Self.country(2022, [brielle: "Brielle"])
            let new = Self.country(2024, [voorne: "Voorne aan Zee"])
            let settled = try await organisations.settle([old, new], from: origin(1))
            #expect((settled.added, settled.ended) == (301, 1))
            #expect(try await organisations.governing(brielle)?.listed == Organisation.Listing(last: 2020, missing: 2024))
            let dated = try await organisations.settle([old, middle, new], from: origin(2))
            #expect(dated.dated == 1 && dated.ended == 0)
            #expect(try await organisations.governing(brielle)?.listed == Organisation.Listing(last: 2022, missing: 2024))
            try await organisations.settle([old, middle, Self.country(2023, [voorne: "Voorne aan Zee"]), new], from: origin(3))
            let gone = try #require(try await organisations.governing(brielle))
            #expect(gone.listed == Organisation.Listing(last: 2022, missing: 2023) && gone.endedAt == Self.startOf2023)
        }
    }
}
