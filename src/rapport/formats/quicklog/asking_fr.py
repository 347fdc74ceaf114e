"""French sentences for asks, answers, introductions and pitches, in the notation of `pattern`."""

from rapport.formats.quicklog.lexicon import Phrases

ASKING: Phrases = {
    # asking for introductions
    "asked": (
        "demande a <people> {too} [{a}] {intro} [avec|a|aupres|vers|pour|chez [de|d'] <what>]",
        "demande [{a}] {intro} a <people> [avec|aupres|vers|pour|chez [de|d'] <what>]",
        "demande a <people> {too} de me|m' presenter|introduire|recommander [a|aupres] [<what>]",
        "demande a <people> {too} de me|m' mettre en relation|contact [avec <what>]",
        "demande a <people> {too} si elle|elles|il|ils {knew} <what>",
        "demande a <people> {too} s' il|ils {knew} <what>",
        "demande a <people> {too} qui je devrais|pourrais|devais rencontrer",
        "demande a <people> {too} [{a}] mise~ en relation|contact [avec <what>]",
        "demande [{a}] mise~ en relation|contact a <people> [avec <what>]",
        "sollicite <people> pour [{a}] {intro} [avec|aupres|a [de] <what>]",
        "lui|leur ai demande [{a}] {intro} [avec|a|aupres|vers [de] <what>]",
    ),
    "answer knows_no_one": (
        "<people> [:] ne connait|connaissent [malheureusement] personne|aucun|aucune",
        "<people> [:] [dit|disent] ne connaitre personne",
        "<people> [:] connait|connaissent personne",
        "<people> [:] ne voit|voient personne|pas [qui]",
        "<people> [:] n' a|ont personne [en tete]",
        "<people> [:] dit [qu'|que] {he} ne connait personne",
        "<people> [a|ont] dit|disent qu' {he} ne connait|connaissait|voit|voyait personne",
    ),
    "answer thinking": (
        "<people> [:] va|vont y reflechir|penser",
        "<people> [:] va|vont reflechir|reflechit",
        "<people> [:] y reflechit|reflechissent|pense",
        "<people> [:] reflechit|reflechissent",
        "<people> [:] va|vont voir $",
        "<people> [:] va|vont me|m' recontacter|redire|rappeler|repondre",
        "<people> [:] me|m' redit|recontacte|redira|recontactera",
        "<people> [:] va|vont demander [autour]",
        "<people> veut|veulent y reflechir",
        "<people> [a|ont] dit|disent qu' {he} va|vont|allait [y] reflechir|penser|demander",
        "<people> [a|ont] dit|disent qu' {he} y reflechit|reflechira|reflechirait|pense|pensera",
        "<people> [a|ont] dit|disent qu' {he} va|vont|allait me|m' recontacter|redire|rappeler|repondre",
        "<people> [:] laisse-moi y reflechir",
        "<people> [:] je te redis",
    ),
    "answer silent": (
        "<people> n' a|ont jamais|pas|rien|toujours [pas] repondu [a] [ma] [demande]",
        "<people> ne m' a|ont jamais|pas repondu",
        "<people> m' a|ont jamais|pas repondu",
        "<people> a|ont pas|jamais repondu",
        "<people> [:] pas de reponse|nouvelles|nouvelle",
        "<people> [:] aucune reponse|nouvelle",
        "<people> [:] silence [radio]",
        "<people> ne repond|repondent pas|plus",
        "[toujours] pas de reponse|nouvelles|nouvelle de|d' <people>",
        "[toujours] aucune reponse|nouvelle de|d' <people>",
        "silence [radio] de|d' <people>",
        "sans reponse|nouvelles de|d' <people>",
    ),
    "answer declined": (
        "<people> [:] a|ont dit non $",
        "<people> [:] [m'] a|ont refuse [poliment] $",
        "<people> [:] a|ont decline",
        "<people> [:] ne veut|veulent|peut|peuvent pas [m'] [aider] $",
        "<people> [:] prefere|preferent ne pas",
        "<people> [:] non $",
    ),
    "answer introduced": (
        "<people> a|ont repondu a ma demande [:|et|en] [{he}] m' a|ont presente~ a|aupres [de] <to:people>",
        "<people> a repondu a ma demande [:] presente~ a <to:people>",
        "<people> a dit oui [:|et|,] m' a presente~ a <to:people>",
    ),
    "introduced theirs": (
        "<people> m'|nous a|ont presente~|introduit|introduite|recommande~ a|aupres [de|d'] <to:people>",
        (
            "<people> m'|nous a|ont mis|mise|mises en relation|contact [par|via|sur {mail}|{net}] "
            "avec <to:people>"
        ),
        "<people> m'|nous a|ont fait rencontrer <to:people>",
        "<people> m'|nous a|ont presente~ [a] son|sa|leur|un|une * {kin} <to:people>",
        "<people> m'|nous a|ont presente <to:people>",
        "[ete] presente~ a <to:people> par <people>",
        "[ete] mis|mise en relation|contact avec <to:people> par <people>",
    ),
    "introduced mine": (
        "presente~ <people> a <to:people>",
        "presente~ <people>",
        "mis|mise <people> en relation|contact avec <to:people>",
        "mis|mise en relation|contact <people> avec|et <to:people>",
        "mis|mise en relation|contact <people>",
        "mis|mise <people> en relation|contact",
    ),
    # pitches
    "pitch sent": (
        "pitche~ <orgs>",
        "pitche~ <person> chez|de|d' <org>",
        "pitche~ un|une|mon|ma|mes|notre|nos <thing> a|au|aux|chez <org>",
        "envoye~ [{a}] * pitch|proposition|candidature a <person> chez|de|d' <org>",
        "envoye~ [{a}] * pitch|proposition|candidature a|au|aux <org>",
        "envoye~ {sample} a|chez <org:firm>",
        "envoye~ a <org:firm> {sample}",
        "envoye~ {sample} a <person> chez|de|d' <org>",
        "propose~ <thing> a <korg>",
        "[{a}] pitch|proposition envoye~|partie|parti|a|pour [a] <org>",
        "<org> : pitch|proposition envoye~|parti|partie",
        "<org> : pitche~|envoye~",
        "propose mes|mon services|service|travail|textes a|chez <org>",
        "demarche~ <org>",
    ),
    "pitch dream": (
        "ajoute~ <orgs> a ma|la liste [de] [reves|reve|clients]",
        "mis <org> sur ma liste [de] [reves|reve]",
        "client~ de reve : <orgs>",
        "<org> : reve",
        "<org> est un client de reve",
    ),
    "pitch draft": (
        "redige~|prepare~|commence~|ecrit [{a}] * pitch|proposition pour <org>",
        "brouillon [de|du] [pitch|proposition] pour <org>",
        "<org> : brouillon|redige~ [pret]",
    ),
    "pitch followed_up": (
        "relance~ <korg>",
        "relance~ [mon|le|ma|la] pitch|proposition aupres|chez|a|pour [de|d'] <org>",
        "relance~ <org> pour|sur|au mon|le|ma|la|sujet pitch|proposition",
        "<org> : relance~ [envoyee]",
    ),
    "pitch answered": (
        "<korg> a|ont repondu [a] [mon|ma] [pitch|proposition|{mail}]",
        "<korg> m' a|ont repondu|ecrit|recontacte~",
        "<org> a repondu a mon|ma pitch|proposition",
        "<org> : reponse|repondu [recue]",
        "<org> : a repondu",
        "reponse de|d' <korg>",
    ),
    "pitch call": (
        (
            "<org> : [{a}] * appel|rendez-vous|rdv|entretien|visio|reunion [est] "
            "[prevu~|programme~|cale~|fixe~|pris|prise|planifie~|reserve~] [pour] [<due:date>]"
        ),
        (
            "appel|rendez-vous|rdv|entretien|visio prevu~|programme~|cale~|fixe~|pris avec|chez "
            "<korg> [pour] [<due:date>]"
        ),
        (
            "pris|cale|fixe|programme|prevu [{a}] appel|rendez-vous|rdv|entretien|visio avec|chez "
            "<korg> [pour] [<due:date>]"
        ),
        "<korg> veut|propose [{a}] appel|rendez-vous|rdv|visio [pour] [<due:date>]",
        "<korg> m'|nous a|ont propose [{a}] appel|rendez-vous|rdv|entretien|visio [pour] [<due:date>]",
        "[{a}] * appel|entretien|visio avec <korg>",
    ),
    "pitch won": (
        "gagne <org>",
        "decroche <org>",
        "<korg> a|ont dit oui",
        "<org> a|ont signe|accepte",
        "<org> : gagne|oui|signe|accepte",
        "signe [un contrat] avec <org>",
        "<org> est devenu [un] client",
        "[mon|ma|le|la] pitch|proposition a|au|aux|chez <org> a ete accepte~|retenu~",
    ),
    "pitch lost": (
        "perdu <org>",
        "<korg> a|ont dit non",
        "<korg> [m'] a|ont refuse|decline [mon|ma] [pitch|proposition]",
        "<org> a|ont refuse|decline|rejete mon|ma pitch|proposition",
        "<org> : perdu|non|refus|refuse",
        "<org> : a dit non",
        "refus de|d' <org>",
        "[mon|ma|le|la] pitch|proposition a|au|aux|chez <org> a ete refuse~|rejete~|decline~",
    ),
    "pitch parked": (
        "mis|mise <org> de cote",
        "mis|mise <org> en pause|attente",
        "mis|mise de cote <org>",
        "<org> : en pause|attente",
        "<org> : de cote",
        "<org> en pause $",
        "laisse tomber <org>",
    ),
}
