import Core
import People

/// How a network learned in one year (KWA-05): between municipalities, never about persons. Pure.
package struct NetworkReport: Sendable, Hashable {
    /// In how many working days a question for help should have someone's yes, and how many of 100 should (spec 9).
    package static let aim = 80

    /// How two municipalities learned from each other.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// At a meeting.
        case met = "ontmoet"
        /// From who helped to who was helped.
        case helped = "geholpen"
        case introduced = "kennisgemaakt"
        /// From where it was made to where it was used again.
        case reused = "hergebruikt"

        /// Whether it goes from one to the other.
        package var isDirected: Bool { self == .helped || self == .reused }
    }

    /// Two municipalities and one kind. Without direction the lower code comes first.
    package struct Pair: Sendable, Hashable {
        package let from: AreaCode
        package let to: AreaCode
        package let kind: Kind

        package init(_ from: AreaCode, _ to: AreaCode, _ kind: Kind) {
            let turned = !kind.isDirected && to < from
            self.from = turned ? to : from
            self.to = turned ? from : to
            self.kind = kind
        }
    }

    package struct Tally: Sendable, Hashable {
        package var known = 0
        /// Meetings at which both had a place and nobody noted who came.
        package var unknown = 0

        package init(known: Int = 0, unknown: Int = 0) {
            self.known = known
            self.unknown = unknown
        }
    }

    package struct Place: Sendable, Hashable {
        package let code: AreaCode
        package let name: String
        /// Takes part in the programme; others only came to a meeting.
        package let isMember: Bool
    }

    /// How far an issue has come.
    package enum Answered: String, Sendable, Hashable, CaseIterable {
        /// An item of the learning agenda that comes from it is done.
        case yes = "beantwoord"
        /// It stands on a learning agenda.
        case busy = "bezig"
        case no = "open"
    }

    package struct Question: Sendable, Hashable {
        package let issue: Identifier
        package let title: String
        package let answered: Answered
    }

    /// Questions for help and whether someone said yes in five working days.
    package struct Speed: Sendable, Hashable {
        package var inTime = 0
        package var late = 0
        /// Still within their days.
        package var early = 0

        package init(inTime: Int = 0, late: Int = 0, early: Int = 0) {
            self.inTime = inTime
            self.late = late
            self.early = early
        }

        package var decided: Int { inTime + late }
        /// Of 100, cut off; nil where there is nothing to count.
        package var percent: Int? { decided == 0 ? nil : inTime * 100 / decided }
    }

    /// Minutes of people in meetings, with their preparation.
    package struct Time: Sendable, Hashable {
        package var meetings = 0
        /// Of one person who comes to all of them.
        package var asked = 0
        package var places = 0
        /// Of everyone who took a place.
        package var committed = 0
        package var present = 0
        /// Of those of whom it was noted that they came.
        package var attended = 0
        /// Places of which nobody noted whether someone came.
        package var unknown = 0

        package init() {}
    }

    package let year: Int
    /// By name; those without any link too.
    package let places: [Place]
    package let links: [Pair: Tally]
    package let questions: [Question]
    package let speed: Speed
    package let followUps: [FollowUp.Term: FollowUpCount]
    package let time: Time

    package init(
        year: Int, places: [Place], links: [Pair: Tally], questions: [Question], speed: Speed, followUps: [FollowUp.Term: FollowUpCount], time: Time
    ) {
        self.year = year
        self.places = places.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
        self.links = links
        self.questions = questions
        self.speed = speed
        self.followUps = followUps
        self.time = time
    }

    /// Of all kinds and both ways together.
    package func tally(_ one: AreaCode, _ other: AreaCode) -> Tally {
        var sum = Tally()
        for kind in Kind.allCases {
            for pair in Set([Pair(one, other, kind), Pair(other, one, kind)]) {
                sum.known += links[pair]?.known ?? 0
                sum.unknown += links[pair]?.unknown ?? 0
            }
        }
        return sum
    }

    /// Those of which no link is known.
    package var absent: [Place] {
        places.filter { place in !links.contains { $0.value.known > 0 && ($0.key.from == place.code || $0.key.to == place.code) } }
    }

    package func name(_ code: AreaCode) -> String { places.first { $0.code == code }?.name ?? code.description }

    /// By names and kind.
    package var lines: [(pair: Pair, tally: Tally)] {
        let kinds = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($0.element, $0.offset) })
        return links.map { (pair: $0.key, tally: $0.value) }.sorted { left, right in
            (name(left.pair.from), name(left.pair.to), kinds[left.pair.kind] ?? 0) < (name(right.pair.from), name(right.pair.to), kinds[right.pair.kind] ?? 0)
        }
    }

    package func count(_ answered: Answered) -> Int { questions.count { $0.answered == answered } }

    /// The links of meetings: who was there is known, or may have been.
    ///
    /// - Parameters:
    ///   - present: municipalities of which someone is known to have come, by meeting
    ///   - maybe: those of which someone had a place and nobody noted more
    package static func met(present: [Identifier: Set<AreaCode>], maybe: [Identifier: Set<AreaCode>]) -> [Pair: Tally] {
        var found: [Pair: Tally] = [:]
        for meeting in Set(present.keys).union(maybe.keys) {
            let known = present[meeting] ?? [], all = known.union(maybe[meeting] ?? []).sorted()
            for (index, one) in all.enumerated() {
                for other in all[(index + 1)...] {
                    let pair = Pair(one, other, .met)
                    if known.contains(one) && known.contains(other) {
                        found[pair, default: Tally()].known += 1
                    } else {
                        found[pair, default: Tally()].unknown += 1
                    }
                }
            }
        }
        return found
    }

    // MARK: What may be told

    /// What came of it, where enough people said something; nil for fewer than five.
    package func told(_ term: FollowUp.Term) -> FollowUpCount? {
        followUps[term].flatMap { PublicCounts.total($0.answered) == nil ? nil : $0 }
    }

    /// Hours that people reckon they saved, with how many said so; nil for fewer than five. Of those who said nothing nothing is reckoned.
    package func saved(_ term: FollowUp.Term) -> (hours: Int, people: Int)? {
        followUps[term].flatMap { PublicCounts.total($0.hoursGiven) == nil ? nil : ($0.hours, $0.hoursGiven) }
    }
}

/// Where something of one municipality was used again by another, for parts that know of it.
package struct ReportReuse: Sendable, Hashable {
    package let from: AreaCode
    package let to: AreaCode

    package init(from: AreaCode, to: AreaCode) {
        self.from = from
        self.to = to
    }
}

/// What was used again in a programme in this time.
package typealias ReportReuses = @Sendable (_ programme: Identifier, _ period: Range<Int64>) async throws -> [ReportReuse]
