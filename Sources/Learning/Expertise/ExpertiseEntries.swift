import Core
import People
import Web

extension ExpertisePart {
    /// What organisations know about, as everyone may see it: so a theme leads to them and their page says it (EXP-01, EXP-07). Never of people.
    package var linkSources: [LinkSource] {
        let follower = JournalFollower(people.database, kinds: ["expertise-line", "organisation", "term"])
        return [
            LinkSource("expertise") {
                // A line leaves by itself when nothing was done for two years: looked at anew the next day.
                try await follower.version() << 20 | (people.now() / 86_400_000) & 0xF_FFFF
            } links: {
                try await store.directory(ExpertiseFilter(), tree: LabelTree(parents: [:]), at: people.now()).flatMap { entry -> [Link] in
                    guard case .organisation(let id) = entry.owner else { return [] }
                    return entry.lines.map { Link(ThingReference(.organisation, id.description), .about, ThingReference(.term, $0.label)) }
                }
            }
        ]
    }
}
