import Core
import People

/// Questions that can be used again: those that come with the product, and those an organisation kept.
package struct SurveySet: Sendable, Hashable {
    package let key: String
    package let title: Localized
    package let questions: [SurveyQuestion]

    /// Sets that come with the product.
    package static let builtIn: [SurveySet] = [experience, background]

    private static func words(_ nl: String, _ en: String) -> [String: String] { ["nl": nl, "en": en] }

    private static func scale(_ nl: String, _ en: String) -> SurveyQuestion {
        SurveyQuestion(.scale, words(nl, en), low: words("helemaal oneens", "fully disagree"), high: words("helemaal eens", "fully agree"))
    }

    /// How people experience where they live.
    static let experience = SurveySet(
        key: "beleving", title: Localized(nl: "Hoe mensen hun buurt beleven", en: "How people experience their neighbourhood"),
        questions: [
            scale("Ik voel me thuis in mijn buurt.", "I feel at home in my neighbourhood."),
            scale("Ik voel me hier veilig, ook als het donker is.", "I feel safe here, also when it is dark."),
            scale("Ik ken mensen in mijn buurt bij wie ik kan aankloppen.", "I know people here whom I can turn to."),
            scale("Mijn straat is schoon en heel.", "My street is clean and in good repair."),
            scale("Er is genoeg groen om van te genieten.", "There is enough green to enjoy."),
            scale("Wat ik elke dag nodig heb, is dichtbij.", "What I need every day is close by."),
            scale("Ik kan meepraten over wat hier verandert.", "I can have a say in what changes here."),
            SurveyQuestion(
                .several, words("Waar gaat het hier goed mee?", "What goes well here?"),
                options: [
                    words("Contact met buren", "Contact with neighbours"), words("Groen en spelen", "Green and play"),
                    words("Winkels en zorg", "Shops and care"),
                    words("Verkeer en parkeren", "Traffic and parking"), words("Woningen", "Homes"), words("Veiligheid", "Safety"),
                ]),
            SurveyQuestion(.text, words("Wat moet hier als eerste beter?", "What must get better here first?")),
        ])

    /// What results can be split by; nothing about where somebody comes from.
    static let background = SurveySet(
        key: "achtergrond", title: Localized(nl: "Leeftijd en woning", en: "Age and home"),
        questions: [
            SurveyQuestion(
                .one, words("Hoe oud ben je?", "How old are you?"),
                options: [
                    words("Jonger dan 25", "Younger than 25"), words("25 tot 45", "25 to 45"), words("45 tot 65", "45 to 65"),
                    words("65 of ouder", "65 or older"),
                ], isBackground: true),
            SurveyQuestion(
                .one, words("Huur je of is je huis van jou?", "Do you rent, or do you own your home?"),
                options: [words("Ik huur", "I rent"), words("Mijn huis is van mij", "I own it"), words("Anders", "Otherwise")], isBackground: true),
        ])
}
