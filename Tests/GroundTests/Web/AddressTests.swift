import Core
import NIOCore
import TestSupport
import Testing
import Web

@Suite("Addresses of pages")
struct AddressTests {
    @Test("every address comes back from its own print, in every language", arguments: Language.allCases)
    func roundTrip(language: Language) throws {
        let addresses = [
            PageAddress.home, PageAddress("gebieden", "GM0222"), PageAddress("zoeken", query: [.init("zoek", "'s-Heerenberg & meer=ja?"), .init("jaar", "")]),
            PageAddress("naam", "a/b"), PageAddress("naam", "één twee"), PageAddress("naam", "100%25"), PageAddress("naam", "+"),
        ]
        for address in addresses {
            guard case .found(let back, let found, .page, _) = RequestPath(target: address.url(in: language)) else {
                Issue.record("\(address) is not found in \(language)")
                continue
            }
            #expect(back == address)
            #expect(found == language)
        }
    }

    @Test("an address never leads to another site", arguments: ["//evil.example", "/evil.example", "https://evil.example", "\\\\evil.example", "..", ""])
    func staysHere(piece: String) {
        for language in Language.allCases {
            let url = PageAddress(piece, piece).url(in: language)
            #expect(url.hasPrefix("/"))
            #expect(!url.hasPrefix("//") && !url.contains("\\"))
        }
    }

    @Test("English stands under /en, Dutch has no prefix, and what is no page has no language")
    func prefixes() {
        #expect(PageAddress("gebieden").url(in: .nl) == "/gebieden")
        #expect(PageAddress("gebieden").url(in: .en) == "/en/gebieden")
        #expect(PageAddress.home.url(in: .en) == "/en")
        #expect(PageAddress("api", "v1").url(in: .en) == "/api/v1")
        #expect(PageAddress("assets", "x").url(in: .en) == "/assets/x")
        #expect(RequestPath(target: "/en/api/v1") == .unknown(.en))
        #expect(RequestPath(target: "/en/health") == .unknown(.en))
    }

    @Test("keys are set, kept and dropped by name")
    func query() {
        let address = PageAddress("kaart", query: [.init("jaar", "2020"), .init("cijfer", "3"), .init("utm", "x")])
        #expect(address.with(.init("jaar", "2024")).url(in: .nl) == "/kaart?cijfer=3&utm=x&jaar=2024")
        #expect(address.keeping(["jaar"]).url(in: .en) == "/en/kaart?jaar=2020")
        #expect(address.keeping().at("tabel").url(in: .nl) == "/kaart#tabel")
    }

    @Test(
        "paths that no route can have are unknown",
        arguments: [
            "", "x", "//evil.example", "/a//b", "/a/../b", "/a/%2e%2e/b", "/a/./b", "/a\\b", "/a%5Cb", "/a%00", "/a%0d%0ab", "/é", "/api/v1/", "/health/",
        ])
    func unusable(target: String) {
        guard case .unknown = RequestPath(target: target) else {
            Issue.record("\(target) is taken: \(RequestPath(target: target))")
            return
        }
    }

    @Test("a page with a slash at the end moves to the one without, and stays on this site")
    func slash() {
        #expect(RequestPath(target: "/gebieden/?jaar=2024") == .moved(PageAddress("gebieden", query: [.init("jaar", "2024")]), .nl))
        #expect(RequestPath(target: "/en/") == .moved(.home, .en))
    }

    @Test("any bytes as target give an answer")
    func anyTarget() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let target = "/" + String(decoding: bytes, as: UTF8.self)
            let path = RequestPath(target: target)
            if case .found(let address, let language, .page, _) = path {
                #expect(RequestPath(target: address.url(in: language)).language == language)
            }
        }
    }
}

@Suite("Network addresses")
struct NetworkAddressTests {
    @Test("addresses are read in the forms that headers use")
    func reading() {
        #expect(NetworkAddress("192.0.2.1")?.description == "192.0.2.1")
        #expect(NetworkAddress("192.0.2.1:8080")?.description == "192.0.2.1")
        #expect(NetworkAddress("[2001:db8::1]:443")?.description == "2001:db8:0:0:0:0:0:1")
        #expect(NetworkAddress("2001:db8::1") == NetworkAddress("[2001:db8::1]"))
        #expect(NetworkAddress("::ffff:192.0.2.1") == NetworkAddress("192.0.2.1"))
        for text in ["", "unknown", "_hidden", "300.1.1.1", "1.2.3", "[", "[::1", "2001:db8::g", String(repeating: "1", count: 500)] {
            #expect(NetworkAddress(text) == nil, "\(text)")
        }
    }

    @Test("ranges hold what they say")
    func ranges() throws {
        let ten = try #require(NetworkRange("10.0.0.0/8"))
        #expect(ten.contains(try #require(NetworkAddress("10.255.1.2"))))
        #expect(!ten.contains(try #require(NetworkAddress("11.0.0.1"))))
        let all = try #require(NetworkRange("0.0.0.0/0"))
        #expect(all.contains(try #require(NetworkAddress("203.0.113.9"))))
        #expect(!all.contains(try #require(NetworkAddress("2001:db8::1"))))
        let six = try #require(NetworkRange("2001:db8:1::/48"))
        #expect(six.contains(try #require(NetworkAddress("2001:db8:1:ffff::1"))))
        #expect(!six.contains(try #require(NetworkAddress("2001:db8:2::1"))))
        let low = try #require(NetworkRange("2001:db8::8/125"))
        #expect(low.contains(try #require(NetworkAddress("2001:db8::f"))))
        #expect(!low.contains(try #require(NetworkAddress("2001:db8::10"))))
        for text in ["10.0.0.0/33", "10.0.0.0/-1", "x/8", "10.0.0.0/8/8", "::/129", ""] { #expect(NetworkRange(text) == nil, "\(text)") }
    }

    @Test("a subscriber is one IPv4 address or one IPv6 /64")
    func subscribers() {
        #expect(NetworkAddress("2001:db8::1")?.subscriber == NetworkAddress("2001:db8::ffff:1")?.subscriber)
        #expect(NetworkAddress("2001:db8::1")?.subscriber != NetworkAddress("2001:db8:0:1::1")?.subscriber)
        #expect(NetworkAddress("192.0.2.1")?.subscriber != NetworkAddress("192.0.2.2")?.subscriber)
    }

    @Test("a connection over a Unix socket comes from this machine")
    func socket() throws {
        #expect(NetworkAddress(try SocketAddress(unixDomainSocketPath: "/tmp/x"))?.isLoopback == true)
        #expect(NetworkAddress("::1")?.isLoopback == true)
        #expect(NetworkAddress("127.8.0.1")?.isLoopback == true)
        #expect(NetworkAddress("128.0.0.1")?.isLoopback == false)
    }
}
