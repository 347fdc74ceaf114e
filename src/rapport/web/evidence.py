"""What a finding rests on, as links to the rows."""

from datetime import date
from uuid import UUID

from django.urls import reverse

from rapport.domain.retrospective.values import Evidence, EvidenceKind
from rapport.domain.values import dataclass
from rapport.services.challenge.retrospective import RetrospectivePage
from rapport.wording import dates
from rapport.wording.words import heading, word


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: how to call it, its day, and the address of the page it stands on."""

    label: str
    on: str
    url: str


class Index:
    """Every fact of a month by its id; built once for all its findings."""

    def __init__(self, page: RetrospectivePage) -> None:
        self.page = page
        self.names = page.names
        self.rows: dict[tuple[EvidenceKind, UUID], Row] = {}
        self._people_and_places()
        self._encounters()
        self._dealings()

    def of(self, evidence: tuple[Evidence, ...]) -> list[Row]:
        """The rows, in order; what is not among the facts any more is left out."""
        return [row for piece in evidence if (row := self._one(piece))]

    def _one(self, piece: Evidence) -> Row | None:
        if piece.kind is EvidenceKind.CHALLENGE:
            return Row(heading(piece.kind), "", reverse("board-of", args=[self.page.told.challenge.id]))
        if piece.id is not None and (row := self.rows.get((piece.kind, piece.id))):
            return row
        return self._of_day(heading(piece.kind), piece.on) if piece.on else None

    def _people_and_places(self) -> None:
        facts = self.page.facts
        for pk, person in facts.people.items():
            self.rows[EvidenceKind.PERSON, pk] = Row(person.name, "", reverse("person", args=[pk]))
        for one in facts.gatherings:
            url = reverse("gathering", args=[one.id])
            self.rows[EvidenceKind.GATHERING, one.id] = Row(one.name, dates.short_day(one.on), url)

    def _encounters(self) -> None:
        for met in self.page.facts.interactions:
            names = dates.listed([self._name(part.person_id) for part in met.people][:4])
            where = self.names.get(met.gathering_id, "") if met.gathering_id else ""
            label = where or names or word(met.channel)
            self.rows[EvidenceKind.INTERACTION, met.id] = self._of_day(label, met.on, f"i-{met.id}")

    def _dealings(self) -> None:
        facts = self.page.facts
        for ask in facts.asks:
            label = f"{self._name(ask.person_id)} · {word(ask.answer)}"
            url = reverse("ask", args=[ask.id])
            self.rows[EvidenceKind.ASK, ask.id] = Row(label, dates.short_day(ask.on), url)
        for made in facts.introductions:
            label = self._name(made.person_id)
            self.rows[EvidenceKind.INTRODUCTION, made.id] = self._of_day(label, made.on)
        for pitch in facts.pitches:
            label, url = f"{pitch.organisation} · {word(pitch.stage)}", reverse("pitch", args=[pitch.id])
            day = dates.short_day(pitch.sent_on) if pitch.sent_on else ""
            self.rows[EvidenceKind.PITCH, pitch.id] = Row(label, day, url)
        for given in facts.helps:
            label, on = f"{self._name(given.person_id)} · {given.what}", given.given_on or given.promised_on
            url = reverse("person", args=[given.person_id])
            self.rows[EvidenceKind.HELP, given.id] = Row(label, dates.short_day(on) if on else "", url)
        for need in facts.needs:
            url = reverse("person", args=[need.person_id]) if need.person_id else reverse("give")
            self.rows[EvidenceKind.NEED, need.id] = Row(need.what, dates.short_day(need.on), url)
        for step in facts.follow_ups:
            label = self._name(step.person_id) if step.person_id else step.what
            self.rows[EvidenceKind.FOLLOW_UP, step.id] = self._of_day(label, step.made_on)
        for one in facts.opportunities:
            self.rows[EvidenceKind.OPPORTUNITY, one.id] = self._of_day(one.what, one.on)

    def _name(self, pk: UUID) -> str:
        return self.names.get(pk, "")

    @staticmethod
    def _of_day(label: str, on: date, at: str = "") -> Row:
        url = reverse("day", args=[on.isoformat()]) + (f"#{at}" if at else "")
        return Row(label, dates.short_day(on), url)
