"""French sentences for help, next steps, feelings, plans and facts, in the notation of `pattern`."""

from rapport.formats.quicklog.lexicon import Phrases

GIVING: Phrases = {
    # promises, help, needs, offers
    "promise mine": (
        "promis [d'|de] [envoyer] a <people> [:|de|d'|que] <what>",
        "promis de|d' <what>",
        "promis <what:thing> a <people>",
        "promis <what:thing> a <people> <when:date>",
        "[je] lui|leur ai promis [de|d'] <what>",
        "promis de|d' envoyer|donner|montrer|preter <what:thing> a <people>",
        "dois <what:thing> a <people>",
        "je dois <what:thing> a <people>",
        "vais envoyer|donner|montrer|preter <what:thing> a <people>",
        "[j'] enverrai|donnerai|montrerai|preterai <what:thing> a <people>",
    ),
    "promise theirs": (
        "<people> m' a|ont promis [de|d'] <what>",
        "<people> me doit|doivent <what>",
        "<people> va|vont m' envoyer|donner|montrer|preter <what>",
    ),
    "help mine": (
        "aide~ <people> [a|pour|avec|sur|:] <what>",
        "aide~ <people> $",
        (
            "envoye~|donne~|prete~|montre~|transmis|offert|recommande~ <thing> a <people> [que j' "
            "avais|ai promis]"
        ),
        "envoye~|donne~|prete~|montre~|transmis|offert a <people> <what>",
        "relu|corrige|verifie|traduit <thing> pour|de|d' <people>",
        "lui|leur ai envoye~|donne~|prete~|montre~|transmis <what>",
        "tenu ma promesse [a|envers] <people> [:|,] [<what>]",
        "[donne] [un|mon] retour|avis sur <thing> a <people>",
        "fait|donne un|mon retour|avis a <people> sur <what>",
    ),
    "help theirs": (
        "<people> m'|nous a|ont aide~ [a|avec|pour|sur <what>]",
        "<people> m'|nous a|ont donne|envoye|prete|montre|transmis|offert|recommande <what>",
        "<people> m'|nous a|ont donne|file un coup de main [a|avec|pour|sur <what>]",
        "<people> a|ont relu|corrige|verifie|traduit mon|ma|mes <what>",
        "<people> a|ont tenu sa|leur promesse [:] [<what>]",
    ),
    "need theirs": (
        "<people> a|ont besoin de|d'|du|des <what>",
        "<people> cherche|cherchent|recherche|recherchent <what>",
        "<people> est|sont a la recherche de|d' <what>",
        "<people> aurait|auraient besoin de|d' <what>",
        "cherche|recherche <what>",
        "a besoin de|d' <what>",
    ),
    "need mine": (
        "j' ai besoin de|d' <what>",
        "je cherche|recherche <what>",
        "je suis a la recherche de|d' <what>",
        "nous cherchons <what>",
    ),
    "offer theirs": (
        "<people> propose|proposent|offre|offrent <what>",
        "<people> peut|peuvent [m'|nous] aider [pour|sur|avec|en|a] <what>",
        "<people> est|sont [tres] doue~|bonne|bon|forte|fort en|pour <what>",
        "propose|offre <what>",
        "peut [m'] aider [pour|sur|avec|en|a] <what>",
    ),
    "offer mine": (
        "je propose|offre <what>",
        "je peux [aider] [pour|sur|avec|en|a|offrir|proposer] <what>",
    ),
    # next steps
    "follow": (
        (
            "relancer|recontacter [<people>] [<when:date>] [pour|sur|concernant | au sujet|propos "
            "de|du|d'] [<what>]"
        ),
        "relance|suivi [<people>] <when:date>",
        "[la|le|les] relancer|recontacter",
        "[lui|leur] redire|repondre <when:date>",
        "prochaine etape : <what>",
        "a faire : <what>",
        "me rappeler de|d' <what>",
        "reprendre contact [avec <people>]",
        "donner des nouvelles a <people>",
    ),
    "follow rappeler": (
        "rappeler|appeler|telephoner [a] <people> [<when:date>] [pour|sur <what>]",
        "la|le|les rappeler|appeler [<when:date>] [pour|sur <what>]",
        "[lui|leur] telephoner <when:date>",
        "appel prevu|programme|cale avec <people> [pour] <when:date>",
    ),
    "follow écrire": (
        "ecrire|reecrire a <people> [<when:date>] [pour|sur <what>]",
        "lui|leur ecrire|reecrire [<when:date>] [pour|sur <what>]",
    ),
    "follow revoir": (
        "revoir|voir|retrouver <people> [<when:date>] [pour|sur <what>]",
        "la|le|les revoir [<when:date>] [pour|sur <what>]",
        "{noun} prevu~|cale~|programme~ avec <people> [pour] <when:date>",
    ),
    # how it feels
    "feel energy": (
        "energie [:|=|est|a|de] <level>",
        "<level> energie $",
    ),
    "feel pressure": ("pression|stress [:|=|est|a|de] <level>",),
    # opportunities, plans, facts
    "opened": (
        (
            "[{a}] [nouvelle|belle] piste|occasion|opportunite [a|au|aux|de|du <gathering>] "
            "[grace|via|par|avec [a] <people>] : <what>"
        ),
        (
            "[{a}] [nouvelle|belle] piste|occasion|opportunite [grace|via|par|avec [a] <people>] "
            "[a|au|aux|de|du <gathering>] : <what>"
        ),
        "[{a}] [nouvelle|belle] piste|occasion|opportunite de|d'|pour <what>",
        "<people> m' a|ont propose [d'|de] <what>",
    ),
    "plan": (
        "vais [aller] a|au|aux|chez <gathering>",
        "j' irai a|au|aux <gathering>",
        "irai a|au|aux <gathering>",
        "inscrit|inscrite a|au|aux|pour <gathering>",
        "me suis inscrit|inscrite a|au|aux|pour <gathering>",
        "inscription a|au|aux|pour <gathering>",
        "prevu [d'] [aller] a|au|aux <gathering>",
        "pris [une|ma|mon|un] place|billet pour <gathering>",
        "aller a|au|aux <gathering>",
        "<by:person> m' a invite~ a|au|aux <gathering>",
        "participerai a|au|aux <gathering>",
    ),
    "correct amend ask": (
        "[la|ma] <ref:here> demande a <people> <end:here> portait sur <about:what>",
        "[la|ma] <ref:here> demande a <people> <end:here> concernait <about:what>",
        "[la|ma] <ref:here> demande a <people> <end:here> etait pour <about:what>",
    ),
    "correct amend gathering": (
        "[le|la|l'] <named:kgathering> <end:here> est|commence|debute|commencait a <clock>",
        "[le|la|l'] <named:kgathering> <end:here> a lieu a <clock>",
        "[le|la|l'] <named:kgathering> <end:here> compte|comptait|reunissait [environ] <n> personnes|femmes",
    ),
    "fact email": ("[l'|le|son] adresse|mail|e-mail|email|courriel de|d' <people> est|: <what:address>",),
    "fact phone": ("[le|son] numero|telephone|portable|mobile de|d' <people> est|: <what:phone>",),
    "fact close": (
        (
            "<people> est|sont [un|une|mon|ma|des|mes] [tres] "
            "[bon|bonne|bons|bonnes|grand|grande|vieil|vieille] "
            "ami~|amies|amis|proche~|copine|copain [proche~]"
        ),
        "<people> est|sont [l'] un|une|parmi de mes meilleurs|meilleures|meilleur|meilleure ami~|amies|amis",
        "<people> est|sont mon|ma|mes meilleur|meilleure|meilleurs|meilleures ami~|amies|amis",
        "je connais tres bien <people>",
    ),
    "fact not_close": (
        "<people> est|sont [juste] [un|une] [simple|vague] connaissance~",
        "connais [a] peine|mal|peu <people>",
        "je connais [a] peine|mal|peu <people>",
        "<people> n' est pas [un|une] ami~|proche",
    ),
    "fact known": (
        "je connais [deja|bien] <people> [depuis|de|du|d' <what>]",
        "connais [deja|bien] <people> [depuis|de|du|d' <what>]",
        "<people> je la|le connais deja",
    ),
    "fact city": (
        "<people> habite|habitent|vit|vivent a|en|au|pres [de] <what>",
        "<people> est|sont base~ a|en|au <what>",
        "<people> a demenage a <what>",
        "habite|vit a <what>",
    ),
    "fact from": ("<people> vient|viennent de|d' <what:city>",),
    "fact organisation": (
        "<people> travaille|travaillent|bosse chez|pour|a|au|aux <what:place> [comme|, [un|une] <role:what>]",
        "<people> est|sont [le|la] <role:thing> chez|de <what:place>",
        "<people> dirige|a fonde <what:place>",
        "travaille chez|pour <what:place> [comme <role:what>]",
    ),
    "fact role": (
        "<people> est <what>",
        "<people> travaille comme <what>",
    ),
    "fact far": (
        "<people> est|sont|habite|habitent|vit trop loin [pour] [un|se|nous] [cafe|voir]",
        "<people> est|sont|habite|habitent|vit loin",
        "<people> est|sont hors de portee",
    ),
    "fact near": (
        "<people> habite|habitent|vit|est [tout] pres [d'ici|de] [chez] [moi|nous]",
        "<people> habite|habitent|vit a cote [de] [chez] [moi]",
        "<people> habite|habitent|vit dans le|mon quartier",
    ),
}
