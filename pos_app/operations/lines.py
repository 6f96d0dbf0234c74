"""Operations on lines of the cart: the ones named, else the selected ones, else the last."""

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Ask, Done, Kind, Needs, Outcome, Params, operation
from pos_app.register.scanning import find_item
from retail.carried_serials import give_serials, lacks_serials
from retail.cart import Cart, CartLine, line_of, select_lines, set_quantity, void_line
from retail.errors import RuleBroken
from retail.messages import say
from retail.quantity import pieces
from retail.sale_limits import check_store_quantity
from retail.units import check_parts


@operation(
    "line.quantity",
    title="Quantity",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.LINES},
    asks=(Ask("quantity", prompt=say("How many?"), kind=Kind.QUANTITY),),
    takes={"line": Kind.NUMBER},
)
def change_quantity(context: RegisterContext, params: Params) -> Outcome:
    """Change how many of a line."""
    cart = context.open_cart
    line = one_line(cart, params)
    check_parts(params["quantity"], line.unit, context.settings.sales_units, line.name)
    check_store_quantity(line.name, params["quantity"], context.settings)
    context.cart = set_quantity(cart, line.number, params["quantity"])
    return Done(say("{name}: {quantity}", name=line.name, quantity=pieces(params["quantity"])))


@operation(
    "line.void",
    title="Void line",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.LINES},
    takes={"line": Kind.NUMBER},
)
def void_lines(context: RegisterContext, params: Params) -> Outcome:
    """Strike lines. They are never deleted, so that a till count can always be explained."""
    cart = context.open_cart
    lines = lines_meant(cart, params)
    for line in lines:
        cart = void_line(cart, line.number)
        context.note(
            "line.void",
            line=line.number,
            product=line.product,
            quantity_thousandths=line.quantity_thousandths,
            amount_minor=line.amount_minor,
        )
    context.cart = cart
    if len(lines) == 1:
        return Done(say("Voided {name}.", name=lines[0].name))
    return Done(say("Voided {count} lines.", count=len(lines)))


@operation(
    "line.serials",
    title="Serial number",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.LINES},
    asks=(Ask("serials", prompt=say("Scan or type the serial number")),),
    takes={"line": Kind.NUMBER},
)
def give_serial_numbers(context: RegisterContext, params: Params) -> Outcome:
    """Give pieces of a line their serial numbers, typed with commas; a line that has them all has these instead.

    Of the line named, else of the first that lacks some, else of the one that is meant.
    """
    cart, given = context.open_cart, [_piece(context, each) for each in read_serials(params["serials"])]
    lacking = next((each for each in cart.active_lines if lacks_serials(each)), None)
    line = one_line(cart, params) if "line" in params or lacking is None else lacking
    context.cart = give_serials(cart, line.number, given)
    line = line_of(context.cart, line.number)
    still = any(lacks_serials(each) for each in context.cart.active_lines)
    words = say("{name}: serial number {serials}", name=line.name, serials=", ".join(line.serials))
    return Done(words, {"line": line.number, "lacks_serials": still})


def read_serials(text: str) -> list[str]:
    """The serial numbers of a text that has them with commas."""
    return [each.strip() for each in text.split(",") if each.strip()]


def _piece(context: RegisterContext, code: str) -> str:
    """The serial number that a code is or carries; the code of an article alone says nothing of the piece."""
    try:
        found = find_item(context.shop, code, context.settings, context.today)
    except RuleBroken:
        return code  # it reads as something else, and may stand on a piece all the same
    if found is None:
        return code
    if not found[0].serial:
        raise RuleBroken("{code} is the code of {name}, not a serial number. Scan the number of the piece.",
                         code=code, name=found[1][0].name)  # fmt: skip
    return found[0].serial


@operation(
    "line.select",
    title="Select lines",
    needs={Needs.SIGNED_IN, Needs.OPEN_CART},
    asks=(Ask("lines", prompt=say("Which lines?"), kind=Kind.NUMBERS),),
)
def select(context: RegisterContext, params: Params) -> Outcome:
    """Select lines for the next operation that acts on selected lines; none takes the selection away."""
    context.cart = select_lines(context.open_cart, params["lines"])
    return Done(say("{count} selected.", count=len(context.cart.selected)))


def lines_meant(cart: Cart, params: Params) -> list[CartLine]:
    """The line named, else the selected ones, else the last.

    Raises:
        RuleBroken: there is no such line.
    """
    if "line" in params:
        return [line_of(cart, params["line"])]
    if cart.selected:
        return [line_of(cart, number) for number in sorted(cart.selected)]
    return [cart.active_lines[-1]]


def one_line(cart: Cart, params: Params) -> CartLine:
    """The one line that is meant.

    Raises:
        RuleBroken: there is none, or several are selected.
    """
    lines = lines_meant(cart, params)
    if len(lines) > 1:
        raise RuleBroken("Several lines are selected. Select the one to change.")
    return lines[0]
