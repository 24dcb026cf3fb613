/// Why a .pb file cannot be counted, and where.
package struct PabulibFailure: Error, Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// No section META, PROJECTS or VOTES.
        case section(String)
        /// The header of a section lacks a column.
        case column(String)
        /// No budget, or not a whole number above 0.
        case budget(String)
        /// Not a whole number from 0 to the budget.
        case cost(String)
        /// A project without an id, or with one that came before.
        case project(String)
        /// A vote for a project that is not in the file.
        case unknownProject(String)
        /// Only approvals are counted by this rule.
        case voteType(String)
        /// A line with fewer fields than its header.
        case fields
        /// Nobody voted, or sums that no computer word holds.
        case size
    }

    /// From 1.
    package let line: Int
    package let reason: Reason
}

/// An election as pabulib.org exchanges it: sections META, PROJECTS and VOTES, fields separated by semicolons.
package struct PabulibFile: Sendable, Hashable {
    /// What does not agree within the file; the ballots are what counts.
    package enum Warning: Sendable, Hashable {
        case numberOfVotes(stated: Int, found: Int)
        /// Of a project.
        case votes(project: String, stated: Int, found: Int)
        /// Voters who approve nothing are not counted.
        case emptyBallots(Int)
    }

    package let election: ProjectElection
    /// The keys and values of META, in the order of the file.
    package let facts: [(key: String, value: String)]
    /// What the file says was chosen; nil where it says nothing.
    package let published: [Int]?
    /// The names of the voters whose ballots count, in the order of the ballots.
    package let voters: [String]
    package let warnings: [Warning]

    package subscript(key: String) -> String? { facts.first { $0.key == key }?.value }

    package static func == (left: PabulibFile, right: PabulibFile) -> Bool {
        left.election == right.election && left.voters == right.voters && left.published == right.published && left.warnings == right.warnings
            && left.facts.map(\.key) == right.facts.map(\.key) && left.facts.map(\.value) == right.facts.map(\.value)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(election) }

    /// Reads UTF-8 with or without a byte order mark. Keys and columns that are not known are passed over.
    package static func read(_ bytes: some Sequence<UInt8>) throws(PabulibFailure) -> PabulibFile {
        let sections = try PabulibSections(bytes)
        let facts = sections.meta.map { (key: $0.fields.first ?? "", value: $0.fields.dropFirst().first ?? "") }
        func fact(_ key: String) -> (value: String?, line: Int) {
            let place = facts.firstIndex { $0.key == key }
            return (place.map { facts[$0].value }, place.map { sections.meta[$0].number } ?? 1)
        }
        let type = fact("vote_type"), stated = fact("budget")
        guard ["approval", "choose-1"].contains(type.value ?? "approval") else {
            throw PabulibFailure(line: type.line, reason: .voteType(type.value ?? ""))
        }
        guard let budget = whole(stated.value ?? ""), budget > 0 else { throw PabulibFailure(line: stated.line, reason: .budget(stated.value ?? "")) }
        let listed = try PabulibProjects(sections.projects, budget: budget)
        let cast = try PabulibVotes(sections.votes, listed.places)
        let election: ProjectElection
        do {
            election = try ProjectElection(budget: budget, projects: listed.projects, ballots: cast.ballots)
        } catch {
            throw PabulibFailure(line: sections.votes.first?.number ?? 1, reason: .size)
        }
        var warnings: [Warning] = cast.empty > 0 ? [.emptyBallots(cast.empty)] : []
        if let number = fact("num_votes").value.flatMap(whole), number != cast.ballots.count + cast.empty {
            warnings.append(.numberOfVotes(stated: number, found: cast.ballots.count + cast.empty))
        }
        for (place, votes) in listed.stated.enumerated() {
            let found = election.supporters[place].count
            if let votes, votes != found { warnings.append(.votes(project: listed.projects[place].id, stated: votes, found: found)) }
        }
        return PabulibFile(election: election, facts: facts, published: listed.published, voters: cast.voters, warnings: warnings)
    }

    /// A count in a field; a trailing `.0` is left out, as some programs write it.
    static func whole(_ text: String) -> Int? { Int(text.hasSuffix(".0") ? String(text.dropLast(2)) : text) }

    /// The file of an election, so that anyone can count it again: voters are numbers, and no column says anything of them.
    ///
    /// - Parameters:
    ///   - facts: of META; counts, budget, kind of vote and rule are written from the election
    ///   - selected: what was chosen; nil before that
    package static func text(
        of election: ProjectElection, facts: [(key: String, value: String)], rule: EqualShares, selected: [Int]?
    ) -> String {
        let own = ["num_projects", "num_votes", "budget", "vote_type", "rule"]
        var lines = ["META", "key;value"] + facts.filter { !own.contains($0.key) }.map { "\(field($0.key));\(field($0.value))" }
        lines += [
            "num_projects;\(election.projects.count)", "num_votes;\(election.ballots.count)", "budget;\(election.budget)", "vote_type;approval",
            "rule;\(rule.pabulibName)", "PROJECTS", selected == nil ? "project_id;cost;votes;name" : "project_id;cost;votes;name;selected",
        ]
        for (place, project) in election.projects.enumerated() {
            let line = "\(field(project.id));\(project.cost);\(election.supporters[place].count);\(field(project.name))"
            lines.append(selected.map { line + ";\($0.contains(place) ? 1 : 0)" } ?? line)
        }
        lines += ["VOTES", "voter_id;vote"]
        for (voter, ballot) in election.ballots.enumerated() {
            lines.append("\(voter + 1);" + field(ballot.map { election.projects[$0].id }.joined(separator: ",")))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func field(_ text: String) -> String {
        let plain = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return plain.contains(";") || plain.hasPrefix("\"") ? "\"" + plain.replacing("\"", with: "\"\"") + "\"" : plain
    }
}

extension EqualShares {
    /// As the field `rule` of a file names it.
    package var pabulibName: String {
        "equalshares" + (completion == .none ? "" : "/" + completion.rawValue) + (fills ? "-fill" : "") + (compares ? "-comparison" : "")
    }
}
