import Core

/// What is done with personal data, why, and for how long: the register of processing (AVG art. 30), one entry for each purpose.
package enum ProcessingActivity: String, Sendable, Hashable, CaseIterable {
    case signingIn = "aanmelden"
    case administration = "mensen-en-rollen"
    case contacts = "contactpersonen"
    case questions = "vragen"
    case notices = "berichten"
    case files = "bestanden"
    case profiles = "profielen"
    case meetings = "bijeenkomsten"
    case inventory = "inbreng"
    case groups = "intervisie"
    case voices = "stemmen"
    case journal = "logboek"
    case mail = "mail"
    case readLog = "inzage"

    package var name: Localized {
        switch self {
        case .signingIn: Localized(nl: "Aanmelden", en: "Signing in")
        case .administration: Localized(nl: "Mensen en rollen", en: "People and roles")
        case .contacts: Localized(nl: "Contactpersonen", en: "People to contact")
        case .questions: Localized(nl: "Vragen en antwoorden", en: "Questions and answers")
        case .notices: Localized(nl: "Berichten", en: "Messages")
        case .files: Localized(nl: "Bestanden", en: "Files")
        case .profiles: Localized(nl: "Profielen", en: "Profiles")
        case .meetings: Localized(nl: "Bijeenkomsten", en: "Meetings")
        case .inventory: Localized(nl: "Antwoorden op oproepen", en: "Answers to calls")
        case .groups: Localized(nl: "Leren in een groep", en: "Learning in a group")
        case .voices: Localized(nl: "Gesprekken met bewoners", en: "Conversations with residents")
        case .journal: Localized(nl: "Logboek", en: "Journal")
        case .mail: Localized(nl: "Mail", en: "Mail")
        case .readLog: Localized(nl: "Wie wat las", en: "Who read what")
        }
    }

    package var purpose: Localized {
        switch self {
        case .signingIn: Localized(nl: "Weten dat jij het bent.", en: "Knowing that it is you.")
        case .administration: Localized(nl: "Weten wie wat mag, en namens wie.", en: "Knowing who may do what, and on whose behalf.")
        case .contacts: Localized(nl: "Laten zien aan wie je iets kunt vragen.", en: "Showing whom you can ask.")
        case .questions: Localized(nl: "Je antwoorden als je ons schrijft.", en: "Answering you when you write to us.")
        case .notices: Localized(nl: "Je laten weten wat er voor jou verandert.", en: "Letting you know what changes for you.")
        case .profiles:
            Localized(nl: "Elkaar vinden: wie werkt waaraan, en wie weet waar veel van.", en: "Finding each other: who works on what, and who knows about it.")
        case .files: Localized(nl: "Foto’s en documenten laten zien die je zelf kiest.", en: "Showing pictures and documents that you choose yourself.")
        case .meetings:
            Localized(nl: "Weten wie er komt, en het programma daarop maken.", en: "Knowing who comes, and making the programme to fit.")
        case .inventory:
            Localized(
                nl: "Weten wat mensen willen leren, en laten weten wat eruit komt.", en: "Knowing what people want to learn, and telling what comes of it.")
        case .groups: Localized(nl: "In een vaste groep met elkaar over vragen uit het werk praten.", en: "Talking about questions from work in a fixed group.")
        case .voices:
            Localized(
                nl: "Horen wat mensen van hun buurt vinden, en laten weten wat ermee gebeurt.",
                en: "Hearing what people think of their area, and telling what comes of it.")
        case .journal: Localized(nl: "Kunnen nagaan wie wat deed.", en: "Being able to see who did what.")
        case .mail: Localized(nl: "Je een code of een bericht sturen.", en: "Sending you a code or a message.")
        case .readLog: Localized(nl: "Kunnen nagaan wie jouw gegevens las.", en: "Being able to see who read your data.")
        }
    }

    /// The basis of AVG art. 6.
    package var basis: Localized {
        switch self {
        case .contacts, .files, .profiles, .meetings, .inventory, .groups, .voices:
            Localized(nl: "Je vindt het goed (AVG, artikel 6, lid 1, onder a).", en: "You agree (GDPR, article 6(1)(a)).")
        case .signingIn, .administration, .mail, .questions, .notices:
            Localized(nl: "Een taak van algemeen belang (AVG, artikel 6, lid 1, onder e).", en: "A task in the public interest (GDPR, article 6(1)(e)).")
        case .journal, .readLog:
            Localized(
                nl: "Een plicht uit de wet: gegevens beveiligen en dat laten zien (AVG, artikel 6, lid 1, onder c).",
                en: "A duty by law: keeping data safe and showing it (GDPR, article 6(1)(c)).")
        }
    }

    package var kept: Localized {
        switch self {
        case .signingIn:
            Localized(
                nl: """
                    Een kenmerk van je code en je wachtwoord, je aanmeldingen met tijd en apparaat, het geheim van je app, je nummer bij je organisatie, \
                    een nieuw mailadres tot je laat zien dat het van jou is.
                    """,
                en: """
                    A mark of your code and your password, your sessions with time and device, the secret of your app, your number at your organisation, \
                    a new mail address until you show that it is yours.
                    """)
        case .administration:
            Localized(nl: "Je naam, mailadres, taal, rollen en organisaties.", en: "Your name, mail address, language, roles and organisations.")
        case .contacts:
            Localized(
                nl: "Je naam, en je mailadres of telefoonnummer. Je kiest zelf wat iedereen ziet.",
                en: "Your name, and your mail address or telephone number. You choose what everyone sees.")
        case .questions:
            Localized(
                nl: "Je naam, mailadres en telefoonnummer, je bericht, en wie het oppakte.",
                en: "Your name, mail address and telephone number, your message, and who took it up.")
        case .notices:
            Localized(
                nl: "Wat er veranderde, wanneer je het las, en hoe vaak je mail wilt.", en: "What changed, when you read it, and how often you want mail.")
        case .profiles:
            Localized(
                nl: "Wat jij over jezelf vertelt: werk, kennis, regio, talen, telefoonnummer en foto. Jij kiest wie wat ziet; in het begin niemand.",
                en: "What you tell about yourself: work, knowledge, region, languages, telephone number and photo. You choose who sees what; nobody at first.")
        case .files:
            Localized(
                nl: "Je foto’s en documenten, met wie ze stuurde en wanneer. Uit een foto halen wij plek, tijd en toestel.",
                en: "Your pictures and documents, with who sent them and when. We take place, time and camera out of a picture.")
        case .meetings:
            Localized(
                nl: "Je naam, mailadres, rol, gemeente, wat je wilt leren, en of je er was. Wie spreekt, staat op het programma.",
                en: "Your name, mail address, role, municipality, what you want to learn, and whether you were there. Who speaks stands on the programme.")
        case .inventory:
            Localized(
                nl: "Je antwoorden. Of je naam erbij staat, zegt de oproep vooraf. Je mailadres alleen als je dat geeft.",
                en: "Your answers. Whether your name is with them, the call says first. Your mail address only if you give it.")
        case .groups:
            Localized(
                nl: "In welke groep je zit, wat je daar schrijft, en verhalen die je meebrengt. Alleen de groep leest dat.",
                en: "Which group you are in, what you write there, and stories you bring. Only the group reads that.")
        case .voices:
            Localized(
                nl: "Wat je vertelt, met de dag. Je naam niet. Als je was aangemeld, staat apart dat het van jou is.",
                en: "What you tell, with the day. Not your name. Where you were signed in, it stands apart that it is yours.")
        case .journal:
            Localized(
                nl: "Wie wat deed, wanneer en waarmee. Geen namen en geen mailadressen.",
                en: "Who did what, when and with what. No names and no mail addresses.")
        case .mail:
            Localized(
                nl: "Je naam en mailadres, het onderwerp en het antwoord van de mailserver.",
                en: "Your name and mail address, the subject and the answer of the mail server.")
        case .readLog:
            Localized(nl: "Een schuilnaam van wie het gaat, waarvoor en wanneer.", en: "A pseudonym of whom it is about, what for and when.")
        }
    }

    /// How long, in words. What is past its time is not used any more.
    package var term: Localized {
        switch self {
        case .signingIn:
            Localized(
                nl: """
                    Codes en een nieuw mailadres een uur. Aanmeldingen tot \(RetentionTerm.sessions) dagen nadat je ze gebruikte. Pogingen een dag. \
                    De rest zolang je toegang hebt.
                    """,
                en: """
                    Codes and a new mail address for an hour. Sessions until \(RetentionTerm.sessions) days after you used them. Tries for a day. \
                    The rest for as long as you have access.
                    """)
        case .administration: Localized(nl: "Zolang je toegang hebt.", en: "For as long as you have access.")
        case .contacts: Localized(nl: "Zolang je contactpersoon bent.", en: "For as long as you are the one to contact.")
        case .questions:
            Localized(
                nl: "Tot \(RetentionTerm.questionsDone) dagen na het antwoord. Zonder antwoord \(RetentionTerm.questionsOpen) dagen.",
                en: "Until \(RetentionTerm.questionsDone) days after the answer. Without an answer \(RetentionTerm.questionsOpen) days.")
        case .notices:
            Localized(
                nl: "Een bericht \(RetentionTerm.notices) dagen. Je keuze zolang je toegang hebt.",
                en: "A message for \(RetentionTerm.notices) days. Your choice for as long as you have access.")
        case .profiles: Localized(nl: "Tot jij het weghaalt, en zolang je toegang hebt.", en: "Until you take it away, and for as long as you have access.")
        case .files:
            Localized(
                nl: "Tot jij ze weghaalt, of tot datgene weg is waar ze bij horen. Wat op een formulier wacht: twee uur, en hoogstens een dag tot het weg is.",
                en: "Until you take them away, or until what they belong to is gone. What waits for a form: two hours, and at most a day until it is gone.")
        case .meetings:
            Localized(
                nl:
                    "Tot \(RetentionTerm.registrations) dagen na de bijeenkomst. Antwoorden op een datumprikker tot 90 dagen na de laatste dag. Wie sprak, blijft op het programma staan.",
                en:
                    "Until \(RetentionTerm.registrations) days after the meeting. Answers to a date poll until 90 days after the last day. Who spoke stays on the programme."
            )
        case .inventory:
            Localized(
                nl: "Wat je nog niet instuurde \(RetentionTerm.drafts) dagen. Namen tot \(RetentionTerm.answerNames) dagen na de ronde.",
                en: "What you did not hand in yet for \(RetentionTerm.drafts) days. Names until \(RetentionTerm.answerNames) days after the round.")
        case .groups:
            Localized(
                nl: "Wat je schreef tot \(RetentionTerm.groupNotes) dagen na een keer samen. De rest tot je de groep verlaat.",
                en: "What you wrote until \(RetentionTerm.groupNotes) days after a time together. The rest until you leave the group.")
        case .voices:
            Localized(
                nl: "Tot je het terugneemt. Dat het van jou is: tot \(RetentionTerm.voices) dagen na het gesprek.",
                en: "Until you take it back. That it is yours: until \(RetentionTerm.voices) days after the conversation.")
        case .journal, .readLog: Localized(nl: "Zolang deze site bestaat.", en: "For as long as this site exists.")
        case .mail:
            Localized(
                nl: "De tekst tot de mail weg is. De rest \(RetentionTerm.mail) dagen.",
                en: "The text until the mail is gone. The rest for \(RetentionTerm.mail) days.")
        }
    }
}
