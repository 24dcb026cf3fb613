import Core

/// Half an hour in which someone helps a person who is present to take part.
package struct AssistSession: Sendable, Hashable {
    package let id: Identifier
    package let conversation: Identifier
    package let reason: Reason
    /// Milliseconds since 1970.
    package let begunAt: Int64
    package let endsAt: Int64

    /// Milliseconds.
    package static let longest: Int64 = 1_800_000

    /// Never what someone has or cannot do: only what kind of help it is.
    package enum Reason: String, Sendable, Hashable, CaseIterable {
        case screen = "scherm"
        case tongue = "taal"
        case reading = "lezen"
        case other = "anders"
        /// Someone calls instead of sitting beside.
        case telephone = "telefoon"
    }

    /// How what is typed in it comes in.
    package var channel: Contribution.Channel { reason == .telephone ? .telephone : .assisted }

    /// Who takes part now: each session is somebody else, and the helper is none of them.
    package func participant(_ marks: VoiceMarks) -> [UInt8] { marks.tag(.browser("assist " + id.description), in: conversation) }
}
