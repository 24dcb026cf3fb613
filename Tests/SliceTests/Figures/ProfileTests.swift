import Areas
import Core
import Measures
import Testing

@testable import Figures

@Suite struct ProfileTests {
    private typealias Sample = FigureSample
    private static let unchanged = "BU99990001"
    /// Meant another place in 2020: other name, other surface.
    private static let recoded = "BU99990004"
    private static let new = "BU99990005"

    private let gazetteer = Sample.gazetteer(
        land: [2020: [ProfileTests.recoded: 61]], without: [2020: [ProfileTests.new]], names: [2020: [ProfileTests.recoded: "Buitengebied Oost"]])

    /// Residents on the borders of 2020 and of 2024, figure by area.
    private func residents(_ older: [String: FigureSample.Cell], _ newer: [String: FigureSample.Cell]) -> FigureBook {
        Sample.book(
            Sample.columns("kwb-2020", year: 2020, [.init(key: "inwoners", period: 2020, cells: older)]),
            Sample.columns("kwb-2024", [.init(key: "inwoners", period: 2024, cells: newer)]))
    }

    private func figure(_ key: String, _ code: String, _ book: FigureBook) throws -> Figure? {
        try #require(Sample.builder(code, book: book, gazetteer: gazetteer)).figure(of: Sample.indicator(key))
    }

    @Test("the figure is of the newest year, also when that year is missing and an older one is not")
    func latestYear() throws {
        let book = residents([Self.unchanged: 100, "GM9999": 500], [Self.unchanged: .secret, "BU99990002": 40])
        let found = try #require(try figure("inwoners", Self.unchanged, book))
        #expect(found.latest.period == Period(year: 2024))
        #expect(found.latest.value == nil)
        #expect(found.latest.missing == .secret)
        #expect(found.nation == nil)
        #expect(found.municipality == nil)
        #expect(found.strip == nil)
        #expect(found.series.map(\.value) == [100, nil])
    }

    @Test("a figure of the municipality is never shown for its neighbourhood: the gap says that no source gives it")
    func otherLevel() throws {
        let book = residents([:], ["GM9999": 500, "WK999900": 500])
        #expect(try figure("inwoners", Self.unchanged, book) == nil)
        let profile = try #require(Sample.builder(Self.unchanged, book: book, gazetteer: gazetteer)?.profile())
        #expect(profile.figures.isEmpty)
        #expect(profile.position.missing.map(\.indicator.key) == ["inwoners"])
        #expect(profile.position.missing.first?.reason == FigureWords.notForLevel(.neighbourhood))
    }

    @Test("the figures around an area are of the same year and of areas above it, never of another year")
    func references() throws {
        let book = residents(["GM9999": 400, "NL00": 17_000_000, Self.unchanged: 90], ["GM9999": 500, Self.unchanged: 100])
        let found = try #require(try figure("inwoners", Self.unchanged, book))
        #expect(found.references.map(\.area.code.description) == ["GM9999"])
        #expect(found.references.map(\.observation.value) == [500])
    }

    @Test("a figure that exists only on other borders is blanked where the land changed, and says so")
    func otherBorders() throws {
        let book = residents([Self.unchanged: 100, Self.recoded: 40], [:])
        let same = try #require(try figure("inwoners", Self.unchanged, book))
        #expect(same.latest.value == 100)
        #expect(same.latest.comparable == .same)
        let other = try #require(try figure("inwoners", Self.recoded, book))
        #expect(other.latest.value == nil)
        #expect(other.latest.interval == nil)
        #expect(other.strip == nil)
        let reason = FigureSentence.whyMissing(other.latest)
        #expect(reason.nl.contains("grenzen van 2020"))
        #expect(reason.en.contains("borders of 2020"))
        let fresh = try #require(try figure("inwoners", Self.new, book))
        #expect(fresh.latest.value == nil)
        #expect(FigureSentence.whyMissing(fresh.latest).en.contains("did not exist"))
    }

    @Test("WYK-06: a trend joins the same land, and breaks where a code came to mean another place")
    func borders() throws {
        let older: [String: FigureSample.Cell] = [Self.unchanged: 100, Self.recoded: 40, "BU99990002": 10]
        let book = residents(older, [Self.unchanged: 120, Self.recoded: 105, Self.new: 30, "BU99990002": 12])
        let same = try #require(try figure("inwoners", Self.unchanged, book))
        #expect(same.series.map(\.comparable) == [.same, .same])
        let change = try #require(same.change)
        #expect((change.first.value, change.last.value, change.difference) == (100, 120, 20))
        let other = try #require(try figure("inwoners", Self.recoded, book))
        #expect(other.series.map(\.value) == [40, 105])
        #expect(other.series.map { $0.comparable == .same } == [false, true])
        #expect(other.change == nil)
        let fresh = try #require(try figure("inwoners", Self.new, book))
        #expect(fresh.change == nil)
    }

    @Test("WYK-06: no change is computed over a year from which figures are no longer comparable")
    func method() throws {
        let gazetteer = Sample.gazetteer([2020, 2022, 2024])
        let book = Sample.book(
            Sample.columns("a", year: 2020, [.init(key: "woningwaarde", period: 2020, cells: [Self.unchanged: 200])]),
            Sample.columns("b", year: 2022, [.init(key: "woningwaarde", period: 2022, cells: [Self.unchanged: 250])]),
            Sample.columns("c", [.init(key: "woningwaarde", period: 2024, cells: [Self.unchanged: 300])]))
        #expect(Sample.indicator("woningwaarde").comparableSince == 2022)
        let found = try #require(Sample.builder(Self.unchanged, book: book, gazetteer: gazetteer)?.figure(of: Sample.indicator("woningwaarde")))
        #expect(found.series.map(\.value) == [200, 250, 300])
        #expect(found.change?.first.period == Period(year: 2022))
        #expect(found.change?.difference == 50)
    }

    @Test("a change within rounding is not beyond the intervals")
    func smallChange() throws {
        let book = residents([Self.unchanged: 100, "BU99990002": 100], [Self.unchanged: 105, "BU99990002": 200])
        let small = try #require(try figure("inwoners", Self.unchanged, book).flatMap { $0.change })
        #expect(!small.isBeyondIntervals)
        let large = try #require(try figure("inwoners", "BU99990002", book).flatMap { $0.change })
        #expect(large.isBeyondIntervals)
        #expect(large.medianDifference == 52.5)
    }

    @Test("of two deliveries of one period, the one with a figure of this very land counts, and then the one on the own borders")
    func twoDeliveries() throws {
        func book(_ own: FigureSample.Cell) -> FigureBook {
            Sample.book(
                Sample.columns("a", year: 2020, [.init(key: "inwoners", period: 2024, cells: [Self.unchanged: 100, Self.recoded: 40])]),
                Sample.columns("b", [.init(key: "inwoners", period: 2024, cells: [Self.unchanged: own, Self.recoded: own, "BU99990002": 1])]))
        }
        #expect(try figure("inwoners", Self.unchanged, book(110))?.latest.value == 110)
        #expect(try figure("inwoners", Self.unchanged, book(.secret))?.latest.value == 100)
        let recoded = try #require(try figure("inwoners", Self.recoded, book(.secret)))
        #expect(recoded.latest.value == nil)
        #expect(recoded.latest.missing == .secret)
        #expect(recoded.series.count == 1)
    }

    @Test("WYK-06: the place in the municipality counts equal values for neither side, and is not said among fewer than five areas")
    func municipality() throws {
        let few = residents([:], [Self.unchanged: 100, "BU99990002": 1, "BU99990003": 2, Self.recoded: 3])
        #expect(try figure("inwoners", Self.unchanged, few)?.municipality == nil)
        let more = residents([:], [Self.unchanged: 100, "BU99990002": 100, "BU99990003": 2, Self.recoded: 300, Self.new: 1, "BU99990006": .secret])
        let found = try #require(try figure("inwoners", Self.unchanged, more))
        let place = try #require(found.municipality)
        #expect((place.count, place.lowerShare, place.higherShare, place.median) == (4, 0.5, 0.25, 100))
        #expect(found.strip?.local.distribution.sorted == [1, 2, 100, 100, 300])
    }

    @Test("cautions: small numbers, many areas without a figure, provisional, old, own calculation, model")
    func cautions() throws {
        let police = Sample.columns(
            "politie", [.init(key: "misdrijven", period: 2024, status: .provisional, cells: [Self.unchanged: 3, "BU99990002": .secret, "BU99990003": 900])])
        let residents = Sample.columns("kwb", [.init(key: "inwoners", period: 2024, cells: [Self.unchanged: 50, "BU99990002": 50, "BU99990003": 50])])
        let health = Sample.columns("rivm", [.init(key: "eenzaam", period: 2020, cells: [Self.unchanged: 40])])
        let book = Sample.book(police, residents, health)
        #expect(try figure("misdrijven", Self.unchanged, book)?.cautions == [.smallNumbers, .provisional])
        #expect(try figure("misdrijven", "BU99990003", book)?.cautions == [.provisional])
        #expect(try figure("misdrijven-per-1000", Self.unchanged, book)?.cautions == [.smallNumbers, .provisional, .ownCalculation])
        #expect(
            try figure("eenzaam", Self.unchanged, book)?.cautions
                == [.modelEstimate, .manyMissing(share: 2.0 / 3), .olderThanFiveYears].filter { caution in
                    if case .manyMissing = caution { return false } else { return true }
                })
        #expect(try figure("inwoners", Self.unchanged, book)?.cautions.isEmpty == true)
    }

    @Test("WYK-35: the information position of an area: what is known, how old it is, and what is missing, each with its reason")
    func position() throws {
        let book = Sample.book(
            Sample.columns(
                "kwb",
                [.init(key: "inwoners", period: 2024, cells: [Self.unchanged: 50]), .init(key: "huishoudens", period: 2024, cells: [Self.unchanged: 20])]),
            Sample.columns("woz", [.init(key: "woningwaarde", period: 2024, cells: [Self.unchanged: .secret, "BU99990002": 300])]),
            Sample.columns("rivm", year: 2020, [.init(key: "eenzaam", period: 2020, cells: [Self.unchanged: 40])]),
            Sample.columns("lbm", [.init(key: "leefbaarometer-klasse", period: 2024, cells: ["GM9999": 7])]))
        let profile = try #require(Sample.builder(Self.unchanged, book: book, gazetteer: gazetteer)?.profile())
        let position = profile.position
        #expect(position.known == 3)
        #expect(position.ages.map(\.year) == [2024, 2020])
        #expect(position.ages.map(\.count) == [2, 1])
        #expect(Set(position.missing.map(\.indicator.key)) == ["woningwaarde", "leefbaarometer-klasse"])
        #expect(position.missing.first { $0.indicator.key == "woningwaarde" }?.reason == MissingReason.secret.explanation)
        #expect(position.missing.first { $0.indicator.key == "leefbaarometer-klasse" }?.reason == FigureWords.notForLevel(.neighbourhood))
        #expect(position.known + position.missing.count == book.indicators.count { $0.inProfile })
    }

    @Test("WYK-20: figures of several sources are linked by the code of the area, each with its source, table and borders")
    func sources() throws {
        let book = Sample.book(
            Sample.columns("kwb", [.init(key: "inwoners", period: 2024, cells: [Self.unchanged: 50])]),
            Sample.columns("lbm", [.init(key: "leefbaarometer-klasse", period: 2024, cells: [Self.unchanged: 7])]),
            Sample.columns("rivm", year: 2020, [.init(key: "eenzaam", period: 2020, cells: [Self.unchanged: 40])]))
        let profile = try #require(Sample.builder(Self.unchanged, book: book, gazetteer: gazetteer)?.profile())
        #expect(profile.figures.map(\.latest.edition.source).sorted() == ["kwb", "lbm", "rivm"])
        #expect(profile.figures.allSatisfy { $0.latest.edition.table == "9999LIN" && $0.latest.edition.attribution == "Lindenmeer" })
        let document = ProfileDocument(profile)
        #expect(document.area.code == Self.unchanged)
        #expect(document.sources.map(\.key) == ["kwb", "lbm", "rivm"])
        #expect(document.sources.map(\.boundaryYear) == [2024, 2024, 2020])
        #expect(
            document.figures.flatMap(\.observations).allSatisfy { observation in document.sources.contains { "\($0.key):\($0.number)" == observation.source } })
    }

    @Test("the country has its figures, and no place among countries")
    func country() throws {
        let found = try #require(try figure("inwoners", "NL00", residents([:], ["NL00": 17_900_000, "GM9999": 500])))
        #expect(found.latest.value == 17_900_000)
        #expect(found.nation == nil)
        #expect(found.municipality == nil)
        #expect(found.references.isEmpty)
    }

    @Test("a code that is not known, or not in that year, has no profile")
    func unknown() {
        let book = residents([:], [Self.unchanged: 1])
        #expect(Sample.builder("BU12345678", book: book, gazetteer: gazetteer) == nil)
        #expect(Sample.builder(Self.new, year: 2020, book: book, gazetteer: gazetteer) == nil)
        #expect(Sample.builder(Self.new, year: 2019, book: book, gazetteer: gazetteer) == nil)
        #expect(Sample.builder(Self.new, book: book, gazetteer: Gazetteer([])) == nil)
        let older = Sample.builder(Self.unchanged, year: 2020, book: book, gazetteer: gazetteer)?.profile()
        #expect(older?.area.year == 2020)
        #expect(older?.years == [2020, 2024])
    }

    @Test("the profile of a year shows figures of later borders only where the land is the same")
    func olderYear() throws {
        let book = residents([Self.recoded: 40], [Self.recoded: 105, Self.unchanged: 3])
        let older = try #require(Sample.builder(Self.recoded, year: 2020, book: book, gazetteer: gazetteer)?.figure(of: Sample.indicator("inwoners")))
        #expect(older.latest.value == 40)
        #expect(older.series.map { $0.comparable == .same } == [true, false])
    }
}
