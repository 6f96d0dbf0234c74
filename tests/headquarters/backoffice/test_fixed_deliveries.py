"""At headquarters an order set aside for its mode of delivery is put right on the page of its document, once."""

import re

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.headquarters.shop import PaperRegister, changed, sent


def test_a_mode_is_chosen_of_those_that_take_the_line_and_the_order_is_posted_by_it(
    shop: RunningHeadquarters,
) -> None:
    ada = Browser(shop.url).set_up(set_up_code(shop))
    register = shop.enrol("HOUSTON-1")
    order = changed(sent(PaperRegister(epoch=register.epoch).shipment()), '"mode":"ground"', '"mode":"air"')
    register.upload(order, at_once=True)
    ada.get("/office/documents?state=parked")
    address = re.findall(r'href="(/office/documents/\d+)"', ada.text)[0]
    assert "air does not deliver Apple where it goes" in ada.get(address)
    assert re.findall(r"<option>(\w+)</option>", ada.text) == ["ground"]

    ada.press(f"{address}/delivery", **{"mode 1": "pigeon"})
    assert (ada.status, "Choose a mode of delivery of the list" in ada.text) == (422, True)
    ada.get(address)
    ada.press(f"{address}/delivery", **{"mode 1": "ground"})

    assert "As it was repaired" in ada.text
    assert "&#34;mode&#34;: &#34;air&#34;" in ada.text.partition("As it came")[2]
    assert "Modes of delivery by line" in ada.text
    assert "Fix and post" not in ada.text
    assert len(re.findall(r">SO-\d+<", ada.get("/office/orders"))) == 1
    ada.get(address)
    ada.post(f"{address}/delivery", form_secret=ada.secret(), **{"mode 1": "ground"})
    assert ada.status == 422
