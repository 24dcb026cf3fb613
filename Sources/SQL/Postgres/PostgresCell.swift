import CPostgres

/// One value of a result in binary format.
struct PostgresCell {
    private let isNull: Bool
    private let type: UInt32
    private let content: UnsafeRawBufferPointer

    init(_ source: RowSource, _ column: Int32) {
        type = source.columns.types[Int(column)]
        isNull = PQgetisnull(source.handle, source.line, column) != 0
        content = UnsafeRawBufferPointer(
            start: PQgetvalue(source.handle, source.line, column), count: max(0, Int(PQgetlength(source.handle, source.line, column))))
    }

    func integer() -> Cell<Int> {
        if isNull { return .null }
        switch type {
        case PostgresType.numeric:
            guard let numeric = Numeric(content), let number = numeric.integer else { return .other("is not a whole number, or too large") }
            return .content(number)
        default:
            return whole.map { .content(Int($0)) } ?? .other("is of PostgreSQL type \(type), not a whole number")
        }
    }

    func real() -> Cell<Double> {
        if isNull { return .null }
        switch (type, content.count) {
        case (PostgresType.float8, 8): return .content(Double(bitPattern: bits(UInt64.self)))
        case (PostgresType.float4, 4): return .content(Double(Float(bitPattern: bits(UInt32.self))))
        case (PostgresType.numeric, _): return Numeric(content).map { .content($0.real) } ?? .other("cannot be read")
        case (PostgresType.bool, _): return .other("is a boolean, not a number")
        default: return whole.map { .content(Double($0)) } ?? .other("is of PostgreSQL type \(type), not a number")
        }
    }

    func text() -> Cell<String> {
        if isNull { return .null }
        switch type {
        case PostgresType.text, PostgresType.varchar, PostgresType.bpchar, PostgresType.name, PostgresType.unknown, PostgresType.json:
            return .content(String(decoding: content, as: UTF8.self))
        default: return .other("is of PostgreSQL type \(type), not a text")
        }
    }

    func bytes() -> Cell<[UInt8]> {
        if isNull { return .null }
        return type == PostgresType.bytea ? .content(Array(content)) : .other("is of PostgreSQL type \(type), not bytes")
    }

    func value() -> Cell<Value> {
        switch type {
        case PostgresType.text, PostgresType.varchar, PostgresType.bpchar, PostgresType.name, PostgresType.unknown, PostgresType.json:
            return text().map { .text($0) }
        case PostgresType.bytea: return bytes().map { .bytes($0) }
        case PostgresType.float8, PostgresType.float4: return real().map { .real($0) }
        case PostgresType.numeric:
            if case .content(let number) = integer() { return .content(.integer(Int64(number))) }
            return real().map { .real($0) }
        default: return integer().map { .integer(Int64($0)) }
        }
    }

    private var whole: Int64? {
        switch (type, content.count) {
        case (PostgresType.int8, 8): Int64(bitPattern: bits(UInt64.self))
        case (PostgresType.int4, 4): Int64(Int32(bitPattern: bits(UInt32.self)))
        case (PostgresType.int2, 2): Int64(Int16(bitPattern: bits(UInt16.self)))
        case (PostgresType.oid, 4): Int64(bits(UInt32.self))
        case (PostgresType.bool, 1): content[0] == 0 ? 0 : 1
        default: nil
        }
    }

    private func bits<Bits: FixedWidthInteger>(_ type: Bits.Type) -> Bits {
        Bits(bigEndian: content.loadUnaligned(as: Bits.self))
    }
}

/// PostgreSQL's exact decimal, the type of `SUM` and `AVG` over BIGINT: digits to base 10,000.
///
/// Layout after `numeric_send` of PostgreSQL: count, weight of the first digit, sign, decimals shown, digits; 16 bits each.
private struct Numeric {
    private let digits: [Int]
    private let weight: Int
    private let sign: UInt16

    init?(_ content: UnsafeRawBufferPointer) {
        guard content.count >= 8, content.count % 2 == 0 else { return nil }
        let words = stride(from: 0, to: content.count, by: 2).map { UInt16(content[$0]) << 8 | UInt16(content[$0 + 1]) }
        guard words.count == 4 + Int(words[0]) else { return nil }
        weight = Int(Int16(bitPattern: words[1]))
        sign = words[2]
        digits = words.dropFirst(4).map { Int($0) }
    }

    /// Nil when there are decimals or the number is too large.
    var integer: Int? {
        guard sign == 0 || sign == 0x4000, digits.isEmpty || weight <= 4 else { return nil }
        var number = 0
        for place in 0..<max(digits.count, weight + 1) {
            let digit = place < digits.count ? digits[place] : 0
            guard place <= weight else {
                if digit != 0 { return nil }
                continue
            }
            let (product, tooLarge) = number.multipliedReportingOverflow(by: 10_000)
            let (sum, stillTooLarge) = product.subtractingReportingOverflow(digit)
            if tooLarge || stillTooLarge { return nil }
            number = sum
        }
        // Counted downwards, since the smallest number has no positive twin.
        if sign == 0x4000 { return number }
        return number == .min ? nil : -number
    }

    var real: Double {
        switch sign {
        case 0xC000: return .nan
        case 0xD000: return .infinity
        case 0xF000: return -.infinity
        default: break
        }
        // As decimal text, so that the last bit is right.
        var text = sign == 0x4000 ? "-0" : "0"
        for digit in digits {
            let four = String(digit)
            text += String(repeating: "0", count: max(0, 4 - four.count)) + four
        }
        return Double(text + "e\((weight - digits.count + 1) * 4)") ?? .nan
    }
}
