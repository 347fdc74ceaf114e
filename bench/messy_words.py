"""The names, firms and places of the messy address book: facts about naming, in five countries."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Culture:
    """Given names in falling frequency; family names: frequent ones, and a long tail made of two parts."""

    country: str
    women: list[str]
    men: list[str]
    frequent: list[str]
    starts: list[str]
    ends: list[str]
    cities: list[str]


def _w(words: str) -> list[str]:
    return words.split()


CULTURES = {
    "fr": Culture(
        "FR",
        _w("""Marie Nathalie Isabelle Sylvie Catherine Sophie Céline Julie Camille Léa Émilie Hélène Chloé
        Aurélie
        Sandrine Valérie Élodie Charlotte Manon Véronique Laurence Mathilde Delphine Françoise Margaux
        Stéphanie
        Alexandra Anne Bérénice Clémence Gaëlle Joséphine Noémie Ségolène Solène Fatima Amina Yasmine"""),
        _w("""Jean Pierre Michel Philippe Nicolas Thomas Julien Guillaume Alexandre Christophe Frédéric
        Sébastien
        François Laurent Antoine Maxime Benoît Mathieu Olivier Jérôme Rémi Étienne Théo Emmanuel Stéphane
        Dominique Vincent Gilles Loïc Gaël Mohamed Karim Augustin Barthélemy Clément Édouard"""),
        _w("""Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre
        Leroy
        Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Müller
        Lefebvre
        Faure André Mercier Blanc Guérin Boyer Garnier Chevalier Benali Traoré Nguyen Diallo"""),
        _w("""Bar Bel Ber Bon Bour Cha Char Cor Cour Dar Del Fau Flo Gar Gau Gir Gou Gui Lam Lan Lau Mar
        Mau Mon Mor
        Per Poi Ram Rou Sau Tes Vau Ver Vil Cas Des Fres Pel Tail"""),
        _w("""nier reau dier thier bert let don geron chard vin mont lier rand selle teau quet ville nard
            tin lade"""),
        _w("""Paris Lyon Marseille Toulouse Nantes Lille Bordeaux Rennes Grenoble Strasbourg Montpellier
        Nice"""),
    ),
    "en": Culture(
        "GB",
        _w("""Mary Elizabeth Sarah Margaret Katherine Jennifer Emily Jessica Rebecca Victoria Susan
        Patricia Karen
        Laura Emma Alice Charlotte Olivia Hannah Abigail Eleanor Deborah Christine Samantha Alexandra Priya
        Fiona
        Philippa Georgina Harriet Imogen Beatrice Rosamund Theodora Gwendolen Winifred Aisha Mei"""),
        _w("""John William James Robert Thomas David Michael Richard Edward Andrew Daniel Christopher
        Matthew Joseph
        Anthony Stephen Peter Alexander Benjamin Samuel Nicholas Jonathan Timothy Gregory Frederick Henry
        Oliver
        Theodore Gerald Douglas Lawrence Leonard Raymond Rajesh Omar Callum Barnaby Rupert Alistair
        Fergus"""),
        _w("""Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Johnson Roberts Robinson
        Thompson Wright
        Walker White Edwards Hughes Green Hall Lewis Harris Clarke Patel Jackson Wood Turner Martin Cooper
        Hill Ward
        Morris Moore Clark Lee King Baker Khan Shah Murphy"""),
        _w("""Ash Bar Black Brad Bran Burn Caul Clay Cran Dun Elm Fair Gold Graf Hal Har Hart Hay Hol Ken
        Lang Lin Mar
        Mel Mid Nor Oak Pem Rad Red Row Sel Shel Stan Sut Thorn Wake Wal Wes Whit Win Wood York"""),
        _w("""ford ley ton well wood man by ham field worth bridge wick son sby combe stead more hurst den
            land"""),
        _w("London Leeds Bristol Glasgow Manchester Edinburgh Cardiff Brighton Oxford York Bath Sheffield"),
    ),
    "de": Culture(
        "DE",
        _w("""Anna Sabine Susanne Katharina Julia Monika Petra Ursula Claudia Elisabeth Christine Johanna
        Franziska
        Stefanie Birgit Andrea Martina Jana Sophie Magdalena Gabriele Annette Ulrike Friederike Käthe
        Jördis Wiebke"""),
        _w("""Thomas Michael Andreas Stefan Peter Wolfgang Klaus Matthias Christian Jürgen Alexander Tobias
        Sebastian
        Johannes Maximilian Friedrich Jörg Günther Heinrich Benjamin Florian Markus Uwe Rüdiger Björn
        Lothar"""),
        _w("""Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer
        Richter
        Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Yilmaz Kaya
        Groß"""),
        _w("""Ahl Bach Berg Brand Brink Busch Dorn Eich Engel Fels Frank Gold Grün Haber Hart Heim Hirsch
        Hof Kahl
        Kirch König Kron Lang Linden Mohr Neu Ober Rosen Roth Schön Stein Thal Unter Wald Wein Winter"""),
        _w("mann er bauer meier hof berg feld hauser bach stein müller brecht inger huber kamp"),
        _w("Berlin Hamburg München Köln Leipzig Dresden Freiburg Bremen Stuttgart Münster"),
    ),
    "es": Culture(
        "ES",
        _w("""María Carmen Ana Isabel Laura Cristina Marta Lucía Pilar Elena Dolores Rosario Concepción
        Francisca
        Mercedes Teresa Beatriz Inés Rocío Montserrat Guadalupe Ainhoa Nuria Consuelo"""),
        _w("""Antonio José Manuel Francisco Juan David Javier Daniel Carlos Jesús Alejandro Miguel Rafael
        Pedro Pablo
        Ángel Sergio Fernando Luis Alberto Ignacio Enrique Gonzalo Iñaki Álvaro Salvador"""),
        _w("""García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez
        Hernández Ruiz Díaz
        Moreno Muñoz Álvarez Romero Gutiérrez Alonso Navarro Torres Domínguez Ramos Vázquez Gil Serrano
        Molina
        Castro Ortiz Rubio Núñez Medina Iglesias Peña Ibáñez"""),
        _w("""Agui Ala Ara Ave Bel Ber Cal Cam Car Cor Esca Este Gal Gar Gor Iba Lar Mar Mon Oli Per Qui Sal
            Val Zar"""),
        _w("rre lar gosa nda llero rano tilla mendi goitia vero dillo sco nares zuela rdo ñiz"),
        _w("Madrid Barcelona Valencia Sevilla Bilbao Zaragoza Málaga Granada"),
    ),
    "ru": Culture(
        "DE",
        _w("""Анна Елена Ольга Наталья Татьяна Юлия Екатерина Мария Ирина Светлана Анастасия Дарья Ксения
        Людмила
        Евгения Полина Александра Валерия Яна"""),
        _w("""Александр Сергей Дмитрий Андрей Алексей Михаил Иван Владимир Евгений Николай Юрий Павел Фёдор
        Григорий
        Артём Илья Вячеслав Всеволод Яков"""),
        _w("""Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков
            Алексеев"""),
        _w("""Абрам Бел Бор Волк Голуб Горб Дан Егор Ефим Журавл Зайц Ильин Калин Ковал Комар Крав Куз
        Лебед Макс Мороз
        Никит Орл Панкр Поляк Роман Савел Сем Сокол Степан Тарас Филип Хар Щерб Черныш"""),
        _w("ов ев енко ин ский"),
        _w("Berlin Paris Amsterdam Wien Prag"),
    ),
    "gr": Culture(
        "GR",
        _w("Μαρία Ελένη Κατερίνα Βασιλική Σοφία Αγγελική Γεωργία Δήμητρα Ευαγγελία Χριστίνα"),
        _w("Γιώργος Δημήτρης Κωνσταντίνος Ιωάννης Νικόλαος Χρήστος Παναγιώτης Βασίλης Αθανάσιος Ευάγγελος"),
        _w("Παπαδόπουλος Παππάς Βλάχος Οικονόμου Αγγελόπουλος"),
        _w("Γεωργ Δημητρ Κωνσταντιν Νικολ Ιωανν Χριστ Βασιλ Αντων Θεοδωρ Σταυρ Μιχαλ"),
        _w("όπουλος ίδης άκης ιάδης άτος έλης"),
        _w("Αθήνα Θεσσαλονίκη Πάτρα"),
    ),
}
SHARES = {"fr": 0.40, "en": 0.26, "de": 0.12, "es": 0.12, "ru": 0.06, "gr": 0.04}  # of the people known
LATIN_CITY = {"Αθήνα": "Athens", "Θεσσαλονίκη": "Thessaloniki", "Πάτρα": "Patras"}

_NICKNAMES = """
Guillaume: Guigui Gui Will|Alexandre: Alex Sacha|Nicolas: Nico|Frédéric: Fred Fredo|Christophe: Chris Kiki
Sébastien: Seb|Maxime: Max|Mathieu: Mat Matt|Benoît: Ben|Emmanuel: Manu|Stéphane: Steph|Étienne: Titi
Philippe: Phil|Laurent: Lolo|Dominique: Dom Domi|Antoine: Tonio Toine|Édouard: Ed Doudou|Théo: Tété
Mohamed: Momo|Catherine: Cathy Kate|Isabelle: Isa|Nathalie: Nath Nat|Stéphanie: Steph Fanny
Joséphine: José Jo
Véronique: Véro|Valérie: Val|Sandrine: Sandy|Élodie: Elo|Delphine: Delph|Alexandra: Alex Sandra
Mathilde: Math Tilda
Camille: Cam|Charlotte: Charlie Lolotte|Émilie: Émi Mimi|Françoise: Fanfan|Margaux: Margot Gogo|Jérôme: Jé
Elizabeth: Liz Beth Betty Lizzie|Margaret: Maggie Peggy Meg|Katherine: Kate Kathy Katie Kit
Jennifer: Jen Jenny
Rebecca: Becky Becca|Victoria: Vicky Tori|Susan: Sue Susie|Patricia: Pat Trish Patty|Jessica: Jess
Deborah: Debbie Deb
Christine: Chris Chrissie|Samantha: Sam|Eleanor: Ellie Nell Nora|Abigail: Abby|Philippa: Pip Pippa
Georgina: George Gina
Harriet: Hattie|Beatrice: Bea Trixie|Theodora: Thea Dora|Gwendolen: Gwen|Winifred: Freddie Winnie
Sarah: Sally
Mary: Molly Polly|Emily: Em Millie|Rosamund: Ros|John: Jack Johnny|William: Bill Will Billy Liam
James: Jim Jamie Jimmy
Robert: Bob Rob Bobby Bert|Thomas: Tom Tommy|David: Dave|Michael: Mike Mick|Richard: Dick Rick Rich
Edward: Ed Ted Ned
Andrew: Andy Drew|Daniel: Dan Danny|Christopher: Chris Kit|Matthew: Matt|Joseph: Joe|Anthony: Tony
Stephen: Steve
Peter: Pete|Alexander: Alex Sandy Xander|Benjamin: Ben|Samuel: Sam|Nicholas: Nick|Jonathan: Jon|Timothy: Tim
Gregory: Greg|Frederick: Fred|Henry: Harry Hal|Oliver: Ollie|Theodore: Ted Theo|Gerald: Gerry|Douglas: Doug
Lawrence: Larry Laurie|Leonard: Len|Raymond: Ray|Barnaby: Barney|Alistair: Al|Rajesh: Raj
Katharina: Kathi Käthe Trina|Susanne: Susi Sanne|Elisabeth: Lisa Sissi Elli|Franziska: Franzi
Stefanie: Steffi
Magdalena: Lena|Gabriele: Gabi|Ulrike: Uli Rike|Friederike: Fritzi Rike|Johanna: Hanna Jo|Monika: Moni
Ursula: Uschi
Sabine: Bine|Claudia: Claudi|Wolfgang: Wolf Wolle|Matthias: Matze Hias|Tobias: Tobi|Sebastian: Basti
Maximilian: Max
Friedrich: Fritz|Günther: Günni|Heinrich: Heiner Heinz|Johannes: Hannes Hans|Andreas: Andi|Stefan: Steff
Florian: Flo
Jürgen: Jogi|Michael: Michi|Rüdiger: Rudi|Christian: Chris
Dolores: Lola|Rosario: Charo|Concepción: Concha Conchita|Francisca: Paca Fran|Mercedes: Merche
Teresa: Tere Maite
Beatriz: Bea|Montserrat: Montse|Guadalupe: Lupe|Consuelo: Chelo|Isabel: Isa Chabela|Pilar: Pili
Cristina: Cris
Antonio: Toño Toni|José: Pepe|Manuel: Manolo Manu|Francisco: Paco Pancho Curro|Javier: Javi|Carlos: Charly
Jesús: Chus Suso|Alejandro: Alex Jandro|Rafael: Rafa|Pedro: Perico|Ignacio: Nacho|Enrique: Quique
Fernando: Nando Fer
Luis: Lucho|Alberto: Berto|Salvador: Salva|Miguel: Migue
Елена: Лена|Ольга: Оля|Наталья: Наташа Ната|Татьяна: Таня|Юлия: Юля|Екатерина: Катя|Мария: Маша|Ирина: Ира
Светлана: Света|Анастасия: Настя|Дарья: Даша|Ксения: Ксюша|Людмила: Люда Мила|Евгения: Женя|Анна: Аня
Александра: Саша
Александр: Саша Шура|Сергей: Серёжа|Дмитрий: Дима Митя|Алексей: Лёша|Михаил: Миша|Иван: Ваня
Владимир: Вова Володя
Евгений: Женя|Николай: Коля|Юрий: Юра|Павел: Паша|Григорий: Гриша|Вячеслав: Слава|Илья: Илюша|Яков: Яша
Ελένη: Λένα|Κατερίνα: Κατίνα|Βασιλική: Βάσω|Αγγελική: Κική|Κωνσταντίνος: Κώστας|Ιωάννης: Γιάννης
Νικόλαος: Νίκος
Παναγιώτης: Πάνος Τάκης|Αθανάσιος: Θανάσης Σάκης|Ευάγγελος: Βαγγέλης|Γιώργος: Γιωργάκης|Δημήτρης: Μήτσος
"""


def _nicknames() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in _NICKNAMES.replace("\n", "|").split("|"):
        if ":" in entry:
            name, short = entry.split(":")
            found.setdefault(name.strip(), []).extend(short.split())
    return found


NICKNAMES = _nicknames()


def _table(letters: str, latin: str) -> dict[str, str]:
    return {a: b.strip("-") for a, b in zip(letters, latin.split(), strict=True)}


_RU = _table("абвгдезийклмнопрстуфыэ", "a b v g d e z i y k l m n o p r s t u f y e")
# Three habits: road signs and English papers; French papers; passports since 2014 (ICAO 9303).
SCHEMES = {
    "en": _RU | _table("ёжхцчшщъьюя", "yo zh kh ts ch sh shch - - yu ya"),
    "fr": _RU | _table("ёжйухцчшщъьюя", "io j ï ou kh ts tch ch chtch - - iou ia"),
    "icao": _RU | _table("ёжйхцчшщъьюя", "e zh i kh ts ch sh shch ie - iu ia"),
}
_GR = _table("αβγδεζηθικλμνξοπρστυφχψως", "a v g d e z i th i k l m n x o p r s t y f ch ps o s")
GREEK = {
    "elot": _GR,  # ELOT 743
    "sound": _GR | {"υ": "i", "χ": "h", "ξ": "ks"},
}
FIRMS_A = _w("""Alba Brio Cobalt Delta Echo Fable Granit Halo Indigo Juno Kestrel Lumen Mistral Nimbus
Orion Pixel Quartz
Raven Solstice Tandem Umbra Vela Willow Xenon Yonder Zephyr Atlas Borealis Copper Drift Ember Flint
""")
FIRMS_B = _w("""Works Labs Studio Partners Energy Health Foods Capital Media Systems Logistics Design
Consulting Bank
Conseil Films Press Robotics Travel Textiles Verlag Optik Insurance Museum""")  # fmt: skip
LEGAL = {
    "FR": ["SARL", "SAS", "SA"],
    "GB": ["Ltd", "Limited", "plc"],
    "DE": ["GmbH", "AG"],
    "ES": ["S.L.", "S.A."],
}
ROLES = _w("""Designer Editor Engineer Producer Researcher Illustrator Founder Teacher Accountant Analyst
Consultant
Director Manager Developer Journalist Curator Recruiter Lawyer Architect Photographer""")  # fmt: skip
HANDLES = _w(
    "sunny wolf pixel luna moto cactus rainbow ninja panda comet salsa tiger olive jazz surf biscuit"
)
FREE_MAIL = {
    "fr": _w("gmail.com gmail.com gmail.com orange.fr free.fr yahoo.fr hotmail.fr laposte.net wanadoo.fr"),
    "en": _w("gmail.com gmail.com gmail.com outlook.com hotmail.com yahoo.co.uk icloud.com btinternet.com"),
    "de": _w("gmail.com gmx.de gmx.de web.de t-online.de posteo.de icloud.com"),
    "es": _w("gmail.com gmail.com hotmail.es yahoo.es telefonica.net outlook.es"),
    "ru": _w("gmail.com mail.ru yandex.ru gmail.com inbox.ru"),
    "gr": _w("gmail.com gmail.com otenet.gr yahoo.com"),
}
