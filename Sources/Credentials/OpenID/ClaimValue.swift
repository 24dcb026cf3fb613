import Foundation

/// Any JSON, as claims and key sets come.
package enum ClaimValue: Sendable, Hashable, Codable {
    case null
    case truth(Bool)
    case number(Double)
    case text(String)
    case list([ClaimValue])
    case object([String: ClaimValue])

    /// Reads at most 256 KiB. Nil for what is not JSON, or nested too deep.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count <= 256 << 10, ClaimValue.depth(bytes) <= 32, let value = try? JSONDecoder().decode(ClaimValue.self, from: Data(bytes)) else {
            return nil
        }
        self = value
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let truth = try? container.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([ClaimValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: ClaimValue].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .truth(let truth): try container.encode(truth)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }

    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    package var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    package var list: [ClaimValue]? {
        if case .list(let list) = self { list } else { nil }
    }

    package var object: [String: ClaimValue]? {
        if case .object(let object) = self { object } else { nil }
    }

    package subscript(name: String) -> ClaimValue? { object?[name] }

    /// How deep brackets nest, outside texts: decoding goes as deep as the bytes do.
    private static func depth(_ bytes: [UInt8]) -> Int {
        var depth = 0
        var most = 0
        var isText = false
        var isEscaped = false
        for byte in bytes {
            if isText {
                if isEscaped { isEscaped = false } else if byte == 0x5C { isEscaped = true } else if byte == 0x22 { isText = false }
            } else if byte == 0x22 {
                isText = true
            } else if byte == 0x5B || byte == 0x7B {
                depth += 1
                most = max(most, depth)
            } else if byte == 0x5D || byte == 0x7D {
                depth -= 1
            }
        }
        return most
    }
}
