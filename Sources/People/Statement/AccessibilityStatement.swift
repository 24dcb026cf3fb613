import Core
import Foundation
import Mail

/// What an installation says of its own accessibility: the statement that government sites owe (*Besluit digitale toegankelijkheid overheid*; the model of
/// Decision (EU) 2018/1523).
package struct AccessibilityStatement: Sendable, Hashable {
    /// The letters of the Dutch register of statements.
    package enum Status: String, Sendable, Hashable, CaseIterable {
        /// Looked at as a whole; meets every requirement.
        case full = "A"
        /// Looked at as a whole; what is missing has been planned.
        case partial = "B"
        /// The first steps were taken; not yet looked at as a whole.
        case firstSteps = "C"
        /// Does not meet the requirements.
        case not = "D"
        /// Nobody has looked yet.
        case unknown = "E"

        /// Whether it can only be said after an audit.
        package var needsAudit: Bool { self == .full || self == .partial }
    }

    package var status: Status
    /// Who answers for the site; nil where that was not filled in.
    package var organisation: String?
    /// The day of the last full audit; nil where there was none.
    package var audited: DutchDay?
    /// Who did it.
    package var auditor: String?
    /// Where its report is: `https://…`.
    package var report: String?
    /// What does not work for everyone yet, a sentence or two each.
    package var barriers: [Localized]
    /// Where someone can tell of a barrier.
    package var mail: MailAddress?
    package var phone: String?
    /// Working days in which who tells of one hears what is done.
    package var answerDays: Int?
    /// The statement in the national register: `https://…`.
    package var register: String?
    /// When this was last changed, milliseconds since 1970; nil for the one that every installation begins with.
    package var changedAt: Int64?

    package init(
        status: Status, organisation: String? = nil, audited: DutchDay? = nil, auditor: String? = nil, report: String? = nil, barriers: [Localized] = [],
        mail: MailAddress? = nil, phone: String? = nil, answerDays: Int? = nil, register: String? = nil, changedAt: Int64? = nil
    ) {
        self.status = status
        self.organisation = organisation
        self.audited = audited
        self.auditor = auditor
        self.report = report
        self.barriers = barriers
        self.mail = mail
        self.phone = phone
        self.answerDays = answerDays
        self.register = register
        self.changedAt = changedAt
    }

    /// What a new installation can honestly say.
    package static let untested = AccessibilityStatement(status: .unknown)

    /// What the parts say against each other.
    package enum Fault: Sendable, Hashable, CaseIterable {
        /// A or B without the day of an audit, or without who did it.
        case auditMissing, auditorMissing
        case auditInFuture
        /// A with barriers; B, C or D without any.
        case barriersLeft, barriersMissing
    }

    /// - Parameter now: milliseconds since 1970
    package func faults(at now: Int64) -> [Fault] {
        var faults: [Fault] = []
        if status.needsAudit && audited == nil { faults.append(.auditMissing) }
        if status.needsAudit && auditor == nil { faults.append(.auditorMissing) }
        if let audited, audited.start > now { faults.append(.auditInFuture) }
        if status == .full && !barriers.isEmpty { faults.append(.barriersLeft) }
        if [.partial, .firstSteps, .not].contains(status) && barriers.isEmpty { faults.append(.barriersMissing) }
        return faults
    }

    /// Whether the audit is more than three years ago: then it says nothing any more.
    package func isOutdated(at now: Int64) -> Bool {
        guard let audited else { return false }
        return DutchDay(at: now).description > "\(audited.year + 3)" + audited.description.dropFirst(4)
    }
}
