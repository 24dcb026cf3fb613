import Core
import Testing

@Suite("Numbers for people")
struct NumbersTests {
    @Test(
        "numbers are grouped and rounded as each language does",
        arguments: [
            (4510.0, 0, "4.510", "4,510"), (0.5, 1, "0,5", "0.5"), (-1234.56, 1, "−1.234,6", "−1,234.6"), (0, 0, "0", "0"), (999.5, 0, "1.000", "1,000"),
            (1_234_567, 0, "1.234.567", "1,234,567"), (0.04, 2, "0,04", "0.04"), (2, 2, "2,00", "2.00"), (-0.04, 1, "0,0", "0.0"), (2.5, 0, "3", "3"),
            (-2.5, 0, "−3", "−3"),
        ])
    func printing(value: Double, decimals: Int, nl: String, en: String) {
        #expect(Numbers.text(value, decimals: decimals, in: .nl) == nl)
        #expect(Numbers.text(value, decimals: decimals, in: .en) == en)
    }

    @Test("a half in the decimal number that was delivered rounds away from zero, also where binary keeps a little less")
    func halves() {
        for thousandths in stride(from: 5, through: 99_995, by: 10) {
            let text = "\(thousandths / 1000)." + String(String(1000 + thousandths % 1000).dropFirst())
            let hundredths = (thousandths + 5) / 10
            let expected = "\(hundredths / 100)." + String(String(100 + hundredths % 100).dropFirst())
            #expect(Double(text).map { Numbers.text($0, decimals: 2, in: .en).filter { $0 != "," } } == expected)
        }
    }

    @Test("what is no number is empty, and no number of decimals or size gives nonsense")
    func extremes() {
        for value in [Double.nan, .infinity, -.infinity] { #expect(Numbers.text(value, in: .nl) == "") }
        #expect(Numbers.text(0.5, decimals: 12, in: .nl) == "0,500000000")
        #expect(Numbers.text(0.5, decimals: -3, in: .nl) == "1")
        #expect(Numbers.text(12_345_678, decimals: 9, in: .nl) == "12.345.678,00000000")
        #expect(Numbers.text(1e16, decimals: 2, in: .nl) == "10.000.000.000.000.000")
        #expect(Numbers.text(.greatestFiniteMagnitude, decimals: 2, in: .nl) == "1.7976931348623157e+308")
        #expect(Numbers.text(.leastNonzeroMagnitude, decimals: 2, in: .nl) == "0,00")
    }
}
