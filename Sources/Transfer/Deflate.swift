import CZlib

/// Packs and unpacks bytes with zlib.
package enum Deflate {
    /// The wrapping around the packed bytes.
    package enum Wrapping: Sendable, Hashable, CaseIterable {
        /// RFC 1952: files and HTTP. Written without time, so that the same bytes give the same bytes.
        case gzip
        /// RFC 1950.
        case zlib
        /// RFC 1951: nothing around it, no check sum.
        case raw

        /// What zlib calls window bits, which also choose the wrapping.
        fileprivate var windowBits: Int32 {
            switch self {
            case .gzip: 31
            case .zlib: 15
            case .raw: -15
            }
        }
    }

    /// - Parameter level: 1 (quick) to 9 (small); others are taken as the nearest.
    package static func compress(_ bytes: [UInt8], as wrapping: Wrapping = .gzip, level: Int = 6) throws(TransferError) -> [UInt8] {
        var stream = z_stream()
        let level = Int32(min(max(level, 1), 9))
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&stream, level, Z_DEFLATED, wrapping.windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
            throw .damaged("zlib does not start")
        }
        defer { deflateEnd(&stream) }
        let output = try run(&stream, over: bytes, limit: .max) { stream, isLast in
            let code = deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
            return code == Z_STREAM_END ? .end : code == Z_OK || code == Z_BUF_ERROR ? .more : .fault
        }
        return output
    }

    /// Unpacks, and stops as soon as the result would be larger than `limit` bytes. Bytes behind the end are an error; several gzip members in a row are not.
    package static func decompress(_ bytes: [UInt8], as wrapping: Wrapping = .gzip, limit: Int) throws(TransferError) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, wrapping.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .damaged("zlib does not start")
        }
        defer { inflateEnd(&stream) }
        return try run(&stream, over: bytes, limit: limit) { stream, isLast in
            switch inflate(&stream, Z_NO_FLUSH) {
            case Z_OK, Z_BUF_ERROR: return .more
            case Z_STREAM_END:
                if isLast && stream.avail_in == 0 { return .end }
                return wrapping == .gzip && inflateReset(&stream) == Z_OK ? .more : .fault
            default: return .fault
            }
        }
    }

    private enum Step { case more, end, fault }

    /// Feeds the input in pieces that fit zlib's 32-bit counts and collects the output.
    private static func run(
        _ stream: inout z_stream, over bytes: [UInt8], limit: Int, step: (inout z_stream, _ isLast: Bool) -> Step
    ) throws(TransferError) -> [UInt8] {
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        // zlib never writes to its input; the copy is only because its header does not say const.
        var input = bytes
        var state = Step.more
        var isTooLarge = false
        input.withUnsafeMutableBufferPointer { input in
            var position = 0
            while state == .more && !isTooLarge {
                let piece = min(input.count - position, 1 << 30)
                stream.next_in = input.baseAddress.map { $0 + position }
                stream.avail_in = UInt32(piece)
                let (next, count) = buffer.withUnsafeMutableBufferPointer { buffer -> (Step, Int) in
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = UInt32(buffer.count)
                    return (step(&stream, position + piece == input.count), buffer.count - Int(stream.avail_out))
                }
                let used = piece - Int(stream.avail_in)
                position += used
                isTooLarge = count > limit - output.count
                if !isTooLarge { output.append(contentsOf: buffer.prefix(count)) }
                // Neither read nor written: the input has been cut off.
                state = next == .more && used == 0 && count == 0 ? .fault : next
            }
        }
        if isTooLarge { throw .tooLarge(limit: limit) }
        guard state == .end else { throw .damaged("deflate") }
        return output
    }
}
