"""Short and familiar forms of given names: English, French, German, Spanish; Russian and Greek romanised.

One line per full name (variants of it joined by "/"), then its familiar forms. Written folded, without
accents.
"""

from functools import cache

_TABLE = """
abigail: abby abbie gail|abraham: abe bram|adelaide: addie heidi|agnes: aggie nessie
albert/alberto: al bert bertie berto
alexander/alexandre/alejandro/aleksandr: alex al sandy xander lex sacha sasha shura ale jandro sascha alec
alexandra/alejandra/aleksandra: alex sandra sasha sacha sandy lexi ale
alexei/alexey/aleksey/alexis: lyosha alyosha lesha alex liocha|alfred/alfredo: alf alfie fred fredo
alice: ali lili|alistair/alasdair: al ali|amanda: mandy|amelia/amelie: millie mel
anastasia/anastasiya: nastya nastia stasia ana tasia
andrew/andreas/andre/andres/andrei/andrey: andy drew andi dede|angela/angelica/angeliki: angie kiki geli
anna/ana/anne: annie anja anya nan nancy anita anouk ania|annette: netti
anthony/antonio/antoine/anton: tony toni tonio|antoine: toine titoine|antonio: tono|arthur: art artie tutur
artyom/artem: tyoma tema|athanasios: thanasis sakis nasos thanos|augustin: gus tintin
barbara: barb babs barbie bobbie|barnaby/barnabe: barney|bartholomew/barthelemy: bart barth bat
beatrice/beatriz/beatrix: bea trixie trix bee
benjamin/benoit/benedict/benito: ben benny benji ben beni benja|bernard/bernhard: bernie nanard bernd
bertrand: bert|brigitte/birgit: bibi gitte biggi
carlos/charles/karl/carl: charlie chuck charly carlitos chaz|caroline/carolina: carol caro carrie
catherine/katherine/katharina/kathryn/caterina/ekaterina/katerina/catalina: kate cathy kathy katie cat \
kit kitty kay kathi kat katja katya katia trina rina kati cati cata katina kathe
cecile/cecilia: cess cissy ceci|celine: line|charlotte: charlie lottie lotte lotta lolotte cha chacha
christian: chris kris|christina/christine/cristina/kristina: chris chrissie tina kris cris cricri
christopher/christophe/cristobal/christoph/christos: chris kit topher kris tof cricri|clara: clarita
claudia: claudi clau|clemence: clem|clement/clemens: clem|concepcion: concha conchita
constantine/konstantinos/constantin: costas kostas kostis dinos costa gus|consuelo: chelo
cornelia/cornelius: conny nell neil|daniel: dan danny dani|daniela/danielle: dani dany|daria/darya: dasha
david: dave davey davy vid|deborah/debora: deb debbie debby|delphine: delph fifine
dimitri/dmitri/dmitriy/dimitrios/dimitris: dima mitya mitia mitsos jimmy takis dimi
dolores: lola loli lolita|dominique/dominic/domingo/dominik: dom domi nick mingo
dorothy/dorothea/dorothee: dot dolly dottie dora thea dodo|douglas: doug dougie|edith: edie
edmund/edmond: ed ned ted eddie|edward/edouard/eduardo/eduard: ed eddie ted teddy ned edu lalo doudou edi
eleanor/eleonore/leonor: ellie nell nora nelly ella lena leo
elena/helena/helene/helen/eleni: lena nell nelly lenni leni ellen
elisabeth/elizabeth/elisabet: liz beth betty lizzie eliza libby lisa elise bess betsy lise babeth \
zabeth elsa sissi elli lili
elodie: elo|emily/emilie/emilia: em emmy millie mimi emi|emma: em emmy
emmanuel/manuel/emanuel: manu manny manolo manolito emma lolo
enrique/henry/henri/heinrich/henrik: harry hal hank quique kike riri heiner heinz heini rik
ernest/ernesto/ernst: ernie neto|esperanza: espe|esther/estelle: essie hetty stella|etienne: titi tienou
eugene/evgeny/evgeniy/eugen: gene zhenya jenia genia|evangelia: litsa eva vangelio
evangelos: vangelis vagelis|evgenia/eugenie/evgeniya: zhenya jenia genie
fernando/ferdinand: fer nando ferdi nano|florence/florentine: flo flossie flore|florian: flo flori
frances/francoise/franziska/francesca/francisca: fran fanny frankie franzi paca paquita fanfan francie \
cissy fanchon
francis/francois/francisco/franz/frank/franklin: frank frankie paco pancho curro franck fran quico \
franzl fanfan
frederick/frederic/friedrich/federico/fredrik: fred freddie freddy fritz rick fede fredo fiete
frederique/friederike/frederica: fred rike fritzi freddie|gabriel: gabe gabi gaby
gabriela/gabriele/gabrielle: gabi gaby gabs ella|geoffrey/jeffrey/geoffroy: geoff jeff
george/georg/georges/jorge/georgios/giorgos/yuri/yuriy/yury: geordie jojo schorsch yura yuri yorgos \
iura youra
georgina/georgia/georgette: georgie gina george gigi|gerald/gerard/gerhard/gerardo: gerry jerry gerd gege
gertrude/gertrud: trudy gerti trude|gilbert/gilberto: gil bert gib|gilles: gilou|gonzalo: gonzo
gregory/gregoire/gregor/grigori/grigoriy: greg gregg grisha gricha gory|guadalupe: lupe lupita
guillaume/william/wilhelm/guillermo/willem: bill will billy willy guigui gui willi liam wim guille memo \
bil wills
gunther/gunter: gunni gunti|gwendolyn/gwendolen/gwenaelle: gwen wendy gwenda
hannah/johanna/hanna: hanna hanne jo joey hanni jojo anna
harriet/henriette/henrietta: hattie etta hetty yetta jette|hubert: bert hubi hub|hugh/hugo: hughie hugues
ignacio/ignatius/inaki: nacho iggy|ilya/ilia: ilyusha iliusha|immaculada/inmaculada: inma
irene/irina: ira renie irka|isabel/isabelle/isabella: isa bella izzy belle chabela zaza
jacob/jakob/jacobo: jake jay jaco coby|james/jacques/jaime: jim jamie jimmy jay jacky jacquot jem
jane/jeanne/juana: janie jenny jeannette juanita|janet: jan jenny|javier/xavier/javi: javi xavi xav
jean/john/johannes/juan/johann/ivan/ioannis/jan/hans/yannis: jack johnny jon jeannot hannes hansi \
juanito vanya vania ian giannis yiannis jannis yannis hans
jennifer/jenifer: jen jenny jenni jenna|jeremy/jeremie/jerome/geronimo: jerry jem jeje jerem jere
jessica: jess jessie|jesus: chus suso chuy|joaquin/joachim/joakim: quino ximo jojo achim jochen
jonathan: jon jonny nathan jo|joseph/jose/josef/josep: joe joey jo jos pepe pepito sepp jupp pep
josephine/josefina/josefine: jo josie josy fifi pepa fina jose phine|joshua/josue: josh|judith: judy judi
julia/julie/yulia/yuliya/juliane/juliette/juliet: jule jules yulya iulia juju julka
julian/julien/julius/julio: jules juju julito|jurgen: jogi|katia: kat|karen: kaz kari|kenneth: ken kenny
klaus/nicholas/nicolas/nikolaus/nikolaos/nikolai/nikolay/nicola/: nick nicky nico niko nikos kolya \
kolia klaus claus niki col nic
kseniya/ksenia/xenia: ksyusha ksiusha xusha ksioucha ksu|laetitia/leticia: leti titi tish
laura: laurie lolly lau lauri|laurence: laurie lolo lau
lawrence/laurent/lorenzo/lorenz/laurentius: larry laurie lolo lenz lars loz
leonard/leonardo/leonhard/leo: len lenny leo leon|leopold: leo poldi|loic: lolo
louis/luis/ludwig/lewis: lou louie lucho luigi loulou luisito wiggerl
louise/luisa/luise: lou lulu loulou isa|lucas/luke/lukas/luc: luke lulu luki
lucia/lucy/lucie: lulu luz lucita|ludmila/lyudmila/liudmila/lioudmila: lyuda luda mila liuda liouda lusya
madeleine/magdalena/magdalene/madeline: lena maddie magda leni mado mady malena|maksim: maks
margaret/marguerite/margarita/margarete/margarethe/margaux/margot: maggie peggy meg greta daisy margo \
margot rita marge gretel grete marga gogo gretchen madge margie mags
maria/marie/mary/mariya: molly polly mimi maria mia masha macha mari mitzi maruja ria moll may
mark/marc/marcus/markus/marco/marcos: marc marky|martin/martina/martine: marty tina titine marti
mathilde/matilda/mathilda: tilda tilly mattie math mathou
matthew/mathieu/matthieu/mateo: matt matty mat matou teo|matthias/mathias: matze hias matti mats matt mat
maurice/mauricio/moritz: momo mo mauri
maxime/maximilian/maximilien/maximo/maxim/maxwell: max maxi maks maxou|mercedes: merche meche mercy
michael/michel/miguel/mikhail/michail/mihail/michalis/mikael: mike mick mickey micky misha micha michi \
migue mikey michou mitch
mohamed/mohammed/muhammad/mohammad/mehmet: mo momo moh hamed|monika/monica/monique: moni nica mone
montserrat: montse|nadezhda/nadia: nadya nadia
natalia/natalya/nathalie/natalie/nataliya: nat natasha nath tasha nata natacha tali
noemie/naomi/noemi: mimi nono|olga: olya olia ola|oliver/olivier/oliverio: ollie oli olly noll
olivia: liv livvy livia|pamela: pam|panagiotis: panos takis
patricia/patrizia: pat patty tricia trish patsy pati|patrick/patricio/patrice: pat paddy pato patoche
paul/pablo/pavel/paulo: pavlik pasha pacha paulie pavlos polo|paula/pauline/paulina: polly popo polina
penelope: penny nelly poppy
peter/pierre/pedro/petr/pyotr/petros: pete pierrot petya perico peterle pit pierro
philip/philippe/felipe/philipp/phillip: phil pip flip fefe lippi philou|philippa: pip pippa pippi
pilar: pili piluca|rachel/raquel/rahel: rach shelly rae|rafael/raphael: rafa rafi raf raph rapha
rajesh: raj raju|raymond/raimund/ramon/raimundo: ray mon moncho
rebecca/rebekah/rebeka: becky becca beck reba bex|remi: remy
richard/ricardo/rikard: rick dick rich richie ricky ricard ritchie rici
robert/roberto/rupert/ruprecht: rob bob bobby bert robbie robin berto beto bertl robi bibi
rodolfo/rudolf/rodolphe: rudi rudy fito|roger/rogelio/rudiger: rog hodge rudi rodge
roland/rolando/orlando: roly rollo|ronald/ronaldo: ron ronnie
rosa/rose/rosemary/rosamund/rosalind/rosario: rosie ros roz rosita charo romy chayo
salvador/salvatore: salva chava sal tore|samantha: sam sammie|samuel: sam sammy|sandrine: sandy drine
sarah/sara: sally sadie sari|sebastian/sebastien: seb basti bastian bastien seba wastl
sergey/sergei/serge/sergio: seryozha serezha serega checho serioja|simon/simone: si simmo momo
sofia/sophie/sophia/sofie: soph sof fia sonya sonia phiphi fifi|solene/solange: soso sol
stephanie/stefanie/estefania: steph steffi stef fanny stephie fani
stephen/steven/stefan/stephane/esteban/stephan/stepan: steve stevie steph stef steff steffen
susan/susanne/suzanne/susana/susannah: sue susie suzy susi sanne suse zuzu su|svetlana: sveta lana svetik
sylvie/silvia/sylvia: syl silvi vivi|tatiana/tatyana/tatjana: tanya tania tata
teresa/theresa/therese/theresia: terry tess tere resi tessa maite tracy resl
theodora: thea dora teddy theo dodo
theodore/theo/theodor/theodoros/teodoro/fyodor/fedor: ted theo teddy fedya thodoris teo
thomas/tomas: tom tommy thom tomasito totom|timothy/timothee/timoteo: tim timmy timo|tobias: tobi toby
ulrike/ulrich: uli ulla rike ulli|ursula: uschi ulla ursel uschl|valerie/valeria/valeriya: val lera vava
vasiliki/vassiliki: vaso vicky|vasilis/basil/vasily/vasiliy/vassilis: vasya bill vasia baz
veronica/veronique/veronika: vero ronnie vroni nica vera|victor/viktor: vic vitya
victoria/viktoria: vicky tori vicki vika vikki toria|vincent/vicente/vinzenz: vince vinny vin chente cente
vladimir: vova volodya vlad volodia|vsevolod: seva|vyacheslav/viacheslav: slava
walter/gauthier: walt wally wolly|wenceslas: wences|winifred: winnie freddie fred|wolfgang: wolf wolle wolfi
yakov: yasha iacha|yevgeny/yevgeniy: zhenya|zachary: zach zack
"""


@cache
def roots(given: str) -> frozenset[str]:
    """The full names a given name may stand for; itself among them."""
    return _roots().get(given, frozenset()) | {given}


def is_known(given: str) -> bool:
    """Whether the table knows this name, full or familiar."""
    return given in _roots()


@cache
def _roots() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in _TABLE.replace("\n", "|").split("|"):
        if ":" in entry:
            full, familiar = entry.split(":")
            first, *variants = full.split("/")
            for form in (first, *variants, *familiar.split()):
                found.setdefault(form, set()).add(first)
    return {form: frozenset(names) for form, names in found.items()}
