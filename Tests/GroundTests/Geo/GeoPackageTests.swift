import Geo
import Testing

@Suite("GeoPackage blobs")
struct GeoPackageTests {
    struct Form: Sendable {
        var isLittle = true
        var envelope = 0
        var code: UInt32 = 3
        var extras = 0
        var system: Int32 = 28992
    }

    private static let corners = [(155_000.0, 463_000.0), (155_100.0, 463_000.0), (155_100.0, 463_100.0), (155_000.0, 463_100.0), (155_000.0, 463_000.0)]

    static func word(_ value: UInt32, _ isLittle: Bool) -> [UInt8] {
        let bytes = (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
        return isLittle ? bytes : bytes.reversed()
    }

    static func number(_ value: Double, _ isLittle: Bool) -> [UInt8] {
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
        return isLittle ? bytes : bytes.reversed()
    }

    static func blob(_ form: Form) -> [UInt8] {
        let doubles = [0, 4, 6, 6, 8][form.envelope]
        var bytes: [UInt8] = [0x47, 0x50, 0, UInt8(form.envelope << 1) | (form.isLittle ? 1 : 0)]
        bytes += word(UInt32(bitPattern: form.system), form.isLittle)
        for _ in 0..<doubles { bytes += number(1, form.isLittle) }
        let polygon = { (code: UInt32) -> [UInt8] in
            var bytes = [form.isLittle ? 1 : 0] + word(code, form.isLittle) + word(1, form.isLittle) + word(5, form.isLittle)
            for (x, y) in corners {
                bytes += number(x, form.isLittle) + number(y, form.isLittle)
                for _ in 0..<form.extras { bytes += number(.nan, form.isLittle) }
            }
            return bytes
        }
        if form.code % 1000 == 6 {
            bytes += [form.isLittle ? 1 : 0] + word(form.code, form.isLittle) + word(1, form.isLittle) + polygon(form.code - 3)
        } else {
            bytes += polygon(form.code)
        }
        return bytes
    }

    @Test(
        "both byte orders, every envelope, heights and measures, polygon and multipolygon give the same square",
        arguments: [
            Form(), Form(isLittle: false), Form(envelope: 1), Form(isLittle: false, envelope: 2), Form(envelope: 3), Form(envelope: 4), Form(code: 6),
            Form(code: 1003, extras: 1), Form(code: 2003, extras: 1), Form(isLittle: false, code: 3006, extras: 2), Form(code: 0x8000_0003, extras: 1),
            Form(system: 0), Form(system: -1),
        ])
    func forms(form: Form) throws {
        let shape = try #require(try GeoPackage.geometry(Self.blob(form)))
        #expect(shape.area == 10_000)
        #expect(shape.pointCount == 4)
    }

    @Test("an empty geometry is nil, another system and a cut blob are errors")
    func edges() throws {
        var empty = Self.blob(Form())
        empty[3] |= 0x10
        #expect(try GeoPackage.geometry(empty) == nil)
        #expect { try GeoPackage.geometry(Self.blob(Form(system: 3857))) } throws: { ($0 as? GeoError)?.reason == .unsupportedCoordinateSystem("3857") }
        #expect { try GeoPackage.geometry(Self.blob(Form(code: 1))) } throws: { ($0 as? GeoError)?.reason == .unsupportedGeometry("type 1") }
        let whole = Self.blob(Form(envelope: 1))
        for length in 0..<whole.count { #expect(throws: GeoError.self) { try GeoPackage.geometry(Array(whole[..<length])) } }
    }
}
