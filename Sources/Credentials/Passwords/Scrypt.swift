import COpenSSL

/// scrypt (RFC 7914) from OpenSSL.
package enum Scrypt {
    /// What one hash costs: memory 128 × r × 2^logN bytes, time in proportion to that times p.
    package struct Cost: Sendable, Hashable {
        /// The base-2 logarithm of N.
        package let logN: Int
        /// The block size.
        package let r: Int
        /// The parallelisation, done one after the other here.
        package let p: Int

        /// Nil for costs outside the bounds of RFC 7914, or above 1 GiB of memory or sixteen times the work of `standard`: those only come from a damaged
        /// or hostile text.
        package init?(logN: Int, r: Int = 8, p: Int = 1) {
            guard (1...20).contains(logN), (1...32).contains(r), (1...16).contains(p), r << logN <= 1 << 23, (r * p) << logN <= 1 << 24 else { return nil }
            self.init(unchecked: logN, r, p)
        }

        private init(unchecked logN: Int, _ r: Int, _ p: Int) {
            self.logN = logN
            self.r = r
            self.p = p
        }

        /// N 2¹⁷, r 8, p 1: what ASVS 5.0 (11.4.2) asks at least. 128 MiB, and about half a second of processor time.
        package static let standard = Cost(unchecked: 17, 8, 1)

        /// Whether this takes as much work and memory as the other.
        func isAtLeast(_ other: Cost) -> Bool { r << logN >= other.r << other.logN && (r * p) << logN >= (other.r * other.p) << other.logN }
    }

    /// Nil where the machine has no memory for it.
    package static func derive(_ password: [UInt8], salt: [UInt8], cost: Cost, count: Int) -> [UInt8]? {
        var key = [UInt8](repeating: 0, count: max(count, 1))
        // OpenSSL takes a null password for "only check the parameters": an empty one must still be a pointer.
        let isDone = (password + [0]).withUnsafeBytes { bytes in
            EVP_PBE_scrypt(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), password.count, salt, salt.count, 1 << UInt64(cost.logN), UInt64(cost.r),
                UInt64(cost.p), 2 << 30, &key, key.count)
        }
        return isDone == 1 ? key : nil
    }
}
