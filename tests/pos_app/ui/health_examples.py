"""A health page with something of every state, and the files of a log bundle."""

from pos_app.health_views import BundleFileView, BundleView, HealthRowView, HealthView

OK, LOOK, BROKEN = ("in order", "ok"), ("look after it", "info"), ("broken", "alert")
HEALTH = HealthView(
    "Something is broken; see what to do. Looked at 14:32:10.",
    (
        HealthRowView(
            "Printer",
            "there is no printer at 192.0.2.7:9100; check paper, cover, power and cable: sales are kept meanwhile",
            *BROKEN,
            checked="14:32:10",
            test="printer",
        ),
        HealthRowView(
            "Outbox",
            "2 waiting to be sent, the oldest since 2026-11-20 14:29:00 +0100; 1 need attention",
            *LOOK,
            checked="14:32:10",
        ),
        HealthRowView(
            "Sales of this register", "whole, version 9, 412 KiB; every entry is as it was written", *OK
        ),
        HealthRowView(
            "Headquarters", "Online; headquarters was reached last at 2026-11-20 14:32:01 +0100", *OK
        ),
        HealthRowView("Disk", "38112 MiB free at /var/lib/kassa", *OK),
        HealthRowView("Clock", "2026-11-20 14:32:10 +0100", *OK, checked="14:32:10"),
        HealthRowView("Card terminal", "it answers; simulated by this machine, no card is charged", *OK,
                      checked="14:31:02", test="card terminal"),
        HealthRowView("Scanner", "a scan is 6 signs or more, each within 35 ms; try yours with Scanner test", *OK,
                      checked="14:32:10", test="scanner", operation="scanner.test"),
    ),
)  # fmt: skip
BUNDLE = BundleView(
    (
        BundleFileView("README.txt", "1 KiB"),
        BundleFileView("doctor.txt", "3 KiB"),
        BundleFileView("settings.json", "9 KiB"),
        BundleFileView("logs/register.log", "112 KiB"),
    )
)
