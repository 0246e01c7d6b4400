"""What the importer learns from texts that lie together, and what their owner may tell it."""

import re
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest

from conftest import TODAY
from warraq import config, frontmatter, importer
from warraq.importer import habits
from warraq.workers import SerialExecutor

PLACES = cycle(
    [
        "المرفأ",
        "السوق",
        "المدرسة",
        "المكتبة",
        "الجسر",
        "المتحف",
        "الحديقة",
        "المطبعة",
        "المرصد",
        "المسرح",
    ]
)
FOOT = "تصلكم نشرتنا كل صباح إلى هواتفكم مجانا بعد أن تسجلوا أرقامكم في صفحة المشتركين.\n"


def story(number: int, *, head: str = "", foot: str = "") -> str:
    """A text that shares no paragraph with another of another number."""
    place = next(PLACES)
    return f"""{head}افتتاح {place} رقم {number} أمام الزوار

فتح {place} أبوابه يوم الحادي عشر أمام {number} زائرا، ووقف حارسه عند الباب يعدهم واحدا واحدا.

وقال المشرف على {place} إن العمل دام {number + 2} شهرا، وإن أهل الحي تبرعوا بثلث ما أنفق عليه.

{foot}"""


def linking(text: str, *links: str) -> str:
    """A text with these lines between its paragraphs."""
    head, first, *last = text.split("\n\n")
    return "\n\n".join((head, first, *links, *last))


def folder(*, links: bool) -> dict[str, str]:
    """Texts by name, each, if so, with another's headline amid it."""
    texts = [story(number) for number in range(8)]
    heads = [text.partition("\n")[0] for text in texts]
    return {
        f"nahda/{n}.txt": linking(text, heads[n - 1]) if links else text
        for n, text in enumerate(texts)
    }


@pytest.fixture
def bodies(tmp_path: Path) -> Callable[..., dict[str, str]]:
    """Imports texts and gives the articles' bodies by the texts' names."""

    def run(texts: dict[str, str], settings: str = "") -> dict[str, str]:
        (tmp_path / "site.yml").write_text(f"title: أرشيف\n{settings}", encoding="utf-8")
        for name, text in texts.items():
            path = tmp_path / "content/inbox" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        importer.run(config.load(tmp_path / "site.yml"), SerialExecutor(), today=TODAY)
        found = {}
        for path in (tmp_path / "content/articles").rglob("*.md"):
            head = frontmatter.parse(path.read_text(encoding="utf-8"), path.name)
            origin = head.values["provenance"]
            assert isinstance(origin, dict)
            name = str(origin["file"]).removeprefix("content/inbox/")
            found[name] = (
                f"{head.values.get('title')}\n{head.values.get('source', '')}\n{head.body}"
            )
        return found

    return run


def test_a_paragraph_below_every_article_of_a_folder_is_the_sites(
    bodies: Callable[..., dict[str, str]],
) -> None:
    found = bodies({f"nahda/{n}.txt": story(n, foot=FOOT) for n in range(8)})
    assert len(found) == 8
    for text in found.values():
        assert "نشرتنا" not in text
        assert "تبرعوا بثلث ما أنفق عليه" in text


def test_a_line_comes_back_however_its_words_are_parted(
    bodies: Callable[..., dict[str, str]],
) -> None:
    feet = ("تصلكم - نشرتنا - كل - صباح", "تصلكم نشرتنا كل صباح", "تصلكم،نشرتنا/كل صباح")
    rest = " إلى هواتفكم مجانا بعد أن تسجلوا أرقامكم في صفحة المشتركين.\n"
    found = bodies({f"nahda/{n}.txt": story(n, foot=feet[n % 3] + rest) for n in range(9)})
    assert not [name for name, text in found.items() if "نشرتنا" in text]


def test_the_same_paragraph_once_is_the_articles(bodies: Callable[..., dict[str, str]]) -> None:
    texts = {f"nahda/{n}.txt": story(n) for n in range(8)}
    found = bodies({**texts, "nahda/9.txt": story(9, foot=FOOT)})
    assert "نشرتنا" in found["nahda/9.txt"]


def test_lines_that_always_come_together_are_the_sites_however_rare(
    bodies: Callable[..., dict[str, str]],
) -> None:
    foot = "رقم الدار 4417\nبدالة التحرير 12\n"
    texts = {f"all/{n}.txt": story(n) for n in range(60)}
    texts |= {f"all/{n}.txt": story(n, foot=foot) for n in range(60, 64)}
    found = bodies(texts)
    assert not [name for name, text in found.items() if "الدار" in text or "بدالة" in text]


def test_a_story_that_many_papers_printed_is_nobodys_habit(
    bodies: Callable[..., dict[str, str]],
) -> None:
    texts = {f"all/{n}.txt": story(n) for n in range(8)}
    wire = story(77)
    texts |= {
        f"all/w{n}.txt": f"{wire}\nنشرت صحيفة {n} الخبر كاملا في عدد يوم الأحد الماضي.\n"
        for n in range(5)
    }
    found = bodies(texts)
    assert sum("عند الباب يعدهم" in text for text in found.values()) == 13


def test_a_line_above_every_headline_is_no_headline(
    bodies: Callable[..., dict[str, str]],
) -> None:
    head = "دفاتر النهضة المصورة اليومية\n\n"
    found = bodies({f"nahda/{n}.txt": story(n, head=head) for n in range(8)})
    assert all(text.startswith("افتتاح") for text in found.values())
    assert not [text for text in found.values() if "المصورة" in text]


def test_a_standing_headline_stays_a_headline(bodies: Callable[..., dict[str, str]]) -> None:
    texts = {
        f"sky/{n}.txt": f"حالة الطقس وأوقات المد\n\n{story(n).split(chr(10), 2)[2]}"
        for n in range(6)
    }
    assert all(text.startswith("حالة الطقس") for text in bodies(texts).values())


def test_the_owner_names_lines_to_remove_to_keep_and_to_stop_at(
    bodies: Callable[..., dict[str, str]],
) -> None:
    settings = f"""
outlets:
  - files: [nahda/*]
    source: النهضة
    remove: [زاوية يومية]
    keep: ["{FOOT.strip()}"]
    stop: [أرشيف الزاوية]
"""
    texts = {
        f"nahda/{n}.txt": story(
            n,
            head="زاوية يومية\n",
            foot=FOOT
            + "أرشيف الزاوية\nفي بيتنا نحلة تقرأ كل الكتب وتكتب عنها رسائل طويلة لا تنتهي أبدا.\n",
        )
        for n in range(6)
    }
    for text in bodies(texts, settings).values():
        assert "النهضة" in text.split("\n")[1]
        assert "زاوية" not in text
        assert FOOT.strip() in text
        assert "نحلة" not in text


def test_a_line_that_the_owner_keeps_stays_whatever_it_looks_like(
    bodies: Callable[..., dict[str, str]],
) -> None:
    share = "شارك هذا الخبر\n"
    texts = {"nahda/0.txt": story(0, foot=share)}
    assert share.strip() not in bodies(texts)["nahda/0.txt"]
    settings = f"outlets:\n  - files: [nahda/*]\n    keep: [{share.strip()}]\n"
    texts = {"nahda/1.txt": story(1, foot=share)}
    assert share.strip() in bodies(texts, settings)["nahda/1.txt"]


def test_what_was_removed_by_habit_or_rule_stands_in_the_report(
    bodies: Callable[..., dict[str, str]], tmp_path: Path
) -> None:
    bodies({f"nahda/{n}.txt": story(n, foot=FOOT) for n in range(4)})
    report = (tmp_path / "content" / importer.REPORT).read_text(encoding="utf-8")
    assert report.count("نشرتنا كل صباح") == 4


@pytest.mark.parametrize("sample", [habits.SAMPLE, 6])
def test_the_first_lines_of_other_stories_below_a_text_are_teasers(
    sample: int, bodies: Callable[..., dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In folders too that are larger than their sample: then more of their texts are read."""
    monkeypatch.setattr(habits, "SAMPLE", sample)
    stories = [story(number) for number in range(12)]
    leads = [text.split("\n\n")[1] for text in stories]
    texts = {
        f"nahda/{n}.txt": text + "\n\n".join((leads[n - 1], leads[n - 2])) + "\n"
        for n, text in enumerate(stories)
    }
    found = bodies(texts)
    for n, text in enumerate(stories):
        lead, last = text.split("\n\n")[1:3]
        assert found[f"nahda/{n}.txt"].endswith(f"{lead}\n\n{last}\n")


def test_the_first_line_of_one_other_story_below_a_text_is_the_texts(
    bodies: Callable[..., dict[str, str]],
) -> None:
    stories = [story(number) for number in range(12)]
    lead = stories[0].split("\n\n")[1]
    texts = {f"nahda/{n}.txt": text for n, text in enumerate(stories)}
    found = bodies({**texts, "nahda/3.txt": f"{stories[3]}{lead}\n"})
    assert found["nahda/3.txt"].endswith(f"{lead}\n")


LINKS = [
    pytest.param(["لماذا لا تنام مدينة الميناء؟"], id="headline of the folder"),
    pytest.param(["النحالون يعيدون خلايا الجبل إلى الوادي مع أول أيام الربيع"], id="long"),
    pytest.param(["القاهرة تستضيف أسبوعا للخط العربي القديم"], id="told, of somebody known"),
    pytest.param(
        ["القاهرة تستضيف أسبوعا للخط العربي القديم", "ما الذي تغير في مدارس الخط هناك؟"],
        id="question right below one",
    ),
    pytest.param(
        ["القاهرة تستضيف أسبوعا للخط العربي القديم", "الخط الكوفي: حروف من حجر"],
        id="in two parts right below one",
    ),
    pytest.param(
        [
            "القاهرة تستضيف أسبوعا للخط العربي القديم",
            "من هي الخطاطة التي تعلمت في القاهرة ثم عادت لتعلم أطفال الجبل؟",
        ],
        id="long question right below one",
    ),
    pytest.param(
        ["حقائق قليلة عن الملح", "لماذا لا تنام مدينة الميناء؟"], id="right above another"
    ),
]
"""What stands amid a text, and in no other place than links do."""


@pytest.mark.parametrize("links", LINKS)
@pytest.mark.parametrize("habitual", [True, False])
def test_headlines_amid_a_text_are_links_where_its_folder_has_others_of_its_own_there(
    links: list[str], *, habitual: bool, bodies: Callable[..., dict[str, str]]
) -> None:
    asked = "لماذا لا تنام مدينة الميناء؟" + story(30).partition("زوار")[2]
    texts = {"nahda/30.txt": asked, "nahda/40.txt": linking(story(40), *links)}
    found = bodies(folder(links=habitual) | texts)
    gone = [link for link in links if link not in found["nahda/40.txt"]]
    assert gone == (links if habitual else [])


LISTS = [
    pytest.param(
        ["ومن أخبار الأسبوع:", "القاهرة تستضيف أسبوعا للخط العربي القديم"], id="announced"
    ),
    pytest.param(["- القاهرة تستضيف أسبوعا للخط العربي القديم"], id="item"),
    pytest.param(["أيام الملح"], id="heading"),
    pytest.param(["أسئلة الزوار عن الملح والصيد"], id="heading that tells nothing"),
    pytest.param(
        [
            "فهل تعود مواسم الملح الطويلة إلى الشاطئ كما كانت قبل سنوات؟",
            "أم أن الصيد وحده يبقى للأهالي في الشتاء القادم وفي الربيع؟",
        ],
        id="what a text itself asks",
    ),
    pytest.param(
        [
            "لكن أسئلة كثيرة تبقى بلا جواب",
            "هل عليهم أن يتركوا بيوتهم القديمة ويسكنوا بعيدا عن الشاطئ طوال الشتاء؟",
        ],
        id="what asks of nobody known",
    ),
    pytest.param(
        [
            "القاهرة تستضيف أسبوعا للخط العربي القديم",
            "لا يزال الخط حيا",
            "وقالت إن الخط لا يزال الخط حيا.",
        ],
        id="what somebody says below",
    ),
]


@pytest.mark.parametrize("kept", LISTS)
def test_what_is_announced_and_short_headings_stay_in_such_a_folder_too(
    kept: list[str], bodies: Callable[..., dict[str, str]]
) -> None:
    texts = {"nahda/40.txt": linking(story(40), *kept)}
    found = bodies(folder(links=True) | texts)["nahda/40.txt"]
    assert all(line.removeprefix("- ") in found for line in kept[-2:])


def test_a_text_that_says_its_own_headline_again_links_to_none() -> None:
    split = (
        "افتتاح المرفأ أمام الزوار صباح اليوم",
        "فقرة.",
        "افتتاح المرفأ أمام الزوار صباح اليوم",
        "فقرة.",
    )
    texts = [
        habits.Sketch(tuple(f"{line} {n}" for line in split), (False, True, False, True))
        for n in range(9)
    ]
    assert habits.headlines(texts) == frozenset()


def test_a_text_has_the_source_that_its_folder_states_and_says_so(
    bodies: Callable[..., dict[str, str]], tmp_path: Path
) -> None:
    texts = {f"x/{n}.txt": story(n, foot="المصدر: مرايا الحي\n") for n in range(6)}
    found = bodies({**texts, "x/9.txt": story(9)})
    assert found["x/9.txt"].split("\n")[1] == "مرايا الحي"
    written = [path.read_text("utf-8") for path in (tmp_path / "content/articles").rglob("*.md")]
    assert sum('source_from: "folder"' in text for text in written) == 1


def test_a_folder_whose_texts_state_several_sources_gives_none(
    bodies: Callable[..., dict[str, str]],
) -> None:
    texts = {f"x/{n}.txt": story(n, foot=f"المصدر: مرايا الحي {n % 2}\n") for n in range(6)}
    found = bodies({**texts, "x/9.txt": story(9)})
    assert found["x/9.txt"].split("\n")[1] == ""


def test_what_agencies_sign_is_no_habit_of_a_folder(
    bodies: Callable[..., dict[str, str]],
) -> None:
    texts = {f"x/{n}.txt": story(n, foot="(رويترز)\n") for n in range(6)}
    found = bodies({**texts, "x/9.txt": story(9)})
    assert found["x/9.txt"].split("\n")[1] == ""


def test_people_speak_to_the_paper_whose_folder_it_is(
    bodies: Callable[..., dict[str, str]],
) -> None:
    said = "وقال حارسه لـ«مرايا الحي» إن الزوار أكثر مما كان يظن، وإنه سيبقى حتى المساء.\n"
    texts = {f"x/{n}.txt": story(n, foot=said.replace("حارسه", f"حارسه {n}")) for n in range(4)}
    found = bodies({**texts, "x/9.txt": story(9)})
    assert found["x/9.txt"].split("\n")[1] == "مرايا الحي"


def test_a_name_printed_twice_in_the_writers_place_of_several_stories_is_the_papers(
    bodies: Callable[..., dict[str, str]],
) -> None:
    def signed(number: int, name: str) -> str:
        title, text = story(number).split("\n", 1)
        return f"{title}\n{name}\n{name}\n{text}"

    names = {4: "سامي حداد", 5: "ليلى النجار"}
    texts = {f"x/{n}.txt": signed(n, names.get(n, "مرايا الحي الكبير")) for n in range(10)}
    found = bodies(texts)
    assert {found[f"x/{n}.txt"].split("\n")[1] for n in range(10)} == {"مرايا الحي الكبير"}


def signed(name: str, numbers: range, outlet: str) -> dict[str, str]:
    """Stories with a name alone below their headline."""
    texts = {}
    for number in numbers:
        headline, _, rest = story(number).partition("\n")
        texts[f"{outlet}/{number}.txt"] = f"{headline}\n\n{name}\n{rest}"
    return texts


def test_who_signs_most_texts_of_a_folder_and_is_nobodys_name_is_its_paper(
    bodies: Callable[..., dict[str, str]], tmp_path: Path
) -> None:
    found = bodies(signed("حبر الجنوب", range(8), "habr"))
    assert {text.split("\n")[1] for text in found.values()} == {"حبر الجنوب"}
    written = "".join(path.read_text("utf-8") for path in tmp_path.glob("content/articles/**/*.md"))
    assert "authors" not in written


def test_who_signs_most_texts_of_a_folder_and_is_called_as_people_are_wrote_them(
    bodies: Callable[..., dict[str, str]], tmp_path: Path
) -> None:
    bodies(signed("سامي الجنوب", range(8), "sami"))
    written = [path.read_text("utf-8") for path in tmp_path.glob("content/articles/**/*.md")]
    assert len(written) == 8
    assert all('authors:\n  - "سامي الجنوب"' in text for text in written)


def test_a_paper_that_some_datelines_name_and_no_other_is_that_of_its_folder(
    bodies: Callable[..., dict[str, str]],
) -> None:
    few = signed("صيدا - حبر الجنوب", range(2), "few")
    some = signed("صيدا - حبر الجنوب", range(3), "some")
    longer = signed("صيدا - حبر الجنوب الإلكترونية", range(3, 4), "some")
    others = {f"{folder}/{n}.txt": story(n) for n in range(4, 14) for folder in ("few", "some")}
    found = bodies(few | some | longer | others)
    assert found["few/13.txt"].split("\n")[1] == ""
    assert found["some/13.txt"].split("\n")[1] == "حبر الجنوب"


def printed(*sides: str, every: int = 1) -> dict[str, str]:
    """A folder of ten texts, whose headlines have these beside them where `{}` stands, in each or
    in every second.
    """
    texts = {}
    for number in range(10):
        headline, rest = story(number).split("\n", 1)
        side = sides[number % len(sides)] if number % every == 0 else "{}"
        texts[f"zad/{number}.txt"] = f"{side.format(headline)}\n{rest}"
    return texts


def heads_of(found: dict[str, str]) -> set[tuple[bool, str]]:
    """Whether headlines end as stories' do, or what stands beside them; and the sources."""
    heads = (text.split("\n")[:2] for text in found.values())
    bare = re.compile(r"افتتاح \S+ رقم \d أمام الزوار")
    return {(bare.fullmatch(title) is not None, source) for title, source in heads}


SIDES = [
    pytest.param(("{} - زاد المسافر اليومي",), "زاد المسافر اليومي", id="behind a dash"),
    pytest.param(("{} ــ أخبار صيدا",), "أخبار صيدا", id="called as a section is"),
    pytest.param(("{} | زاد المسافر - نبض القوافل",), "زاد المسافر - نبض القوافل", id="two parts"),
    pytest.param(
        ("{} - رياضة - زاد المسافر", "{} - ثقافة - زاد المسافر"), "زاد المسافر", id="sections"
    ),
    pytest.param(("زاد المسافر اليومي | {}",), "زاد المسافر اليومي", id="before a bar"),
    pytest.param(("زاد المسافر - علوم - {}",), "زاد المسافر", id="before a section"),
]
"""What a site's program prints in the line of each headline, as in a browser's tab."""


@pytest.mark.parametrize(("sides", "site"), SIDES)
def test_what_most_headlines_of_a_folder_have_beside_them_is_its_sites_name(
    sides: tuple[str, ...], site: str, bodies: Callable[..., dict[str, str]]
) -> None:
    assert heads_of(bodies(printed(*sides))) == {(True, site)}


@pytest.mark.parametrize(
    ("sides", "every"),
    [
        pytest.param(("{} - بداية موسم جديد",), 2, id="half of them"),
        pytest.param(("{} - سامي حداد",), 1, id="a person"),
        pytest.param(("{} - صيدا",), 1, id="a place"),
        pytest.param(("تحقيق ميداني - {}", "زيارة قصيرة - {}"), 1, id="of a kind"),
    ],
)
def test_what_fewer_have_or_what_says_more_of_an_article_is_no_sites_name(
    sides: tuple[str, ...], every: int, bodies: Callable[..., dict[str, str]]
) -> None:
    assert not any(source for _, source in heads_of(bodies(printed(*sides, every=every))))
