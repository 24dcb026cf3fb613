import Areas
import Core
import Learning
import Mail
import People
import SQL
import TestSupport
import Testing
import Web

@Suite("Meetings in the search and as links")
struct MeetingEntriesTests {
    @Test("MTG-04, ORG-02: a public meeting is found with its labels and area, without the link to join; a draft is not", arguments: TestDatabase.engines)
    func entries(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let part = MeetingPart(areas: Areas.Slice(database: ground.people.database), people: ground.people.slice)
            let place = try #require(AreaCode("GM9999"))
            let meeting = try await ground.add(
                ground.facts("Samen eten") {
                    $0.area = place; $0.subject = "Koken"; $0.joinLink = "https://vergader.example/geheim"
                }, terms: ["eenzaamheid"])
            _ = try await ground.add("Concept", announced: false)
            let source = try #require(part.searchSources.first), before = try await source.version(), entries = try await source.entries()
            let entry = try #require(entries.first)
            #expect(entries.count == 1 && entry.kind == .meeting && entry.key == meeting.id.description && entry.title.nl == "Samen eten")
            #expect(entry.labels.map(\.key) == ["thema:eenzaamheid"] && entry.areas == [place] && entry.audience == [.everyone])
            #expect(entry.note.nl == "Bijeenkomst, 21 oktober 2026, Wijkprofielen maken" && entry.note.en == "Meeting, 21 October 2026, Wijkprofielen maken")
            let all = entry.text.nl + entry.text.en + entry.note.nl
            #expect(all.contains("Koken") && !all.contains("geheim"))
            try await ground.store.cancel(meeting.id, because: "Ziek", from: ground.origin())
            let after = try await source.version()
            #expect(after > before)
        }
    }

    @Test("ORG-20: a meeting is part of its series and organised by those of the nearest part that names anyone", arguments: TestDatabase.engines)
    func links(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let part = MeetingPart(areas: Areas.Slice(database: ground.people.database), people: ground.people.slice)
            let slice = ground.people.slice, origin = ground.origin()
            let whole = try await slice.organisations.add(name: "Provincie", kind: .civilSociety, from: origin)
            let five = try await ["A", "B", "C", "D", "E"].asyncMap { try await slice.organisations.add(name: $0, kind: .company, from: origin).id }
            try await slice.programmes.involve(whole.id, as: .organiser, in: ground.programme, from: origin)
            for id in five { try await slice.programmes.involve(id, as: .organiser, in: ground.programme, part: ground.series, from: origin) }
            let inSeries = try await ground.add("In de reeks"), loose = try await ground.add("Los") { $0.part = nil }
            let links = try await #require(part.linkSources.first).links()
            func ends(_ meeting: Meeting, _ relation: Relation) -> Set<String> {
                Set(links.filter { $0.from == meeting.reference && $0.relation == relation }.map(\.to.key))
            }
            #expect(ends(inSeries, .partOf) == [ground.series.description] && ends(loose, .partOf) == [ground.programme.description])
            #expect(ends(inSeries, .organisedBy) == Set(five.map(\.description)) && ends(loose, .organisedBy) == [whole.id.description])
            for link in links { #expect(link.fits, "\(link)") }
        }
    }
}

extension [String] {
    fileprivate func asyncMap<Result>(_ body: (String) async throws -> Result) async throws -> [Result] {
        var results: [Result] = []
        for one in self { results.append(try await body(one)) }
        return results
    }
}
