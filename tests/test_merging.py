"""Spellings of one name: proposed, written to a file, and merged by its owner alone."""

import json
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import Archive
from warraq import importer, merging
from warraq.archive import Merges, arrange
from warraq.cli import main
from warraq.config import Config, term_merges, word_families
from warraq.errors import ConfigError
from warraq.iptc import TOPICS, topic
from warraq.model import Article, Taxonomy
from warraq.pages import plan
from warraq.search.pagefind import fragment

ARTICLE = (
    "-- content/articles/{id}.md --\n---\nid: {id}\ntitle: خبر\ndate: 2011-01-25\n{more}\n---\nنص\n"
)


def archive(site: Callable[[str], Archive], *more: str) -> Archive:
    return site(
        "".join(ARTICLE.format(id=f"art{at}", more=fields) for at, fields in enumerate(more))
    )


def groups(**counts: int) -> list[set[str]]:
    return [set(proposal.names) for proposal in merging.proposals(counts, "tag")]


def known(taxonomy: Taxonomy, *names: str) -> list[set[str]]:
    """Groups of names as the command finds them, which knows names beyond their letters."""
    words = word_families(Path("no archive")).names
    lore = merging.Lore(importer.known_as_one(taxonomy), words)
    found = merging.proposals(dict.fromkeys(names, 1), taxonomy, lore)
    return [set(proposal.names) for proposal in found]


def test_spellings_of_one_name_are_proposed_the_most_used_first() -> None:
    counts = {"الرياضة": 41, "رياضة": 7, "الرّياضة": 1, "رياضه": 2, "غزة": 9}
    (proposal,) = merging.proposals(counts, "tag")
    assert proposal.names == ("الرياضة", "رياضة", "رياضه", "الرّياضة")
    assert proposal.counts == (41, 7, 2, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("إسرائيل", "اسرائيل"),
        ("دونالد ترامب", "دونالد ترمب"),
        ("السيارة", "سيارات"),
        ("المهاجرون", "مهاجرين"),
        ("الأمم_المتحدة", "الأمم المتحدة"),
        ("NATO", "nato"),
        ("قصر الحمراء", "لقصر الحمراء"),
        ("عبدالرحمن", "عبد الرحمن"),
        ("مطعم سناب تشات", "مطعم سناب شات"),
        ("أنطوان غريزمان", "أنتوان غريزمان"),
        ("أبو ظبي", "أبوظبي"),
        ("الرِّياضة", "الرّياضة"),
    ],
)
def test_names_that_may_be_one_are_found(one: str, other: str) -> None:
    assert groups(**{one: 1, other: 1}) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("غزة", "عزة"),
        ("كأس العالم 2018", "كأس العالم 2022"),
        ("مصر", "مصرف"),
        ("الرحم", "الرحمة"),
        ("التحالف العربي", "التحالف الغربي"),
        ("محمد الحيلاني", "محمد الكيلاني"),
        ("ملعب النادي", "ملعب الهادي"),
        ("!", "؟"),
        ("😀", "😢"),
        ("عِلم", "عَلَم"),
    ],
)
def test_names_that_only_look_alike_are_not_proposed(one: str, other: str) -> None:
    assert groups(**{one: 1, other: 1}) == []


def test_words_that_stand_in_other_names_too_are_no_spellings_of_one_another() -> None:
    others = {"منصور سلمان": 1, "سليمان القانوني": 1}
    assert groups(**{"وليد سلمان": 1, "وليد سليمان": 1}, **others) == []
    again = {"قمة ترامب": 1, "دونالد ترامب": 2, "قمة ترمب": 1, "دونالد ترمب": 3}
    assert groups(**again) == [{"دونالد ترمب", "دونالد ترامب"}, {"قمة ترامب", "قمة ترمب"}]


def test_a_city_is_no_country_though_tashkeel_alone_tells_them_apart() -> None:
    assert known("tag", "عمان", "عُمان") == []
    amman, oman = {"عمان", "عمّان"}, {"عُمان", "سلطنة عمان"}
    assert known("tag", *amman, *oman) == [oman, amman]
    assert known("tag", "عمانية", "عُمانية") == [{"عمانية", "عُمانية"}]


def test_names_that_are_known_to_be_one_are_proposed_whatever_their_letters() -> None:
    assert known("tag", "أمريكا", "أميركا") == [{"أمريكا", "أميركا"}]
    assert known("tag", "اميركا", "الولايات المتحدة") == [{"اميركا", "الولايات المتحدة"}]
    assert known("category", "أمريكا اللاتينية", "أميركا اللاتينية") == [
        {"أمريكا اللاتينية", "أميركا اللاتينية"}
    ]
    assert known("tag", "غوغل", "جوجل", "Google") == [{"غوغل", "جوجل", "Google"}]


@pytest.mark.parametrize(
    "names",
    [
        ("الشرق الأوسط", "جريدة الشرق الأوسط", "الشرق الاوسط"),
        ("الضفاف", "صحيفة الضفاف", "جريدة الضفاف", "موقع الضفاف"),
        ("الأناضول", "وكالة أنباء الأناضول", "وكالة الأناضول"),
        ("أ ف ب", "أ.ف.ب", "وكالة فرانس برس", "فرانس برس", "فرانس بريس"),
        ("قناة الضفاف", "تلفزيون الضفاف"),
    ],
)
def test_names_of_one_source_are_found(names: tuple[str, ...]) -> None:
    assert known("source", *names) == [set(names)]


def test_a_name_that_a_paper_and_a_station_share_is_neither_s() -> None:
    assert known("source", "الضفاف", "جريدة الضفاف", "صحيفة الضفاف", "قناة الضفاف") == [
        {"جريدة الضفاف", "صحيفة الضفاف"}
    ]
    assert known("source", "الراي", "جريدة الراي", "الرأي", "صحيفة الرأي") == [
        {"الرأي", "صحيفة الرأي"},
        {"الراي", "جريدة الراي"},
    ]


@pytest.mark.parametrize(
    "names",
    [
        ("سامي حداد", "سامى حداد", "سامي حدّاد", "د. سامي حداد", "الدكتور سامي حداد"),
        ("عبد الرحمن الراشد", "عبدالرحمن الراشد", "عبدالرحمان الراشد"),
        ("نور الدين حسن", "نورالدين حسن"),
        ("توماس فريدمان", "طوماس فريدمان"),
    ],
)
def test_spellings_of_one_writer_are_found(names: tuple[str, ...]) -> None:
    assert known("author", *names) == [set(names)]


def test_writers_who_differ_by_a_letter_or_an_article_are_two() -> None:
    writers = ["وليد سلمان", "وليد سليمان", "حسن عمران الخطيب", "حسين عمران الخطيب"]
    writers += ["محمد علي", "محمد العلي", "د. علي", "علي"]
    for pair in combinations(writers, 2):
        assert known("author", *pair) == []


def test_a_plural_is_of_the_noun_that_is_there() -> None:
    assert groups(شركة=1, شركات=1, شرك=1) == [{"شركة", "شركات"}]
    assert groups(قطار=1, قطارات=1) == [{"قطار", "قطارات"}]


def test_thousands_of_tags_are_compared_at_once() -> None:
    counts = {f"وسم طويل {chr(0x627 + at % 28)}{at}": 1 for at in range(3000)}
    assert merging.proposals(counts, "tag") == ()


def test_proposals_are_comments_and_are_written_once() -> None:
    found = merging.proposals({"الرياضة": 2, "رياضة": 1, "a: b": 2, "A: B": 1}, "tag")
    text = merging.extended("", "tag", found)
    assert all(line.startswith("#") for line in text.splitlines())
    assert "# الرياضة: [رياضة]" in text
    assert '# "a: b": ["A: B"]' in text
    assert merging.extended(text, "tag", found) == text


def test_what_the_owner_wrote_stays_and_new_proposals_come_below() -> None:
    own = "# ملاحظة\nالرياضة: [رياضة]"
    text = merging.extended(own, "tag", merging.proposals({"علوم": 2, "العلوم": 1}, "tag"))
    assert text.startswith(f"{own}\n# ")
    assert "# علوم: [العلوم]" in text


def test_a_proposal_without_its_mark_is_read(tmp_path: Path) -> None:
    counts = {'قال: "نعم"': 2, "قال: «نعم»": 1, "true": 1, "True": 3, "الرياضة": 2, "رياضة": 1}
    text = merging.extended("", "tag", merging.proposals(counts, "tag"))
    lines = [line.removeprefix("# ") for line in text.splitlines() if "[" in line]
    (tmp_path / "tags.yml").write_text("\n".join(lines), encoding="utf-8")
    assert term_merges(tmp_path)["tag"] == {
        "قال: «نعم»": 'قال: "نعم"',
        "true": "True",
        "رياضة": "الرياضة",
    }


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("الرياضة\n", 1, "الرياضة"),
        ("علوم: [فلك]\nالرياضة:\n", 2, "الرياضة"),
        ("علوم: [فلك]\nفنون: [فلك]\n", 2, "فلك"),
        ("علوم: [فلك]\nفلك: [نجوم]\n", 2, "فلك"),
        ("علوم: {a: b}\n", 1, "علوم"),
        ("علوم: [فلك\n", 2, ""),
    ],
)
def test_a_wrong_file_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, word: str
) -> None:
    (tmp_path / "tags.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        term_merges(tmp_path)
    (problem,) = raised.value.problems
    assert (problem.file, problem.line) == (f"{tmp_path.name}/tags.yml", line)
    assert word in problem.en
    assert word in problem.ar


def test_arabic_commas_part_names(tmp_path: Path) -> None:
    (tmp_path / "categories.yml").write_text("رياضة: [رياضه، الرياضة]\n", encoding="utf-8")
    assert term_merges(tmp_path) == {"category": {"رياضه": "رياضة", "الرياضة": "رياضة"}}


def test_the_command_writes_proposals_and_merges_nothing(
    site: Callable[[str], Archive], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARRAQ_LANG", "en")
    made = archive(site, "tags: [الرياضة]", "tags: [رياضة]", "tags: [رياضة، غزة]")
    arguments = ["tags", "--config", str(made.root / "site.yml")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    assert "رياضة (2)  الرياضة (1)" in result.output
    written = (made.root / "content" / "tags.yml").read_text(encoding="utf-8")
    assert "# رياضة: [الرياضة]  # 2 + 1" in written
    assert not (made.root / "content" / "categories.yml").exists()
    assert {"tag/رياضة/index.html", "tag/index.html"} <= set(made.build().tree())
    assert "الرياضة" in made.page("tag/index.html")
    CliRunner().invoke(main, arguments)
    assert (made.root / "content" / "tags.yml").read_text(encoding="utf-8") == written


def test_merged_tags_share_a_page_and_the_old_address_leads_there(
    site: Callable[[str], Archive],
) -> None:
    made = archive(site, "tags: [الرياضة]", "tags: [رياضه]", "tags: [رياضة، غزة]")
    made.write("content/tags.yml", "الرياضة: [رياضة، رياضه]\n")
    before = (made.root / "content/articles/art1.md").read_bytes()
    made.build()
    page = made.page("tag/الرياضة/index.html")
    assert all(f"art{at}.html" in page for at in range(3))
    assert "رياضه" not in made.page("2011/01/art1.html")
    for old in ("رياضة", "رياضه"):
        assert "refresh" in made.page(f"tag/{old}/index.html")
    assert (made.root / "content/articles/art1.md").read_bytes() == before


def test_merging_and_parting_again_rewrite_what_they_must(site: Callable[[str], Archive]) -> None:
    made = archive(site, "tags: [الرياضة]\ncategory: علم", "tags: [رياضة]\ncategory: علوم")
    apart = made.build().tree()
    made.write("content/tags.yml", "الرياضة: [رياضة]\n")
    made.write("content/categories.yml", "علوم: [علم]\n")
    merged = made.build().tree()
    assert merged == made.build(fresh=True).tree() != apart
    made.delete("content/tags.yml")
    made.delete("content/categories.yml")
    assert made.build().tree() == apart


STORY = " ".join(f"كلمة{at}" for at in range(60))
SPELLINGS = f"""
-- content/articles/a.md --
---
id: art0
title: خبر
date: 2011-01-25
source: جريدة الضفاف
authors: [سامى حداد، سامي حداد]
---
{STORY}
-- content/articles/b.md --
---
id: art1
title: خبر
date: 2011-01-26
source: الضفاف
authors: [سامي حدّاد]
---
{STORY}
-- content/articles/c.md --
---
id: art2
title: خبر
date: 2011-01-27
source: الشاطئ
---
{STORY}
"""


def merge(archive: Archive) -> None:
    archive.write("content/sources.yml", "الضفاف: [جريدة الضفاف]\n")
    archive.write("content/authors.yml", "سامي حداد: [سامى حداد، سامي حدّاد]\n")


def test_merged_sources_and_writers_are_shown_by_the_name_that_is_kept(
    site: Callable[[str], Archive],
) -> None:
    made = site(SPELLINGS)
    merge(made)
    made.build(with_search=True)
    pages = {path: data for path, data in made.tree().items() if path.endswith("html")}
    for gone in ("جريدة الضفاف", "سامى حداد", "سامي حدّاد"):
        assert not [path for path, data in pages.items() if gone.encode() in data]
    article = made.page("2011/01/art0.html")
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', article)
    assert [author["name"] for author in json.loads(data)["author"]] == ["سامي حداد"]
    assert json.loads(data)["publisher"]["name"] == "الضفاف"
    assert "AU  - سامي حداد\nT2  - الضفاف" in article
    for listed in ("source/الضفاف/index.html", "author/سامي-حداد/index.html"):
        assert "art0.html" in made.page(listed)
        assert "art1.html" in made.page(listed)
    assert "refresh" in made.page("source/جريدة-الضفاف/index.html")
    records = (made.public / "pagefind" / "fragment").glob("*/*")
    sources = [fragment(record.read_bytes())["filters"]["source"] for record in records]
    assert sorted(sources) == [["الشاطئ"], ["الضفاف"], ["الضفاف"]]


def test_one_source_under_two_names_did_not_publish_also_in_itself(
    site: Callable[[str], Archive],
) -> None:
    made = site(SPELLINGS).build()
    assert "art1.html" in made.page("2011/01/art0.html").partition("نُشر أيضًا في")[2]
    merge(made)
    also = made.build().page("2011/01/art0.html").partition("نُشر أيضًا في")[2].partition("</aside>")
    assert "art1.html" not in also[0]
    assert "art2.html" in also[0]


def test_merging_sources_and_writers_and_parting_them_rewrites_what_it_must(
    site: Callable[[str], Archive],
) -> None:
    made = site(SPELLINGS)
    apart = made.build(with_search=True).tree()
    merge(made)
    merged = made.build(with_search=True).tree()
    assert merged == made.build(with_search=True, fresh=True).tree() != apart
    made.delete("content/sources.yml")
    made.delete("content/authors.yml")
    assert made.build(with_search=True).tree() == apart


def test_the_command_proposes_sources_and_writers_in_files_of_their_own(
    site: Callable[[str], Archive],
) -> None:
    made = site(SPELLINGS)
    result = CliRunner().invoke(main, ["tags", "--config", str(made.root / "site.yml")])
    assert result.exit_code == 0
    sources = (made.root / "content" / "sources.yml").read_text(encoding="utf-8")
    assert "# الضفاف: [جريدة الضفاف]  # 1 + 1" in sources
    writers = (made.root / "content" / "authors.yml").read_text(encoding="utf-8")
    assert "# سامى حداد: [سامي حداد, سامي حدّاد]  # 1 + 1 + 1" in writers
    assert term_merges(made.root / "content") == {"source": {}, "author": {}}


def test_every_old_address_of_a_spelling_leads_on() -> None:
    """Spellings that collide had addresses of their own, which go when they are merged."""
    articles = [
        Article(path=f"{at}.md", digest=str(at), id=f"art{at}", title="خبر", tags=(tag,))
        for at, tag in enumerate(("الرياضة", "الرّياضة", "Sport", "sport"))
    ]
    config = Config(root=Path("/archive"), title="أرشيف")
    before = set(plan(arrange(articles), config))
    merges: Merges = {"tag": {"الرّياضة": "الرياضة", "sport": "Sport"}}
    after = set(plan(arrange(articles, merges=merges), config))
    assert before <= after


def test_three_thousand_tags_used_once_have_one_page_in_all() -> None:
    articles = [
        Article(
            path=f"{at}.md", digest=str(at), id=f"art{at}", title="خبر",
            tags=tuple(f"وسم {at * 30 + tag}" for tag in range(30)),
        )
        for at in range(100)
    ]  # fmt: skip
    config = Config(root=Path("/archive"), title="أرشيف")
    pages = plan(arrange(articles, tag_page_minimum=config.tag_page_minimum), config)
    assert [path for path in pages if path.startswith("tag/")] == ["tag/index.html"]
    groups = pages["tag/index.html"].context.groups
    assert sum(len(group.terms) for group in groups) == 3000


def test_tags_of_marks_alone_have_addresses_of_their_own() -> None:
    articles = [
        Article(path=f"{at}.md", digest=str(at), id=f"art{at}", title="خبر", tags=(tag,))
        for at, tag in enumerate(("!!!", "؟", "😀", "😢"))
    ]
    pages = plan(arrange(articles), Config(root=Path("/archive"), title="أرشيف"))
    assert sum(path.startswith("tag/") for path in pages) == 5


def test_there_are_seventeen_topics_and_each_knows_its_own_label() -> None:
    assert [one.id for one in TOPICS] == [f"medtop:{number:02}000000" for number in range(1, 18)]
    assert all(topic(one.label) is one for one in TOPICS)
    assert all(
        topic(name.strip()) is one for one in TOPICS for name in re.split("[,،]", one.sections)
    )


def test_a_section_is_a_topic_by_its_name_in_any_spelling() -> None:
    for name in ("رياضة", "الرياضه", "Sports", "أخبار الرِّياضة"):
        found = topic(name)
        assert found is not None
        assert found.id == "medtop:15000000"
    assert topic("محليات") is None
    assert topic("") is None


def test_with_iptc_categories_are_shown_by_their_topics(site: Callable[[str], Archive]) -> None:
    made = archive(site, "category: الرياضة", "category: كرة القدم", "category: محليات")
    made.write("site.yml", "title: أرشيف\ncategories: iptc\n")
    made.write("content/categories.yml", "الرياضة: [ملاعب]\n")
    made.build()
    page = made.page("category/رياضة/index.html")
    assert "art0.html" in page
    assert "art1.html" in page
    assert "newscodes/mediatopic/15000000" in made.page("2011/01/art0.html")
    assert "newscodes" not in made.page("2011/01/art2.html")
    assert "refresh" in made.page("category/كرة-القدم/index.html")
    assert "محليات" in made.page("category/index.html")


def test_machines_are_told_organisations_from_persons(site: Callable[[str], Archive]) -> None:
    made = archive(site, "authors: [سلمى حداد، وكالات، أ ف ب، خاص]").build()
    page = made.page("2011/01/art0.html")
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert {author["name"]: author["@type"] for author in json.loads(data)["author"]} == {
        "سلمى حداد": "Person",
        "وكالات": "Organization",
        "أ ف ب": "Organization",
        "خاص": "Organization",
    }
