"""The pictures that a saved page's article shows, where a browser saved them beside the page."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from warraq.importer.captions import Caption
from warraq.importer.document import Facts
from warraq.importer.markup import Block
from warraq.importer.member import is_companion


def with_saved(
    facts: Facts, blocks: Sequence[Block], chosen: Collection[int], rules: Mapping[int, str]
) -> Facts:
    """The facts with where the article's pictures were saved: those between its title and its end.

    A caption's picture stands right before it. The picture that the metadata names is the first
    without a caption, if the page shows one.
    """
    title = max((i for i, rule in rules.items() if rule == "title"), default=-1)
    images = list(facts.images)
    for i in sorted({*chosen, *rules}):
        if title < i <= max(chosen, default=-1):
            for src, alt in blocks[i].pictures:
                if is_companion(src):
                    caption = blocks[i].text if rules.get(i) == "caption" else ""
                    _add(images, Caption("", beside=src, alt="" if alt.isascii() else alt), caption)
    return replace(facts, images=tuple(images))


def _add(images: list[Caption], shown: Caption, caption: str) -> None:
    """Give what is known of a picture the place where it was saved."""
    for index, image in enumerate(images):
        same = caption.startswith(image.text) if image.text else image.src and not caption
        if same and not image.beside:
            images[index] = replace(image, beside=shown.beside, alt=image.alt or shown.alt)
            return
    if not any(image.beside == shown.beside for image in images):
        images.append(shown)
