import Areas
import Charts
import Core
import Measures
import HTML
import Web

/// One figure of a profile: name and value, strip, course, sentence, marks and source, and what it does not say.
struct FigureArticle: Component {
    let figure: Figure
    let scene: ProfileScene
    /// A contribution to a score: its drawing stands with the others, in one table.
    let isPart: Bool

    init(_ figure: Figure, _ scene: ProfileScene, isPart: Bool = false) {
        self.figure = figure
        self.scene = scene
        self.isPart = isPart
    }

    private var indicator: Indicator { figure.indicator }
    private var words: FiguresWords { scene.words }
    private var isEmpty: Bool { figure.latest.value == nil }

    var body: some HTML {
        article(.class("cijfer", "leeg", when: isEmpty).id(indicator.key)) {
            div(.class("naam")) {
                h4 { indicator.name[scene.language] }
                p(.class("waarde")) { value }
                p(.class("jaar")) { words.period(figure.latest.period) }
            }
            if isEmpty { reason } else if isPart { partOf } else { drawing }
            sentence
            marks
            FigureDetails(figure: figure, scene: scene)
        }
    }

    @HTMLBuilder private var value: some HTML {
        if let value = figure.latest.value {
            let suffix = indicator.unit.suffix[scene.language]
            indicator.unit.prefix + indicator.unit.number(value, in: scene.language)
            if suffix.hasPrefix(" ") { span(.class("eenheid")) { suffix } } else { suffix }
        } else {
            words.noFigure.prefix(1).uppercased() + words.noFigure.dropFirst()
        }
    }

    private var reason: some HTML {
        div(.class("strip")) { p { FigureSentence.whyMissing(figure.latest)[scene.language] } }
    }

    private var partOf: some HTML {
        p(.class("strip")) { a(.href("#" + Contributions.anchor)) { words.partOf } }
    }

    @HTMLBuilder private var drawing: some HTML {
        if let strip = FigureStrip(figure, profile: scene.profile, language: scene.language) { div(.class("strip")) { strip } }
        if let course = FigureCourse(figure, scene) { div(.class("trend")) { course } }
    }

    private var sentence: some HTML {
        let change = FigureChange(figure, level: scene.level, book: scene.book)
        let sentence = FigureSentence(figure, change: change, level: scene.level, nearby: scene.nearby?.name, in: scene.language)
        return p(.class("zin")) {
            strong { sentence.lead }
            // The reason of a missing figure stands in its box already.
            if !isEmpty { Each(sentence.rest) { " " + $0 } }
            if !isEmpty, let references { " " + references }
        }
    }

    /// `In Arnhem: 70%, Gelderland: 75%.`, of the same period.
    private var references: String? {
        let known = figure.references.compactMap { reference -> String? in
            reference.observation.value.map { words.reference(reference.area, scene.text($0, indicator)) }
        }
        guard !known.isEmpty, indicator.kind != .count else { return nil }
        return words.say("Ter vergelijking: ", "For comparison: ") + known.joined(separator: ", ") + "."
    }

    private var marks: some HTML {
        let edition = figure.latest.edition
        return p(.class("bron")) {
            Each(figure.cautions) { caution in
                span(.class("tag let-op")) {
                    CautionSign()
                    caution.label[scene.language]
                }
            }
            span {
                words.sourcePrefix
                a(scene.dutch(.href(scene.url(.edition(edition.source, edition.number))))) { edition.attribution }
            }
        }
    }
}

/// The sign of a mark, drawn once per page and used many times: a profile has dozens.
struct CautionSign: Component {
    private static let id = "teken-let-op"

    var body: some HTML { svg(.class("i").viewBox(0, 0, 24, 24).ariaHidden()) { use(.href("#" + Self.id)) } }

    struct Definition: Component {
        var body: some HTML {
            svg(.class("vh").ariaHidden().focusable("false")) {
                symbol(.id(CautionSign.id).viewBox(0, 0, 24, 24)) {
                    path(
                        .d("M12 3L2 21h20zM12 10v5M12 18v.1").fill("none").stroke("currentColor").strokeWidth(2.4).strokeLinecap("round")
                            .strokeLinejoin("round"))
                }
            }
        }
    }
}

extension ProfileScene {
    /// Marks the Dutch words of a source on a page in another language.
    func dutch(_ attributes: Attributes = .none) -> Attributes { language == .nl ? attributes : attributes.lang("nl") }
}

/// The area among those of its municipality and of the country; nil where the country's values are not known.
struct FigureStrip: Component {
    private let plot: StripPlot

    init?(_ figure: Figure, profile: Profile, language: Language) {
        guard let strip = figure.strip, let value = figure.latest.value, let histogram = strip.nation.histogram, strip.nation.distribution.count > 1 else {
            return nil
        }
        let unit = figure.indicator.unit, words = FiguresWords(language), level = profile.area.level
        let axis = Axis(histogram.lower, histogram.upper)
        let median = strip.nation.distribution.median
        let local = profile.nearby.map {
            words.local(strip.neighbours.count + 1, level, in: $0.name, outside: axis.outside(strip.neighbours))
        }
        plot = StripPlot(
            label: words.stripLabel(
                figure.indicator.name[language], value: unit.text(value, in: language), median: median.map { unit.text($0, in: language) },
                from: unit.number(axis.lower, in: language), to: unit.text(axis.upper, in: language), level: level),
            local: strip.neighbours, localCaption: local ?? "", bins: histogram.counts,
            nationalCaption: words.national(strip.nation.distribution.count, level), median: median,
            mark: StripPlot.Mark(value, isEstimate: figure.indicator.basis == .model, interval: Self.margin(figure.latest.interval, on: axis)), axis: axis,
            unit: unit.suffix[language]
        ) { unit.prefix + unit.number($0, in: language) }
    }

    /// A margin too narrow to be seen is not drawn; it stands in the sentence.
    private static func margin(_ interval: Interval?, on axis: Axis) -> ClosedRange<Double>? {
        guard let range = interval?.range else { return nil }
        return axis.share(range.upperBound) - axis.share(range.lowerBound) > 0.012 ? range : nil
    }

    var body: some HTML { plot }
}

/// The course over the years that may be compared; nil with fewer than two.
struct FigureCourse: Component {
    private let line: Sparkline

    init?(_ figure: Figure, _ scene: ProfileScene) {
        let indicator = figure.indicator, unit = indicator.unit, language = scene.language, words = scene.words
        let usable = figure.series.filter { $0.comparable == .same && $0.value != nil }
        guard usable.count > 1 else { return nil }
        let breaks = indicator.breaks.map(\.year)
        let points = usable.map { observation in
            TrendPoint(
                Self.time(observation.period), observation.value, interval: observation.interval.flatMap { $0.kind == .rounding ? nil : $0.range },
                method: String(breaks.count { $0 <= observation.period.year }), isEstimate: indicator.basis == .model)
        }
        let steps = usable.compactMap { observation in observation.value.map { "\(words.period(observation.period)): \(unit.text($0, in: language))" } }
        line = Sparkline(
            label: words.trendLabel(steps.joined(separator: ", ")), points: points, height: unit.suffix.nl == "%" ? .percentage : .number,
            time: { String(Int($0)) }, format: { unit.prefix + unit.number($0, in: language) + (unit.suffix.nl == "%" ? "%" : "") })
    }

    /// Decimal year.
    static func time(_ period: Period) -> Double { Double(period.year) + Double((period.month ?? 1) - 1) / 12 }

    var body: some HTML { line }
}
