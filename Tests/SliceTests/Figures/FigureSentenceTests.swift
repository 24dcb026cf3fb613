import Core
import Testing

@testable import Figures

@Suite struct FigureSentenceTests {
    private typealias Sample = FigureSample

    private func place(lower: Double, higher: Double, median: Double = 50) -> PlaceAmongAreas {
        PlaceAmongAreas(count: 100, missing: 0, lowerShare: lower, higherShare: higher, median: median)
    }

    @Test("60% of the areas decide a side; less is around the middle")
    func sides() {
        #expect(FigureSentence.side(place(lower: 0.6, higher: 0.4), value: 60, interval: nil) == .above)
        #expect(FigureSentence.side(place(lower: 0.59, higher: 0.41), value: 60, interval: nil) == .middle)
        #expect(FigureSentence.side(place(lower: 0.4, higher: 0.6), value: 40, interval: nil) == .below)
        #expect(FigureSentence.side(place(lower: 0.3, higher: 0.2), value: 50, interval: nil) == .middle)
        #expect(FigureSentence.side(nil, value: 50, interval: nil) == .middle)
    }

    @Test("where the interval reaches the middle area, no side is said")
    func unclear() {
        let wide = Interval(lower: 45, upper: 75, kind: .chance), narrow = Interval(lower: 55, upper: 65, kind: .chance)
        #expect(FigureSentence.side(place(lower: 0.7, higher: 0.3), value: 60, interval: wide) == .unclear)
        #expect(FigureSentence.side(place(lower: 0.7, higher: 0.3), value: 60, interval: narrow) == .above)
        #expect(FigureSentence.side(place(lower: 0.3, higher: 0.7, median: 70), value: 60, interval: wide) == .unclear)
        #expect(FigureSentence.side(place(lower: 0.3, higher: 0.7, median: 70), value: 60, interval: narrow) == .below)
    }

    @Test("a share is never rounded to all or none of the areas when that is not so")
    func percent() {
        #expect([0, 0.001, 0.004, 0.5, 0.994, 0.999, 1].map(FigureSentence.percent) == [0, 1, 1, 50, 99, 99, 100])
    }

    @Test("a missing figure says that it is not zero, and why, in both languages")
    func missing() throws {
        let book = Sample.book(Sample.columns([.init(key: "inwoners", period: 2024, cells: ["BU99990001": .secret, "BU99990002": 5])]))
        let figure = try #require(Sample.builder("BU99990001", book: book)?.figure(of: Sample.indicator("inwoners")))
        for language in Language.allCases {
            let sentence = FigureSentence(figure, withChange: false, level: .neighbourhood, nearby: "Lindenmeer", in: language)
            #expect(sentence.rest == MissingReason.secret.explanation[language])
            #expect(!sentence.lead.isEmpty)
        }
    }

    @Test("the words of a figure name its percentage in both languages, and its value where there is no place")
    func words() throws {
        let book = Sample.book(Sample.columns([.init(key: "afstand-supermarkt", period: 2024, cells: Sample.everywhere { Double($0) })]))
        let far = try #require(Sample.builder("BU99990090", book: book)?.figure(of: Sample.indicator("afstand-supermarkt")))
        for language in Language.allCases {
            #expect(FigureSentence(far, withChange: false, level: .neighbourhood, nearby: nil, in: language).lead.contains("90%"))
        }
        let country = Sample.book(Sample.columns([.init(key: "inwoners", period: 2024, cells: ["NL00": 17_900_000])]))
        let whole = try #require(Sample.builder("NL00", book: country)?.figure(of: Sample.indicator("inwoners")))
        #expect(FigureSentence(whole, withChange: false, level: .country, nearby: nil, in: .nl).lead.contains("17.900.000"))
    }
}
