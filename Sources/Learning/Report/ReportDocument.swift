import Core
import OpenAPI
import Web

/// A report as a table and as JSON: the same numbers as the page, with the same protection.
struct ReportDocument: Sendable {
    let report: NetworkReport
    /// Key of the programme.
    let programme: String

    private typealias Row = (part: String, what: String, from: String, to: String, value: Int?, count: Int?, unknown: Int?)

    // MARK: The table

    /// RFC 4180: CRLF, the first line is the header. An empty cell is not known or not told; 0 is none.
    var csv: [UInt8] {
        let heads = ["jaar", "onderdeel", "wat", "van", "naar", "waarde", "n", "onbekend"]
        let rows = links + questions + help + later + time
        let all =
            [heads]
            + rows.map { row in
                [String(report.year), row.part, row.what, row.from, row.to] + [row.value, row.count, row.unknown].map { $0.map(String.init) ?? "" }
            }
        return CSVTable.bytes(all)
    }

    /// Every two municipalities, those without a link too.
    private var links: [Row] {
        let known = report.lines.map { line -> Row in
            ("verband", line.pair.kind.rawValue, line.pair.from.description, line.pair.to.description, line.tally.known, nil, line.tally.unknown)
        }
        return known + report.absent.map { ("zonder verband", "", $0.code.description, "", 0, nil, nil) }
    }

    private var questions: [Row] {
        NetworkReport.Answered.allCases.map { ("vraag", $0.rawValue, "", "", report.count($0), report.questions.count, nil) }
    }

    private var help: [Row] {
        [("hulp", "binnen 5 werkdagen", "", "", report.speed.inTime, report.speed.decided, report.speed.early)]
    }

    private var later: [Row] {
        FollowUp.Term.allCases.flatMap { term -> [Row] in
            let asked = report.followUps[term]?.asked ?? 0, told = report.told(term), part = "na \(term.rawValue) maanden"
            let used = FollowUp.Used.allCases.map { used -> Row in
                (part, used.rawValue, "", "", told.map { $0.used[used] ?? 0 }, asked, told?.unknown)
            }
            let saved = report.saved(term)
            return used + [(part, "uren bespaard", "", "", saved?.hours, saved?.people, nil)]
        }
    }

    private var time: [Row] {
        let time = report.time
        return [
            ("tijd", "minuten gevraagd", "", "", time.asked, time.meetings, nil), ("tijd", "minuten toegezegd", "", "", time.committed, time.places, nil),
            ("tijd", "minuten besteed", "", "", time.attended, time.present, time.unknown),
        ]
    }

    // MARK: JSON

    var node: API.Node {
        .object([
            .init("programma", .string(programme)), .init("jaar", .integer(report.year)), .init("gemeenten", .array(report.places.map(place))),
            .init("verbanden", .array(report.lines.map { link($0.pair, $0.tally) })),
            .init("zonderVerband", .array(report.absent.map { .string($0.code.description) })), .init("vragen", .array(report.questions.map(question))),
            .init("hulp", speed), .init("later", .array(FollowUp.Term.allCases.map(later))), .init("tijd", minutes),
        ])
    }

    private func place(_ place: NetworkReport.Place) -> API.Node {
        .object([
            .init("code", .string(place.code.description)), .init("naam", .string(place.name)), .init("doetMee", .boolean(place.isMember)),
        ])
    }

    private func link(_ pair: NetworkReport.Pair, _ tally: NetworkReport.Tally) -> API.Node {
        .object([
            .init("soort", .string(pair.kind.rawValue)), .init("van", .string(pair.from.description)), .init("naar", .string(pair.to.description)),
            .init("aantal", .integer(tally.known)), .init("onbekend", .integer(tally.unknown)),
        ])
    }

    private func question(_ question: NetworkReport.Question) -> API.Node {
        .object([
            .init("id", .string(question.issue.description)), .init("titel", .string(question.title)), .init("stand", .string(question.answered.rawValue)),
        ])
    }

    private var speed: API.Node {
        .object([
            .init("binnenVijfWerkdagen", .integer(report.speed.inTime)), .init("n", .integer(report.speed.decided)),
            .init("nogTeNieuw", .integer(report.speed.early)), .init("doel", .integer(NetworkReport.aim)),
        ])
    }

    private func later(_ term: FollowUp.Term) -> API.Node {
        let told = report.told(term), saved = report.saved(term)
        return .object(
            [.init("maanden", .integer(term.rawValue)), .init("gevraagd", .integer(report.followUps[term]?.asked ?? 0))]
                + FollowUp.Used.allCases.map { used in
                    .init(used.rawValue, .value(told.map { $0.used[used] ?? 0 }))
                } + [
                    .init("onbekend", .value(told?.unknown)), .init("urenBespaard", .value(saved?.hours)),
                    .init("urenGenoemdDoor", .value(saved?.people)),
                ])
    }

    private var minutes: API.Node {
        let time = report.time
        return .object([
            .init("bijeenkomsten", .integer(time.meetings)), .init("minutenGevraagd", .integer(time.asked)), .init("plekken", .integer(time.places)),
            .init("minutenToegezegd", .integer(time.committed)), .init("aanwezig", .integer(time.present)),
            .init("minutenBesteed", .integer(time.attended)), .init("onbekend", .integer(time.unknown)),
        ])
    }
}
