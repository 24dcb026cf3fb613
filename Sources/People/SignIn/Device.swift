/// The browser and machine of a session, in words that its owner knows again. Never more than that: no version, no finger print.
enum Device {
    /// `Firefox, Windows`; empty where the browser does not say.
    static func name(_ userAgent: String?) -> String {
        guard let text = userAgent?.prefix(400).lowercased() else { return "" }
        // The order matters: most browsers also name the ones they look like.
        let browsers = [
            ("edg", "Edge"), ("opr/", "Opera"), ("opt/", "Opera"), ("firefox", "Firefox"), ("fxios", "Firefox"), ("chrome", "Chrome"), ("crios", "Chrome"),
            ("safari", "Safari"),
        ]
        let machines = [
            ("iphone", "iPhone"), ("ipad", "iPad"), ("android", "Android"), ("windows", "Windows"), ("mac os", "macOS"), ("cros", "ChromeOS"),
            ("linux", "Linux"),
        ]
        func first(of names: [(sign: String, name: String)]) -> String? { names.first { text.contains($0.sign) }?.name }
        return [first(of: browsers), first(of: machines)].compactMap { $0 }.joined(separator: ", ")
    }
}
