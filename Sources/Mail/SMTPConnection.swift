import CCurl

/// One libcurl handle with its open connection.
///
/// Unchecked, because the handle is made and used only on the serial queue of the sender that owns it, and freed when nobody holds that any more.
final class SMTPConnection: @unchecked Sendable {
    private static let isReady = curl_global_init(3) == CURLE_OK  // 3: CURL_GLOBAL_ALL, a macro that Swift does not see

    private let server: SMTPServer
    private var handle: UnsafeMutableRawPointer?

    init(_ server: SMTPServer) {
        self.server = server
    }

    deinit { close() }

    func close() {
        if let handle { curl_easy_cleanup(handle) }
        handle = nil
    }

    /// Waits for the server's word. Only to be called on the sender's queue.
    func send(_ bytes: [UInt8], from: MailAddress, to: MailAddress) -> SMTPDelivery {
        if handle == nil, SMTPConnection.isReady { handle = curl_easy_init() }
        guard let handle, let recipients = curl_slist_append(nil, "<\(to)>") else {
            return SMTPDelivery(outcome: .notSent, code: nil, answer: "libcurl does not start", transcript: [], server: server.description)
        }
        defer { curl_slist_free_all(recipients) }
        let dialogue = SMTPDialogue(bytes)
        set(handle, from: from, size: bytes.count)
        let code = withExtendedLifetime(dialogue) {
            let context = Unmanaged.passUnretained(dialogue).toOpaque()
            _ = leefkring_curl_setopt_list(handle, CURLOPT_MAIL_RCPT, recipients)
            _ = leefkring_curl_setopt_write(handle, CURLOPT_READFUNCTION, giveBytes)
            _ = leefkring_curl_setopt_pointer(handle, CURLOPT_READDATA, context)
            _ = leefkring_curl_setopt_write(handle, CURLOPT_HEADERFUNCTION, hearLine)
            _ = leefkring_curl_setopt_pointer(handle, CURLOPT_HEADERDATA, context)
            _ = leefkring_curl_setopt_write(handle, CURLOPT_WRITEFUNCTION, hearLine)
            _ = leefkring_curl_setopt_pointer(handle, CURLOPT_WRITEDATA, context)
            return curl_easy_perform(handle)
        }
        var connects = 0
        _ = leefkring_curl_getinfo_long(handle, CURLINFO_NUM_CONNECTS, &connects)
        // Settings are forgotten, so that no pointer to the dialogue stays behind; the open connection is kept, unless it is of no use any more.
        curl_easy_reset(handle)
        if code != CURLE_OK { close() }
        return dialogue.delivery(code, isReused: connects == 0, server: server)
    }

    private func set(_ handle: UnsafeMutableRawPointer, from: MailAddress, size: Int) {
        var texts: [(CURLoption, String)] = [(CURLOPT_URL, server.address), (CURLOPT_MAIL_FROM, "<\(from)>"), (CURLOPT_PROTOCOLS_STR, "smtp,smtps")]
        if let user = server.user, let password = server.password { texts += [(CURLOPT_USERNAME, user), (CURLOPT_PASSWORD, password)] }
        if let certificates = server.certificates { texts.append((CURLOPT_CAINFO, certificates)) }
        for (option, text) in texts { _ = leefkring_curl_setopt_string(handle, option, text) }
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_UPLOAD, 1), (CURLOPT_INFILESIZE, size), (CURLOPT_CONNECTTIMEOUT, server.connectTimeout), (CURLOPT_TIMEOUT, server.totalTimeout),
            // Also how long libcurl waits for the answer to its goodbye after the time is over; otherwise two minutes.
            (CURLOPT_SERVER_RESPONSE_TIMEOUT, server.totalTimeout),
            // 3: CURLUSESSL_ALL, no word before TLS.
            (CURLOPT_USE_SSL, server.security == .plain ? 0 : 3),
            // 6: CURL_SSLVERSION_TLSv1_2 and newer.
            (CURLOPT_SSLVERSION, 6), (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
            // Signals and threads do not go together.
            (CURLOPT_NOSIGNAL, 1),
        ]
        for (option, number) in numbers { _ = leefkring_curl_setopt_long(handle, option, number) }
    }
}

/// What is said while one message is sent, and what follows from it.
final class SMTPDialogue {
    private let bytes: [UInt8]
    private var position = 0
    private var lines: [String] = []
    private var lastCode: Int?
    private var lastAnswer: String?
    /// The end of the message was handed to libcurl.
    private var isWhole = false
    /// The server spoke after that.
    private var isAnswered = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func give(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position)
        bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count])) }
        position += count
        if position == bytes.count { isWhole = true }
        return count
    }

    func hear(_ line: UnsafeRawBufferPointer) {
        // A server that talks on and on is not written down.
        guard lines.count < 200 else { return }
        let text = String(decoding: line.prefix(1000).map { (0x20...0x7E).contains($0) ? $0 : 0x20 }, as: UTF8.self)
        let trimmed = String(text.reversed().drop { $0 == " " }.reversed())
        guard !trimmed.isEmpty else { return }
        lines.append(trimmed)
        // 221 is the answer to our goodbye, which libcurl says after a refusal too.
        guard let code = Int(trimmed.prefix(3)), (200...599).contains(code), code != 221 else { return }
        lastCode = code
        lastAnswer = trimmed
        if isWhole { isAnswered = true }
    }

    /// - Parameter isReused: the connection stood open, so that there was no greeting
    func delivery(_ result: CURLcode, isReused: Bool, server: SMTPServer) -> SMTPDelivery {
        let outcome = outcome(result, isGreeted: isReused || lines.contains { $0.hasPrefix("250") })
        let words = String(cString: curl_easy_strerror(result))
        let spoke = result == CURLE_OK || outcome == .temporary || outcome == .permanent || result == CURLE_LOGIN_DENIED
        return SMTPDelivery(
            outcome: outcome, code: lastCode, answer: spoke ? lastAnswer ?? words : words, transcript: lines, server: server.description)
    }

    private func outcome(_ result: CURLcode, isGreeted: Bool) -> SMTPDelivery.Outcome {
        if result == CURLE_OK { return .accepted }
        if isWhole && !isAnswered { return .uncertain }
        // Only an answer to sender, recipient or message is about the message; all before it is about the way there.
        guard let lastCode, isGreeted, [CURLE_SEND_ERROR, CURLE_WEIRD_SERVER_REPLY, CURLE_RECV_ERROR].contains(result) else { return .notSent }
        switch lastCode {
        // "Authentication required" and its kin: the configuration, not the message (RFC 4954, section 6).
        case 530, 534, 535, 538: return .notSent
        case 400..<500: return .temporary
        case 500..<600: return .permanent
        default: return .notSent
        }
    }
}

private func giveBytes(_ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    let length = size.multipliedReportingOverflow(by: count)
    guard let context, let data, !length.overflow, length.partialValue > 0 else { return 0 }
    let dialogue = Unmanaged<SMTPDialogue>.fromOpaque(context).takeUnretainedValue()
    return dialogue.give(into: UnsafeMutableRawBufferPointer(start: data, count: length.partialValue))
}

private func hearLine(_ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    let length = size.multipliedReportingOverflow(by: count)
    guard let context, !length.overflow else { return 0 }
    if let data, length.partialValue > 0 {
        Unmanaged<SMTPDialogue>.fromOpaque(context).takeUnretainedValue().hear(UnsafeRawBufferPointer(start: data, count: length.partialValue))
    }
    return length.partialValue
}
