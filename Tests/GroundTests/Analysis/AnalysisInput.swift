import Analysis
import Core
import Foundation
import Testing

extension InputFile {
    init(_ name: String, _ text: String) { self.init(name: name, bytes: Array(text.utf8)) }

    /// A published file.
    static func golden(_ name: String) throws -> InputFile { try InputFile(path: Golden.folder!.appending(path: name).path) }
}

extension ValueTable {
    init(_ text: String) throws(InputFailure) { try self.init(InputFile("f.csv", text)) }
}

/// The fault that work ends with, as a terminal shows it.
func fault(_ work: () throws -> Void) -> String {
    do {
        try work()
        return "no fault"
    } catch let failure as InputFailure {
        return failure.line(in: .en)
    } catch {
        return "another fault: \(error)"
    }
}

/// Keys and values of a document, as programs see it.
func object(_ document: some Encodable) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: try JSONEncoder().encode(document)) as? [String: Any])
}
