import Core
import Synchronization

/// A figure that a part of the application gives when it is asked: rows waiting, size of a cache.
package struct Gauge: Sendable {
    /// Letters, digits and underscores: `leefkring_jobs_waiting`.
    package let name: String
    package let help: String
    package let value: @Sendable () -> Double

    package init(_ name: String, help: String, value: @escaping @Sendable () -> Double) {
        self.name = name
        self.help = help
        self.value = value
    }
}

/// Counts requests and prints them in the Prometheus text exposition format 0.0.4.
///
/// Labels are route patterns, never addresses, so their number is bounded and they say nothing about a person.
package final class Metrics: Sendable {
    private struct Series: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private struct Counts {
        var total = 0
        var seconds = 0.0
        var buckets: [Int]
    }

    private struct State {
        var counts: [Series: Counts] = [:]
        var inFlight = 0
    }

    /// Upper bounds in seconds.
    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    private let state = Mutex(State())
    private let gauges: [Gauge]

    package init(gauges: [Gauge] = []) {
        self.gauges = gauges.filter { gauge in
            !gauge.name.isEmpty && !(gauge.name.first?.isNumber ?? true)
                && gauge.name.utf8.allSatisfy { MediaKind.isFileNameByte($0) && $0 != 0x2D && $0 != 0x2E }
        }
    }

    func begin() {
        state.withLock { $0.inFlight += 1 }
    }

    /// - Parameters:
    ///   - route: the pattern, or `none` where no route was found
    ///   - seconds: from arrival until the answer was ready to send
    func end(method: String, route: String, status: Int, seconds: Double) {
        let series = Series(method: method, route: route, status: status / 100)
        state.withLock { state in
            state.inFlight -= 1
            var counts = state.counts[series] ?? Counts(buckets: [Int](repeating: 0, count: Self.bounds.count))
            counts.total += 1
            counts.seconds += seconds
            if let bucket = Self.bounds.firstIndex(where: { seconds <= $0 }) { counts.buckets[bucket] += 1 }
            state.counts[series] = counts
        }
    }

    /// Everything, one metric after the other, series in a fixed order.
    package func text() -> String {
        let (counts, inFlight) = state.withLock { ($0.counts, $0.inFlight) }
        let series = counts.sorted { ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status) }
        var out = Exposition()
        out.head("http_requests_total", "counter", "Requests answered.")
        for (key, value) in series {
            out.line("http_requests_total", [("method", key.method), ("route", key.route), ("status", "\(key.status)xx")], Double(value.total))
        }
        out.head("http_request_duration_seconds", "histogram", "Time from arrival until the answer was ready.")
        for (key, value) in series {
            let labels = [("method", key.method), ("route", key.route), ("status", "\(key.status)xx")]
            var below = 0
            for (bound, count) in zip(Self.bounds, value.buckets) {
                below += count
                out.line("http_request_duration_seconds_bucket", labels + [("le", "\(bound)")], Double(below))
            }
            out.line("http_request_duration_seconds_bucket", labels + [("le", "+Inf")], Double(value.total))
            out.line("http_request_duration_seconds_sum", labels, value.seconds)
            out.line("http_request_duration_seconds_count", labels, Double(value.total))
        }
        out.single("http_requests_in_flight", "gauge", "Requests being answered now.", Double(inFlight))
        if let memory = ProcessFigures.residentBytes {
            out.single("process_resident_memory_bytes", "gauge", "Resident memory.", Double(memory))
        }
        out.single("process_cpu_seconds_total", "counter", "Processor time, user and system.", ProcessFigures.processorSeconds)
        for gauge in gauges { out.single(gauge.name, "gauge", gauge.help, gauge.value()) }
        return out.text
    }
}

/// Writes the lines of the exposition format.
private struct Exposition {
    private(set) var text = ""

    mutating func head(_ name: String, _ kind: String, _ help: String) {
        let safe = help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        text += "# HELP \(name) \(safe)\n# TYPE \(name) \(kind)\n"
    }

    mutating func line(_ name: String, _ labels: [(String, String)], _ value: Double) {
        text += name
        if !labels.isEmpty {
            let pairs = labels.map { key, value in
                "\(key)=\"\(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n"))\""
            }
            text += "{" + pairs.joined(separator: ",") + "}"
        }
        text += " " + Self.number(value) + "\n"
    }

    mutating func single(_ name: String, _ kind: String, _ help: String, _ value: Double) {
        head(name, kind, help)
        line(name, [], value)
    }

    private static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    }
}
