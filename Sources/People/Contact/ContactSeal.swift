import Credentials
import Transfer

/// The signed moment at which a form was shown, in a hidden field. It makes the time trap, and lets a form be sent once.
///
/// It stands in place of a cookie: a visitor whose browser keeps none can write too. Nothing is done on anyone's authority, so there is none to forge.
struct ContactSeal: Sendable, Hashable {
    /// How the form was shown.
    enum Step: String, Sendable {
        /// Empty.
        case first = "1"
        /// With the person's own words again.
        case again = "2"
        /// With the question whether they mean it.
        case doubtful = "3"
    }

    /// 16 hexadecimal digits: one form.
    let number: String
    let step: Step
    /// Milliseconds since 1970.
    let shownAt: Int64

    /// Milliseconds that a form is good for.
    static let life: Int64 = 2 * 86_400_000

    /// Milliseconds that a person takes at least: to fill in a form, or only to press once more.
    private var least: Int64 { step == .first ? 3000 : 1000 }

    func isTooFast(at now: Int64) -> Bool { now - shownAt < least }

    /// The field for a form that is shown now.
    static func field(_ step: Step, key: SecretKey, at now: Int64) -> String {
        let number = Digest.hex(Digest.randomBytes(8))
        return signer(key).sign([number, step.rawValue, String(now)].joined(separator: " "), until: now + life)
    }

    /// Nil for a field that was not made here, is empty or past its time.
    init?(_ field: String?, key: SecretKey, at now: Int64) {
        guard let field, let payload = try? Self.signer(key).open(field, at: now) else { return nil }
        let parts = payload.split(separator: " ").map(String.init)
        guard parts.count == 3, let step = Step(rawValue: parts[1]), let shown = Int64(parts[2]) else { return nil }
        number = parts[0]
        self.step = step
        shownAt = shown
    }

    private static func signer(_ key: SecretKey) -> TokenSigner { TokenSigner(key, purpose: "contact form") }

    /// Whether a browser did a little work for this form: SHA-256 of field and answer begins with 12 zero bits, as 1 of 4096 does.
    ///
    /// A silent extra: it lowers doubt, and nobody is asked for it.
    static func isWorked(_ field: String?, answer: String?) -> Bool {
        guard let field, let answer, !answer.isEmpty, answer.utf8.count <= 20, field.utf8.count <= 500 else { return false }
        let digest = Digest.sha256(field + ":" + answer)
        return digest[0] == 0 && digest[1] < 16
    }
}
