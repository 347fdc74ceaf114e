"""A correction of an earlier line in the making."""

from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import ClassVar

from rapport.domain.interactions.interactions import Channel
from rapport.domain.quicklog.quicklog import Amend, Bin, Reference, Restore, Statement
from rapport.formats.quicklog.drafts import Draft, EncounterDraft
from rapport.formats.quicklog.when import When


@dataclass(kw_only=True)
class CorrectionDraft(Draft):
    """Something kept earlier that is binned, restored or changed; `details` gathers what is new."""

    is_correction: ClassVar[bool] = True
    kind: type[Bin] | type[Restore] | type[Amend]
    ref: Reference
    tokens: tuple[int, int]  # where the reference stands
    details: EncounterDraft = field(default_factory=EncounterDraft)
    channel: Channel | None = None
    moved: When | None = None  # the day it really was
    name: str = ""
    about: str = ""
    starts_at: time | None = None
    size: int | None = None

    def day(self) -> date | None:
        """Corrected today, whenever it was."""
        return None

    @property
    def is_empty(self) -> bool:
        """Nothing was said that is new."""
        return self.build(date.min) == Amend(date.min, self._referred())

    def build(self, on: date) -> Statement:
        if self.kind is not Amend:
            return self.kind(on, self._referred())
        new = self.details
        return Amend(
            on,
            self._referred(),
            day=self.moved.past if self.moved else None,
            channel=self.channel,
            minutes=new.minutes,
            memorable=new.memorable,
            people=new.met(),
            gathering=new.gathering,
            others=new.others or None,
            substance=new.substance,
            lost_touch=new.lost_touch or None,
            name=self.name,
            about=self.about,
            starts_at=self.starts_at,
            size=self.size,
        )

    def _referred(self) -> Reference:
        """With the days it may be on, the likelier first."""
        if self.when is None:
            return self.ref
        days = (self.when.past, self.when.coming)
        said = days[:1] if self.when.lean < 0 else days[1:] if self.when.lean > 0 else days
        return replace(self.ref, days=tuple(dict.fromkeys(said)))
