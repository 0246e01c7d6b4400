"""The lines around an article on its page, and those of its head: what they state, and captions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile
from typing import Final

from warraq.importer import boilerplate, captions, imprint, markup
from warraq.importer.document import Facts
from warraq.importer.lines import key
from warraq.importer.markup import Block
from warraq.importer.webpage import article, metadata, statements, title

_CAPTION: Final = 20
"""Words of the longest line that nothing but its place below a picture shows to be a caption."""
_BOXED: Final = 3
"""Words of the shortest that its picture alone shows to be one; fewer are a button's."""
_SUMMARY: Final = range(5, 61)
"""Words of a line below a headline that is a summary."""
_BESIDE: Final = 3
"""Lines right above a headline, in its own part of the page, in which its date may stand."""
_FOOT: Final = 8
"""Lines below an article in which its writer and its source are looked for."""
_TAG: Final = 40
"""Characters of the longest tag."""
_MOST_TAGS: Final = 12
_TAKEN_APART: Final = 4
_LEAST_POINTS: Final = 2
_POINT_WORDS: Final = 5
"""Of such a list's items, on an average: those of a menu have fewer."""
_HEAD: Final = 12
"""Lines above an article in which its date, its writer and its picture are looked for."""


@dataclass(slots=True)
class Page:
    """A page's blocks, those of its article, and what is known of that: first what its metadata
    says.
    """

    blocks: Sequence[Block]
    chosen: set[int]
    facts: Facts
    today: date
    lead: int = 0
    """Lines without tags at its beginning, which are read as a text's."""
    rules: dict[int, str] = field(default_factory=dict)
    """Of the lines that state something of the article and are none of it."""

    def read(self) -> None:
        """Take what the lines around the article state."""
        first = min(self.chosen)
        self._take_headline(first)
        self.chosen.update(self._points(first))
        self._read_head(first)
        self._read_foot(first)
        self._compare()

    def _take_headline(self, first: int) -> None:
        """Find the headline, and take it and what stands above it out of the text."""
        found = title.find(self.blocks, self.chosen, self.facts, self.today)
        site = self.facts.site or metadata.site_beside(found, self.facts.called)
        self.facts = replace(self.facts, title=found, site=site)
        if not found:  # it may be one of the lines above, which others than pages have too
            self.chosen.update(self._above(first))
            return
        for i, block in enumerate(self.blocks):
            if key(found) in (key(block.text), key(title.labelled(block.text))):
                self._take(i, "title again" if self.rules else "title")
        for i in sorted(self.chosen):
            line = self.blocks[i].line(1)
            if i > min(self.rules, default=0) or line.prose or line.ends:
                break
            self.chosen.discard(i)  # a site's name or a menu above the headline

    def _read_head(self, first: int) -> None:
        """From right above the headline to the article's end: what is stated, captions, summary."""
        start = max((i for i in self.rules if i < first), default=max(0, first - _HEAD))
        text = next((i for i in sorted(self.chosen) if self.blocks[i].prose), first)
        end = max(self.chosen, default=first) + 1
        for i in (*self._beside(start), *range(max(start, self.lead), end)):
            marked = self.blocks[i].mark == "caption"  # it may say what the headline says
            if (i not in self.rules or marked) and (rule := self._read_line(i, start, text)):
                self._take(i, rule)

    def _read_line(self, index: int, start: int, text: int) -> str:
        """Take what a line below a headline states; its rule, or ''. The first paragraph stands at
        `text`.
        """
        block = self.blocks[index]
        if index < text and block.mark != "caption":
            self.facts, rule = statements.head_line(self.facts, block, self.today)
            if rule:
                return rule
        if block.mark == "caption" or (index > start and self._is_caption(index)):
            caption = captions.read(block.text, self.today)
            self.facts = statements.with_caption(self.facts, caption)
            return "caption"
        if index == start + 1 and self._is_summary(index):
            self.facts = replace(self.facts, summary=self.facts.summary or block.text)
            return "summary"
        return ""

    def _read_foot(self, first: int) -> None:
        """Below the article: writer, source and tags."""
        end = max(self.chosen, default=first) + 1
        for i in range(end, min(end + _FOOT, len(self.blocks))):
            self.facts, rule = statements.foot_line(self.facts, self.blocks[i], self.today)
            self.rules |= {i: rule} if rule else {}
            if not self.facts.tags and (tagged := self._tagged(i)):
                self.facts = replace(self.facts, tags=self._tags(tagged))
                self.rules |= dict.fromkeys(tagged, "tags")

    def _compare(self) -> None:
        """A description is a summary unless it speaks of something else, as a site's own does;
        keywords are tags where the text speaks of them.
        """
        facts = self.facts
        whole = key("".join([facts.title, *(self.blocks[i].text for i in sorted(self.chosen))]))
        about = title.share_said(facts.summary, whole) > title.ABOUT
        keywords = () if self._is_taken_apart(facts.keywords) else facts.keywords
        tags = tuple(word for word in keywords if title.share_said(word, whole) == 1)
        summary = facts.summary if about else ""
        self.facts = replace(facts, summary=summary, tags=facts.tags or tags)

    def _is_taken_apart(self, keywords: Sequence[str]) -> bool:
        """Keywords that are nothing but the headline's words, each by itself."""
        words = {key(word) for word in self.facts.title.split()}
        return len(keywords) >= _TAKEN_APART and all(key(word) in words for word in keywords)

    def _points(self, first: int) -> list[int]:
        """The items of a list between the headline and the text, in its part of the page, which say
        at some length of what it speaks.
        """
        heads = (i for i in range(first - 1, -1, -1) if self.rules.get(i) == "title")
        between = range(next(heads, first) + 1, first)
        points = [i for i in between if self.blocks[i].mark == "item" and i not in self.rules]
        if len(points) < _LEAST_POINTS or any(self.blocks[i].linked for i in points):
            return []
        texts = [self.blocks[i].text for i in points]
        around = set(self.blocks[first].around())
        whole = key("".join(self.blocks[i].text for i in self.chosen))
        same = all(around & set(list(self.blocks[i].around())[2:3]) for i in points)
        told = sum(text.count(" ") + 1 for text in texts) >= _POINT_WORDS * len(texts)
        about = title.share_said(" ".join(texts), whole) > title.ABOUT
        return points if same and told and about else []

    def _take(self, index: int, rule: str) -> None:
        """A line out of the article."""
        self.rules[index] = rule
        self.chosen.discard(index)

    def _tagged(self, index: int) -> range:
        """A label such as «وسوم:» with tags beside it, or with links in one part below it."""
        beside = imprint.tags_label(self.blocks[index].text)
        below = self.blocks[index + 1 : index + 1 + _MOST_TAGS] if beside == "" else []
        links = takewhile(lambda block: block.is_link and block.parent is below[0].parent, below)
        count = sum(1 for _ in links)
        return range(index, index + 1 + count if beside or count else index)

    def _tags(self, indexes: Sequence[int]) -> tuple[str, ...]:
        texts = [self.blocks[i].text for i in indexes]
        texts[0] = imprint.tags_label(texts[0]) or ""
        tags = (tag for text in texts for tag in imprint.tags_of(text))
        return tuple(tag for tag in tags if len(tag) <= _TAG)

    def _above(self, first: int) -> Iterator[int]:
        """Lines right above the text that are no links."""
        for i in range(first - 1, max(-1, first - 1 - article.BEFORE), -1):
            if self.blocks[i].is_link:
                return
            yield i

    def _beside(self, title: int) -> Iterator[int]:
        """The lines right above the headline that share its part of the page: no page's clock."""
        part = self.blocks[title].parent
        for i in range(title - 1, max(-1, title - 1 - _BESIDE), -1):
            if part not in self.blocks[i].around() or part.tag in ("body", "html"):
                return
            yield i

    def _is_caption(self, index: int) -> bool:
        """A few words right below a picture, in a box of their own with it; or by themselves, and a
        paragraph below them. In bold letters they are a sub-heading, and what asks is a button.
        """
        block, line = self.blocks[index], self.blocks[index].line(1)
        after = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        if not (block.pictured and block.gap and block.mark == "" and line.words <= _CAPTION):
            return False
        if line.ends or markup.is_bold(block.element) or boilerplate.marks_tail(block.text):
            return False
        boxed = line.words >= _BOXED and block.linked == 0 and markup.is_boxed(block)
        return boxed or (after is not None and after.prose)

    def _is_summary(self, index: int) -> bool:
        """Right below the headline, in the same part of the page, and none of the article; no link
        and no button.
        """
        title, block = self.blocks[index - 1], self.blocks[index]
        return (
            self.facts.title != ""
            and index not in self.chosen
            and title.parent is block.parent
            and block.linked == 0
            and _SUMMARY.start <= block.line(1).words < _SUMMARY.stop
            and not boilerplate.marks_tail(block.text)
        )
