import Credentials

/// The signed moment at which a form was shown, in a hidden field: the time trap. Nobody is shut out by it: what is too fast is asked for once more.
enum RegistrationSeal {
    static let field = "zegel"

    private static let life: Int64 = 2 * 86_400_000

    /// - Parameter isAgain: the form is shown with someone's own words, so that only a button has to be pressed
    static func make(isAgain: Bool, key: SecretKey, at now: Int64) -> String {
        signer(key).sign("\(isAgain ? 1000 : 3000) \(now)", until: now + life)
    }

    /// Whether a person can have sent it: not faster than people type, and without words where nobody can see a field.
    static func isHuman(_ seal: String?, hidden: String?, key: SecretKey, at now: Int64) -> Bool {
        guard hidden ?? "" == "", let seal, let payload = try? signer(key).open(seal, at: now) else { return false }
        let parts = payload.split(separator: " ").compactMap { Int64($0) }
        return parts.count == 2 && now - parts[1] >= parts[0]
    }

    private static func signer(_ key: SecretKey) -> TokenSigner { TokenSigner(key, purpose: "registration form") }
}
