import Core

/// The month that a moment falls in: what is kept of people who did not sign in tells no more.
package enum DutchMonth {
    /// - Parameter time: milliseconds since 1970
    /// - Returns: the first moment of its month, by the Dutch calendar
    package static func start(of time: Int64) -> Int64 {
        let day = DutchDay(at: time)
        return DutchDay(day.description.prefix(7) + "-01")?.start ?? day.start
    }
}
