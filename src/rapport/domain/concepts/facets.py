"""What narrows a thing down: languages, cities, days. Two texts that name different ones do not meet."""

from rapport.domain.concepts.lists import listed

# The code of translators, after an @.
LANGUAGES = """
@en: | english, anglophone, british | anglais*, anglophone, britannique
@fr: | french, francophone | francais*, francophone, fle
@de: | german, germanophone | allemand*, germanophone
@es: | spanish, hispanophone | espagnol*, castillan*
@it: | italian | italien*
@pt: | portuguese, brazilian | portugais*, bresilien*
@nl: | dutch, flemish | neerlandais*, flamand*
@pl: | polish | polonais*
@ru: | russian | russe
@uk: | ukrainian | ukrainien*
@ar: | arabic | arabe
@zh: | chinese, mandarin | chinois*, mandarin
@ja: | japanese | japonais*
@ko: | korean | coreen*
@tr: | turkish | turc, turque
@sv: | swedish | suedois*
@da: | danish | danois*
@no: | norwegian | norvegien*
@fi: | finnish | finnois*, finlandais*
@el: | greek | grec, grecque
@ro: | romanian | roumain*
@cs: | czech | tcheque
@hu: | hungarian | hongrois*
@he: | hebrew | hebreu
@hi: | hindi | hindi
@vi: | vietnamese | vietnamien*
@fa: | persian, farsi | persan, farsi
@sign: | sign language, bsl, asl | langue signe, lsf
"""

# For whom or for what: it helps, and alone it joins nobody.
FAINT = """
freelance: freelance, freelancer | self-employed, sole trader, solo worker | independant, micro-entrepreneur,
    auto-entrepreneur, micro-entreprise, travailleur independant
charity: ong, ngo | association, charity, non-profit, nonprofit | association, associatif
start_up: start-up, startup | young company | jeune pousse
company: | company, firm, business, employer | entreprise, societe, boite
website: site web | website, site | site, site internet
app: app | mobile app, application | appli, application
children: | child, children, kid, daughter, son | enfant, fille, fils, gamin
student: | student, pupil | etudiant, etudiante, eleve
woman: | woman, women | femme
event: event | conference, party, evening event | evenement, soiree, conference
wedding: | wedding | mariage
shop: shop | store | boutique, magasin
small: | small, little | petit
media: | magazine, newspaper | magazine, journal
"""

DAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
}  # fmt: skip

CITIES = listed("""
amsterdam athens athenes atlanta austin barcelona barcelone basel bale belfast berlin bern berne birmingham
bologna bordeaux boston bremen brest brighton bristol brussels bruxelles bucharest budapest calgary
cambridge cardiff chicago cologne copenhagen copenhague dallas denver dijon dresden dublin edinburgh
edimbourg florence frankfurt francfort geneva geneve glasgow gothenburg grenoble hamburg hambourg hanover
helsinki houston istanbul krakow lausanne leeds leipzig liege lille lisbon lisbonne liverpool london londres
luxembourg lyon madrid manchester marseille melbourne miami milan montpellier montreal moscow munich nantes
naples newcastle nice nuremberg oslo oxford paris philadelphia portland porto prague quebec rennes rome
rotterdam rouen salzburg seattle seville sheffield singapore stockholm strasbourg stuttgart sydney tallinn
tokyo toronto toulouse tours turin utrecht valencia vancouver venice venise vienna vienne vilnius warsaw
varsovie wroclaw zurich
""")
SAME_CITY = {
    "athenes": "athens", "barcelone": "barcelona", "bale": "basel", "berne": "bern", "bruxelles": "brussels",
    "copenhague": "copenhagen", "edimbourg": "edinburgh", "francfort": "frankfurt", "geneve": "geneva",
    "hambourg": "hamburg", "lisbonne": "lisbon", "londres": "london", "venise": "venice", "vienne": "vienna",
    "varsovie": "warsaw",
}  # fmt: skip
