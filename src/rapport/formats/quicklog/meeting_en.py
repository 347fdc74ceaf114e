"""English sentences for encounters, in the notation of `pattern`; the sets all English patterns share."""

from rapport.formats.quicklog.lexicon import Phrases

SETS = {
    "noun": (
        ""
        "coffee|coffees|cafe|lunch|lunches|dinner|breakfast|brunch|drinks|drink|beer|beers|wine|tea|walk|walks|hike|"
        ""
        "run|swim|picnic|ice-cream|pizza|co-working|coworking|play-date|catch-up|catchup|chat|talk|conversation|"
        "meeting|meet-up|discussion|exchange|stroll|interview"
    ),
    "mail": "e-mail|email|mail|letter",
    "mails": "e-mails|emails|mails|letters|e-mail|email|mail",
    "text": "message|text|dm|sms|whatsapp|note",
    "a": "a|an|some|my|the|our|another|any|one",
    "is": "is|are|was|were|am",
    "'s": "is|are|'s|was|were|am",  # only where "Ana's friend" could not be meant
    "was": "is|are|was|were|got|has|had|have|been",
    "they'll": "he'll|she'll|they'll|he'd|she'd|they'd",
    "over": "by|via|over|through|on e-mail|email|mail|linkedin|whatsapp|phone|message|text",
    "kin": "friend|neighbour|neighbor|colleague|boss|partner|client|sister|brother|cousin|wife|husband",
    "intro": "intro|intros|introduction|introductions|introductions|referral|referrals",
    "one": "anyone|anybody|someone|somebody|one|nobody|no-one|no",
    "they": "he|she|they",
    "fine": "good|great|nice|lovely|wonderful|fantastic|excellent|interesting|inspiring|warm|meaningful",
    "sample": "my|our [new|latest|updated] * portfolio|book|deck|manuscript|showreel|application",
    "talk": "talk|chat|conversation|discussion|exchange",
}

MEETING: Phrases = {
    # encounters
    "encounter in_person mutual": (
        "<gathering:kgathering> with <people>",
        "<gathering:kgathering> <mods>",
        "had|grabbed|shared|got|took|enjoyed [{a}] * {noun} [chat|date|break|together] <mods>",
        "[{a}] * {noun} [chat|date|break] <mods>",
        "had|grabbed [{a}] * follow-up|followup {noun} <mods>",
        "went for [{a}] * {noun} <mods>",
        "met [up] [with] <people>",
        "saw|visited|hosted <people>",
        "seen <people>",
        (
            "met <count:n> [new|other|interesting|lovely] people|women|men|freelancers|writers "
            "[at|during <gathering>] : <people>"
        ),
        "bumped|ran into <people>",
        "talked|spoke|chatted to|with <people>",
        "got talking|chatting to|with <people>",
        "had|[have] been [{a}] * time with <people>",
        "spent [some|the] time|day|evening|afternoon|morning with <people>",
        "spent <minutes> with <people>",
        "caught up with <people>",
        "<people> and i had|grabbed|shared|took [{a}] * {noun} <mods>",
        "<people> and i met|talked|spoke|chatted|walked <mods>",
        "catching up with <people>",
        "sat|stood next to|with <people>",
        "got to know <people>",
        "walked|lunched|dined|cooked|worked|brunched|co-worked with <people>",
        "hung out with <people>",
        "got together with <people>",
        "made the acquaintance of <people>",
        "went|gone|been [along] to <gathering>",
        "attended|joined|visited <gathering>",
        "was|were at <gathering>",
        "at <gathering> : met <people>",
        "<gathering> : met <people>",
        "puppy play date <mods>",
        "play date <mods>",
    ),
    "encounter in_person mutual hello": (
        "[just|only] said hello|hi|hey|goodbye to <people>",
        "[quick|brief|a] [quick|brief] hello|hi to|with <people>",
        "waved at|to <people>",
        "shook hands with <people>",
        "swapped|exchanged [business] cards with <people>",
        "met <n> [new] people|others|strangers",
    ),
    "encounter in_person mutual shallow": (
        "small talk with <people>",
        "[just] [a] courtesy visit with|to <people>",
    ),
    "encounter phone mutual shallow": ("[just] [a] courtesy call with|to <people>",),
    "encounter in_person mutual lost": (
        "reconnected with <people>",
        "got back in touch with <people>",
        "[was] back in touch with <people>",
        "met <people> again after [all] [these] years",
        "ran into [my] [an] old friend <people>",
    ),
    "encounter phone mutual": (
        "phoned|called|rang <people>",
        "[had] [{a}] * phone|telephone call|chat <mods>",
        "[had] [{a}] * phone with <people>",
        "[had] [{a}] * call <mods>",
        "had [{a}] * follow-up|followup call <mods>",
        "[was] on the phone with|to <people>",
        "<people> phoned|called|rang [me] [back]",
        "spoke|talked on the phone with|to <people>",
    ),
    "encounter video mutual": (
        "[had] [{a}] * video|zoom|teams|skype|facetime|meet|virtual [call|chat|meeting|coffee|lunch] <mods>",
        (
            "[had] [{a}] * call|chat|meeting|coffee|talk on|over|via "
            "zoom|teams|skype|facetime|video with <people>"
        ),
        "zoomed|video-called|facetimed|skyped [with] <people>",
        "video call with <people>",
    ),
    "encounter email outbound": (
        "e-mailed|emailed|mailed|wrote <people>",
        "wrote [{a}] * [{mail}|note|line] to <people>",
        "wrote <people> [{a}] * {mail}|note|line",
        "sent [{a}] * {mail}|note|line|reply to <people>",
        "sent <people> [{a}] * {mail}|line|reply",
        "replied|answered to <people>",
        "wrote back to <people>",
        "{mail} to <people>",
        "dropped <people> [{a}] * line|note",
        "followed up with <people>",
        "followed up by {mail} with <people>",
    ),
    "encounter email inbound": (
        "<people> replied|answered [to] [me|us] [back] [my {mail}] $",
        "<people> replied|answered [to] my {mail}|note|letter",
        "<people> replied|answered [to] [me|us] by|via {mail}",
        "<people> replied|answered with",
        "<people> e-mailed|emailed|mailed [me|us] [back]",
        "<people> wrote [to] me|us [back]",
        "<people> wrote back [to] [me|us]",
        "<people> got back to me",
        "got|received|had [{a}] * reply|answer|{mail}|response from <people>",
        "reply|answer|{mail}|response from <people>",
        "heard [back] from <people>",
    ),
    "encounter email mutual": (
        "exchanged|swapped|traded [{a}] * [few|couple] [of] * {mails} with <people>",
        "<people> and i exchanged|swapped|traded * {mails}",
        "[{a}] * {mail} exchange|thread <mods>",
        "[{a}] * exchange of {mails} with <people>",
        "long {mails} with <people>",
    ),
    "encounter message outbound": (
        "messaged|texted|whatsapped|dmed|dm'd|pinged <people>",
        "sent <people> [{a}] * [linkedin|whatsapp|voice|text|slack|instagram|private] {text}|request",
        "sent [{a}] * [linkedin|whatsapp|voice|text|slack|instagram|private] {text}|request to <people>",
        "[{a}] [linkedin|whatsapp|voice|text|slack] message|text|dm to <people>",
        "connected with <people> on linkedin",
        "wrote [to] <people> on linkedin|whatsapp|slack|instagram|signal|telegram",
        "left <people> [{a}] message|voicemail|voice-message",
        "left [{a}] message|voicemail for <people>",
    ),
    "encounter message inbound": (
        "<people> messaged|texted|whatsapped|dmed|dm'd|pinged [me|us] [back]",
        "[got] [{a}] * [linkedin|whatsapp|text|voice] message|text|dm from <people>",
        "<people> sent me [{a}] * [linkedin|whatsapp|text|voice] message|text|dm|voicemail",
        "<people> wrote [to] [me] on linkedin|whatsapp|slack|instagram|signal|telegram",
        "<people> replied|answered on linkedin|whatsapp|slack|instagram|signal|telegram",
    ),
    "encounter message mutual": (
        "exchanged|swapped|traded [{a}] * [few] [linkedin|whatsapp|text] messages|texts|dms with <people>",
        "chatted with <people> on|over linkedin|whatsapp|slack|signal|telegram",
        "messages with <people>",
    ),
}
