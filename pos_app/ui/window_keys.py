"""Keys of the window itself (ux 11.1), beside those that the buttons of a layout carry."""

WINDOW_KEYS = {
    "F2": "customer.search", "Shift+F2": "customer.add", "F3": "product.search", "F4": "order.find",
    "F10": "payment.open",
    "Ctrl+L": "register.lock", "F6": "order.ship_all", "Shift+F6": "order.ship_selected",
    "F7": "order.pick_up_all", "Shift+F7": "order.pick_up_selected", "F8": "order.carry_out_all",
    "Shift+F8": "order.carry_out_selected", "F9": "deposit.override", "F5": "order.create",
    "Ctrl+Home": "welcome.open", "Ctrl+Z": "cart.undo", "Ctrl+Y": "cart.redo",
    "Ctrl+Shift+H": "health.open", "Ctrl+P": "receipt.print", "Ctrl+Shift+L": "user.sign_off",
    "Ctrl+S": "transaction.suspend", "Ctrl+R": "transaction.resume", "Ctrl+D": "drawer.open",
}  # fmt: skip
"""Keys that work even where no button of the layout carries them."""
PAD_KEYS = {"/": "customer.search", "+": "payment.open"}
"""What the keys beside the digits open where only those are there, and nothing is typed."""
