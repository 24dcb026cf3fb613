import COpenSSL
import Transfer

/// SHA-1 of a text in upper-case digits, as lists of breached passwords have it.
func sha1(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var digest = [UInt8](repeating: 0, count: 20)
    var length: UInt32 = 0
    EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha1(), nil)
    return Digest.hex(digest).uppercased()
}
