import Core

/// One delivery of one source: who gave which figures when, on which borders. A new delivery is a new edition; the old stays readable.
///
/// A reference type: every observation names its edition.
package final class Edition: Sendable, Hashable {
    package let id: Int64
    /// Key of the mapping it came in by: `kwb-2024`.
    package let source: String
    /// 1 for the first delivery of this source, counting up.
    package let number: Int
    package let title: String
    package let publisher: String
    /// Table number at the publisher: `85984NED`.
    package let table: String?
    package let address: String?
    package let licence: String
    package let attribution: String
    /// The year whose borders and codes the figures use.
    package let boundaryYear: Int
    /// When the file was fetched from the publisher; milliseconds since 1970.
    package let retrievedAt: Int64?
    /// When the publisher says it last changed; milliseconds since 1970.
    package let modifiedAt: Int64?
    package let importedAt: Int64
    /// SHA-256 of the bytes received and of the mapping used, in hexadecimal.
    package let digest: String
    package let rows: Int
    /// Codes of the areas it holds, when that is not the whole country; nil for a whole delivery.
    package let part: String?

    package init(
        id: Int64, source: String, number: Int, title: String, publisher: String, table: String?, address: String?, licence: String, attribution: String,
        boundaryYear: Int, retrievedAt: Int64?, modifiedAt: Int64?, importedAt: Int64, digest: String, rows: Int, part: String? = nil
    ) {
        self.id = id
        self.source = source
        self.number = number
        self.title = title
        self.publisher = publisher
        self.table = table
        self.address = address
        self.licence = licence
        self.attribution = attribution
        self.boundaryYear = boundaryYear
        self.retrievedAt = retrievedAt
        self.modifiedAt = modifiedAt
        self.importedAt = importedAt
        self.digest = digest
        self.rows = rows
        self.part = part
    }

    /// Two editions are the same when they are the same delivery of the same source.
    package static func == (left: Edition, right: Edition) -> Bool { left.source == right.source && left.number == right.number }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(source)
        hasher.combine(number)
    }
}
