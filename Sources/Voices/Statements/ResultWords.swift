import Core
import Measures
import People

/// The sentences of what came of the votes.
struct ResultWords: PageWords {
    let language: Language

    var title: String { say("Wat zeggen wij samen?", "What do we say together?") }
    var lead: String { say("Eerst wat wij delen, dan waar wij anders over denken.", "First what we share, then where we think differently.") }
    var who: String { say("Wie deden er mee?", "Who took part?") }
    func people(_ count: Int) -> String {
        count >= ShownPeople.least
            ? say("Er deden \(count) mensen mee.", "\(count) people took part.") : say("Er deden minder dan 5 mensen mee.", "Fewer than 5 people took part.")
    }
    func inhabitants(_ count: InhabitantCount) -> String {
        say(
            "In dit gebied wonen \(count.people) mensen (\(count.source), \(count.period)).",
            "In this area live \(count.people) people (\(count.source), \(count.period)).")
    }
    var noSample: String {
        say(
            "Wie meedoet, koos dat zelf. Het is geen steekproef: de buurt als geheel kan er anders over denken.",
            "Who takes part chose that themselves. It is no sample: the area as a whole may think otherwise.")
    }
    func apart(_ count: Int) -> String {
        count >= ShownPeople.least
            ? say("\(count) mensen houden wij apart. Zij tellen nog niet mee.", "\(count) people are kept apart. They are not counted yet.")
            : say("Minder dan 5 mensen houden wij apart. Zij tellen nog niet mee.", "Fewer than 5 people are kept apart. They are not counted yet.")
    }
    var steps: String {
        say(
            "De cijfers gaan pas verder als er weer 5 mensen bij zijn. Zo kan niemand zien wat één mens stemde.",
            "The figures move only when 5 more people voted. So nobody can see what one person voted.")
    }
    var ways: String { say("Hoe deden zij mee?", "How did they take part?") }
    var waysFew: String { say("Dat vertellen wij pas als elke manier door 5 mensen is gebruikt.", "We tell that once 5 people have used each way.") }
    func otherWays(_ count: Int) -> String { say("op een andere manier of later: \(count)", "in another way or later: \(count)") }

    var shared: String { say("Hier zijn wij het over eens", "On this we agree") }
    var sharedNone: String {
        say("Er is nog niets waar zeker meer dan de helft hetzelfde over denkt.", "There is nothing yet on which surely more than half think the same.")
    }
    var dividing: String { say("Hier denken wij verschillend over", "On this we think differently") }
    var unsure: String { say("Hier weten wij het nog niet", "On this we do not know yet") }
    var hidden: String { say("Te weinig stemmen", "Too few votes") }
    var hiddenLead: String { say("Op deze stellingen stemden minder dan 5 mensen.", "Fewer than 5 people voted on these statements.") }
    var none: String { say("Er is nog geen uitkomst.", "There is no outcome yet.") }

    /// `24 van de 30 mensen zijn het eens.`
    func sentence(_ one: StatementOutcome) -> String {
        let tally = one.tally, choice: Vote.Choice = one.finding.shared ?? (tally.agree >= tally.disagree ? .agree : .disagree)
        let count = choice == .agree ? tally.agree : tally.disagree
        let word = VoteWords(language).name(choice).lowercased()
        guard one.finding.hasShares, let range = choice == .agree ? one.finding.agree : one.finding.disagree else {
            return say("\(count) van de \(tally.votes): \(word).", "\(count) of \(tally.votes): \(word).")
        }
        let percent = Self.percent(Double(count) / Double(tally.votes)), low = Self.percent(range.lowerBound), high = Self.percent(range.upperBound)
        return say(
            "\(percent)% zegt \(word): \(count) van de \(tally.votes). De marge is \(low)% tot \(high)%.",
            "\(percent)% say \(word): \(count) of \(tally.votes). The margin is \(low)% to \(high)%.")
    }

    /// What a bar shows.
    func bar(_ one: StatementOutcome) -> String {
        let words = VoteWords(language), tally = one.tally
        return [(Vote.Choice.agree, tally.agree), (.disagree, tally.disagree), (.pass, tally.pass)]
            .map { "\(words.name($0.0).lowercased()): \($0.1)" }.joined(separator: ", ")
    }

    var everyone: String { say("Iedereen", "Everyone") }
    var table: String { say("Alle stellingen in een tabel", "All statements in a table") }
    var number: String { say("Nummer", "Number") }
    var text: String { say("Stelling", "Statement") }
    var votes: String { say("Stemmen", "Votes") }
    var margin: String { say("Marge voor eens", "Margin of agree") }
    var few: String { say("minder dan 5", "fewer than 5") }
    var files: String { say("Neem de cijfers mee", "Take the figures along") }
    var toVote: String { say("Stem zelf mee", "Vote yourself") }
    var report: String { say("Meld deze stelling", "Report this statement") }
    var level: String { say("Wie konden meedoen?", "Who could take part?") }

    func margin(_ one: StatementOutcome) -> String {
        guard one.finding.hasShares, let range = one.finding.agree else { return "–" }
        return say(
            "\(Self.percent(range.lowerBound))% tot \(Self.percent(range.upperBound))%",
            "\(Self.percent(range.lowerBound))% to \(Self.percent(range.upperBound))%")
    }

    static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
}
