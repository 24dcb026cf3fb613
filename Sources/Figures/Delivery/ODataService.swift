import Core
import Transfer

/// Keeps requests to one source apart in time.
package actor Pace {
    package typealias Sleep = @Sendable (Duration) async throws -> Void

    private let gap: Duration
    private let sleep: Sleep
    private let now: @Sendable () -> ContinuousClock.Instant
    private var next: ContinuousClock.Instant?

    /// - Parameters:
    ///   - perSecond: most requests per second
    ///   - sleep: waits; tests pass one that does not
    package init(
        perSecond: Double = 4, sleep: @escaping Sleep = { try await Task.sleep(for: $0) }, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        gap = .seconds(1 / max(perSecond, 0.01))
        self.sleep = sleep
        self.now = now
    }

    /// Waits until the next request may go.
    func turn() async throws {
        let time = now()
        let start = max(next ?? time, time)
        next = start + gap
        if start > time { try await sleep(start - time) }
    }

    /// Waits before another attempt.
    func wait(_ duration: Duration) async throws { try await sleep(duration) }
}

/// Fetches from an OData service: paced, patient with passing trouble, clear about the rest.
struct ODataService: Sendable {
    let client: HTTPClient
    let pace: Pace
    /// Attempts in all per request.
    let attempts: Int

    /// A body that `read` understands. A broken, empty or half answer counts as passing trouble and is asked again.
    func get<Body>(_ url: String, _ read: (HTTPAnswer) throws(JSONFault) -> Body) async throws(ImportRefused) -> Body {
        var wait = Duration.seconds(1)
        var attempt = 1
        while true {
            let trouble: Trouble
            do {
                return try await once(url, read)
            } catch {
                trouble = error
            }
            guard trouble.isPassing, attempt < attempts else { throw refused(url, trouble.reason, value: trouble.value) }
            do {
                try await pace.wait(trouble.retryAfter.map { max($0, wait) } ?? wait)
            } catch {
                throw refused(url, Trouble.cancelled.reason)
            }
            wait *= 2
            attempt += 1
        }
    }

    private func once<Body>(_ url: String, _ read: (HTTPAnswer) throws(JSONFault) -> Body) async throws(Trouble) -> Body {
        do {
            try await pace.turn()
        } catch {
            throw .cancelled
        }
        let answer: HTTPAnswer
        do {
            answer = try await client.get(url)
        } catch {
            throw Trouble(error)
        }
        guard answer.status == 200 else { throw Trouble(answer) }
        guard !answer.body.isEmpty else { throw .empty }
        do {
            return try read(answer)
        } catch {
            throw Trouble(
                isPassing: true,
                reason: Localized(
                    nl: "Het antwoord is geen heel OData-antwoord (byte \(error.position): \(error.reason)).",
                    en: "The answer is not a whole OData answer (byte \(error.position): \(error.reason))."), value: Trouble.start(answer.body))
        }
    }

    func refused(_ url: String, _ reason: Localized, value: String? = nil) -> ImportRefused {
        ImportRefused([Diagnostic(.error, source: url, value: value, reason: reason)])
    }

    /// All entries of a list of metadata, over all its pages.
    func list(_ url: String) async throws(ImportRefused) -> [JSONValue] {
        var entries: [JSONValue] = []
        var next: String? = url
        var visited: Set<String> = []
        while let url = next {
            guard visited.insert(url).inserted else { throw refused(url, ODataService.circle) }
            let document = try await get(url) { (answer: HTTPAnswer) throws(JSONFault) in
                let document = try JSONValue(answer.body)
                guard document["value"]?.list != nil else { throw JSONFault(position: 0, reason: "there is no list called value") }
                return document
            }
            entries += document["value"]?.list ?? []
            next = document["odata.nextLink"]?.text ?? document["@odata.nextLink"]?.text
        }
        return entries
    }

    static let circle = Localized(nl: "De bron verwijst naar een bladzij die al gelezen is.", en: "The source points to a page that has been read already.")

    /// Why an attempt failed.
    private struct Trouble: Error {
        let isPassing: Bool
        let reason: Localized
        var value: String?
        var retryAfter: Duration?

        static let cancelled = Trouble(isPassing: false, reason: Localized(nl: "Het ophalen is gestopt.", en: "The fetch was stopped."))
        static let empty = Trouble(isPassing: true, reason: Localized(nl: "De bron gaf een leeg antwoord.", en: "The source gave an empty answer."))

        init(isPassing: Bool, reason: Localized, value: String? = nil) {
            self.isPassing = isPassing
            self.reason = reason
            self.value = value
        }

        init(_ error: TransferError) {
            isPassing = error.isPassing
            reason =
                switch error {
                case .cancelled: Trouble.cancelled.reason
                case .timedOut: Localized(nl: "De bron antwoordt niet op tijd.", en: "The source does not answer in time.")
                case .tooLarge(let limit):
                    Localized(nl: "Het antwoord is groter dan \(limit) bytes.", en: "The answer is larger than \(limit) bytes.")
                case .badAddress: Localized(nl: "Dit is geen webadres.", en: "This is not a web address.")
                case .unreachable(let why): Localized(nl: "De bron is niet bereikbaar: \(why).", en: "The source cannot be reached: \(why).")
                case .damaged, .unreadable: Localized(nl: "Het antwoord is beschadigd.", en: "The answer is damaged.")
                }
        }

        init(_ answer: HTTPAnswer) {
            isPassing = [408, 429, 500, 502, 503, 504].contains(answer.status)
            reason = Localized(nl: "De bron antwoordt met status \(answer.status).", en: "The source answers with status \(answer.status).")
            value = Trouble.start(answer.body)
            retryAfter = answer.headers["retry-after"].flatMap { Int($0) }.map { .seconds(min(max($0, 0), 300)) }
        }

        static func start(_ body: [UInt8]) -> String? {
            body.isEmpty ? nil : String(decoding: body.prefix(80), as: UTF8.self)
        }
    }
}
