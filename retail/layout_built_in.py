"""The layout that is never broken: what a register shows when its own cannot be used."""

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
