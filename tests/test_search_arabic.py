"""Search as an Arab reader expects it: found however the word is spelt, exact when it is quoted."""

import json
import lzma
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from conftest import Archive, served
from warraq import search
from warraq.arabic.analysis import Analyser, Analysis, words_of
from warraq.arabic.normalise import normalise
from warraq.config import word_families
from warraq.model import WordFamilies
from warraq.search import Document, SearchError, Segment, index, lexicon, pagefind
from warraq.search.keys import CLAUSE_END, chunk, encode, key, mark_clause_ends

letters = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويء0123456789abcxyzé", min_size=1)


@given(st.lists(letters, unique=True, min_size=2))
def test_no_two_words_have_one_key_and_none_is_the_beginning_of_another(words: list[str]) -> None:
    keys = [encode(word) + "x" for word in words]
    assert len(set(keys)) == len(words)
    assert not [(a, b) for a in keys for b in keys if a != b and b.startswith(a)]
    assert all(key.isascii() and key.isalpha() and key.islower() for key in keys)


def test_a_key_begins_with_the_stem_then_the_base_then_what_is_the_words_own() -> None:
    assert chunk([key(Analysis("والاتفاقات", 3, 8))]) == "atfaqxatzwaly"
    assert chunk([key(Analysis("اتفاقات", 0, 5))]) == "atfaqxatzy"
    assert chunk([key(Analysis("وزراء", 0, 5, "وزير"))]) == "wvyrxwvrajfxzy"
    assert chunk([key(Analysis("2011", 0, 4)), key(Analysis("2012", 0, 4))]).count("-") == 1
    assert chunk([]) == "-"


@pytest.mark.parametrize(
    ("word", "following", "ends"),
    [
        ("مصر،", "مندوب", True),
        ("دولار)", "خلال", True),
        ("دولار", "(نحو", True),
        ("النيل.", "", True),
        ("«النيل", "الأزرق»", False),
        ("«النيل»", "الأزرق", False),
        ("النيلُ", "الأزرق", False),
        ("د.", "طه", False),
        ("د.", "«طه»", False),
        ("د.", "(طه)", True),
        ("قد.", "مضى", True),
        ("٢.", "ثم", False),
        ("مصر", "–", True),
        ("النهر", "النيل", False),
    ],
)
def test_a_clause_ends_where_more_than_a_quotation_mark_stands_between_words(
    word: str, following: str, *, ends: bool
) -> None:
    marked, *_ = mark_clause_ends(f"{word} {following}".strip()).split(" ")
    assert marked == word + CLAUSE_END * ends


def test_the_key_of_a_word_that_ends_a_clause_goes_on_behind_the_words_own() -> None:
    assert chunk([key(Analysis("اتفاقات", 0, 5))], closed=True) == "atfaqxatzyc"
    assert chunk([], closed=True) == "-"


@given(letters, st.data())
def test_forms_of_a_stem_share_its_beginning_and_differ_in_the_rest(
    word: str, data: st.DataObject
) -> None:
    cuts = st.integers(0, len(word))
    start, end = sorted((data.draw(cuts), data.draw(cuts)))
    first = chunk([key(Analysis(word, start, end))])
    assert first.startswith(encode(word[start:end]) + "x")
    assert first.endswith("y")
    other_cut = (data.draw(cuts), data.draw(cuts))
    if sorted(other_cut) != [start, end]:
        assert chunk([key(Analysis(word, min(other_cut), max(other_cut)))]) != first


def test_keys_that_are_not_in_step_with_the_text_stop_the_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pagefind.fragment
    monkeypatch.setattr(pagefind, "fragment", lambda data: {**real(data), "content": "one"})
    with pytest.raises(SearchError) as caught:
        index([Segment(lambda: [Document("a.html", "a", "عنوان", "نص المقال")])], tmp_path)
    assert caught.value.problems[0].file == "a.html"


def test_the_original_text_stands_where_results_are_shown_from(tmp_path: Path) -> None:
    text = "«القاهرةُ»،\u200b أُمُّ الدُّنيا\x1a – قال: C5+1!"
    index([Segment(lambda: [Document("a.html", "a", "عنوانٌ أوَّل", text)])], tmp_path)
    (file,) = (tmp_path / "fragment").glob("*/*")
    page = pagefind.fragment(file.read_bytes())
    assert page["content"] == "عنوانٌ أوَّل «القاهرةُ»، أُمُّ الدُّنيا – قال: C5+1!"
    assert page["meta"]["title"] == "عنوانٌ أوَّل"


def test_a_text_whose_keys_stay_gets_a_new_name_when_it_changes(tmp_path: Path) -> None:
    """A browser keeps what it is shown by its name: a corrected mark must reach it."""
    names = []
    for text in ("نص أول", "نص أوّل"):
        documents = [Document("a.html", "a", "عنوان", text)]
        index([Segment(documents.copy)], tmp_path / text)
        (file,) = (tmp_path / text / "fragment" / "undated").iterdir()
        names.append(file.name)
    assert names[0] != names[1]
    assert names[0][:8] == names[1][:8]


def test_of_listed_names_the_lexicon_holds_those_that_the_archive_has_in_any_spelling(
    tmp_path: Path,
) -> None:
    names = (("غوغل", "جوجل", "Google"), ("غاندي", "جاندي", "Gandhi"))
    documents = [Document("a.html", "a", "عنوان", "مكتب غوغل")]
    index([Segment(lambda: documents)], tmp_path, WordFamilies(names=names))
    root = json.loads(next(tmp_path.glob("lexicon*.json")).read_bytes())
    words = {word for word, *_ in lexicon.read(root, tmp_path)}
    assert words == {"عنوان", "مكتب", "غوغل", "جوجل", "google"}


def test_no_file_of_the_lexicon_is_large(tmp_path: Path) -> None:
    rnd = random.Random(1)
    words = ["".join(rnd.choices("ابتجحدرسعفقكلمنهوي", k=rnd.randint(2, 9))) for _ in range(20_000)]
    documents = [Document("a.html", "a", "عنوان", " ".join(words))]
    index([Segment(lambda: documents)], tmp_path)
    files = list((tmp_path / "lexicon").iterdir())
    assert len(files) > 5
    assert max(file.stat().st_size for file in files) <= 20_000


# In the browser

ARTICLES = {
    "accord": ("توقيع الاتفاق في القاهرة", "وقّع الوزيران اتفاقاتٍ جديدة بين الدولتين."),
    "school": ("مدرسة جديدة", "افتُتحت المدرسة في الحي، وجاء مدرّسوها من المدينة."),
    "minister": ("الوزير في بيروت", "قال الوزير إن الطريق سيُفتح قريبًا."),
    "responsible": ("المسؤول عن الجسر", "قال مسؤولون إن الجسر متين."),
    "kuwait": ("شتاء الكويت", "هطل المطر على الكويت سنة ٢٠١١."),
    "dam": ("السد العالي", "اكتمل السد العالي سنة 1970 على نهر النيل."),
    "high": ("سد عال", "بُني سد عال في الجنوب، وليس هو السد الذي على النيل."),
    "moon": ("رحلة Apollo إلى القمر", "انطلقت المركبة C5+1 نحو القمر."),
    "music": ("أم كلثوم في باريس", "غنّت أم كلثوم في باريس أمام جمهور كبير."),
    "tech": ("غوغل تفتح مكتبا", "أعلنت غوغل أنها ستفتح مكاتب في الوزارات."),
    "mayor": ("غراهام في بلومبيرغ", "كتب غراهام رسالة قصيرة."),
    "other": ("صحيفة تنقل عن جراهام", "نشر جراهام كتابًا عن الأنهار."),
    "plane": ("طائرة F-16 تهبط", "هبطت الطائرة بسلام."),
    "bird": ("عصفور نادر", "حطّ الزرزور على الشجرة."),
    **{f"birds{n}": ("عن الزرازير", "طارت الزرازير فوق الزهور.") for n in range(12)},
    **{f"elephant{n}": ("فيل في الحديقة", "شرب فيل من البركة.") for n in range(5)},
    **{f"city{n}": ("صيف فيلادلفيا", "زار الوفد فيلادلفيا.") for n in range(5)},
    "flower": ("زهرر", "كلمة طبعت خطأً."),
    "together": ("ديوان عبدالوهاب", "جمع عبدالوهاب قصائده في صنعاء، ومعه أبوبكر صاحب المطبعة."),
    "apart": ("رحلة عبد الوهاب", "سافر عبد الوهاب مع أبي بكر إلى عدن ليلًا، ثم عاد."),
    "scattered": ("عبد كريم", "كان عبد يحب الشعر، وذكر الوهاب في قصيدته."),
    "father": ("أبو بكر في المكتبة", "قرأ أبو بكر الكتاب، وشكر عبد الحليم على هديته."),
    "village": ("عنب كفرزيتون", "يُزرع العنب في كفرزيتون منذ قرون."),
    "hamlet": ("طريق كفر زيتون", "وصل الطريق إلى كفر زيتون قبل الشتاء."),
    "spring": ("سقي الحقول", "تعطلت آلات الري أسبوعًا."),
    **{f"wind{n}": ("الرياح شديدة", "اقتلعت الرياح خيمة.") for n in range(6)},
    "joy": ("فرح في القرية", "رقص الناس فرحًا."),
    "press": ("تاريخ الصحافة", "كــــتاب عن الصَّحافَةِ العربية، مصطفى صاحبه."),
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    archive = Archive(tmp_path_factory.mktemp("arabic"))
    archive.write("site.yml", "title: أرشيف\n")
    for name, (title, text) in ARTICLES.items():
        head = f'---\nid: {name}\ntitle: "{title}"\ndate: 2011-01-25\n---\n\n'
        archive.write(f"content/articles/{name}.md", head + text)
    archive.build(with_search=True)
    with served(archive.public) as root:
        yield root + "search.html"


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(locale="ar")
    tab = context.new_page()
    tab.goto(address)
    tab.wait_for_function("() => window.warraq")
    yield tab
    context.close()


def ask(page: Any, query: str) -> Any:
    return page.evaluate("query => warraq.search(query)", query)


def found(page: Any, query: str) -> list[str]:
    return [result["id"] for result in ask(page, query)["results"]]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("الإتفاق", "accord"),
        ("اتفاق", "accord"),
        ("للاتفاقات", "accord"),
        ("القاهره", "accord"),
        ("مدرسه", "school"),
        ("بالمدرسة", "school"),
        ("الوَزيرُ", "minister"),
        ("مسئول", "responsible"),
        ("الکویت", "kuwait"),
        ("2011", "kuwait"),
        ("١٩٧٠", "dam"),
        ("ﺍﻟﻨﻴﻞ", "dam"),
        ("apollo", "moon"),
        ("C5+1", "moon"),
        ("كتاب", "press"),
        ("صحافة", "press"),
        ("مصطفي", "press"),
        ("جوجل", "tech"),
        ("Google", "tech"),
        ("الوزراء", "minister"),
    ],
)
def test_an_article_is_found_however_the_word_is_spelt(page: Any, query: str, wanted: str) -> None:
    assert wanted in found(page, query)


@pytest.mark.browser
@pytest.mark.parametrize("query", ["زهورهما", "وزهوركم", "كزهورنا"])
def test_a_form_that_nobody_wrote_finds_the_noun_it_is_of(page: Any, query: str) -> None:
    answer = ask(page, query)
    assert answer["total"] == 12
    assert all(result["id"].startswith("birds") for result in answer["results"])
    assert answer["instead"] == []


@pytest.mark.browser
def test_what_few_write_behind_the_article_is_taken_for_no_noun(page: Any) -> None:
    answer = ask(page, "جسرهما")  # two articles have الجسر
    assert "responsible" not in [result["id"] for result in answer["results"]]


@pytest.mark.browser
def test_the_form_that_was_typed_comes_first(page: Any) -> None:
    assert found(page, "سد")[0] == "high"
    assert found(page, "السد")[0] == "dam"


@pytest.mark.browser
def test_a_phrase_in_quotes_is_found_word_for_word_only(page: Any) -> None:
    assert found(page, '"السد العالي"') == ["dam"]
    assert found(page, '"سد عال"') == ["high"]
    assert found(page, '"العالي السد"') == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ('"الجنوب وليس"', []),
        ('"الجنوب، وليس هو السد"', ["high"]),
        ('"سد عال في الجنوب"', ["high"]),
        ('"وليس هو السد الذي على النيل"', ["high"]),
        ('"طائرة F-16 تهبط"', ["plane"]),
        ('"F-16"', ["plane"]),
        ('"F 16"', []),
    ],
)
def test_a_phrase_goes_over_a_comma_only_where_it_is_typed(
    page: Any, query: str, wanted: list[str]
) -> None:
    assert found(page, query) == wanted


@pytest.mark.browser
def test_a_phrase_may_stand_beside_words_and_a_word_may_be_excluded(page: Any) -> None:
    assert found(page, '"السد العالي" النيل') == ["dam"]
    assert set(found(page, "السد")) == {"dam", "high"}
    assert found(page, "السد -الجنوب") == ["dam"]


@pytest.mark.browser
def test_a_word_being_typed_is_found_by_its_beginning(page: Any) -> None:
    assert found(page, "الصحا") == ["press"]
    assert "الصحافة" in page.evaluate("warraq.complete('تاريخ الصحا')")[0]


@pytest.mark.browser
@pytest.mark.parametrize("text", ["ا", "ال", "الص", "في ال"])
def test_what_most_words_begin_with_is_not_completed(page: Any, text: str) -> None:
    assert page.evaluate("text => warraq.complete(text)", text) == []


@pytest.mark.browser
def test_a_beginning_shows_each_word_that_it_may_become_before_more_of_any(page: Any) -> None:
    answer = ask(page, "زر")  # twelve hold الزرازير, also in the headline; one الزرزور
    assert answer["total"] == 13
    assert "bird" in [result["id"] for result in answer["results"][:2]]


@pytest.mark.browser
def test_where_a_word_may_go_on_as_another_as_common_every_fifth_result_has_that(page: Any) -> None:
    typed = found(page, "فيل")
    assert [name.startswith("city") for name in typed[:5]] == [False] * 4 + [True]
    assert len(typed) == 10
    assert not any(name.startswith("city") for name in found(page, "فيل "))


@pytest.mark.browser
def test_a_query_that_was_sent_is_not_being_typed_any_more(page: Any) -> None:
    fifth = page.locator("#results li:nth-child(5) h2")
    page.fill("#q", "فيل")
    fifth.filter(has_text="صيف فيلادلفيا").wait_for()
    page.keyboard.press("Enter")
    fifth.filter(has_text="فيل في الحديقة").wait_for()
    page.goto(page.url)
    fifth.filter(has_text="فيل في الحديقة").wait_for()


@pytest.mark.browser
@pytest.mark.parametrize("way", ["Enter", "button", "address"])
def test_a_word_that_was_sent_is_the_beginning_of_no_other(
    page: Any, address: str, way: str
) -> None:
    page.fill("#q", "الري")
    page.locator("#results h2", has_text="الرياح شديدة").first.wait_for()
    if way == "Enter":
        page.keyboard.press("Enter")
    elif way == "button":
        page.click(".find button")
    else:
        page.goto(f"{address}?q=الري")
    page.wait_for_function("() => document.querySelectorAll('#results h2').length === 1")
    assert page.inner_text("#results h2") == "سقي الحقول"


@pytest.mark.browser
def test_where_nobody_wrote_what_was_sent_words_that_begin_so_stand_for_it_and_that_is_said(
    page: Any, address: str
) -> None:
    page.goto(f"{address}?q=الريا")
    page.wait_for_selector("#notice .spelling")
    assert page.locator("#notice .spelling").all_inner_texts() == ["الرياح"]
    assert "لم نجد «الريا»" in page.inner_text("#notice")
    assert page.locator("#results > li").count() == 6
    page.fill("#q", "الريا")
    page.wait_for_function("() => !document.querySelector('#notice .spelling')")


@pytest.mark.browser
@pytest.mark.parametrize("query", ["عبدالوهاب", "عبد الوهاب", "لعبدالوهاب", "وعبد الوهاب"])
def test_a_name_written_in_one_is_the_same_in_two(page: Any, query: str) -> None:
    assert sorted(found(page, query)) == ["apart", "together"]
    assert found(page, f"{query} صنعاء") == ["together"]
    assert found(page, f"عدن {query}") == ["apart"]


@pytest.mark.browser
@pytest.mark.parametrize("query", ["أبوبكر", "أبو بكر", "أبي بكر", "أبابكر"])
def test_a_name_is_found_in_every_case_of_its_first_half(page: Any, query: str) -> None:
    assert sorted(found(page, query)) == ["apart", "father", "together"]


@pytest.mark.browser
def test_a_name_that_nobody_wrote_in_one_is_found_in_two(page: Any) -> None:
    answer = ask(page, "عبدالحليم")
    assert [result["id"] for result in answer["results"]] == ["father"]
    assert answer["instead"] == []


@pytest.mark.browser
def test_halves_that_nobody_wrote_side_by_side_are_sought_apart(page: Any) -> None:
    assert found(page, "عبد الشعر ") == ["scattered"]


@pytest.mark.browser
@pytest.mark.parametrize("query", ["كفرزيتون", "كفر زيتون"])
def test_what_the_archive_writes_in_one_and_in_two_is_one(page: Any, query: str) -> None:
    assert sorted(found(page, query)) == ["hamlet", "village"]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ('"عبدالوهاب"', ["together"]),
        ('"عبد الوهاب"', ["apart"]),
        ('"كفرزيتون"', ["village"]),
        ('"كفر زيتون"', ["hamlet"]),
    ],
)
def test_in_quotes_a_name_is_found_as_it_is_typed(page: Any, query: str, wanted: list[str]) -> None:
    assert found(page, query) == wanted


@pytest.mark.browser
def test_a_short_word_that_nobody_wrote_is_offered_others_and_shows_none_of_them(page: Any) -> None:
    answer = ask(page, "فرخ")
    assert (answer["total"], answer["instead"]) == (0, [])
    assert answer["offered"][0] == "فرح"
    page.fill("#q", "فرخ")
    page.keyboard.press("Enter")
    page.click("#notice .spelling >> text=فرح")
    page.locator("#results h2", has_text="فرح في القرية").wait_for()


@pytest.mark.browser
def test_of_two_words_the_one_that_was_not_found_is_named_as_it_was_typed(page: Any) -> None:
    page.fill("#q", "مدْرَصة الحي")
    page.keyboard.press("Enter")
    page.wait_for_selector("#notice .spelling")
    assert "لم نجد «مدْرَصة»" in page.inner_text("#notice")
    assert "الحي" not in page.inner_text("#notice")


@pytest.mark.browser
def test_a_misspelt_word_is_answered_by_its_best_spellings_and_that_is_said(page: Any) -> None:
    answer = ask(page, "مدرصة ")
    assert "school" in [result["id"] for result in answer["results"]]
    assert answer["instead"][0] == "مدرسة"  # as it is printed
    page.fill("#q", "مدرصة ")
    page.keyboard.press("Enter")
    page.wait_for_selector("#notice .spelling")
    page.click("#notice .spelling >> nth=0")
    page.wait_for_selector(".list mark")
    assert page.input_value("#q").strip() == answer["instead"][0]


@pytest.mark.browser
@pytest.mark.parametrize(("typed", "first"), [("اقاول", "اقول"), ("الاقاول", "الاقوال")])
def test_behind_an_article_a_noun_is_meant(page: Any, typed: str, first: str) -> None:
    """اقول is far commoner, but no article stands before it."""
    spelt = page.evaluate(
        """async (typed) => {
            const words = "اقوال 0 5 1\\nاقول 0 4 128\\n";
            const texts = { words, skeletons: "قل اقوالA اقولh\\n" };
            const tables = { shards: [["", "skeletons"]], folds: {}, dropped: "او", commoner: 2 };
            const root = { shards: [["", "words"]], clitics: ["ال"] };
            const lexicon = warraq.lexiconOf(root, async (name) => texts[name], async () => tables);
            return (await lexicon.spellings(typed)).map((one) => one.word);
        }""",
        typed,
    )
    assert spelt[0] == first


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("المدينة مَدْرَصـة الحي", "المدينة {} الحي"),
        ('"في الحي" مدرصة، -الجسر', '"في الحي" {}، -الجسر'),
        ("مدرصة -مدرصة ", "{} -مدرصة "),
        ("مدرصة «مدرسوها من المدينة» ", "{} «مدرسوها من المدينة» "),
    ],
)
def test_a_spelling_that_is_chosen_replaces_its_word_and_nothing_else(
    page: Any, query: str, wanted: str
) -> None:
    spelling = ask(page, query)["instead"][0]
    page.fill("#q", query)
    page.keyboard.press("Enter")
    page.click(f"#notice .spelling >> text={spelling}")
    page.wait_for_function("text => document.getElementById('q').value !== text", arg=query)
    assert page.input_value("#q") == wanted.format(spelling)
    page.wait_for_function("() => !document.querySelector('#notice .spelling')")
    assert page.locator("#results > li").count() == 1


@pytest.mark.browser
def test_another_spelling_of_a_name_keeps_the_clitics_that_were_typed(page: Any) -> None:
    assert ask(page, "وغراهام")["also"] == ["وجراهام"]


@pytest.mark.browser
def test_other_spellings_of_a_name_are_found_in_turn_and_that_is_said(page: Any) -> None:
    answer = ask(page, "غراهام")
    assert [result["id"] for result in answer["results"]] == ["mayor", "other"]
    assert answer["also"] == ["جراهام"]
    assert found(page, "جراهام") == ["other", "mayor"]
    assert found(page, '"جراهام"') == ["other"]
    page.fill("#q", "غراهام ")
    page.wait_for_selector("#notice .spelling")
    assert page.locator("#notice .spelling").all_inner_texts() == ["جراهام"]


@pytest.mark.browser
@pytest.mark.parametrize("query", ["Graham", "graham", "GRAHAM"])
def test_a_name_in_latin_letters_is_sought_among_the_archives_own(page: Any, query: str) -> None:
    answer = ask(page, query)
    assert {"mayor", "other"} <= {result["id"] for result in answer["results"]}


@pytest.mark.browser
def test_a_rare_word_with_a_common_twin_offers_it_and_does_not_merge(page: Any) -> None:
    answer = ask(page, "زهرر ")
    assert [result["id"] for result in answer["results"]] == ["flower"]
    assert answer["twins"] == ["زهور"]


@pytest.mark.browser
@pytest.mark.parametrize(
    "query",
    [
        "الزرزور",  # الزرازير is a form of it, and common
        "زيتون",
        "فرح",
    ],
)
def test_a_word_of_its_own_has_no_twin(page: Any, query: str) -> None:
    assert ask(page, query + " ")["twins"] == []


@pytest.mark.browser
def test_a_particle_is_no_spelling_of_a_word(page: Any) -> None:
    spelt = page.evaluate(
        """async () => {
            const texts = { words: "علي 0 3 900\\n", skeletons: "عل عليt\\n" };
            const held = { folds: {}, dropped: "اويءه", commoner: 1.4, particles: ["علي"] };
            const tables = { shards: [["", "skeletons"]], ...held };
            const root = { shards: [["", "words"]], clitics: ["ب"] };
            const lexicon = warraq.lexiconOf(root, async (name) => texts[name], async () => tables);
            return (await lexicon.spellings("بعلني")).map((one) => one.word);
        }"""
    )
    assert spelt == []


@pytest.mark.browser
@pytest.mark.parametrize("query", ["F-16", "f16", "F16", "F 16"])
def test_letters_and_digits_are_found_joined_and_apart(page: Any, query: str) -> None:
    assert found(page, query) == ["plane"]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ('النيل "السد العالي"', ["dam"]),
        ('"السد العالي" -النيل', []),
        ('-"الجنوب" السد', ["dam"]),
        ("السد -جنوب", ["dam"]),
        ("السد -زقزقة", ["dam", "high"]),
        ('"السد العالي', ["dam"]),
        ("«السد العالي", ["dam"]),
        ('السد"العالي', ["dam"]),
        ("-السد", []),
        ("السد AND (العالي)", ["dam"]),
        ("السد.*", ["dam", "high"]),
        ("السَّدُّ العَالِي", ["dam"]),
    ],
)
def test_a_query_means_what_it_seems_to(page: Any, query: str, wanted: list[str]) -> None:
    assert sorted(found(page, query)) == wanted


@pytest.mark.browser
def test_a_word_in_most_articles_is_ignored_beside_another_and_found_alone(page: Any) -> None:
    assert found(page, "في كلثوم") == found(page, "كلثوم") == ["music"]
    assert "music" in found(page, "في")


@pytest.mark.browser
@pytest.mark.parametrize("number", [0, 1])
def test_an_archive_of_no_article_or_of_one_can_be_searched(
    browser: Any, tmp_path: Path, number: int
) -> None:
    archive = Archive(tmp_path)
    archive.write("site.yml", "title: أرشيف\n")
    for n in range(number):
        head = f'---\nid: only{n}\ntitle: "السد العالي"\n---\n\n'
        archive.write(f"content/articles/only{n}.md", head + "نص عن السد.")
    archive.build(with_search=True)
    with served(archive.public) as root:
        page = browser.new_page()
        page.goto(root + "search.html")
        page.wait_for_function("() => window.warraq?.search")
        for query in ("السد", "سدود", '"السد العالي"', "بحر", "-السد", "dam", ""):
            answer = ask(page, query)
            assert answer["total"] == (
                number if "سد" in query.strip("-") and "-" not in query else 0
            )
        page.close()


@pytest.mark.browser
def test_articles_without_a_date_are_found_and_sorted_last(browser: Any, tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.write("site.yml", "title: أرشيف\n")
    for name in ("one", "two"):
        archive.write(
            f"content/articles/{name}.md", f'---\nid: {name}\ntitle: "قصة نهر"\n---\n\nعن النهر.'
        )
    archive.build(with_search=True)
    with served(archive.public) as root:
        page = browser.new_page()
        page.goto(root + "search.html")
        page.wait_for_function("() => window.warraq?.search")
        answer = page.evaluate("warraq.search('نهر', {sort: 'date'})")
        assert {result["id"] for result in answer["results"]} == {"one", "two"}
        narrowed = page.evaluate("warraq.search('نهر', {filters: {year: ['undated']}})")
        assert narrowed["total"] == 2
        page.close()


@pytest.mark.browser
def test_where_not_all_words_meet_one_is_dropped_and_named(page: Any) -> None:
    answer = ask(page, "كلثوم باريس النيل ")
    assert [result["id"] for result in answer["results"]] == ["music"]
    assert answer["dropped"] == "النيل"


@pytest.mark.browser
@pytest.mark.parametrize(
    "query",
    ["", "!؟", "\u064b\u064b", '"', '"السد', "-", "a" * 10_000, "السد AND (.*)[", "\\", "س" * 300],
)
def test_no_query_breaks_the_search(page: Any, query: str) -> None:
    answer = ask(page, query)
    assert answer["total"] >= len(answer["results"])


BLOCKS = (
    *((0x20, 0x7E), (0xA0, 0x24F), (0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF)),
    *((0x1E00, 0x1EFF), (0x2000, 0x206F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF), (0xFF00, 0xFFEF)),
    *((0x610, 0x65F), (0x621, 0x64A), (0x621, 0x64A)),
)
"""Of every kind of character that Arabic text may hold."""

CORPUS = Path(__file__).parents[2] / "shared/corpus/search-dev/articles.jsonl.xz"
"""Real articles, which do not belong to the project."""


def differences(page: Any, samples: list[str]) -> list[Any]:
    """The strings that page and index fold, cut or encode differently."""
    theirs = page.evaluate(
        """async samples => {
            const { read } = await warraq.openIndex();
            const tables = JSON.parse(new TextDecoder().decode(await read("lexicon.json")));
            const arabic = warraq.arabicOf(tables);
            return samples.map(text => [arabic.normalise(text), arabic.wordsOf(text).join(" "),
                                        arabic.wordsOf(text).map(arabic.encode).join(" ")]);
        }""",
        samples,
    )
    ours = [
        [normalise(text), " ".join(words_of(text)), " ".join(map(encode, words_of(text)))]
        for text in samples
    ]
    return [each for each in zip(samples, ours, theirs, strict=True) if each[1] != each[2]]


@pytest.mark.browser
def test_the_page_folds_every_string_as_the_index_did(page: Any) -> None:
    rnd = random.Random(7)
    samples = [
        "".join(chr(rnd.randint(*rnd.choice(BLOCKS))) for _ in range(rnd.randint(1, 10)))
        for _ in range(50_000)
    ]
    families = word_families(Path("nowhere"))
    listed = [word for family in (*families.plurals, *families.names) for word in family]
    dressed = [
        "".join(letter + rnd.choice("\u064b\u064e\u0651\u0640\u200d") for letter in word)
        for word in listed
    ]
    assert differences(page, [*samples, *listed, *dressed])[:3] == []


@pytest.mark.browser
@pytest.mark.skipif(not CORPUS.exists(), reason=f"no real articles at {CORPUS}")
def test_the_page_folds_the_words_of_real_articles_as_the_index_did(page: Any) -> None:
    with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
        words = sorted({word for line in lines for word in json.loads(line)["content"].split()})
    assert len(words) > 100_000
    assert differences(page, words)[:3] == []


def test_the_language_of_the_index_has_no_stemmer() -> None:
    assert search.LANGUAGE == "qaa"
    assert Analyser({}).analyse("كتاب").stem == "كتاب"
