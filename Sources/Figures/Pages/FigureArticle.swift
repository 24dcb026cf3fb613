import Areas
import Charts
import Core
import HTML
import Measures
import Web

/// One figure of a profile: name and value, strip, course, sentence, marks and source, and what it does not say.
///
/// What is the same for every area of the level stands ready in a ``FigureTemplate``; only what differs is made here.
struct FigureArticle: HTML {
    private let view: FigureView
    /// A contribution to a score: its drawing stands with the others, in one table.
    private let isPart: Bool

    init(_ view: FigureView, isPart: Bool = false) {
        self.view = view
        self.isPart = isPart
    }

    func render(into out: inout HTMLWriter) {
        let template = view.template
        if let number = view.number {
            template.opening.render(into: &out)
            out.text(number)
            template.unit.render(into: &out)
            template.period.render(into: &out)
            if isPart { FigurePartLink(words: view.words).render(into: &out) } else { draw(into: &out) }
        } else {
            template.openingEmpty.render(into: &out)
            template.period.render(into: &out)
            div(.class("strip")) { p { FigureSentence.whyMissing(view.figure.latest)[view.language] } }.render(into: &out)
        }
        writeSentence(into: &out)
        writeMarks(into: &out)
        template.remark.render(into: &out)
        if view.figure.series.count > 1 { PeriodsTable(view: view).render(into: &out) }
        template.closing.render(into: &out)
    }

    private func draw(into out: inout HTMLWriter) {
        let scene = view.scene
        if let strip = FigureStrip(
            view.figure, text: view.value, template: view.template, level: scene.level, nearby: scene.nearby, language: scene.language)
        {
            out.raw("<div class=\"strip\">")
            strip.render(into: &out)
            out.raw("</div>")
        }
        if let course = FigureCourse(view) {
            out.raw("<div class=\"trend\">")
            course.render(into: &out)
            out.raw("</div>")
        }
    }

    /// The sentence, with what is known of the areas around.
    private func writeSentence(into out: inout HTMLWriter) {
        let figure = view.figure
        out.raw("<p class=\"zin\"><strong>")
        // The reason of a missing figure stands in its box already.
        if figure.latest.value == nil {
            out.text(FigureWords.notZero[view.language])
            out.raw("</strong>")
        } else {
            let sentence = FigureSentence(figure, level: view.scene.level, nearby: view.scene.nearby?.name, in: view.language)
            out.text(sentence.lead)
            out.raw("</strong>")
            if !sentence.rest.isEmpty {
                out.raw(" ")
                out.text(sentence.rest)
            }
            writeReferences(into: &out)
        }
        out.raw("</p>")
    }

    /// ` Ter vergelijking: gemeente Arnhem 70%, provincie Gelderland 75%.`, of the same period.
    private func writeReferences(into out: inout HTMLWriter) {
        let figure = view.figure
        guard figure.indicator.kind != .count else { return }
        let district = figure.district?.text(in: view.language, unit: view.unit), above = figure.ground.text(in: view.language, unit: view.unit)
        guard district != nil || !above.isEmpty else { return }
        out.text(view.words.comparing)
        if let district { out.text(district) }
        if district != nil && !above.isEmpty { out.raw(", ") }
        above.render(into: &out)
        out.raw(".")
    }

    /// Marks for caution and the source.
    private func writeMarks(into out: inout HTMLWriter) {
        out.raw("<p class=\"bron\">")
        for caution in view.figure.cautions {
            out.raw("<span class=\"tag let-op\">")
            CautionSign.drawing.render(into: &out)
            out.text(caution.label[view.language])
            out.raw("</span>")
        }
        view.template.source.render(into: &out)
        out.raw("</p>")
    }
}

private struct FigurePartLink: Component {
    let words: FiguresWords

    var body: some HTML { p(.class("strip")) { a(.href("#" + Contributions.anchor)) { words.partOf } } }
}

/// The sign of a mark, drawn once per page and used many times: a profile has dozens.
enum CautionSign {
    private static let id = "teken-let-op"

    static let drawing = Fragment { svg(.class("i").viewBox(0, 0, 24, 24).ariaHidden()) { use(.href("#" + id)) } }

    static let definition = Fragment {
        svg(.class("vh").ariaHidden().focusable("false")) {
            symbol(.id(id).viewBox(0, 0, 24, 24)) {
                path(
                    .d("M12 3L2 21h20zM12 10v5M12 18v.1").fill("none").stroke("currentColor").strokeWidth(2.4).strokeLinecap("round")
                        .strokeLinejoin("round"))
            }
        }
    }
}

/// The area among those of its municipality and of the country; nil where the country's values are not known.
struct FigureStrip: HTML {
    private let plot: StripPlot

    /// - Parameter text: the value with its unit; nil when missing
    init?(_ figure: Figure, text: String?, template: FigureTemplate, level: AreaLevel, nearby: Area?, language: Language) {
        guard let local = figure.strip?.local, let value = figure.latest.value, let text, let ground = template.ground, let dots = local.dots else {
            return nil
        }
        let words = template.stripLabel
        plot = StripPlot(
            label: StripPlot.Label(words.opening, value: text, closing: words.closing), dots: dots,
            localCaption: nearby.map { local.caption(level, in: $0, language) } ?? "",
            mark: StripPlot.Mark(
                value, isEstimate: figure.indicator.basis == .model, interval: Self.margin(figure.latest.interval, on: ground.axis)),
            ground: ground)
    }

    /// A margin too narrow to be seen is not drawn; it stands in the sentence.
    private static func margin(_ interval: Interval?, on axis: Axis) -> ClosedRange<Double>? {
        guard let range = interval?.range else { return nil }
        return axis.share(range.upperBound) - axis.share(range.lowerBound) > 0.012 ? range : nil
    }

    func render(into out: inout HTMLWriter) { plot.render(into: &out) }
}

extension LocalShape {
    /// `Arnhem, 81 buurten, 2 buiten de schaal`.
    fileprivate func caption(_ level: AreaLevel, in place: Area, _ language: Language) -> String {
        captions.value(for: language) { FiguresWords(language).local(distribution.count, level, in: place.name, outside: outside) }
    }
}

/// The course over the years that may be compared; nil with fewer than two.
struct FigureCourse: HTML {
    private let line: Sparkline

    init?(_ view: FigureView) {
        let unit = view.unit, language = view.language, indicator = view.figure.indicator
        guard view.figure.series.count > 1 else { return nil }
        var points: [TrendPoint] = []
        var label = Phrase(language)
        label.add("Verloop: ", "Course: ")
        for observation in view.figure.series where observation.comparable == .same {
            guard let value = observation.value else { continue }
            if !points.isEmpty { label.add(", ", ", ") }
            label.add(view.words.period(observation.period))
            label.add(": ", ": ")
            label.add(value, unit)
            points.append(
                TrendPoint(
                    Self.time(observation.period), value, interval: observation.interval.flatMap { $0.kind == .rounding ? nil : $0.range },
                    method: indicator.breaks.isEmpty ? "" : String(indicator.breaks.count { $0.year <= observation.period.year }),
                    isEstimate: indicator.basis == .model))
        }
        guard points.count > 1 else { return nil }
        let isPercentage = unit.suffix.nl == "%"
        line = Sparkline(
            label: label.take(), points: points, height: isPercentage ? .percentage : .number, time: { String(Int($0)) },
            format: { unit.prefix + unit.number($0, in: language) + (isPercentage ? "%" : "") })
    }

    /// Decimal year.
    static func time(_ period: Period) -> Double { Double(period.year) + Double((period.month ?? 1) - 1) / 12 }

    func render(into out: inout HTMLWriter) { line.render(into: &out) }
}
