import Core

/// Makes UTF-8 of a file's bytes.
enum TextBytes {
    /// The bytes as UTF-8 without byte order mark; nil, with an error, when they are no text in the encoding allowed.
    static func utf8(_ bytes: [UInt8], as encoding: Mapping.Format.Encoding, source: String, findings: inout Findings) -> [UInt8]? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            findings.error(
                source, Localized(nl: "Dit bestand is UTF-16. Bewaar het als CSV in UTF-8.", en: "This file is UTF-16. Save it as CSV in UTF-8."))
            return nil
        }
        let isUTF8 = encoding != .windows1252 && String(validating: bytes, as: UTF8.self) != nil
        if isUTF8 { return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes }
        let line = firstBadLine(bytes)
        guard encoding != .utf8 else {
            findings.error(source, row: line, Localized(nl: "Hier staan tekens die geen UTF-8 zijn.", en: "There are characters here that are not UTF-8."))
            return nil
        }
        guard let converted = fromWindows1252(bytes) else {
            findings.error(
                source, row: line,
                Localized(
                    nl: "Hier staan bytes die geen tekst zijn, niet in UTF-8 en niet in Windows-1252.",
                    en: "There are bytes here that are no text, neither in UTF-8 nor in Windows-1252."))
            return nil
        }
        if encoding == .auto {
            findings.note(
                source, row: line,
                Localized(
                    nl: "Dit bestand is geen UTF-8. Het is gelezen als Windows-1252. Kijk of namen met accenten kloppen.",
                    en: "This file is not UTF-8. It was read as Windows-1252. See whether names with accents are right."))
        }
        return converted
    }

    /// Line of the first byte that cannot be UTF-8, counted from 1.
    private static func firstBadLine(_ bytes: [UInt8]) -> Int? {
        var line = 1
        var start = 0
        for index in bytes.indices where bytes[index] == 0x0A || index == bytes.count - 1 {
            if String(validating: bytes[start...index], as: UTF8.self) == nil { return line }
            line += 1
            start = index + 1
        }
        return nil
    }

    /// Nil when one of the five bytes occurs that Windows-1252 does not use.
    private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                output.append(byte)
                continue
            }
            let point = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt16(byte)
            guard point != 0 else { return nil }
            if point >= 0x800 {
                output.append(UInt8(0xE0 | point >> 12))
                output.append(UInt8(0x80 | point >> 6 & 0x3F))
            } else {
                output.append(UInt8(0xC0 | point >> 6))
            }
            output.append(UInt8(0x80 | point & 0x3F))
        }
        return output
    }

    /// Windows-1252 from 0x80 to 0x9F (Unicode consortium, CP1252.TXT); 0: not used.
    private static let upper: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}
