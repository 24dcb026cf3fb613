/// A picture as it is kept and shown: made anew from its pixels, so that nothing of the file that came in is left but what can be seen.
///
/// No place, time, camera, name or comment (EXIF, XMP, IPTC), no thumbnail of an earlier version, no colour profile, and nothing hidden behind the picture.
/// The kind of file stays the same.
package struct CleanPicture: Sendable, Hashable {
    /// One file.
    package struct File: Sendable, Hashable {
        package let kind: FileKind
        package let width: Int
        package let height: Int
        package let bytes: [UInt8]
    }

    /// At most as large as asked.
    package let full: File
    /// WebP, smaller ones for lists; in the order asked. Never larger than the picture itself.
    package let thumbnails: [File]

    /// Takes some tenths of a second of processor time for a photo of ten million pixels: do it away from Swift's own threads.
    ///
    /// - Parameters:
    ///   - side: the longest side that is kept, in pixels
    ///   - thumbnails: the longest sides of the small ones
    package init(_ bytes: [UInt8], limits: Picture.Limits = .init(), side: Int = 2560, thumbnails: [Int] = [640, 160]) throws(PictureFault) {
        let kind = FileKind(bytes)
        let picture = try Picture(bytes, limits: limits, side: min(max(side, 1), 16_383))
        let kept: [UInt8]
        switch kind {
        case .png: kept = try PNGFile.write(picture)
        case .webp: kept = try WebPFile.write(picture, quality: WebPFile.isLossless(bytes) ? nil : 88)
        default: kept = try JPEGFile.write(picture, quality: 88)
        }
        full = File(kind: kind ?? .jpeg, width: picture.width, height: picture.height, bytes: kept)
        var small: [File] = []
        for side in thumbnails {
            let thumbnail = try picture.smaller(side: max(side, 1))
            small.append(File(kind: .webp, width: thumbnail.width, height: thumbnail.height, bytes: try WebPFile.write(thumbnail, quality: 80)))
        }
        self.thumbnails = small
    }
}
