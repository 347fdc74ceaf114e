"""French words of the quick log, without accents; the sentences are in meeting_fr, asking_fr, giving_fr."""

from rapport.formats.quicklog.asking_fr import ASKING
from rapport.formats.quicklog.details_fr import MODIFIERS
from rapport.formats.quicklog.giving_fr import GIVING
from rapport.formats.quicklog.lexicon import Lexicon
from rapport.formats.quicklog.meeting_fr import MEETING, SETS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
_NUMBERS = _listed(
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf vingt"
)

FRENCH = Lexicon(
    code="fr",
    days={
        "aujourd'hui": 0, "ce matin": 0, "cet apres-midi": 0, "cet aprem": 0, "ce midi": 0, "ce soir": 0,
        "hier": -1, "hier matin": -1, "hier midi": -1, "hier soir": -1, "hier apres-midi": -1,
        "cette nuit": 0,
        "avant-hier": -2, "avant hier": -2, "avant-hier soir": -2, "la veille": -1,
        "demain": 1, "demain matin": 1, "demain midi": 1, "demain soir": 1, "demain apres-midi": 1,
        "apres-demain": 2, "apres demain": 2,
    },
    weekdays={
        **{name: place for place, name in enumerate(_WEEKDAYS)},
        "week-end": 5, "weekend": 5,
    },
    months={
        **{name: place for place, name in enumerate(_MONTHS, 1)},
        "janv": 1, "fev": 2, "fevr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    },
    units={
        "jour": "day", "jours": "day", "semaine": "week", "semaines": "week", "mois": "month",
        "an": "year", "ans": "year", "annee": "year", "annees": "year",
    },
    days_of_weeks={8: 1, 15: 2},
    numbers={
        **{word: value for value, word in enumerate(_NUMBERS)},
        "une": 1, "premier": 1, "vingt et un": 21, "trente": 30, "trente et un": 31, "quarante": 40,
        "cinquante": 50,
        "soixante": 60, "soixante-dix": 70, "quatre-vingts": 80, "quatre-vingt": 80, "quatre-vingt-dix": 90,
        "cent": 100, "une dizaine de": 10, "une dizaine d'": 10, "une douzaine de": 12, "une douzaine d'": 12,
        "une quinzaine de": 15, "une vingtaine de": 20, "une trentaine de": 30, "une quarantaine de": 40,
        "une cinquantaine de": 50, "une soixantaine de": 60, "une centaine de": 100,
    },
    ones=_words("un une"),
    ordinals=_words("er e eme"),
    last=_words("dernier derniere passe passee"),
    next=_words("prochain prochaine"),
    adjective_after=True,
    ago_before=("il y a", "y a", "voila"),
    ago_after=("plus tot", "auparavant"),
    ahead_before=("dans", "d'ici", "sous"),
    due=frozenset({"avant", "pour", "d' ici", "jusqu' a"}),
    date_words=frozenset({"le", "ce", "du", "des", "de ce", "des le"}),
    day_articles=_words("le"),
    between=frozenset(),
    day_first=True,
    minutes={
        "une demi-heure": 30, "une demie heure": 30, "demi-heure": 30, "une demi heure": 30, "une heure": 60,
        "un quart d'heure": 15, "quart d'heure": 15, "trois quarts d'heure": 45, "une petite heure": 60,
        "une bonne heure": 60, "une bonne demi-heure": 30, "une petite demi-heure": 30,
        "toute la journee": 480,
        "une demi-journee": 240,
    },
    minute_units={
        "min": 1, "mins": 1, "minute": 1, "minutes": 1, "mn": 1, "h": 60, "heure": 60, "heures": 60,
    },
    minute_words=_words("pendant durant environ ~"),
    plus_minutes={"et demie": 30, "et demi": 30, "et quart": 15, "trois quarts": 45},
    clocks={"midi": 720, "minuit": 0},
    levels={
        "tres basse": 1, "tres bas": 1, "tres faible": 1, "a plat": 1, "au plus bas": 1, "nulle": 1,
        "basse": 2, "bas": 2, "faible": 2, "moyenne": 3, "moyen": 3, "correcte": 3, "normale": 3,
        "bonne": 4, "haute": 4, "haut": 4, "elevee": 4, "forte": 4, "fort": 4,
        "tres haute": 5, "tres bonne": 5, "tres elevee": 5, "tres forte": 5, "tres fort": 5, "au top": 5,
        "maximale": 5,
    },
    titles=_words("m mme mlle mr dr pr docteur professeur maitre"),
    particles=_words(
        "de la du da do dos das di del della den der des van von zu ten ter el al bin ibn ben le "
        "d' l'"
    ),
    joins=_words("et & + puis"),
    stops=_words(
        "je j' j'ai tu il elle on nous vous ils elles me m' te t' se s' lui leur eux moi toi mon ma "
        "mes ton ta tes son sa "
        "ses notre votre leurs le la les l' un une des du de d' ce cet cette ces ca c' cela qui que "
        "qu' quoi dont ou et "
        "mais donc or ni car si quand comme a au aux en dans sur sous avec sans pour par chez vers "
        "pendant apres avant "
        "depuis entre contre ne n' pas plus rien personne aucun aucune tout tous toute toutes chacun "
        "oui non hier "
        "aujourd'hui demain avant-hier tres trop bien aussi encore deja puis ensuite enfin ici la-bas "
        "deux trois quatre cinq six sept huit neuf dix douze "
        "zoom teams skype facetime whatsapp linkedin slack mail e-mail courriel"
    ),
    pronouns={
        "elle": False, "il": False, "lui": False, "elles": True, "ils": True, "leur": True, "eux": True,
    },
    articles=_words("le la les l' un une des mon ma notre ce cet cette d' du"),
    gathering_nouns=_words(
        "conference conferences salon atelier soiree fete rencontre rencontres evenement meetup "
        "festival colloque "
        "seminaire congres afterwork hackathon vernissage exposition webinaire retraite forum "
        "table-ronde cours "
        "reunion apero-reseau gathering"
    ),
    gathering_heads=_words("club cercle"),
    gathering_links=_words("de du des d' la le les l' con en pour a au et"),
    meals=_words("cafe cafes verre verres dejeuner diner apero aperos brunch petit-dejeuner the"),
    after_nouns=_words("avec a au aux chez dans pres"),
    company=_words("avec"),
    leads=(
        "j'ai", "je suis", "je me suis", "nous avons", "nous sommes", "on a", "on est", "on s'est", "je",
        "j'", "on",
        "puis", "ensuite", "enfin", "aussi", "apres", "apres ca", "plus tard", "d'abord", "dans la foulee",
        "dans la matinee", "dans la soiree", "alors", "finalement", "j'ai aussi", "j'ai enfin", "ai", "bon",
        "bref",
        "il faut", "je dois", "penser a", "ne pas oublier de", "pense a", "en fin de journee",
    ),
    fillers=_words(
        "aussi enfin deja maintenant desormais vraiment puis encore bien gentiment juste seulement "
        "simplement donc longuement rapidement"
    ),
    adjectives=_words(
        "bon bonne bonnes grand grande long longue longs longues vrai vraie vrais beau belle joli "
        "jolie petit petite "
        "rapide bref breve super chouette premier premiere deuxieme second seconde agreable sympa "
        "tres formidable "
        "profond profonde chaleureux chaleureuse passionnant passionnante inattendu informel "
        "informelle virtuel "
        "virtuelle"
    ),
    shallow=_words("bref breve"),
    deep=_words("long longue longs longues vrai vraie vrais profond profonde"),
    breaks=_words("et mais puis ensuite & +"),
    infinitives=frozenset(),
    determiners=_words("un une des le la les l' deux trois mon ma mes son sa ses leur leurs du de"),
    object_stops=_words(
        "pour avec sur a au aux chez de du des par et ou mais parce car dans en apres avant encore "
        "mon ma mes notre ce "
        "cette aujourd'hui demain hier via est sont etait a ont avait qui que qu' pas j' je elle il on"
    ),
    sets=SETS,
    rules={**MEETING, **ASKING, **GIVING},
    modifiers=MODIFIERS,
    correcting=_words(
        "oublie oublier supprime supprimer efface effacer retire retirer enleve enlever jette jeter retablis "
        "retablir restaure restaurer ramene ramener recupere recuperer corrige corriger change changer "
        "modifie modifier rectifie rectifier renomme renommer annule annuler"
    ),
)  # fmt: skip
