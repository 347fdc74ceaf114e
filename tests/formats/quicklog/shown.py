"""A reading as short lines of text, so that the specification table stays readable."""

from datetime import date

from rapport.domain.quicklog.quicklog import (
    About,
    Amend,
    Answered,
    Asked,
    Bin,
    CheckedIn,
    Encounter,
    FollowUp,
    GatheringName,
    Helped,
    Introduced,
    Met,
    Name,
    Needs,
    Noted,
    Offers,
    Opened,
    Pitched,
    Planned,
    Promised,
    Reading,
    Reference,
    Restore,
    Statement,
    TakeBack,
)

TODAY = date(2026, 3, 6)  # a Friday


def shown(reading: Reading) -> list[str]:
    """One line per statement, then tags and doubts."""
    lines = [_dated(statement) for statement in reading.statements]
    lines += [f"#{tag}" for tag in reading.tags]
    lines += [
        f"? {doubt.question.value} [{reading.text[doubt.span.start : doubt.span.end]}]"
        for doubt in reading.doubts
    ]
    return lines


def _dated(statement: Statement) -> str:
    on = "" if statement.on == TODAY else f" | {statement.on}"
    return _statement(statement).rstrip() + on


def _statement(statement: Statement) -> str:
    match statement:
        case Encounter():
            return _encounter(statement)
        case Asked(people=people, target=target):
            return _joined("asked " + _names(people), target and f"for {target}")
        case Answered(person=person, answer=answer, introduced=introduced):
            return f"answer {person.text}: {answer.value}" + (f" {_names(introduced)}" if introduced else "")
        case Introduced(introducer=introducer, people=people):
            return f"introduced by {introducer.text if introducer else 'me'}: {_names(people)}"
        case Pitched():
            return _pitched(statement)
        case Promised(by_me=by_me):
            due = statement.due and f"by {statement.due}"
            side = "to" if by_me else "from"
            return _joined(f"promise {side} {_names(statement.people)}: {statement.what}", due)
        case Helped(by_me=by_me):
            return f"help {'to' if by_me else 'from'} {_names(statement.people)}: {statement.what}"
        case Needs():
            return f"need {_names(statement.people) or 'me'}: {statement.what}"
        case Offers():
            return f"offer {_names(statement.people) or 'me'}: {statement.what}"
        case FollowUp():
            who = f"follow up {_names(statement.people)}".rstrip()
            return _joined(who, str(statement.due), statement.what)
        case CheckedIn():
            return f"energy {statement.energy or '-'} pressure {statement.pressure or '-'}"
        case Opened():
            return _joined(
                f"opportunity {statement.what}", _names(statement.people), _at(statement.gathering)
            )
        case Planned():
            return "plan " + _gathering(statement.gathering)
        case About():
            return f"fact {_names(statement.people)}: {statement.trait.value} {statement.value}".rstrip()
        case Noted():
            return f"note {statement.text}"
        case Bin(ref=ref):
            return f"bin {_reference(ref)}"
        case Restore(ref=ref):
            return f"restore {_reference(ref)}"
        case Amend():
            return _amended(statement)
        case TakeBack():
            return "take back"


def _reference(ref: Reference) -> str:
    """ "interaction coffee with Ana on 2026-03-05"."""
    said = [
        "|".join(ref.nouns),
        ref.word,
        ref.people and f"with {', '.join(ref.people)}",
        ref.what and f"[{ref.what}]",
        ref.by and f"by {ref.by}",
        ref.gathering and f"at {ref.gathering}",
        ref.days and f"on {ref.days[0]}",
    ]
    return " ".join(part for part in said if part)


def _amended(new: Amend) -> str:
    to = _joined(
        new.name and f"name {new.name}",
        new.about and f"about {new.about}",
        new.day and f"day {new.day}",
        new.channel and new.channel.value,
        new.minutes and f"{new.minutes} min",
        ", ".join(_met(met) for met in new.people),
        new.memorable is not None and f"memorable {'yes' if new.memorable else 'no'}",
        _at(new.gathering),
        new.others and f"+{new.others}",
        new.lost_touch and "lost touch",
        new.substance is not None and f"substance {'yes' if new.substance else 'no'}",
        new.starts_at and f"from {new.starts_at:%H:%M}",
        new.size and f"{new.size} people",
    )
    return f"amend {_reference(new.ref)} → {to}"


def _encounter(met: Encounter) -> str:
    people = ", ".join(_met(person) for person in met.people)
    how = met.channel.value + ("" if met.direction.value == "mutual" else f" {met.direction.value}")
    return _joined(
        f"{how}: {people}".rstrip(),
        _at(met.gathering),
        met.minutes and f"{met.minutes} min",
        met.others and f"+{met.others}",
        met.lost_touch and "lost touch",
        None if met.substance is None else f"substance {'yes' if met.substance else 'no'}",
    )


def _met(met: Met) -> str:
    mark = {True: "!", False: "~", None: ""}[met.memorable]
    at = "@" if met.name.marked else ""
    return f"{at}{met.name.text}{mark}" + (f" via {met.introducer.text}" if met.introducer else "")


def _at(gathering: GatheringName | None) -> str:
    return f"at {_gathering(gathering)}" if gathering else ""


def _gathering(gathering: GatheringName) -> str:
    return _joined(
        gathering.text,
        gathering.size and f"{gathering.size} people",
        gathering.stretch and "stretch",
        gathering.invited_by and f"invited by {gathering.invited_by.text}",
        gathering.found and f"found {gathering.found}",
        gathering.starts_at and f"from {gathering.starts_at:%H:%M}",
    ).replace(" | ", " / ")


def _pitched(pitch: Pitched) -> str:
    return _joined(
        f"pitch {pitch.organisation}: {pitch.stage.value}",
        pitch.person and pitch.person.text,
        pitch.fright and f"fright {pitch.fright}",
        None if pitch.hopeful is None else f"hopeful {'yes' if pitch.hopeful else 'no'}",
        pitch.due and f"due {pitch.due}",
    )


def _names(names: tuple[Name, ...]) -> str:
    return ", ".join(name.text for name in names)


def _joined(*parts: object) -> str:
    return " | ".join(str(part) for part in parts if part)
