import Foundation
import NIOCore

/// An IPv4 or IPv6 address as a number, so that ranges and rate limits need no text.
///
/// An IPv4 address mapped into IPv6 (`::ffff:192.0.2.1`) is taken as the IPv4 address it is.
package struct NetworkAddress: Sendable, Hashable, CustomStringConvertible {
    package enum Family: Sendable, Hashable { case v4, v6 }

    package let family: Family
    /// The first 64 bits of an IPv6 address; 0 for IPv4.
    let high: UInt64
    /// The last 64 bits of an IPv6 address; the 32 bits of an IPv4 address.
    let low: UInt64

    private init(family: Family, high: UInt64, low: UInt64) {
        self.family = family
        self.high = high
        self.low = low
    }

    /// Reads `192.0.2.1`, `2001:db8::1`, `[2001:db8::1]` and either with a port behind it; nil for anything else.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 64 else { return nil }
        var text = text[...]
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { return nil }
            text = text[text.index(after: text.startIndex)..<end]
        } else if let colon = text.firstIndex(of: ":"), text.lastIndex(of: ":") == colon {
            text = text[..<colon]
        }
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, String(text), &bytes) == 1 {
            self.init(family: .v4, high: 0, low: bytes.prefix(4).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        } else if inet_pton(AF_INET6, String(text), &bytes) == 1 {
            let high = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let low = bytes.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let isMapped = high == 0 && low >> 32 == 0xFFFF
            self.init(family: isMapped ? .v4 : .v6, high: high, low: isMapped ? low & 0xFFFF_FFFF : low)
        } else {
            return nil
        }
    }

    /// The address of a peer. A Unix socket is this machine: 127.0.0.1.
    package init?(_ socket: SocketAddress) {
        if case .unixDomainSocket = socket {
            self.init(family: .v4, high: 0, low: 0x7F00_0001)
        } else {
            self.init(socket.ipAddress ?? "")
        }
    }

    /// Whether this is the machine itself: 127.0.0.0/8 or ::1.
    package var isLoopback: Bool {
        family == .v4 ? low >> 24 == 127 : high == 0 && low == 1
    }

    /// What one subscriber usually holds: the IPv4 address itself, or the /64 of an IPv6 address. One bucket of the rate limit.
    package var subscriber: NetworkAddress {
        family == .v4 ? self : NetworkAddress(family: .v6, high: high, low: 0)
    }

    package var description: String {
        if family == .v4 { return [24, 16, 8, 0].map { String(low >> $0 & 0xFF) }.joined(separator: ".") }
        let groups = [high >> 48, high >> 32, high >> 16, high, low >> 48, low >> 32, low >> 16, low]
        return groups.map { String($0 & 0xFFFF, radix: 16) }.joined(separator: ":")
    }

    /// The first `count` bits, the rest zero.
    func masked(to count: Int) -> NetworkAddress {
        func mask(_ bits: Int) -> UInt64 { bits <= 0 ? 0 : bits >= 64 ? .max : ~(UInt64.max >> UInt64(bits)) }
        if family == .v4 { return NetworkAddress(family: .v4, high: 0, low: low & (mask(count) >> 32)) }
        return NetworkAddress(family: .v6, high: high & mask(count), low: low & mask(count - 64))
    }
}

/// A block of addresses such as `10.0.0.0/8` or `2001:db8::/32`; a single address is a block of one.
package struct NetworkRange: Sendable, Hashable {
    private let base: NetworkAddress
    private let bits: Int

    /// Reads CIDR notation; nil where address or prefix length cannot be.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let address = NetworkAddress(parts[0]) else { return nil }
        let width = address.family == .v4 ? 32 : 128
        guard let bits = parts.count == 1 ? width : Int(parts[1]), (0...width).contains(bits) else { return nil }
        self.base = address.masked(to: bits)
        self.bits = bits
    }

    package func contains(_ address: NetworkAddress) -> Bool {
        address.family == base.family && address.masked(to: bits) == base
    }
}
