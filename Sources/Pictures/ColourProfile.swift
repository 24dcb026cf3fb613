import CLcms

/// The colours of a picture as its file means them (ICC.1:2022), brought to sRGB, which every screen takes for granted where nothing is said.
///
/// Phones write photos in a wider space; without this they would look dull once the profile is gone.
enum ColourProfile {
    /// A profile of a camera or phone has one to ten kilobytes.
    private static let most = 1 << 20

    /// The picture in sRGB; unchanged where there is no profile, or one that cannot be used.
    static func apply(_ picture: Picture, from bytes: [UInt8], kind: FileKind) -> Picture {
        let profile =
            switch kind {
            case .jpeg: inJPEG(bytes)
            case .webp: inWebP(bytes)
            default: nil as [UInt8]?
            }
        guard let profile, (128...most).contains(profile.count), let pixels = converted(picture, profile) else { return picture }
        return Picture(unchecked: picture.width, picture.height, pixels)
    }

    private static func converted(_ picture: Picture, _ profile: [UInt8]) -> [UInt8]? {
        // A context of its own: faults are not written to the terminal of the process, and nothing is shared.
        guard let context = cmsCreateContext(nil, nil) else { return nil }
        defer { cmsDeleteContext(context) }
        return profile.withUnsafeBytes { bytes -> [UInt8]? in
            guard let source = cmsOpenProfileFromMemTHR(context, bytes.baseAddress, UInt32(bytes.count)) else { return nil }
            defer { cmsCloseProfile(source) }
            guard cmsGetColorSpace(source) == cmsSigRgbData, let target = cmsCreate_sRGBProfileTHR(context) else { return nil }
            defer { cmsCloseProfile(target) }
            let format = leefkring_lcms_rgba
            guard let transform = cmsCreateTransformTHR(context, source, format, target, format, UInt32(INTENT_PERCEPTUAL), UInt32(cmsFLAGS_COPY_ALPHA)) else {
                return nil
            }
            defer { cmsDeleteTransform(transform) }
            var pixels = picture.pixels
            picture.pixels.withUnsafeBytes { from in
                pixels.withUnsafeMutableBytes { to in
                    // Row by row: the library counts in 32 bits.
                    for row in 0..<picture.height {
                        let start = row * picture.width * 4
                        cmsDoTransform(transform, from.baseAddress.map { $0 + start }, to.baseAddress.map { $0 + start }, UInt32(picture.width))
                    }
                }
            }
            return pixels
        }
    }

    /// ICC.1:2022, annex B.4: pieces in APP2 segments, each with its number and the count of all.
    private static func inJPEG(_ bytes: [UInt8]) -> [UInt8]? {
        let mark = Array("ICC_PROFILE\0".utf8)
        var pieces: [UInt8: ArraySlice<UInt8>] = [:]
        var count: UInt8 = 0
        for segment in JPEGSegments(bytes) where segment.marker == 0xE2 && segment.content.starts(with: mark) && segment.content.count > 14 {
            let content = segment.content.dropFirst(12)
            count = content[content.startIndex + 1]
            pieces[content[content.startIndex]] = content.dropFirst(2)
        }
        guard count > 0, pieces.count == Int(count) else { return nil }
        return (1...count).reduce(into: []) { whole, number in whole += pieces[number] ?? [] }
    }

    private static func inWebP(_ bytes: [UInt8]) -> [UInt8]? { WebPChunks(bytes).first { $0.name.elementsEqual("ICCP".utf8) }.map { Array($0.content) } }
}
