import Foundation

/// Finds bytes among bytes.
package enum ByteSearch {
    /// The place of the first occurrence, counted from the start; nil where there is none, and for an empty pattern.
    package static func first(_ pattern: [UInt8], in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let start = bytes.baseAddress, let first = pattern.first else { return nil }
        var position = 0
        while bytes.count - position >= pattern.count {
            // The C library looks at many bytes at once.
            guard let found = memchr(start + position, Int32(first), bytes.count - position - pattern.count + 1) else { return nil }
            let place = UnsafeRawPointer(found) - start
            if memcmp(found, pattern, pattern.count) == 0 { return place }
            position = place + 1
        }
        return nil
    }

    package static func contains(_ pattern: [UInt8], in bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { first(pattern, in: $0) } != nil }
}
