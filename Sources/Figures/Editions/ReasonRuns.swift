/// The reason why each cell of a column is missing (0: it is not), as runs: long stretches have the same one.
///
/// Layout: pairs of run length (unsigned LEB128) and reason (1 byte).
package enum ReasonRuns {
    package static func encode(_ reasons: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var start = 0
        while start < reasons.count {
            var end = start + 1
            while end < reasons.count && reasons[end] == reasons[start] { end += 1 }
            var length = end - start
            while length >= 0x80 {
                bytes.append(UInt8(length & 0x7F) | 0x80)
                length >>= 7
            }
            bytes.append(UInt8(length))
            bytes.append(reasons[start])
            start = end
        }
        return bytes
    }

    /// - Parameter count: the number of cells; bytes that do not give exactly this many are refused with nil.
    package static func decode(_ bytes: [UInt8], count: Int) -> [UInt8]? {
        var reasons: [UInt8] = []
        reasons.reserveCapacity(count)
        var index = 0
        while index < bytes.count {
            var length = 0, shift = 0
            while index < bytes.count, bytes[index] & 0x80 != 0, shift < 28 {
                length |= Int(bytes[index] & 0x7F) << shift
                shift += 7
                index += 1
            }
            guard index + 1 < bytes.count else { return nil }
            length |= Int(bytes[index]) << shift
            guard length > 0, reasons.count + length <= count else { return nil }
            reasons.append(contentsOf: repeatElement(bytes[index + 1], count: length))
            index += 2
        }
        return reasons.count == count ? reasons : nil
    }

    /// The reason at one position, without unpacking the rest; nil outside them.
    package static func reason(at position: Int, in bytes: [UInt8]) -> UInt8? {
        guard position >= 0 else { return nil }
        var index = 0, seen = 0
        while index + 1 < bytes.count {
            var length = 0, shift = 0
            while index + 1 < bytes.count, bytes[index] & 0x80 != 0, shift < 28 {
                length |= Int(bytes[index] & 0x7F) << shift
                shift += 7
                index += 1
            }
            length |= Int(bytes[index]) << shift
            guard index + 1 < bytes.count else { return nil }
            seen += length
            if position < seen { return bytes[index + 1] }
            index += 2
        }
        return nil
    }
}
