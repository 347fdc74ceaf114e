"""English sentences for help, next steps, feelings, plans and facts, in the notation of `pattern`."""

from rapport.formats.quicklog.lexicon import Phrases

GIVING: Phrases = {
    # promises, help, needs, offers
    "promise mine": (
        "promised [to send|give|show|lend] <people> [that|to|:] <what>",
        "promised to <what>",
        "promised [to send|give|show|lend] <what:thing> to <people>",
        "i'll|will send|give|show|lend|introduce|help|mail|forward <people> <what>",
        "i owe <people> <what>",
        "owe <people> <what>",
    ),
    "promise theirs": (
        "<people> promised|owes|owe [to send|give|show|lend] me|us [to|that] <what>",
        "<people> promised to <what>",
        "<people> will|'ll send|give|show|lend|forward|mail me <what>",
    ),
    "help mine": (
        "helped <people> [with|to|by|on|in|:] <what>",
        "helped <people> $",
        "sent|gave|lent|showed|forwarded|offered|brought|recommended|proofread|edited <people> <what>",
        "sent|gave|lent|showed|forwarded|recommended|brought <thing> to <people>",
        "reviewed|proofread|edited|checked|fixed|translated <thing> for <people>",
        "kept my promise to <people> [:|,] [<what>]",
        "<people> got <thing> from me",
    ),
    "help theirs": (
        "<people> helped|supported me|us [with|to|by|on|:] [<what>]",
        "<people> gave|sent|lent|showed|forwarded|recommended|brought me|us <what>",
        "<people> reviewed|proofread|edited|checked|fixed|translated my <what>",
        "<people> kept [his|her|their] promise [:] [<what>]",
        "got <thing> from <people>",
    ),
    "need theirs": (
        "<people> needs|need|seeks|wants <what>",
        "<people> [{'s}] looking for <what>",
        "<people> [{'s}] searching for <what>",
        "<people> [{'s}] after <what>",
        "<people> could use|do with <what>",
        "needs|seeks <what>",
        "[{is}] looking for <what>",
    ),
    "need mine": (
        "i need|seek <what>",
        "i'm|we're looking|searching for <what>",
        "i am looking|searching for <what>",
        "i could use <what>",
    ),
    "offer theirs": (
        "<people> offers|offer <what>",
        "<people> can help [me|us|people|others] with <what>",
        "<people> can offer|teach|give <what>",
        "<people> {is} [very|really] good at <what>",
        "<people> {is} happy to help with <what>",
        "offers <what>",
        "can help with|on <what>",
    ),
    "offer mine": (
        "i offer <what>",
        "i can offer|teach|help|give [with] <what>",
        "i {is} good at <what>",
    ),
    # next steps
    "follow": (
        (
            "[to|need to|must|remember to] (follow up | follow-up | followup) [with <people>] "
            "about|on|regarding|re|: <what>"
        ),
        "[to|need to|must|remember to] (follow up | follow-up | followup) [with <people>]",
        "get back to <people> [<when:date>] [about|on <what>]",
        "remind me [to|of|about] <what>",
        "next step : <what>",
        "to do|todo : <what>",
    ),
    "follow call": (
        "call|phone|ring <people> [back] [again] <when:date> [about|on <what>]",
        "call booked|scheduled|planned with <people> [for|on] <when:date>",
        "booked|scheduled|planned [{a}] call with <people> [for|on] <when:date>",
    ),
    "follow write": (
        (
            "e-mail|email|write|text|message|ping|mail [to] <people> [back] [again] <when:date> "
            "[about|on <what>]"
        ),
    ),
    "follow meet": (
        "meet|see <people> [again] <when:date>",
        "coffee|lunch|drinks planned|booked|scheduled with <people> [for|on] <when:date>",
    ),
    # how it feels
    "feel energy": (
        "energy [level] [:|=|is|was|at] <level>",
        "<level> energy $",
    ),
    "feel pressure": (
        "pressure|stress [level] [:|=|is|was|at] <level>",
        "<level> pressure|stress $",
    ),
    # opportunities, plans, facts
    "opened": (
        "[{a}] [new] opportunity [at|during <gathering>] [from|via|through|with <people>] : <what>",
        "[{a}] [new] opportunity [from|via|through|with <people>] [at|during <gathering>] : <what>",
        "[{a}] [new] opportunity to|in|for <what>",
        "opportunity <what>",
        "<people> offered me|us <what>",
        "<people> asked me to write|speak|teach|give|join|contribute <what>",
    ),
    "plan": (
        "going [along] to <gathering>",
        "i'm|we're going [along] to <gathering>",
        "will|i'll|we'll go|be [along] to|at <gathering>",
        "signed|signing up for|to <gathering>",
        "registered|registering for <gathering>",
        "rsvped|rsvp'd|rsvp [yes] [to|for] <gathering>",
        "got [{a}] ticket|tickets for|to <gathering>",
        "booked|planning [to go] [to] <gathering>",
        "attending <gathering>",
        "<by:person> invited me [along] to <gathering>",
        "invited [along] to <gathering> [by <by:person>]",
        "plan|planning to go|attend [to] <gathering>",
    ),
    "correct amend gathering": (
        "<named:kgathering> <end:here> {is}|starts|started|begins|began at <clock>",
        "<named:kgathering> <end:here> has|had|counts|counted [about|around|roughly] <n> people|guests|women",
    ),
    "fact email": (
        "<people> 's e-mail|email|mail [address] {is}|: <what:address>",
        "e-mail|email|mail [address] of <people> {is}|: <what:address>",
        "got <people> 's e-mail|email|mail|address : <what:address>",
    ),
    "fact phone": (
        "<people> 's phone|mobile|cell|telephone [number] {is}|: <what:phone>",
        "<people> 's number {is}|: <what:phone>",
        "got <people> 's number|phone|mobile : <what:phone>",
        "phone|mobile|telephone [number] of <people> {is}|: <what:phone>",
    ),
    "fact close": (
        "<people> {is} [one of] [a|an|my] [very] close|best|good|dear|old friend|friends [of mine]",
        "<people> and i are close [friends]",
        "i {is} close to <people>",
        "i know <people> very|really well",
        "<people> {is} close [to me] $",
    ),
    "fact not_close": (
        "<people> {is} [just|only | more of] [an|a] [mere|distant|loose|vague] acquaintance|acquaintances",
        "[i] hardly|barely know <people>",
        "<people> {is} not [a] close [friend|friends]",
        "<people> isn't|aren't [a] close [friend|friends]",
        "i don't know <people> well",
    ),
    "fact known": (
        "i know <people> [well|already] [from|since|through <what>]",
        "i've known <people> [for|since|from <what>]",
        "i have known <people> [for|since|from <what>]",
        "[already] know|knew <people> [well|already] [from|since <what>]",
    ),
    "fact city": (
        "<people> lives|live|living in|near <what>",
        "<people> {is} [based] in|from <what>",
        "<people> moved|moves to <what>",
        "lives in|near <what>",
    ),
    "fact organisation": (
        "<people> works|work|working at|for|with <what:place> [as|, [a|an] <role:what>]",
        "<people> {is} [working] at <what:place>",
        "<people> {is} [the|a|an] <role:thing> at|of <what:place>",
        "<people> runs|founded|co-founded|leads|owns|heads <what:place>",
        "works at|for <what:place> [as <role:what>]",
    ),
    "fact role": (
        "<people> {is} a|an|the <what>",
        "<people> works|work as <what>",
    ),
    "fact far": (
        "<people> {is} too far [away] [to meet | for a coffee]",
        "<people> lives|live too far [away] [to meet | for a coffee]",
        "<people> {is} out of reach",
        "<people> lives|live far [away]",
        "<people> {is} [very] far [away]",
    ),
    "fact near": (
        "<people> lives|live nearby|near|around [me|here|us | the corner]",
        "<people> {is} nearby",
        "<people> {is} within reach",
    ),
}
