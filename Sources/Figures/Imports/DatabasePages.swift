import Core
import Foundation
import SQL

extension PageStore {
    /// Keeps fetched pages in the database, so that any node can go on with an interrupted fetch.
    package static func database(_ database: Database) -> PageStore {
        PageStore(
            load: { key in
                try? await database.read { reading in try reading.first("SELECT body FROM fetched_page WHERE page = \(key)") { try $0.bytes(0) } }
            },
            save: { key, page in
                let now = Int(Date().timeIntervalSince1970 * 1000)
                _ = try? await database.write { transaction in
                    try transaction.execute(
                        """
                        INSERT INTO fetched_page (page, body, fetched_at) VALUES (\(key), \(page), \(now))
                        ON CONFLICT (page) DO UPDATE SET body = excluded.body, fetched_at = excluded.fetched_at
                        """)
                }
            },
            remove: { key in
                _ = try? await database.write { transaction in try transaction.execute("DELETE FROM fetched_page WHERE page = \(key)") }
            })
    }
}

extension DeliveryChecks {
    /// Values must lie in the range that the catalogue gives for their indicator.
    package static let catalogue = DeliveryChecks(range: { Catalogue.indicator($0)?.possible })
}

extension DeliveredTable {
    /// Bytes that change whenever a code, a figure or a reason does, for telling whether a delivery is new.
    package var fingerprint: [UInt8] {
        let packed = PackedDelivery(self)
        var bytes = CodeList.encode(packed.codes)
        for column in packed.columns {
            bytes.append(contentsOf: Array("\(column.indicator) \(column.period) \(column.role.rawValue) \(column.status.rawValue)\n".utf8))
            bytes.append(contentsOf: column.cells)
            bytes.append(contentsOf: column.reasons)
        }
        return bytes
    }
}
