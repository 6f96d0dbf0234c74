"""The layout that is never broken: what a register shows when its own cannot be used."""

from dataclasses import replace

from retail.layout import Button, Layout, Page


def _placed(name: str, *buttons: tuple[str, str, str, str]) -> Page:
    columns, rows = 3, -(-len(buttons) // 3)
    return Page(
        name,
        rows,
        columns,
        tuple(
            Button(*divmod(place, columns), operation, {"en": text}, role=role, key=key)
            for place, (operation, text, role, key) in enumerate(buttons)
        ),
    )


BUILT_IN = Layout(
    "built-in",
    (
        _placed(
            "Sale",
            ("order.ship_all", "Ship all", "order", "F6"),
            ("order.ship_selected", "Ship selected", "order", "Shift+F6"),
            ("customer.search", "Customer search", "customer", "F2"),
            ("order.pick_up_all", "Pick up all", "order", "F7"),
            ("order.pick_up_selected", "Pick up selected", "order", "Shift+F7"),
            ("customer.clear", "Customer clear", "customer", ""),
            ("order.carry_out_all", "Carry out all", "order", "F8"),
            ("order.carry_out_selected", "Carry out selected", "order", "Shift+F8"),
            ("product.search", "Product search", "sale", "F3"),
            ("deposit.override", "Deposit override", "order", "F9"),
            ("payment.open", "Payment", "payment", "F10"),
            ("order.find", "Find order", "order", "F4"),
            ("line.void", "Void line", "void", "Del"),
            ("sync.now", "Sync now", "manager", ""),
            ("register.lock", "Lock", "manager", "Ctrl+L"),
            ("user.sign_off", "Sign off", "manager", ""),
            ("transaction.conclude", "Conclude", "payment", ""),
            ("transaction.void", "Void sale", "void", ""),
        ),
    ),
)
"""What a register shows when its own layout is broken: everything needed to sell, order and find orders."""


def _group(name: str, *buttons: Button) -> Page:
    placed = tuple(replace(button, row=row) for row, button in enumerate(buttons))
    return Page(name, len(buttons), 1, placed)


def _button(operation: str, role: str, count: str = "") -> Button:
    return Button(0, 0, operation, role=role, count=count)


def _list(preset: str, count: str, en: str, nb: str, nl: str) -> Button:
    text = {"en": en, "nb": nb, "nl": nl}
    return Button(0, 0, "order.find", text, params={"preset": preset}, role="order", count=count)


WELCOME = (
    _group(
        "Orders",
        _button("order.find", "order"),
        _list("pick_up", "to_pick_up", "To pick up", "Skal hentes", "Op te halen"),
        _list("ship", "to_ship", "To ship", "Skal sendes", "Te verzenden"),
        _button("fulfilment.open", "order", "to_fulfil"),
    ),
    _group("Customers", _button("customer.search", "customer"), _button("customer.add", "customer")),
    _group(
        "Sale",
        _button("product.search", "sale"),
        _button("transaction.resume", "sale"),
        _button("receipt.print", "sale"),
    ),
    _group(
        "Register",
        _button("sync.centre", "manager", "waiting"),
        _button("register.lock", "manager"),
        _button("user.sign_off", "manager"),
        _button("shift.close", "manager"),
    ),
)
"""The groups of the welcome screen where the layout has none of its own."""
