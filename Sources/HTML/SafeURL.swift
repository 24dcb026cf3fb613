/// Decides which addresses may stand in `href`, `src` and `action`.
@usableFromInline package enum SafeURL {
    private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

    /// The address itself when it is relative or has the scheme http, https, mailto or tel; else `#`.
    ///
    /// Reads as browsers do (WHATWG URL): white space and control characters in front, and tabs and line ends anywhere, do not count.
    /// What is no valid scheme but stands before the first `:` is refused too: browsers have disagreed on it before.
    @usableFromInline package static func checked(_ address: String) -> String {
        var scheme: [UInt8] = []
        for byte in address.utf8 {
            switch byte {
            case 0x00...0x20, 0x7F: continue
            case 0x2F, 0x3F, 0x23, 0x5C: return address
            case 0x3A: return schemes.contains(String(decoding: scheme, as: UTF8.self)) ? address : "#"
            case 0x41...0x5A: scheme.append(byte + 0x20)
            default: scheme.append(byte)
            }
        }
        return address
    }
}
