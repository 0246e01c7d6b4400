"""Pages -> Files: pure, and so the work that is spread over processes."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from typing import Final

from warraq import frontmatter, markdown
from warraq.batches import spread
from warraq.model import File, Page
from warraq.theme import Theme, render_page, root_of

BATCH: Final = 64
"""Pages rendered by one task."""


def render(
    work: Iterable[tuple[Page, bytes | None]], theme: Theme, executor: Executor
) -> Iterator[File]:
    """Render pages, each with the bytes of the content file whose text it shows, in their order.

    Raises WarraqError where a template is wrong.
    """
    work_of = partial(render_batch, theme=theme.without_assets())
    yield from spread(executor, work_of, work, size=BATCH)


def render_batch(batch: Sequence[tuple[Page, bytes | None]], theme: Theme) -> list[File]:
    """The unit of work of an executor: touches no disk, so it may run anywhere."""
    return [_file(page, data, theme) for page, data in batch]


def _file(page: Page, data: bytes | None, theme: Theme) -> File:
    body = None
    if data is not None:
        body = markdown.render(frontmatter.body_of(data), page.context.files, root_of(page))
    return File(page.path, render_page(theme, page, body).encode("utf-8", "replace"))
