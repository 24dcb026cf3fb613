import CCurl

/// One libcurl handle with its open connection.
///
/// Unchecked, because the handle is made and used only on the serial queue of the fetcher that owns it, and freed when nobody holds that any more.
final class Connection: @unchecked Sendable {
    private static let isReady = curl_global_init(3) == CURLE_OK  // 3: CURL_GLOBAL_ALL, a macro that Swift does not see

    private let agent: String
    private var handle: UnsafeMutableRawPointer?

    init(agent: String) {
        self.agent = agent
    }

    deinit {
        if let handle { curl_easy_cleanup(handle) }
    }

    /// Waits for the whole answer. Only to be called on the fetcher's queue.
    func send(_ request: OutgoingRequest, limits: Fetcher.Limits, stop: Flag) -> Result<HTTPAnswer, TransferError> {
        if handle == nil, Connection.isReady { handle = curl_easy_init() }
        guard let handle else { return .failure(.unreachable("libcurl does not start")) }
        let receiver = Receiver(limit: limits.bytes, stop: stop)
        set(handle, request: request, limits: limits)
        let headers = request.headers.reduce(nil as UnsafeMutablePointer<curl_slist>?) { curl_slist_append($0, $1) ?? $0 }
        defer { curl_slist_free_all(headers) }
        if let headers { _ = leefkring_curl_setopt_list(handle, CURLOPT_HTTPHEADER, headers) }
        let code = withExtendedLifetime(receiver) {
            let context = Unmanaged.passUnretained(receiver).toOpaque()
            _ = leefkring_curl_setopt_write(handle, CURLOPT_WRITEFUNCTION, receiveBody)
            _ = leefkring_curl_setopt_pointer(handle, CURLOPT_WRITEDATA, context)
            _ = leefkring_curl_setopt_write(handle, CURLOPT_HEADERFUNCTION, receiveHeader)
            _ = leefkring_curl_setopt_pointer(handle, CURLOPT_HEADERDATA, context)
            _ = leefkring_curl_setopt_progress(handle, CURLOPT_XFERINFOFUNCTION, lookForStop)
            _ = leefkring_curl_setopt_pointer(handle, CURLOPT_XFERINFODATA, context)
            return curl_easy_perform(handle)
        }
        var status = 0
        _ = leefkring_curl_getinfo_long(handle, CURLINFO_RESPONSE_CODE, &status)
        // Settings are forgotten, so that no pointer to the receiver stays behind; the open connection is kept.
        curl_easy_reset(handle)
        if let failure = Connection.failure(code, receiver: receiver, address: request.address) { return .failure(failure) }
        return .success(HTTPAnswer(status: status, headers: receiver.headers, body: receiver.body))
    }

    private func set(_ handle: UnsafeMutableRawPointer, request: OutgoingRequest, limits: Fetcher.Limits) {
        let texts: [(CURLoption, String)] = [
            (CURLOPT_URL, request.address), (CURLOPT_USERAGENT, agent), (CURLOPT_ACCEPT_ENCODING, "gzip"),
            (CURLOPT_PROTOCOLS_STR, "http,https"), (CURLOPT_REDIR_PROTOCOLS_STR, "http,https"),
        ]
        for (option, text) in texts { _ = leefkring_curl_setopt_string(handle, option, text) }
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_CONNECTTIMEOUT, limits.connect), (CURLOPT_TIMEOUT, limits.total), (CURLOPT_FOLLOWLOCATION, request.body == nil ? 1 : 0),
            (CURLOPT_MAXREDIRS, limits.redirects),
            // A next link goes back as it came: no clean-up of dots in the path.
            (CURLOPT_PATH_AS_IS, 1),
            // Signals and threads do not go together.
            (CURLOPT_NOSIGNAL, 1),
            // Asks about once a second whether to go on.
            (CURLOPT_NOPROGRESS, 0),
        ]
        for (option, number) in numbers { _ = leefkring_curl_setopt_long(handle, option, number) }
        guard var body = request.body else { return }
        _ = leefkring_curl_setopt_long(handle, CURLOPT_POST, 1)
        _ = leefkring_curl_setopt_long(handle, CURLOPT_POSTFIELDSIZE, body.count)
        // libcurl makes a copy of so many bytes; a null pointer would mean to ask for them later.
        body.append(0)
        body.withUnsafeMutableBytes { _ = leefkring_curl_setopt_pointer(handle, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) }
    }

    private static func failure(_ code: CURLcode, receiver: Receiver, address: String) -> TransferError? {
        if receiver.stop.isRaised { return .cancelled }
        if receiver.isFull { return .tooLarge(limit: receiver.limit) }
        switch code {
        case CURLE_OK: return nil
        case CURLE_OPERATION_TIMEDOUT: return .timedOut
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: return .badAddress(address)
        case CURLE_BAD_CONTENT_ENCODING: return .damaged("content encoding")
        default: return .unreachable(String(cString: curl_easy_strerror(code)))
        }
    }
}

/// What goes out.
struct OutgoingRequest: Sendable {
    let address: String
    /// `Name: value`.
    var headers: [String] = []
    /// Nil for GET; anything else is a POST.
    var body: [UInt8]?
}

/// Collects one answer while it comes in.
private final class Receiver {
    let limit: Int
    let stop: Flag
    var headers: [String: String] = [:]
    var body: [UInt8] = []
    var isFull = false
    private var headerBytes = 0

    init(limit: Int, stop: Flag) {
        self.limit = limit
        self.stop = stop
    }

    func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard !stop.isRaised else { return false }
        guard bytes.count <= limit - body.count else {
            isFull = true
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }

    func header(_ bytes: UnsafeRawBufferPointer) -> Bool {
        headerBytes += bytes.count
        guard headerBytes <= 256 << 10, !stop.isRaised else { return false }
        let line = String(decoding: bytes, as: UTF8.self)
        // After a redirect the headers start anew.
        if line.hasPrefix("HTTP/") { headers = [:] }
        guard let colon = line.firstIndex(of: ":") else { return true }
        let name = line[..<colon].lowercased()
        let value = trimmed(line[line.index(after: colon)...])
        headers[name] = headers[name].map { $0 + ", " + value } ?? value
        return true
    }

    private func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}

private func receiveBody(_ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    receive(data, size, count, context) { $0.append($1) }
}

private func receiveHeader(_ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    receive(data, size, count, context) { $0.header($1) }
}

private func lookForStop(_ context: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t) -> Int32 {
    guard let context else { return 0 }
    return Unmanaged<Receiver>.fromOpaque(context).takeUnretainedValue().stop.isRaised ? 1 : 0
}

/// libcurl takes any other number than that of the bytes it gave as a sign to stop.
private func receive(
    _ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?, into take: (Receiver, UnsafeRawBufferPointer) -> Bool
) -> Int {
    let length = size.multipliedReportingOverflow(by: count)
    guard let context, !length.overflow else { return 0 }
    guard let data, length.partialValue > 0 else { return length.partialValue }
    let receiver = Unmanaged<Receiver>.fromOpaque(context).takeUnretainedValue()
    return take(receiver, UnsafeRawBufferPointer(start: data, count: length.partialValue)) ? length.partialValue : 0
}
