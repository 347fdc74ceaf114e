"""English sentences that bin, restore or change what an earlier line said, in the notation of `pattern`."""

from rapport.domain.interactions.interactions import Channel
from rapport.formats.quicklog.correcting import Source, reworded, with_verb
from rapport.formats.quicklog.lexicon import Phrases

_WHEN = "[of|from|on] [<when:date>] $"
_WITH = "[{a}] * <ref:here> <exchange> with|to|from <people>"

_EXCHANGE = (
    f"{_WITH} [at|during <gathering>] {_WHEN}",
    f"[{{a}}] * <ref:here> <exchange> at|during <gathering> with <people> {_WHEN}",
    "[{a}] <ref:here> <when:date> 's * <exchange> with|to|from <people> [at|during <gathering>] $",
)
_ABOUT = "[about|for|: <what:thing>]"
_REFERENCES: Phrases = {
    "interaction": _EXCHANGE,
    "ask": (f"[{{a}}] <ref:here> ask|request|question to|of <people> {_ABOUT} {_WHEN}",),
    "introduction": (
        f"[{{a}}] <ref:here> {{intro}} to|of|with <people> [by|from|through|via <by:people>] {_WHEN}",
    ),
    "pitch": (f"[{{a}}] <ref:here> pitch|proposal [to|for|at] <named> {_WHEN}",),
    "help": (f"[{{a}}] <ref:here> promise|help|favour|favor to|for|from|by|of <people> {_ABOUT} {_WHEN}",),
    "need": (
        f"[{{a}}] <ref:here> need of|by|from <people> {_ABOUT} {_WHEN}",
        f"<ref:here> <people> 's need {_ABOUT} {_WHEN}",
    ),
    "offer": (
        f"[{{a}}] <ref:here> offer of|by|from <people> {_ABOUT} {_WHEN}",
        f"<ref:here> <people> 's offer {_ABOUT} {_WHEN}",
    ),
    "follow_up": (
        "[{a}] <ref:here> (follow-up|followup|reminder | follow up | next step) with|for|to|of <people> "
        f"{_ABOUT} {_WHEN}",
    ),
    "opportunity": (f"[{{a}}] <ref:here> opportunity [[to|in|for|of|:] <what:thing>] {_WHEN}",),
    "note": (f"[{{a}}] <ref:here> note [about|on|: <what:thing>] {_WHEN}",),
    "gathering": (f"[{{a}}] <ref:here> gathering|event <named> {_WHEN}",),
    "person": ("[{a}] <ref:here> person|contact <named> $",),
}
# "the promise to Mary: the new list": what stands after the colon takes the place of the words kept.
_WORDED: Phrases = {
    "ask": ("ask|request to|of <people>",),
    "help": ("promise|help|favour|favor to|for|from|by|of <people>", "<people> 's promise|help"),
    "need": ("need of|by|from <people>", "<people> 's need"),
    "offer": ("offer of|by|from <people>", "<people> 's offer"),
    "follow_up": (
        "(follow-up|followup|reminder | follow up | next step) with|for|to|of <people>",
        "<people> 's follow-up|followup|reminder",
    ),
    "opportunity": ("opportunity [to|in|for|of <what:thing>]",),
    "note": ("note [about|on <what:thing>]",),
}
_WHY: Phrases = {  # what the two may have for each other
    "introduction": ("{intro} to|of|with|between <people> [by|from|through|via <by:people>]",),
}
_BIN = "forget|delete|remove|erase|discard|bin|drop|scrap|trash|undo"
_SURELY_BIN = "delete|remove|erase|discard|bin|trash"  # with a name alone: "forget Paris" is no wish
_RESTORE = "(restore | undelete | recover | unbin | bring|fetch|put back)"
_AMEND = "correct|change|fix|edit|update|amend|adjust"
_LIVE = (Channel.PHONE, Channel.VIDEO)

SOURCE = Source(
    rules={
        **with_verb("bin", _BIN, _REFERENCES),
        **with_verb("restore", _RESTORE, _REFERENCES),
        "correct bin any": (f"{_SURELY_BIN} [{{a}}] <ref:here> <named> {_WHEN}",),
        "correct bin kept": (
            f"{_BIN} [{{a}}] <ref:here> <named:kept> {_WHEN}",
            f"{_BIN} [{{a}}] <ref:here> <named> [of|from|on] <when:date> $",
        ),
        "correct restore any": (f"{_RESTORE} [{{a}}] <ref:here> <named> {_WHEN}",),
        "correct amend interaction": tuple(f"{_AMEND} {reference}" for reference in _EXCHANGE),
        "correct amend any": ("rename [{a}] <ref:here> <named> <end:here> to|as|into <name:what> $",),
        **reworded(_AMEND, "[about|for <what:thing>] [of|from|on <when:date>]", _WORDED),
        **reworded(_AMEND, "[of|from|on <when:date>]", _WHY),
        "correct takeback": (
            "undo [that|it|this | the last [one|thing|line|step|entry]] $",
            "take that|it back $",
        ),
    },
    modifiers={
        "memorable no": ("[just|only] [a] [quick|brief] hello|hi",),
        "with": ("[and] <people> was|were there [too]", "plus <people>"),
        "channel phone": ("[a] [phone|telephone] call",),
        "channel video": ("[a] video|zoom call",),
    },
    leads=("it was", "that was", "it lasted", "it took", "we met", "we spoke", "make it"),
    exchanges={
        **dict.fromkeys(
            (
                "coffee", "coffees", "lunch", "dinner", "breakfast", "brunch", "drinks", "drink", "beer",
                "beers", "wine", "tea", "walk", "hike", "run", "swim", "picnic", "ice-cream", "pizza",
                "hello", "visit", "play date", "play-date", "stroll", "co-working", "coworking",
            ),
            (Channel.IN_PERSON,),
        ),
        **dict.fromkeys(("call", "phone call", "telephone call", "phone chat"), _LIVE),
        **dict.fromkeys(
            ("video call", "zoom", "zoom call", "skype", "facetime", "teams call"), (Channel.VIDEO,)
        ),
        **dict.fromkeys(
            ("e-mail", "e-mails", "email", "emails", "mail", "letter", "reply"), (Channel.EMAIL,)
        ),
        **dict.fromkeys(("message", "messages", "text", "text message", "dm", "sms"), (Channel.MESSAGE,)),
        **dict.fromkeys(
            (
                "meeting", "meet-up", "catch-up", "catchup", "chat", "talk", "conversation", "discussion",
                "exchange", "encounter", "entry", "line",
            ),
            (),
        ),
    },
)  # fmt: skip
