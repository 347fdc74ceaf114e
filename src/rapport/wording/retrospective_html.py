"""The month told back as one HTML file: it needs nothing else, loads nothing, and prints well."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Final, Protocol

from django.utils import translation
from django.utils.translation import gettext as _

from rapport.domain.retrospective.values import Finding, Part, WayTold
from rapport.services.challenge.retrospective import RetrospectivePage
from rapport.wording.dates import day
from rapport.wording.findings import assumed_note, heading, sentence
from rapport.wording.phrases import between
from rapport.wording.verdicts import counted, rule_in_words
from rapport.wording.words import heading as capitalised

STYLE: Final = """
:root{--paper:#f8f2e7;--ink:#2b241e;--soft:#63574b;--line:#dccfbb;--accent:#a2431f}
html{background:var(--paper);color:var(--ink);font:400 17px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,
"Noto Sans","Liberation Sans",sans-serif;font-variant-numeric:tabular-nums}
body{max-width:44rem;margin:0 auto;padding:3rem 1.25rem 4rem;overflow-wrap:break-word}
h1,h2,h3,blockquote{font-family:"Iowan Old Style","Palatino Linotype",Cambria,Georgia,serif;
font-weight:500;line-height:1.25;margin:0}
h1{font-size:2.4rem}
h2{font-size:1.6rem;margin-top:3rem;padding-bottom:.4rem;border-bottom:1px solid var(--line)}
h3{font-size:1.15rem;margin-top:1.5rem;color:var(--accent)}p{margin:.3rem 0}
.soft{color:var(--soft)}blockquote{margin:1.2rem 0;font-size:1.3rem;font-style:italic}
ul{padding-left:1.2rem}table{width:100%;border-collapse:collapse;margin-top:1rem}caption{text-align:left}
th,td{text-align:left;padding:.45rem .8rem .45rem 0;vertical-align:baseline;
border-bottom:1px solid var(--line)}
thead th{font-size:.875rem;font-weight:500;color:var(--soft)}td.n,th.n{text-align:right}
figure{margin:1.5rem 0}figure svg{display:block;max-width:100%;height:auto}
@media print{html{background:#fff;color:#000;font-size:10.5pt}body{max-width:none;padding:0}
h2,h3{break-after:avoid}figure,tr,section{break-inside:avoid}}
@page{margin:18mm 20mm}
"""
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Drawn(Protocol):
    """A picture, as its room makes it: words in it are escaped."""

    @property
    def svg(self) -> str: ...


def as_html(page: RetrospectivePage, pictures: Mapping[str, Drawn] | None = None) -> str:
    """The whole document; `pictures` may hold days, ways, tree and pace, in colours of their own."""
    told, drawn = page.told, pictures or {}
    title = escape(told.challenge.name or _("The month, looked back at"))
    span = _("%(first)s to %(last)s") % {"first": day(told.challenge.starts_on), "last": day(told.until)}
    body = [f"<h1>{title}</h1>", f'<p class="soft">{escape(span)}</p>']
    if told.challenge.intention:
        body.append(f"<blockquote>{escape(told.challenge.intention)}</blockquote>")
    body.append(_figure(drawn, "days"))
    if told.verdicts:
        body.append(_list(counted(verdict, count) for verdict, count in told.verdicts))
    waiting = {Part.SUCCESS: "tree", Part.FEELING: "pace"}
    for part in Part:
        if findings := told.told_as(part):
            body.append(f"<h2>{escape(capitalised(part))}</h2>")
            body += [_section(page, finding) for finding in findings]
            body.append(_figure(drawn, waiting.pop(part, "")))
    body += [_figure(drawn, name) for name in waiting.values()]
    if ways := tuple(way for way in told.ways if way.tried):
        body += [f"<h2>{escape(_('The ways'))}</h2>", _table(ways), _figure(drawn, "ways")]
    if assumed := sum(finding.assumed for finding in told.findings):
        body.append(f'<p class="soft">{escape(assumed_note(assumed))}</p>')
    body += [f"<h2>{escape(_('What counted'))}</h2>", _list(rule_in_words(told.rule))]
    return _document(title, "\n".join(part for part in body if part))


def _document(title: str, body: str) -> str:
    language = translation.get_language() or "en"
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _figure(drawn: Mapping[str, Drawn], name: str) -> str:
    return f"<figure>{drawn[name].svg}</figure>" if name in drawn else ""


def _section(page: RetrospectivePage, finding: Finding) -> str:
    said = escape(sentence(finding, page.names))
    return f"<section><h3>{escape(heading(finding.code))}</h3><p>{said}</p></section>"


def _list(lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>"


def _table(ways: tuple[WayTold, ...]) -> str:
    head = "".join(
        f'<th scope="col"{css}>{escape(label)}</th>'
        for label, css in (
            (_("Way"), ""),
            (_("Tried"), ' class="n"'),
            (_("Came of it"), ' class="n"'),
            (_("The true rate may be"), ""),
        )
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(capitalised(way.way))}</th><td class="n">{way.tried}</td>'
        f'<td class="n">{way.came}</td><td>{escape(_rate(way))}</td></tr>'
        for way in ways
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _rate(way: WayTold) -> str:
    if not way.tried:
        return _("too early to tell")
    return between(way.share)
