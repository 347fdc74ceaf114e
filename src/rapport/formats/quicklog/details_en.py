"""What may complete an English statement: where, when, how long, how it was; in the notation of `pattern`."""

from rapport.formats.quicklog.lexicon import Phrases

MODIFIERS: Phrases = {
    "with": (
        "[together|along] with <people>",
        (
            "with my|our|an|the * "
            "friend|friends|neighbour|neighbor|colleague|client|sister|brother|cousin <people>"
        ),
        "w / <people>",
        "to <people>",
    ),
    "at": ("at|during|@ <gathering>",),
    "works": ("at|from|of <korg>",),
    "lives": ("in <city>",),
    "whence": ("from <city>",),  # or a firm: "Tom from Acme"
    "hour": ("at|from|by|@|starting [at] <clock>", "<clock:bareclock>"),
    "unanswered": (
        "no answer|reply|response|pick-up|luck $",
        "without [an] answer|reply|success $",
        (
            "[but|and] {they} (did not | didn't | could not | couldn't) "
            "(pick up | answer | reply | respond | take the call) $"
        ),
        "[but|and] nobody|no-one picked|answered [up] $",
        "[but|and] got|reached|hit [her|his|their|the] voicemail|answerphone $",
        "[but|and] left [her|him|them] [{a}] message|voicemail|voice-message $",
        "[went] [straight] to voicemail $",
    ),
    "called off": (
        "[{they}] [{was}] cancelled|canceled|postponed [again] [on me] [<when:date>] $",
        "[{they}] [{was}] cancelled|canceled|postponed [at the] last minute|moment",
        "[{they}] [{was}] (called [it] off)",
        "[{they}] [{was}] postponed|rescheduled|moved|pushed [it|back] to|till|until",
    ),
    "alone": (
        "[all] alone|solo",
        "by|with myself",
        "saw|met|with nobody|no-one",
        "(saw | met | with | did not see | didn't see) (no one | anyone | anybody)",
    ),
    "channel phone": ("[by|on|over] [the] phone|telephone",),
    "channel video": ("[by|on|over|via|through] [a] zoom|teams|skype|facetime|video|meet [call]",),
    "channel email": ("by|via|over {mail}",),
    "channel message": ("by|via|on|over text|message|linkedin|whatsapp|slack|instagram|signal|telegram|dm",),
    "channel in_person": ("in person", "face to face", "in real life"),
    "introducer": (
        "[{a}] [kind|warm] {intro} by|from|through|via|thanks [to] <people:person>",
        "introduced|connected by|through|via <people:person>",
        "through|via <people:person>",
        "thanks to <people:person>",
        "[who|whom] <people:person> introduced [me to|us|me] $",
        "<people:person> introduced us",
    ),
    "others": (
        "[with] <n> [quick|other|more|brief] hellos|others|strangers",
        "[with] <n> other|more people|women|men|freelancers|writers",
        "[with] <n> people i won't|wouldn't|don't|will|would [not] remember",
        "[said] hello|hi to <n> [other|more] [people|others]",
    ),
    "memorable no": (
        "nothing|nobody|none memorable",
        "not [really|very|so|that] memorable",
        "no one memorable",
        "forgettable",
        "[i] won't|wouldn't|will not remember <people>",
        "not memorable : <people>",
        "forgettable : <people>",
    ),
    "memorable yes": (
        "[very|really|quite|all|both|was|were|a] memorable [encounter|encounters|one|ones]",
        "memorable [ones] : <people>",
        "memorable <people>",
        "<people> memorable",
        "<people> [whom|who|that] i would|will|'d|'ll|i'll|i'd remember",
        "<people> i'll|i'd [surely|certainly] remember",
        "[i] would|will|'ll|i'll|i'd remember <people>",
        "<people> was|were [very|really] memorable",
        "we would both remember [it]",
    ),
    "substance no": (
        "[just|only] [a] courtesy",
        "[just|only] [very|a] brief|quick|short [one|{talk}]",
        "nothing [much|of substance]",
        "just small talk",
    ),
    "substance yes": (
        "[a] [very] real|long|deep|proper|meaningful [exchange|conversation|talk|chat|one]",
        "[it] [was] [such] [a] [really|very|truly|so] {fine} {talk} $",
        "[it] [was] [such] [a] [really|very|truly|so] {fine} {talk} about|on <what>",
        "with substance",
        "of substance",
    ),
    "lost": (
        "[we] [had|have] lost touch [since <n> | since <lost:what>]",
        (
            "[we] (hadn't | haven't | had not | have not) spoken|talked|met|seen [each other | "
            "her|him|them] [since|for|in] <n> [years]"
        ),
        (
            "[we] (hadn't | haven't | had not | have not) spoken|talked|met|seen [each other | "
            "her|him|them] [since|for|in] <lost:what>"
        ),
        "[the] first [time] in|for <n> years",
        "after <n> years",
        "after [all] [these|many|so many] years",
        "out of touch [since|for <n> [years]]",
        "[an] old friend",
    ),
    "size": (
        (
            "[about|around|some|maybe|roughly|~|≈] <n> "
            "people|persons|women|participants|attendees|guests|writers|seats"
        ),
    ),
    "stretch": (
        "[a] [real | bit of a] stretch",
        "[way|far|well] (out | outside) of my comfort [zone]",
        "outside my comfort zone",
        "out of my comfort zone",
        "outside comfort zone",
    ),
    "invited": (
        "invited|invitation|invite [by|from] <people:person>",
        "<people:person> invited me",
        "brought [along] by <people:person>",
    ),
    "found": ("found|seen|spotted|discovered|heard [of|about] [it] on|via|in|through <what>",),
    "fright": ("[level] scary|fright|scared|fear|scare [level|:|=] <level>",),
    "fright 5": (
        "[absolutely|really] terrifying|terrified|petrified",
        "very|really|super|so scary|scared|frightening",
    ),
    "fright 4": ("[quite|was|i was] scary|scared|frightening|frightened",),
    "fright 3": ("[a] [little|bit|somewhat|slightly] scary|scared|frightening",),
    "fright 2": ("not [too|very|so|that] scary|frightening", "a little nervous"),
    "fright 1": ("[easy|an easy] easy", "easy", "[an] easy one", "not scary [at all]"),
    "hope yes": (
        "[i'm|i am|quite|very] hopeful",
        "expecting|expect an|some answer|reply|response",
        "[with] [a] good feeling",
        "with hope",
    ),
    "hope no": (
        "not [very|too|really|so] hopeful",
        "not|don't expecting|expect [an|any|no|much|a] [answer|reply|response]",
        "[i] expecting|expect|expected no|nothing [answer|reply|response]",
        "[with] no|little hope",
        "hopeless",
        "[i] don't|didn't expect an|any|much answer|reply|response",
    ),
}
