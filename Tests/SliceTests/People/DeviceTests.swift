import Testing

@testable import People

@Suite("Names of devices")
struct DeviceTests {
    @Test(
        "a session carries the browser and machine that its owner knows",
        arguments: [
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Windows"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Linux"),
            ("Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0", "Firefox, Android"),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36", "Chrome, Windows"),
            ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36", "Chrome, ChromeOS"),
            ("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36", "Chrome, Android"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0.6478 Mobile/15E148 Safari/604.1",
                "Chrome, iPhone"
            ),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15", "Safari, macOS"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
                "Safari, iPhone"
            ),
            ("Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1 Mobile/15E148 Safari/604.1", "Safari, iPad"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
                "Edge, Windows"
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 EdgA/126.0.0.0",
                "Edge, Android"
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 OPR/111.0.0.0",
                "Opera, macOS"
            ),
            ("curl/8.9.1", ""), ("", ""), ("Mozilla/5.0", ""), ("Mozilla/5.0 (X11; Linux x86_64)", "Linux"),
        ])
    func names(agent: String, name: String) {
        #expect(Device.name(agent) == name)
    }

    @Test("Firefox and Opera on an iPhone are not taken for Safari")
    func borrowed() {
        let front = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
        #expect(Device.name(front + " FxiOS/127.0 Mobile/15E148 Safari/605.1.15") == "Firefox, iPhone")
        #expect(Device.name(front + " Version/17.5 Mobile/15E148 Safari/604.1 OPT/4.7.1") == "Opera, iPhone")
    }

    @Test("without a browser's word there is no name, and a name never has a part of it")
    func bounds() {
        #expect(Device.name(nil) == "")
        let long = String(repeating: "x", count: 100_000) + "Firefox Windows"
        #expect(Device.name(long) == "")
        #expect(Device.name("<script>Firefox</script> Windows 👾") == "Firefox, Windows")
    }
}
