import Core
import HTML
import HTTPTypes
import Hummingbird
import OpenAPI
import People
import Web

/// Handlers of the network report, for who organises the whole programme.
struct ReportRoutes: Sendable {
    let part: ReportPart

    private typealias Words = ReportWords
    /// How many years can be chosen.
    private static let years = 6

    var table: [Route] {
        let place = "/programmas/{programma}/"
        return [
            Route(.get, place + "netwerkrapport", name: "learning.report", access: .organisers, summary: Words.both(\.title)) { try await show($1) },
            Route(.get, place + "netwerkrapport.csv", name: "learning.report-csv", access: .organisers, summary: Words.both { $0.file(.csv) }) {
                try await file(.csv, $1)
            },
            Route(.get, place + "netwerkrapport.json", name: "learning.report-json", access: .organisers, summary: Words.both { $0.file(.json) }) {
                try await file(.json, $1)
            },
        ]
    }

    /// The newest first.
    private var choices: [Int] {
        let newest = DutchDay(at: part.people.now()).year
        return (0..<Self.years).map { newest - $0 }
    }

    private func found(_ context: WebContext) async throws -> (ProgrammeOutline, NetworkReport) {
        let outline = try await part.people.organisedProgramme(context), choices = choices
        let newest = choices.first ?? DutchDay(at: part.people.now()).year
        let year = context.query["jaar"].map { Int($0) } ?? newest
        guard let year, choices.contains(year) else { throw Problem.notFound }
        return (outline, try await part.report(outline, year: year))
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let (outline, report) = try await found(context)
        let head = PageHead(Words(context.language).title(outline.programme.name, report.year), isListed: false)
        return context.page(head, cache: .noStore) {
            ReportPage(programme: outline.programme, report: report, years: choices, language: context.language)
        }
    }

    private func file(_ file: ReportRoute.ReportFile, _ context: WebContext) async throws -> Answer {
        let (outline, report) = try await found(context)
        let document = ReportDocument(report: report, programme: outline.programme.slug.description)
        let answer =
            file == .csv ? Answer(document.csv, as: .csv, cache: .noStore) : Answer(document.node.bytes, as: .json, cache: .noStore)
        return answer.asDownload(named: "\(outline.programme.slug)-\(report.year)-\(file.rawValue)")
    }
}
