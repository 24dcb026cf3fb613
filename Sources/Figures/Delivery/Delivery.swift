import Core
import Foundation

/// The way from a source's bytes to typed columns.
package enum Delivery {
    /// Reads a CSV file.
    ///
    /// - Parameters:
    ///   - file: the bytes as they are on disk
    ///   - name: file name, for diagnostics
    ///   - metadata: of the table, where it is at hand: columns can then be found by title and unit
    ///   - retrieved: when the file was taken from the source
    /// - Throws: every reason found, when there is at least one error
    package static func csv(
        _ file: [UInt8], name: String, mapping: Mapping, metadata: TableMetadata? = nil, checks: DeliveryChecks = DeliveryChecks(), retrieved: Date
    ) throws(ImportRefused) -> DeliveredTable {
        var findings = Findings()
        let sheet = CSVReader(mapping: mapping, source: name).sheet(file, findings: &findings)
        guard let sheet else { throw findings.refusal(of: name) ?? ImportRefused([]) }
        var builder = TableBuilder(mapping: mapping, metadata: metadata, checks: checks, source: name, findings: findings)
        builder.add(sheet, source: name)
        return try builder.finish(retrieved: retrieved)
    }
}
