import Transfer

/// What is kept of a password: scrypt's result with its salt and cost, as a text in the PHC form `$scrypt$ln=17,r=8,p=1$salt$hash`.
package struct PasswordHash: Sendable, Hashable, CustomStringConvertible {
    package let cost: Scrypt.Cost
    private let salt: [UInt8]
    private let digest: [UInt8]

    /// Hashes, with a fresh salt of 16 bytes. Takes half a second: call it through `HashingQueue`. Nil where the machine has no memory for it.
    package init?(_ password: Password, cost: Scrypt.Cost = .standard) {
        self.init(password.bytes, salt: Digest.randomBytes(16), cost: cost)
    }

    init?(_ secret: [UInt8], salt: [UInt8], cost: Scrypt.Cost) {
        guard let digest = Scrypt.derive(secret, salt: salt, cost: cost, count: 32) else { return nil }
        self.cost = cost
        self.salt = salt
        self.digest = digest
    }

    /// Reads the text form. Nil for another method, a cost out of bounds, a salt under 8 or over 64 bytes or a hash of other than 32 bytes.
    package init?(text: String) {
        guard text.utf8.count <= 256 else { return nil }
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = PasswordHash.cost(parts[2]),
            let salt = BitEncoding.base64.decode(parts[3]), (8...64).contains(salt.count), let digest = BitEncoding.base64.decode(parts[4]), digest.count == 32
        else { return nil }
        self.cost = cost
        self.salt = salt
        self.digest = digest
    }

    /// The text form.
    package var text: String {
        "$scrypt$ln=\(cost.logN),r=\(cost.r),p=\(cost.p)$\(BitEncoding.base64.encode(salt))$\(BitEncoding.base64.encode(digest))"
    }

    package var description: String { "PasswordHash(…)" }

    /// Whether this is the password. Takes as long for a wrong one; call it through `HashingQueue`.
    package func matches(_ password: Password) -> Bool { matches(password.bytes) }

    func matches(_ secret: [UInt8]) -> Bool {
        guard let other = Scrypt.derive(secret, salt: salt, cost: cost, count: 32) else { return false }
        return Digest.areEqual(other, digest)
    }

    /// Whether the hash is cheaper than is wanted now. Make a new one at the next right sign-in, the only moment at which the password is known.
    package func needsRehash(_ wanted: Scrypt.Cost = .standard) -> Bool { !cost.isAtLeast(wanted) }

    /// A hash that no password matches, for names that have no account: without it the time of the answer would tell that there is none.
    package static func decoy(_ cost: Scrypt.Cost = .standard) -> PasswordHash {
        PasswordHash(cost: cost, salt: Digest.randomBytes(16), digest: Digest.randomBytes(32))
    }

    private init(cost: Scrypt.Cost, salt: [UInt8], digest: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.digest = digest
    }

    private static func cost(_ text: Substring) -> Scrypt.Cost? {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count == 3 else { return nil }
        var numbers: [Int] = []
        for (field, name) in zip(fields, ["ln=", "r=", "p="]) {
            guard field.hasPrefix(name), let number = Int(field.dropFirst(name.count)), String(number) == field.dropFirst(name.count) else { return nil }
            numbers.append(number)
        }
        return Scrypt.Cost(logN: numbers[0], r: numbers[1], p: numbers[2])
    }
}
