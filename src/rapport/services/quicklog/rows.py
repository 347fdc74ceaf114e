"""From statements to rows: who and where first, then what happened.

Each statement imports the service of its noun where it is written: start-up counts, and most lines need one.
"""

from functools import singledispatchmethod
from uuid import UUID

from rapport.db.models import Gathering
from rapport.domain.asks.asks import Answer
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.interactions.interactions import Participation
from rapport.domain.people.people import ContactKind, Reach, Told
from rapport.domain.quicklog import quicklog as said
from rapport.domain.text import fold
from rapport.services.interactions import interactions
from rapport.services.people import people
from rapport.services.quicklog.scribe import Scribe


class Writer(Scribe):
    """Writes one reading into a journal."""

    def write(self) -> None:
        encounters = [s for s in self.reading.statements if isinstance(s, said.Encounter)]
        for statement in sorted(self.reading.statements, key=_order):
            if isinstance(statement, said.Noted) and len(encounters) == 1:
                continue  # it is the encounter's note
            self._write(statement)

    @singledispatchmethod
    def _write(self, statement: object) -> None:
        raise TypeError(statement)

    @_write.register
    def _(self, s: said.Encounter) -> None:
        where = self.place(s.gathering, s.on, Attendance.WENT) if s.gathering else None
        self.gathering_id = where
        parts: dict[UUID, Participation] = {}
        for met in s.people:
            person_id = self.who(met.name)
            if person_id is None:
                continue
            parts[person_id] = Participation(person_id, met.memorable)
            introducer = self.who(met.introducer) if met.introducer else None
            if introducer and introducer != person_id:
                from rapport.services.asks import introductions

                introductions.record(self.book, introducer, (person_id,), s.on, assumed=self.assumed)
            if where and person_id in self.made:
                people.record_origin(self.book, person_id, met_at=where)
        note = "\n".join(n.text for n in self.reading.statements if isinstance(n, said.Noted))
        draft = interactions.Draft(
            on=s.on,
            people=tuple(parts.values()),
            channel=s.channel,
            direction=s.direction,
            minutes=s.minutes,
            gathering_id=where,
            others=s.others,
            lost_touch=s.lost_touch,
            substance=s.substance,
            note=note if self._is_only_encounter else "",
            text=self.reading.text,
            tags=self.reading.tags,
            assumed=self.assumed,
        )
        self.interactions.append(interactions.record(self.book, draft))

    @property
    def _is_only_encounter(self) -> bool:
        return sum(isinstance(s, said.Encounter) for s in self.reading.statements) == 1

    @_write.register
    def _(self, s: said.Asked) -> None:
        from rapport.services.asks import asks

        for person_id in self.all_of(s.people):
            asks.record(self.book, person_id, s.on, s.target, assumed=self.assumed)

    @_write.register
    def _(self, s: said.Answered) -> None:
        from rapport.services.asks import asks, introductions

        person_id = self.who(s.person)
        if person_id is None:
            return
        brought = tuple(self.all_of(s.introduced))
        if brought:
            introductions.record(self.book, person_id, brought, s.on, assumed=self.assumed)
        elif s.answer is not Answer.ASKED:
            asks.record_answer(self.book, person_id, s.on, s.answer, assumed=self.assumed)

    @_write.register
    def _(self, s: said.Introduced) -> None:
        from rapport.services.asks import introductions

        introducer = self.who(s.introducer) if s.introducer else None
        brought = tuple(pk for pk in self.all_of(s.people) if pk != introducer)
        if brought and (introducer or s.introducer is None):
            introductions.record(self.book, introducer, brought, s.on, assumed=self.assumed)

    @_write.register
    def _(self, s: said.Pitched) -> None:
        from rapport.services.pitches import pitches

        pitches.record(
            self.book,
            s.organisation,
            s.on,
            s.stage,
            person_id=self.who(s.person) if s.person else None,
            fright=s.fright,
            hopeful=s.hopeful,
            due=s.due,
            assumed=self.assumed,
        )

    @_write.register
    def _(self, s: said.Promised) -> None:
        from rapport.services.giving import giving

        for person_id in self.all_of(s.people):
            giving.record_promise(
                self.book, person_id, s.what, s.on, by_me=s.by_me, due=s.due, assumed=self.assumed
            )

    @_write.register
    def _(self, s: said.Helped) -> None:
        from rapport.services.giving import giving

        for person_id in self.all_of(s.people):
            giving.record_help(self.book, person_id, s.what, s.on, by_me=s.by_me, assumed=self.assumed)

    @_write.register
    def _(self, s: said.Needs) -> None:
        from rapport.services.giving import giving

        for person_id in self.all_of(s.people) if s.people else [None]:
            giving.record_need(self.book, person_id, s.what, s.on, assumed=self.assumed)

    @_write.register
    def _(self, s: said.Offers) -> None:
        from rapport.services.giving import giving

        for person_id in self.all_of(s.people) if s.people else [None]:
            giving.record_offer(self.book, person_id, s.what, s.on, assumed=self.assumed)

    @_write.register
    def _(self, s: said.FollowUp) -> None:
        from rapport.services.interactions import followups

        for person_id in self.all_of(s.people) if s.people else [None]:
            followups.record(self.book, person_id, s.what, s.on, s.due)

    @_write.register
    def _(self, s: said.CheckedIn) -> None:
        from rapport.services.challenge import checkins

        checkins.record(self.book, s.on, energy=s.energy, pressure=s.pressure, assumed=self.assumed)

    @_write.register
    def _(self, s: said.Opened) -> None:
        from rapport.services.pitches import opportunities

        named = self.all_of(s.people)
        where = self._latest(s.gathering, s) if s.gathering else self.gathering_id
        opportunities.record(
            self.book,
            s.what,
            s.on,
            person_id=named[0] if named else None,
            gathering_id=where,
            assumed=self.assumed,
        )

    @_write.register
    def _(self, s: said.Planned) -> None:
        self.gathering_id = self.place(s.gathering, s.on, Attendance.GOING)

    @_write.register
    def _(self, s: said.About) -> None:
        for person_id in self.all_of(s.people):
            self._fact(person_id, s.trait, s.value)

    @_write.register
    def _(self, s: said.Noted) -> None:
        from rapport.services.interactions import notes

        tags = () if self.interactions else self.reading.tags
        notes.record(self.book, s.on, s.text, tags, assumed=self.assumed)

    @_write.register(said.Bin)
    @_write.register(said.Restore)
    @_write.register(said.Amend)
    def _(self, s: said.Bin | said.Restore | said.Amend) -> None:
        from rapport.services.quicklog import correct

        correct.write(self, s)

    def _fact(self, person_id: UUID, trait: said.Trait, value: str) -> None:
        match trait:
            case said.Trait.CITY:
                people.record_city(self.book, person_id, value)
            case said.Trait.CLOSE:
                people.record_facts(self.book, person_id, told=Told.CLOSE)
            case said.Trait.NOT_CLOSE:
                people.record_facts(self.book, person_id, told=Told.NOT_CLOSE)
            case said.Trait.KNOWN:
                people.record_facts(self.book, person_id, known_before=True)
            case said.Trait.FAR | said.Trait.NEAR:
                people.record_facts(self.book, person_id, reach=Reach(trait.value))
            case said.Trait.ORGANISATION | said.Trait.ROLE:
                people.record_facts(self.book, person_id, **{trait.value: value})
            case said.Trait.EMAIL | said.Trait.PHONE:
                people.record_contact(self.book, person_id, ContactKind(trait.value), value)

    def _latest(self, name: said.GatheringName, s: said.Opened) -> UUID:
        """The last gathering of that name up to that day; told of for the first time, it was that day."""
        same = Gathering.objects.of(self.book.owner_id).live().filter(folded=fold(name.text), on__lte=s.on)
        row = same.order_by("-on").first()
        return row.pk if row else self.place(name, s.on, Attendance.WENT)


ORDER = (
    said.About, said.Planned, said.Introduced, said.Encounter, said.Asked, said.Answered, said.Pitched,
)  # fmt: skip


def _order(statement: said.Statement) -> int:
    """Facts before what happened, what happened before what follows from it."""
    return ORDER.index(type(statement)) if type(statement) in ORDER else len(ORDER)
