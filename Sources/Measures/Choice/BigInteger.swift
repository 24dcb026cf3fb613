import CGmp

/// A whole number of any size, changed in place (GMP). Not shared between threads.
final class BigInteger {
    private var value = gmp_integer()

    init(_ start: UInt = 0) { gmp_integer_init(&value, start) }

    /// - Parameter text: decimal digits
    init?(text: String) {
        gmp_integer_init(&value, 0)
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), gmp_integer_read(&value, text) == 0 else { return nil }
    }

    deinit { gmp_integer_clear(&value) }

    var copy: BigInteger {
        let other = BigInteger()
        gmp_integer_set(&other.value, &value)
        return other
    }

    func multiply(by factor: UInt) { gmp_integer_multiply(&value, factor) }
    func multiply(by other: BigInteger) { gmp_integer_multiply_big(&value, &other.value) }
    func add(_ other: BigInteger) { gmp_integer_add(&value, &other.value) }
    func subtract(_ other: BigInteger) { gmp_integer_subtract(&value, &other.value) }
    func subtract(_ other: BigInteger, times factor: UInt) { gmp_integer_subtract_times(&value, &other.value, factor) }

    /// - Parameter divisor: divides it without rest
    func divide(by divisor: UInt) { gmp_integer_divide(&value, divisor) }

    /// - Parameter number: at least 1
    func commonDivisor(with number: UInt) -> UInt { gmp_integer_common_divisor(&value, number) }

    /// -1, 0 or 1.
    var sign: Int { Int(gmp_integer_sign(&value)) }

    static func < (left: BigInteger, right: BigInteger) -> Bool { gmp_integer_compare(&left.value, &right.value) < 0 }
    static func == (left: BigInteger, right: BigInteger) -> Bool { gmp_integer_compare(&left.value, &right.value) == 0 }

    /// The quotient, within two units in the last place.
    ///
    /// - Parameter divisor: not 0
    func ratio(to divisor: BigInteger) -> Double {
        var above = 0, below = 0
        let top = gmp_integer_mantissa(&value, &above), bottom = gmp_integer_mantissa(&divisor.value, &below)
        return Double(sign: .plus, exponent: above - below, significand: top / bottom)
    }

    /// This number over another, in lowest terms.
    func fraction(over divisor: BigInteger) -> ExactFraction {
        let top = copy, bottom = divisor.copy, common = copy
        gmp_integer_common_divisor_big(&common.value, &divisor.value)
        if common.sign != 0 {
            gmp_integer_divide_big(&top.value, &common.value)
            gmp_integer_divide_big(&bottom.value, &common.value)
        }
        return ExactFraction(numerator: top.text, denominator: bottom.text, value: ratio(to: divisor))
    }

    /// In decimal digits.
    var text: String {
        var bytes = [CChar](repeating: 0, count: Int(gmp_integer_length(&value)))
        gmp_integer_text(&value, &bytes)
        return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// A rational number in lowest terms, and what it is about.
package struct ExactFraction: Sendable, Hashable, CustomStringConvertible {
    /// In decimal digits.
    package let numerator: String
    package let denominator: String
    /// Within two units in the last place.
    package let value: Double

    /// `75/2`, or `100`.
    package var description: String { denominator == "1" ? numerator : "\(numerator)/\(denominator)" }
}
