<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Kassa</name>
    <message numerus="yes">
        <source>{count} orders are one step further.</source>
        <translation>
            <numerusform>{count} order is one step further.</numerusform>
            <numerusform>{count} orders are one step further.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filters {count}</source>
        <translation>
            <numerusform>Filters {count}</numerusform>
            <numerusform>Filters {count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline (by {who}) · {count}</source>
        <translation>
            <numerusform>Offline (by {who}) · {count}</numerusform>
            <numerusform>Offline (by {who}) · {count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of {count} lines.</source>
        <translation>
            <numerusform>{shown} of {count} line.</numerusform>
            <numerusform>{shown} of {count} lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suspended sale taken up ({count} items).</source>
        <translation>
            <numerusform>Suspended sale taken up ({count} item).</numerusform>
            <numerusform>Suspended sale taken up ({count} items).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} attempts</source>
        <translation>
            <numerusform>{count} attempt</numerusform>
            <numerusform>{count} attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} found.</source>
        <translation>
            <numerusform>{count} found.</numerusform>
            <numerusform>{count} found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} h ago</source>
        <translation>
            <numerusform>{count} h ago</numerusform>
            <numerusform>{count} h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} here · HQ: searching …</source>
        <translation>
            <numerusform>{count} here · HQ: searching …</numerusform>
            <numerusform>{count} here · HQ: searching …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} items · {total} · {time}</source>
        <translation>
            <numerusform>{count} item · {total} · {time}</numerusform>
            <numerusform>{count} items · {total} · {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines come back: {back} goes back.</source>
        <translation>
            <numerusform>{count} line comes back: {back} goes back.</numerusform>
            <numerusform>{count} lines come back: {back} goes back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines of order {order}: {due} is due.</source>
        <translation>
            <numerusform>{count} line of order {order}: {due} is due.</numerusform>
            <numerusform>{count} lines of order {order}: {due} is due.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} min ago</source>
        <translation>
            <numerusform>{count} min ago</numerusform>
            <numerusform>{count} min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} need attention</source>
        <translation>
            <numerusform>{count} needs attention</numerusform>
            <numerusform>{count} need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} orders to pick up here</source>
        <translation>
            <numerusform>{count} order to pick up here</numerusform>
            <numerusform>{count} orders to pick up here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rows</source>
        <translation>
            <numerusform>{count} row</numerusform>
            <numerusform>{count} rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} selected.</source>
        <translation>
            <numerusform>{count} selected.</numerusform>
            <numerusform>{count} selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} times</source>
        <translation>
            <numerusform>{count} time</numerusform>
            <numerusform>{count} times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} waiting</source>
        <translation>
            <numerusform>{count} waiting</numerusform>
            <numerusform>{count} waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} × carried out.</source>
        <translation>
            <numerusform>{count} × carried out.</numerusform>
            <numerusform>{count} × carried out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} × pick up at {store} on {day}.</source>
        <translation>
            <numerusform>{count} × pick up at {store} on {day}.</numerusform>
            <numerusform>{count} × pick up at {store} on {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Item ({count} voided)</source>
        <translation>
            <numerusform>Item ({count} voided)</numerusform>
            <numerusform>Item ({count} voided)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline · {count} waiting</source>
        <translation>
            <numerusform>Offline · {count} waiting</numerusform>
            <numerusform>Offline · {count} waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>open sale of {count} items is kept</source>
        <translation>
            <numerusform>open sale of {count} item is kept</numerusform>
            <numerusform>open sale of {count} items is kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pick up all {count} lines</source>
        <translation>
            <numerusform>Pick up all {count} line</numerusform>
            <numerusform>Pick up all {count} lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pick up {count} lines</source>
        <translation>
            <numerusform>Pick up {count} line</numerusform>
            <numerusform>Pick up {count} lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>PIN, {count} digits typed</source>
        <translation>
            <numerusform>PIN, {count} digit typed</numerusform>
            <numerusform>PIN, {count} digits typed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored your open sale ({count} items).</source>
        <translation>
            <numerusform>Restored your open sale ({count} item).</numerusform>
            <numerusform>Restored your open sale ({count} items).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending {count}</source>
        <translation>
            <numerusform>Sending {count}</numerusform>
            <numerusform>Sending {count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ship all {count} lines</source>
        <translation>
            <numerusform>Ship all {count} line</numerusform>
            <numerusform>Ship all {count} lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ship {count} lines</source>
        <translation>
            <numerusform>Ship {count} line</numerusform>
            <numerusform>Ship {count} lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Voided {count} lines.</source>
        <translation>
            <numerusform>Voided {count} line.</numerusform>
            <numerusform>Voided {count} lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in {count} parts; press again for the next</source>
        <translation>
            <numerusform>in {count} part; press again for the next</numerusform>
            <numerusform>in {count} parts; press again for the next</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{day} · {count} lines can come back · {who}</source>
        <translation>
            <numerusform>{day} · {count} line can come back · {who}</numerusform>
            <numerusform>{day} · {count} lines can come back · {who}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} suspended sales are voided with the shift. Close it?</source>
        <translation>
            <numerusform>{count} suspended sale is voided with the shift. Close it?</numerusform>
            <numerusform>{count} suspended sales are voided with the shift. Close it?</numerusform>
        </translation>
    </message>
</context>
</TS>
