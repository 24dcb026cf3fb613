import Foundation

/// RFC 2045, section 6.7: text in lines of at most 76 signs of ASCII.
enum QuotedPrintable {
    static func encode(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        let lines = QuotedPrintable.lines(text)
        for (index, line) in lines.enumerated() {
            encode(line, into: &output)
            if index < lines.count - 1 { output += [0x0D, 0x0A] }
        }
        return output + [0x0D, 0x0A]
    }

    static func escape(_ byte: UInt8) -> [UInt8] {
        let hex = Array("0123456789ABCDEF".utf8)
        return [0x3D, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    }

    private static func encode(_ line: ArraySlice<UInt8>, into output: inout [UInt8]) {
        var length = 0
        for (index, byte) in line.enumerated() {
            let isLast = index == line.count - 1
            // White space at the end of a line gets lost on the way; a lone dot and `From ` at the start are read as something else by old programs.
            let isPlain =
                switch byte {
                case 0x20, 0x09: !isLast
                case 0x2E, 0x46: length > 0
                default: (0x21...0x7E).contains(byte) && byte != 0x3D
                }
            let piece = isPlain ? [byte] : escape(byte)
            if length + piece.count > (isLast ? 76 : 75) {
                output += [0x3D, 0x0D, 0x0A]
                length = 0
                // A line may now begin with a dot after all.
                let again = byte == 0x2E || byte == 0x46 ? escape(byte) : piece
                output += again
                length = again.count
            } else {
                output += piece
                length += piece.count
            }
        }
    }

    /// Lines at any kind of line break; one break at the end is not a line more.
    private static func lines(_ text: String) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        let bytes = Array(text.utf8)
        var start = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0A || bytes[index] == 0x0D {
                lines.append(bytes[start..<index])
                if bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A { index += 1 }
                start = index + 1
            }
            index += 1
        }
        if start < bytes.count || lines.isEmpty { lines.append(bytes[start...]) }
        return lines
    }
}

/// RFC 2045, section 6.8: bytes in lines of 76 signs.
enum EncodedLines {
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let encoded = Array(Data(bytes).base64EncodedString().utf8)
        var output: [UInt8] = []
        output.reserveCapacity(encoded.count + encoded.count / 38 + 2)
        for start in stride(from: 0, to: encoded.count, by: 76) {
            output += encoded[start..<min(start + 76, encoded.count)]
            output += [0x0D, 0x0A]
        }
        return output
    }
}
