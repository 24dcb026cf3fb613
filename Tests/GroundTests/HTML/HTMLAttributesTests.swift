import HTML
import Testing

@Suite struct HTMLAttributesTests {
    @Test("attributes are written in the order given, one or many")
    func order() {
        #expect(markup(div { "x" }) == "<div>x</div>")
        #expect(markup(div(.id("a")) { "x" }) == "<div id=\"a\">x</div>")
        let many = markup(
            div(.class("kop groot").id("x").lang("en").role("img").aria("label", "L").data("kop", "K").tabindex(-1).custom("fetchpriority", "high")) { "" })
        #expect(
            many == "<div class=\"kop groot\" id=\"x\" lang=\"en\" role=\"img\" aria-label=\"L\" data-kop=\"K\" tabindex=\"-1\" fetchpriority=\"high\"></div>")
    }

    @Test("boolean attributes are there or not")
    func booleans() {
        #expect(markup(input(.type("checkbox").checked().required(false).disabled(true))) == "<input type=\"checkbox\" checked disabled>")
    }

    @Test("attributes can depend on a condition")
    func conditions() {
        #expect(markup(li(.class("rij", "hier", when: true)) { "" }) == "<li class=\"rij hier\"></li>")
        #expect(markup(li(.id("a").class("rij", "hier", when: false).ariaCurrent(nil)) { "" }) == "<li id=\"a\" class=\"rij\"></li>")
        #expect(markup(li(.class("rij").when(true, .ariaCurrent("page")).when(false, .id("x"))) { "" }) == "<li class=\"rij\" aria-current=\"page\"></li>")
        #expect(markup(li(.none.adding(.id("a").class("b"))) { "" }) == "<li id=\"a\" class=\"b\"></li>")
    }

    @Test(
        "addresses that are relative or have a known scheme stay as they are",
        arguments: [
            "/wijken/WK036302", "profiel?jaar=2024&x=a:b", "#figuren", "", "?q=1:2", "//cdn.example/x", "https://www.cbs.nl/a?b=1&c=2",
            "HTTP://EXAMPLE.NL",
            "mailto:info@gemeente.nl", "tel:+31201234567", " https://x.nl", "./a:b", "../a", "wijk/javascript:x", "#javascript:alert(1)",
            "javascript&colon;alert(1)",
            "javascript&#58;alert(1)", "javascript%3Aalert(1)",
        ])
    func allowed(address: String) {
        #expect(SafeURL.checked(address) == address)
        let escaped = markup(address)
        #expect(markup(a(.href(address)) { "x" }) == "<a href=\"\(escaped)\">x</a>")
    }

    @Test(
        "addresses with any other scheme become #",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "\u{1}javascript:alert(1)", "\u{0}javascript:x", "java\tscript:alert(1)",
            "java\nscript:x",
            "java\r\nscript:x",
            "jav\u{0}ascript:x", "\t\n javascript\n:x", "javascript :x", "data:text/html,<script>", "DATA:image/svg+xml;base64,AA",
            "vbscript:x", "blob:https://x",
            "file:///etc/passwd", "view-source:javascript:x",
            "feed:javascript:x", "javascript:", ":x", "ｊavascript:x", "javascript&:x", "\u{FEFF}javascript:x",
            "12:30", "mailto\u{A0}:x",
            "\u{7F}javascript:x", "https&colon;javascript:x",
        ])
    func refused(address: String) {
        for element in [
            markup(a(.href(address)) { "" }), markup(img(.src(address))), markup(form(.action(address)) { "" }), markup(button(.formAction(address)) { "" }),
            markup(video(.poster(address)) { "" }), markup(blockquote(.cite(address)) { "" }), markup(use(.href(address))),
            markup(use(.custom("xlink:href", address))),
            markup(a(.id("x").custom("HREF", address)) { "" }),
        ] {
            #expect(element.contains("=\"#\""))
            #expect(!element.lowercased().contains("script"))
        }
    }

    @Test("ASVS 1.2.1: styles, event handlers, inner documents and malformed names cannot be written")
    func refusedNames() {
        let refused: [StaticString] = [
            "style", "STYLE", "onclick", "OnLoad", "on", "onfocus ", "srcdoc", "srcset", "http-equiv", "", "a b", "x=\"", "x>", "x/", "é", "\u{0}x",
            "x\"onclick=\"y",
        ]
        for name in refused {
            #expect(markup(div(.custom(name, "x")) { "" }) == "<div></div>")
            #expect(markup(div(.id("i").custom(name, "x").lang("nl")) { "" }) == "<div id=\"i\" lang=\"nl\"></div>")
        }
        #expect(markup(div(.data("x y", "1").aria("x\"", "1").data("x", "\"")) { "" }) == "<div data-x=\"&quot;\"></div>")
    }

    @Test("a drawing's attributes keep the case SVG asks for")
    func drawings() {
        let drawing = svg(.viewBox(0, -1.5, 1000, 20).preserveAspectRatio("none").width(percent: 100).height(20)) {
            path(.d("M0 0h1").vectorEffect("non-scaling-stroke"))
            g { circle(.cx(1).cy(2.25).r(3)) { svgTitle { "A & B" } } }
        }
        #expect(
            markup(drawing) == "<svg viewBox=\"0 -1.5 1000 20\" preserveAspectRatio=\"none\" width=\"100%\" height=\"20\">"
                + "<path d=\"M0 0h1\" vector-effect=\"non-scaling-stroke\"/><g><circle cx=\"1\" cy=\"2.25\" r=\"3\"><title>A &amp; B</title></circle></g></svg>"
        )
    }
}
