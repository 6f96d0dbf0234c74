"""Check digits, and the codes that mean the same article: UPC-E, UPC-A, EAN-13, GTIN-14."""

_CHECKED_LENGTHS = (8, 12, 13, 14)

_TWICE_LESS_TENS = "0246891357"
_THRICE = "0369258147"
_FIVE_PLUS_TENS = "0516273849"
_FIVE_LESS_TENS = "0594837261"
"""What each digit weighs. Source: GS1 General Specifications, 7.9.2."""


def check_digit(digits: str) -> str:
    """The check digit that belongs behind these digits: weights 3 and 1 from the right, up to the next ten.

    Source: GS1 General Specifications, 7.9.1.

    >>> check_digit("400638133393")
    '1'
    """
    weighed = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(digits)))
    return str(-weighed % 10)


def price_check_digit(digits: str) -> str:
    """The check digit of a price or weight of four or five digits inside a code.

    Source: GS1 General Specifications, 7.9.3 and 7.9.4.

    >>> price_check_digit("2875"), price_check_digit("00502")
    ('9', '5')
    """
    if len(digits) == 4:
        tables: tuple[str, ...] = (_TWICE_LESS_TENS, _TWICE_LESS_TENS, _THRICE, _FIVE_LESS_TENS)
        return str(3 * _weigh(digits, tables) % 10)
    tables = (_FIVE_PLUS_TENS, _TWICE_LESS_TENS, _FIVE_LESS_TENS, _FIVE_PLUS_TENS, _TWICE_LESS_TENS)
    return str(_FIVE_LESS_TENS.index(str(-_weigh(digits, tables) % 10)))


def _weigh(digits: str, tables: tuple[str, ...]) -> int:
    return sum(int(table[int(digit)]) for digit, table in zip(digits, tables, strict=True))


def is_right(code: str) -> bool:
    """A code of 8, 12, 13 or 14 digits whose last one is the check digit of the others."""
    if not has_checked_length(code):
        return False
    return check_digit(code[:-1]) == code[-1] or expand_upc_e(code) is not None


def has_checked_length(code: str) -> bool:
    """So many digits as a code with a check digit has."""
    return is_digits(code) and len(code) in _CHECKED_LENGTHS


def expand_upc_e(code: str) -> str | None:
    """The UPC-A that a UPC-E of 8 digits stands for; None where it is no UPC-E.

    >>> expand_upc_e("01234565")
    '012345000065'
    """
    if not is_digits(code) or len(code) != 8 or code[0] not in "01":
        return None
    system, six, check = code[0], code[1:7], code[7]
    last = six[5]
    if last in "012":
        body = f"{six[:2]}{last}0000{six[2:5]}"
    elif last == "3":
        body = f"{six[:3]}00000{six[3:5]}"
    elif last == "4":
        body = f"{six[:4]}00000{six[4]}"
    else:
        body = f"{six[:5]}0000{last}"
    return f"{system}{body}{check}" if check_digit(system + body) == check else None


def candidates(code: str) -> tuple[str, ...]:
    """The codes to look up, in this order; the first that is known counts. Letters keep their case.

    An EAN-13 that begins with 0 and the UPC-A without it are the same code; a UPC-E is its UPC-A; a GTIN-14
    that begins with 0 is the shorter code behind its zeros.

    >>> candidates("036000291452"), candidates("AB-1")
    (('036000291452', '0036000291452'), ('AB-1',))
    """
    if not is_digits(code):
        return (code,)
    if len(code) == 14 and code[0] == "0":
        eight = (code[6:],) if code.startswith("000000") else ()
        return (code, *candidates(code[1:]), *eight)
    if len(code) == 13 and code[0] == "0":
        return (code, code[1:])
    if len(code) == 12:
        return (code, "0" + code)
    expanded = expand_upc_e(code)
    return (code,) if expanded is None else (code, expanded, "0" + expanded)


def is_digits(code: str) -> bool:
    """Nothing but the digits 0 to 9."""
    return code.isascii() and code.isdigit()
