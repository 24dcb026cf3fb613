import Foundation

/// Times as the web writes them, always in UTC.
package enum UTCTime {
    /// Seconds since 1970.
    package static var now: Double { Date().timeIntervalSince1970 }

    /// Milliseconds since 1970.
    package static var milliseconds: Int64 { Int64(now * 1000) }

    /// `2026-11-21T18:53:00Z` (RFC 3339).
    package static func text(_ epoch: Double) -> String {
        guard epoch.isFinite, abs(epoch) < 253_402_300_800 else { return "" }
        return Date(timeIntervalSince1970: epoch.rounded(.down)).formatted(.iso8601)
    }
}
