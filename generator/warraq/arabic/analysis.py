"""Words taken apart: clitics before, endings after, a stem between; only where the archive agrees.

There is no dictionary. «والاتفاقات» is taken apart into وال + اتفاق + ات because the archive itself
holds the rest often enough, alone or behind other clitics; a word whose rest nobody writes stays
whole. The idea is light stemming (Larkey, Ballesteros and Connell, 2002), with the archive's own
counts in the place of word lists.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from warraq.arabic.broken_plurals import singulars
from warraq.arabic.families import Families
from warraq.arabic.normalise import normalise
from warraq.arabic.spellings import spellings

WORD: Final = r"[\u0621-\u064a]+|(?:(?![\u0621-\u064a])[^\W_])+"
"""A word of normalised text: a run of Arabic letters, or of other letters and digits."""

_WORD: Final = re.compile(WORD)

CONJUNCTIONS: Final = ("و", "ف", "")
PREPOSITIONS: Final = ("ب", "ك", "ل", "")
ARTICLE: Final = "ال"
COMPANY: Final = ("", "ال", "و", "وال", "لل", "ب", "بال", "ل")
"""What a word is looked for behind, when the archive is asked whether it exists."""

BEFORE_NOUNS: Final = ("ال", "وال", "لل", "بال")
"""What only nouns stand behind."""

PRONOUNS: Final = ("هما", "كما", "هم", "هن", "كم", "نا", "ها", "ه", "ك")
"""Enclitics, longest first. Normalisation has made every ة a ه: that ending is both."""

ENDINGS: Final = ("هات", "تين", "تان", "تي", "ات", "ين", "ون", "ان", "وا", "تا", "ت", "ا")
"""Dual and plural, the feminine of verbs, and the accusative's ا, longest first."""

AFTER_VOWELS: Final = "هات"
"""The plural of loan words that end in a vowel, as سيناريوهات."""

DUALS: Final = ("ان", "ين")
DUALS_OF_FEMININES: Final = ("تان", "تين")
PLURALS: Final = ("ين", "ون")
SOUND: Final = ("ت", "ات", "ان", "ي", "و")
"""What sound plurals and duals, and ة before more, begin with."""

OF_VERBS: Final = ("ت", "تا", "وا")


def _by_last_letter(endings: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Most words have no ending to be tried."""
    return {last: [e for e in endings if e[-1] == last] for last in {e[-1] for e in endings}}


_PRONOUNS: Final = _by_last_letter(PRONOUNS)
_ENDINGS: Final = _by_last_letter(ENDINGS)
_PRONOUNS_AND_ENDINGS: Final = _by_last_letter((*PRONOUNS, *ENDINGS))

BEFORE_PRONOUNS: Final = (
    *(("", ""), ("ت", "ه"), ("او", "اء"), ("اي", "اء"), ("ا", "ي")),
    *(("ي", ""), ("ا", ""), ("و", ""), ("تي", "ه"), ("تا", "ه"), ("ات", ""), ("ات", "ه")),
)
"""What a noun ends in before a pronoun, in any number, and what by itself."""

BY_THEMSELVES: Final = (
    *(("ين", ""), ("ان", ""), ("ون", ""), ("ات", ""), ("ات", "ه")),
    *(("تين", "ه"), ("تان", "ه"), ("تي", "ه"), ("تا", "ه")),
)
"""What a noun ends in, and what in the singular."""

SHORTEST: Final = 3
"""Letters that must remain where something is taken off."""

SHORTEST_NAME: Final = 5
"""Letters of a name whose other spellings are sought."""

PERSONS: Final = "ايتن"
"""With these begins the present of verbs; what the archive writes in two persons is one."""

PERFECT_OF_TENTH_FORM: Final = "است"

SHORTEST_LIKE_VERBS: Final = 6
"""Letters of a name that begins as a verb does, as نيكسون."""

FOREIGN_TO_NAMES: Final = ("ون", "ين", "ات", "ها", "هم", "وا", "نا")
"""Endings of Arabic words that a foreign name does not take."""

SPOKEN: Final = ("ني", "ك", "تم")
"""Endings of what somebody says to somebody, where the archive writes the rest."""

DOUBTFUL: Final = 0.1
"""A pattern of which at least so large a share is asked needs the article's word as well."""

_SPELT_WITH_YA: Final = re.compile(".+ا.يء")
"""Much of the press writes ىء for ئ at the end: لاجىء, مبادىء."""

_WHOLE: Final = frozenset(
    (
        *("الله", "الذي", "التي", "الذين", "الان", "الا", "الي", "علي", "بين", "كان", "كانت"),
        *("حين", "هناك", "اوليك", "عمان", "يدين", "يدان", "تلك", "تلكم", "لديك", "كلها", "كلهم"),
    )
)
"""Words that look as if they had clitics or endings, and are too frequent to be asked about."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A normalised word in three: clitics up to `start`, the stem up to `end`, endings."""

    word: str
    start: int
    end: int
    family: str = ""
    """The stem of the family that this word's stem belongs to; '' where it stands for itself."""

    @property
    def stem(self) -> str:
        """What all forms of the word share."""
        return self.word[self.start : self.end]


def words_of(text: str) -> list[str]:
    """The normalised words of a text, in order."""
    return _WORD.findall(normalise(text))


def is_arabic(word: str) -> bool:
    """Whether a normalised word is of Arabic letters."""
    return "\u0621" <= word[0] <= "\u064a"


class Analyser:
    """Takes words apart as far as the counts of an archive's words attest it.

    `plurals` and `names` are words that count as one though no rule sees it, each family's head
    first: وزير and وزراء, غوغل and جوجل.
    """

    def __init__(
        self,
        counts: Mapping[str, int],
        plurals: Sequence[Sequence[str]] = (),
        names: Sequence[Sequence[str]] = (),
    ) -> None:
        self._counts = counts
        self._company = _counted_behind(COMPANY, counts)
        self._nouns = _counted_behind(BEFORE_NOUNS, counts)
        self._known_analyses: dict[str, Analysis] = {}
        self._families = Families()
        self._broken: set[str] = set()
        self._spellings = Families()
        self._named = {word for family in names for word in family}
        self._listed = {word for family in plurals for word in family} | self._named
        self._uncut: set[str] = set()
        # All are found before any is kept: none is to decide about another.
        self._uncut.update(list(self._words_to_keep_whole((*plurals, *names))))
        self._join_listed_plurals(plurals)
        self._join_broken_plurals()
        self._join_spellings([[self.analyse(word).stem for word in family] for family in names])
        known = self._known_analyses
        self._known_analyses = {word: self._in_family(cut) for word, cut in known.items()}

    def spellings(self, analysis: Analysis) -> list[str]:
        """How else the archive spells the stem of a name, the commonest first."""
        others = [
            (-self._attested(stem), stem)
            for stem in self._spellings.members(analysis.stem)
            if stem != analysis.stem and self._attested(stem)
        ]
        return [stem for _, stem in sorted(others)]

    def _words_to_keep_whole(self, families: Sequence[Sequence[str]]) -> Iterator[str]:
        """What is listed begins and ends where it seems to: «شريان» is no dual of شري.

        A head may lose its ة, which other forms of it have lost too, but not where another word of
        the lists remains: «عقيدة» is not of «عقيد».
        """
        for head, *others in families:
            bare = head.removesuffix("ه")
            is_another = bare != head and bare in self._listed and bare not in others
            if is_another or self._stem(head) not in (head, bare):
                yield head
            yield from (word for word in others if self._stem(word) != word)

    def _join_listed_plurals(self, plurals: Sequence[Sequence[str]]) -> None:
        families = [[self.analyse(word).stem for word in family] for family in plurals]
        for family in families:
            self._families.join(family)
            self._broken.update(family[1:])
        self._broken.difference_update(head for head, *_ in families)

    def _join_spellings(self, listed: Sequence[Sequence[str]]) -> None:
        """Give the spellings of a name one family: what is listed, and what the archive shows.

        What the lists keep apart no rule makes one: «ميتشل» is not «ميشيل», whose spelling it has.
        """
        stems = sorted({self.analyse(word).stem for word in self._counts})
        names = {stem: self._attested(stem) for stem in stems if self._is_foreign(stem)}
        for family in listed:
            self._join_spelling(family)
        heads = {self._families.head(self.analyse(word).stem) for word in self._listed}
        for pair in spellings(names):
            listed_first = sorted(pair, key=lambda stem: self._families.head(stem) not in heads)
            if not heads.issuperset(map(self._families.head, pair)):
                self._join_spelling(listed_first)

    def _join_spelling(self, family: Sequence[str]) -> None:
        self._spellings.join(family)
        self._families.join(family)

    def _is_foreign(self, stem: str) -> bool:
        """Whether a stem behaves like a foreign name: no article, no endings, no conjugation."""
        return (
            len(stem) >= SHORTEST_NAME
            and is_arabic(stem)
            and not self._as_noun(stem)
            and not self._as_noun(stem + "ه")
            and not any(self._attested(stem + ending) for ending in FOREIGN_TO_NAMES)
            and not self._is_conjugated(stem)
            and not any(stem.endswith(e) and self._attested(stem[: -len(e)]) for e in SPOKEN)
        )

    def _is_conjugated(self, stem: str) -> bool:
        """Whether the archive writes a word in other persons: «يعود» shows that «ستعود» is no name.

        The future's س may stand before it.
        """
        if stem.startswith(PERFECT_OF_TENTH_FORM):
            return True
        present = stem[1:] if stem[0] == "س" and stem[1] in PERSONS else stem
        if present != stem and self._attested(present):
            return True
        if len(stem) < SHORTEST_LIKE_VERBS and stem[0] in PERSONS.replace("ا", ""):
            return True
        return present[0] in PERSONS and any(
            self._attested(person + present[1:]) for person in PERSONS if person != present[0]
        )

    def _join_broken_plurals(self) -> None:
        """Give a broken plural the family of the singular that the archive attests best.

        Where other words look like such plurals, both must stand behind the article somewhere, as
        nouns do, and the singular not all too seldom beside the plural: that keeps «إعلان» apart
        from «علن», whose plural it looks like.
        """
        for word in sorted(self._counts):
            stem = self.analyse(word).stem
            if stem in self._families or stem in self._listed or len(stem) < SHORTEST:
                continue
            plural = max((stem, stem + "ه"), key=self._attested)
            if len(plural) <= SHORTEST or self._is_inflected(stem, self._attested(plural)):
                continue
            found: dict[str, int] = {}
            for singular, share in singulars(plural):
                count_of = self._as_noun if share >= DOUBTFUL else self._attested
                known, count = count_of(plural), count_of(singular)
                enough = known and count >= max(1, share * known)
                if enough and not self.analyse(singular).start:
                    found[singular] = count
            if found:
                best = max(found.values())
                likeliest = next(one for one, count in found.items() if count >= 0.1 * best)
                head = self.analyse(likeliest).stem
                self._families.join([head, stem])
                if plural == stem != head:
                    self._broken.add(stem)

    def _as_noun(self, word: str) -> int:
        """How often the archive writes a word behind the article."""
        return self._nouns.get(word, 0)

    def _is_noun(self, word: str) -> bool:
        """Whether a word stands behind the article, and not all too seldom beside its others."""
        return self._as_noun(word) >= max(1.0, 0.05 * self._attested(word))

    def _is_inflected(self, stem: str, known: int) -> bool:
        """A broken plural takes no ending: «المقابلين» shows that «مقابل» is none."""
        endings = ("ين", "ون", "ات", "ان")
        return any(self._attested(stem + ending) > 0.05 * known for ending in endings)

    def analyse(self, word: str) -> Analysis:
        """Take a normalised word apart; words without Arabic letters stay whole."""
        known = self._known_analyses.get(word)
        if known is None:
            known = self._known_analyses[word] = self._take_apart(word)
        return known

    def _take_apart(self, word: str) -> Analysis:
        if not is_arabic(word) or word in _WHOLE:
            return self._in_family(Analysis(word, 0, len(word)))
        start = self._start(word)
        stem = self._stem(word[start:])
        return self._in_family(Analysis(word, start, start + len(stem)))

    def _in_family(self, analysis: Analysis) -> Analysis:
        stem, ending = analysis.stem, analysis.word[analysis.end :]
        clitics, rest = analysis.word[: analysis.start], analysis.word[analysis.start :]
        if self._is_for_a_listed(clitics, rest):
            stem = self.analyse(ARTICLE + rest).stem
        elif ending == "ه" and stem + ending in self._listed:
            pass  # فتاة is no فتى
        elif (ending in PRONOUNS or stem.endswith("يي")) and (free := self._free(stem)):
            stem = self.analyse(free).stem  # وزراؤها is of وزراء, بريئين of بريء
        elif stem.endswith("يء") and _SPELT_WITH_YA.fullmatch(stem) and self._attested(stem[:-1]):
            stem = self.analyse(stem[:-1]).stem  # شاطىء is شاطئ
        elif ending[:1] == "ت" and ending not in OF_VERBS and stem + "ه" in self._listed:
            stem = self.analyse(stem + "ه").stem  # قادتها is of قادة, and قادت is not
        elif ending.startswith(("ت", "ات")) and len(stem) < SHORTEST:
            stem += "ه"  # لغتهم and لغات are of لغة
        elif stem in self._broken and self._is_of_a_namesake(stem, ending):
            stem += "ه"  # مقاطعة and مقاطعات are not of مقاطع, whose singular is مقطع
        head = self._families.head(stem)
        family = "" if head == analysis.stem else head
        if family == analysis.family:
            return analysis
        return Analysis(analysis.word, analysis.start, analysis.end, family)

    def _is_of_a_namesake(self, stem: str, ending: str) -> bool:
        """A broken plural takes neither ة nor sound endings: what does is a noun of its own.

        Its ه may be the pronoun, where the plural stands before others as often: آثاره, آثارها.
        """
        if ending == "ه":
            least = self._attested(stem + "ها")
        elif ending.startswith(SOUND) and ending not in OF_VERBS:
            least = 0
        else:
            return False
        return self._as_noun(stem + "ه") >= max(1.0, 0.02 * self._attested(stem), least)

    def _free(self, stem: str) -> str:
        """What a word that changes before an ending is by itself: وزراء of وزراؤ, مبنى of مبنا.

        '' where the archive does not write it.
        """
        if stem.endswith(("او", "اي", "يي")):
            free = stem[:-1] + "ء"
        elif stem.endswith("ا"):
            free = stem[:-1] + "ي"
        else:
            return ""
        if free in self._listed:
            return free
        if len(stem) > SHORTEST and stem not in self._company and self._attested(free):
            return free
        return ""

    def _start(self, word: str) -> int:
        """Where the word proper begins, behind conjunction, preposition and article.

        What looks like an article is one, as few words have the letters of their own; what looks
        like a clitic of one letter must be borne out by the archive.
        """
        if word in self._listed or self._begins_a_noun(word):
            return 0
        if clitics := self._before_what_is_listed(word):
            return len(clitics)
        if self._begins_what_is_listed(word):
            return 0
        count = self._counts.get(word, 0)
        for clitics in _openings(word):
            rest = word[len(clitics) :]
            if self._owns_the_last_of(clitics, word):
                continue
            evidence = self._evidence(rest, count if clitics in COMPANY else 0)
            if clitics.endswith((ARTICLE, "لل")):
                share = 0.0 if len(rest) > SHORTEST else 0.02 if len(rest) == SHORTEST else 1.0
                if len(rest) > 1 and (len(rest) > SHORTEST or evidence >= max(1, share * count)):
                    begins_with_l = self._attested("ل" + rest) - count > evidence
                    swallowed = clitics.endswith("لل") and begins_with_l
                    # للجنة is ل + اللجنة: where the word begins with ل, one ل is swallowed.
                    return len(clitics) - swallowed
            elif len(rest) >= SHORTEST:
                share = 0.4 if len(rest) == SHORTEST else 0.1
                if evidence >= max(1, share * count):
                    return len(clitics)
        return 0

    def _owns_the_last_of(self, clitics: str, word: str) -> bool:
        """Of two clitics the second may be none: وبحثه is not وب and حثه."""
        if clitics == ARTICLE or len(clitics) == 1:
            return False
        last = ARTICLE if clitics.endswith(ARTICLE) else clitics[-1]
        return self._owns_its_first_letter(word[len(clitics) - len(last) :])

    def _evidence(self, rest: str, own: int) -> int:
        """How often the archive writes `rest` elsewhere, be it without its ending."""
        found = self._attested(rest) - own
        for ending in _PRONOUNS_AND_ENDINGS.get(rest[-1:], ()):
            if not rest.endswith(ending) or len(rest) - len(ending) <= SHORTEST:
                continue
            shorter = rest[: -len(ending)]
            found = max(found, self._attested(shorter), self._attested(shorter + "ه"))
            if shorter.endswith("ت"):
                found = max(found, self._attested(shorter[:-1] + "ه"))
        return found

    def _before_what_is_listed(self, word: str) -> str:
        """The clitics behind which a listed word stands, or ''."""
        for clitics in _openings(word):
            rest = word[len(clitics) :]
            is_article = clitics.endswith((ARTICLE, "لل"))
            listed = len(rest) >= SHORTEST - is_article and rest in self._listed
            if listed and (is_article or not self._owns_the_last_of(clitics, word)):
                return clitics
            if self._is_for_a_listed(clitics, rest):
                return clitics
        return ""

    def _is_for_a_listed(self, clitics: str, rest: str) -> bool:
        """Behind ل the article of a listed name has lost its ا: «لليمن» is of «اليمن»."""
        return clitics.endswith("لل") and len(rest) >= SHORTEST and ARTICLE + rest in self._listed

    def _owns_its_first_letter(self, word: str) -> bool:
        return self._begins_a_noun(word) or self._begins_what_is_listed(word)

    def _begins_a_noun(self, word: str) -> bool:
        """No article stands before a clitic: «الفكرة» shows that the ف of «فكرتها» is none."""
        count = self._counts.get(word, 0)
        if self._as_noun(word) >= max(1.0, 0.05 * count):
            return True
        least = max(1, self._attested(_without_first_clitic(word)) - count)
        return any(self._as_noun(shorter) >= least for shorter in _shorter(word))

    def _begins_what_is_listed(self, word: str) -> bool:
        """Whether what remains without an ending is listed, and no clitic is the likelier reading.

        A short one does not make an article its own, where the archive writes the word without it:
        «الفهم» is not of «ألف»; nor does a name: «الرياضة» is not of «الرياض». «بعقوبات» is rather
        of «عقوبات» than of «بعقوبة», for the archive writes that more often; only ك is rare.
        """
        rest = _without_first_clitic(word)
        article = word.startswith(ARTICLE)
        is_free = article and self._attested(rest) > self._as_noun(rest)
        elsewhere = 0 if article or word.startswith("ك") else self._counts.get(rest, 0)
        least = SHORTEST + len(ARTICLE) * is_free
        return any(
            shorter in self._listed
            and len(shorter) >= least
            and not (is_free and shorter in self._named)
            and self._attested(shorter) >= elsewhere
            for shorter in _shorter(word)
        )

    def _stem(self, base: str) -> str:
        """The stem of a word without clitics: pronoun off, then number, gender, case and nisba.

        What remains is a word of its own and is taken apart in turn, so that all forms of a word
        come to one stem, by whatever way.
        """
        if base in self._uncut or base in _WHOLE:
            return base
        stem = base if base in self._listed else self._without_pronoun(base)
        if stem != base and self._free(stem):
            return stem
        if stem + "ه" in self._uncut:
            return stem
        if stem not in self._uncut:
            stem = self._without_construct(stem, base)
        while stem not in self._uncut and (shorter := self._without_ending(stem)) != stem:
            stem = shorter
            if stem + "ه" in self._uncut:
                break  # مباراتان is of مباراة
        return stem

    def _without_pronoun(self, base: str) -> str:
        for pronoun in _PRONOUNS.get(base[-1:], ()):
            if not base.endswith(pronoun):
                continue
            rest = base[: -len(pronoun)]
            feminine = rest[:-1] + "ه"
            is_rarer = rest.endswith("ت") and self._attested(rest) < self._attested(feminine)
            listed = rest in self._uncut and not is_rarer and not self._is_noun(base)
            if listed or (len(rest) < SHORTEST and rest in self._listed):
                return rest  # but حريته is of حرية and not of حريت, and الإكراه of no أكرا
            if (
                rest.endswith("ت")
                and rest not in self._listed
                and (feminine in self._listed or self._is_short_feminine(rest[:-1], base))
            ):
                return rest[:-1]
            if len(rest) < SHORTEST:
                continue
            is_feminine = rest.endswith("ت") and len(rest) > SHORTEST
            is_feminine = is_feminine and self._exists(feminine, base)
            if is_feminine and self._attested(feminine) >= self._attested(rest):
                return rest[:-1]
            if pronoun != "ه" and self._takes(pronoun, rest, base):
                return rest
            if is_feminine:
                return rest[:-1]
        return base

    def _takes(self, pronoun: str, rest: str, base: str) -> bool:
        """Whether `base` is `rest` and that pronoun. What stands behind the article has none."""
        if self._is_noun(base):
            return False
        if pronoun == "نا" and self._as_noun(base[:-1]):
            return False  # إعلانا is إعلان in the accusative
        if pronoun == "ك" and not self._as_noun(rest):
            return False  # يشارك is no يشار
        if pronoun == "ك" and len(rest) == SHORTEST and not self._attested(rest + "ها"):
            return False  # أمسك is no أمس
        return (
            self._exists(rest, base)
            or bool(self._free(rest))
            or (rest.endswith(("ا", "ي", "و")) and self._is_of_many(rest[:-1], rest))
        )

    def _is_of_many(self, rest: str, construct: str) -> bool:
        """Whether the archive writes the dual or the plural of `rest`.

        Where nobody writes it as it stands before a noun, the noun itself will do: كتابيهما.
        """
        return len(rest) >= SHORTEST and (
            any(self._exists(rest + ending, construct) for ending in (*PLURALS, "ان"))
            or (not self._attested(construct) and self._as_noun(rest) > 0)
        )

    def _is_short_feminine(self, rest: str, base: str) -> bool:
        """Whether two letters are a noun with ة, as لغ of لغة, and not a preposition, as فيه."""
        feminine = rest + "ه"
        nouns = self._as_noun(feminine)
        least = max(self._attested(feminine), self._attested(base))
        return len(rest) == SHORTEST - 1 and nouns >= max(1.0, 0.1 * least)

    def _without_construct(self, stem: str, base: str) -> str:
        """What stands before its noun or its pronoun has lost its ن: لاعبي, لاعبو, كتابي.

        A nisba has not: it stands behind the article, and so does the noun that it is made of.
        """
        rest, pronoun = stem[:-1], base[len(stem) :]
        if len(rest) < SHORTEST or not stem.endswith(("ي", "و")) or pronoun.startswith("ت"):
            return stem
        if pronoun:
            return rest if self._is_of_many(rest, stem) else stem
        many = any(self._exists(rest + ending, stem) for ending in PLURALS)
        return rest if many and not self._is_nisba(stem, stem) else stem

    def _is_nisba(self, stem: str, form: str) -> bool:
        return bool(self._as_noun(form) and self._as_noun(stem[:-1]))

    def _without_ending(self, base: str) -> str:
        """A nisba stays: «رئيسي» and «رئيس» are two words."""
        for ending in _ENDINGS.get(base[-1:], ()):
            if base.endswith(ending) and self._bears(base[: -len(ending)], ending, base):
                return base[: -len(ending)]
        if len(base) <= SHORTEST:
            return base
        if base.endswith("ه") and not self._owns_its_last_letter(base):
            return base[:-1]
        if base.endswith(("ي", "و")) and self._exists(base + "ن", base):
            # محامي is محام; عضوي, of عضوية, is not عضو
            nisba = self._is_nisba(base, base) or self._is_nisba(base, base + "ه")
            return base if nisba and base.endswith("ي") else base[:-1]
        return base

    def _owns_its_last_letter(self, word: str) -> bool:
        """Behind ة nothing stands: توجهها and توجهات show that the ه of توجه is a letter."""
        return any(
            self._attested(word + ending) >= max(1.0, 0.1 * self._attested(word))
            for ending in ("ات", "ه", "ها", "هم")
        )

    def _bears(self, rest: str, ending: str, base: str) -> bool:
        """Whether `base` is `rest` with that ending."""
        if rest in _WHOLE:
            return False  # عليان is no two of علي, though عليه is common
        if ending in (*DUALS_OF_FEMININES, "ات") and self._is_feminine(rest, ending, base):
            return True
        if len(rest) < SHORTEST:
            return ending in DUALS and rest in self._listed
        if ending == AFTER_VOWELS:
            return rest.endswith(("ا", "و", "ي")) and self._exists(rest, base)
        hamza = rest.endswith("يي") and self._free(rest)  # شيئًا is of شيء
        return bool(hamza) or self._exists(rest, base) or self._exists(rest + "ه", base)

    def _is_feminine(self, rest: str, ending: str, base: str) -> bool:
        listed = ending in DUALS_OF_FEMININES and rest + "ه" in self._listed
        return listed or self._is_short_feminine(rest, base)

    def _exists(self, rest: str, whole: str) -> bool:
        """Whether the archive writes `rest` too, and not all too seldom beside `whole`."""
        if rest in _WHOLE:
            return False
        found = self._attested(rest)
        share = 0.3 if len(rest) == SHORTEST else 0.05
        return found >= max(1.0, share * self._attested(whole))

    def _attested(self, word: str) -> int:
        return self._company.get(word, 0)


def clitics() -> list[str]:
    """What may stand before a word that nobody wrote, as the page takes it off, the longest first.

    The article behind ل has lost its ا; where it has not, it is none: لالتزام.
    """
    found = {o for o in _all_openings() if o and not o.endswith("ل" + ARTICLE)}
    return sorted(found, key=lambda opening: (-len(opening), opening))


def inflections() -> list[tuple[str, str]]:
    """Endings, and what a noun ends in without each: كتابيهما is of كتاب.

    By these the page finds the word of which nobody wrote that form. One letter too many is
    likelier a slip.
    """
    before_pronouns = [
        (changed + pronoun, own) for pronoun in PRONOUNS for changed, own in BEFORE_PRONOUNS
    ]
    return sorted({pair for pair in (*before_pronouns, *BY_THEMSELVES) if len(pair[0]) > 1})


def _counted_behind(fronts: Sequence[str], counts: Mapping[str, int]) -> Mapping[str, int]:
    """How often each word occurs behind one of `fronts`, of which '' is the word by itself."""
    found: dict[str, int] = {}
    for word, count in counts.items():
        for front in fronts:
            if word.startswith(front):
                rest = word[len(front) :]
                found[rest] = found.get(rest, 0) + count
    return found


def _without_first_clitic(word: str) -> str:
    return word[len(ARTICLE) :] if word.startswith(ARTICLE) else word[1:]


def _shorter(word: str) -> Iterator[str]:
    """What may remain of a word without its ending, as it is and as it would be by itself."""
    for ending in _PRONOUNS_AND_ENDINGS.get(word[-1:], ()):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            forms = [rest, rest.removesuffix("ت") + "ه"]
            if rest.endswith(("او", "اي")):
                forms.append(rest[:-1] + "ء")
            yield from (form for form in forms if len(form) >= SHORTEST)


def _all_openings() -> Iterator[str]:
    for conjunction in CONJUNCTIONS:
        for preposition in PREPOSITIONS:
            yield conjunction + preposition + ARTICLE
            if preposition == "ل":
                yield conjunction + "لل"  # the article has lost its ا behind ل
            yield conjunction + preposition


_OPENINGS: Final[Mapping[str, Sequence[str]]] = {
    first: [opening for opening in _all_openings() if opening[:1] == first]
    for first in {opening[0] for opening in _all_openings() if opening}
}
"""By their first letters: most words have none of these."""


def _openings(word: str) -> Sequence[str]:
    """The clitics that a word may begin with, the longest first."""
    return [o for o in _OPENINGS.get(word[:1], ()) if word.startswith(o)]
