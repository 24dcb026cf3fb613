/// The rules of internet.nl for the headers of an answer, and those of NLGov's API rules and of OWASP ASVS that are as strict.
package enum HeaderRules {
    /// Reads a content security policy as internet.nl does and lists what breaks its rules.
    package static func faults(inPolicy policy: String) -> [String] {
        var directives: [String: [String]] = [:]
        for part in policy.split(separator: ";") {
            let words = part.split(separator: " ").map(String.init)
            if let name = words.first, directives[name] == nil { directives[name] = Array(words.dropFirst()) }
        }
        var faults: [String] = []
        if !["'none'", "'self'"].contains(directives["default-src"]?.first ?? "") { faults.append("default-src") }
        for name in ["base-uri", "form-action", "frame-ancestors", "frame-src"] {
            let values = directives[name] ?? []
            if values.isEmpty || !values.allSatisfy({ ["'none'", "'self'"].contains($0) }) { faults.append(name) }
        }
        for (name, values) in directives.sorted(by: { $0.key < $1.key }) {
            for value in values {
                if ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:"].contains(value) { faults.append("\(name) \(value)") }
                if value.contains("127.0.0.1") || value.contains("*") || value.hasPrefix("http://") { faults.append("\(name) \(value)") }
                if value == "data:" && ["default-src", "script-src", "object-src"].contains(name) { faults.append("\(name) data:") }
            }
        }
        return faults
    }

    /// What is wrong with the headers of an answer of a site that is reached over https; empty for nothing.
    package static func faults(in reply: Reply) -> [String] {
        var faults = faults(inPolicy: reply[header: "Content-Security-Policy"] ?? "").map { "Content-Security-Policy: " + $0 }
        func wants(_ name: String, _ isRight: (String) -> Bool) {
            let value = reply[header: name] ?? ""
            if !isRight(value) { faults.append("\(name): \(value)") }
        }
        wants("Strict-Transport-Security") { value in
            let age = value.split(separator: ";").first { $0.hasPrefix("max-age=") }.flatMap { Int($0.dropFirst(8)) }
            return (age ?? 0) >= 31_536_000 && value.contains("includeSubDomains")
        }
        wants("Referrer-Policy") { ["no-referrer", "same-origin"].contains($0) }
        wants("X-Content-Type-Options") { $0 == "nosniff" }
        wants("X-Frame-Options") { $0 == "DENY" }
        wants("Cross-Origin-Opener-Policy") { $0 == "same-origin" }
        wants("Cross-Origin-Resource-Policy") { ["same-origin", "cross-origin"].contains($0) }
        wants("Permissions-Policy") { $0.contains("camera=()") && $0.contains("microphone=()") }
        wants("Cache-Control") { !$0.isEmpty }
        wants("Content-Type") { value in
            reply.bytes.isEmpty || (value.hasPrefix("text/") ? value.contains("charset=utf-8") : !value.isEmpty)
        }
        for name in ["Server", "X-Powered-By", "X-AspNet-Version", "Via", "X-Generator"] where reply[header: name] != nil { faults.append(name) }
        return faults
    }
}
