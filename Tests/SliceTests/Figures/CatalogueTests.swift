import Core
import Figures
import Foundation
import Testing

@Suite("Catalogue of indicators")
struct CatalogueTests {
    private let all = Catalogue.all

    @Test("keys are unique, lower case with hyphens, and found again")
    func keys() {
        #expect(Set(all.map(\.key)).count == all.count)
        for indicator in all {
            #expect(indicator.key.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(indicator.key)")
            #expect(Catalogue.indicator(indicator.key) == indicator)
        }
        #expect(Catalogue.indicator("bestaat-niet") == nil)
    }

    @Test("WYK-17: every theme has figures; care need and one-person households are among them")
    func themes() {
        for theme in Theme.allCases { #expect(Catalogue.indicators(of: theme).contains { $0.inProfile }, "\(theme.rawValue)") }
        #expect(Theme.allCases.map { Catalogue.indicators(of: $0).count }.reduce(0, +) == all.count)
        for key in ["wmo-per-1000", "langdurig-ziek-en-beperkt", "mantelzorgers", "aandeel-eenpersoonshuishoudens"] {
            #expect(Catalogue.indicator(key) != nil, "\(key)")
        }
        #expect((50...65).contains(all.filter(\.inProfile).count))
    }

    @Test("no indicator is about origin")
    func origin() {
        let words = ["herkomst", "migratie", "westers", "nationaliteit", "marokk", "turk", "surinam", "antill", "aruba", "geboorteland", "divers", "etni"]
        for indicator in all {
            let text = (indicator.key + " " + indicator.name.nl + " " + indicator.question.nl).lowercased()
            #expect(!words.contains(where: text.contains), "\(indicator.key)")
        }
    }

    @Test("every text is there in both languages, and translated")
    func texts() {
        for indicator in all {
            for text in texts(of: indicator) {
                #expect(!text.nl.isEmpty && !text.en.isEmpty, "\(indicator.key)")
                #expect(text.nl != text.en, "\(indicator.key): \(text.nl)")
                #expect(text.nl == text.nl.trimmingCharacters(in: .whitespaces) && text.en == text.en.trimmingCharacters(in: .whitespaces))
            }
            #expect(indicator.question.nl.contains("?") && indicator.question.en.contains("?"), "\(indicator.key)")
            #expect(!indicator.source.address.isEmpty && !indicator.source.licence.isEmpty && !indicator.source.attribution.nl.isEmpty)
        }
    }

    @Test("every figure says of itself what it does not say, never with the words of another")
    func limits() {
        #expect(Set(all.map(\.doesNotSay.nl)).count == all.count)
        #expect(Set(all.map(\.doesNotSay.en)).count == all.count)
        #expect(Set(all.map(\.name.nl)).count == all.count)
        for indicator in all { #expect(indicator.doesNotSay.nl.count >= 30 && indicator.doesNotSay.en.count >= 30, "\(indicator.key)") }
    }

    @Test("Dutch texts are B1: sentences of 15 words on average at most, and none of more than 25")
    func plainDutch() {
        var lengths: [Int] = []
        for indicator in all {
            for text in texts(of: indicator) {
                let sentences = text.nl.split(separator: /[.?!:;]( |$)/).map { $0.split(separator: " ").count }
                #expect((sentences.max() ?? 0) <= 25, "\(text.nl)")
                lengths += sentences
            }
        }
        #expect(Double(lengths.reduce(0, +)) / Double(lengths.count) <= 15)
    }

    @Test("modelled figures are never evidence of an effect and never aggregated")
    func modelled() {
        let models = all.filter { $0.basis == .model }
        #expect(models.count > 30)
        for indicator in models {
            #expect(!indicator.mayShowEffect && indicator.uncertainty == .notPublished, "\(indicator.key)")
            guard case .notPossible = indicator.aggregation else {
                Issue.record("\(indicator.key) is modelled and would be aggregated")
                continue
            }
        }
        for indicator in all where indicator.kind == .modelledEstimate { #expect(indicator.basis == .model, "\(indicator.key)") }
    }

    @Test("percentages lie between 0 and 100, and counts have no good direction")
    func ranges() {
        for indicator in all {
            if indicator.unit.suffix.nl == "%" { #expect(indicator.possible == 0...100, "\(indicator.key)") }
            if indicator.kind == .count { #expect(indicator.direction == .none, "\(indicator.key)") }
            if indicator.kind == .count { #expect(indicator.aggregation == .sum, "\(indicator.key)") }
        }
    }

    @Test("derived figures and weights use indicators of the catalogue that are counts from a source")
    func derivations() {
        #expect(all.contains { $0.derivation != nil })
        for indicator in all {
            var parts: [String] = []
            switch indicator.derivation {
            case .share(let part, let whole): parts = [part, whole]
            case .rate(let events, let per, let population):
                parts = [events, population]
                #expect(per == 1_000, "\(indicator.key)")
            case nil: break
            }
            if case .weighted(let weight) = indicator.aggregation { parts.append(weight) }
            for key in parts {
                let part = Catalogue.indicator(key)
                #expect(part?.kind == .count && part?.derivation == nil, "\(indicator.key) uses \(key)")
            }
        }
    }

    @Test("crime, benefits and poverty are marked as figures that may brand a neighbourhood")
    func stigma() {
        for key in ["misdrijven", "misdrijven-per-1000", "aandeel-bijstand", "huishoudens-laag-inkomen", "sociaal-minimum", "leefbaarometer-klasse"] {
            #expect(Catalogue.indicator(key)?.sensitivity == .stigmaProne, "\(key)")
        }
        #expect(Catalogue.indicator("misdrijven")?.registeredAt == .placeOfEvent)
    }

    @Test("rounding follows CBS: residents at random to 5, a municipality exact, vehicles to the nearest 5, benefits to the nearest 10")
    func rounding() {
        #expect(Catalogue.indicator("inwoners")?.rounding.rule(for: .neighbourhood) == .random(5))
        #expect(Catalogue.indicator("huishoudens")?.rounding.rule(for: .municipality) == .exact)
        #expect(Catalogue.indicator("autos")?.rounding.rule(for: .district) == .nearest(5))
        #expect(Catalogue.indicator("bijstand")?.rounding.rule(for: .neighbourhood) == .nearest(10))
        #expect(Catalogue.indicator("inwoners")?.unit.text(4510, in: .nl) == "4.510 inwoners")
        #expect(Catalogue.indicator("woningwaarde")?.unit.text(278, in: .nl) == "€ 278.000")
        #expect(Catalogue.indicator("inkomen-per-inwoner")?.unit.text(32.1, in: .en) == "€ 32,100")
        #expect(Catalogue.indicator("afstand-huisarts")?.unit.text(0.5, in: .nl) == "0,5 km")
    }

    /// Every text a visitor reads of one indicator.
    private func texts(of indicator: Indicator) -> [Localized] {
        var texts = [indicator.name, indicator.question, indicator.doesNotSay, indicator.referenceDate] + indicator.breaks.map(\.reason)
        if let rule = indicator.suppression.rule { texts.append(rule) }
        if case .notPossible(let reason) = indicator.aggregation { texts.append(reason) }
        return texts
    }
}
