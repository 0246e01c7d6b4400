"""Categories learnt from the archive's own articles.

A linear model over lightly stemmed words. scikit-learn (the extra `suggest`) fits it; what it found
is kept as JSON and applied in plain Python, so that a machine without scikit-learn can use it.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from typing import Any, Final

from warraq.arabic.normalise import normalise
from warraq.importer.lexicon import is_function, without_article

SURE: Final = 0.7
"""Probability from which a category is suggested."""

LEAST_ARTICLES: Final = 200
"""Articles with a category below which there is nothing to learn from."""

LEAST_OF_ONE: Final = 20
"""Articles of a category below which it is not learnt."""

CHANGE: Final = 0.1
"""Share of the categorised articles that must be new or gone before they are learnt again."""

MOST_FEATURES: Final = 20_000
"""Words that a model keeps: those that weigh most."""

MOST_WORDS: Final = 400
"""Words of an article that are read."""

_WORD: Final = re.compile(r"[\u0621-\u064a]{2,}|[a-z]{2,}")
_ENDINGS: Final = ("هما", "ها", "هم", "ات", "ين", "ون", "ان", "يه", "ه", "ي")
_SEED: Final = 0


@dataclass(frozen=True, slots=True)
class CategoryModel:
    """Weights of words for categories."""

    categories: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]
    """By stem, one for each category; a word's rarity is in them."""
    rarity: Mapping[str, float]
    """By stem, its inverse document frequency."""
    learnt_from: int
    """Articles with a category when it was fitted."""

    def suggest(self, text: str) -> tuple[str, float]:
        """The likeliest category of a text and its probability; ('', 0.0) for a text without words
        that the model knows.
        """
        counts = Counter(stem for stem in stems(text) if stem in self.weights)
        if not counts:
            return "", 0.0
        values = {stem: (1 + math.log(count)) * self.rarity[stem] for stem, count in counts.items()}
        norm = math.sqrt(sum(value * value for value in values.values()))
        scores = list(self.bias)
        for stem, value in values.items():
            for at, weight in enumerate(self.weights[stem]):
                scores[at] += weight * value / norm
        highest = max(scores)
        powers = [math.exp(score - highest) for score in scores]
        best = max(range(len(scores)), key=scores.__getitem__)
        return self.categories[best], powers[best] / sum(powers)

    def is_stale(self, categorised: int, categories: Sequence[str]) -> bool:
        """Enough has changed since it was fitted for another to be fitted."""
        new = abs(categorised - self.learnt_from) >= max(1, CHANGE * self.learnt_from)
        return new or not set(self.categories) <= set(categories)

    def to_json(self) -> str:
        """The model as text, the same on every machine: weights to three decimals."""
        return json.dumps(
            {
                "categories": self.categories,
                "bias": self.bias,
                "learnt_from": self.learnt_from,
                "words": {
                    stem: [self.rarity[stem], *weights]
                    for stem, weights in sorted(self.weights.items())
                },
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )


def from_json(text: str) -> CategoryModel | None:
    """The model that `to_json` wrote; None where the text is none."""
    try:
        stored: dict[str, Any] = json.loads(text)
        categories = tuple(map(str, stored["categories"]))
        words = {stem: tuple(map(float, row)) for stem, row in stored["words"].items()}
        if any(len(row) != len(categories) + 1 for row in words.values()):
            return None
        return CategoryModel(
            categories,
            tuple(map(float, stored["bias"])),
            {stem: row[1:] for stem, row in words.items()},
            {stem: row[0] for stem, row in words.items()},
            int(stored["learnt_from"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def can_learn() -> bool:
    """Whether scikit-learn is installed."""
    return find_spec("sklearn") is not None


def learnable(categories: Sequence[str]) -> tuple[str, ...]:
    """Of the categories of articles, one each, those of which there are enough; () for fewer than
    two such, or too few articles in all.
    """
    counts = Counter(filter(None, categories))
    enough = tuple(sorted(name for name, count in counts.items() if count >= LEAST_OF_ONE))
    if len(enough) < 2 or sum(counts[name] for name in enough) < LEAST_ARTICLES:
        return ()
    return enough


def learn(texts: Sequence[str], categories: Sequence[str]) -> CategoryModel | None:
    """Fit a model to texts and their categories, one each; '' is no category.

    None where there is too little to learn from. Raises ImportError without scikit-learn.
    """
    enough = learnable(categories)
    if not enough:
        return None
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415  # an extra
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415  # an extra

    pairs = [
        (text, name) for text, name in zip(texts, categories, strict=True) if name in set(enough)
    ]
    vectors = TfidfVectorizer(
        analyzer=stems, sublinear_tf=True, min_df=3, max_df=0.4, max_features=3 * MOST_FEATURES
    )
    matrix = vectors.fit_transform(text for text, _ in pairs)
    fitted = LogisticRegression(C=8.0, max_iter=300, random_state=_SEED)
    fitted.fit(matrix, [name for _, name in pairs])
    rows = fitted.coef_ if len(enough) > 2 else [0 * fitted.coef_[0], fitted.coef_[0]]
    bias = fitted.intercept_ if len(enough) > 2 else [0.0, fitted.intercept_[0]]
    columns = [[float(row[at]) for row in rows] for at in range(matrix.shape[1])]
    words = vectors.get_feature_names_out()
    kept = sorted(range(len(words)), key=lambda at: (-max(map(abs, columns[at])), words[at]))[
        :MOST_FEATURES
    ]
    return CategoryModel(
        categories=tuple(map(str, fitted.classes_)),
        bias=tuple(round(float(value), 3) for value in bias),
        weights={str(words[at]): tuple(round(w, 3) for w in columns[at]) for at in kept},
        rarity={str(words[at]): round(float(vectors.idf_[at]), 3) for at in kept},
        learnt_from=sum(1 for name in categories if name),
    )


def stems(text: str) -> list[str]:
    """The words of a text that mean something, without article, clitics before it, and endings."""
    words = _WORD.findall(normalise(text))[:MOST_WORDS]
    return [_stem(word) for word in words if not is_function(word)]


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    base = without_article(word)
    if base == word and len(word) > 4 and word[0] == "و":
        base = word[1:]
    for ending in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= 3:
            return base[: -len(ending)]
    return base
