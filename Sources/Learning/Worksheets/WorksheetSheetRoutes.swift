import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of one's own sheet: signed in, or behind the proof of a mail. No GET changes anything (D-13).
struct WorksheetSheetRoutes: Sendable {
    let part: WorksheetPart

    private typealias Words = WorksheetWords

    var table: [Route] {
        let mine = "/bijeenkomsten/{bijeenkomst}/werkbladen/{werkblad}/mijn", proof = "/inschrijvingen/{bewijs}/werkbladen"
        return [
            Route(.get, "/mijn/werkbladen", name: "worksheets.all", access: .person, summary: Words.both(\.mine)) { try await all($1) },
            Route(.get, mine, name: "worksheets.mine", access: .person, summary: Words.both(\.own)) { try await show(try await signedIn($1), $1) },
            Route(.post, mine, name: "worksheets.mine-save", access: .person, summary: Words.both(\.save)) { try await save(try await signedIn($1), $1) },
            Route(.post, mine + "/delen", name: "worksheets.mine-share", access: .person, summary: Words.both(\.share)) {
                try await share(try await signedIn($1), $1)
            },
            Route(.get, proof, name: "worksheets.proof-list", summary: Words.both(\.list)) { try await ownList($1) },
            Route(.get, proof + "/{werkblad}", name: "worksheets.proof", summary: Words.both(\.own)) { try await show(try await proved($1), $1) },
            Route(.post, proof + "/{werkblad}", name: "worksheets.proof-save", summary: Words.both(\.save)) { try await save(try await proved($1), $1) },
            Route(.post, proof + "/{werkblad}/delen", name: "worksheets.proof-share", summary: Words.both(\.share)) {
                try await share(try await proved($1), $1)
            },
        ]
    }

    /// Whose sheet it is, and by which door they came.
    private struct Scene: Sendable {
        let worksheet: Worksheet
        let door: SheetDoor
        let registration: Registration
        let owner: WorksheetStore.Owner
        let meeting: MeetingDoor
    }

    // MARK: Doors

    private func signedIn(_ context: WebContext) async throws -> Scene {
        guard let person = try await part.person(context) else { throw Problem.notFound }
        let meeting = try context.part("bijeenkomst", as: Identifier.self), worksheet = try await part.worksheet(of: meeting, context)
        guard let registration = try await part.owner(of: worksheet, person: person) else { throw Problem.notFound }
        return try await scene(worksheet, .signedIn(meeting: meeting), registration, person.id)
    }

    private func proof(_ context: WebContext) async throws -> (proof: String, registration: Registration) {
        let proof = try context.part("bewijs")
        guard let id = RegistrationProof.open(proof, part.people.installation.key, at: part.now), let found = try await part.registration.store.find(id) else {
            throw Problem.notFound
        }
        return (proof, found)
    }

    private func proved(_ context: WebContext) async throws -> Scene {
        let (proof, registration) = try await proof(context)
        let worksheet = try await part.worksheet(of: registration.meeting, context)
        return try await scene(worksheet, .proof(proof), registration, registration.draft.person)
    }

    private func scene(_ worksheet: Worksheet, _ door: SheetDoor, _ registration: Registration, _ person: Identifier?) async throws -> Scene {
        guard let meeting = try await part.registration.store.door(worksheet.meeting) else { throw Problem.notFound }
        let owner = WorksheetStore.Owner(registration: registration.id, person: person)
        return Scene(worksheet: worksheet, door: door, registration: registration, owner: owner, meeting: meeting)
    }

    // MARK: Lists

    private func all(_ context: WebContext) async throws -> Answer {
        guard let person = try await part.person(context) else { throw Problem.notFound }
        let lines = try await part.store.sheets(of: person.id, tag: part.registration.store.tag(person.mail))
        return context.page(PageHead(Words(context.language).mine, isListed: false), cache: .noStore) {
            MyWorksheetsPage(lines: lines, language: context.language)
        }
    }

    private func ownList(_ context: WebContext) async throws -> Answer {
        let (proof, registration) = try await proof(context)
        let worksheets = try await part.store.worksheets(of: registration.meeting)
        return context.page(PageHead(Words(context.language).list, isListed: false), cache: .noStore) {
            WorksheetListPage(
                title: Words(context.language).list, worksheets: worksheets, target: { .own(proof, $0.id) },
                back: RegistrationRoute.own(proof).address, backWords: Words(context.language).toPlace, adding: nil, language: context.language)
        }
    }

    // MARK: The sheet

    private func show(_ scene: Scene, _ context: WebContext) async throws -> Answer {
        let sheet = try await part.store.sheet(scene.worksheet.id, of: [scene.registration.id])
        // Who lost their place and never wrote has nothing here.
        guard sheet != nil || scene.registration.standing == .registered else { throw Problem.notFound }
        return try await page(scene, sheet, WorksheetForm.items(sheet), isSaved: context.query["bewaard"] == "1", context)
    }

    private func page(
        _ scene: Scene, _ sheet: FilledSheet?, _ form: Form, sharing: Form = Form(items: []), isSaved: Bool = false, isConflict: Bool = false,
        _ context: WebContext
    ) async throws -> Answer {
        let opens = WorksheetRules.opensAt(scene.meeting.facts)
        let sight = SheetSight(
            worksheet: scene.worksheet, door: scene.door, sheet: sheet, name: scene.registration.name, opensAt: part.now < opens ? opens : nil,
            isCancelled: scene.meeting.isCancelled, form: form, sharing: sharing, isSaved: isSaved, isConflict: isConflict,
            shared: scene.door.isSignedIn ? nil : try await shared(scene))
        let faulty = form.errors.isEmpty ? sharing : form
        var answer = context.formPage(scene.worksheet.facts.title, faulty) { SheetPage(sight: sight, token: $0, language: context.language) }
        if isConflict { answer.status = .conflict }
        return answer
    }

    /// What others shared with who comes by the proof of a mail: with the circle only where they have a place.
    private func shared(_ scene: Scene) async throws -> [FilledSheet] {
        let registration = scene.registration
        guard let meeting = try await part.meetings.store.find(registration.meeting) else { return [] }
        let isOfCircle = try await part.store.isOfCircle(meeting, person: nil, tag: part.registration.store.tag(registration.mail))
        let reader = WorksheetReader(isFacilitator: false, isOfCircle: isOfCircle)
        return try await part.store.shared(scene.worksheet.id, reader.readable).filter { $0.registration != registration.id }
    }

    private func save(_ scene: Scene, _ context: WebContext) async throws -> Answer {
        var form = context.fields
        guard let answers = WorksheetForm.answers(&form, count: scene.worksheet.facts.questions.count) else {
            return try await page(scene, try await part.store.sheet(scene.worksheet.id, of: [scene.registration.id]), form, context)
        }
        do {
            try await part.store.save(
                answers, on: scene.worksheet.id, by: scene.owner, version: WorksheetForm.version(form),
                from: part.people.origin(context, person: scene.door.isSignedIn ? scene.owner.person : nil))
        } catch let fault as WorksheetStore.Fault {
            if fault == .notNow { throw Problem.conflict(Words.both(\.notNow)) }
            guard fault == .conflict else { throw Problem.notFound }
            // Their own words stay in the form; what was saved meanwhile stands below it.
            let kept = try await part.store.sheet(scene.worksheet.id, of: [scene.registration.id])
            return try await page(scene, kept, form, isConflict: true, context)
        }
        return .redirect(to: scene.door.sheet(scene.worksheet.id).address.with(.init("bewaard", "1")), in: context.language)
    }

    private func share(_ scene: Scene, _ context: WebContext) async throws -> Answer {
        var form = context.fields
        let sharing = form.choice("met", of: Worksheet.Sharing.self, required: Words.both(\.chooseSharing))
        if let sharing {
            do {
                try await part.store.share(
                    scene.worksheet.id, by: scene.owner, with: sharing, name: form.has("naam", "ja") ? scene.registration.name : nil,
                    from: part.people.origin(context, person: scene.door.isSignedIn ? scene.owner.person : nil))
                return .redirect(to: scene.door.sheet(scene.worksheet.id).address.at("delen"), in: context.language)
            } catch let fault as WorksheetStore.Fault {
                switch fault {
                case .empty: form.fail("met", Words.both(\.emptyFault))
                case .signIn: form.fail("met", Words.both(\.signInFault))
                default: throw Problem.notFound
                }
            }
        }
        let sheet = try await part.store.sheet(scene.worksheet.id, of: [scene.registration.id])
        return try await page(scene, sheet, WorksheetForm.items(sheet), sharing: form, context)
    }
}
