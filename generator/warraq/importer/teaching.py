"""When the archive's own articles teach a model of its categories, and where that is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from warraq import frontmatter, markdown
from warraq.errors import Problem
from warraq.folders import write_atomically
from warraq.importer import categories
from warraq.importer.categories import CategoryModel
from warraq.model import Article

FILE: Final = "categories.json"
"""In the archive's cache; deleting it costs one fitting."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """The model, if there is one, and why there is none or an old one."""

    model: CategoryModel | None = None
    notice: Problem | None = None


def teach(cache: Path, root: Path, articles: Sequence[Article]) -> Lesson:
    """The model of an archive's categories, fitted anew where enough has changed since the last.

    Articles whose category is only a suggestion teach nothing. Texts are read only when a model is
    fitted. OSError where `cache` cannot be written.
    """
    taught = [a for a in articles if a.category and not a.suggested.category and not a.withdrawn]
    enough = categories.learnable([article.category for article in taught])
    path = cache / FILE
    model = categories.from_json(_read(path))
    if not enough:
        return Lesson(notice=_too_few(len(taught)))
    if model and not model.is_stale(len(taught), enough):
        return Lesson(model)
    if not categories.can_learn():
        return Lesson(model, _no_teacher())
    texts = [f"{a.title}\n{a.title}\n{_text(root / a.path)}" for a in taught]
    model = categories.learn(texts, [article.category for article in taught])
    if model:
        write_atomically(path, model.to_json().encode())
    return Lesson(model)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""  # absent or torn: it is fitted again


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError:
        return ""  # gone since it was listed: the next run will know
    return markdown.plain_text(frontmatter.body_of(data))


def _too_few(found: int) -> Problem:
    return Problem(
        "",
        0,
        f"no categories are suggested: {found} articles have one. At least "
        f"{categories.LEAST_ARTICLES} are needed, {categories.LEAST_OF_ONE} of each of two.",
        f"لا تُقترح تصنيفات: عدد المقالات المصنّفة {found}، ولا بد من {categories.LEAST_ARTICLES} "
        f"على الأقل، منها {categories.LEAST_OF_ONE} لكل من تصنيفين فأكثر.",
        "warning",
    )


def _no_teacher() -> Problem:
    return Problem(
        "",
        0,
        "no categories are learnt: scikit-learn is not installed. "
        "Install `warraq[suggest]` to have categories suggested.",
        "لا تُتعلَّم التصنيفات لأن scikit-learn غير مثبتة. ثبّت `warraq[suggest]` لتُقترح عليك.",
        "warning",
    )
