import Core

/// The colours of an installation as design tokens, light and dark: two colours are chosen, the others follow from them so that all text can be read.
package struct Theme: Sendable, Hashable {
    /// Of bands, buttons and links; nil for that of the platform.
    package let main: Colour?
    /// Of lines and marks; nil for that of the platform.
    package let accent: Colour?

    package init(main: Colour?, accent: Colour?) {
        self.main = main
        self.accent = accent
    }

    /// The least contrast of text (WCAG 2.2, 1.4.3), and of lines that mean something (1.4.11).
    package static let leastForText = 4.5
    package static let leastForLines = 3.0

    /// White text stands on the main colour: the contrast of it, where that is too little; nil where it is enough.
    package static func fault(ofMain colour: Colour) -> Double? {
        let contrast = colour.contrast(with: .white)
        return contrast < leastForText ? contrast : nil
    }

    /// Name and value of every token that differs from those of the platform.
    package struct Tokens: Sendable, Hashable {
        package var values: [(name: String, colour: Colour)] = []

        package subscript(name: String) -> Colour? { values.first { $0.name == name }?.colour }

        mutating func add(_ name: String, _ colour: Colour) { values.append((name, colour)) }

        package static func == (left: Tokens, right: Tokens) -> Bool {
            left.values.map(\.name) == right.values.map(\.name) && left.values.map(\.colour) == right.values.map(\.colour)
        }

        package func hash(into hasher: inout Hasher) { for value in values { hasher.combine(value.colour) } }
    }

    /// The grounds of the platform that text may stand on: document, subtle, hover and notices (`tokens.css`).
    package static let lightGrounds = ["#ffffff", "#f7f5f8", "#eeebf0", "#fdeeed", "#fff4dc", "#e8f4ea", "#e9f1f8"].compactMap { Colour($0) }
    package static let darkGrounds = ["#17131a", "#201a24", "#2b2430", "#381a19", "#33270f", "#17291c", "#16263a"].compactMap { Colour($0) }
    private static let darkDocument = Colour(red: 23.0 / 255, green: 19.0 / 255, blue: 26.0 / 255)

    /// A ground of the second colour: so light, or so dark, that text on it can be read as on the others.
    private var tints: (light: Colour, dark: Colour)? {
        accent.map { accent in
            (accent.mixed(0.88, of: .white).moved(to: .white, until: 17, on: [.black]), accent.mixed(0.85, of: Self.darkDocument))
        }
    }

    package var light: Tokens {
        var tokens = Tokens()
        let grounds = Self.lightGrounds + (tints.map { [$0.light] } ?? [Colour("#f1f6dc")].compactMap { $0 })
        if let main {
            let tint = main.mixed(0.92, of: .white).moved(to: .white, until: 17, on: [.black])
            let words = main.moved(to: .black, until: Self.leastForText, on: grounds + [tint]), decor = main.mixed(0.2, of: .white)
            tokens.add("accent-1-bg-default", main)
            tokens.add("accent-1-decor", Self.fault(ofMain: decor) == nil ? decor : main.mixed(0.3, of: .black))
            tokens.add("accent-1-bg-subtle", tint)
            tokens.add("accent-1-border-default", words)
            tokens.add("accent-1-color-default", words)
            tokens.add("action-1-bg-default", main)
            tokens.add("action-1-bg-hover", main.mixed(0.35, of: .black))
            tokens.add("action-2-color-default", words)
            tokens.add("action-2-color-hover", words.mixed(0.4, of: .black))
        }
        if let accent, let tint = tints?.light {
            tokens.add("accent-2-bg-default", accent)
            tokens.add("accent-2-bg-subtle", tint)
            tokens.add("accent-2-border-default", accent.moved(to: .black, until: Self.leastForLines, on: grounds))
            tokens.add("accent-2-color-default", accent.moved(to: .black, until: Self.leastForText, on: grounds))
        }
        return tokens
    }

    package var dark: Tokens {
        var tokens = Tokens()
        let grounds = Self.darkGrounds + (tints.map { [$0.dark] } ?? [Colour("#232915")].compactMap { $0 })
        if let main {
            let tint = main.mixed(0.8, of: Self.darkDocument), band = main.moved(to: .black, until: 9, on: [.white])
            let words = main.moved(to: .white, until: Self.leastForText + 1, on: grounds + [tint])
            tokens.add("accent-1-bg-default", band)
            tokens.add("accent-1-decor", band.mixed(0.15, of: .white))
            tokens.add("accent-1-bg-subtle", tint)
            tokens.add("accent-1-border-default", words)
            tokens.add("accent-1-color-default", words)
            tokens.add("action-1-bg-default", words)
            tokens.add("action-1-bg-hover", words.mixed(0.4, of: .white))
            tokens.add("action-1-color-default", main.moved(to: .black, until: Self.leastForText, on: [words, words.mixed(0.4, of: .white)]))
            tokens.add("action-2-color-default", words)
            tokens.add("action-2-color-hover", words.mixed(0.5, of: .white))
        }
        if let accent, let tint = tints?.dark {
            let line = accent.moved(to: .white, until: Self.leastForLines, on: grounds)
            tokens.add("accent-2-bg-default", line)
            tokens.add("accent-2-bg-subtle", tint)
            tokens.add("accent-2-border-default", line)
            tokens.add("accent-2-color-default", accent.moved(to: .white, until: Self.leastForText, on: grounds))
        }
        return tokens
    }

    /// A style sheet that comes after that of the platform; on paper the platform's own colours stay.
    package var sheet: String {
        func block(_ tokens: Tokens, _ indent: String) -> String {
            tokens.values.map { "\(indent)--basis-color-\($0.name): \($0.colour);\n" }.joined()
        }
        return """
            @media screen {
              :root {
            \(block(light, "    "))  }
            }
            @media screen and (prefers-color-scheme: dark) {
              :root {
            \(block(dark, "    "))  }
            }

            """
    }

    package var isNothing: Bool { main == nil && accent == nil }
}
