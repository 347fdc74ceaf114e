"""Life outside work, and things that go from hand to hand, in English and French."""

LIFE = """
flat: | flat, apartment, two-room flat, housing, place to live, rent flat, studio flat, accommodation |
    appartement, logement, studio louer, louer studio, t2, colocation appartement, hebergement temporaire
flat_share < flat: | shared flat, flatshare, flat share, room in flat, room to rent, flatmate, roommate,
    spare room | colocation, coloc, colocataire, chambre louer, chambre habitant, chambre
sublet < flat: | sublet, sublease, short-term rent, place to stay, stay in summer, short stay |
    sous-location, sous-louer, je sous-loue, sous-loue, logement temporaire
estate_agent: | estate agent, realtor, letting agent, real estate | agent immobilier, agence immobiliere
guarantor: | guarantor | garant, caution locative
moving: | moving company, mover, move house, removal company, help moving, removals, carry furniture, moving
    help, carry box, two strong arm | demenageu*, entreprise demenagement, aide demenagement, deux bras, bras
    demenagement, porter meuble, porter carton, coup main demenagement
van: | van, help moving sofa, help move sofa, moving sofa, lorry, truck | camionnette, camion, utilitaire,
    fourgon
moving_boxes: | moving box, cardboard box | carton demenagement, carton
storage: | storage, store box, store furniture, space garage, garage space | garde-meuble, stockage,
    stocker, entreposer
cleaning: | cleaner, cleaning lady, housekeep*, clean flat | menage, femme menage, nettoyage appartement
plumber: | plumber, plumbing, dripping tap, leaking pipe, leak | plombi*, fuite eau, robinet
electrician: | electrician, rewire, wiring | electricien*, electricite
handyman: | handyman, put up shelf, shelf, assemble furniture, flat-pack, odd job | bricol*, monter etagere,
    etagere, monter meuble
painter_decorator: | house painter, painter decorator, paint flat, paint wall, paint room,
    painter and decorator, wallpaper | peintre batiment, repeindre, peindre mur, papier peint,
    peindre appartement
carpenter: | carpenter, joiner, woodwork* | menuisi*, ebeniste, charpenti*
locksmith: | locksmith | serruri*
drill: | drill, sander, power tool, tool to lend | perceuse, ponceuse, outil electroportatif, outillage
upholstery: | upholster*, reupholster, repair sofa, repair armchair, recover chair | tapissi*, tapisserie,
    refaire fauteuil, refait fauteuil, recouvrir fauteuil, fauteuil ancien, repare canape, repare fauteuil,
    reparer fauteuil, reparer canape
chair: | chair, desk chair, office chair, armchair | chaise, fauteuil bureau
garden_chair: | garden chair, garden furniture, deckchair | chaise jardin, salon jardin, transat
board_chair: | board chair, chair board, chaired board, new chair, chairperson, board member,
    chaired many board | presider, presidence association, conseil administration
sofa: sofa | couch, settee | canape
coworking < desk: coworking, co-working
desk: | desk, desk to rent, office space, shared office, share office, desk studio, workspace, hot desk |
    bureau partager, bureau partage, poste travail, bureau louer, louer bureau, partager bureau,
    espace travail, tiers-lieu
standing_desk: | standing desk, sit-stand desk | bureau debout, bureau assis-debout
meeting_room: | meeting room | salle reunion
studio_space: | art studio, workshop space, studio space, maker space, makerspace | atelier artiste,
    atelier partager, atelier partage, fablab
venue: | event space, venue, event venue, event location, party room, hire hall, place concert, space event,
    function room, conference room, venue for, host evening event, host event, place for meetup, room for
    event | salle louer, louer salle, location salle, salle assemblee, salle reunion associative, salle fete,
    lieu evenement, salle spectacle, salle atelier, salle personne, pret salle, salle, salle assemblee
    generale, salle a louer
party_place: rooftop | summer party, place party, party venue, party location | lieu fete, fete ete,
    toit-terrasse, lieu soiree
exhibition_space: | exhibit, gallery space, place exhibit, exhibition space, show my art, show my print,
    gallery | galerie, lieu exposition, exposer, espace exposition
town_hall: | town hall, city hall | mairie, hotel ville
sound_system: | sound system, pa system | sono, sonorisation
childcare: babysit*, baby-sit* | childcare, child care, nanny, look after child, mind children, child minder,
    childminder, look after our kid, look after my kid, look after kid, watch child, watch my kid | garde
    enfant, garder enfant, nounou, assistante maternelle, creche, garder petit, garde petit, garde
    periscolaire
school_run: | school run, pick-up school, pick child | sortie ecole, chercher enfant ecole
pushchair: | pushchair, stroller, pram | poussette, landau
baby_things: | baby clothes, cot, crib, high chair, toys | vetement bebe, lit bebe, jouet, chaise haute
children_books: | children book | livre enfant, livre jeunesse
au_pair: au pair
school: | school, kindergarten | ecole, maternelle
tutoring: | tutor, tutoring, homework | soutien scolaire, aide devoir, cours particulier
dog_walking: | dog walk*, walk dog, walk our spaniel, walk spaniel, walk our dog, walk my dog | promener
    chien, promenade chien, sortir chien
pet_sitting: | pet sit*, dog sit*, look after dog, board dog, mind dog | garde chien, garder chien,
    pension chien
cat_sitting: | cat sit*, feed cat, look after cat | garder chat, garde chat, nourrir chat
cat_adoption: kitten | adopt cat, adopt kitten | adopter chat, chaton, adopter chaton, donne chaton
pet_behaviour: | dog behaviour, cat behaviour, cat scratch, animal behaviour | comportementaliste, chat griffe
dog_training: | dog train*, puppy train*, puppy not obey, dog pulls lead, dog behaviour | educateur canin,
    educatrice canine, chiot obeit, dresser chien, education canine, chien tire laisse, chien obeit
play_date: | play date, playdate, puppy play, dog play | rencontre chiot, jouer chiot
vet: | vet, veterinar* | veterinaire
garden_design: | garden design*, plan garden, balcony garden, garden plan*, plan balcony |
    conception jardin, amenager jardin, amenager balcon
gardening: | gardener, gardening, trim hedge, prune, prune tree, prune apple tree, apple tree, prune rose |
    jardini*, paysagiste, tailler haie, taille haie, entretien jardin, jardinage, taille rosier, taille
    fruitier, elagu*, tailler arbre
plant_swap: | seedling, swap plant, plant swap, cutting, seed swap, plant, tomato seedling, tomato plant |
    semis, bouture, echange plante, plante, graine, plant tomate, plant legume
allotment: | allotment, garden plot, community garden, vegetable plot, grow vegetable | parcelle,
    jardin partage, jardin collectif, cultiver legume, potager
bees: | beekeep*, bee, hive, honey, beeswax | apicult*, abeille, ruche, miel
compost: compost*
mushrooms: | mushroom, forag* | champignon, cueillette
doctor: | doctor, gp, general practitioner | medecin, docteur, generaliste
therapist: | therapist, psycholog*, psychotherap*, counsell*, counselor, therapy | psy, psycholog*,
    psychotherap*, therapeute
dentist: | dentist* | dentiste
midwife: doula | midwife | sage-femme
physio: | physio, physiotherap* | kine, kinesitherap*
osteopath: | osteopath* | osteo, osteopath*
back_pain: | back pain, neck pain, sore back, desk posture, posture, bad back | mal dos, cervicale,
    douleur dos, pour mon dos, lombaire
pain_management: | pain management, chronic pain, pain clinic | douleur chronique, centre antidouleur
speech_therapy: | speech therap*, stutter* | orthophoni*, begaiement
nutrition: | nutrition*, dietit*, diet | nutrition*, dieteti*
nurse: | nurse | infirmi*
first_aid: | first aid | premier secour, secourisme
elder_care: | elderly care, care for parent, carer | aide domicile, aidant, personne agee
massage: massage
hairdresser: | hairdress*, haircut, barber | coiffeu*, coupe cheveu
yoga: yoga, pilates
meditation: | meditat*, mindfulness | meditat*, pleine conscience
retreat: | retreat | retraite yoga, retraite calme, retraite silence, retraite meditation
fitness: fitness, crossfit | personal trainer, gym, get fit, workout, sport coach | coach sportif, salle
    sport, remise forme, musculation, remise en forme, preparateur physique
running: jogging, marathon, half-marathon | run 10, running partner, running club, run with, runs 10, runner,
    go running, 5k run, 10k run, easy run, run before work, morning run, run together | course pied, courir,
    coureur partenaire, semi-marathon, je cours, footing, entrainement semi
badminton: badminton
tennis: tennis, padel, squash
football: | football, soccer | foot, football
climbing: | climb*, bouldering | escalade, grimp*
swimming: | swim, swimming, swimmer | nager, natation, nageur
hiking: trek* | hike, hiking, walk in hills | randonn*, marche montagne
sailing: | sailing, sail | voile, bateau voilier
skiing: ski | skiing | ski
dance: salsa, tango, swing, ballet | dance, dancing, dancer | danse, danser, danseu*
choir: gospel | choir, sing together, sing group | chorale, choeur, chanter groupe
singing: | singing, sing, voice lesson | chant, chanter
piano: piano
piano_tuning: | tune piano, piano tuner, piano tuning | accord piano, accorder piano, accordeur, accorde piano
guitar: | guitar, ukulele | guitare
drums: | drummer, drums | batteur, batteuse
violin: | violin, cello | violon, violoncelle
band: jazz trio | band wedding, wedding band, live band, jazz band, musician wedding, live music |
    groupe mariage, groupe musique, groupe jazz, fanfare, musicien mariage
film_music: | music film, film music, compos*, film score, soundtrack | musique film, composit*,
    bande originale, musique court
dj: dj, disc jockey
theatre: | theatre, theater, improv, drama group | theatre, improvisation, impro
writing_workshop: | writing workshop, writing group, creative writing | atelier ecriture, ecriture creative
book_club: | book club, reading group | club lecture, cercle lecture
library: | library, librarian, find article | bibliotheque, bibliothecaire, mediatheque
bookshop: | bookshop, bookstore, bookseller, stock book | librairie, libraire
cinema: cinema, film club | movie night | cine-club
museum: | museum, curator | musee, conservateur musee, mediatrice culturelle, mediateur culturel
museum_partner < museum: | museum partner*, partnership museum, partner museum | partenariat musee,
    partenaire musee
gallery_owner: | gallerist, gallery owner, art dealer | galeriste, marchand art
art_residency: artist residency | artist residence, residency | residence artiste, residence artistique
frame_restoring: | frame restor*, restore frame, picture frame, old frame | encadr*, restaur* cadre
ceramics: | ceramic, pottery | ceramique, poterie, potier, potiere
knitting: | knit, knitting, crochet | tricot, tricoter, crochet
coins: numismat* | coin collect*, old coin, value coin, coin | piece monnaie, monnaie ancienne, piece ancienne
stamps: | stamp collect*, philatel* | timbre collection, philatel*
reading_corner: | reading corner, quiet corner | coin lecture, coin calme
play_corner: | play corner, play area | coin jeu, espace jeu
laundry: laundromat | laundry | laverie, lessive
cooking: | cooking, cook, cookery, chef, cuisine | cuisin*, cuisine, chef domicile
catering: | cater*, caterer, cater dinner | traiteur
bread: | bread, bakery, baker, sourdough, pastry, loaf | pain, boulang*, levain, viennoiserie, patisserie
wine: | wine, sommelier, wine tasting | vin, oenolog*, sommelier, degustation vin, degustation domicile,
    sommeliere
cheese: | cheese | fromage
coffee_roaster: barista | coffee roaster, coffee bean | torrefact*
restaurants: | restaurant, restaurant tip, place to eat | restaurant, bonne adresse, resto
car: | borrow car, lend car, rent car, car to lend, car | voiture, louer voiture, location voiture,
    autopartage
carpool: | carpool, car share, lift to, ride to, share ride | covoiturage, covoiturer, trajet vers
coach_bus: | coach trip, coach hire, tour bus | autocar, car groupe, car sortie
bike: | bike, bicycle, bike to sell | velo, bicyclette
bike_repair: | repair bike, fix bike, bike repair, bike mechanic, fix bicycle, mend bike, broken bike,
    puncture | reparer velo, reparation velo, atelier velo, velo reparation, derailleur, crevaison, frein
    velo
cargo_bike: | cargo bike | velo cargo
bike_routes: | bike route, bike path, cycle route, ride work | piste cyclable, itineraire velo
bike_insurance: | insure bike, insure cargo bike, bike insurance | assurance velo, assurer velo
mechanic: | mechanic, car repair, fix car, garage car | garagiste, mecanicien*, reparer voiture
driving: | driving licence, driving lesson, driving test, learn drive | permis conduire, passer permis,
    permis francais, code route, auto-ecole
visa: visa | immigration, work permit, residence permit, permit office, prefecture | titre sejour,
    immigration, carte sejour, permis travail, prefecture, accompagner prefecture
naturalisation: | naturalis*, naturaliz*, citizenship, became french, become french | naturalis*, nationalite
admin_letters: | official letter, letter authorities, paperwork, bureaucracy | ecrivain public,
    courrier administratif, courrier prefecture, prefecture, demarche administrative
bank_account: | bank account, open account | compte bancaire, ouvrir compte
insurance: | insurance, insurance broker, insur* | assurance, assureur, courtier assurance
liability_insurance < insurance: | liability insurance, professional insurance, liability |
    responsabilite civile, rc pro, assurance pro
health_insurance: | health insurance | mutuelle, complementaire sante
home_insurance: | home insurance, contents insurance | assurance habitation
cyber_insurance: | cyber insurance | assurance cyber
pension: | pension, retirement plan | retraite complementaire, pension retraite, preparer retraite
mortgage: | mortgage, home loan | pret immobilier, credit immobilier, emprunt immobilier
language_exchange: tandem | language exchange, conversation exchange, practise, practice, conversation,
    native speaker, practise native, native swap, swap native, conversation table |
    echange linguistique, pratiquer, conversation, echange autour, parler avec natif, conversation natif,
    table conversation
new_in_town: expat | new in town, newcomer, new city, new people | nouvel arrivant, nouveaux arrivants,
    nouvelle ville, nouveau quartier
friends < new_in_town: | make friend, meet people, meet other | se faire amis, rencontrer gens,
    rencontrer monde
volunteering: | volunteer | benevol*
microphone: | microphone, podcast microphone, mic, audio recorder | micro, micro podcast, enregistreur,
    zoom h5, zoom h6
tripod: | tripod | trepied
ring_light: ring light, softbox | studio light | eclairage studio
projector: | projector, beamer | projecteur, videoprojecteur, ecran projection
camera: | camera, lens | appareil photo, objectif photo
photo_gear: | photo gear, camera gear, photo equipment, rent camera | materiel photo
vr_headset: | vr headset, vr goggles | casque vr, essayer realite virtuelle, casque realite
laptop: | laptop, second screen, monitor | ordinateur portable, ecran ordinateur
tent: | tent, camping gear | tente, materiel camping
ladder: | ladder | echelle, escabeau
furniture: | furniture, wardrobe, table | meuble, armoire
clothes: | clothes | vetement
geology: | geolog*, rock formation, formation rock | geolog*, formation rocheuse, roche
robotics: robot*, arduino | electronics | electronique
accent: | accent coach*, accent, pronunciation | accent, prononciation, diction
"""
