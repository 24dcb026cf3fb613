import Synchronization

/// How many requests one subscriber may make: a bucket that holds `burst` and refills by `perSecond`.
package struct RateLimit: Sendable, Hashable {
    package let burst: Double
    package let perSecond: Double

    /// A page with its parts is about 5 requests that count (assets do not), so this is some 10 pages a second, and 60 at once.
    package static let generous = RateLimit(burst: 300, perSecond: 50)

    package init(burst: Double, perSecond: Double) {
        self.burst = max(burst, 1)
        self.perSecond = max(perSecond, 0.001)
    }
}

/// Token buckets by subscriber (an IPv4 address, the /64 of an IPv6 address) in bounded memory.
///
/// Two generations: when the younger is full it becomes the older and the oldest is forgotten. Nobody is counted too strictly by that;
/// an attacker with very many addresses gains at most a fresh bucket for each.
package final class RateLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var time: Double
    }

    private struct State {
        var young: [NetworkAddress: Bucket] = [:]
        var old: [NetworkAddress: Bucket] = [:]
    }

    private let state = Mutex(State())
    private let limit: RateLimit
    private let capacity: Int

    /// - Parameter capacity: most subscribers remembered in each of two generations; about 100 bytes each
    package init(_ limit: RateLimit, capacity: Int = 50_000) {
        self.limit = limit
        self.capacity = max(capacity, 1)
    }

    /// Subscribers remembered now.
    package var count: Int { state.withLock { $0.young.count + $0.old.count } }

    /// Takes one token. Gives nil when there was one, else the whole seconds until there is.
    ///
    /// - Parameter time: seconds on a clock that only goes forward
    package func secondsToWait(_ client: NetworkAddress, at time: Double) -> Int? {
        let key = client.subscriber
        return state.withLock { state in
            var bucket = state.young[key] ?? state.old[key] ?? Bucket(tokens: limit.burst, time: time)
            let elapsed = max(0, time - bucket.time)
            bucket.tokens = min(limit.burst, bucket.tokens + elapsed * limit.perSecond)
            bucket.time = time
            let wait = bucket.tokens >= 1 ? nil : max(1, Int(((1 - bucket.tokens) / limit.perSecond).rounded(.up)))
            if wait == nil { bucket.tokens -= 1 }
            if state.young[key] == nil && state.young.count >= capacity {
                state.old = state.young
                state.young = [:]
            }
            state.young[key] = bucket
            return wait
        }
    }
}
