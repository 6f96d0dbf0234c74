"""Who may call the pages of goods and of imports: a part of the table of callers."""

from headquarters.office.roles import Right

_LOOK, _SET_UP = frozenset({Right.ALL_STORES}), frozenset({Right.CHANGE, Right.SET_UP})
_OF_A_KIND: dict[tuple[str, str], frozenset[Right]] = {
    ("GET", ""): _LOOK,
    ("GET", ".csv"): _LOOK,
    ("GET", "/new"): frozenset({Right.SET_UP}),
    ("POST", "/new"): _SET_UP,
    ("GET", "/{row}"): _LOOK,
    ("POST", "/{row}"): _SET_UP,
    ("POST", "/{row}/remove"): _SET_UP,
}
CALLERS_OF_GOODS: dict[tuple[str, str], str | frozenset[Right]] = {
    **{
        (method, f"/office/{kind}{path}"): rights
        for kind in ("products", "discounts")
        for (method, path), rights in _OF_A_KIND.items()
    },
    ("GET", "/office/products/{row}/picture"): _LOOK,
    ("GET", "/office/visual-profiles/{row}"): _LOOK,
    ("GET", "/office/visual-profiles/{row}/{place}"): _LOOK,
    ("POST", "/office/visual-profiles/{row}/{place}"): _SET_UP,
    ("POST", "/office/visual-profiles/{row}/{place}/remove"): _SET_UP,
    ("POST", "/office/products/{row}/picture"): _SET_UP,
    ("POST", "/office/products/{row}/picture/remove"): _SET_UP,
    ("GET", "/office/products/{row}/list-prices"): _LOOK,
    ("GET", "/office/price-lists"): _LOOK,
    ("GET", "/office/price-lists/new"): frozenset({Right.SET_UP}),
    ("POST", "/office/price-lists/new"): _SET_UP,
    ("GET", "/office/price-lists/{row}"): _LOOK,
    ("POST", "/office/price-lists/{row}"): _SET_UP,
    ("POST", "/office/price-lists/{row}/empty"): _SET_UP,
    ("POST", "/office/price-lists/{row}/remove"): _SET_UP,
    ("GET", "/office/price-lists/{row}/prices"): _LOOK,
    ("GET", "/office/price-lists/{row}/prices.csv"): _LOOK,
    ("GET", "/office/price-lists/{row}/prices/new"): frozenset({Right.SET_UP}),
    ("POST", "/office/price-lists/{row}/prices/new"): _SET_UP,
    ("GET", "/office/list-prices/{row}"): _LOOK,
    ("POST", "/office/list-prices/{row}"): _SET_UP,
    ("POST", "/office/list-prices/{row}/remove"): _SET_UP,
    ("GET", "/office/imports"): _LOOK,
    ("POST", "/office/imports"): _SET_UP,
    ("GET", "/office/imports/{row}"): _LOOK,
    ("POST", "/office/imports/{row}/check"): _SET_UP,
    ("GET", "/office/imports/{row}/rejected.csv"): _LOOK,
    ("POST", "/office/imports/{row}/take"): _SET_UP,
    ("POST", "/office/imports/{row}/throw-away"): _SET_UP,
    ("GET", "/office/price-lists.csv"): _LOOK,
    ("GET", "/office/goods-import/{kind}"): frozenset({Right.SET_UP}),
    ("POST", "/office/goods-import/{kind}"): _SET_UP,
    ("POST", "/office/goods-import/{kind}/take"): _SET_UP,
    ("GET", "/office/set-import/{kind}"): frozenset({Right.SET_UP}),
    ("POST", "/office/set-import/{kind}"): _SET_UP,
    ("POST", "/office/set-import/{kind}/take"): _SET_UP,
}
