import Core
import HTML
import People
import Web

/// The report of one year.
struct ReportPage: Component {
    let programme: Programme
    let report: NetworkReport
    /// That can be chosen, the newest first.
    let years: [Int]
    let language: Language

    private var words: ReportWords { ReportWords(language) }

    var body: some HTML {
        div(.class("wrap inhoud")) {
            h1 { words.title(programme.name, report.year) }
            p(.class("inleiding")) { words.lead }
            choosing
            ReportLinks(report: report, language: language)
            ReportMatrix(report: report, language: language)
            questions
            help
            ReportLater(report: report, language: language)
            ReportTime(time: report.time, language: language)
            files
        }
    }

    private var choosing: some HTML {
        nav(.ariaLabel(words.year)) {
            p { words.year }
            ul {
                Each(years) { year in
                    li {
                        a(.href(ReportRoute.report(programme.slug, year: year).address.url(in: language)).ariaCurrent(year == report.year ? "page" : nil)) {
                            String(year)
                        }
                    }
                }
            }
        }
    }

    private var questions: some HTML {
        section(.class("sectie").id("vragen")) {
            h2 { words.questions }
            p { report.questions.isEmpty ? words.noQuestions : words.questions(report) }
            ul {
                Each(report.questions) { question in
                    li {
                        a(.href(InventoryRoute.issue(question.issue).address.url(in: language))) { question.title }
                        ": " + words.answered(question.answered)
                    }
                }
            }
        }
    }

    private var help: some HTML {
        section(.class("sectie").id("hulp")) {
            h2 { words.help }
            p { words.help(report.speed) }
            if report.speed.early > 0 { p { words.early(report.speed.early) } }
        }
    }

    private var files: some HTML {
        section(.class("sectie").id("bestanden")) {
            h2 { words.take }
            ul {
                Each(ReportRoute.ReportFile.allCases) { file in
                    li { a(.href(ReportRoute.file(programme.slug, file, year: report.year).address.url(in: language))) { words.file(file) } }
                }
            }
        }
    }
}

/// A table that can be scrolled to, for a reader of the screen too.
private struct ReportTable<Content: HTML>: Component {
    let title: String
    let heads: [String]
    let content: Content

    init(_ title: String, heads: [String], @HTMLBuilder content: () -> Content) {
        self.title = title
        self.heads = heads
        self.content = content()
    }

    var body: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(title)) {
            table {
                caption { title }
                thead { tr { Each(heads) { head in th(.scope("col")) { head } } } }
                tbody { content }
            }
        }
    }
}

/// Every link by pair and kind, and who has none.
struct ReportLinks: Component {
    let report: NetworkReport
    let language: Language

    private var words: ReportWords { ReportWords(language) }

    var body: some HTML {
        section(.class("sectie").id("verbanden")) {
            h2 { words.links }
            p { words.linksLead }
            if report.links.isEmpty { p { words.noLinks } } else { list }
            if report.links.contains(where: { $0.value.unknown > 0 }) { p { words.unknownLead } }
            h3 { words.absent }
            if report.places.isEmpty {
                p { words.noPlaces }
            } else if report.absent.isEmpty {
                p { words.noneAbsent }
            } else {
                p { words.absentLead }
                ul(.id("zonder-verband")) { Each(report.absent) { place in li { place.isMember ? place.name : words.guest(place.name) } } }
            }
        }
    }

    private var list: some HTML {
        ReportTable(words.links, heads: [words.from, words.to, words.how, words.times]) {
            Each(report.lines) { line in
                tr {
                    th(.scope("row")) { report.name(line.pair.from) }
                    td { report.name(line.pair.to) }
                    td { words.kind(line.pair.kind) }
                    td { words.tally(line.tally) }
                }
            }
        }
    }
}

/// All municipalities against all others, with 0 where nothing is known.
struct ReportMatrix: Component {
    let report: NetworkReport
    let language: Language

    private var words: ReportWords { ReportWords(language) }

    var body: some HTML {
        section(.class("sectie").id("matrix")) {
            h2 { words.matrix }
            if report.places.isEmpty {
                p { words.noPlaces }
            } else {
                p { words.matrixLead }
                ReportTable(words.matrix, heads: [words.from] + report.places.map(\.name)) { Each(report.places) { row in line(row) } }
            }
        }
    }

    private func line(_ row: NetworkReport.Place) -> some HTML {
        tr {
            th(.scope("row")) { row.isMember ? row.name : words.guest(row.name) }
            Each(report.places) { column in
                td { column.code == row.code ? words.selfCell : words.tally(report.tally(row.code, column.code)) }
            }
        }
    }
}

/// What people used after 3 and 12 months; nothing of fewer than five.
struct ReportLater: Component {
    let report: NetworkReport
    let language: Language

    private var words: ReportWords { ReportWords(language) }
    private var asking: FollowUpWords { FollowUpWords(language) }

    var body: some HTML {
        section(.class("sectie").id("later")) {
            h2 { words.later }
            p { words.laterLead }
            ReportTable(words.later, heads: heads) { Each(FollowUp.Term.allCases) { term in line(term) } }
        }
    }

    private var heads: [String] {
        [asking.after, asking.asked] + FollowUp.Used.allCases.map { asking.used($0) } + [asking.unknown, words.saved]
    }

    private func line(_ term: FollowUp.Term) -> some HTML {
        let told = report.told(term), saved = report.saved(term)
        return tr {
            th(.scope("row")) { asking.after(term) }
            td { String(report.followUps[term]?.asked ?? 0) }
            Each(FollowUp.Used.allCases) { used in td { told.map { String($0.used[used] ?? 0) } ?? words.few } }
            td { told.map { String($0.unknown) } ?? words.few }
            td { saved.map { words.saved($0.hours, $0.people) } ?? words.few }
        }
    }
}

/// Hours asked and committed.
struct ReportTime: Component {
    let time: NetworkReport.Time
    let language: Language

    private var words: ReportWords { ReportWords(language) }

    var body: some HTML {
        section(.class("sectie").id("tijd")) {
            h2 { words.time }
            dl(.class("over")) {
                one(words.timeMeetings, String(time.meetings))
                one(words.timeAsked, words.hours(time.asked))
                one(words.timeCommitted, words.hours(time.committed, of: time.places))
                one(words.timeAttended, words.hours(time.attended, of: time.present))
            }
            if time.unknown > 0 { p { words.unknownPlaces(time.unknown) } }
        }
    }

    private func one(_ name: String, _ value: String) -> some HTML {
        div {
            dt { name }
            dd { value }
        }
    }
}
