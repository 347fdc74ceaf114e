"""Countries by their ISO 3166-1 codes, and the names that files and people call them by."""

from functools import cache

from rapport.domain.text import fold

LONGEST = 60  # characters: no country is called more

# The English name, the French one, then their own, short and former ones.
NAMES = """
AF Afghanistan|Afghanistan
AX Åland Islands|Îles Åland
AL Albania|Albanie
DZ Algeria|Algérie
AD Andorra|Andorre
AO Angola|Angola
AG Antigua and Barbuda|Antigua-et-Barbuda
AR Argentina|Argentine|República Argentina
AM Armenia|Arménie
AW Aruba|Aruba
AU Australia|Australie
AT Austria|Autriche|Österreich|Oesterreich
AZ Azerbaijan|Azerbaïdjan
BS Bahamas|Bahamas
BH Bahrain|Bahreïn
BD Bangladesh|Bangladesh
BB Barbados|Barbade
BY Belarus|Biélorussie
BE Belgium|Belgique|België|Belgien
BZ Belize|Belize
BJ Benin|Bénin
BM Bermuda|Bermudes
BT Bhutan|Bhoutan
BO Bolivia|Bolivie
BA Bosnia and Herzegovina|Bosnie-Herzégovine|Bosnia
BW Botswana|Botswana
BR Brazil|Brésil|Brasil
BN Brunei|Brunei
BG Bulgaria|Bulgarie
BF Burkina Faso|Burkina Faso
BI Burundi|Burundi
KH Cambodia|Cambodge
CM Cameroon|Cameroun
CA Canada|Canada
CV Cape Verde|Cap-Vert
KY Cayman Islands|Îles Caïmans
CF Central African Republic|République centrafricaine
TD Chad|Tchad
CL Chile|Chili
CN China|Chine|PR China|中国|People's Republic of China
CO Colombia|Colombie
KM Comoros|Comores
CG Congo (Brazzaville)|Congo (Brazzaville)|Congo-Brazzaville
CD Congo (Kinshasa)|Congo (Kinshasa)|DR Congo|Congo-Kinshasa
CR Costa Rica|Costa Rica
CI Côte d’Ivoire|Côte d’Ivoire|Ivory Coast
HR Croatia|Croatie|Hrvatska|Kroatien
CU Cuba|Cuba
CW Curaçao|Curaçao
CY Cyprus|Chypre
CZ Czechia|Tchéquie|Czech Republic|Česko|Česká republika|Tschechien|République tchèque
DK Denmark|Danemark|Danmark|Dänemark
DJ Djibouti|Djibouti
DM Dominica|Dominique
DO Dominican Republic|République dominicaine
EC Ecuador|Équateur
EG Egypt|Égypte
SV El Salvador|Salvador
GQ Equatorial Guinea|Guinée équatoriale
ER Eritrea|Érythrée
EE Estonia|Estonie|Eesti
SZ Eswatini|Eswatini|Swaziland
ET Ethiopia|Éthiopie
FO Faroe Islands|Îles Féroé
FJ Fiji|Fidji
FI Finland|Finlande|Suomi|Finnland
FR France|France|Frankreich|Francia
GF French Guiana|Guyane
PF French Polynesia|Polynésie française
GA Gabon|Gabon
GM Gambia|Gambie
GE Georgia|Géorgie
DE Germany|Allemagne|Deutschland|Federal Republic of Germany|Alemania|Bundesrepublik Deutschland
GH Ghana|Ghana
GI Gibraltar|Gibraltar
GR Greece|Grèce|Hellas|Ελλάδα|Griechenland
GL Greenland|Groenland
GD Grenada|Grenade
GP Guadeloupe|Guadeloupe
GT Guatemala|Guatemala
GG Guernsey|Guernesey
GN Guinea|Guinée
GW Guinea-Bissau|Guinée-Bissau
GY Guyana|Guyana
HT Haiti|Haïti
HN Honduras|Honduras
HK Hong Kong|Hong Kong
HU Hungary|Hongrie|Magyarország|Ungarn
IS Iceland|Islande|Ísland
IN India|Inde
ID Indonesia|Indonésie
IR Iran|Iran|Islamic Republic of Iran
IQ Iraq|Irak
IE Ireland|Irlande|Éire|Irland|Republic of Ireland
IM Isle of Man|Île de Man
IL Israel|Israël|ישראל
IT Italy|Italie|Italia|Italien
JM Jamaica|Jamaïque
JP Japan|Japon|日本|Nippon
JE Jersey|Jersey
JO Jordan|Jordanie
KZ Kazakhstan|Kazakhstan
KE Kenya|Kenya
KI Kiribati|Kiribati
XK Kosovo|Kosovo
KW Kuwait|Koweït
KG Kyrgyzstan|Kirghizistan
LA Laos|Laos
LV Latvia|Lettonie|Latvija
LB Lebanon|Liban
LS Lesotho|Lesotho
LR Liberia|Liberia
LY Libya|Libye
LI Liechtenstein|Liechtenstein
LT Lithuania|Lituanie|Lietuva
LU Luxembourg|Luxembourg|Lëtzebuerg|Luxemburg
MO Macao|Macao
MG Madagascar|Madagascar
MW Malawi|Malawi
MY Malaysia|Malaisie
MV Maldives|Maldives
ML Mali|Mali
MT Malta|Malte
MH Marshall Islands|Îles Marshall
MQ Martinique|Martinique
MR Mauritania|Mauritanie
MU Mauritius|Maurice
YT Mayotte|Mayotte
MX Mexico|Mexique|México|Mexiko
FM Micronesia|Micronésie
MD Moldova|Moldavie
MC Monaco|Monaco
MN Mongolia|Mongolie
ME Montenegro|Monténégro
MA Morocco|Maroc|المغرب
MZ Mozambique|Mozambique
MM Myanmar|Birmanie|Burma
NA Namibia|Namibie
NR Nauru|Nauru
NP Nepal|Népal
NL Netherlands|Pays-Bas|Nederland|The Netherlands|Holland|Niederlande|Pays Bas
NC New Caledonia|Nouvelle-Calédonie
NZ New Zealand|Nouvelle-Zélande|Aotearoa
NI Nicaragua|Nicaragua
NE Niger|Niger
NG Nigeria|Nigeria
KP North Korea|Corée du Nord
MK North Macedonia|Macédoine du Nord|Macedonia
NO Norway|Norvège|Norge|Norwegen
OM Oman|Oman
PK Pakistan|Pakistan
PW Palau|Palaos
PS Palestine|Palestine
PA Panama|Panama
PG Papua New Guinea|Papouasie-Nouvelle-Guinée
PY Paraguay|Paraguay
PE Peru|Pérou
PH Philippines|Philippines
PL Poland|Pologne|Polska|Polen
PT Portugal|Portugal|Portogallo
PR Puerto Rico|Porto Rico
QA Qatar|Qatar
RE Réunion|La Réunion
RO Romania|Roumanie|România|Rumänien
RU Russia|Russie|Россия|Russian Federation|Russland
RW Rwanda|Rwanda
KN Saint Kitts and Nevis|Saint-Christophe-et-Niévès
LC Saint Lucia|Sainte-Lucie
PM Saint Pierre and Miquelon|Saint-Pierre-et-Miquelon
VC Saint Vincent and the Grenadines|Saint-Vincent-et-les-Grenadines
WS Samoa|Samoa
SM San Marino|Saint-Marin
ST São Tomé and Príncipe|Sao Tomé-et-Principe
SA Saudi Arabia|Arabie saoudite
SN Senegal|Sénégal
RS Serbia|Serbie|Srbija|Serbien
SC Seychelles|Seychelles
SL Sierra Leone|Sierra Leone
SG Singapore|Singapour
SK Slovakia|Slovaquie|Slovensko|Slowakei|Slovak Republic
SI Slovenia|Slovénie|Slovenija|Slowenien
SB Solomon Islands|Îles Salomon
SO Somalia|Somalie
ZA South Africa|Afrique du Sud|RSA
KR South Korea|Corée du Sud|Republic of Korea|Korea|대한민국|한국
SS South Sudan|Soudan du Sud
ES Spain|Espagne|España|Spanien
LK Sri Lanka|Sri Lanka
SD Sudan|Soudan
SR Suriname|Suriname
SE Sweden|Suède|Sverige|Schweden
CH Switzerland|Suisse|Schweiz|Svizzera
SY Syria|Syrie
TW Taiwan|Taïwan|台灣|Taiwan, ROC
TJ Tajikistan|Tadjikistan
TZ Tanzania|Tanzanie
TH Thailand|Thaïlande
TL Timor-Leste|Timor oriental
TG Togo|Togo
TO Tonga|Tonga
TT Trinidad and Tobago|Trinité-et-Tobago
TN Tunisia|Tunisie
TR Turkey|Turquie|Türkiye|Türkei
TM Turkmenistan|Turkménistan
TV Tuvalu|Tuvalu
UG Uganda|Ouganda
UA Ukraine|Ukraine|Україна
AE United Arab Emirates|Émirats arabes unis|UAE|Emirates
GB United Kingdom|Royaume-Uni|UK|U.K.|Great Britain|England|Scotland|Wales|Northern Ireland|Angleterre
US United States|États-Unis|USA|U.S.A.|U.S.|United States of America|Estados Unidos|Etats Unis
UY Uruguay|Uruguay
UZ Uzbekistan|Ouzbékistan
VU Vanuatu|Vanuatu
VA Vatican City|Vatican
VE Venezuela|Venezuela
VN Vietnam|Viêt Nam|Viet Nam|Việt Nam
WF Wallis and Futuna|Wallis-et-Futuna
YE Yemen|Yémen
ZM Zambia|Zambie
ZW Zimbabwe|Zimbabwe
"""


@cache
def names() -> tuple[tuple[str, str, str], ...]:
    """Code, English name, French name, in the order of the English names."""
    found = []
    for line in NAMES.strip().splitlines():
        code, _space, both = line.partition(" ")
        english, french, *_others = both.split("|")
        found.append((code, english, french))
    return tuple(found)


def country_code(said: str) -> str:
    """The code of a country that is named or coded; empty where it is not known."""
    if len(said) > LONGEST:
        return ""
    return _codes().get(said) or _codes().get(fold(said.strip()), "")


def country_name(code: str) -> str:
    """The English name that files are given; empty for a code that no country has."""
    return _english().get(code, "")


@cache
def _english() -> dict[str, str]:
    return {code: english for code, english, _french in names()}


@cache
def _codes() -> dict[str, str]:
    """By code and by name, as written and folded."""
    found: dict[str, str] = {}
    for line in NAMES.strip().splitlines():
        code, _space, said = line.partition(" ")
        for name in (code, *said.split("|")):
            found[name] = found[fold(name)] = code
    return found
