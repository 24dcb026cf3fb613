import Core
import People
import Synchronization
import Web

/// The frame of every page with the name, colours and language that were chosen for the installation (ORG-23), and what is said of a demonstration.
///
/// The database is asked at most once a second, whatever the number of pages; when it does not answer, the last look stays.
final class FrameInForce: Sendable {
    private let usual: SiteFrame
    private let look: Snapshot<InstallationLook?>
    private let mark: DemoMark
    /// The look that ``frame()`` was made of last, and that frame.
    private let last: Mutex<(look: InstallationLook?, frame: SiteFrame)>

    init(_ usual: SiteFrame, look: Snapshot<InstallationLook?>, mark: DemoMark) {
        self.usual = usual
        self.look = look
        self.mark = mark
        self.last = Mutex((nil, usual))
    }

    var source: FrameSource {
        {
            var frame = await self.frame()
            // When the database does not answer, the page comes without the mark.
            if let notice = try? await self.mark.notice() { frame.notice = notice }
            return frame
        }
    }

    private func frame() async -> SiteFrame {
        let now: InstallationLook?
        do { now = try await look.current() } catch { return last.withLock { $0.frame } }
        return last.withLock { last in
            if last.look != now { last = (now, now.map { Self.frame(usual, $0) } ?? usual) }
            return last.frame
        }
    }

    private static func frame(_ usual: SiteFrame, _ look: InstallationLook) -> SiteFrame {
        var frame = usual
        frame.name = look.name
        frame.tagline = look.tagline.nl.isEmpty ? nil : look.tagline
        frame.defaultLanguage = look.language
        if !look.theme.isNothing { frame.themeSheet = look.theme.address }
        if let main = look.theme.main { frame.themeColor = main.description }
        return frame
    }
}
