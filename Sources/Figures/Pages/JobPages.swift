import Core
import HTML
import Jobs
import Web

/// The newest jobs with how far they are.
struct JobsPage: Component {
    let jobs: [Job]
    /// Milliseconds since 1970.
    let now: Int64
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        div(.class("wrap inhoud")) {
            h1 { words.jobsTitle }
            p(.class("inleiding")) { words.jobsLead }
            p { a(.href(FiguresRoute.jobs.address.url(in: language))) { words.refresh } }
            if jobs.isEmpty {
                p { words.noJobs }
            } else {
                table(.class("stapel")) {
                    caption(.class("vh")) { words.jobsTitle }
                    thead {
                        tr {
                            th(.scope("col")) { words.jobHead }
                            th(.scope("col")) { words.statusHead }
                            th(.scope("col")) { words.progressHead }
                            th(.scope("col")) { words.started }
                        }
                    }
                    tbody { Each(jobs) { job in row(job) } }
                }
            }
        }
    }

    private func row(_ job: Job) -> some HTML {
        tr {
            th(.scope("row")) { a(.href(FiguresRoute.job(job.id).address.url(in: language))) { job.title } }
            td(.data("kop", words.statusHead)) { words.state(job.state(at: now)) }
            td(.data("kop", words.progressHead)) { words.progress(job) }
            td(.data("kop", words.started)) { words.moment(job.startedAt) }
        }
    }
}

/// One job: where it is, or what it had to say at its end.
struct JobPage: Component {
    let job: Job
    /// Milliseconds since 1970.
    let now: Int64
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }
    private var state: Job.State { job.state(at: now) }

    var body: some HTML {
        div(.class("wrap inhoud smal")) {
            p(.class("klein")) { a(.href(FiguresRoute.jobs.address.url(in: language))) { words.jobsTitle } }
            h1 { job.title }
            p(.class("inleiding")) { words.state(state) }
            if state == .running { running }
            if state == .interrupted { Notice(.caution) { p { words.interruptedHelp } } }
            dl(.class("over")) {
                Fact(words.started, words.moment(job.startedAt))
                Fact(words.lastSign, words.moment(job.seenAt))
                if let ended = job.endedAt { Fact(words.ended, words.moment(ended)) }
            }
            if !job.report.isEmpty {
                h2 { words.report }
                pre(.class("verslag").tabindex(0)) { job.report }
            }
        }
    }

    private var running: some HTML {
        div(.class("voortgang")) {
            label(.for("voortgang")) { job.stage[language] }
            if let fraction = job.fraction {
                progress(.id("voortgang").max("100").value(String(Int(fraction * 100)))) { words.progress(job) }
            } else {
                progress(.id("voortgang")) { words.progress(job) }
            }
            p { words.progress(job) }
            p { a(.class("knop licht").href(FiguresRoute.job(job.id).address.url(in: language))) { words.refresh } }
        }
    }
}
