"""English sentences for asks, answers, introductions and pitches, in the notation of `pattern`."""

from rapport.formats.quicklog.lexicon import Phrases

ASKING: Phrases = {
    # asking for introductions
    "asked": (
        (
            "asked|pinged|begged|e-mailed|emailed|messaged|texted|wrote <people> for [{a}] [warm] "
            "{intro} [to|with <what>]"
        ),
        "asked|pinged <people> to introduce me [to <what>]",
        "asked <people> for [{a}] [new] contacts|contact|names|connections [at|in|to <what>]",
        "asked <people> who|whom|whether|if [they|he|she] [could|can|might] [know|knows] <what>",
        "asked <people> who|whom i should meet",
        "asked for [{a}] {intro} from <people>",
        "[an] {intro} request to <people> [: <what>]",
        "requested [{a}] {intro} to <what>",
    ),
    "correct amend ask": (
        "[the|my] <ref:here> ask|request to|of <people> <end:here> {is} about|for|concerning <about:what>",
    ),
    "answer knows_no_one": (
        "<people> [:] [{they}] [says|said|say] [{they}] know|knows no one|no-one|nobody|none",
        "<people> [:] knows|know no-one|nobody",
        (
            "<people> [:] [says|said] [{they}] (doesn't | don't | didn't | does not | do not) "
            "[really] know anyone|anybody [suitable|there|fitting | who|that fits]"
        ),
        "<people> [:] can't|couldn't|cannot think of anyone|anybody",
        "<people> [:] has|have|had (no one | nobody | no-one) [in mind]",
    ),
    "answer thinking": (
        (
            "<people> [:] [says|said] [{they}] will|would|'ll|wants|needs|want|need [to] [have a] "
            "think|reflect [about it | it over | on it | of someone]"
        ),
        "<people> [:] {'s} thinking [about it | it over]",
        "<people> said|says|say {they'll} think|reflect [about it | it over | on it | of someone]",
        "<people> said|says|say {they'll} have a think",
        "<people> said|says|say {they'll} get back [to me|you]",
        "<people> said|says|say {they'll} ask around",
        "<people> [:] [says|said] [:] let me think [about it] [and get back to you]",
        "<people> [:] [says|said] [:] let me get back [to me|you]",
        "<people> [:] [says|said] [{they}] will|would|'ll get back [to me|you]",
        "<people> [:] [says|said] [{they}] will|would|'ll ask around",
        "<people> [:] [says|said] [{they}] will|would|'ll have a think",
        "<people> [:] thinking [about it | it over] $",
        "<people> promised to think [about it]",
    ),
    "answer silent": (
        (
            "<people> (never | hasn't | didn't | haven't | did not | has not | have not) "
            "answered|replied|answer|reply|responded|respond [back] [to] [me] [my] [ask|{mail}] "
            "[yet]"
        ),
        "<people> [:] no answer|reply|response [yet] $",
        "<people> [:] silent|silence [so far]",
        "no answer|reply|news|word|response [yet] from <people> [yet]",
        "silence|nothing from <people> [yet]",
        "heard nothing [back] from <people>",
        "never|haven't heard [back] from <people> [yet]",
        "<people> (never | hasn't | haven't | has not | have not) got|gotten back [to] [me] [yet]",
        "<people> didn't get back [to] [me]",
        "<people> stayed|remained silent",
    ),
    "answer declined": (
        "<people> [:] said no|nope [thanks|sorry] $",
        "<people> [:] declined|refused [to help|politely] $",
        "<people> [:] turned me down",
        "<people> [:] would rather not",
        "<people> [:] can't|cannot|couldn't help [me] $",
    ),
    "answer introduced": (
        (
            "<people> answered|replied|responded [to] my ask|request|question [:|and|by] [{they}] "
            "introduced|introducing me to <to:people>"
        ),
        "<people> said yes [:|and|,] introduced me to <to:people>",
    ),
    "introduced theirs": (
        "<people> introduced|connected|presented me|us [{over}] to|with <to:people>",
        "<people> put me|us in touch|contact [{over}] with <to:people>",
        "<people> introduced me|us [{over}] to [his|her|their|a|an] * {kin} <to:people>",
        "<people> made|sent the|an {intro} to <to:people>",
        "[was|got|been] introduced to <to:people> by <people>",
        "{intro} to <to:people> by|from|through|via <people>",
        "<people> : {intro} to <to:people>",
    ),
    "introduced mine": (
        "introduced|connected <people> to|with|and <to:people>",
        "introduced|connected <people>",
        "put <people> in touch|contact with <to:people>",
        "put <people> in touch|contact",
        "made [{a}] {intro} between <people>",
    ),
    # pitches
    "pitch sent": (
        "pitched <orgs>",
        "pitched <person> at|from|of <org>",
        "pitched <thing> to <org>",
        "pitched to <org>",
        "sent [{a}] * pitch|proposal to <person> at|from|of <org>",
        "sent [{a}] * pitch|proposal to <org>",
        "sent <org> [{a}] * pitch|proposal",
        "sent <org:firm> {sample}",
        "sent {sample} to <org:firm>",
        "sent {sample} to <person> at|from|of <org>",
        "[{a}] pitch|proposal [sent] to <org>",
        "<org> : pitched|sent|pitch [sent]",
    ),
    "pitch dream": (
        "added|put <orgs> to|on|onto my|the dream list|clients",
        "dream client|clients : <orgs>",
        "dream client <org>",
        "<org> : dream [client]",
        "<org> {is} a|my dream client",
    ),
    "pitch draft": (
        "drafted|started|prepared|wrote [{a}] pitch|proposal for|to <org>",
        "drafting|preparing [{a}] pitch|proposal for|to <org>",
        "[{a}] pitch|proposal draft for <org>",
        "draft pitch for <org>",
        "<org> : draft|drafted [pitch] [ready]",
    ),
    "pitch followed_up": (
        "followed up [on] [with] [my|the|a] pitch|proposal to|with|for|at <org>",
        "followed up with <korg>",
        "followed up on my pitch with <org>",
        "nudged|reminded|chased <korg>",
        "reminded <org> of|about my pitch|proposal",
        "<org> : followed up",
        "<org> : reminder|follow-up sent",
    ),
    "pitch answered": (
        "<korg> answered|replied|responded [to] [me] [my] [pitch|{mail}]",
        "<korg> wrote|got back [to] [me]",
        "<org> answered|replied|responded [to] my pitch|proposal",
        "<org> : answered|replied|answer|reply",
        "answer|reply from <korg>",
    ),
    "pitch call": (
        (
            "<org> : [{a}] * call|meeting|interview [is] "
            "[booked|scheduled|set|planned|arranged|held] [for|on] [<due:date>]"
        ),
        "<korg> wants|booked|scheduled|agreed [to] [{a}] * call|meeting [for|on] [<due:date>]",
        "call|meeting booked|scheduled|planned|arranged|set with <korg> [for|on] [<due:date>]",
        "booked|scheduled|arranged|planned [{a}] * call|meeting with <korg> [for|on] [<due:date>]",
        "[had] [{a}] * call|zoom|meeting with <korg>",
        "my|the pitch to <org> led to a call [on|for] [<due:date>]",
    ),
    "pitch won": (
        "won <org>",
        "<org> said yes $",
        "<org> signed|hired|accepted|commissioned [me] $",
        "<org> became a client",
        "[my|the|our] pitch|proposal to <org> ({is} | got | has been) accepted",
        "<org> : won|yes|signed|hired",
        "signed [a contract] with <org>",
        "<org> gave me the job|contract|gig",
    ),
    "pitch lost": (
        "lost <org>",
        "<korg> said no|nope",
        "<korg> declined|refused|rejected|passed [me] [my] [pitch]",
        "<korg> turned me down",
        "<org> rejected|declined|refused my pitch|proposal",
        "<org> said no to my pitch|proposal",
        "<org> : lost|no|declined|rejected|refused",
        "<org> : said no",
        "rejection from <org>",
        "[my|the|our] pitch|proposal to <org> ({is} | got | has been) rejected|declined|refused",
        "[my|the|our] pitch|proposal to <org> ({is} | got | has been) turned down",
    ),
    "pitch parked": (
        "parked <org>",
        "parking <org>",
        "put <org> on hold|ice",
        "put <org> aside",
        "<org> : parked|paused",
        "<org> : on hold",
        "let <org> go for now",
    ),
}
