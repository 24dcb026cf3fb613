import Core
import HTML
import Hummingbird
import Jobs
import Web

/// Long work, as far as it is.
struct JobRoutes: Sendable {
    let jobs: JobStore

    var table: [Route] {
        [
            Route(.get, "/taken", name: "jobs.list", summary: Localized(nl: "Taken op de achtergrond", en: "Background jobs")) { try await list($1) },
            Route(.get, "/taken/{id}", name: "jobs.job", summary: Localized(nl: "Een taak op de achtergrond", en: "A background job")) { try await job($1) },
        ]
    }

    private var now: Int64 { UTCTime.milliseconds }

    private func list(_ context: WebContext) async throws -> Answer {
        let page = JobsPage(jobs: try await jobs.newest(), now: now, language: context.language)
        let head = PageHead(FiguresWords(context.language).jobsTitle, isListed: false, styles: FiguresStyle.sheets)
        return context.page(head, cache: .noStore) { page }
    }

    private func job(_ context: WebContext) async throws -> Answer {
        guard let job = try await jobs.find(try context.part("id")) else { throw Problem.notFound }
        let page = JobPage(job: job, now: now, language: context.language)
        return context.page(PageHead(job.title, isListed: false, styles: FiguresStyle.sheets), cache: .noStore) { page }
    }
}
