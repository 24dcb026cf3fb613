import Foundation
import Pictures
import TestSupport
import Testing

@testable import People

@Suite("What a file is")
struct UploadCheckTests {
    private static let pdf = Array("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".utf8)

    private func fault(_ bytes: [UInt8], _ name: String, _ selection: FileSelection = .all) -> UploadFault? {
        do throws(UploadFault) {
            _ = try UploadCheck(bytes, name: name, selection: selection)
            return nil
        } catch {
            return error
        }
    }

    @Test("ASVS 5.4.1: a file is sent under a name that cannot break its line, to be saved unless it may be shown")
    func nameInHeader() {
        #expect(AttachmentRoutes.disposition("plan.pdf", isShown: false) == "attachment; filename=\"plan.pdf\"; filename*=UTF-8''plan.pdf")
        #expect(AttachmentRoutes.disposition("foto.png", isShown: true).hasPrefix("inline; filename=\"foto.png\""))
        for name in ["a\"; filename=\"b.exe", "a\r\nSet-Cookie: x=1", "../../etc/passwd", "a\\b", "é%22.pdf", "a\u{202E}fdp.exe", "\u{0}"] {
            let line = AttachmentRoutes.disposition(name, isShown: false)
            #expect(line.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(name)")
            #expect(line.filter { $0 == "\"" }.count == 2 && !line.contains("/") && !line.contains("\\"), "\(name)")
            #expect(line.hasPrefix("attachment; filename=\"") && line.split(separator: ";").count == 3 + name.filter { $0 == ";" }.count, "\(name)")
        }
    }

    @Test("ASVS 5.2.2: content and ending of the name must agree, and only kinds on the list are taken")
    func kinds() throws {
        #expect(try UploadCheck(Self.pdf, name: "Plan.PDF", selection: .documents).kind == .pdf)
        #expect(fault(Self.pdf, "plan.pdf", .pictures) == .kind(.pictures))
        #expect(fault(Self.pdf, "plan.jpg") == .ending("pdf") && fault(Self.pdf, "plan") == .ending("pdf") && fault(Self.pdf, "plan.pdf.exe") == .ending("pdf"))
        let text = Array("a;b\n1;2\n".utf8)
        #expect(fault(text, "a.csv") == nil && fault(text, "a.txt") == nil && fault(text, "a.md") == .ending("txt") && fault(text, "a.html") == .ending("txt"))
        for words in [
            "<html><script>alert(1)</script>", "GIF89a\u{1}\u{1}", "MZ\u{90}\0", "#!/bin/sh\n", "<svg xmlns='http://www.w3.org/2000/svg'/>", "\u{0}\u{0}",
        ] {
            for name in ["a.txt", "a.jpg", "a.html", "a.svg"] { #expect(fault(Array(words.utf8), name) == .kind(.all), "\(words) \(name)") }
        }
        #expect(fault([], "a.txt") == .empty)
    }

    @Test("a PDF that is cut off or an archive too is not taken")
    func polyglots() {
        #expect(fault(Array(Self.pdf.dropLast(8)), "a.pdf") == .damaged)
        let end: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 16)
        #expect(fault(Self.pdf + end + [0, 0], "a.pdf") == .kind(.all))
        // The end of the PDF as the comment of the archive.
        #expect(fault(Array("%PDF-1.7\n".utf8) + end + [UInt8(Self.pdf.count), 0] + Self.pdf, "a.pdf") == .kind(.all))
        #expect(fault(Self.pdf + end + [9, 0], "a.pdf") == nil)
    }

    @Test("ASVS 5.4.3: the test file for viruses is refused, alone and inside another, without any scanner")
    func testVirus() {
        for bytes in [UploadCheck.testVirus, Array("hallo ".utf8) + UploadCheck.testVirus, Self.pdf + UploadCheck.testVirus + Self.pdf] {
            #expect(fault(bytes, "a.txt") == .malware && fault(bytes, "a.pdf") == .malware)
        }
        #expect(UploadCheck.testVirus.count == 68)
    }

    @Test("ASVS 5.3.2: a name is words to show: no folders, no hidden signs, never empty, never long")
    func names() throws {
        for (sent, shown) in [
            ("../../etc/passwd.txt", "passwd.txt"), ("C:\\Users\\Ans\\Mijn plan.TXT", "Mijn plan.txt"), ("a\u{202E}gpj.txt", "agpj.txt"),
            ("\u{0}\r\nx.txt", "x.txt"),
            (".txt", "bestand.txt"), ("/.txt", "bestand.txt"), ("... .txt", "bestand.txt"), ("e\u{301}te\u{301}.txt", "été.txt"),
            (String(repeating: "x", count: 500) + ".txt", String(repeating: "x", count: 80) + ".txt"),
        ] {
            #expect(try UploadCheck(Array("hallo".utf8), name: sent, selection: .all).name == shown, "\(sent)")
        }
    }

    @Test("random bytes under random names give a kind or a fault, never a crash")
    func fuzz() {
        var chance = Chance(11)
        let starts: [[UInt8]] = [[0xFF, 0xD8, 0xFF], [0x50, 0x4B, 3, 4], Array("%PDF-".utf8), [0x89, 0x50, 0x4E, 0x47], Array("RIFF....WEBPVP8 ".utf8), []]
        for round in 0..<3000 {
            let bytes = starts[round % starts.count] + (0..<Int.random(in: 0...200, using: &chance)).map { _ in UInt8.random(in: 0...255, using: &chance) }
            let name = String(decoding: (0..<8).map { _ in UInt8.random(in: 0...255, using: &chance) }, as: UTF8.self) + [".pdf", ".jpg", ""][round % 3]
            _ = fault(bytes, name)
        }
    }

    @Test("ranges of bytes as browsers ask for them", arguments: [1, 10, 1000])
    func ranges(size: Int) {
        #expect(FileRange(header: nil, size: size) == .whole)
        #expect(FileRange(header: "bytes=0-", size: size) == .part(0...size - 1))
        #expect(FileRange(header: "bytes=0-0", size: size) == .part(0...0))
        #expect(FileRange(header: "bytes=-5", size: size) == .part(max(0, size - 5)...size - 1))
        #expect(FileRange(header: "bytes=\(size)-", size: size) == .outside && FileRange(header: "bytes=-0", size: size) == .outside)
        #expect(FileRange(header: "bytes=0-99999999999", size: size) == .part(0...size - 1))
        for header in ["bytes=", "bytes=-", "bytes=2-1", "bytes=0-1,3-4", "bytes=a-b", "items=0-1", "bytes=0-99999999999999999999", "bytes=--1", "bytes=+1-2"] {
            #expect(FileRange(header: header, size: size) == .whole, "\(header)")
        }
    }

    @Test("a name that no old program can read goes along in full")
    func disposition() {
        #expect(
            AttachmentRoutes.disposition("été \"1\".pdf", isShown: false)
                == "attachment; filename=\"__t__ _1_.pdf\"; filename*=UTF-8''%C3%A9t%C3%A9%20%221%22.pdf")
        #expect(AttachmentRoutes.disposition("a.jpg", isShown: true).hasPrefix("inline; "))
    }

    @Test("what a scanner says is read narrowly")
    func scanners() {
        #expect(MalwareScanner.outcome("stream: OK\0") == .clean && MalwareScanner.outcome("stream: Win.Test FOUND\0") == .malware)
        for answer in ["", "OK", "stream: ", "INSTREAM size limit exceeded. ERROR\0", "stream: x OK\0", "stream: lookup ERROR"] {
            #expect(MalwareScanner.outcome(answer) == .unknown, "\(answer)")
        }
        #expect(MalwareScanner("clamd:/run/clamd") == .socket(path: "/run/clamd") && MalwareScanner("clamd:127.0.0.1:3310") == .host("127.0.0.1", port: 3310))
        #expect(MalwareScanner("command:/usr/bin/scan") == .command(path: "/usr/bin/scan") && MalwareScanner("") == MalwareScanner.none)
        for text in ["clamd", "clamd:", "clamd:3310", "clamd:host:0", "command:scan", "x"] { #expect(MalwareScanner(text) == nil, "\(text)") }
    }
}
