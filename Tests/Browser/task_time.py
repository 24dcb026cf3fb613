"""What a task costs a person, by fixed costs: the keys typed, the things pointed at, the decisions, and the words that one must read."""

# Section 9 of the learning network: seconds for a key, for pointing, for a decision, and words read in a minute.
KEY, POINT, DECIDE = 0.28, 1.1, 1.35
WORDS_A_MINUTE = 200

# Words in sight of a part of a page: not those of lists, of what folds out, of what is hidden or is only read aloud.
WORDS = """part => {
    const all = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    let count = 0;
    while (all.nextNode()) {
        if (all.currentNode.parentElement.closest("select, textarea, details, [hidden], [inert], .vh")) continue;
        count += all.currentNode.data.split(/\\s+/).filter(word => /[\\p{L}\\p{N}]/u.test(word)).length;
    }
    return count;
}"""


class Walk:
    """Does a task on a page and counts what it takes; `seconds` is what it took so far."""

    def __init__(self, page):
        self.page = page
        self.keys = self.pointed = self.decisions = self.words = self.clicks = 0

    @property
    def seconds(self) -> float:
        return self.keys * KEY + self.pointed * POINT + self.decisions * DECIDE + self.words * 60 / WORDS_A_MINUTE

    def __str__(self):
        return (f"{self.seconds:.1f} s: {self.words} words, {self.keys} keys, {self.pointed} things pointed at, "
                f"{self.decisions} decisions, {self.clicks} buttons and links")

    def read(self, where: str):
        """Reads every part of the page that a selector finds. There must be one: what is not there costs nothing."""
        parts = self.page.locator(where)
        assert parts.count() > 0, f"nothing to read at {where} on {self.page.url}"
        self.words += sum(part.evaluate(WORDS) for part in parts.all())

    def point(self):
        """Reaches one thing, having decided to."""
        self.pointed += 1
        self.decisions += 1

    def type(self, field: str, words: str):
        """Reads a field and types in it. What a browser knows of a person by itself takes no more than a choice."""
        box = self.page.locator("#" + field)
        self.read(f".veld:has(#{field})")
        self.point()
        if (box.get_attribute("autocomplete") or "off") == "off":
            self.keys += len(words)
        box.fill(words)

    def select(self, field: str, **option):
        """Reads what a list asks, opens it and chooses."""
        self.read(f".veld:has(#{field})")
        self.point()
        self.pointed += 1
        self.page.locator("#" + field).select_option(**option)

    def check(self, box):
        """One of the answers in sight; the question was read."""
        self.point()
        box.check()

    def press(self, button):
        """A button or a link; what follows is on the page that it leads to."""
        self.point()
        self.clicks += 1
        with self.page.expect_navigation():
            button.click()
