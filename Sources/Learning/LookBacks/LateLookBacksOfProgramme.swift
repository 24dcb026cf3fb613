import Core
import Mail
import People
import Web

extension LookBacksPart {
    /// What the overview of a programme says of look-backs that are due.
    var late: LateLookBacks {
        { programme in
            let past = try await meetings.store.list(MeetingFilter(when: .past, programme: programme), at: now)
            let known = Dictionary(past.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            return try await store.waiting().filter { $0.isLate(at: now) }.compactMap { one in
                known[one.meeting].map {
                    LateLookBack(title: $0.facts.title, dueAt: AmsterdamTime.start(of: one.due), address: LookBackRoute.desk($0.id).address)
                }
            }
        }
    }
}
