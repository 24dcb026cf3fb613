import Core
import Testing

@testable import Areas

@Suite("Continuity of codes between years")
struct ContinuityTests {
    /// Code, name and hectares of land in 2020 and in 2024, as CBS published them (84799NED and 85984NED).
    struct Case: Sendable, CustomTestStringConvertible {
        let code: String
        let older: (name: String, land: Double)
        let newer: (name: String, land: Double)

        init(_ code: String, _ oldName: String, _ oldLand: Double, _ newName: String, _ newLand: Double) {
            self.code = code
            older = (oldName, oldLand)
            newer = (newName, newLand)
        }

        var testDescription: String { "\(code) \(older.name) → \(newer.name)" }

        func continuity() throws -> Continuity {
            Continuity.between(try .made(code, older.name, year: 2020, land: older.land), try .made(code, newer.name, year: 2024, land: newer.land))
        }
    }

    @Test(
        "Doetinchem 2020 to 2024: the same land with a name that does not contradict is the same area",
        arguments: [
            Case("WK022203", "Wijk 03", 69, "Schoneveld", 69), Case("WK022202", "Wijk 02", 319, "Overstegen", 319),
            Case("WK022206", "Wijk 06", 522, "De Huet", 526),
            Case("WK022231", "Wijk 31 Wehl", 2361, "Wehl / Nieuw Wehl", 2358), Case("WK022201", "Wijk 01 Doetinchem Centrum", 124, "Centrum", 124),
            Case("BU02220101", "Stadscentrum-Zuid", 19, "Stadscentrum", 19), Case("BU02220104", "Stadscentrum-Noord", 21, "Stadscentrum - noord", 21),
            Case("BU02220302", "Schöneveld-Zuid", 22, "Schöneveld - zuid", 22),
            Case("BU02220709", "Bedrijventerrein en Wijnbergen", 82, "Bedrijventerrein Wijnbergen", 82),
            Case("WK022211", "Wijk 11 Buitengebied Doetinchem", 905, "Gaanderen", 905), Case("GM0222", "Doetinchem", 7905, "Doetinchem", 7904),
        ])
    func same(item: Case) throws {
        #expect(try item.continuity() == .same)
    }

    @Test(
        "Doetinchem 2020 to 2024: other land is a break, and says from how many to how many hectares",
        arguments: [
            Case("BU02220404", "Koekendaal en Vijverberg-Noordoost", 154, "Vijverberg", 35), Case("BU02220501", "Hamburgerbroek", 22, "Hamburgerbroek", 11),
            Case("BU02220206", "Wonninkhage", 30, "Wonninkhage", 50), Case("BU02223101", "Wehl-Centrum", 134, "Diepenbroek", 54),
            Case("BU02220605", "De Huet fase 6 + 7", 65, "De Huet - fase 6 + 7", 69),
        ])
    func otherLand(item: Case) throws {
        guard case .broken(let reason) = try item.continuity() else {
            Issue.record("not broken")
            return
        }
        #expect(reason.nl.contains("\(Int(item.older.land)) naar \(Int(item.newer.land))"))
        #expect(reason.en.contains("\(Int(item.older.land)) to \(Int(item.newer.land))"))
    }

    @Test("codes of two small areas that changed places are a break, though the surface is equal, and the old name is told")
    func swapped() throws {
        let first = Case("BU02220102", "Torenallee", 11, "Wiltinksbrug", 11), second = Case("BU02220203", "Wiltinksbrug", 11, "Torenallee", 11)
        for item in [first, second] {
            guard case .broken(let reason) = try item.continuity() else {
                Issue.record("not broken")
                continue
            }
            #expect(reason.nl.contains(item.older.name) && reason.en.contains(item.older.name))
        }
    }

    @Test("a generic name says nothing: it agrees with any, and confirms none")
    func generic() {
        #expect(Continuity.nameAgrees("Wijk 03", "Schoneveld"))
        #expect(Continuity.nameAgrees("Schoneveld", "wijk 3"))
        #expect(Continuity.nameAgrees("Wijk 31 Wehl", "Wehl"))
        #expect(!Continuity.nameAgrees("Wijk 31 Wehl", "Hoog Soeren"))
        #expect(!Continuity.nameAgrees("Wijk aan Zee", "Torenallee"))
        #expect(!Continuity.nameConfirms("Wijk 03", "Schoneveld"))
        #expect(Continuity.nameConfirms("Wijk 03", "wijk 03"))
        #expect(!Continuity.nameConfirms("Wijk 03", "Wijk 04"))
        #expect(Continuity.nameConfirms("Stadscentrum-Zuid", "Stadscentrum"))
    }

    @Test("where the land is not known, only a name that says something makes two years the same")
    func unknownLand() throws {
        let code = "WK022203"
        #expect(Continuity.between(try .made(code, "Schöneveld", year: 2020), try .made(code, "Schoneveld", year: 2024, land: 69)).isSame)
        #expect(!Continuity.between(try .made(code, "Wijk 03", year: 2020), try .made(code, "Schoneveld", year: 2024)).isSame)
    }

    @Test("a code that one of the years does not have, or another code, is a break; one year is always the same, and so is a province")
    func edges() throws {
        let area = try Area.made("BU99990001", "Haven", year: 2020, land: 10)
        #expect(!Continuity.between(nil, area).isSame)
        #expect(!Continuity.between(area, nil).isSame)
        #expect(!Continuity.between(area, try .made("BU99990002", "Haven", land: 10)).isSame)
        #expect(Continuity.between(area, try .made("BU99990001", "Iets anders", year: 2020, land: 99)).isSame)
        #expect(Continuity.between(try .made("PV21", "Friesland", year: 2020, land: 1), try .made("PV21", "Fryslân", land: 9)).isSame)
    }

    @Test("rounding to whole hectares, and one part in a hundred, is no change of border")
    func tolerance() throws {
        for (before, after, isSame) in [(20.0, 21.0, true), (20, 22, false), (1000, 1010, true), (1000, 1011, false), (0, 1, true)] {
            #expect(
                Continuity.between(try .made("BU99990001", "Haven", year: 2020, land: before), try .made("BU99990001", "Haven", land: after)).isSame == isSame)
        }
    }
}
