"""French sentences that bin, restore or change what an earlier line said, in the notation of `pattern`."""

from rapport.domain.interactions.interactions import Channel
from rapport.formats.quicklog.correcting import Source, reworded, with_verb
from rapport.formats.quicklog.lexicon import Phrases

_WHEN = "[d'|de|du] [<when:date>] $"

_EXCHANGE = (
    f"[{{a}}] * <ref:here> <exchange> avec|a|de|d' <people> [a|au|aux|chez|pendant <gathering>] {_WHEN}",
    f"[{{a}}] * <ref:here> <exchange> a|au|aux|chez|pendant <gathering> avec <people> {_WHEN}",
    "[{a}] * <ref:here> <exchange> d'|de|du <when:date> avec|a <people> [a|au|aux|chez <gathering>] $",
)
_ABOUT = "[pour|sur|concernant|: <what:thing>]"
_REFERENCES: Phrases = {
    "interaction": _EXCHANGE,
    "ask": (f"[{{a}}] <ref:here> demande [faite] a <people> {_ABOUT} {_WHEN}",),
    "introduction": (
        f"[{{a}}] <ref:here> (presentation|introduction | mise en relation) "
        f"a|de|d'|avec <people> [par|via <by:people>] {_WHEN}",
    ),
    "pitch": (f"[{{a}}] <ref:here> pitch|proposition [a|au|pour|chez] <named> {_WHEN}",),
    "help": (f"[{{a}}] <ref:here> promesse|aide a|de|d'|pour <people> {_ABOUT} {_WHEN}",),
    "need": (f"[{{a}}] <ref:here> besoin de|d' <people> {_ABOUT} {_WHEN}",),
    "offer": (f"[{{a}}] <ref:here> offre de|d' <people> {_ABOUT} {_WHEN}",),
    "follow_up": (
        "[{a}] <ref:here> (relance|rappel|suivi | prochaine etape) a|de|d'|avec|pour <people> "
        f"{_ABOUT} {_WHEN}",
    ),
    "opportunity": (f"[{{a}}] <ref:here> piste|occasion|opportunite [[de|d'|pour|:] <what:thing>] {_WHEN}",),
    "note": (f"[{{a}}] <ref:here> note [sur|: <what:thing>] {_WHEN}",),
    "gathering": (f"[{{a}}] <ref:here> evenement|rencontre <named> {_WHEN}",),
    "person": ("[{a}] <ref:here> personne|contact <named> $",),
}
# "la promesse à Mary : la nouvelle liste": what stands after the colon takes the place of the words kept.
_WORDED: Phrases = {
    "ask": ("demande [faite] a <people>",),
    "help": ("promesse|aide a|de|d'|pour <people>",),
    "need": ("besoin de|d' <people>",),
    "offer": ("offre de|d' <people>",),
    "follow_up": ("(relance|rappel|suivi | prochaine etape) a|de|d'|avec|pour <people>",),
    "opportunity": ("piste|occasion|opportunite [de|d'|pour <what:thing>]",),
    "note": ("note [sur <what:thing>]",),
}
_WHY: Phrases = {  # what the two may have for each other
    "introduction": (
        "(presentation|introduction | mise en relation) a|de|d'|avec|entre <people> [par|via <by:people>]",
    ),
}
_BIN = "oublie|oublier|supprime|supprimer|efface|effacer|retire|retirer|enleve|enlever|jette|jeter"
_SURELY_BIN = "supprime|supprimer|efface|effacer|retire|retirer"  # with a name alone
_RESTORE = "retablis|retablir|restaure|restaurer|ramene|ramener|recupere|recuperer"
_AMEND = "corrige|corriger|change|changer|modifie|modifier|rectifie|rectifier"
_LIVE = (Channel.PHONE, Channel.VIDEO)

SOURCE = Source(
    rules={
        **with_verb("bin", _BIN, _REFERENCES),
        **with_verb("restore", _RESTORE, _REFERENCES),
        "correct bin any": (f"{_SURELY_BIN} [{{a}}] <ref:here> <named> {_WHEN}",),
        "correct bin kept": (
            f"{_BIN} [{{a}}] <ref:here> <named:kept> {_WHEN}",
            f"{_BIN} [{{a}}] <ref:here> <named> [d'|de|du] <when:date> $",
        ),
        "correct restore any": (f"{_RESTORE} [{{a}}] <ref:here> <named> {_WHEN}",),
        "correct amend interaction": tuple(f"{_AMEND} {reference}" for reference in _EXCHANGE),
        "correct amend any": (
            "renomme|renommer [{a}] <ref:here> <named> <end:here> en|comme <name:what> $",
        ),
        **reworded(_AMEND, "[pour|sur|concernant <what:thing>] [de|du|d' <when:date>]", _WORDED),
        **reworded(_AMEND, "[de|du|d' <when:date>]", _WHY),
        "correct takeback": (
            "annule|annuler [ca|cela|tout] $",
            "annule|annuler la derniere [ligne|saisie] $",
        ),
    },
    modifiers={
        "memorable no": ("[juste] [un] [simple|petit] bonjour|salut",),
        "with": ("[et] <people> etait|etaient la [aussi]", "plus <people>"),
        "channel phone": ("[un] appel", "[un] coup de fil"),
        "channel video": ("[une] visio",),
    },
    leads=("c'etait", "c'est", "ca a dure", "en fait", "on s'est vus", "on s'est vues"),
    exchanges={
        **dict.fromkeys(
            (
                "cafe", "cafes", "dejeuner", "diner", "brunch", "verre", "biere", "the", "balade",
                "promenade", "rando", "footing", "marche", "pique-nique", "glace", "pizza", "gouter",
                "apero", "petit-dejeuner", "petit dejeuner", "petit-dej", "dej", "bonjour", "visite",
                "rencontre", "coworking", "co-working", "cotravail",
            ),
            (Channel.IN_PERSON,),
        ),
        **dict.fromkeys(
            ("appel", "coup de fil", "coup de telephone", "appel telephonique", "telephone"), _LIVE
        ),
        **dict.fromkeys(("visio", "zoom", "skype", "appel video", "visioconference"), (Channel.VIDEO,)),
        **dict.fromkeys(
            ("e-mail", "e-mails", "email", "mail", "mails", "courriel", "lettre", "reponse"), (Channel.EMAIL,)
        ),
        **dict.fromkeys(("message", "messages", "texto", "textos", "sms"), (Channel.MESSAGE,)),
        **dict.fromkeys(
            (
                "discussion", "conversation", "causette", "echange", "entretien", "rendez-vous", "rdv",
                "reunion", "entrevue", "entree", "ligne",
            ),
            (),
        ),
    },
)  # fmt: skip
