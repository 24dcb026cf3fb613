import Transfer

/// The trace that a request belongs to (W3C Trace Context): that of the caller, or a new one.
package struct TraceContext: Sendable, Hashable {
    /// 32 hexadecimal digits, not all zero.
    package let trace: String
    /// The action of the caller: 16 hexadecimal digits; nil for a trace that begins here.
    package let parent: String?

    /// - Parameter header: `traceparent`; what cannot be read begins a new trace
    package init(header: String?) {
        let parts = (header ?? "").split(separator: "-", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 4, parts[0].count == 2, parts[0] != "ff", parts[0] != "00" || parts.count == 4, Self.isHex(parts[0] + parts[3]),
            Self.isName(parts[1], 32), Self.isName(parts[2], 16)
        else {
            trace = Digest.hex(Digest.randomBytes(16))
            parent = nil
            return
        }
        trace = parts[1]
        parent = parts[2]
    }

    /// A name for one action: 16 hexadecimal digits.
    package static func span() -> String { Digest.hex(Digest.randomBytes(8)) }

    private static func isName(_ text: String, _ count: Int) -> Bool {
        text.utf8.count == count && isHex(text) && !text.utf8.allSatisfy { $0 == 0x30 }
    }

    private static func isHex(_ text: String) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) } }
}
