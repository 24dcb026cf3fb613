import Core
import HTTPTypes
import Hummingbird
import NIOCore
import Transfer

/// Makes responses of answers: a strong `ETag` over the bytes, 304 where the visitor has them already, gzip where it pays.
package struct Delivery: Sendable {
    private let compressed: CompressedBodies

    package init(compressed: CompressedBodies = CompressedBodies()) {
        self.compressed = compressed
    }

    /// Below this many bytes gzip costs more than it saves.
    static let leastToCompress = 1024
    /// Level 6 makes pages 4% smaller than level 4 for twice the time.
    static let level = 4

    /// - Parameter headers: of the request: `If-None-Match` and `Accept-Encoding` count
    package func response(for answer: Answer, to headers: HTTPFields) -> Response {
        var fields = answer.headers
        fields[.cacheControl] = answer.cache.header
        switch answer.body {
        case .stream(let body):
            fields[.contentType] = answer.type.header
            return Response(status: answer.status, headers: fields, body: body)
        case .bytes(let bytes):
            if bytes.readableBytes > 0 { fields[.contentType] = answer.type.header }
            return response(for: answer, bytes: bytes, fields: fields, to: headers)
        }
    }

    private func response(for answer: Answer, bytes: ByteBuffer, fields: HTTPFields, to headers: HTTPFields) -> Response {
        var fields = fields
        let mayCompress = answer.type.isText && !answer.holdsSecret && bytes.readableBytes > Self.leastToCompress
        let compresses = mayCompress && Self.acceptsGzip(headers[.acceptEncoding])
        if mayCompress { fields.addVary("Accept-Encoding") }
        var tag: String?
        if answer.status == .ok && answer.cache.isKept {
            let digest = Digest.hex(bytes.withUnsafeReadableBytes { Digest.checksum($0) })
            tag = digest
            // The compressed bytes are other bytes, so a strong validator must differ (RFC 9110, 8.8.3.3).
            fields[.eTag] = compresses ? "\"\(digest)-gz\"" : "\"\(digest)\""
            if Self.matches(headers[.ifNoneMatch], digest) {
                fields[.contentType] = nil
                return Response(status: .notModified, headers: fields)
            }
        }
        if compresses, let packed = pack(bytes, tag: tag), packed.count < bytes.readableBytes {
            fields[.contentEncoding] = "gzip"
            return Response(status: answer.status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: packed)))
        }
        if let tag { fields[.eTag] = "\"\(tag)\"" }
        return Response(status: answer.status, headers: fields, body: ResponseBody(byteBuffer: bytes))
    }

    private func pack(_ bytes: ByteBuffer, tag: String?) -> [UInt8]? {
        if let tag, let kept = compressed.body(for: tag) { return kept }
        guard let packed = try? Deflate.compress(Array(bytes.readableBytesView), as: .gzip, level: Self.level) else { return nil }
        if let tag { compressed.keep(packed, for: tag) }
        return packed
    }

    /// Whether `Accept-Encoding` takes gzip: named, or by `*`, and not with a weight of 0.
    static func acceptsGzip(_ header: String?) -> Bool {
        guard let header else { return false }
        var any = false
        for part in header.split(separator: ",", maxSplits: 20) {
            let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let name = pieces.first else { continue }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if name == "gzip" || name == "x-gzip" { return weight > 0 }
            if name == "*" { any = weight > 0 }
        }
        return any
    }

    /// Whether one of the tags of `If-None-Match` is of these bytes, compressed or not. The comparison is the weak one (RFC 9110, 13.1.2).
    static func matches(_ header: String?, _ digest: String) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",", maxSplits: 50).contains { part in
            let tag = part.drop { $0.isWhitespace || $0 == "W" || $0 == "/" || $0 == "\"" }.prefix { $0 != "\"" && !$0.isWhitespace }
            return tag == digest || tag == digest + "-gz" || tag == "*"
        }
    }
}

extension HTTPFields {
    /// Adds a header name to `Vary` unless it is there.
    mutating func addVary(_ name: String) {
        guard let present = self[.vary] else {
            self[.vary] = name
            return
        }
        let names = present.split(separator: ",").map { $0.filter { !$0.isWhitespace }.lowercased() }
        if !names.contains(name.lowercased()) { self[.vary] = present + ", " + name }
    }
}
