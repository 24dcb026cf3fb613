import Areas
import Charts
import Core
import HTML
import Measures
import Web

/// What pages write of one figure and is the same for every area of a level: written once, used on every profile.
///
/// A profile has dozens of figures. Written part by part from values, most of the time of a page went into these words.
final class FigureTemplate: Sendable {
    /// From the start of the article up to its value.
    let opening: Fragment
    /// The same where there is no figure, with the words for that.
    let openingEmpty: Fragment
    /// The unit behind the value.
    let unit: Fragment
    /// From behind the value to the end of the name: the period.
    let period: Fragment
    /// Publisher and table, with the way to the delivery.
    let source: Fragment
    /// From the start of the details to what differs per area.
    let remark: Fragment
    /// From behind the details to the end of the article.
    let closing: Fragment
    /// A row of the table of all figures, up to its value, and from there to its margin.
    let row: Fragment
    let rowPeriod: Fragment
    /// The name of the strip, up to the value and from behind it.
    let stripLabel: (opening: String, closing: String)
    /// The lower half of the strip; nil where the values of the country are not known.
    let ground: StripGround?

    init(_ column: FigureColumn, level: AreaLevel, language: Language) {
        let indicator = column.indicator, words = FiguresWords(language), name = indicator.name[language], key = indicator.key
        func opened(_ isEmpty: Bool) -> Fragment {
            Fragment { out in
                out.raw("<article")
                Attributes.class("cijfer", "leeg", when: isEmpty).id(key).render(into: &out)
                out.raw("><div class=\"naam\">")
                h4 { name }.render(into: &out)
                out.raw("<p class=\"waarde\">")
                out.text(isEmpty ? words.noFigure.prefix(1).uppercased() + words.noFigure.dropFirst() : indicator.unit.prefix)
            }
        }
        opening = opened(false)
        openingEmpty = opened(true)
        let suffix = indicator.unit.suffix[language]
        unit = Fragment { if suffix.hasPrefix(" ") { span(.class("eenheid")) { suffix } } else { suffix } }
        period = Fragment { out in
            out.raw("</p>")
            p(.class("jaar")) { words.period(column.period) }.render(into: &out)
            out.raw("</div>")
        }
        let edition = column.frame.edition
        source = Fragment {
            span {
                words.sourcePrefix
                EditionLink.to(edition, in: language)
            }
        }
        remark = Fragment { out in
            out.raw("<details class=\"rustig\">")
            FigureRemark(indicator: indicator, level: level, language: language).render(into: &out)
        }
        closing = Fragment { out in
            p {
                a(.href(FiguresRoute.indicator(key).address.url(in: language))) {
                    words.aboutFigure
                    span(.class("vh")) { ": " + name }
                }
            }.render(into: &out)
            out.raw("</details></article>")
        }
        row = Fragment { out in
            out.raw("<tr>")
            th(.scope("row")) { a(.href("#" + key)) { name } }.render(into: &out)
            out.raw("<td class=\"n\">")
        }
        rowPeriod = Fragment { out in
            out.raw("</td>")
            td { words.period(column.period) }.render(into: &out)
            out.raw("<td>")
        }
        ground = Self.ground(column, level: level, words: words)
        stripLabel = Self.label(column, level: level, words: words)
    }

    private static func ground(_ column: FigureColumn, level: AreaLevel, words: FiguresWords) -> StripGround? {
        let nation = column.shape(of: level), unit = column.indicator.unit
        guard let histogram = nation.histogram, let axis = nation.axis, nation.distribution.count > 1 else { return nil }
        return StripGround(
            bins: histogram.counts, caption: words.national(nation.distribution.count, level), median: nation.distribution.median, axis: axis,
            unit: unit.suffix[words.language]
        ) { unit.prefix + unit.number($0, in: words.language) }
    }

    private static func label(_ column: FigureColumn, level: AreaLevel, words: FiguresWords) -> (String, String) {
        let nation = column.shape(of: level), unit = column.indicator.unit, language = words.language
        guard let axis = nation.axis else { return ("", "") }
        return words.stripLabel(
            column.indicator.name[language], median: nation.distribution.median.map { unit.text($0, in: language) },
            from: unit.number(axis.lower, in: language), to: unit.text(axis.upper, in: language), level: level)
    }
}

extension Figure {
    /// What is written of this figure whatever the area.
    func template(_ level: AreaLevel, in language: Language) -> FigureTemplate {
        column.templates.value(for: FigureColumn.TemplateKey(level: level, language: language)) {
            FigureTemplate(column, level: level, language: language)
        }
    }
}

/// "What does this figure not say?": how it was asked and how sure it is, up to what differs per area.
private struct FigureRemark: Component {
    let indicator: Indicator
    let level: AreaLevel
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        summary {
            words.notSaidSummary
            span(.class("vh")) { " " + indicator.name[language] }
        }
        p { indicator.doesNotSay[language] }
        dl(.class("over")) {
            Fact(words.question, indicator.question[language])
            Fact(words.certainty, words.basis(indicator.basis) + " " + words.uncertainty(indicator.uncertainty))
            Fact(words.referenceDate, indicator.referenceDate[language])
            Fact(words.rounding, words.rounding(indicator.rounding.rule(for: level)))
            if let rule = indicator.suppression.rule { Fact(words.suppression, rule[language]) }
            if let derivation = indicator.derivation { Fact(words.howMade, words.derivation(derivation)) }
        }
    }
}

/// A name and what is said of it, in a list of facts.
struct Fact: Component {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    var body: some HTML {
        div {
            dt { name }
            dd { value }
        }
    }
}
