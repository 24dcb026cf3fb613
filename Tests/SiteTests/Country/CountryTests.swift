import Areas
import Core
import Figures
import Foundation
import Jobs
import People
import SQL
import Site
import TestSupport
import Testing

/// The acceptance of the first main job, on the real files of the whole country.
@Suite(.enabled(if: SourceData.isPresent), CountrySites()) struct CountryTests {
    private func code(_ text: String) throws -> AreaCode { try #require(AreaCode(text)) }

    @Test("the whole country comes in: as many areas, boundaries and figures as the files hold, and all of it fits together", arguments: TestDatabase.engines)
    func counts(engine: TestDatabase.Engine) async throws {
        let country = try CountrySites.on(engine)
        #expect(country.endings.allSatisfy { $0.outcome == .done })
        let gazetteer = try await country.site.areas.gazetteer.current()
        let map = try #require(gazetteer.map(of: 2024))
        let levels: [AreaLevel] = [.municipality, .district, .neighbourhood]
        #expect(levels.map { map.areas(of: $0).count } == [342, 3_393, 14_574])
        #expect(levels.map { map.areas(of: $0).count }.reduce(0, +) == 18_309)
        #expect(levels.map { gazetteer.map(of: 2020)?.areas(of: $0).count } == [355, 3_177, 13_808])
        let shapes = country.site.areas.shapes
        #expect(try await shapes.count(year: 2024, level: .neighbourhood) == 14_565)
        #expect(try await shapes.count(year: 2024, level: .municipality) == 342)
        #expect(try await shapes.count(year: 2024, level: .province) == 12)
        let rows = Dictionary(uniqueKeysWithValues: try await country.site.figures.editions.editions().map { ($0.source, $0.rows) })
        #expect(rows["kwb-2024"] == 18_309)
        #expect(rows["kwb-2020"] == 17_341)
        #expect(rows["leefbaarometer-2024-buurt"] == 12_147)
        #expect(rows["leefbaarometer-2024-gemeente"] == 342)
        #expect(rows["politie-47022"] == 14_836)
        #expect(rows["rivm-50150"] == 12_092)
        #expect(rows["rivm-50090-2020"] == 17_341)
        #expect(rows["rivm-50090-2016"] == 17_341)
        let report = try await Inspection(country.site).run()
        #expect(report.faults.isEmpty)
    }

    @Test(
        "ORG-09: all municipalities of the newest year are organisations, and those of before are there with the year they were gone",
        arguments: TestDatabase.engines)
    func municipalities(engine: TestDatabase.Engine) async throws {
        let site = try CountrySites.on(engine).site
        let gazetteer = try await site.areas.gazetteer.current()
        let now = try await site.people.organisations.list(kind: .municipality)
        #expect(Set(now.compactMap(\.area)) == Set(try #require(gazetteer.map(of: 2024)).areas(of: .municipality).map(\.code)) && now.count == 342)
        let before = Set(try #require(gazetteer.map(of: 2020)).areas(of: .municipality).map(\.code)).subtracting(now.compactMap(\.area))
        let gone = try await site.people.organisations.list(kind: .municipality, withEnded: true).filter { $0.endedAt != nil }
        #expect(Set(gone.compactMap(\.area)).isSuperset(of: before) && !before.isEmpty)
        #expect(try await site.people.organisations.governing(code("GM0501"))?.listed?.missing == 2024)
        #expect(try await site.people.journal.check().fault == nil)
    }

    @Test("a second run changes nothing", arguments: TestDatabase.engines)
    func again(engine: TestDatabase.Engine) async throws {
        let site = try CountrySites.on(engine).site
        let rows = try await site.database.countryRows()
        #expect(try await CountrySites.run(site).allSatisfy { $0.outcome == .unchanged })
        #expect(try await site.database.countryRows() == rows)
    }

    @Test("a file with one broken row in the middle changes nothing and names row, column and value", arguments: TestDatabase.engines)
    func broken(engine: TestDatabase.Engine) async throws {
        let site = try CountrySites.on(engine).site
        let rows = try await site.database.countryRows()
        let name = "kwb_2024_85984NED_subset_gm_wk_bu.csv"
        var lines = try String(contentsOfFile: #require(SourceData.folder) + "/kerncijfers/" + name, encoding: .utf8).split(whereSeparator: \.isNewline)
        let index = lines.count / 2
        var cells = lines[index].split(separator: ",", omittingEmptySubsequences: false)
        cells[7] = "veel"
        lines[index] = Substring(cells.joined(separator: ","))
        let text = lines.joined(separator: "\n")
        let refused = try await TestDatabase.withDirectory { folder in
            let file = folder.appendingPathComponent(name)
            try Data(text.utf8).write(to: file)
            return await #expect(throws: ImportRefused.self) { try await Importing(site).figures(file.path, mapping: SourceData.mappings + "/kwb-2024.json") }
        }
        let errors = refused?.diagnostics.filter { $0.severity == .error } ?? []
        #expect(errors.map(\.row) == [index + 1])
        #expect(errors.map(\.column) == ["inwoners"])
        #expect(errors.map(\.value) == ["veel"])
        #expect(try await site.database.countryRows() == rows)
        let job = try #require(try await site.jobs.newest(50).first { $0.title == name && $0.outcome == .refused })
        #expect(job.report.contains("rij \(index + 1)"))
    }

    @Test(
        "WYK-20: for 200 areas by chance, every value of the profile is the cell of the source file, and missing stays missing", arguments: TestDatabase.engines
    )
    func everyValue(engine: TestDatabase.Engine) async throws {
        let site = try CountrySites.on(engine).site
        let files = try Self.files()
        #expect(files.count == 8)
        #expect(files.allSatisfy { !$0.columns.isEmpty })
        var chance = Chance(20_241_104)
        var compared = 0, missing = 0
        for (source, year, count) in [("kwb-2024", 2024, 150), ("kwb-2020", 2020, 50)] {
            let codes = try #require(files.first { $0.id == source }).rows.keys.sorted()
            for text in codes.shuffled(using: &chance).prefix(count) {
                let profile = try #require(try await site.figures.profile(of: code(text), year: year, all: true), "\(text)")
                let counts = compare(ProfileDocument(profile), text, with: files)
                compared += counts.values
                missing += counts.missing
            }
        }
        // So that the test cannot pass by comparing nothing.
        #expect(compared > 200 * 30)
        #expect(missing > 200 * 5)
    }

    /// Holds a profile against the files; counts the equal values and the missing ones.
    private func compare(_ profile: ProfileDocument, _ code: String, with files: [SourceFile]) -> (values: Int, missing: Int) {
        var counts = (values: 0, missing: 0)
        for file in files {
            for column in file.columns {
                let cell = file.rows[code].map { $0[column.position].trimmingCharacters(in: .whitespaces) }
                let expected = cell.flatMap(Double.init)
                let observation = profile.figures.first { $0.key == column.indicator }?.observations.first {
                    $0.period == column.period && $0.source == file.id + ":1"
                }
                #expect(observation?.value == expected, "\(code) \(file.id) \(column.indicator) \(column.period): \(cell ?? "no row")")
                if let observation, observation.value == nil {
                    #expect(observation.reason?.text.nl.isEmpty == false)
                    counts.missing += 1
                }
                if expected != nil { counts.values += 1 }
            }
        }
        return counts
    }

    @Test(
        "WYK-06: recoded neighbourhoods of Doetinchem show no trend over the borders of 2020 and 2024; an unchanged one does", arguments: TestDatabase.engines)
    func doetinchem(engine: TestDatabase.Engine) async throws {
        let site = try CountrySites.on(engine).site
        for text in ["BU02220404", "BU02220405", "BU02220501", "BU02223101"] {
            let profile = try #require(try await site.figures.profile(of: code(text), all: true))
            let older = profile.figures.flatMap(\.series).filter { $0.edition.boundaryYear != 2024 }
            #expect(!older.isEmpty)
            #expect(older.allSatisfy { $0.comparable != .same }, "\(text)")
            for figure in profile.figures {
                #expect(figure.latest.value == nil || figure.latest.edition.boundaryYear == 2024, "\(text) \(figure.indicator.key)")
                guard let change = figure.change else { continue }
                #expect(change.first.edition.boundaryYear == 2024 && change.last.edition.boundaryYear == 2024, "\(text) \(figure.indicator.key)")
            }
        }
        let profile = try #require(try await site.figures.profile(of: code("BU02220104"), all: true))
        let residents = try #require(profile.figures.first { $0.indicator.key == "inwoners" })
        let change = try #require(residents.change)
        #expect((change.first.period.year, change.first.value, change.last.period.year, change.last.value) == (2020, 960, 2024, 1_160))
    }

    @Test("the five contributions of the Leefbaarometer add up to the deviation, in all 12,147 neighbourhoods", arguments: TestDatabase.engines)
    func leefbaarometer(engine: TestDatabase.Engine) async throws {
        let book = try await CountrySites.on(engine).site.figures.book.current()
        let parts = ["woningvoorraad", "fysieke-omgeving", "voorzieningen", "sociale-samenhang", "overlast-onveiligheid"]
        let columns = try (["afwijking"] + parts).map { name in
            try #require(book.column(of: "leefbaarometer-" + name, level: .neighbourhood, boundaryYear: 2024))
        }
        let positions = columns[0].frame.positions(of: .neighbourhood)
        #expect(positions.count == 12_147)
        let off = positions.count { position in
            let sum = columns.dropFirst().reduce(0) { $0 + $1.value(at: position) }
            return !(abs(sum - columns[0].value(at: position)) <= 3e-6)
        }
        #expect(off == 0)
    }

    @Test("WYK-35: every neighbourhood knows what is known of it and what is missing, with a reason", arguments: TestDatabase.engines)
    func position(engine: TestDatabase.Engine) async throws {
        let site = try CountrySites.on(engine).site
        for text in ["BU02220104", "WK022201", "GM0222", "PV25", "NL00", "BU03638801"] {
            guard let profile = try await site.figures.profile(of: code(text)) else { continue }
            let position = profile.position
            #expect(position.known == profile.figures.count { $0.latest.value != nil }, "\(text)")
            #expect(position.ages.map(\.count).reduce(0, +) == position.known, "\(text)")
            #expect(position.missing.allSatisfy { !$0.reason.nl.isEmpty && !$0.reason.en.isEmpty }, "\(text)")
        }
    }

    private static func files() throws -> [SourceFile] {
        let manifest = try CountryManifest.read(SourceData.mappings + "/nederland.json")
        let folder = try #require(SourceData.folder)
        return try manifest.figures.filter { $0.optional != true }.map {
            try SourceFile(folder + "/" + $0.file, mapping: SourceData.mappings + "/\($0.mapping).json")
        }
    }
}
