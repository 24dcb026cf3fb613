/// The synonyms that every installation begins with: how residents, officials and professionals call the same. A row in the database with the same key
/// takes the place of a group here.
enum ShippedSynonyms {
    static let all: [SynonymGroup] = lines.split(separator: "\n").compactMap { line in
        let sides = line.split(separator: "|", omittingEmptySubsequences: false).map { side in
            side.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
        }
        guard sides.count == 2, let first = sides[0].first else { return nil }
        return SynonymGroup(key: first.split(separator: " ").joined(separator: "-"), words: .init(nl: sides[0], en: sides[1]))
    }

    /// Dutch before the bar, English behind it. Broader and narrower words are no synonyms: whoever looks for *huurwoning* does not mean every *woning*.
    private static let lines = """
        uitkering, bijstand, bijstandsuitkering | benefit, social assistance, welfare benefit
        inwoner, bewoner, burger | resident, inhabitant, citizen
        ouderen, senioren, bejaarden, 65-plussers | older people, elderly, seniors
        jongeren, jeugd | young people, youth
        kinderen, kids | children
        armoede, geldgebrek, laag inkomen | poverty, low income
        schulden, geldzorgen, betalingsachterstand | debts, money problems, arrears
        eenzaamheid, alleen zijn, sociaal isolement | loneliness, social isolation
        wijkaccommodatie, buurthuis, wijkcentrum, dorpshuis, ontmoetingsplek | community centre, village hall, meeting place
        vrijwilliger, vrijwilligerswerk | volunteer, volunteering
        bewonersparticipatie, inspraak, meedoen, burgerparticipatie | resident participation, having a say, citizen participation
        bewonersgroep, buurtinitiatief, bewonersinitiatief, burgerinitiatief | residents' group, neighbourhood initiative, citizens' initiative
        woningcorporatie, corporatie, woningbouwvereniging | housing association, housing corporation
        sociale huurwoning, corporatiewoning | social housing
        woningwaarde, woz, woz-waarde, huizenprijs | property value, house price, home value
        onveiligheid, criminaliteit, misdaad | crime, insecurity
        inbraak, woninginbraak | burglary, break-in
        overlast, hinder | nuisance
        verkeersveiligheid, veilig verkeer | road safety, traffic safety
        zwerfafval, rommel op straat, vuil op straat | litter, rubbish
        groen, natuur, plantsoen, parken | green space, greenery, parks
        speeltuin, speelplek, speelplaats | playground
        school, basisschool | primary school
        opleidingsniveau, opleiding, scholing | level of education, education
        laaggeletterdheid, moeite met lezen, taalachterstand | low literacy, language delay
        werkloosheid, geen werk, werkloos, werkzoekend | unemployment, unemployed, jobless
        baan, werk, arbeid | job, work, employment
        zzp, zelfstandige, ondernemer zonder personeel | self-employed, freelancer
        huisarts, dokter | general practitioner, doctor, GP
        wmo, wet maatschappelijke ondersteuning | social support act
        jeugdhulp, jeugdzorg | youth care
        ggz, geestelijke gezondheidszorg, psychische hulp | mental health care
        ggd, gezondheidsdienst | public health service
        mantelzorg, zorgen voor een naaste | informal care, caring for a relative
        overgewicht, obesitas, te zwaar | overweight, obesity
        roken, roker | smoking, smoker
        bewegen, sporten | exercise, sports
        openbaar vervoer, ov, bus en trein | public transport
        zonnepanelen, zonnestroom | solar panels, solar power
        energiearmoede, hoge energierekening | energy poverty
        migratieachtergrond, herkomst, afkomst | migration background, origin
        regenboogbeleid, lhbti, lhbtiq+ | rainbow policy, lgbti, lgbtiq+
        leefbaarheid, prettig wonen, woonklimaat | liveability, quality of life
        sociale verbondenheid, sociale samenhang, sociale cohesie, saamhorigheid | social connectedness, social cohesion
        wijk, stadsdeel | district
        buurt, woonbuurt | neighbourhood
        wijkprofiel, buurtprofiel, gebiedsprofiel | neighbourhood profile, area profile
        gebiedsanalyse, wijkanalyse, buurtanalyse | area analysis
        gebiedsagenda, wijkagenda, buurtagenda, wijkplan | area agenda, neighbourhood plan
        stapeling, meervoudige problemen, cumulatie | accumulation of problems, stacking of problems
        professional, hulpverlener | professional, social worker
        gemeenteraad, raad | municipal council, council
        subsidie, regeling, financiering | grant, subsidy, funding
        bijeenkomst, vergadering, overleg | meeting
        casus, praktijkvoorbeeld | case, practice example
        methode, aanpak, werkwijze | method, approach
        leerkring, leernetwerk, lerend netwerk | learning circle, learning network
        privacy, avg, persoonsgegevens | privacy, gdpr, personal data
        cijfers, gegevens, data, statistiek | figures, data, statistics
        toegankelijkheid, digitoegankelijk | accessibility
        """
}
