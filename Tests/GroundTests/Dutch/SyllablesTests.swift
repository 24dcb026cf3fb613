import Dutch
import Testing

@Suite("Syllables of Dutch words")
struct SyllablesTests {
    /// Taken apart by hand; the hyphens are not part of the words.
    private static let words = """
        buurt wijk stad dorp straat park school huis zorg werk geld jaar deel kans grens cijfer=cij-fer ge-meen-te ge-bied ge-bie-den buur-ten
        wij-ken in-wo-ner
        in-wo-ners be-wo-ner be-wo-ners wo-nen wo-ning wo-nin-gen wo-ning-waar-de huur-wo-ning koop-wo-nin-gen huis-hou-den huis-hou-dens ge-zin ge-zin-nen
        kin-de-ren jon-ge-ren ou-de-ren men-sen mees-te al-leen-staand in-ko-men ar-moe-de schul-den uit-ke-ring bij-stand werk-loos werk-loos-heid
        ge-zond ge-zond-heid een-zaam een-zaam-heid ro-ken be-we-gen o-ver-ge-wicht huis-arts zie-ken-huis me-di-cijn vei-lig vei-lig-heid mis-drijf
        mis-drij-ven dief-stal in-braak o-ver-last ge-weld leef-baar leef-baar-heid voor-zie-ning voor-zie-nin-gen win-kel spor-ten ver-e-ni-ging
        vrij-wil-li-ger vrij-wil-li-gers be-oor-de-len ge-ïn-for-meerd be-ïn-vloe-den be-ëin-di-gen ge-ëerd ide-een=i-dee-ën zee-ën knie-ën re-ü-nie
        co-ö-pe-ra-tie
        va-cu-üm fi-nan-ci-ë-le fi-nan-ci-eel of-fi-ci-eel ma-te-ri-eel in-di-vi-du-eel ac-tu-eel so-ci-aal so-ci-a-le spe-ci-aal re-gi-o re-gi-o-naal
        ra-di-o vi-de-o sta-ti-on si-tu-a-tie in-for-ma-tie or-ga-ni-sa-tie e-va-lu-e-ren re-a-li-se-ren cre-a-tief the-a-ter ide-aal=i-de-aal o-ce-aan
        mu-se-um ju-bi-le-um ly-ce-um me-di-um bu-reau ni-veau ca-deau mi-lieu nieuw nieu-we eeuw eeu-wen leeuw sneeuw meeuw zeeuws ge-beur-te-nis deur
        leu-ke eu-ro Eu-ro-pa keu-ze keu-zes haai-en bloei-en groei groei-en moei-te moei-lijk gooi-en mooi mooi-e fraai taai draai-en bui-en trui-en
        tui-nen rui-mte=ruim-te ei-e-ren bei-de reis rei-zen vrij vrij-e bij-zon-der tijd tij-den blij-ven lij-den koe koei-en schoen-en=schoe-nen boe-ken
        die-et pa-ti-ënt cli-ënt ef-fi-ci-ënt va-ri-ë-ren ko-pi-eer au-to au-to's=au-to's fo-to's ba-by hob-by sys-teem hy-po-theek roy-aal=ro-yaal
        yo-ga es-say
        dis-play quo-tum e-qui-va-lent kwa-li-teit on-line off-line web-site up-date dead-line team coach dash-board feed-back
        e-mail=e-mail mail trai-nen de-tail hoi zo-iets zo-als zo'n dou-a-ne blau-we ge-bou-wen vrou-wen ou-de zou-den goud school-kin-de-ren
        ver-schil ver-schil-len ver-ge-lij-ken ver-ge-lij-king ge-mid-del-de per-cen-ta-ge af-ron-ding toe-val ze-ker on-ze-ker-heid mar-ge be-te-ke-nis
        ge-uit één ca-fé pri-vé reë-el=re-ëel bi-o-lo-gie con-ti-nu-ï-teit hi-ë-rar-chie pro-vin-cie se-rie pre-mies e-ner-gie au-gus-tus ja-nu-a-ri
        fe-bru-a-ri ar-beids-on-ge-schikt-heid ver-ant-woor-de-lijk-heid buurt-huis speel-tuin fiets-pad park-eer-plaats groen wa-ter lucht ge-luid
        wind hit-te re-gen
        fa-brie-ken=fa-brie-ken bus-hal-te trein kin-der-op-vang bi-bli-o-theek
        """

    @Test("words of figures, policy and the street have the syllables that one hears")
    func list() {
        let entries = Self.words.split(whereSeparator: \.isWhitespace).map { $0.split(separator: "=").map(String.init) }
        #expect(entries.count >= 250)
        for entry in entries {
            let parts = entry[entry.count - 1], word = parts.replacing("-", with: "")
            #expect(Syllables.count(word) == parts.split(separator: "-").count, "\(parts): \(Syllables.count(word))")
        }
    }

    @Test("capital letters change nothing, names of letters are said one by one, anything else has one")
    func forms() {
        #expect(Syllables.count("GEMEENTE") == 3 && Syllables.count("Gemeente") == 3)
        #expect(Syllables.count("CBS") == 3 && Syllables.count("RIVM") == 4 && Syllables.count("WOZ") == 1)
        #expect(Syllables.count("") == 1 && Syllables.count("km") == 1 && Syllables.count("'s") == 1 && Syllables.count("日本") == 1)
        #expect(Syllables.count("ĳs") == 1 && Syllables.count("cafe\u{301}") == 2 && Syllables.count("e-mail") == 2)
    }
}
