import CExpat

/// XML as a stream of starts, texts and ends, read by Expat.
///
/// Names come without their namespace. Documents with a document type of their own are refused: those are the ways to make a small file large.
package enum XMLStream {
    package enum Event: Sendable, Hashable {
        case start(String, [String: String])
        /// A piece of a text; one text may come in several.
        case text(String)
        case end(String)
    }

    /// Elements within elements.
    private static let deepest = 100

    /// - Parameter take: gets every event in order; what it throws ends the reading
    package static func read(_ bytes: [UInt8], _ take: @escaping (Event) throws(ArchiveError) -> Void) throws(ArchiveError) {
        guard let parser = XML_ParserCreateNS(nil, 0x0A) else { throw .markup(line: 1) }
        defer { XML_ParserFree(parser) }
        let walk = Walk(parser, take)
        XML_SetUserData(parser, Unmanaged.passUnretained(walk).toOpaque())
        XML_SetElementHandler(parser, { Walk.from($0)?.start($1, $2) }, { Walk.from($0)?.end($1) })
        XML_SetCharacterDataHandler(parser) { Walk.from($0)?.text($1, $2) }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in Walk.from(data)?.stop(nil) }
        var start = 0
        while true {
            let count = min(1 << 20, bytes.count - start)
            let isLast = start + count == bytes.count
            let status = bytes.withUnsafeBytes { raw in
                XML_Parse(parser, raw.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }, Int32(count), isLast ? 1 : 0)
            }
            if let error = walk.error { throw error }
            guard status == XML_STATUS_OK, !walk.isStopped else { throw .markup(line: max(1, Int(XML_GetCurrentLineNumber(parser)))) }
            if isLast { break }
            start += count
        }
        withExtendedLifetime(walk) {}
    }

    private final class Walk {
        private let parser: XML_Parser
        private let take: (Event) throws(ArchiveError) -> Void
        private var depth = 0
        private(set) var error: ArchiveError?
        private(set) var isStopped = false

        init(_ parser: XML_Parser, _ take: @escaping (Event) throws(ArchiveError) -> Void) {
            (self.parser, self.take) = (parser, take)
        }

        static func from(_ data: UnsafeMutableRawPointer?) -> Walk? { data.map { Unmanaged<Walk>.fromOpaque($0).takeUnretainedValue() } }

        func stop(_ error: ArchiveError?) {
            if !isStopped { self.error = error }
            isStopped = true
            _ = XML_StopParser(parser, 0)
        }

        func start(_ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
            depth += 1
            guard depth <= XMLStream.deepest else { return stop(nil) }
            var found: [String: String] = [:]
            var next = attributes
            while let key = next?.pointee, let value = next?.advanced(by: 1).pointee {
                found[Self.local(key)] = String(cString: value)
                next = next?.advanced(by: 2)
            }
            if let name { give(.start(Self.local(name), found)) }
        }

        func end(_ name: UnsafePointer<CChar>?) {
            depth -= 1
            if let name { give(.end(Self.local(name))) }
        }

        func text(_ letters: UnsafePointer<CChar>?, _ count: Int32) {
            guard let letters, count > 0 else { return }
            let bytes = UnsafeRawBufferPointer(start: letters, count: Int(count))
            give(.text(String(decoding: bytes, as: UTF8.self)))
        }

        private func give(_ event: Event) {
            guard !isStopped else { return }
            do { try take(event) } catch { stop(error) }
        }

        /// Behind the namespace, which Expat puts in front with a line end between.
        private static func local(_ name: UnsafePointer<CChar>) -> String {
            let text = String(cString: name)
            return text.lastIndex(of: "\n").map { String(text[text.index(after: $0)...]) } ?? text
        }
    }
}
