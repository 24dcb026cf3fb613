import Areas
import Core
import Foundation
import Web

/// An outcome for programs, with everything it was made from: question, method, deliveries, and how to make it again.
struct AnalysisDocument<Outcome: Encodable>: Encodable {
    struct Item: Encodable {
        let naam: String
        let waarde: String
    }

    struct SourceItem: Encodable {
        let sleutel: String
        let nummer: Int
        let titel: String
        let naamsvermelding: String
        let licentie: String
        let indeling: Int
    }

    let analyse: String
    let gebied: String
    let naam: String
    let niveau: String
    let indeling: Int
    let aantalGebieden: Int
    /// The choices, as in the query of the address.
    let vraag: [Item]
    let adres: String
    @ExplicitNull var opdracht: String?
    let methode: String
    let versie: Int
    @ExplicitNull var startgetal: UInt64?
    let zegtNiet: [String]
    let bronnen: [SourceItem]
    let uitkomst: Outcome

    init<Kind: Analysis>(_ analysis: Kind, _ made: Kind.Outcome, _ question: Kind.Question, _ scene: AnalysisScene, outcome: Outcome) {
        let interpretation = analysis.interpretation(made, question, scene)
        analyse = Kind.Question.kind.rawValue
        gebied = scene.place.code.description
        naam = scene.place.name
        niveau = scene.level.rawValue
        indeling = scene.place.year
        aantalGebieden = scene.areas.count
        vraag = (scene.scope.items + question.items).map { Item(naam: $0.name, waarde: $0.value) }
        adres = scene.address(question).url(in: .nl)
        _opdracht = ExplicitNull(wrappedValue: analysis.recipe(question, scene).command)
        methode = interpretation.method.nl
        versie = interpretation.version
        _startgetal = ExplicitNull(wrappedValue: interpretation.seed)
        zegtNiet = interpretation.doesNotSay.map(\.nl)
        bronnen = analysis.sources(made).map {
            SourceItem(
                sleutel: $0.source, nummer: $0.number, titel: $0.title, naamsvermelding: $0.attribution, licentie: $0.licence, indeling: $0.boundaryYear)
        }
        uitkomst = outcome
    }

    /// Sorted keys, so that the same outcome has the same bytes.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [0x0A]
    }
}
