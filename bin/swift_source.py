"""Where code, strings and comments are in a Swift file, and brackets that belong together. Enough to find an expression; not a compiler."""

import re

CODE, STRING, COMMENT = 0, 1, 2


def kinds(text):
    """What every sign of the text is. The values within a string (`\\(…)`) are code."""
    found = bytearray(len(text))

    def mark(start, end, kind):
        found[start:end] = bytes([kind]) * (end - start)
        return end

    def string(start):
        place = start
        while text[place] == "#":
            place += 1
        hashes = "#" * (place - start)
        quote = '"""' if text.startswith('"""', place) else '"'
        place = mark(start, place + len(quote), STRING)
        while place < len(text):
            if text.startswith("\\" + hashes, place):
                after = place + 1 + len(hashes)
                if text[after : after + 1] == "(":
                    place = code(mark(place, after + 1, STRING), inside=True)
                    found[place - 1] = STRING
                else:
                    place = mark(place, after + 1, STRING)
            elif text.startswith(quote + hashes, place):
                return mark(place, place + len(quote) + len(hashes), STRING)
            else:
                place = mark(place, place + 1, STRING)
        return place

    def code(place, inside=False):
        depth = 0
        while place < len(text):
            if text.startswith("//", place):
                end = text.find("\n", place)
                place = mark(place, len(text) if end < 0 else end, COMMENT)
            elif text.startswith("/*", place):
                end = text.find("*/", place)
                place = mark(place, len(text) if end < 0 else end + 2, COMMENT)
            elif text[place] == '"' or re.match(r'#+"', text[place : place + 4]):
                place = string(place)
            else:
                depth += {"(": 1, ")": -1}.get(text[place], 0)
                place += 1
                if inside and depth < 0:
                    return place
        return place

    code(0)
    return found


class SwiftSource:
    """A file, and what its signs are."""

    def __init__(self, text):
        self.text = text
        self.kinds = kinds(text)

    def is_code(self, place):
        return self.kinds[place] == CODE

    def line(self, place):
        return self.text.count("\n", 0, place) + 1

    def closing(self, opening):
        """The place after the bracket that closes the one at `opening`."""
        depth = 0
        for place in range(opening, len(self.text)):
            if self.kinds[place] != CODE:
                continue
            depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(self.text[place], 0)
            if depth == 0:
                return place + 1
        raise ValueError(f"line {self.line(opening)}: a bracket is not closed")

    def matches(self, pattern):
        """Matches that begin in code."""
        return (found for found in re.finditer(pattern, self.text, re.MULTILINE) if self.is_code(found.start()))

    def matches_after(self, pattern, start):
        """Places from `start` on where a match begins that stands in no bracket opened after `start`."""
        depth = 0
        for place in range(start, len(self.text)):
            if not self.is_code(place):
                continue
            if depth == 0 and re.match(pattern, self.text[place:place + 40]) and not self.text[place - 1].isalnum():
                yield place
            depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(self.text[place], 0)

    def parts(self, start, end):
        """The pieces between commas that stand in no bracket: (start, end), without the spaces around."""
        depth, begin, pieces = 0, start, []
        for place in range(start, end):
            sign = self.text[place] if self.kinds[place] == CODE else ""
            depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(sign, 0)
            if sign == "," and depth == 0:
                pieces.append((begin, place))
                begin = place + 1
        pieces.append((begin, end))
        text = self.text
        return [(a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())) for a, b in pieces]
