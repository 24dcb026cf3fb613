import Foundation
import Pictures
import Transfer

/// Whether a file is what it says it is, and of a kind that is taken. Pure.
package struct UploadCheck: Sendable, Hashable {
    package let kind: FileKind
    /// To show: without folders, control signs and signs that turn the direction of writing.
    package let name: String

    /// - Parameters:
    ///   - name: as the sender has it
    ///   - selection: the kinds that the form takes
    package init(_ bytes: [UInt8], name: String, selection: FileSelection) throws(UploadFault) {
        guard !bytes.isEmpty else { throw .empty }
        guard !Self.isTestVirus(bytes) else { throw .malware }
        // Office archives that are made to fill a disk are no kind (ASVS 5.2.3).
        guard let kind = FileKind(bytes), selection.kinds.contains(kind) else { throw .kind(selection) }
        if kind == .pdf { try Self.checkPDF(bytes, selection) }
        let plain = Self.plain(name), dot = plain.lastIndex(of: ".")
        let ending = dot.map { plain[plain.index(after: $0)...].lowercased() } ?? ""
        guard kind.takenEndings.contains(ending) else { throw .ending(kind.takenEndings.first ?? kind.rawValue) }
        let stem = plain[..<(dot ?? plain.endIndex)].trimmingCharacters(in: CharacterSet(charactersIn: ". "))
        self.kind = kind
        self.name = (stem.isEmpty ? "bestand" : String(stem.prefix(80))) + "." + ending
    }

    /// The last part of a path, in signs that can be seen.
    private static func plain(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let shown = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        return String(String.UnicodeScalarView(shown)).precomposedStringWithCanonicalMapping
    }

    /// A PDF has its end mark at the end (ISO 32000-1, 7.5.5), and is no archive too.
    private static func checkPDF(_ bytes: [UInt8], _ selection: FileSelection) throws(UploadFault) {
        guard ByteSearch.contains(Array("%%EOF".utf8), in: Array(bytes.suffix(2048))) else { throw .damaged }
        guard !endsAsArchive(bytes) else { throw .kind(selection) }
    }

    /// Whether a reader of ZIP would take it: the record at the end of an archive, with a comment that reaches exactly the end of the file.
    private static func endsAsArchive(_ bytes: [UInt8]) -> Bool {
        let tail = bytes.suffix(22 + 65_535)
        var position = tail.endIndex - 22
        while position >= tail.startIndex {
            if bytes[position] == 0x50, bytes[position + 1] == 0x4B, bytes[position + 2] == 5, bytes[position + 3] == 6,
                position + 22 + Int(bytes[position + 20]) + Int(bytes[position + 21]) << 8 == bytes.count
            {
                return true
            }
            position -= 1
        }
        return false
    }

    /// The file that shows whether viruses are looked for (EICAR), wherever it stands. In two pieces, so that this program is not taken for it.
    static let testVirus = Array(#"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-"#.utf8) + Array("ANTIVIRUS-TEST-FILE!$H+H*".utf8)

    private static func isTestVirus(_ bytes: [UInt8]) -> Bool { ByteSearch.contains(testVirus, in: bytes) }
}
