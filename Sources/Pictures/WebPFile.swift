import CWebP

/// WebP by libwebp, and its scaler for all pictures.
enum WebPFile {
    static func read(_ bytes: [UInt8], pixels limit: Int) throws(PictureFault) -> Picture {
        let features = try features(bytes)
        let (width, height) = (Int(features.width), Int(features.height))
        guard width > 0, height > 0, width * height <= limit else { throw .tooManyPixels(limit: limit) }
        guard features.has_animation == 0 else { throw .unsupported }
        var pixels = [UInt8](repeating: 0, count: width * height * 4)
        guard WebPDecodeRGBAInto(bytes, bytes.count, &pixels, pixels.count, Int32(width * 4)) != nil else { throw .damaged }
        return Picture(unchecked: width, height, pixels)
    }

    /// Whether a file keeps every pixel as it was.
    static func isLossless(_ bytes: [UInt8]) -> Bool { (try? features(bytes))?.format == 2 }

    /// - Parameter quality: 1 to 100; nil keeps every pixel as it is
    static func write(_ picture: Picture, quality: Int?) throws(PictureFault) -> [UInt8] {
        // The format's own bound.
        guard picture.width <= 16_383, picture.height <= 16_383 else { throw .unsupported }
        var target: UnsafeMutablePointer<UInt8>?
        let (width, height, stride) = (Int32(picture.width), Int32(picture.height), Int32(picture.width * 4))
        let size =
            if let quality {
                WebPEncodeRGBA(picture.pixels, width, height, stride, Float(min(max(quality, 1), 100)), &target)
            } else {
                WebPEncodeLosslessRGBA(picture.pixels, width, height, stride, &target)
            }
        defer { WebPFree(target) }
        guard size > 0, let target else { throw .failed }
        return Array(UnsafeBufferPointer(start: target, count: size))
    }

    static func scaled(_ picture: Picture, width: Int, height: Int) throws(PictureFault) -> Picture {
        guard picture.width <= 16_383, picture.height <= 16_383 else { return try halved(picture).smaller(side: max(width, height)) }
        var canvas = WebPPicture()
        guard WebPPictureInit(&canvas) != 0 else { throw .failed }
        defer { WebPPictureFree(&canvas) }
        canvas.use_argb = 1
        canvas.width = Int32(picture.width)
        canvas.height = Int32(picture.height)
        guard WebPPictureImportRGBA(&canvas, picture.pixels, Int32(picture.width * 4)) != 0, WebPPictureRescale(&canvas, Int32(width), Int32(height)) != 0,
            canvas.width == width, canvas.height == height, canvas.argb_stride >= width, let source = canvas.argb
        else { throw .failed }
        var pixels = [UInt8](repeating: 0, count: width * height * 4)
        for y in 0..<height {
            for x in 0..<width {
                let pixel = source[y * Int(canvas.argb_stride) + x]
                let start = (y * width + x) * 4
                pixels[start] = UInt8(truncatingIfNeeded: pixel >> 16)
                pixels[start + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
                pixels[start + 2] = UInt8(truncatingIfNeeded: pixel)
                pixels[start + 3] = UInt8(truncatingIfNeeded: pixel >> 24)
            }
        }
        return Picture(unchecked: width, height, pixels)
    }

    /// Every second pixel of every second row: for pictures that are too long for the scaler.
    private static func halved(_ picture: Picture) -> Picture {
        let (width, height) = ((picture.width + 1) / 2, (picture.height + 1) / 2)
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * height * 4)
        for y in 0..<height {
            for x in 0..<width {
                let start = (y * 2 * picture.width + x * 2) * 4
                pixels += picture.pixels[start..<start + 4]
            }
        }
        return Picture(unchecked: width, height, pixels)
    }

    private static func features(_ bytes: [UInt8]) throws(PictureFault) -> WebPBitstreamFeatures {
        var features = WebPBitstreamFeatures()
        guard WebPGetFeatures(bytes, bytes.count, &features) == VP8_STATUS_OK else { throw .damaged }
        return features
    }
}
