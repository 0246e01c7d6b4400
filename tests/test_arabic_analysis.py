"""Words taken apart, as far as the archive bears it out."""

import pytest
from hypothesis import given, strategies as st

from warraq.arabic.analysis import Analyser, inflections, words_of
from warraq.arabic.normalise import normalise

ARCHIVE = (
    """
وقع الوزير اتفاقا مع الوزراء، وفي الاتفاق بنود، ولكل بند شرح. الاتفاقات كثيرة، واتفاقات أخرى.
في المدرسة كتاب، وفي مدرسة أخرى كتب. الكتاب في المدرسة. سيارة وسيارتان وسيارات. الفكرة والبيان.
كتب سيناريو وكتبوا السيناريو، والسيناريوهات كثيرة. الاتجاه والاتجاهات. عليه، وقال الشاعر عليان.
قال الوالد لولده إن اللجنة في لبنان. لجنة الطلاب ولجان. اللاعب ولاعبون ولاعبين. قال وقال وقالت.
الرياض مدينة. مكتبة ومكتبات. كبير وكبيرة. رئيس الوزراء في بيروت. كان القانون في الدولة.
"""
    * 3
)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    counts: dict[str, int] = {}
    for word in words_of(ARCHIVE):
        counts[word] = counts.get(word, 0) + 1
    return Analyser(counts)


def stem(analyser: Analyser, word: str) -> str:
    (folded,) = words_of(word)
    return analyser.analyse(folded).stem


@pytest.mark.parametrize(
    "forms",
    [
        ("اتفاق", "الاتفاق", "والاتفاقات", "اتفاقًا", "للاتفاق", "اتفاقات", "بالاتفاق"),
        ("مدرسة", "المدرسة", "ومدرسته", "مدرستين", "للمدرسة"),
        ("سيارة", "سيارات", "السيارتان", "سيارتي"),
        ("لجنة", "اللجنة", "للجنة"),
        ("سيناريو", "السيناريو", "سيناريوهات"),
        ("اتجاه", "الاتجاهات"),
        ("لاعب", "اللاعب", "لاعبون", "لاعبين", "لاعبي", "لاعبو"),
        ("كبير", "كبيرة", "الكبيرة"),
        ("قال", "وقال", "قالت"),
    ],
)
def test_forms_of_one_word_have_one_stem(analyser: Analyser, forms: tuple[str, ...]) -> None:
    assert {stem(analyser, form) for form in forms} == {stem(analyser, forms[0])}


@pytest.mark.parametrize("word", ["فكرة", "والد", "بيان", "لبنان", "بيروت", "كتاب", "كان", "الله"])
def test_letters_of_the_word_itself_are_no_clitics(analyser: Analyser, word: str) -> None:
    (folded,) = words_of(word)
    assert analyser.analyse(folded).start == 0


def test_a_name_is_no_dual_of_a_preposition(analyser: Analyser) -> None:
    assert stem(analyser, "عليان") == "عليان"


@pytest.mark.parametrize("word", ["nasa", "2011", "c5", "و"])
def test_what_is_no_arabic_word_stays_whole(analyser: Analyser, word: str) -> None:
    assert analyser.analyse(word).stem == word


def test_letters_of_other_scripts_and_digits_make_words_of_their_own() -> None:
    assert words_of("منصة C5+1 عام ٢٠١٥م «أبولو»") == [
        "منصه",
        "c5",
        "1",
        "عام",
        "2015",
        "م",
        "ابولو",
    ]


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويء0a", min_size=1, max_size=12))
def test_any_word_is_cut_inside_itself(word: str) -> None:
    counts = {"كتاب": 3, "الكتاب": 2, "ا" + word[1:]: 5, word[:-1] + "ا": 5}
    analysis = Analyser(counts).analyse(word)
    assert 0 <= analysis.start < analysis.end <= len(word)


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("تماسيح", "تمساح"),
        ("صهاريج", "صهريج"),
        ("نواقيس", "ناقوس"),
        ("بواخر", "باخرة"),
        ("جرائد", "جريدة"),
        ("معاطف", "معطف"),
        ("وزراء", "وزير"),
        ("أوجاع", "وجع"),
        ("أجهزة", "جهاز"),
        ("كهوف", "كهف"),
        ("أصدقاء", "صديق"),
        ("أغنياء", "غني"),
        ("سكاكين", "سكين"),
        ("أساطير", "أسطورة"),
        ("وصايا", "وصية"),
        ("فتاوى", "فتوى"),
        ("أعضاء", "عضو"),
        ("أبواب", "باب"),
        ("خطوط", "خط"),
    ],
)
def test_a_broken_plural_joins_the_singular_that_the_archive_attests(
    plural: str, singular: str
) -> None:
    counts = dict.fromkeys(words_of(f"{plural} ال{plural} {singular} ال{singular}"), 2)
    analyser = Analyser(counts)
    one, other = (analyser.analyse(words_of(word)[0]) for word in (plural, singular))
    assert (one.family or one.stem) == (other.family or other.stem)


def test_a_word_that_only_looks_like_a_plural_stays_for_itself() -> None:
    counts = {"اعلان": 90, "الاعلان": 60, "العلن": 1, "علن": 1}
    assert Analyser(counts).analyse("اعلان").family == ""


def test_a_word_that_takes_a_sound_ending_is_no_broken_plural() -> None:
    counts = dict.fromkeys(words_of("مقابل المقابل مقابلين المقابلين مقبل المقبل"), 3)
    assert Analyser(counts).analyse("مقابل").family == ""


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("وزراؤها", "الوزير"),
        ("وزرائهم", "وزيرًا"),
        ("والمدارس", "مدرسة"),
        ("للمدرستين", "مدارسنا"),
        ("بأركانها", "الركن"),
        ("قادتهم", "قائد"),
        ("أبنيتها", "البناء"),
        ("كمائن", "الكمين"),
        ("قراهم", "قرية"),
    ],
)
def test_what_is_listed_is_known_through_clitics_and_endings(form: str, word: str) -> None:
    families = [
        words_of(family)
        for family in (
            "وزير وزراء",
            "مدرسة مدارس",
            "ركن أركان",
            "قائد قادة",
            "بناء أبنية",
            "كمين كمائن",
            "قرية قرى",
        )
    ]
    text = "وزراء الوزير مدرسة المدارس مدارس أركان الركن قادة القائد الأبنية الكمين قرى قرية مين"
    counts = dict.fromkeys(words_of(f"{text} {form} {word}"), 2)
    analyser = Analyser(counts, families)
    one, other = (analyser.analyse(words_of(w)[0]) for w in (form, word))
    assert (one.family or one.stem) == (other.family or other.stem)


def test_the_son_is_not_merged_with_the_building_whose_plural_looks_like_him() -> None:
    families = [["ابن", "ابناء"], ["بناء", "ابنيه"]]
    counts = dict.fromkeys(["ابن", "الابن", "ابناء", "بناء", "البناء", "ابنيه", "ابني"], 5)
    analyser = Analyser(counts, families)
    assert analyser.analyse("ابنيه").family == "بناء"
    assert analyser.analyse("ابناء").family == "ابن"


def test_words_of_a_family_count_as_one_and_families_that_meet_are_one() -> None:
    families = [["غوغل", "جوجل"], ["جوجل", "قوقل"], ["بيت", "منزل"]]
    analyser = Analyser({"غوغل": 1, "جوجل": 1, "قوقل": 1, "بيت": 1, "منزل": 1}, families)
    assert {analyser.analyse(w).family or w for w in ("غوغل", "جوجل", "قوقل")} == {"غوغل"}
    assert {analyser.analyse(w).family or w for w in ("بيت", "منزل")} == {"بيت"}


def test_the_order_of_the_counts_changes_nothing() -> None:
    words = words_of(ARCHIVE)
    counts = {word: words.count(word) for word in words}
    backwards = dict(reversed(counts.items()))
    one, other = Analyser(counts), Analyser(backwards)
    assert [one.analyse(word) for word in counts] == [other.analyse(word) for word in counts]


def together(text: str, one: str, other: str, families: str = "") -> bool:
    """Whether an archive of these words takes two of them for forms of one."""
    counts: dict[str, int] = {}
    for word in words_of(f"{text} {one} {other}"):
        counts[word] = counts.get(word, 0) + 2
    analyser = Analyser(counts, [words_of(family) for family in families.split("،") if family])
    cuts = [analyser.analyse(words_of(word)[0]) for word in (one, other)]
    return len({cut.family or cut.stem for cut in cuts}) == 1


@pytest.mark.parametrize(
    ("text", "form", "word"),
    [
        ("الكتاب", "كتابيهما", "كتاب"),
        ("المعلم معلمين", "معلموهم", "المعلم"),
        ("المسؤول مسؤولين", "مسؤوليها", "مسؤول"),
        ("المشترك مشتركين", "مشتركو", "المشترك"),
        ("المدرسة", "مدرستيه", "مدرستين"),
        ("اللغة", "لغتهم", "لغة"),
        ("الجهة", "والجهات", "جهة"),
        ("الكرة", "كرتين", "كرة"),
        ("المستشفى", "مستشفاهم", "مستشفى"),
        ("الأعضاء", "أعضائه", "أعضاء"),
        ("الأعضاء", "أعضاؤه", "أعضاء"),
        ("الأعضاء", "أعضاءه", "أعضاء"),
        ("الموقف", "موقفك", "موقف"),
        ("الإعلان", "إعلانًا", "إعلان"),
        ("محام محامين", "محامي", "محامون"),
        ("التوجه", "توجهاته", "توجه"),
        ("التزام بالالتزام", "والتزامه", "الالتزام"),
        ("للاطمئنان للاطمئنان", "للاطمئنان", "الاطمئنان"),
        ("بريء", "بريئة", "بريء"),
        ("اللاجئ", "لاجىء", "لاجئ"),
        ("المبادئ", "مبادىء", "مبادئ"),
        ("البطيء", "بطيئًا", "البطيء"),
        ("الوكلاء", "وكلائها", "وكلاء"),
    ],
)
def test_a_noun_is_known_by_what_stands_before_and_behind_it(
    text: str, form: str, word: str
) -> None:
    assert together(text, form, word)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("مركزين المركز", "المركزي", "مركز"),
        ("مسؤولين المسؤول المسؤولية", "مسؤولية", "مسؤول"),
        ("عملين العمل العملية", "عمليات", "عمل"),
        ("التوجه توجهات", "توجه", "توج"),
        ("المال", "مالك", "مال"),
        ("يشار يشار", "يشارك", "يشار"),
        ("الأعلى الإعلان", "إعلانا", "أعلى"),
    ],
)
def test_what_only_ends_like_a_form_of_it_is_another_word(text: str, one: str, other: str) -> None:
    assert not together(text, one, other)


@pytest.mark.parametrize("other", ["مقاطعة", "المقاطعات", "مقاطعتهم", "مقاطعون", "مقاطعين"])
def test_a_broken_plural_takes_neither_its_feminine_nor_sound_endings(other: str) -> None:
    text = "المقاطع المقاطع المقاطعة المقاطعة مقاطعين"
    assert not together(text, "مقاطع", other, "مقطع مقاطع")
    assert together(text, "مقاطعة", other, "مقطع مقاطع")


@pytest.mark.parametrize("form", ["مقاطعها", "بمقاطعهم", "مقاطعًا", "والمقاطع"])
def test_a_broken_plural_takes_pronouns_and_cases(form: str) -> None:
    assert together("مقاطع المقطع", form, "مقطع", "مقطع مقاطع")


def test_what_looks_like_a_namesake_may_be_his_where_hers_are_as_common() -> None:
    text = "الآثار أثر آثارها آثارها الإثارة"
    assert together(text, "آثاره", "أثر", "أثر آثار")
    assert not together(text, "الإثارة الإثارة", "أثر", "أثر آثار")


def test_a_broken_plural_and_a_namesake_that_nobody_writes_with_the_article() -> None:
    assert together("المدارس", "مدارسه", "مدرسة", "مدرسة مدارس")


@pytest.mark.parametrize(
    ("word", "alike"),
    [("جلوس", "جلس"), ("إبحار", "بحر"), ("جزائر", "جزيرة"), ("تزايد", "تزيد"), ("حمود", "حمد")],
)
def test_verbal_nouns_and_names_are_no_plurals_of_what_they_look_like(
    word: str, alike: str
) -> None:
    assert not together(f"ال{word} ال{alike}", word, alike)


def test_a_word_that_is_listed_is_known_behind_a_clitic_whatever_else_it_looks_like() -> None:
    assert together("وقت الوقت بوق البوق", "بوقت", "وقت", "وقت أوقات،بوق أبواق")


def test_a_short_word_that_is_listed_does_not_make_an_article_its_own() -> None:
    assert together("فهم ألف", "والفهم", "فهم", "ألف آلاف")


def test_endings_that_nobody_wrote_lead_to_the_noun() -> None:
    found = {
        form[: -len(ending)] + own
        for form in map(normalise, ("كتابيهما", "مدرستها", "أعضاؤه", "مستشفاهم", "سيارات"))
        for ending, own in inflections()
        if form.endswith(ending)
    }
    assert found >= set(map(normalise, ("كتاب", "مدرسة", "أعضاء", "مستشفى", "سيارة")))
    assert all(len(ending) > 1 for ending, _ in inflections())


def one_family(text: str, one: str, other: str, plurals: str = "", names: str = "") -> bool:
    """Whether an archive of this text, with these lists, takes two words for one."""
    analyser = Analyser(
        {word: words_of(text).count(word) for word in words_of(text)},
        [words_of(row) for row in plurals.split("،") if row],
        [words_of(row) for row in names.split("،") if row],
    )
    heads = {cut.family or cut.stem for cut in map(analyser.analyse, words_of(f"{one} {other}"))}
    return len(heads) == 1


def test_a_feminine_is_another_word_where_both_are_listed() -> None:
    text = "العقيد عقيد العقيدة عقيدة عقائد عقيدتهم"
    rows = "عقيد عقداء،عقيدة عقائد"
    assert not one_family(text, "عقيدة", "العقيد", rows)
    assert one_family(text, "عقيدتهم", "العقائد", rows)


def test_a_girl_is_no_boy_of_his() -> None:
    rows = "فتى فتيان،فتاة فتيات"
    assert one_family("فتاة فتى الفتيات", "فتاة", "الفتيات", rows)
    assert not one_family("فتاة فتى الفتيات", "فتاة", "الفتى", rows)


@pytest.mark.parametrize("form", ["لليمن", "وللسعودية", "لليونان"])
def test_the_article_of_a_listed_name_loses_its_alef_behind_a_preposition(form: str) -> None:
    text = "اليمن السعودية اليونان ليون ليون يمن سعودية لليمن لليونان"
    names = "اليمن Yemen،السعودية Saudi،اليونان Greece،ليون Lyon"
    assert one_family(text, form, form.replace("لل", "ال").removeprefix("و"), names=names)


def test_a_name_with_an_article_takes_no_endings() -> None:
    text = "الرياض الرياض الرياض رياضة الرياضة"
    assert one_family(text, "الرياضة", "رياضة", names="الرياض Riyadh")
    assert not one_family(text, "الرياضة", "الرياض", names="الرياض Riyadh")


def test_letters_that_look_like_the_article_keep_a_listed_word_together() -> None:
    text = "ألماني الألماني مانيه ألمانية وأن ألوان وان"
    assert one_family(text, "ألمانية", "ألماني", "ألماني ألمان", "ماني مانيه")
    assert one_family(text, "ألوانها", "لون", "لون ألوان")


@pytest.mark.parametrize(
    ("form", "word", "listed"),
    [
        ("وعودة", "عودة", "وعد وعود"),
        ("بقوله", "قوله", "بقل بقول"),
        ("وأدت", "أدت", "وادي واد"),
        ("بعقوبات", "عقوبات", "بعقوبة بعاقب"),
    ],
)
def test_a_clitic_is_likelier_than_a_listed_word_that_is_rarer(
    form: str, word: str, listed: str
) -> None:
    assert one_family(f"{word} {word} {word} {listed} {form}", form, word, listed)


def test_of_two_letters_before_a_listed_word_the_second_may_be_its_own() -> None:
    assert one_family("الكمية كمية وكمية مئة", "وكمية", "كمية", "مئة مئات")
    assert one_family("البعيد بعيد وبعيد عيد", "وبعيد", "بعيد", "عيد أعياد")


def test_what_ends_in_ta_marbuta_before_a_pronoun_is_no_rarer_name() -> None:
    text = "حرية الحرية حرية حريته حريت"
    assert one_family(text, "حريته", "حرية", names="حريت Hurriyet")


def test_what_stands_behind_the_article_is_no_name_and_a_pronoun() -> None:
    assert not one_family("الإكراه الإكراهات أكرا أكر", "الإكراه", "أكرا", names="أكرا Accra")


@pytest.mark.parametrize("word", ["تلك", "لديك", "كلها"])
def test_function_words_are_no_forms_of_listed_nouns(word: str) -> None:
    assert not any(
        one_family(f"{word} {noun}", word, noun, "تل تلال،ديك ديوك")
        for noun in ("تل", "ديك", "لها")
    )


def test_no_rule_makes_names_one_that_the_lists_keep_apart() -> None:
    text = "ميشيل ميتشيل ميتشل كريستين كريستيان كريستن"
    names = "ميشيل ميشال Michel،ميتشل ميتشيل Mitchell،كريستين كرستين،كريستيان كرستيان"
    assert not one_family(text, "ميشيل", "ميتشيل", names=names)
    assert not one_family(text, "كريستين", "كريستيان", names=names)
    assert one_family(text, "ميتشل", "ميتشيل", names=names)
