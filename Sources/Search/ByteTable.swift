/// Byte strings in sorted order, one behind the other.
struct ByteTable: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var starts: [UInt32] = [0]

    var count: Int { starts.count - 1 }

    var memory: Int { bytes.count + 4 * starts.count }

    subscript(index: Int) -> ArraySlice<UInt8> { bytes[Int(starts[index])..<Int(starts[index + 1])] }

    func length(_ index: Int) -> Int { Int(starts[index + 1] - starts[index]) }

    mutating func reserve(count: Int, bytes total: Int) {
        bytes.reserveCapacity(total)
        starts.reserveCapacity(count + 1)
    }

    mutating func append(_ string: some Collection<UInt8>) {
        bytes.append(contentsOf: string)
        starts.append(UInt32(bytes.count))
    }

    /// The text of a string without its first byte, the language.
    func word(_ index: Int) -> String { String(decoding: self[index].dropFirst(), as: UTF8.self) }

    /// The first string that is not before `string`.
    func lowerBound(_ string: [UInt8]) -> Int {
        (0..<count).firstPlace { !self[$0].lexicographicallyPrecedes(string) }
    }

    func index(of string: [UInt8]) -> Int? {
        let place = lowerBound(string)
        return place < count && self[place].elementsEqual(string) ? place : nil
    }

    /// The strings that begin with `prefix`.
    func range(prefix: [UInt8]) -> Range<Int> {
        let start = lowerBound(prefix)
        var after = prefix
        while let last = after.popLast() {
            if last < 255 { return start..<max(start, lowerBound(after + [last + 1])) }
        }
        return start..<count
    }
}

/// Gives every byte string a number, in the order they come.
struct ByteInterner {
    private(set) var bytes: [UInt8] = []
    private(set) var starts: [UInt32] = [0]
    private var hashes: [UInt32] = []
    private var slots = [UInt32](repeating: .max, count: 1024)

    var count: Int { hashes.count }

    subscript(index: Int) -> ArraySlice<UInt8> { bytes[Int(starts[index])..<Int(starts[index + 1])] }

    /// The number of a string with a byte before it, and whether it is new.
    mutating func intern(_ lead: UInt8, _ string: UnsafeBufferPointer<UInt8>) -> (index: Int, isNew: Bool) {
        let hash = Self.hash(lead, string)
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != .max {
            let index = Int(slots[slot])
            if hashes[index] == hash, equals(index, lead, string) { return (index, false) }
            slot = (slot + 1) & mask
        }
        slots[slot] = UInt32(count)
        hashes.append(hash)
        bytes.append(lead)
        bytes.append(contentsOf: string)
        starts.append(UInt32(bytes.count))
        if count * 2 > slots.count { grow() }
        return (count - 1, true)
    }

    mutating func intern(_ string: some Collection<UInt8>) -> (index: Int, isNew: Bool) {
        let rest = Array(string)
        return rest.withUnsafeBufferPointer { intern($0.first ?? 0, UnsafeBufferPointer(rebasing: $0.dropFirst())) }
    }

    private func equals(_ index: Int, _ lead: UInt8, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[index])
        guard Int(starts[index + 1]) - start == string.count + 1, bytes[start] == lead else { return false }
        for place in 0..<string.count where bytes[start + 1 + place] != string[place] { return false }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: .max, count: slots.count * 2)
        let mask = slots.count - 1
        for (index, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while slots[slot] != .max { slot = (slot + 1) & mask }
            slots[slot] = UInt32(index)
        }
    }

    /// FNV-1a, folded once more so that the low bits depend on all.
    private static func hash(_ lead: UInt8, _ string: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt64 = (0xCBF2_9CE4_8422_2325 ^ UInt64(lead)) &* 0x100_0000_01B3
        for byte in string { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 29)
    }

    /// The strings in sorted order, and for every number its place in it.
    func sorted() -> (table: ByteTable, places: [UInt32]) {
        let order = bytes.withUnsafeBufferPointer { bytes in
            (0..<count).sorted { left, right in
                let one = UnsafeBufferPointer(rebasing: bytes[Int(starts[left])..<Int(starts[left + 1])])
                let other = UnsafeBufferPointer(rebasing: bytes[Int(starts[right])..<Int(starts[right + 1])])
                return one.lexicographicallyPrecedes(other)
            }
        }
        var table = ByteTable()
        table.reserve(count: count, bytes: bytes.count)
        var places = [UInt32](repeating: 0, count: count)
        for (place, index) in order.enumerated() {
            table.append(self[index])
            places[index] = UInt32(place)
        }
        return (table, places)
    }
}
