/// Why a picture is not taken.
package enum PictureFault: Error, Sendable, Hashable {
    /// Not a JPEG, PNG or WebP by its content.
    case notAPicture
    /// Of these kinds, but in a form that is not read here: CMYK, or moving.
    case unsupported
    /// Cut off or broken.
    case damaged
    /// More bytes than allowed.
    case tooLarge(limit: Int)
    /// More pixels than allowed, as the file itself says.
    case tooManyPixels(limit: Int)
    /// The machine has no memory for it, or a library failed.
    case failed
}
