"""Reading without a net: what is kept, what is shown, and every way in which it may go wrong."""

import gzip
import itertools
import json
import random
import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from zlib import compress, crc32

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import FLAGS, Archive, chromium
from firefox import executable, firefox
from net import Net, Weather
from warraq import offline, search
from warraq.model import Claim
from warraq.offline import Pack, encode, group_of, packs

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

PLACES = ["القاهرة", "بيروت", "دمشق", "بغداد", "تونس", "الرباط", "عمان", "صنعاء", "الخرطوم", "مسقط"]
DEEDS = ["تفتتح جسرًا", "تستقبل معرض الكتاب", "ترمم سورها القديم", "تزرع ألف شجرة", "تحصي سكانها"]
WORDS = [
    "المدينة",
    "النهر",
    "الطريق",
    "المكتبة",
    "السوق",
    "الميناء",
    "المدرسة",
    "الحديقة",
    "القطار",
    "المتحف",
    "البحر",
]


def populate(archive: Archive, articles: int = 48) -> None:
    """Invented news of three years, and two articles without a date."""
    rnd = random.Random(3)
    archive.write("site.yml", "title: دفتر التجربة\ncountry: MA\n")
    for n in range(articles):
        place = PLACES[n % len(PLACES)]
        day = f"{2009 + n % 3}-{1 + n % 12:02}-{1 + n % 28:02}"
        head = f'id: item{n:02}\ntitle: "{place} {DEEDS[n % len(DEEDS)]}"\ntags: [{place}، أخبار]\n'
        head += f"date: {day}\n" if n > 1 else ""
        text = " ".join(rnd.choices(WORDS, k=60))
        archive.write(f"content/articles/{n}.md", f"---\n{head}---\n\n{text}\n")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive(tmp_path / "archive")
    populate(made)
    return made.build(with_search=True)


@pytest.fixture
def net(archive: Archive) -> Iterator[Net]:
    served = Net(archive.public)
    yield served
    served.stop()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(locale="ar")
    opened = context.new_page()
    opened.set_default_timeout(30_000)
    yield opened
    context.close()


EVERYTHING = "الأرشيف كله مع البحث"
GONE = "async () => !(await navigator.serviceWorker.getRegistration())"  # no worker any more


def visit(page: Any, net: Net, path: str = "offline.html") -> None:
    """Open a page and wait until the worker is there for good."""
    page.goto(net.url + path)
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller !== null")


def press(page: Any, verb: str, what: str) -> None:
    page.get_by_role("button", name=f"{verb}: {what}", exact=True).click()


def keep(page: Any, net: Net, *what: str) -> None:
    visit(page, net)
    for name in what:
        press(page, "احفظ", name)
        page.locator("#status").filter(has_text=f"اكتمل الحفظ: {name}").wait_for()
        page.wait_for_function("!document.getElementById('groups').inert")


def until(page: Any, condition: str, argument: Any = None) -> None:
    """Wait for what an async function says; Playwright's own wait takes a promise for a yes."""
    for _ in range(150):
        if page.evaluate(condition, argument):
            return
        page.wait_for_timeout(100)
    message = f"never true: {condition}"
    raise AssertionError(message)


def caches_of(page: Any) -> list[str]:
    names: list[str] = page.evaluate("caches.keys()")
    return names


def totals(page: Any, *queries: str) -> list[int]:
    found: list[int] = page.evaluate(
        "async all => { const n = []; for (const q of all) n.push((await warraq.search(q)).total);"
        " return n; }",
        list(queries),
    )
    return found


def articles_of(archive: Archive) -> list[str]:
    return [
        path.relative_to(archive.public).as_posix()
        for path in sorted(archive.public.rglob("item*.html"))
    ]


QUERIES = ["القاهرة", "جسر", "المدينة النهر", '"معرض الكتاب"', "شجره", "ژژژ"]


# What is made at build time


def site_of(archive: Archive) -> dict[str, Claim]:
    return {path: Claim(str(hash(data)), len(data)) for path, data in archive.tree().items()}


def test_every_page_is_in_one_group_and_what_servers_need_is_in_none(archive: Archive) -> None:
    held = [path for pack in packs(site_of(archive)) for path in pack.members]
    assert len(held) == len(set(held))
    left = set(archive.tree()) - set(held)
    kinds = ("assets/", "offline/", "pagefind-file/", "sitemap")
    named = {*offline.SHELL, "404.html", "sw.js", "robots.txt", "feed.xml", ".nojekyll"}
    assert {p for p in left if not p.startswith(kinds)} == named | {"pagefind/root.json"}


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("2011/01/abc.html", "2011"),
        ("2011/index.html", "2011"),
        ("undated/ab/abc.html", "undated"),
        ("tag/قمر/index.html", "lists"),
        ("20110125/story.html", "lists"),
        ("٢٠١١/خبر/index.html", "lists"),  # an alias: the worker takes no other digits for a year
        ("pagefind/fragment/2011/0123456789ab.pf_fragment", "2011"),
        ("pagefind/index/qaa_1.pf_index", "search"),
        ("pagefind/root.json", ""),
        ("assets/theme.css", ""),
        ("assets/icon.svg", ""),
        ("index.html", ""),
        ("files/articles/2011/01/a.jpg", "2011"),
        ("files/media/a.PNG", "lists"),
        ("files/media/a.pdf", ""),
        ("files/media/a.html", ""),
    ],
)
def test_a_file_is_kept_with_its_like(path: str, group: str) -> None:
    assert group_of(path) == group


def test_what_search_shows_of_an_article_lies_right_behind_it(archive: Archive) -> None:
    members = next(pack.members for pack in packs(site_of(archive)) if pack.group == "2010")
    followed = [b for a, b in itertools.pairwise(members) if "/item" in a]
    assert followed
    assert all(path.startswith("pagefind/fragment/2010/") for path in followed)


def test_a_large_group_is_cut_and_an_article_changes_one_of_its_packs() -> None:
    site = {f"2011/01/item{n}.html": Claim(str(n), 40_000) for n in range(1000)}
    before = packs(site)
    assert len(before) == 8
    assert {len(pack.members) for pack in before} <= set(range(80, 180))
    for changed in (
        {"2011/01/item7.html": Claim("new", 40_001)},
        {"2011/02/x.html": site["2011/01/item1.html"]},
    ):
        after = packs({**site, **changed})
        assert len({p.path for p in after} - {p.path for p in before}) == 1


def test_a_correction_makes_new_packs_of_its_year_only(archive: Archive) -> None:
    def packs_now() -> dict[str, set[str]]:
        listed = json.loads(archive.tree()["offline/packs.json"])["packs"]
        return {p["group"]: {q["name"] for q in listed if q["group"] == p["group"]} for p in listed}

    before = packs_now()
    path = "content/articles/4.md"
    archive.write(
        path, (archive.root / path).read_text(encoding="utf-8") + "\nوأضاف المراسل سطرًا.\n"
    )
    archive.build(with_search=True)
    changed = {group for group, names in packs_now().items() if names != before[group]}
    assert "2010" in changed
    assert not changed & {"2009", "2011", "undated"}


ODD = [b"", b"\n", b"\n\n", b"\x01", b"\x01=a\n\x013\n\x01", bytes(range(256)) * 3, b"\r\n" * 9]
LINES = [b"<p>twice as long</p>", b"short", "<p>قال الوزير</p>".encode(), b"\x01" * 20]


@pytest.mark.browser
def test_packs_come_out_as_they_went_in(page: Any, net: Net, archive: Archive) -> None:
    """Every byte of every kept file, those that look like a pack's own signs among them."""
    tree = archive.tree()
    rnd = random.Random(2)
    mixed = [b"\n".join(rnd.choices(LINES, k=n)) for n in range(40)]
    contents = {f"2010/07/odd{n}.html": data for n, data in enumerate([*ODD, *mixed])}
    (listed,) = (p for p in json.loads(tree["offline/packs.json"])["packs"] if p["group"] == "2010")
    pack = Pack("2010", tuple(contents), listed["name"])
    (archive.public / pack.path).write_bytes(encode(pack, contents.__getitem__))
    keep(page, net, EVERYTHING)
    kept = page.evaluate(
        """async () => {
            const kept = {};
            for (const name of (await caches.keys()).filter(name => name.includes(":pack:"))) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    const bytes = new Uint8Array(await (await cache.match(request)).arrayBuffer());
                    kept[request.url] = bytes.toHex?.() ??
                        Array.from(bytes, b => b.toString(16).padStart(2, "0")).join("");
                }
            }
            return kept;
        }"""
    )
    found = {unquote(url.removeprefix(net.url)): bytes.fromhex(data) for url, data in kept.items()}
    assert found.pop("offline/complete") == b""
    assert {path: found.pop(path) for path in contents} == contents
    for path, data in found.items():
        whole = tree[path]
        assert data == (gzip.decompress(whole) if "/fragment/" in path else whole)
    assert len(found) > 100


def test_switching_it_off_leaves_a_worker_that_takes_everything_back(archive: Archive) -> None:
    archive.write("site.yml", "title: دفتر التجربة\ncountry: MA\noffline: false\n")
    tree = archive.build(with_search=True).tree()
    assert b"unregister" in tree["sw.js"]
    assert not [path for path in tree if path.startswith("offline")]
    assert b"offline.js" not in tree["index.html"]
    archive.write("site.yml", "title: دفتر التجربة\ncountry: MA\n")
    assert b"SHELL" in archive.build(with_search=True).tree()["sw.js"]


# In the browser


@pytest.mark.browser
def test_all_is_read_and_searched_with_the_server_gone(
    page: Any, net: Net, archive: Archive
) -> None:
    keep(page, net, EVERYTHING)
    page.goto(net.url + "search.html")
    online = totals(page, *QUERIES)
    assert online[0] > 0
    net.stop()
    for path in random.Random(1).sample(articles_of(archive), 40):
        page.goto(net.url + path)
        wanted = re.search("<h1>(.*?)</h1>", archive.page(path))
        assert wanted
        assert page.locator("h1").inner_text() == wanted[1]
        assert page.evaluate("document.styleSheets.length") >= 1
    for path in ("", "2010/index.html", "2010/", "dates/index.html", "tag/index.html"):
        page.goto(net.url + path)
        assert page.locator("h1").inner_text() != "هذه الصفحة غير محفوظة على جهازك"
    page.goto(net.url + "search.html?q=القاهرة")
    page.wait_for_selector(".list mark")
    assert page.locator("#notice").inner_text() == ""
    assert totals(page, *QUERIES) == online


def png(width: int, note: bytes) -> bytes:
    """A grey square, with a note inside."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, width, 8, 0, 0, 0, 0)
    pixels = compress((b"\0" + b"\x80" * width) * width)
    parts = ((b"IHDR", head), (b"tEXt", b"Comment\0" + note), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


@pytest.mark.browser
def test_pictures_are_shown_with_the_server_gone(page: Any, net: Net, archive: Archive) -> None:
    """One lies in a year's folder and has lines that look like references, all years share one."""
    archive.write("content/articles/2010/صورة.png", png(40, b"\n\x01" * 20 + b"\n\x01=a\n\xff"))
    archive.write("content/media/b.png", png(50, b""))
    text = "![أ](2010/صورة.png) ![ب](/media/b.png)"
    head = "id: ppp\ntitle: صور\ndate: 2010-05-05"
    archive.write("content/articles/p.md", f"---\n{head}\n---\n{text}\n")
    archive.build(with_search=True)
    keep(page, net, EVERYTHING)
    net.stop()
    page.goto(net.url + "2010/05/ppp.html")
    widths = "[...document.querySelectorAll('.text img')].map((one) => one.naturalWidth)"
    page.wait_for_function(f"{widths}.every(Boolean)")
    assert page.evaluate(widths) == [40, 50]


@pytest.mark.browser
def test_all_is_read_and_searched_in_firefox_too(net: Net, archive: Archive) -> None:
    if executable() is None:
        pytest.skip("no Firefox on this machine; Debian has it as firefox-esr")
    search = (
        "async all => { const n = []; for (const q of all) n.push((await warraq.search(q)).total);"
        " return n; }"
    )
    with firefox() as other:
        other.goto(net.url + "offline.html")
        other.until("navigator.serviceWorker.controller")
        other.until("document.querySelector('#everything button')")
        other.click("#everything button")
        other.until("document.getElementById('status').textContent.startsWith('اكتمل')")
        other.goto(net.url + "search.html")
        online = other.evaluate(search, QUERIES)
        assert online[0] > 0
        net.stop()
        for path in random.Random(1).sample(articles_of(archive), 40):
            other.goto(net.url + path)
            wanted = re.search("<h1>(.*?)</h1>", archive.page(path))
            assert wanted
            assert other.evaluate("() => document.querySelector('h1').textContent") == wanted[1]
        other.goto(net.url + "search.html")
        assert other.evaluate(search, QUERIES) == online
        other.goto(net.url + "unknown.html")
        title = other.evaluate("() => document.querySelector('h1').textContent")
        assert title == "هذه الصفحة غير محفوظة على جهازك"


@pytest.mark.browser
@pytest.mark.parametrize("base", ["/", "/archive/"])
def test_what_is_not_kept_has_a_page_that_says_so(page: Any, archive: Archive, base: str) -> None:
    net = Net(archive.public, base)
    visit(page, net, "index.html")
    net.stop()
    answer = page.goto(net.url + "2010/06/item16.html")
    assert answer.status == 503
    assert page.locator("h1").inner_text() == "هذه الصفحة غير محفوظة على جهازك"
    assert page.evaluate("getComputedStyle(document.body).maxInlineSize") is not None
    page.get_by_role("link", name="ما هو محفوظ").click()
    page.locator("#status").filter(has_text="لا شيء محفوظ").wait_for()
    assert page.url == net.url + "offline.html"


@pytest.mark.browser
def test_a_kept_page_is_there_within_five_seconds_though_the_server_hangs(
    page: Any, net: Net
) -> None:
    keep(page, net, "سنة 2010")
    page.goto("about:blank")
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")  # as after ten minutes
    net.weather = Weather(hang=30)
    page.goto(net.url + "2010/05/item16.html", wait_until="commit")
    page.locator("h1").wait_for(timeout=5_000)
    shown = page.evaluate(
        "new Promise(done => { const now = () => document.styleSheets.length"
        " ? done(performance.now()) : setTimeout(now, 20); now(); })"
    )
    assert 3_900 < shown < 5_000


@pytest.mark.browser
def test_with_a_net_no_page_is_older_than_the_site(page: Any, net: Net, archive: Archive) -> None:
    keep(page, net, EVERYTHING)
    page.goto(net.url + "2010/05/item16.html")
    correct(archive)
    page.goto(net.url + "2010/05/item16.html")
    assert "زرقاء" in page.locator("article").inner_text()


def correct(archive: Archive) -> None:
    path = "content/articles/16.md"
    text = (archive.root / path).read_text(encoding="utf-8")
    archive.write(path, text + "\nوفي الساحة نافورة زرقاء.\n")
    archive.delete("content/articles/19.md")
    archive.build(with_search=True)


@pytest.mark.browser
def test_a_correction_reaches_who_has_kept_the_archive_after_the_next_visit(
    page: Any, net: Net, archive: Archive
) -> None:
    keep(page, net, EVERYTHING)
    correct(archive)
    net.weather.asked.clear()
    page.goto(net.url + "index.html")
    listed = json.loads(archive.tree()["offline/packs.json"])["packs"]
    until(
        page,
        """async names => {
            const { packs, half } = await warraq.offline.kept();
            const there = names.every(name => packs.has(name) && !half.has(name));
            return there && packs.size === names.length;
        }""",
        [pack["name"] for pack in listed],
    )
    fetched = [path for path in net.weather.asked if path.endswith(".pack")]
    assert 0 < len(fetched) < len(listed)
    net.stop()
    page.goto(net.url + "2010/05/item16.html")
    assert "زرقاء" in page.locator("article").inner_text()
    page.goto(net.url + "search.html")
    assert totals(page, "زرقاء") == [1]
    assert page.goto(net.url + "2010/08/item19.html").status == 503


@pytest.mark.browser
def test_with_some_years_search_keeps_to_them_and_says_so(page: Any, net: Net) -> None:
    keep(page, net, "البحث", "سنة 2010")
    page.goto(net.url + "search.html")
    (everywhere,) = totals(page, "المدينة")
    net.stop()
    page.set_viewport_size({"width": 1200, "height": 900})
    page.goto(net.url + "search.html?q=المدينة")
    page.wait_for_selector(".list mark")
    assert "السنوات المحفوظة على جهازك وحدها: 2010." in page.locator("#notice").inner_text()
    (here,) = totals(page, "المدينة")
    assert 0 < here < everywhere
    dates = page.locator(".list time").evaluate_all("all => all.map(t => t.dateTime.slice(0, 4))")
    assert set(dates) == {"2010"}
    years = page.locator("[data-facet=year] label").all_inner_texts()
    assert [text.split()[0] for text in years] == ["2010"]
    page.locator(".list a").first.click()
    page.locator("article h1").wait_for()
    page.goto(net.url + "search.html?q=المدينة&year=2011")
    page.locator("#count").filter(has_text="لا نتائج").wait_for()
    assert "وحدها: 2010." in page.locator("#notice").inner_text()


@pytest.mark.browser
def test_search_that_is_not_kept_is_an_error_and_never_no_results(page: Any, net: Net) -> None:
    keep(page, net, "سنة 2010")
    net.stop()
    page.goto(net.url + "search.html?q=المدينة")
    page.get_by_role("button", name="أعد المحاولة").wait_for()
    assert page.locator("#count").inner_text() == ""


@pytest.mark.browser
def test_a_download_that_broke_off_is_resumed_and_search_waits_until_it_is_whole(
    page: Any, net: Net, archive: Archive
) -> None:
    listed = json.loads(archive.tree()["offline/packs.json"])["packs"]
    (search,) = (pack["name"] for pack in listed if pack["group"] == "search")
    visit(page, net)
    net.weather = Weather(broken=f"offline/{search}.pack")
    press(page, "احفظ", EVERYTHING)
    page.locator("#problem").filter(has_text="انقطع التنزيل").wait_for()
    assert f"warraq:/archive/:pack:search:{search}" not in caches_of(page)
    assert "warraq:/archive/:group:search" not in caches_of(page)
    net.weather = Weather()
    press(page, "تابع الحفظ", EVERYTHING)
    page.locator("#status").filter(has_text="اكتمل الحفظ").wait_for()
    fetched = [path for path in net.weather.asked if path.endswith(".pack")]
    assert 0 < len(fetched) < len(listed)
    assert len(set(fetched)) == len(fetched)
    assert "warraq:/archive/:group:search" in caches_of(page)


@pytest.mark.browser
def test_a_pack_that_was_half_saved_when_the_browser_closed_is_saved_again(
    page: Any, net: Net
) -> None:
    """As it looks then: some files are there, and the entry that comes last is not."""
    keep(page, net, "سنة 2010")
    page.evaluate(
        """async () => {
            await caches.delete("warraq:/archive/:group:2010");
            const [name] = (await caches.keys()).filter(name => name.includes(":pack:2010:"));
            const cache = await caches.open(name);
            await cache.delete(new URL("offline/complete", location));
            await cache.delete(new URL("2010/05/item16.html", location));
        }"""
    )
    visit(page, net)
    row = page.locator("#y2010")
    assert "لم يكتمل" in row.inner_text()
    net.weather.asked.clear()
    press(page, "تابع الحفظ", "سنة 2010")
    page.locator("#status").filter(has_text="اكتمل الحفظ: سنة 2010").wait_for()
    assert len([path for path in net.weather.asked if path.endswith(".pack")]) == 1
    net.stop()
    assert page.goto(net.url + "2010/05/item16.html").status == 200


@pytest.mark.browser
def test_a_reader_may_stop_and_remove_what_is_kept(page: Any, net: Net) -> None:
    keep(page, net, "سنة 2010", "سنة 2011")
    press(page, "أزل", "سنة 2010")
    page.locator("#status").filter(has_text="أُزيل: سنة 2010").wait_for()
    assert not [name for name in caches_of(page) if "2010" in name]
    net.weather = Weather(hang=3)
    press(page, "احفظ", "سنة 2009")
    page.get_by_role("button", name="أوقف").click()
    page.locator("#status").filter(has_text="أُوقف الحفظ").wait_for()
    net.stop()
    assert page.goto(net.url + "2010/05/item16.html").status == 503
    assert page.goto(net.url + "2011/06/item17.html").status == 200


@pytest.mark.browser
def test_a_full_disk_is_explained_and_what_was_there_stays(page: Any, net: Net) -> None:
    """The browser itself refuses: its limit for this site is set to what is kept already."""
    keep(page, net, "سنة 2010")
    used = page.evaluate("navigator.storage.estimate().then(found => found.usage)")
    devtools = page.context.new_cdp_session(page)
    limit = {"origin": net.url.removesuffix(net.base), "quotaSize": used + 1000}
    devtools.send("Storage.overrideQuotaForOrigin", limit)
    press(page, "احفظ", "سنة 2011")
    page.locator("#problem").filter(has_text="امتلأت مساحة الحفظ").wait_for()
    assert not [name for name in caches_of(page) if "2011" in name]
    assert "warraq:/archive/:group:2010" in caches_of(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": limit["origin"]})
    page.wait_for_function("!document.getElementById('groups').inert")
    press(page, "احفظ", "سنة 2011")
    page.locator("#status").filter(has_text="اكتمل الحفظ").wait_for()
    assert page.locator("#problem").is_hidden()


@contextmanager
def own_profile(browser: Any, folder: Path, **settings: Any) -> Iterator[Any]:
    """A page of a Chromium with a profile on disk, as a reader's: no private window."""
    preferences = folder / "profile" / "Default" / "Preferences"
    preferences.parent.mkdir(parents=True)
    preferences.write_text(json.dumps({"profile": {"default_content_setting_values": settings}}))
    context = browser.browser_type.launch_persistent_context(
        str(folder / "profile"), executable_path=chromium(), args=FLAGS, locale="ar"
    )
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_a_browser_that_keeps_nothing_is_explained_and_reads_on(
    browser: Any, net: Net, tmp_path: Path
) -> None:
    """Its user has forbidden all sites to keep anything: caches and workers are refused."""
    with own_profile(browser, tmp_path, cookies=2) as page:
        page.goto(net.url + "offline.html")
        page.locator("#problem").filter(has_text="لا يسمح المتصفح بالحفظ").wait_for()
        opening = "caches.open('x').then(() => '', error => error.name)"
        assert page.evaluate(opening) == "SecurityError"
        assert page.evaluate("warraq.offline.worker") == "worker"
        assert "لا يسمح المتصفح بالحفظ" in page.locator("#problem").inner_text()
        page.goto(net.url + "2010/05/item16.html")
        assert page.locator("article h1").count() == 1
        page.goto(net.url + "search.html?q=المدينة")
        page.wait_for_selector(".list mark")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"network_cookie_cookieBehavior": 2}, "لا يسمح المتصفح بالحفظ"),
        ({"dom_serviceWorkers_enabled": False}, "sw.js"),
    ],
)
def test_a_firefox_that_keeps_nothing_is_explained_and_reads_on(
    net: Net, chosen: dict[str, Any], said: str
) -> None:
    if executable() is None:
        pytest.skip("no Firefox on this machine; Debian has it as firefox-esr")
    with firefox(**chosen) as other:
        other.goto(net.url + "offline.html")
        other.until(f"document.getElementById('problem').textContent.includes('{said}')")
        other.goto(net.url + "search.html?q=المدينة")
        other.until("document.querySelector('.list mark')")


@pytest.mark.browser
def test_chromium_offers_to_install_the_site(browser: Any, net: Net, tmp_path: Path) -> None:
    with own_profile(browser, tmp_path) as page:
        visit(page, net, "index.html")
        devtools = page.context.new_cdp_session(page)
        assert devtools.send("Page.getInstallabilityErrors") == {"installabilityErrors": []}
        found = devtools.send("Page.getAppManifest")
        assert found["errors"] == []
        assert devtools.send("Page.getAppId")["appId"] == net.url + "index.html"
        manifest = found["manifest"]
        wanted = {
            "name": "دفتر التجربة",
            "startUrl": net.url + "index.html",
            "scope": net.url,
            "display": "kMinimalUi",
        }
        assert {name: manifest[name] for name in wanted} == wanted
        assert manifest["themeColor"] != manifest["backgroundColor"]


@pytest.mark.browser
def test_chromium_would_say_what_an_installed_site_lacks(
    browser: Any, net: Net, tmp_path: Path
) -> None:
    """It does look, so that its silence in the test above means something."""
    manifest = {"name": "x", "start_url": "index.html", "display": "minimal-ui", "icons": []}
    (net.folder / "app.webmanifest").write_text(json.dumps(manifest))
    with own_profile(browser, tmp_path) as page:
        page.goto(net.url + "index.html")
        until(page, "() => Boolean(document.querySelector('link[rel=manifest]'))")
        devtools = page.context.new_cdp_session(page)
        errors = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
        assert "no-acceptable-icon" in {error["errorId"] for error in errors}


@pytest.mark.parametrize("address", ["", "https://example.org/news/"])
def test_the_manifest_speaks_arabic_and_names_icons_that_are_there(
    archive: Archive, address: str
) -> None:
    known = f"base_url: {address}\n" if address else ""
    archive.write("site.yml", f"title: دفتر التجربة\ncountry: MA\n{known}")
    tree = archive.build(with_search=True).tree()
    manifest = json.loads(tree["app.webmanifest"])
    assert (manifest["lang"], manifest["dir"]) == ("ar", "rtl")
    assert manifest.get("id") == ("/news/index.html" if address else None)
    sizes = set()
    for icon in manifest["icons"]:
        data = tree[icon["src"]]
        if icon["type"] == "image/png":
            assert data.startswith(b"\x89PNG\r\n\x1a\n")
            width, height = struct.unpack(">II", data[16:24])
            assert icon["sizes"] == f"{width}x{height}"
            sizes.add((width, icon.get("purpose", "any")))
    assert sizes == {(192, "any"), (512, "any"), (512, "maskable")}


@pytest.mark.browser
def test_a_blocked_worker_is_explained(page: Any, net: Net) -> None:
    net.weather = Weather(refused="sw.js")
    page.goto(net.url + "offline.html")
    page.locator("#problem").filter(has_text="sw.js").wait_for()
    page.goto(net.url + "search.html?q=المدينة")
    page.wait_for_selector(".list mark")


@pytest.mark.browser
@pytest.mark.parametrize("what", ["assets/theme.css", "index.html"])
def test_the_page_of_a_hotels_network_is_never_kept(page: Any, net: Net, what: str) -> None:
    net.weather = Weather(replaced=what)
    page.goto(net.url + "dates/index.html")
    assert page.evaluate("warraq.offline.worker") is None
    until(page, "async () => !(await navigator.serviceWorker.getRegistration())?.installing")
    running = "navigator.serviceWorker.getRegistration().then(found => Boolean(found?.active))"
    assert page.evaluate(running) is False
    net.weather = Weather()
    visit(page, net)
    net.weather = Weather(replaced="offline/*.pack")
    press(page, "احفظ", "سنة 2010")
    page.locator("#problem").filter(has_text="انقطع التنزيل").wait_for()
    assert not [name for name in caches_of(page) if ":pack:" in name]


@pytest.mark.browser
def test_two_windows_do_not_save_at_once(page: Any, net: Net) -> None:
    visit(page, net)
    other = page.context.new_page()
    visit(other, net)
    net.weather = Weather(hang=3)
    press(page, "احفظ", "سنة 2010")
    page.locator("#progress").wait_for()
    press(other, "احفظ", "سنة 2011")
    other.locator("#problem").filter(has_text="نافذة أخرى").wait_for()
    page.locator("#status").filter(has_text="اكتمل الحفظ").wait_for()
    net.weather = Weather()
    press(other, "احفظ", "سنة 2011")
    other.locator("#status").filter(has_text="اكتمل الحفظ").wait_for()


@pytest.mark.browser
@pytest.mark.parametrize("years", [("1971-01-01", "2099-01-01"), ("2099-01-01", "1971-01-01")])
def test_a_wrong_clock_changes_nothing(page: Any, net: Net, years: tuple[str, str]) -> None:
    """The clock that pages see; the browser's own cannot be set from here."""
    page.clock.set_fixed_time(years[0])
    keep(page, net, EVERYTHING)
    page.clock.set_fixed_time(years[1])
    net.stop()
    assert page.goto(net.url + "2010/05/item16.html").status == 200
    page.goto(net.url + "search.html")
    assert totals(page, "القاهرة")[0] > 0


@pytest.mark.browser
def test_the_index_may_be_cut_otherwise_between_two_visits(
    page: Any, net: Net, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kept index is searched as a whole, never with parts of another."""
    keep(page, net, EVERYTHING)
    page.goto(net.url + "search.html")
    before = totals(page, *QUERIES)
    cut_otherwise(archive, monkeypatch)
    net.stop()
    page.goto(net.url + "search.html")
    assert totals(page, *QUERIES) == before
    old = segments_of(page)
    net.start()
    page.goto(net.url + "search.html")
    assert totals(page, *QUERIES) == before
    new = segments_of(page)
    assert new != old
    until(
        page,
        "async () => { const { packs, half } = await warraq.offline.kept();"
        " const { packs: all } = await warraq.offline.listing();"
        " return !half.size && all.every(({ name }) => packs.has(name)); }",
    )
    net.stop()
    page.goto(net.url + "search.html")
    assert totals(page, *QUERIES) == before
    assert segments_of(page) == new


def segments_of(page: Any) -> Any:
    """The segments of the index that this page searches."""
    return page.evaluate(
        "fetch('pagefind/root.json').then((root) => root.json()).then((root) => root.segments)"
    )


def cut_otherwise(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build with an index in other parts, as another version would."""
    monkeypatch.setattr(search, "PART_SIZE", 10)
    archive.build(with_search=True, fresh=True)


@pytest.mark.browser
def test_an_owner_may_take_it_all_back_and_other_archives_keep_theirs(
    page: Any, net: Net, archive: Archive
) -> None:
    keep(page, net, EVERYTHING)
    page.evaluate("caches.open('warraq:/other/:pack:2010:x')")
    archive.write("site.yml", "title: دفتر التجربة\ncountry: MA\noffline: false\n")
    archive.build(with_search=True)
    for _ in range(12):  # browsers take their time to look for a new worker
        page.goto(net.url + "index.html")
        page.wait_for_timeout(5_000)
        if page.evaluate(GONE):
            break
    until(page, GONE)
    until(page, "async () => (await caches.keys()).length === 1")
    assert caches_of(page) == ["warraq:/other/:pack:2010:x"]
    page.goto(net.url + "2010/05/item16.html")
    assert page.locator("article h1").count() == 1


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_complain_of(browser: Any, net: Net, scheme: str) -> None:
    context = browser.new_context(
        locale="ar", color_scheme=scheme, viewport={"width": 320, "height": 800}
    )
    page = context.new_page()
    options = {"runOnly": {"type": "tag", "values": AXE_TAGS}}

    def complaints() -> Any:
        found = Axe().run(page, options=options)
        return found.generate_report() if found.violations_count else ""

    visit(page, net, "offline.html?year=2010")
    assert complaints() == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate("document.activeElement.ariaLabel") == "احفظ: سنة 2010"
    net.weather = Weather(hang=2)
    page.keyboard.press("Enter")
    page.locator("#progress").wait_for()
    assert complaints() == ""
    assert page.evaluate("document.activeElement.id") == "stop"
    page.locator("#status").filter(has_text="اكتمل").wait_for()
    page.wait_for_function("document.activeElement.ariaLabel === 'أزل: سنة 2010'")
    net.weather = Weather(broken="offline/*.pack")
    press(page, "احفظ", "سنة 2011")
    page.locator("#problem").filter(has_text="انقطع").wait_for()
    assert complaints() == ""
    net.stop()
    page.goto(net.url + "unknown.html")
    assert complaints() == ""
    context.close()


@pytest.mark.browser
def test_opened_as_a_file_the_page_says_that_there_is_no_need(page: Any, archive: Archive) -> None:
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.goto((archive.public / "offline.html").as_uri())
    page.locator("#problem").filter(has_text="تُقرأ بلا اتصال أصلًا").wait_for()
    assert complaints == []
