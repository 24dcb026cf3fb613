import Areas
import Charts
import Core
import HTML
import Measures
import Web

/// One figure of a profile: name and value, strip, course, sentence, marks and source, and what it does not say.
///
/// Written part by part: as one value its type would be too deep to be made fast.
struct FigureArticle: HTML {
    private let view: FigureView
    /// A contribution to a score: its drawing stands with the others, in one table.
    private let isPart: Bool

    init(_ figure: Figure, _ scene: ProfileScene, isPart: Bool = false) {
        self.view = FigureView(figure, scene)
        self.isPart = isPart
    }

    private var isEmpty: Bool { view.figure.latest.value == nil }

    func render(into out: inout HTMLWriter) {
        article(.class("cijfer", "leeg", when: isEmpty).id(view.key)) {
            FigureName(view: view)
            Part { [view, isPart, isEmpty] out in
                if isEmpty {
                    FigureReason(view: view).render(into: &out)
                } else if isPart {
                    FigurePartLink(words: view.words).render(into: &out)
                } else {
                    if let strip = FigureStrip(view.figure, profile: view.scene.profile, language: view.language) {
                        div(.class("strip")) { strip }.render(into: &out)
                    }
                    if let course = FigureCourse(view) { div(.class("trend")) { course }.render(into: &out) }
                }
            }
            FigureSentenceLine(view: view)
            FigureMarks(view: view)
            FigureDetails(view: view)
        }.render(into: &out)
    }
}

/// A part of a page that is made only while it is written.
struct Part: HTML {
    let write: (inout HTMLWriter) -> Void

    init(_ write: @escaping (inout HTMLWriter) -> Void) {
        self.write = write
    }

    func render(into out: inout HTMLWriter) { write(&out) }
}

/// Name, value and period.
private struct FigureName: Component {
    let view: FigureView

    var body: some HTML {
        div(.class("naam")) {
            h4 { view.name }
            p(.class("waarde")) { value }
            p(.class("jaar")) { view.words.period(view.figure.latest.period) }
        }
    }

    @HTMLBuilder private var value: some HTML {
        if let value = view.figure.latest.value {
            let suffix = view.unit.suffix[view.language]
            view.unit.prefix + view.unit.number(value, in: view.language)
            if suffix.hasPrefix(" ") { span(.class("eenheid")) { suffix } } else { suffix }
        } else {
            view.words.noFigure.prefix(1).uppercased() + view.words.noFigure.dropFirst()
        }
    }
}

/// Why there is no figure, in the place of the strip.
private struct FigureReason: Component {
    let view: FigureView

    var body: some HTML { div(.class("strip")) { p { FigureSentence.whyMissing(view.figure.latest)[view.language] } } }
}

private struct FigurePartLink: Component {
    let words: FiguresWords

    var body: some HTML { p(.class("strip")) { a(.href("#" + Contributions.anchor)) { words.partOf } } }
}

/// The sentence, with what is known of the areas around.
private struct FigureSentenceLine: Component {
    let view: FigureView

    var body: some HTML {
        let change = FigureChange(view.figure, level: view.scene.level, book: view.scene.book)
        let sentence = FigureSentence(
            view.figure, change: change, level: view.scene.level, nearby: view.scene.nearby?.name, in: view.language)
        let isEmpty = view.figure.latest.value == nil
        // The reason of a missing figure stands in its box already.
        let rest = isEmpty ? "" : sentence.rest.reduce("") { $0 + " " + $1 } + references
        return p(.class("zin")) {
            strong { sentence.lead }
            rest
        }
    }

    /// ` Ter vergelijking: gemeente Arnhem 70%, provincie Gelderland 75%.`, of the same period.
    private var references: String {
        guard view.figure.indicator.kind != .count, !view.figure.references.isEmpty else { return "" }
        let known = view.figure.references.compactMap { reference in
            reference.observation.value.map { view.words.reference(reference.area, view.text($0)) }
        }
        return known.isEmpty ? "" : view.words.say(" Ter vergelijking: ", " For comparison: ") + known.joined(separator: ", ") + "."
    }
}

/// Marks for caution and the source.
private struct FigureMarks: Component {
    let view: FigureView

    var body: some HTML {
        let edition = view.figure.latest.edition
        return p(.class("bron")) {
            Each(view.figure.cautions) { caution in
                span(.class("tag let-op")) {
                    CautionSign()
                    caution.label[view.language]
                }
            }
            span {
                view.words.sourcePrefix
                a(view.scene.dutch(.href(view.scene.url(.edition(edition.source, edition.number))))) { edition.attribution }
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
        let median = strip.nation.distribution.median
        let ground = strip.nation.ground(language) {
            StripGround(
                bins: histogram.counts, caption: words.national(strip.nation.distribution.count, level), median: median,
                axis: Axis(histogram.lower, histogram.upper), unit: unit.suffix[language]
            ) { unit.prefix + unit.number($0, in: language) }
        }
        let axis = ground.axis
        let local = profile.nearby.map {
            words.local(strip.neighbours.count + 1, level, in: $0.name, outside: axis.outside(strip.neighbours))
        }
        plot = StripPlot(
            label: words.stripLabel(
                figure.indicator.name[language], value: unit.text(value, in: language), median: median.map { unit.text($0, in: language) },
                from: unit.number(axis.lower, in: language), to: unit.text(axis.upper, in: language), level: level),
            local: strip.neighbours, localCaption: local ?? "",
            mark: StripPlot.Mark(value, isEstimate: figure.indicator.basis == .model, interval: Self.margin(figure.latest.interval, on: axis)), ground: ground)
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

    init?(_ view: FigureView) {
        let unit = view.unit, language = view.language, words = view.words
        let usable = view.figure.series.filter { $0.comparable == .same && $0.value != nil }
        guard usable.count > 1 else { return nil }
        let breaks = view.figure.indicator.breaks.map(\.year), isEstimate = view.figure.indicator.basis == .model
        let points = usable.map { observation in
            TrendPoint(
                Self.time(observation.period), observation.value, interval: observation.interval.flatMap { $0.kind == .rounding ? nil : $0.range },
                method: String(breaks.count { $0 <= observation.period.year }), isEstimate: isEstimate)
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
