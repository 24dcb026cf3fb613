import Core
import People
import TestSupport
import Testing
import Web

@Suite("Colours of an installation")
struct ThemeTests {
    @Test("contrast is that of WCAG 2.2")
    func contrast() throws {
        #expect(Colour.white.contrast(with: .black) == 21)
        // The grey that is known to be just enough on white, and the one beside it (WebAIM contrast checker: 4.54 and 4.48).
        let enough = try #require(Colour("#767676")), tooLight = try #require(Colour("#777777"))
        #expect(abs(enough.contrast(with: .white) - 4.54) < 0.005 && abs(tooLight.contrast(with: .white) - 4.48) < 0.005)
        #expect(Theme.fault(ofMain: enough) == nil && Theme.fault(ofMain: tooLight) != nil)
        #expect(tooLight.contrast(with: .white) == Colour.white.contrast(with: tooLight))
    }

    @Test("a colour is read as # with six signs and printed the same")
    func hex() {
        for text in ["#000000", "#ffffff", "#0d4b62", "#0a0b0c"] { #expect(Colour(text)?.description == text) }
        #expect(Colour("#ABCDEF")?.description == "#abcdef")
        for text in ["", "#", "0d4b62", "#fff", "#0d4b6", "#0d4b622", "#0d4b6g", "red", "#0d4b62;", "#é4b62", "#+12345"] {
            #expect(Colour(text) == nil, "\(text)")
        }
    }

    @Test("ORG-23: whatever two colours are chosen, all text of the theme can be read, in light and in dark")
    func readable() throws {
        var chance = Chance(23)
        var tried = 0
        func random() -> Colour {
            let parts = (0..<3).map { _ in Double(Int.random(in: 0...255, using: &chance)) / 255 }
            return Colour(red: parts[0], green: parts[1], blue: parts[2])
        }
        while tried < 300 {
            let main = random(), accent = random()
            guard Theme.fault(ofMain: main) == nil else { continue }
            tried += 1
            let theme = Theme(main: main, accent: accent)
            for (tokens, grounds, words) in [(theme.light, Theme.lightGrounds, Colour("#211a26")), (theme.dark, Theme.darkGrounds, Colour("#f1ecf3"))] {
                func token(_ name: String) throws -> Colour { try #require(tokens[name], "\(name)") }
                func reads(_ text: Colour, on ground: Colour, _ what: String) {
                    #expect(text.contrast(with: ground) >= 4.5, "\(what): \(text) on \(ground), of \(main) and \(accent)")
                }
                let tints = [try token("accent-1-bg-subtle"), try token("accent-2-bg-subtle")]
                for ground in grounds + [tints[1]] {
                    for name in ["accent-1-color-default", "action-2-color-default", "action-2-color-hover", "accent-2-color-default"] {
                        reads(try token(name), on: ground, name)
                    }
                    #expect(try token("accent-2-border-default").contrast(with: ground) >= 3)
                }
                for name in ["action-2-color-default", "action-2-color-hover"] { reads(try token(name), on: tints[0], name) }
                for tint in tints { reads(try #require(words), on: tint, "text on a tint") }
                // Buttons, and the band with its white words, its rings too.
                let button = tokens["action-1-color-default"] ?? .white
                for name in ["action-1-bg-default", "action-1-bg-hover"] { reads(button, on: try token(name), name) }
                for name in ["accent-1-bg-default", "accent-1-decor"] { reads(.white, on: try token(name), name) }
            }
        }
    }

    @Test("the sheet names tokens that the platform has, in both schemes, and nothing where nothing was chosen")
    func sheet() throws {
        let theme = Theme(main: Colour("#0d4b62"), accent: nil), other = Theme(main: Colour("#0d4b63"), accent: nil)
        #expect(theme.sheet.contains("--basis-color-accent-1-bg-default: #0d4b62;") && theme.sheet.contains("prefers-color-scheme: dark"))
        #expect(!theme.sheet.contains("accent-2") && theme.address != other.address && theme.address == Theme(main: theme.main, accent: nil).address)
        #expect(Theme(main: nil, accent: nil).isNothing && Theme(main: nil, accent: nil).light.values.isEmpty)
        #expect(theme.address.url(in: .en) == theme.address.url(in: .nl))
    }
}
