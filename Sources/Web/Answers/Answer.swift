import Core
import HTTPTypes
import Hummingbird
import NIOCore

/// Who may keep an answer, and for how long.
package enum CachePolicy: Sendable, Hashable {
    /// Anyone, for so many seconds; after that a check by `ETag`.
    case shared(maxAge: Int)
    /// Anyone, for good: the address changes with the content.
    case immutable
    /// The visitor's own browser, which must ask each time whether it is still so.
    case personal
    /// Nobody: forms with a token, answers of the API, errors.
    case noStore

    package var header: String {
        switch self {
        case .shared(let seconds): "public, max-age=\(seconds)"
        case .immutable: "public, max-age=31536000, immutable"
        case .personal: "private, no-cache"
        case .noStore: "no-store"
        }
    }

    /// Whether an `ETag` makes sense.
    var isKept: Bool { self != .noStore }
}

/// A finished answer of a handler: bytes and how to treat them. ``Delivery`` makes a response of it.
package struct Answer: Sendable {
    package enum Body: Sendable {
        case bytes(ByteBuffer)
        /// Written bit by bit, for downloads too large to hold; never compressed and without `ETag`.
        case stream(ResponseBody)
    }

    package var status: HTTPResponse.Status
    package var type: MediaKind
    package var body: Body
    package var cache: CachePolicy
    /// Set for a page that holds a secret (a token) beside words of the visitor: it is not compressed (BREACH, CVE-2013-3587).
    package var holdsSecret = false
    package var headers: HTTPFields = [:]

    package init(_ bytes: [UInt8], as type: MediaKind, status: HTTPResponse.Status = .ok, cache: CachePolicy) {
        self.init(ByteBuffer(bytes: bytes), as: type, status: status, cache: cache)
    }

    /// Bytes that stand where they can be sent from.
    package init(_ bytes: ByteBuffer, as type: MediaKind, status: HTTPResponse.Status = .ok, cache: CachePolicy) {
        self.status = status
        self.type = type
        self.body = .bytes(bytes)
        self.cache = cache
    }

    package init(stream: ResponseBody, as type: MediaKind, cache: CachePolicy = .noStore) {
        self.status = .ok
        self.type = type
        self.body = .stream(stream)
        self.cache = cache
    }

    /// Sends the visitor to a page of this site. 303 after a form, 307 or 308 to keep the method.
    package static func redirect(to address: PageAddress, in language: Language, status: HTTPResponse.Status = .seeOther) -> Answer {
        var answer = Answer([], as: .text, status: status, cache: .noStore)
        answer.headers[.location] = address.url(in: language)
        return answer
    }

    /// Done, nothing to show.
    package static let empty = Answer([], as: .text, status: .noContent, cache: .noStore)

    /// The same as a file to keep. The name is reduced to letters that every system takes.
    package func asDownload(named name: String) -> Answer {
        var answer = self
        let safe = String(decoding: name.utf8.map { MediaKind.isFileNameByte($0) ? $0 : 0x2D }, as: UTF8.self)
        answer.headers[.contentDisposition] = "attachment; filename=\"\(safe)\""
        return answer
    }
}

/// The kinds of content this site sends.
package struct MediaKind: Sendable, Hashable {
    /// The whole `Content-Type`.
    package let header: String
    /// Whether it is text-like: worth compressing.
    package let isText: Bool

    package init(_ header: String, isText: Bool) {
        self.header = header
        self.isText = isText
    }

    package static let html = MediaKind("text/html; charset=utf-8", isText: true)
    package static let text = MediaKind("text/plain; charset=utf-8", isText: true)
    package static let json = MediaKind("application/json", isText: true)
    package static let geoJSON = MediaKind("application/geo+json", isText: true)
    package static let problem = MediaKind("application/problem+json", isText: true)
    package static let csv = MediaKind("text/csv; charset=utf-8; header=present", isText: true)
    package static let css = MediaKind("text/css; charset=utf-8", isText: true)
    package static let script = MediaKind("text/javascript; charset=utf-8", isText: true)
    package static let svg = MediaKind("image/svg+xml", isText: true)
    package static let png = MediaKind("image/png", isText: false)
    package static let woff2 = MediaKind("font/woff2", isText: false)
    package static let pdf = MediaKind("application/pdf", isText: false)
    package static let bytes = MediaKind("application/octet-stream", isText: false)
    /// Prometheus text exposition format 0.0.4.
    package static let exposition = MediaKind("text/plain; version=0.0.4; charset=utf-8", isText: true)

    private static let byExtension: [String: MediaKind] = [
        "css": .css, "js": .script, "mjs": .script, "svg": .svg, "png": .png, "woff2": .woff2, "json": .json, "txt": .text, "map": .json,
        "webmanifest": MediaKind("application/manifest+json", isText: true), "ico": MediaKind("image/x-icon", isText: false),
        "pbf": MediaKind("application/x-protobuf", isText: false),
    ]

    /// The kind a file name ends in; nil for one that is not served.
    package init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: "."), let kind = Self.byExtension[fileName[fileName.index(after: dot)...].lowercased()] else { return nil }
        self = kind
    }

    static func isFileNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
    }
}
