"""The same story from several sources."""

import datetime as dt
import random
import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from conftest import Archive, examples
from warraq import duplicates
from warraq.duplicates import NO_SKETCH, Stories, find, pack, recall, remember, sketch, unpack
from warraq.model import Article, Withdrawal

Site = Callable[[str], Archive]

STORY = """افتتح وزير النقل صباح اليوم الجسر الجديد فوق النهر بعد ثلاث سنوات من العمل المتواصل.
ويبلغ طول الجسر 640 مترا وعرضه 22 مترا، وله أربعة مسارات للسيارات وممران للمشاة والدراجات.
وقال المهندس المشرف إن الجسر يختصر الطريق بين الضفتين من 40 دقيقة إلى 5 دقائق.
وأضاف أن كلفة المشروع بلغت 18 مليون دينار دفعت البلدية ثلثها وتكفلت الوزارة بالباقي.
وحضر الافتتاح عدد من سكان القرى المجاورة الذين عبروا الجسر سيرا على الأقدام للمرة الأولى."""

BULLETIN = """يتوقع خبراء الأرصاد أن يكون الطقس يوم {day} صحوا إلى غائم جزئيا في معظم المناطق.
وتكون الرياح شمالية غربية خفيفة إلى معتدلة السرعة، وتنشط أحيانا بعد الظهر على الساحل.
وتبلغ درجة الحرارة العظمى في العاصمة {high} درجة والصغرى {low}، ويكون البحر خفيف الموج.
وتنصح الهيئة السائقين بالحذر من الضباب على الطرق الجبلية في ساعات الصباح الأولى.
وتذكر الهيئة بأن النشرة التالية تصدر في المساء وأن أرقامها متاحة على موقعها طوال اليوم."""


def an_article(ident: str, source: str = "", day: str = "", **fields: object) -> Article:
    date = dt.date.fromisoformat(day) if day else None
    values = {"path": f"{ident}.md", "digest": ident.encode().hex().zfill(24), "title": ident}
    return Article(id=ident, source=source, date=date, **{**values, **fields})  # type: ignore[arg-type]


def pairs_of(*told: tuple[Article, str]) -> tuple[tuple[str, str], ...]:
    sketches = {article.digest: sketch(text) for article, text in told}
    return find([article for article, _ in told], sketches).pairs


def two(one: str, other: str) -> bool:
    """Whether two texts from two sources are found to be one story."""
    pairs = pairs_of((an_article("a", "الضفة"), one), (an_article("b", "الشاطئ"), other))
    return pairs == (("a", "b"),)


def test_another_headline_byline_and_ending_make_no_other_story() -> None:
    edited = STORY.replace("صباح اليوم", "أمس").replace("المتواصل", "المستمر")
    assert two(STORY, f"مراسل الشاطئ من موقع الجسر\n{edited}\n(وكالة الضفاف)")


def test_tashkeel_hamza_digits_and_punctuation_make_no_other_story() -> None:
    eastern = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    other = STORY.translate(eastern).replace("إ", "ا").replace("،", " -").replace("النهر", "النَّهر")
    assert two(STORY, other)


def test_a_shorter_version_is_the_same_story_and_a_mention_of_it_is_not() -> None:
    shorter = "\n".join(STORY.split("\n")[:3])
    assert two(STORY, shorter)
    assert not two(shorter, STORY + "\n" + BULLETIN * 2)


def test_two_stories_on_one_subject_are_two() -> None:
    other = """أعلنت البلدية أن الجسر الجديد فوق النهر سيغلق ليلا مدة أسبوع لإجراء أعمال الدهان.
    وقالت في بيان إن السيارات تستطيع العبور من الجسر القديم، وإن المشاة لن يتأثروا بالإغلاق.
    وكان وزير النقل قد افتتح الجسر قبل شهر بعد ثلاث سنوات من العمل، وعبره منذ ذلك آلاف الناس."""
    assert not two(STORY, other)


def test_the_weather_of_another_day_is_another_story() -> None:
    sunday = BULLETIN.format(day="الأحد", high=31, low=19)
    monday = BULLETIN.format(day="الاثنين", high=28, low=17)
    assert not two(sunday, monday)
    assert two(sunday, sunday)


def test_numbers_are_compared_even_where_a_text_has_many() -> None:
    def prices(first: int) -> str:
        return BULLETIN + " ".join(f"سعر الصنف {n} {first + 7 * n}" for n in range(60, 90))

    assert two(prices(100), prices(100) + " أغلقت السوق")
    assert not two(
        BULLETIN + " ".join(map(str, range(100, 140))),
        BULLETIN + " ".join(map(str, range(500, 540))),
    )


def test_one_source_does_not_publish_also_in_itself() -> None:
    told = [(an_article(ident, "الضفة"), STORY) for ident in ("a", "b")]
    assert pairs_of(*told) == ()
    assert pairs_of(*told, (an_article("c", "الشاطئ"), STORY)) == (("a", "c"), ("b", "c"))


def test_a_source_that_is_not_named_may_be_another() -> None:
    assert pairs_of((an_article("a"), STORY), (an_article("b"), STORY)) == (("a", "b"),)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2011-01-25", "2011-01-28", True),
        ("2011-01-25", "2011-02-25", False),
        ("2011-01-25", "2012-01-25", False),
        ("2011-01-25", "", True),
        ("", "", True),
    ],
)
def test_the_same_words_a_month_later_are_a_later_edition(
    one: str, other: str, *, same: bool
) -> None:
    told = (an_article("a", "الضفة", one), STORY), (an_article("b", "الشاطئ", other), STORY)
    assert bool(pairs_of(*told)) is same


def test_drafts_and_withdrawn_articles_are_in_no_story() -> None:
    told = (
        (an_article("a", "الضفة"), STORY),
        (an_article("b", "الشاطئ", draft=True), STORY),
        (an_article("c", "الميناء", withdrawn=Withdrawal("", "")), STORY),
    )
    assert pairs_of(*told) == ()


@pytest.mark.parametrize(
    "text", ["", "كلمة", "افتتح وزير النقل صباح اليوم الجسر الجديد", "خبر " * 99]
)
def test_what_is_too_short_to_be_told_apart_has_no_sketch(text: str) -> None:
    assert sketch(text) == NO_SKETCH
    assert not two(text, text)


def words(rnd: random.Random, count: int) -> list[str]:
    return ["".join(rnd.choices("ابتحدرسعفقكلمنهوي", k=5)) for _ in range(count)]


def test_a_chain_of_texts_does_not_join_its_ends() -> None:
    rnd = random.Random(1)
    long = words(rnd, 700)
    told = [
        (an_article(f"{number}", f"مصدر {number}"), " ".join(long[start : start + 400]))
        for number, start in enumerate(range(0, 301, 50))
    ]
    found = set(pairs_of(*told))
    assert {("0", "1"), ("1", "2"), ("5", "6")} <= found
    assert ("0", "6") not in found


def test_a_form_that_stands_in_a_whole_archive_is_no_story() -> None:
    crowd = [(an_article(f"{n:03}", f"مصدر {n}"), STORY) for n in range(duplicates.CROWD + 1)]
    assert pairs_of(*crowd) == ()
    assert len(pairs_of(*crowd[:-1])) == duplicates.CROWD * (duplicates.CROWD - 1) // 2


@examples(25)
@given(seed=st.integers(0, 10**6), shuffle=st.randoms(use_true_random=False))
def test_the_order_of_articles_makes_no_difference(seed: int, shuffle: random.Random) -> None:
    rnd = random.Random(seed)
    told = []
    for story in range(4):
        text = words(rnd, rnd.randint(40, 200))
        for copy in range(rnd.randint(1, 5)):
            edited = [w if rnd.random() > 0.1 else "آخر" for w in text[rnd.randint(0, 9) :]]
            source = rnd.choice(("الضفة", "الشاطئ", "الميناء", ""))
            told.append((an_article(f"{story}-{copy}", source), " ".join(edited)))
    expected = pairs_of(*told)
    shuffle.shuffle(told)
    assert pairs_of(*told) == expected


def test_stories_and_sketches_are_remembered_whole() -> None:
    articles = [an_article("a", "الضفة"), an_article("b", "الشاطئ"), an_article("c")]
    sketches = {
        a.digest: sketch(text) for a, text in zip(articles, (STORY, STORY, ""), strict=True)
    }
    stories = find(articles, sketches)
    assert stories.pairs == (("a", "b"),)
    assert recall(remember(stories)) == stories
    assert stories.hold(articles)
    assert not stories.hold(articles[:2])
    assert unpack(pack(articles, sketches)) == sketches


@pytest.mark.parametrize(
    "memory", [b"", b"{", b"{}", b"[]", b'{"version":"0"}', b"\xff", b"warraq"]
)
def test_a_torn_memory_is_none(memory: bytes) -> None:
    assert recall(memory) == Stories("", ())
    assert unpack(memory) == {}
    assert unpack(pack([an_article("a")], {an_article("a").digest: NO_SKETCH})[:-1]) == {}


TWO_SOURCES = f"""
-- content/articles/a.md --
---
id: aaa
title: "جسر جديد يصل الضفتين"
date: 2011-01-26
source: صحيفة الضفة
---
{STORY}
-- content/articles/b.md --
---
id: bbb
title: "وزير النقل يفتتح الجسر"
date: 2011-01-25
source: جريدة الشاطئ
---
مراسلنا
{STORY}
-- content/articles/c.md --
---
id: ccc
title: "الجسر الذي انتظره الأهالي"
---
{STORY}
"""


def also(html: str) -> list[tuple[str, str]]:
    """The links under «نُشر أيضًا في» and their texts."""
    section = re.search(r'<h2 id="also">نُشر أيضًا في</h2>(.*?)</aside>', html, re.DOTALL)
    found = re.findall(r'<a href="([^"]+)"><bdi>(.*?)</bdi></a>', section[1] if section else "")
    return [(href, name) for href, name in found]


def test_each_of_two_sources_links_the_other_by_name_and_date(site: Site) -> None:
    out = site(TWO_SOURCES).build()
    assert also(out.page("2011/01/aaa.html")) == [
        ("../../2011/01/bbb.html", "جريدة الشاطئ"),
        ("../../undated/cc/ccc.html", "الجسر الذي انتظره الأهالي"),
    ]
    assert ("../../2011/01/aaa.html", "صحيفة الضفة") in also(out.page("2011/01/bbb.html"))
    assert "25 يناير 2011" in out.page("undated/cc/ccc.html")


def test_deleting_withdrawing_or_rewriting_one_takes_its_link_from_the_others(site: Site) -> None:
    out = site(TWO_SOURCES).build()
    out.delete("content/articles/c.md")
    out.build()
    assert out.report
    assert also(out.page("2011/01/aaa.html")) == [("../../2011/01/bbb.html", "جريدة الشاطئ")]
    path = out.root / "content/articles/b.md"
    kept = path.read_text(encoding="utf-8")
    for other in (kept.replace("id: bbb", "id: bbb\nwithdrawn: true"), kept.replace(STORY, "نص")):
        out.write("content/articles/b.md", other)
        assert also(out.build().page("2011/01/aaa.html")) == []
        out.write("content/articles/b.md", kept)
        assert also(out.build().page("2011/01/aaa.html")) != []


def test_a_new_copy_joins_its_story_and_an_article_that_stands_alone_has_no_section(
    site: Site,
) -> None:
    out = site(TWO_SOURCES)
    text = (out.root / "content/articles/c.md").read_bytes()
    out.delete("content/articles/c.md")
    out.write("content/articles/d.md", "---\nid: ddd\ntitle: خبر\ndate: 2009-01-01\n---\nنص قصير")
    out.build()
    assert len(also(out.page("2011/01/aaa.html"))) == 1
    out.write("content/articles/c.md", text)
    out.build()
    assert len(also(out.page("2011/01/aaa.html"))) == 2
    assert "نُشر أيضًا" not in out.page("2009/01/ddd.html")


def test_a_parallel_build_finds_what_a_serial_one_finds(site: Site) -> None:
    serial = site(TWO_SOURCES).build().tree()
    assert site(TWO_SOURCES).build(workers=2, fresh=True).tree() == serial


@pytest.mark.parametrize("seed", range(6))
def test_an_incremental_build_finds_what_a_fresh_one_finds(site: Site, seed: int) -> None:
    rnd = random.Random(seed)
    out = site(TWO_SOURCES).build()

    def add() -> None:
        ident = f"n{rnd.randrange(10**6)}"
        lines = rnd.sample(STORY.split("\n"), rnd.choice((3, 4, 5)))
        source = rnd.choice(("الميناء", "الضفة", ""))
        head = (
            f"---\nid: {ident}\ntitle: خبر\ndate: 2011-0{rnd.randint(1, 2)}-01\nsource: {source}\n"
        )
        out.write(f"content/articles/{ident}.md", head + "---\n" + "\n".join(lines))

    def change(old: str, new: str) -> None:
        path = rnd.choice(sorted((out.root / "content").rglob("*.md")))
        path.write_text(re.sub(old, new, path.read_text(encoding="utf-8")), encoding="utf-8")

    def delete() -> None:
        rnd.choice(sorted((out.root / "content").rglob("*.md"))[1:]).unlink()

    edits: list[Callable[[], None]] = [
        add,
        add,
        delete,
        lambda: change(r"\Z", " كلمة أخرى"),
        lambda: change(r"(?m)^source:.*$", "source: صحيفة الضفة"),
        lambda: change(r"(?m)^title:", "withdrawn: true\ntitle:"),
        lambda: change(r"\d\d", "77"),
        lambda: (out.root / ".warraq" / "sketches").unlink(missing_ok=True),
        lambda: (out.root / ".warraq" / "stories.json").unlink(missing_ok=True),
        lambda: (out.root / ".warraq" / "articles.json").unlink(missing_ok=True),
    ]
    for _ in range(5):
        rnd.choice(edits)()
        assert out.build().tree() == out.build(fresh=True).tree()


def test_lost_sketches_are_made_again_from_the_texts(site: Site) -> None:
    out = site(TWO_SOURCES).build()
    (out.root / ".warraq" / "sketches").unlink()
    out.write("content/articles/d.md", "---\nid: ddd\ntitle: خبر\nsource: الميناء\n---\n" + STORY)
    assert len(also(out.build().page("2011/01/aaa.html"))) == 3


def test_a_build_with_nothing_to_do_imports_no_numpy(site: Site) -> None:
    out = site(TWO_SOURCES).build()
    code = (
        "import sys, datetime; from pathlib import Path; from warraq import build, config, workers;"
        "r = build.build(config.load(Path('site.yml')), workers.executor(1), with_search=False,"
        "today=datetime.date(2026, 1, 1)); assert not r.written, r;"
        "print({'numpy'} & set(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=out.root,
        env={"PYTHONPATH": str(duplicates.__file__.rsplit("/", 2)[0])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "set()"
