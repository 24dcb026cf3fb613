import Core
import Jobs

/// The words of the pages about long work.
extension FiguresWords {
    var jobsTitle: String { say("Taken op de achtergrond", "Background jobs") }
    var jobsLead: String {
        say(
            "Cijfers inlezen of een analyse uitrekenen duurt soms lang. Dat gebeurt op de achtergrond. Hier zie je hoe ver het is.",
            "Importing figures or computing an analysis can take long. That happens in the background. Here you see how far it is.")
    }
    var noJobs: String { say("Er zijn nog geen taken geweest.", "There have been no jobs yet.") }
    var refresh: String { say("Ververs", "Refresh") }
    var jobHead: String { say("Taak", "Job") }
    var progressHead: String { say("Voortgang", "Progress") }
    var started: String { say("Begonnen", "Started") }
    var ended: String { say("Klaar", "Ended") }
    var lastSign: String { say("Laatste bericht", "Last sign of life") }
    var report: String { say("Verslag", "Report") }
    var interruptedHelp: String {
        say(
            "Wij hoorden langer dan een minuut niets van deze taak. Er is niets half opgeslagen. Start de taak opnieuw.",
            "We heard nothing of this job for more than a minute. Nothing was stored by half. Start it again.")
    }
    func state(_ state: Job.State) -> String {
        switch state {
        case .running: say("bezig", "running")
        case .interrupted: say("onderbroken", "interrupted")
        case .ended(let outcome): outcome.name[language]
        }
    }
    func progress(_ job: Job) -> String {
        let done = Numbers.text(Double(job.done), in: language)
        guard let total = job.total, total > 0 else { return job.done == 0 ? "" : done }
        let all = Numbers.text(Double(total), in: language), percent = Int((job.fraction ?? 0) * 100)
        return say("\(done) van \(all) (\(percent)%)", "\(done) of \(all) (\(percent)%)")
    }
    /// `21 november 2026, 19:53 UTC`
    func moment(_ milliseconds: Int64) -> String {
        let minutes = ((milliseconds / 60_000) % 1440 + 1440) % 1440
        let hour = minutes / 60, minute = minutes % 60
        return day(milliseconds) + ", \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute) UTC"
    }
}
