"""French sentences for encounters, in the notation of `pattern`; the sets all French patterns share."""

from rapport.formats.quicklog.lexicon import Phrases

SETS = {
    "noun": (
        ""
        "cafe|cafes|dejeuner|dejeuners|diner|brunch|verre|verres|biere|bieres|the|balade|promenade|rando|footing|"
        ""
        "marche|pique-nique|glace|pizza|cotravail|coworking|co-working|discussion|conversation|causette|echange|"
        ""
        "rencontre|entretien|rendez-vous|rdv|apero|petit-dejeuner|petit-dej|dej|gouter|papotage|reunion|entrevue"
    ),
    "mail": "e-mail|email|mail|courriel|lettre|mel",
    "mails": "e-mails|emails|mails|courriels|lettres|mail",
    "text": "message|texto|sms|whatsapp|mp|dm",
    "a": "un|une|le|la|l'|mon|ma|notre|des|quelques|du|de|d'|cet|ce|autre",
    "intro": "introduction|introductions|intro|intros|presentation|recommandation|contact|contacts",
    "mem": "memorable|memorables|marquant|marquante|marquants|marquantes|inoubliable|inoubliables",
    "net": "linkedin|whatsapp|slack|instagram|signal|telegram",
    "he": "il|elle|ils|elles|on",
    "fine": (
        "bon|bonne|bel|belle|beau|super|chouette|agreable|passionnant|passionnante|chaleureux|chaleureuse|"
        "excellent|excellente|riche|interessant|interessante"
    ),
    "sample": "mon|ma|mes|notre|nos [nouveau|nouvelle|dernier] * portfolio|book|dossier|manuscrit|demo",
    "talk": "discussion|conversation|echange|causette",
    "kin": "ami~|voisin~|collegue~|associe~|client~|soeur|frere|cousin~|compagne|compagnon|mari|femme",
    "off": "annule~|reporte~|repousse~|decale~|deplace~",
    "was": "est|a|ont|avait|ete",
    "knew": "connaissait|connaissaient|connait|connaissent",
    "too": "[et a <also:people>]",
    "app": "visio|video|zoom|teams|skype|facetime|meet",
}

MEETING: Phrases = {
    # encounters
    "encounter in_person mutual": (
        "<gathering:kgathering> avec <people>",
        "<gathering:kgathering> <mods>",
        "pris|bu|partage|eu|fait [{a}] * {noun} [ensemble] <mods>",
        "[{a}] * {noun} <mods>",
        "petit dejeuner|dej <mods>",
        "prendre [{a}] * {noun} <mods>",
        "rencontre~ <people>",
        "rencontre~ avec <people>",
        "fait la connaissance de|d' <people>",
        "vu|vue|croise~|recroise~|revu|revue|retrouve~ <people>",
        "rencontre <count:n> [nouvelles|autres] personnes|femmes|gens [a|au|aux|chez <gathering>] : <people>",
        "tombe~ sur <people>",
        "discute|parle|bavarde|papote|cause|echange avec|a <people>",
        "dejeune|dine|brunche|marche|travaille|cotravaille|mange|petit-dejeune avec <people>",
        "passe [du|un] [bon|beau|long] temps|moment avec <people>",
        "passe <minutes> avec <people>",
        "<minutes> a|au|aux|chez <gathering> avec <people>",
        "passe [{a}|la|l'] journee|soiree|matinee|apres-midi avec <people>",
        "alle~|retourne~|passe~ [faire un tour] a|au|aux|chez <gathering>",
        "alle~|passe~ voir <people>",
        "participe|assiste a|au|aux <gathering>",
        "etais|etait a|au|aux <gathering>",
        "a|au|aux <gathering> : rencontre~|vu|croise~ <people>",
        "<gathering> : rencontre~|vu|croise~|discute [avec] <people>",
        "<people> et moi avons pris|partage|fait [{a}] * {noun} <mods>",
        "<people> et moi avons dejeune|dine|discute|marche <mods>",
        "assis|assise a cote de|d' <people>",
    ),
    "encounter in_person mutual hello": (
        "[juste] dit bonjour|salut|coucou a <people>",
        "[juste] salue~ <people>",
        "[un] [simple|petit|rapide] bonjour|salut|coucou [rapide] a|avec <people>",
        "serre la main de|a|d' <people>",
        "echange [nos|des] cartes [de visite] avec <people>",
        "rencontre <n> personnes|inconnus|inconnues",
    ),
    "encounter in_person mutual shallow": (
        "[simple|petite|une] visite de courtoisie [a|chez] <people>",
        "echange de courtoisie avec <people>",
        "[simple|petit] echange de banalites avec <people>",
    ),
    "encounter in_person mutual lost": (
        "repris contact avec <people>",
        "renoue avec <people>",
        "retrouve~ <people> apres <n> ans",
    ),
    "encounter phone mutual": (
        "telephone a <people>",
        "appele~ <people>",
        "eu <people> au telephone|tel",
        "[{a}] * appel|coup [telephonique|de] [fil|telephone] <mods>",
        "[passe|eu] [{a}] * appel|coup [telephonique|de] [fil|telephone] [a|avec|de|d'] <people>",
        "[{a}] * telephone avec <people>",
        "parle|discute au telephone avec <people>",
        "<people> m' a appele~|telephone|rappele~",
        "<people> a appele|telephone|rappele",
        "[eu] [{a}] * {noun} telephonique <mods>",
    ),
    "encounter video mutual": (
        "[fait|eu] [{a}] * {app} <mods>",
        "[fait|eu] [{a}] * appel|{noun} {app} <mods>",
        "[fait|eu] [{a}] * appel|{noun} en|par|sur|via {app} avec <people>",
        "parle|discute|echange en|par|sur|via {app} avec <people>",
        "visioconference avec <people>",
    ),
    "encounter email outbound": (
        "ecrit [{a}] * [{mail}|mot] a <people>",
        "ecrit a <people>",
        "envoye~ [{a}] * {mail}|mot a <people>",
        "repondu a <people>",
        "[{a}] * {mail} a <people>",
        "relance~ <people> $",
        "relance~ <people> par {mail}",
        "lui|leur ai ecrit|repondu [un] [{mail}|mot]",
    ),
    "encounter email inbound": (
        "<people> a|ont repondu [a] [mon|ma] [{mail}] $",
        "<people> a|ont repondu par {mail}",
        "<people> a|ont repondu [a] mon|ma|mes {mail}|{mails}",
        "<people> m' a|ont repondu|ecrit|recontactee|recontacte [par] [{mail}]",
        "<people> a|ont ecrit",
        "<people> m' a|ont envoye un|une {mail}",
        "recu [{a}] * reponse|{mail}|nouvelles de|d' <people>",
        "[{a}] * reponse|{mail} [recu|recue] de|d' <people>",
        "<people> : reponse recue",
    ),
    "encounter email mutual": (
        "echange [{a}] * {mails} avec <people>",
        "echange [{a}] * [de|d'] {mails} avec <people>",
        "[{a}] * echange~ de|d'|par {mails} avec <people>",
        "[longue|bonne] correspondance avec <people>",
        "<people> et moi avons echange [des] {mails}",
    ),
    "encounter message outbound": (
        "envoye~ [{a}] * {text} [{net}|vocal|prive] a <people>",
        "envoye~ [{a}] * {text} sur {net} a <people>",
        "[{a}] * {text} [{net}|vocal|prive] a <people>",
        "[{a}] * {text} sur {net} a <people>",
        "ecrit a <people> sur {net}",
        "laisse [{a}] * message [vocal] a <people>",
        "textote <people>",
        "ajoute~|contacte~ <people> sur {net}",
    ),
    "encounter message inbound": (
        "recu [{a}] * {text} [{net}|vocal|prive] de|d' <people>",
        "{text} [{net}|vocal] de|d' <people>",
        "<people> m' a|ont envoye [{a}] * {text}",
        "<people> m' a|ont ecrit|repondu|contactee|contacte sur {net}",
        "<people> a|ont repondu sur {net}",
    ),
    "encounter message mutual": (
        "echange [{a}] * messages|textos|sms [{net}] avec <people>",
        "[{a}] * echange~ de messages|textos|sms [{net}] avec <people>",
        "discute|echange|bavarde avec <people> sur {net}",
    ),
}
