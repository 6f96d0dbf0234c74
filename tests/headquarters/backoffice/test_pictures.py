"""The picture of a product at the back office: brought, shown, replaced, taken away, and refused with the rule."""

import base64
import hashlib
import re
import zlib

import pytest

from retail.wire.protocol import PICTURES
from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters
from tests.headquarters.backoffice.browser import PASSWORD, Browser, set_up_code
from tests.headquarters.backoffice.test_goods_pages import PEAR, feed, here, make
from tests.headquarters.picture_files import picture
from tests.headquarters.shop import RETAILER

RED, BLUE = picture(), picture(colour="blue")
JPEG = picture(30, 20, kind="JPEG")


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)


def png_of(width: int, height: int) -> bytes:
    """A file that says it is so large, with hardly anything in it."""
    size = width.to_bytes(4) + height.to_bytes(4)
    header = chunk(b"IHDR", size + b"\x08\x02\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def register(shop: RunningHeadquarters) -> EnrolledRegister:
    ada = Browser(shop.url).set_up(set_up_code(shop))
    ada.get("/office/people")
    ada.press("/office/people", name="Eve", role="auditor", password=PASSWORD)
    return shop.enrol("HOUSTON-1")


@pytest.fixture
def ada(shop: RunningHeadquarters, register: EnrolledRegister) -> Browser:
    return Browser(shop.url).sign_in()


def product(browser: Browser, number: str) -> str:
    """The address of a new product."""
    make(browser, "products", **PEAR | {"number": number})
    assert browser.status == 200
    return here(browser)


def bring(browser: Browser, address: str, data: bytes, name: str = "pear.png", **fields: str) -> str:
    """Bring a picture by the form as it stands on the page, or with other fields."""
    shown = re.search(r'name="picture" value="(\w*)"', browser.get(address))
    assert shown
    return browser.send_file(f"{address}/picture", name, data, **{"picture": shown[1]} | fields)


@pytest.mark.parametrize(
    ("data", "kind", "size"), [(RED, "png", "8 x 6"), (JPEG, "jpeg", "30 x 20")], ids=["png", "jpeg"]
)
def test_a_picture_is_shown_told_to_registers_and_given_to_them_byte_for_byte(
    shop: RunningHeadquarters, ada: Browser, register: EnrolledRegister, data: bytes, kind: str, size: str
) -> None:
    address = product(ada, f"SHOWN-{kind}")

    text = bring(ada, address, data, "wrong-ending.txt")

    assert ada.status == 200
    assert f'src="{address}/picture"' in text
    assert f"{kind.upper()}, {size}, {digest(data)[:12]}" in text, "it stands in the history"
    cookies = {"Cookie": "; ".join(f"{each.name}={each.value}" for each in ada.jar)}
    shown = shop.call("GET", f"{address}/picture", headers=cookies)
    assert (shown.status, shown.body) == (200, data)
    assert shown.headers["Content-Type"] == f"image/{kind}"
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in shown.headers["Content-Security-Policy"]
    assert feed(register, "products")[f"SHOWN-{kind}"]["picture"] == digest(data)
    told = register.call("GET", f"{PICTURES}/{digest(data)}").json
    assert (told["digest"], base64.b64decode(told["data"])) == (digest(data), data)


def test_a_picture_is_replaced_taken_away_and_forgotten_when_no_product_has_it(
    shop: RunningHeadquarters, ada: Browser, register: EnrolledRegister
) -> None:
    one, other = product(ada, "ONE"), product(ada, "OTHER")
    green, pink = picture(colour="green"), picture(colour="pink")
    bring(ada, one, green)
    bring(ada, other, green)

    bring(ada, one, pink)

    assert feed(register, "products")["ONE"]["picture"] == digest(pink)
    assert register.call("GET", f"{PICTURES}/{digest(green)}").status == 200, "another product has it"
    ada.get(one)
    ada.press(one, **PEAR | {"name": "Pear, new name"})
    assert feed(register, "products")["ONE"]["picture"] == digest(pink), "other changes leave it"
    shop.manage("PUT", "/v1/manage/retailer", RETAILER)
    ada.get(one)
    ada.press(f"{one}/picture/remove")
    assert "There is no picture yet." in ada.text
    assert "picture" not in feed(register, "products")["ONE"]
    ada.get(f"{one}/picture")
    assert ada.status == 404
    ada.get(other)
    ada.press(f"{other}/remove")
    for gone in (green, pink):
        assert register.call("GET", f"{PICTURES}/{digest(gone)}").status == 404


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("big.png", RED + bytes(1024 * 1024), "big.png has 1025 KiB. A picture has at most 1024 KiB"),
        ("wide.png", png_of(2001, 1), "wide.png is 2001 x 1 pixels. A picture has at most 2000 x 2000"),
        ("high.png", png_of(1, 4_000_000_000), "high.png is 1 x 4000000000 pixels."),
        ("none.png", png_of(0, 5), "none.png is 0 x 5 pixels."),
        ("wide.jpg", picture(2001, 1, kind="JPEG"), "wide.jpg is 2001 x 1 pixels."),
        ("cut.png", RED[:-1], "cut.png begins as a PNG picture and is damaged or cut short"),
        ("short.png", RED[:8], "short.png begins as a PNG picture and is damaged"),
        ("more.png", RED + b"<script>", "more.png begins as a PNG picture and is damaged"),
        ("flipped.png", RED[:20] + b"\x01" + RED[21:], "flipped.png begins as a PNG picture and is damaged"),
        ("cut.jpg", JPEG[:-2], "cut.jpg begins as a JPEG picture and is damaged or cut short"),
        ("head.jpg", JPEG[:30], "head.jpg begins as a JPEG picture and is damaged"),
        ("odd.jpg", JPEG[:4] + b"\0\0" + JPEG[6:], "odd.jpg begins as a JPEG picture and is damaged"),
        ("forged.png", b"<svg onload='x()'/>", "forged.png is a SVG file. A picture is a PNG or a JPEG"),
        ("moving.png", b"GIF89a", "moving.png is a GIF file."),
        ("page.png", b"<html>", "page.png is no picture by what is in it."),
        ("empty.png", b"", "empty.png is no picture by what is in it."),
    ],
    ids=lambda value: value if isinstance(value, str) and value.endswith(("png", "jpg")) else "",
)  # fmt: skip
def test_a_file_that_is_no_such_picture_is_refused_by_its_name_with_what_it_is_and_the_rule(
    ada: Browser, register: EnrolledRegister, name: str, data: bytes, words: str
) -> None:
    address = product(ada, f"BAD-{name}")

    text = bring(ada, address, data, name)

    assert ada.status == 422
    assert words in text
    assert "picture" not in feed(register, "products")[f"BAD-{name}"]


def test_who_brings_a_picture_second_looks_at_the_other_one_first(
    shop: RunningHeadquarters, ada: Browser, register: EnrolledRegister
) -> None:
    address = product(ada, "BOTH")
    bring(ada, address, RED)

    text = bring(ada, address, BLUE, picture="")

    assert ada.status == 409
    assert "Somebody else changed the picture first" in text
    assert feed(register, "products")["BOTH"]["picture"] == digest(RED)
    bring(ada, address, BLUE)
    assert feed(register, "products")["BOTH"]["picture"] == digest(BLUE)


def test_a_picture_is_taken_from_our_own_form_alone_and_from_who_may_change(
    shop: RunningHeadquarters, ada: Browser, register: EnrolledRegister
) -> None:
    address = product(ada, "OURS")

    bring(ada, address, RED, form_secret="forged")
    assert ada.status == 403
    ada.get(address)
    assert "Choose the file" in ada.post(f"{address}/picture", form_secret=ada.secret())
    eve = Browser(shop.url).sign_in("Eve")
    eve.get("/office/me")
    eve.send_file(f"{address}/picture", "pear.png", RED, picture="")
    assert eve.status == 403
    assert "picture" not in feed(register, "products")["OURS"]
