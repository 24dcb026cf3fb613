import Core
import HTML
import Measures
import People
import Web

/// Groups on the page of the outcome: whether there are any, in words, in a picture and in a table.
struct GroupSection: Component {
    let outcome: GroupOutcome
    let conversation: Identifier
    let isOpen: Bool
    let language: Language

    private var words: GroupWords { GroupWords(language) }

    var body: some HTML {
        section(.class("sectie").id("groepen")) {
            h2 { words.title }
            if let newest = outcome.newest {
                verdict(newest)
                if newest.run.isShown { found(newest.run) }
                GroupRuns(outcome: outcome, language: language)
            } else {
                p { words.notYet }
            }
        }
    }

    private func verdict(_ published: PublishedGroups) -> some HTML {
        let run = published.run
        return Group {
            p { run.isShown ? words.yes(run.groups.count) : words.none }
            if let reason = run.reason { p { words.because(reason) } }
            p { words.made(GroupRuns.written(published.day), published.shownPeople) }
            if run.isShown {
                if let median = run.median { p { words.stable(run.halfSamples, median) } }
                p { words.letters }
                p { words.rounded }
            }
            if let chance = run.chance { p { words.chance(chance) } }
        }
    }

    private func found(_ run: GroupRun) -> some HTML {
        Group {
            h3 { words.shared }
            if run.shared.isEmpty { p { words.sharedNone } }
            ul { Each(run.shared) { one in li { statement(one.statement, words.sharedBy(one)) } } }
            Each(run.groups) { group in
                h3 { outcome.name(group.letter, language) }
                p { words.people(group.people) }
                if group.statements.isEmpty { p { words.tellingNone } }
                ul { Each(group.statements) { one in li { statement(one.statement, words.telling(one)) } } }
            }
            h3 { words.picture }
            GroupPicture(groups: run.groups, language: language)
            if isOpen { p { a(.href(GroupRoute.own(conversation).address.url(in: language))) { words.ownLink } } }
            GroupTable(run: run, outcome: outcome, language: language)
        }
    }

    private func statement(_ number: Int, _ sentence: String) -> some HTML {
        Group {
            span(.lang(outcome.statements[number]?.language ?? language.rawValue).dir("auto")) { "“" + outcome.words(of: number, language) + "”" }
            " "
            sentence
        }
    }
}

/// The groups as a table.
struct GroupTable: Component {
    let run: GroupRun
    let outcome: GroupOutcome
    let language: Language

    private var words: GroupWords { GroupWords(language) }

    var body: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.table)) {
            table {
                caption { words.table }
                ColumnHeads(words.groupHead, words.peopleHead, words.statementHead, words.saysHead, words.ownHead, words.othersHead)
                tbody {
                    Each(run.groups) { group in
                        Each(group.statements) { one in row(group, one) }
                    }
                }
            }
        }
    }

    private func row(_ group: GroupRun.Group, _ one: GroupRun.Telling) -> some HTML {
        tr {
            th(.scope("row")) { outcome.name(group.letter, language) }
            td { String(group.people) }
            td(.lang(outcome.statements[one.statement]?.language ?? language.rawValue).dir("auto")) { outcome.words(of: one.statement, language) }
            td { words.choice(one.isAgree) }
            td { one.own.map(words.share) ?? "–" }
            td { one.others.map(words.share) ?? "–" }
        }
    }
}

/// Every search with its settings: what was found stays in sight.
struct GroupRuns: Component {
    let outcome: GroupOutcome
    let language: Language

    private var words: GroupWords { GroupWords(language) }

    var body: some HTML {
        h3 { words.runs }
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.runs)) {
            table {
                caption { words.runs }
                ColumnHeads(words.dayHead, words.peopleHead, words.floorHead, words.outcomeHead, words.reasonHead)
                tbody { Each(outcome.runs) { published in row(published) } }
            }
        }
    }

    private func row(_ published: PublishedGroups) -> some HTML {
        let run = published.run
        return tr {
            th(.scope("row")) { Self.written(published.day) }
            td { words.people(published.shownPeople) }
            td { String(run.plan.floor) }
            td { [words.outcome(run), run.reason.map(words.because)].compactMap { $0 }.joined(separator: ". ") }
            td { published.reason ?? "–" }
        }
    }

    static func written(_ day: String) -> String { DutchDay(day)?.written ?? day }
}

/// Outlines of groups, and the visitor's own place where that is asked for. Nobody else stands in it.
struct GroupPicture: Component {
    let groups: [GroupRun.Group]
    var own: (x: Double, y: Double)?
    let language: Language

    init(groups: [GroupRun.Group], own: (x: Double, y: Double)? = nil, language: Language) {
        self.groups = groups
        self.own = own
        self.language = language
    }

    private static let width = 640.0, height = 400.0, edge = 30.0
    /// Places and sizes are drawn to this many units: a picture does not tell more than the words.
    private static let step = 10.0

    private var words: GroupWords { GroupWords(language) }

    var body: some HTML {
        let frame = Frame(groups.map(\.outline))
        svg(.class("groepenplaat").role("img").ariaLabel(label).ariaDescribedBy("groepenplaat-uitleg").viewBox(0, 0, Self.width, Self.height)) {
            desc(.id("groepenplaat-uitleg")) { words.pictureText }
            Each(groups.enumerated()) { index, group in shape(group, index, frame) }
            if let own { self.you(own, frame) }
        }
        p { words.pictureText }
    }

    private var label: String {
        let names = groups.map { words.group($0.letter) + ": " + words.people($0.people) }
        return (names + (own == nil ? [] : [words.own])).joined(separator: ", ")
    }

    private func shape(_ group: GroupRun.Group, _ index: Int, _ frame: Frame) -> some HTML {
        let outline = group.outline, (x, y) = frame.drawn(outline.x, outline.y)
        return g {
            ellipse(
                .class("vlak vlak-\(index % 5)").cx(x).cy(y).rx(frame.length(outline.long)).ry(frame.length(outline.short))
                    .transform("rotate(\(Int(-outline.angle.rounded())) \(Int(x)) \(Int(y)))"))
            svgText(.class("getal").x(x).y(y + 7).textAnchor("middle")) { group.letter }
        }
    }

    private func you(_ place: (x: Double, y: Double), _ frame: Frame) -> some HTML {
        let (x, y) = frame.inside(place.x, place.y)
        return g {
            circle(.class("jij").cx(x).cy(y).r(9))
            svgText(.class("getal").x(x).y(y - 14).textAnchor("middle")) { words.you }
        }
    }

    /// From the plane to the picture.
    private struct Frame {
        var (left, right, bottom, top) = (Double.infinity, -Double.infinity, Double.infinity, -Double.infinity)

        init(_ outlines: [GroupRun.Outline]) {
            for one in outlines {
                (left, right) = (min(left, one.x - one.long), max(right, one.x + one.long))
                (bottom, top) = (min(bottom, one.y - one.long), max(top, one.y + one.long))
            }
        }

        private var scale: Double {
            let across = (GroupPicture.width - 2 * GroupPicture.edge) / max(right - left, 1e-9)
            return min(across, (GroupPicture.height - 2 * GroupPicture.edge) / max(top - bottom, 1e-9))
        }

        private func exact(_ x: Double, _ y: Double) -> (Double, Double) {
            (GroupPicture.width / 2 + (x - (left + right) / 2) * scale, GroupPicture.height / 2 - (y - (bottom + top) / 2) * scale)
        }

        func drawn(_ x: Double, _ y: Double) -> (Double, Double) {
            let (x, y) = exact(x, y)
            return ((x / step).rounded() * step, (y / step).rounded() * step)
        }

        func length(_ value: Double) -> Double { max((value * scale / step).rounded() * step, step) }

        /// Who stands outside is drawn at the edge.
        func inside(_ x: Double, _ y: Double) -> (Double, Double) {
            let (x, y) = exact(x, y), edge = GroupPicture.edge
            return (min(max(x, edge), GroupPicture.width - edge).rounded(), min(max(y, edge), GroupPicture.height - edge).rounded())
        }
    }
}

/// Where the visitor stands.
struct GroupOwnPage: Component {
    let outcome: VoteOutcome
    /// The votes that count for the place; nil where the visitor cannot take part now.
    let votes: [Int: Int8]?
    let language: Language

    private var words: GroupWords { GroupWords(language) }
    private var id: Identifier { outcome.scene.conversation.id }
    /// Fewer votes say little.
    private static let enough = 7

    var body: some HTML {
        ConversationColumn(
            ConversationBand(outcome.scene.conversation, areaName: outcome.scene.areaName, here: words.own, lead: words.ownLead, language: language)
        ) {
            content
            p { a(.href(VoteRoute.results(id).address.url(in: language))) { words.back } }
        }
    }

    @HTMLBuilder private var content: some HTML {
        if let run = outcome.groups.newest?.run, run.isShown, let plane = run.plane {
            if let votes {
                if let place = plane.place(of: votes) { standing(place, run, plane.statements.count { votes[$0] != nil }) } else { empty }
            } else {
                p(.role("status")) { words.ownClosed }
            }
        } else {
            p(.role("status")) { words.ownNoGroups }
        }
    }

    private var empty: some HTML {
        Group {
            p(.role("status")) { words.ownNone }
            p { a(.class("knop").href(VoteRoute.vote(id).address.url(in: language))) { ResultWords(language).toVote } }
        }
    }

    private func standing(_ place: (x: Double, y: Double), _ run: GroupRun, _ count: Int) -> some HTML {
        Group {
            if let near = run.nearest(place) { p(.role("status")) { words.ownNear(outcome.groups.name(near.letter, language)) } }
            p { words.ownVotes(count) }
            if count < Self.enough { Notice(.caution) { p { words.ownUnsure } } }
            GroupPicture(groups: run.groups, own: place, language: language)
            p { words.ownMoves }
            p { a(.class("knop").href(VoteRoute.vote(id).address.url(in: language))) { ResultWords(language).toVote } }
        }
    }
}
