import Core
import Web

/// What waits for who organises a programme. Times are milliseconds since 1970.
package struct LearningOverview: Sendable, Hashable {
    /// How long a municipality may be silent before it stands here: six months.
    package static let silence: Int64 = 183 * 86_400_000
    /// How long before its end a round stands here: a week.
    package static let closingSoon: Int64 = 7 * 86_400_000

    /// Municipalities of the programme, by name, of which nobody registered, answered or took part in a session.
    package var unheard: [Municipality] = []
    /// How many municipalities take part.
    package var municipalities = 0
    package var requests: [Request] = []
    package var meetings: [Due] = []
    package var lookBacks: [LateLookBack] = []
    package var calls: [CallWork] = []
    package var offers: [Offers] = []
    /// Subjects about which several organisations asked, so that they can be brought together.
    package var clusters: [Cluster] = []
    /// The next meeting, to invite people to; nil for none.
    package var next: Identifier?

    package struct Municipality: Sendable, Hashable {
        package let code: AreaCode
        package let organisation: Identifier
        package let name: String
    }

    /// A question for help that nobody said yes to. Never what it says: that is for who was asked.
    package struct Request: Sendable, Hashable {
        package let id: Identifier
        /// Key of a term.
        package let label: String
        package let addedAt: Int64
    }

    /// A meeting whose programme should be definitive.
    package struct Due: Sendable, Hashable {
        package let meeting: Identifier
        package let title: String
        package let startsAt: Int64
        package let isLate: Bool
    }

    /// What waits in a call.
    package struct CallWork: Sendable, Hashable {
        package let call: Identifier
        package let title: String
        /// Answers and fragments that stand in no issue and were not laid aside.
        package var unplaced = 0
        /// When its open round ends, if that is soon.
        package var closesAt: Int64?
        /// Its outcome is worked out and nobody can see it yet.
        package var isToPublish = false
    }

    /// People who did not take the place that was kept for them, at a coming meeting.
    package struct Offers: Sendable, Hashable {
        package let meeting: Identifier
        package let title: String
        package let expired: Int
    }

    package struct Cluster: Sendable, Hashable {
        /// Key of a term.
        package let label: String
        package let organisations: Int
    }

    package var isEmpty: Bool {
        unheard.isEmpty && requests.isEmpty && meetings.isEmpty && lookBacks.isEmpty && calls.isEmpty && offers.isEmpty && clusters.isEmpty
    }
}

/// A look-back that should have been there.
package struct LateLookBack: Sendable, Hashable {
    package let title: String
    package let dueAt: Int64
    /// Where it is written.
    package let address: PageAddress

    package init(title: String, dueAt: Int64, address: PageAddress) {
        self.title = title
        self.dueAt = dueAt
        self.address = address
    }
}

/// The look-backs of a programme that are late.
package typealias LateLookBacks = @Sendable (Identifier) async throws -> [LateLookBack]
