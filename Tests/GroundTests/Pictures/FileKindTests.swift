import Pictures
import TestSupport
import Testing

@Suite("What a file is, by its content") struct FileKindTests {
    private func kind(_ text: String) -> FileKind? { FileKind(Array(text.utf8)) }

    @Test("ASVS 5.2: pictures, PDF and text are known by their first bytes, not by their name")
    func signatures() {
        #expect(FileKind([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
        #expect(FileKind([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) == .png)
        #expect(kind("GIF89a…") == .gif)
        #expect(FileKind(Array("RIFF".utf8) + [1, 2, 3, 4] + Array("WEBPVP8L".utf8)) == .webp)
        #expect(kind("%PDF-1.7\n%âãÏÓ") == .pdf)
        #expect(kind("naam;aantal\r\nwijk;5\r\n") == .text)
        #expect(kind("Één zin – met ‘tekens’, a < b en 3 > 2.\n") == .text)
    }

    @Test("ASVS 5.2: programs, pages, pictures with script, other archives and files that begin with something else are not taken")
    func refused() {
        for text in [
            "", "<html><script>", "  \n\u{FEFF}<!DOCTYPE html>", "<svg xmlns=", "<?xml version=\"1.0\"?>", "hallo <script>alert(1)</script>", "#!/bin/sh\n",
            "%!PS-Adobe", "MZ\u{0}\u{1}",
            "\u{7F}ELF\u{2}", "PK\u{3}\u{4}", "\nGIF89a\u{0}", " %PDF-1.7\u{0}", "a\u{0}b", "a\u{1B}[31m",
        ] {
            #expect(kind(text) == nil, "\(text)")
        }
        #expect(FileKind([0xFF, 0xFE, 0x61, 0x00]) == nil)
        #expect(FileKind([0xC3, 0x28]) == nil)
        #expect(FileKind(Array("RIFF1234AVI LIST".utf8) + [0]) == nil)
    }

    private static let word = [("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")]
    private static let writer = [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office/>")]

    @Test("ASVS 5.2: office documents are known by what is in them")
    func office() {
        #expect(FileKind(zip(Self.word)) == .docx)
        #expect(FileKind(zip([("[Content_Types].xml", ""), ("xl/workbook.xml", "")])) == .xlsx)
        #expect(FileKind(zip([("[Content_Types].xml", ""), ("ppt/presentation.xml", "")])) == .pptx)
        #expect(FileKind(zip(Self.writer)) == .odt)
        #expect(FileKind(zip([("mimetype", FileKind.ods.mediaType), ("content.xml", "")])) == .ods)
        for other in [
            [("a.txt", "tekst")], Self.word + [("word/vbaProject.bin", "")], Self.word + [("xl/workbook.xml", "")],
            Self.writer + [("Basic/Standard/Module1.xml", "")],
            [("content.xml", ""), ("mimetype", FileKind.odt.mediaType)], [("mimetype", "application/java-archive")], Self.word + [("../../etc/passwd", "")],
            Self.word + [("/etc/passwd", "")], Self.word + [("a\\..\\b", "")], Self.word + [("WORD/document.xml", "")],
        ] {
            #expect(FileKind(zip(other)) == nil, "\(other)")
        }
    }

    @Test("ASVS 5.2: an archive that is made to fill a disk, is encrypted, or hides something before or behind it is not taken")
    func bombs() {
        let good = zip(Self.word)
        #expect(FileKind(good) == .docx)
        #expect(FileKind(zip(Self.word, size: 300 << 20)) == nil)
        #expect(FileKind(zip(Self.word, size: 100_000)) == nil)
        #expect(FileKind(zip(Self.word, flags: 1)) == nil)
        #expect(FileKind([0x50, 0x4B, 0x03, 0x04] + good) == nil)
        #expect(FileKind(good + [0]) == nil)
        #expect(FileKind(Array("%PDF-1.4".utf8) + good) == .pdf)
        for count in 3..<good.count { #expect(FileKind(Array(good.prefix(count))) == nil) }
    }

    @Test("any bytes give an answer")
    func anything() {
        var chance = Chance(61)
        let files = [zip(Self.word), zip(Self.writer)]
        for _ in 0..<Fuzz.strings {
            for file in files { _ = FileKind(chance.mutated(file)) }
            _ = FileKind([0x50, 0x4B, 0x03, 0x04] + chance.bytes(60) + [0x50, 0x4B, 0x05, 0x06] + chance.bytes(18))
        }
    }

    /// An archive of entries that are not packed, without check sums.
    ///
    /// - Parameter size: bytes that each entry says to unpack to, where that is not the truth
    private func zip(_ entries: [(String, String)], size: Int? = nil, flags: Int = 0) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        var (output, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, text) in entries {
            let (name, content) = (Array(name.utf8), Array(text.utf8))
            let sizes = number(content.count, 4) + number(size ?? content.count, 4)
            let middle = number(20, 2) + number(flags, 2) + number(0, 2) + number(0, 4) + number(0, 4) + sizes + number(name.count, 2) + number(0, 2)
            directory += [0x50, 0x4B, 0x01, 0x02] + number(20, 2) + middle + number(0, 10) + number(output.count, 4) + name
            output += [0x50, 0x4B, 0x03, 0x04] + middle + name + content
        }
        let count = number(entries.count, 2)
        return output + directory + [0x50, 0x4B, 0x05, 0x06] + number(0, 4) + count + count + number(directory.count, 4) + number(output.count, 4)
            + number(0, 2)
    }
}
