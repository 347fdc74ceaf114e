"""The month told back as a document to keep."""

import re

from django.utils.translation import gettext as _

from rapport.domain.retrospective.values import Finding, Part, WayTold
from rapport.services.challenge.retrospective import RetrospectivePage
from rapport.wording.dates import day
from rapport.wording.findings import assumed_note, heading, sentence
from rapport.wording.phrases import between
from rapport.wording.retrospective_html import as_html as as_html
from rapport.wording.verdicts import counted, rule_in_words
from rapport.wording.words import heading as capitalised

SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")  # what Markdown would read as its own


def as_markdown(page: RetrospectivePage) -> str:
    """Title, dates, numbers, ways, findings and rule; names that hold Markdown stay as they are."""
    told = page.told
    blocks = [f"# {_plain(told.challenge.name or _('The month, looked back at'))}"]
    days = {"first": day(told.challenge.starts_on), "last": day(told.until)}
    blocks.append(_("%(first)s to %(last)s") % days)
    if told.challenge.intention:
        blocks.append(f"> {_plain(' '.join(told.challenge.intention.split()))}")
    if told.verdicts:
        blocks.append("\n".join(f"- {counted(verdict, count)}" for verdict, count in told.verdicts))
    if ways := tuple(way for way in told.ways if way.tried):
        blocks += [f"## {_('The ways')}", _table(ways)]
    for part in Part:
        if findings := told.told_as(part):
            blocks.append(f"## {capitalised(part)}")
            blocks.append("\n".join(_bullet(page, finding) for finding in findings))
    if assumed := sum(finding.assumed for finding in told.findings):
        blocks.append(assumed_note(assumed))
    blocks.append(f"## {_('What counted')}")
    blocks.append("\n".join(f"- {line}" for line in rule_in_words(told.rule)))
    return "\n\n".join(blocks) + "\n"


def _table(ways: tuple[WayTold, ...]) -> str:
    head = [_("Way"), _("Tried"), _("Came of it"), _("The true rate may be")]
    rows = [
        [
            capitalised(way.way),
            str(way.tried),
            str(way.came),
            between(way.share),
        ]
        for way in ways
    ]
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _bullet(page: RetrospectivePage, finding: Finding) -> str:
    return f"- **{_plain(heading(finding.code))}.** {_plain(sentence(finding, page.names))}"


def _plain(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
