import Core
import Mail
import Web

/// Reads the forms of date polls.
enum DatePollForm {
    private typealias Words = DatePollWords

    /// What was filled in, but for the people: those are looked up.
    struct Sent: Sendable {
        let facts: DatePoll.Facts
        let options: [DatePoll.Option]
        let place: DatePoll.Place
    }

    /// What a new one begins with: an hour online, closing in a week.
    static func empty(at now: Int64) -> Form {
        let day = MeetingHours.written(MeetingHours.later(now, days: 7))
        return Form(items: [
            .init("minuten", "60"), .init("vorm", Meeting.Form.online.rawValue), .init("sluit-dag", day), .init("sluit-tijd", "17:00"),
        ])
    }

    private static func fitting(_ name: String, _ limit: Int, required: Localized? = nil, _ form: inout Form) -> String? {
        guard let text = form.text(name, limit: limit, required: required) else { return nil }
        guard text.unicodeScalars.count <= limit else {
            form.fail(name, Localized(nl: "Gebruik hoogstens \(limit) tekens", en: "Use at most \(limit) characters"))
            return nil
        }
        return text
    }

    /// - Parameter places: where one organises, by what the field sends
    static func read(_ form: inout Form, places: [String: DatePoll.Place], at now: Int64) -> Sent? {
        let title = fitting("titel", DatePollRules.titleLimit, required: Words.both(\.titleEmpty), &form)
        let place = form["waar"].flatMap { places[$0] }
        if place == nil { form.fail("waar", Words.both(\.placeEmpty)) }
        let about = fitting("over", DatePollRules.aboutLimit, &form) ?? ""
        let minutes = form.whole("minuten", DatePollRules.minutes, required: Words.both(\.minutesShape), otherwise: Words.both(\.minutesShape))
        let meets = form.choice("vorm", of: Meeting.Form.self, required: Words.both(\.formEmpty))
        let location = fitting("plek", DatePollRules.locationLimit, &form) ?? ""
        let deadline = MeetingForm.moment(&form, day: "sluit-dag", clock: "sluit-tijd", isRequired: true)
        if let deadline, deadline <= now { form.fail("sluit-dag", Words.both(\.deadlinePast)) }
        let maximum = form.whole("hoogste", 1...MeetingRules.most, otherwise: Words.both(\.maximumShape))
        let options = options(&form, minutes: minutes ?? 60, maximum: maximum, after: deadline ?? now)
        guard let title, let place, let minutes, let meets, let deadline, form.errors.isEmpty else { return nil }
        let facts = DatePoll.Facts(
            title: title, about: about, minutes: minutes, form: meets, location: meets == .online ? "" : location, deadline: deadline)
        return Sent(facts: facts, options: options, place: place)
    }

    // MARK: Moments

    static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { line in line.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    }

    private static func options(_ form: inout Form, minutes: Int, maximum: Int?, after deadline: Int64) -> [DatePoll.Option] {
        guard let text = fitting("momenten", 2000, required: Words.both(\.momentsEmpty), &form) else { return [] }
        let lines = lines(text)
        guard lines.count <= DatePollRules.options.upperBound else {
            form.fail("momenten", Words.both(\.momentsMany))
            return []
        }
        var options: [DatePoll.Option] = []
        for line in lines {
            guard let (start, end) = moment(line, minutes: minutes) else {
                form.fail("momenten", Words.both { $0.momentShape(line) })
                continue
            }
            options.append(DatePoll.Option(number: options.count + 1, startsAt: start, endsAt: end, maximum: maximum))
        }
        if Set(options.map(\.startsAt)).count < options.count { form.fail("momenten", Words.both(\.momentTwice)) }
        if options.contains(where: { $0.startsAt <= deadline }) { form.fail("momenten", Words.both(\.momentEarly)) }
        return options
    }

    /// `12-11-2026 14:00`, with an end of its own as `14:00-16:00` or `14:00 tot 16:00`.
    static func moment(_ line: String, minutes: Int) -> (start: Int64, end: Int64)? {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let hours = parts[1].replacing(" tot ", with: "-").split(separator: "-", omittingEmptySubsequences: false)
            .map { String($0).trimmed }
        guard (1...2).contains(hours.count), let start = MeetingHours.moment(day: parts[0], clock: hours[0]) else { return nil }
        guard hours.count == 2 else { return (start, start + Int64(minutes) * 60_000) }
        guard let end = MeetingHours.moment(day: parts[0], clock: hours[1]), end > start else { return nil }
        return (start, end)
    }

    // MARK: Answers

    static func option(_ number: Int) -> String { "moment-\(number)" }

    static func answers(_ form: inout Form, _ poll: DatePoll) -> [Int: DatePoll.Answer]? {
        var answers: [Int: DatePoll.Answer] = [:]
        for option in poll.options {
            answers[option.number] = form.choice(
                Self.option(option.number), of: DatePoll.Answer.self, required: Words.both(\.chooseEach), otherwise: Words.both(\.chooseEach))
        }
        return form.errors.isEmpty ? answers : nil
    }

    static func items(_ answers: [Int: DatePoll.Answer]) -> Form {
        Form(items: answers.sorted { $0.key < $1.key }.map { .init(option($0.key), $0.value.rawValue) })
    }
}

extension String {
    /// Without spaces around it.
    fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
