import CTurboJPEG

/// JPEG by TurboJPEG.
enum JPEGFile {
    /// - Parameter side: the longest side that is wanted: a larger picture is read at a fraction of its size, which costs a fraction of the time and memory
    static func read(_ bytes: [UInt8], pixels limit: Int, side: Int) throws(PictureFault) -> Picture {
        guard let handle = tjInitDecompress() else { throw .failed }
        defer { tjDestroy(handle) }
        var (width, height, sampling, space): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        guard tjDecompressHeader3(handle, bytes, UInt(bytes.count), &width, &height, &sampling, &space) == 0, width > 0, height > 0 else { throw .damaged }
        guard Int(width) * Int(height) <= limit else { throw .tooManyPixels(limit: limit) }
        guard space != TJCS_CMYK.rawValue, space != TJCS_YCCK.rawValue else { throw .unsupported }
        // Halves as long as the result is not smaller than wanted.
        var halvings = 0
        while halvings < 3, scaled(max(width, height), halvings + 1) >= side { halvings += 1 }
        let (newWidth, newHeight) = (scaled(width, halvings), scaled(height, halvings))
        var pixels = [UInt8](repeating: 255, count: newWidth * newHeight * 4)
        let code = tjDecompress2(
            handle, bytes, UInt(bytes.count), &pixels, Int32(newWidth), 0, Int32(newHeight), Int32(TJPF_RGBA.rawValue),
            TJFLAG_LIMITSCANS | TJFLAG_ACCURATEDCT)
        if code != 0 {
            // Many cameras write a little wrong; a warning is enough to go on, unless the end is missing.
            let isWarning = tjGetErrorCode(handle) == Int32(TJERR_WARNING.rawValue)
            guard isWarning, !String(cString: tjGetErrorStr2(handle)).contains("Premature end") else { throw .damaged }
        }
        return Picture(unchecked: newWidth, newHeight, pixels)
    }

    /// Colours at half resolution, as cameras do. What can be seen through becomes white.
    static func write(_ picture: Picture, quality: Int) throws(PictureFault) -> [UInt8] {
        guard let handle = tjInitCompress() else { throw .failed }
        defer { tjDestroy(handle) }
        var target: UnsafeMutablePointer<UInt8>?
        var size: UInt = 0
        defer { tjFree(target) }
        let code = picture.onWhite.withUnsafeBufferPointer {
            tjCompress2(
                handle, $0.baseAddress, Int32(picture.width), 0, Int32(picture.height), Int32(TJPF_RGBA.rawValue), &target, &size, Int32(TJSAMP_420.rawValue),
                Int32(min(max(quality, 1), 100)), TJFLAG_ACCURATEDCT)
        }
        guard code == 0, let target else { throw .failed }
        return Array(UnsafeBufferPointer(start: target, count: Int(size)))
    }

    /// As TJSCALED rounds.
    private static func scaled(_ length: Int32, _ halvings: Int) -> Int { (Int(length) + (1 << halvings) - 1) >> halvings }
}

extension Picture {
    fileprivate var onWhite: [UInt8] {
        guard hasOpacity else { return pixels }
        var output = pixels
        for start in stride(from: 0, to: output.count, by: 4) {
            let opacity = Int(output[start + 3])
            for index in start..<start + 3 { output[index] = UInt8((Int(output[index]) * opacity + 255 * (255 - opacity) + 127) / 255) }
            output[start + 3] = 255
        }
        return output
    }
}
