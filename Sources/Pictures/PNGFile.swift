import CPng

/// PNG by libpng's simplified interface, which never jumps out of a call.
enum PNGFile {
    static func read(_ bytes: [UInt8], pixels limit: Int) throws(PictureFault) -> Picture {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        var result: Result<Picture, PictureFault> = .failure(.damaged)
        // The library reads from these bytes in both calls.
        bytes.withUnsafeBytes { source in
            guard png_image_begin_read_from_memory(&image, source.baseAddress, source.count) != 0 else { return }
            let (width, height) = (Int(image.width), Int(image.height))
            guard width > 0, height > 0, width <= 65_500, height <= 65_500, width * height <= limit else {
                result = .failure(.tooManyPixels(limit: limit))
                return
            }
            // Without a note on it, 16 bits a colour are meant as 8 bits are; libpng takes them for linear light.
            image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
            image.format = UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
            var pixels = [UInt8](repeating: 0, count: width * height * 4)
            guard png_image_finish_read(&image, nil, &pixels, 0, nil) != 0 else { return }
            result = .success(Picture(unchecked: width, height, pixels))
        }
        png_image_free(&image)
        return try result.get()
    }

    static func write(_ picture: Picture) throws(PictureFault) -> [UInt8] {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        image.width = UInt32(picture.width)
        image.height = UInt32(picture.height)
        image.format = UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
        defer { png_image_free(&image) }
        var size = 0
        guard png_image_write_to_memory(&image, nil, &size, 0, picture.pixels, 0, nil) != 0, size > 0 else { throw .failed }
        var output = [UInt8](repeating: 0, count: size)
        guard png_image_write_to_memory(&image, &output, &size, 0, picture.pixels, 0, nil) != 0, size <= output.count else { throw .failed }
        return Array(output.prefix(size))
    }
}
