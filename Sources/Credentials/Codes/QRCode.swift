import CQrencode

/// A QR code (ISO/IEC 18004), as a path for SVG.
package struct QRCode: Sendable, Hashable {
    /// Modules in a row and in a column.
    package let width: Int
    /// Row after row, true is dark.
    package let modules: [Bool]

    /// Nil for no text, more than 2,000 bytes or a zero byte.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (1...2000).contains(bytes.count), !bytes.contains(0) else { return nil }
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard width > 0, width <= 177, let data = code.pointee.data else { return nil }
        self.width = width
        // The lowest bit is the colour; the others say what the module is for.
        modules = (0..<width * width).map { data[$0] & 1 == 1 }
    }

    /// The side of the picture in modules, with the quiet zone of four around it that scanners need.
    package var size: Int { width + 8 }

    /// The dark modules as the `d` of an SVG path in a box of `size` by `size`: one rectangle for every run in a row.
    package var path: String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width && modules[row * width + column] { column += 1 }
                if column > start { path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z" } else { column += 1 }
            }
        }
        return path
    }
}
