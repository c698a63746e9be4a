/**
 * What most people choose: the commonest five thousand of what became known from broken sites, as zxcvbn-ts ranks them (MIT),
 * and the words people here begin with. In small letters; asked by password.rules.ts.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
0.0.0.000 0.0.000 000000 0000000000d 0000000000o 000001 000007 000777fffa 007007 01011 01011910 01011970 01011980 01011981 01011984 01011985 01011986 01011987 01011988 01011989 01011990
01011991 01012000 01012001 01012010 01012011 010203 0102030405 010203040506 01234567890 012345678910 0123654789 0147258369 0147852369 0147896325 0192837465 01telemike01 02071986 03082006
0987654321a 0cdh0v99ue 0o9i8u7y6t 100000 10101 10203 102030 10203040 1020304050 102030405060 102938 1029384756 1029384756q 10987654321 111111 11111111 1111111111zz 1111122222 11111aaaaa
11112222 1112131415 111222 111222333 111222333000 111222333a 112211 1122112211 11223 112233 11223344 1122334455 112233445566 112358 11235813 1123581321 1133557799 12121 121314 12131415
1213141516 122333 1223334444 123098 12312 123123 12312312 123123123a 123123123q 123123a 123123q 123123qweqwe 1232323q 12332 123321 123321123 123321123321 123321456654 123321q 123321qweewq
1234321 12344321 12345 1234509876 123451 123454321 1234554321 1234554321q 123456 12345654321 123456654321 1234567 12345678 123456782000 123456789 123456789. 1234567890 12345678900
12345678900987654321 12345678901 123456789012 1234567890987654321 1234567890a 1234567890m 1234567890p 1234567890q 1234567890qaz 1234567890qw 1234567890qwe 1234567890qwerty 1234567890s
1234567890w 1234567890z 1234567890zzz 1234567891 12345678910 123456789101 12345678912 123456789123 12345678987654321 1234567899 123456789987654321 123456789a 123456789aa 123456789abc
123456789as 123456789b 123456789c 123456789d 123456789e 123456789f 123456789g 123456789i 123456789k 123456789l 123456789m 123456789n 123456789o 123456789p 123456789q 123456789qaz 123456789qq
123456789qqq 123456789qw 123456789qwe 123456789qwerty 123456789r 123456789s 123456789t 123456789v 123456789w 123456789x 123456789y 123456789z 123456789zx 123456789zxc 12345678q 12345678qwe
12345679 1234567a 1234567q 1234567qwertyu 123456a 123456aa 123456k 123456q 123456qwer 123456qwert 123456qwerty 123456r 123456s 123456z 123457 12345a 12345abcde 12345asdfg 12345q 12345qwe
12345qwert 12345qwerty 12345trewq 12345z 12345zxcvb 1234abcd 1234qwe 1234qwer 1234qwerasdf 1234qwerasdfzxcv 1234qwerty 123654 123654789 1236547890 123654789a 12369874 123698745 123789
123789456 123987 123aaa 123abc 123asd 123hfjdk147 123qaz 123qwe 123qwe123 123qwe123qwe 123qwe456rty 123qweasd 123qweasdzx 123qweasdzxc 123qwerty 123zxc 124578 128500 12qw34er 12qw34er56ty
12qwas 12qwaszx 131313 132435 13243546 134679 135246 135790 1357908642 1357924680 1357997531 1366613 141627 142536 147258 14725836 147258369 1472583690 147258369a 147852 147852369 1478963
14789632 147896325 150781 15426378 159357 159753 159753159753 1597532486 159753456852 159951 162534 17171717aa 18436572 192837 192837465 19411945 1958proman 1986irachka 19952009sa 19mtpgam19
1a2a3a4a5a 1a2b3c 1a2b3c4d 1a2b3c4d5e 1a2s3d4f5g 1a2s3d4f5g6h 1pass1page 1passwor 1q2q3q4q5q 1q2w3e 1q2w3e4r 1q2w3e4r5 1q2w3e4r5t 1q2w3e4r5t6y 1qa2ws3ed 1qa2ws3ed4rf 1qaz2wsx 1qaz2wsx3edc
1qaz2wsx3edc4rfv 1qazwsxedc 1qazxsw2 1qazxsw23edc 1qazxsw23edcvfr4 1qwerty 1qwertyuiop 1x2zkg8w 1z2x3c4v5b 200000 21122112 2128506 222333 223344 23176djivanfros 235689 2468013579 246810
25802580 258456 26429vadim 31217221027711 314159 31415926 3141592654 315475 321123 321456 321654 321654987 3216732167 32615948worms 332211 333666 336699 362436 38gjgeuftd 3f3fpht7op
3rjs1la7qe 3syqo15hil 41d8cd98f00b 420247 4294967296 42qwerty42 445566 456123 456321 456654 456852 4815162342 4815162342a 4815162342lost 4815162342q 4904s677075 4runner 50cent 51051051051
51505150 541233432442 5432112345 5544332211 555666 555777 59382113kevinp 5hsu75kpot 5t4r3e2w1q 666666 666777 666999 6751520 696969 73501505 741852 741852963 7418529630 742617000027 753159
753951 7753191 7777755102q 7777777 777888 778899 784512 789123 789456 78945612 789456123 7894561230 789456123a 7895123 789654 789987 7elephants 7jokx7b9du 7ugd5hip2j 80070633pc 80637852730
80988218126 852456 8675309 87e5nclizry 88002000600 89015173454 89172735872 89211375759 89231243658s 89600506779 89876065093rax 8j4ye3uz 8phrowz622 8phrowz624 90210 906090 911911 9293709b13
9379992 951753 963852 963852741 9638527410 987456 987654321a 987654321z 989244342a 9988776655 999111999q a12345 a123456 a1234567 a123456789 a1234567890 a1a2a3a4a5 a1b2c3 a1b2c3d4 a1b2c3d4e5
a1s2d3 a1s2d3f4 a1s2d3f4g5 a3eilm2s2y a987654321 aaa111 aaliyah aardvark aaron abc12 abc123 abc1234 abc12345 abc123456789 abcd123 abcd1234 abcde12345 aberdeen abgrtyu abigail abracadabra
abraham abrakadabra absolut absolutely access access14 accord account accountbloc accounting achilles action active adgjmptw adidas admin admin18533362 administrator admiral adonis
adrenaline adrian adriana adult aezakmi africa again agent007 aggies aikido airborne airbus airforce airplane ajcuivd289 ajnjuhfabz alabama alabama123 alaska albatros albert alberto albina
albion alejandr aleksander aleksandr aleksandra aleksey alessandra alessandro alexande alexander alexander1 alexandr alexandra alexandra1 alexandria alexis alfred alibaba alice alicia alien
aliens alina alinaalina alison allen alliance allison allmine allsop allstar alpha alpha1 alphaomega alpine alternative alucard always alyssa amadeus amanda amanda1 amateur amazon ambassador
amber amber1 amelia america america1 american amsterda amsterdam amsterdam1 an83546921an13 anaconda anakin analsex anarchy anastasia anastasija anastasiya anderlecht anders anderson andre
andrea andreas andrei andres andrew andrew1 andrewjackie andrey andromeda anfield angel angel1 angela angelica angelina angelo angelochek angelofwar angels angie anhnhoem anhyeuem animal
animal2000 animals anime annette annie answer antananarivu anthony anthony1 anton antonio anubis anything apache apocalypse apokalipsis apollo apollo13 apple apple1 apple123 applepie apples
applesauce april aquarius aragorn archer archie area51 arizona arjay armageddon armani arnold arsenal arsenal1 artemis arthur artist artur asd123 asdasd asdf123 asdf1234 asdfasdf asdfg
asdfg12345 asdfgh asdfghj asdfghjk asdfghjkl asdfghjkl1 asdfghjkl123 asdfjkl asdzxc ashley ashley1 ashton asian aspire aspirine assass assassin assfuck asshole asshole1 assholes assman
astalavista asterix astonmartin astonvilla astrid astros athena athens atlanta atlantic atlantis atomic attack attitude auburn auckland2010 audia4 audrey august aurora aussie austin australi
australia australia1 autumn avalanch avalon avatar avenger avrillavigne awdrgyjilp awesome azamat azerbaijan azerty azertyuiop azsxdc azsxdcfv azsxdcfvgb azwebitalia babemagnet babes babies
babyblue babyboy babydoll babygirl babylon babylon5 bacardi backdoor backup bacninh bacon badass badboy baddog badger badgirl badnaamhere baggins bailey baller balloon balls bambam bameyeu
banana bananas banane bandit bangbang bangkok bangladesh banker banshee barbara barber barbie barcelon barcelona barefoot barkley barney barrett barry barsik baseball baseball11 baseball12
basket basketba basketball basketball1 bassman bastard batman batman1 battle battlefield baxter bayern beach beaches beagle beaner beanie bearbear bears beast beastie beatles beatrice
beautiful beautiful1 beauty beaver beavis beckham becky beefcake beerbeer beetle believe belinda bella belle bender bengals benjamin bennett benny benson bentley beretta berezuckiy berlin
bermuda bernard bernie bertha bertie bestfriend bethany better betty beverly bianca bicycle bigass bigballs bigbear bigbird bigboobs bigboy bigcock bigdaddy bigdick bigdog bigfoot bigger
biggie biggles bigguy bigmac bigman bigmoney bigone bigred bigsexy bigtime bigtits bikini billie billy billy1 billybob billyboy bimmer bingo binhminh birdie birdman birmingham birthday
birthday10 birthday100 birthday21 birthday299 birthday54 biscuit bishop bitch bitch1 bitches biteme bizkit blabla black black1 blackberry blackcat blackdog blackhaw blackhawks blackheart
blackhorse blackie blackjac blackman blackmetal blacks blackwhite blacky blade bladerunner blades blahblah blake blaster blazer blessed blessing blingbling blink182 blizzard blonde blondes
blondie blood bloody blossom blowjob blowme bltynbabrfwbz blue123 blue22 bluebird blueblue blueboy bluedevils bluedog bluedragon blueeyes bluemoon blues bluesky bob123 bobafett bobbie bobbob
bobby bobby1 bobcat boeing bogart bogdan bogey bohica bollocks bollox bomber bond007 bondage bondarenko bonehead boner bones bonita bonjour bonkers bonnie bonsai boobie boobies booboo boobs
booger boogie booker boomboom boomer bootie boots booty boricua boris bosco bossman boston bottle bottom bounce bowler bowling bowser boxing boy4u2ownnyc br0d3r bradford bradley brandi
brando brandon brandon1 brandy brasil braveheart braves brazil breast breeze brenda brendan brent brewster brian brian1 briana brianna bridge bridget brighton bristol britney brittany
broadway broken bronco broncos brooke brooklyn brooks brother brothers brown brownie browns bruce brucelee brucewayne bruins bruno brutus bryan bryant bubba bubba1 bubbas bubble bubbles
bucket buckeye buckeyes buckshot buddha buddy buddy1 budlight budman budweise buffalo buffett buffy buffy1 bugger builder bulldog bulldog1 bulldogs bullet bullseye bullshit bullwinkle
bunghole bunny bunny1 burger burton business businessbabe busted buster buster1 butch butler butter butterbean butterfl butterfly butterfly1 butthead butthole buttman button buttons buzzard
byajhvfnbrf byteme c43dae874d c43qpul5rz cabbage cactus cadillac caesar caitlin calculator calico caliente californ california caligula callaway callie callofduty calvin camaro cambiami
camel camelot camels camera cameron camilla camille campbell canada canadian canbo cancel cancer cancun candice candle candy candyman cannon cannondale canon cantona capital capone captain
caramel carbon cardinal carina carla carlo carlos carlton carmen carol carole carolin carolina caroline carolyn carpet carrera carrie carrot carson carter cartman cartoon casablanca casanova
caserta casey casey1 casino casper cassidy cassie castle cat123 catalina catch22 catdog caterpillar catfish catherin catherine catman cavalier caveman cbr600 ccbill cdtnkfyf cecilia cedric
cegthgegth cegthgfhjkm celeron celeste celica celine celtic celtic1888 celtics center central cerberus cessna cfitymrf cfkfvfylhf cgtwbfkbcn chainsaw chair challenger champ champion champs
chance chandler chanel chang change changed changeme chaos charger chargers charles charles1 charleston charley charli charlie charlie1 charlie123 charlott charlotte charlton charly charmed
chase chaser cheburashka check cheerleader cheerleaers cheers cheese cheese1 cheesecake cheetah chelsea chelsea1 chemical cheng cherokee cherry cheryl chessmaster chester chester1
chesterfield chevelle chevrole chevy chevy1 chewie cheyenne chicago chicago1 chichi chicken chicken1 chicken123 chickens chickenwing101 chicks chico chief chiefs children china chipper
chivas chloe chocolat chocolate chocolate1 chong chophien chopper chris chris1 chrisbln chrisbrown chrissy christ christia christiaan christian christian1 christie christin christina
christine christop christophe christopher christopher1 christy chronic chrono chubby chuck chuckles chucky church cigars cincinnati cinder cinderella cindy cinnamon cjkysirj cjkywt claire
clancy clapton clarence clarinet clark classic claude claudia claudio clayton clemson clevelan clifford clinton clipper clitoris cloud9 clover clubpenguin cnjvfnjkju cobra cobra1 cocacola
cockgobbler cocks cocksucker coconut coffee cohiba coleman collection colleen college collins colombia colorado colors colt45 coltrane columbia columbus combat combat123654 comicbookdb
comicbooks comics command commando compaq compatible computador computadora compute computer concrete condom condor confidence confused congty connect connection conner connie connor conrad
constantine construction consumer contact content contortionist contrasena control conyeu cookie cookies cooldude cooler coolguy coolio coolman cooper coorslight cooter copenhagen copper
cornell corona corrado corvette cosmo cosmopolitan cosmos cosworth cotton cougar counterstrike country courtney cowboy cowboys cowboys1 coyote cracker craig crash crawford crazy crazy1
crazybab cream creampie creamy creative credit cricket crimson cristina cristopher critter crjhgbjy cruise cruiser crunch crusader crysis crystal crystal1 ctdfcnjgjkm cthulhu cthutq cubbies
cuddles cumming cumshot cunts cupcake curious curtis custom cutlass cutter cvzefh1gkc cxfcnkbdfz cxfcnmt cxfcnmttcnm cyber cyberonline cyclone cyclops cyecvevhbr cyjdsvujljv cynthia cypress
cytuehjxrf daddy daddy1 daewoo dagger daisy daisy1 dakota dalejr dallas dallas1 dalton damage damian damien dammit damnit dance dancer danger danie daniel daniel1 daniela danielle daniil
danila danni danny dannyboy dante danzig daphne darius darkknight darkness darkside darkstar darling darren darthvader darwin dashadasha david david1 davids davidson davis dawson daytona
dbrnjh dbrnjhbz dbrnjhjdbx dbrnjhjdyf dctvghbdtn deacon deadhead deadman deanna death death1 debbie deborah december deedee deejay deeppurple deepthroat deerhunter deeznuts deeznutz defender
defiant deftones delete delta delta1 deltaforce demon demons denali denis denise deniska dennis denver department depeche depechemode derek derrick description desert design designer desire
deskjet desperados destiny detroit deutschland devil devildog devildriver devilmaycry devilmaycry4 devils dexter dfkthbz dfkthf dfktynbyf dfktynbyrf dfvgbh dharma dhjnvytyjub diablo diamond
diamond1 diamonds diana dickhead dicks dictionary diehard diesel dietcoke digger digital digitalprodu dilbert dildo dilligaf dillon dinamo dingdong dinosaur direct director dirty discover
disney disneyland diver divine dixie dkflbckfd dkflbdjcnjr dkflbvbh dkflbvbhjdbx dkflbvbhjdyf doberman doctor dodge dodge1 dodger dodgeram dodgers dodgeviper doggie doggy doggystyle dogman
dogphil3650 dollar dollars dolphin dolphins domainlock2005 domination dominic domino donald donaldduck dongthap donkey donkeykong donna donnie donuts doobie doodle doogie dookie dorian
dorothy double doughboy douglas downtown dracula drago dragon dragon1 dragonball dragonballz dragonfire dragons dragoon drake dream dreamer dreams driver drizzt droopy drowssap drpepper
drummer dthjybrf dublin ducati duchess dudley dumbass duncan duranduran durango duster dustin dusty dylan eagle eagle1 eagles eastside eatme eatpussy eatshit eclipse eddie eduard eduardo
edward edward1 edwards eeyore efbcapa201 eileen einstein ejaculation ekaterina ekaterina20 elaine electric electronic element elena elephant eleven elijah elizabet elizabeth elizabeth1
elliot elliott elvira elvis elvis1 elwood emerald emerson emily emily1 eminem emmanuel emmitt empire emyeuanh energy engage engine engineer england english enigma enjoy enter enter1 enterpri
enterprise erica ericsson ernest erotic erotica escape escort esther eternal eternity eugene europa europe evanescence evangelion evelyn everest everton everything excalibu excellence exigen
exigent exodus experience experienced explorer express extreme fabian fabie fabric facial faggot faith falcon falcons fallen fallenangel fallout family fantasy farmer farside fartripper
fashion faster fatass fatboy fatcat father fatima fatman fcbarcelona feather february federico felicia felicidade felipe felix fender fenerbahce fernand fernando ferrari ferrari1 ferret
fester fetish fghtkm fgjrfkbgcbc ficken fiesta figaro fighter fighting54 filter filthy finalfantasy finger fingers finish fiorentina fireball firebird firefighter firefly firefox fireman
firestarter first firstone123 fisher fishes fishing fitness fkg7h4f3v6 fkmnthyfnbdf fktrcfylh fktrcfylh1 fktrcfylhf fktrcfylhjdbx fktrcfylhjdyf fktrctq flames flamingo flash flash1 flatron
fletch fletcher flight flintstone flipper floppy florence florian florida florida1 flounder flower flowers floyd fluffy flvbybcnhfnjh flyboy flyers flying focus foobar footbal football
football1 football12 fordf150 forest forever forfun forget forgot formula formula1 forrest fortuna fortune fossil foster fowler foxtrot france frances francesc francis franco francois frank
frank1 frankie franklin franky freak freaks freaky freckles freddie freddy frederic frederiksberg fredfred freedom freedom1 freelancer freeman freepass freeporn freeuser freeze french fresh
friday friend friends friendship friendster fright frisco frisky fritz frodo frogger froggy froinlaven front242 frontier frosty frozen fubar fuck_inside fucked fucker fuckers fuckface
fuckfuck fuckher fuckin fucking fuckinside fuckit fuckme fuckmehard fuckoff fuckthemall fucktheworld fuckthis fucku fucku2 fuckyou fuckyou1 fuckyou123 fuckyou2 fuckyoubitch fuckyouguys
fugazi function funny funtime fusion futbol future fyfcnfcbz fylhtq fynfyfyfhbde gabrie gabriel gabriell galatasara galatasaray galaxy galina galore gambit gamemaster games gandalf gandalf1
gangbang gangbanged gangsta gangster garage garbage garcia garden garfield gargoyle garrett gaston gatekeeper gateway gateway1 gator gators gblfhfcbyf gbpltw gegcbr geheim gemini general
generation genesis genius george george1 georgetown georgia gerald gerard german germany geronimo gesperrt getmoney getsome gettysburg gfhfcjkmrf gfhjkm gfhjkm123 gfhjkmgfhjkm ghbdtn
ghbdtnbr ghbdtndctv ghbdtnghbdtn ghbdtngjrf ghbdtnrfrltkf ghetto ghhh47hj764 ghhh47hj7649 ghjcnbnenrf ghjcnbvtyz ghjcnj ghjcnjgbpltw ghjcnjgfhjkm ghjcnjghjcnj ghjcnjnfr ghjcnjnfr1
ghjcnjqgfhjkm ghjcnjrdfibyj ghjcnjrdfif ghjrehfnehf ghjrjgtyrj ghost ghostrider giadinh giant giants gibson gilbert gillian ginger ginger1 giorgi giovanni girlfriend girls giuseppe gizmo
gizmo1 gizmodo gjikbdctyf gjkbyf gjkysqgbpltw gjytltkmybr gladiator global gloria gmoney gn56gn56 goalie goblin goblue goddess godfather godisgreat godsmack godzilla gofish goforit goldberg
golden goldfinger goldfish goldie goldstar goldwing golfball golfer golfgolf golfing goliath gollum gonzo goober good123654 goodboy goodbye goodfellas goodluck goodman goodtime goofy google
goose gopher gordolee85 gordon gordon24 gorilla gotcha gothic gotohell govols grace gracie graham grandma grandmaster grandorgue granny grant grapes grasshopper grateful great great1
greatone greece greedisgood green green1 greenbay greenday greene greengreen greenhouse greenlantern greens gregory gremlin grendel gretchen gretzky griffey griffin gringo grizzly groove
groovy groucho groupd2013 grover grumpy gthtcnhjqrf gthtrhtcnjr gtnhjpfdjlcr guardian guest guiness guinness guitar gundam gunnar gunner gunners gunslinger gustav gxlmxbewym gy3yt2rgls
hacked hacker hailey hairy hal9000 halflife hallo hambone hamburg hamilton hamlet hammer hammers hammertime hamster handsome hannah hannibal hanoi hansen hansolo happy happy1 happy123
happyday hardcore harder hardon hardrock hardwareid harley harley1 harmony harold harper harris harrison harry harry1 harrypotter harvey hastings havefun hawaii hawkeye hawkeyes hayabusa
hayden hayley hd764nw5d7e1vb1 heart hearts heather heather1 heaven heavymetal hector hedgehog hedimaptfcor heidi helen helena helicopter hellfire hello hello1 hello123 hellohello hellokitty
helloo hellothere helloworld hellraiser hellyeah helmet helpme hendrix henry hentai herbert herbie hercules herman hermes hershey hesoyam hidden higgins highland highlander hilton hiphop
history hithere hitler hitman hjvfirf hoahong hobbes hobbit hochiminh hockey hockey1 hokies holden holiday holland holly holly1 hollywoo hollywood hollywood1 holmes holyshit homer homer1
homers homerun honda honda1 hondacivic hondas2000 honey honey1 hongkong hooker hoosier hooter hooters hoover hopper horizon horndog hornet horney horny horny1 horse horses hotboy hotdog
hotpussy hotred hotrod hotsex hotshot hotstuff hottie house houses housewifes houston howard hshfd4n279 htubcnhfwbz hudson hummer hungry hunter hunter1 hunting hurley hurrican hurricanes
husker huskers huskies hustler hyperion hypnodanny iaapptfcor ib6ub9 ibanez icecream iceman iddqdiddqd iddqdidkfa idontknow iforgot iguana ihateyou ilikepussy illini illuminati iloveboobies
ilovegirls ilovejesus ilovemusic ilovemylife ilovemyself ilovepussy ilovesex iloveu iloveyo iloveyou iloveyou123 imagination imagine immortal impala imperial impossible incredible incubus
independent indian indiana indians indigo infantry inferno infiniti infinity information ingodwetrust ingrid insane insert insertions inside installdevic installsqlst installutil integra
intelinside intelligence interacial intercourse intermilan international internet intrepid intruder ireland irina irish irish1 ironmaiden ironman isabel isabella isabelle isaiah
iseedeadpeople island israel italia italian ivanov ivanova iverson iwantu j3qq4h7h2v jabroni jackal jackass jackdaniels jackie jackoff jackson jackson1 jacob jacob1 jacqueline jagger jaguar
jamaica james james007 james1 jamesbon jamesbond jamesbond007 jamie jamie1 jammer janet janice janine january japan japanese jarhead jasmin jasmine jasmine1 jason jason1 jasper javier
jayhawk jazzman jeanette jeanne jediknight jeffrey jenna jennie jennifer jenny jenny1 jensen jeremiah jeremy jericho jerkoff jerome jerry jersey jesse jessic jessica jessica1 jessie jester
jesus jesus1 jesuschris jesuschrist jesusislord jesussaves jetbalance jethro jewels jigei743ks jillian jimandanne jimbo jimbob jimmy jimmy1 jlbyjxtcndj joanna joanne joejoe johanna johannes
john316 johnboy johnjohn johnny johnson joker joker1 jokers jonathan jones jordan jordan1 jordan23 joseph joshua joshua1 journey jrcfyf judith juggalo juggernaut juice julia julian julie
juliet juliette julius jumper junebug jungle junior jupiter justdoit justforfun justice justin justin1 justinbiebe justinbieber justine justme juventus jxfhjdfirf k123456789 kahuna kaiser
kaktus kaliningrad kamehameha kamikaze kangaroo kanmax1994 kansas karate karen karina karma karolina kasper katana katerina kathleen kathryn kathy katie katie1 katrin katrina kawasaki kaylee
kbnthfnehf kcj9wx5n kd189nlcih keeper keith kelley kelly kelly1 kelsey kendall kennedy kenneth kenny kenshin kentucky kenwood kenworth kermit kevin kevin1 keyboard keystone keywest khongbiet
kickass kicker killbill killer killer1 killme kimber kimberly kingdom kingfish kingfisher kingkong kingpin kingston kinky kipper kirill kirsten kisses kissme kitkat kitten kitty kitty1
kittycat klapaucius klaster klingon knickerless knickers knicks knight knights knopka kobebryant kodiak kolobok konstantin koshka kosmos kostya kotenok kramer kravchenko krishna krista
kristen kristi kristin kristina kristine kristopher kristy krystal ktyjxrf kungfu kurtcobain kwiatuszek labrador labtec lacrosse ladies ladybug ladyffesta laguna lakers lambert lamborghini
lamborgini lamont lance lancelot lancer langson lansing laptop larisa larry lasvegas latin latino laura laurel lauren laurie lawrence lawyer leader leanne leather leavemealone ledzep
ledzeppelin left4dead2 legacy legend legion legolas lemons lennon leonard leonardo leonid leopard lesbian lesbians leslie lespaul lestat lester letmein letmein1 letmein2 letmeinnow letsgo
lewis lexmark lfplhfgthvf lhbjkjubz2957704 liberty library licker lickit lickme lifehack lifeisgood lifetime light lighthouse lightnin lightning lights lightsaber lillian limpbizkit lincoln
linda lindsay lindsey lineage2 linkinpark lionking lions liquid lisalisa little littlebear littlebitch liverpoo liverpool liverpool1 liverpoolfc livestrong lizard lizzie lobster lockerroom
logan logan1 logitech lokomotiv lol123 lolipop lolita lollipop lollol lololyo123 london lonely lonestar lonewolf longhorn looker looking looney looser loploprock lorenzo lorraine losangeles
loser losers lost4815162342 lotrfotr34 louis louise loulou love1 love123 love69 loveforever loveislife loveit lovelove lovely loveme lover lover1 loverboy lovers lovesex loveyou lovezp1314
loving lowrider lp2568cskt lsia9dnb9y luansantana lucas lucifer lucifer666 lucky lucky1 lucky13 lucky7 luckycharm luckydog lucngan ludwig lumberjack luojianhua luther lvbnhbq lytghjgtnhjdcr
lzhan16889 m6cjy69u35 macdaddy machine macross madagascar madagaskar madden maddie maddog madeline madison madison1 madman madmax madness madonna madrid maestro maggie maggot magic magic1
magical123 magick magicman magnolia magnum magnus magpie maiden mailcreated5240 mailman majestic makaveli maksim malaka malcolm malibu malina mallard mamapapa management manager manchest
manchester manchester1 mandingo mandragora mandy mangust6403 maniac manson manuel manutd mapet123456 mapleleafs maprchem56458 maradona marathon marcel marcia marco marcos marcus margaret
margarita maria mariah marian marianne marie marilyn marin marina marine mariners marines marino marino13 mario marion marisa marissa marius market markhegarty markus marlboro marlene marley
marlin marshall martha martin martin1 martina martinez martini marvel marvin maryjane maryland mason massimiliano massimo massive maste master master1 masterbaiting masterbate masterbating
mastercard masterchief mastermind masters masturbation matador matchbox20 matematica matematika mathematics mathew matilda matkhau matkhaumoi matmabimat matrix matthew matthew1 mattie mature
maureen maurice maurolarastefy maverick maxell maxima maximilian maximum maximus maxine maxmax maxwell mayday mayhem maynard mazafaka meatball meathead meatloaf mechanic mechanical megadeth
megaman megan megapass meghan melanie melinda melissa melissa1 mellon mellow melody melvin member memorex memory memphis meowmeow mercedes mercury meredith meridian merlin mersedes metal
metallic metallica metallica1 method metropolis mevefalkcakk mexico miami michael michael1 michaela micheal michel michele michell michelle michigan mickey mickeymouse microlab micron
microphone microsof microsoft midget midnight mighty miguel mikemike mikey milana milano milena miles military millennium miller millerlite millertime millie million millionaire milton
minecraft minecraft123 minhasenha minime minnie miracle mirage miranda miriam mirror misfit mishka mission mississippi missy mister mistress misty mitchell mitsubishi mittens mobile models
mohammed mollie molly molly1 moloko molson mommy momoney momsanaladventure monaco monalisa monday mondeo money money1 moneymaker moneyman moneymoney moneys mongoose monica monika monique
monitor monke monkey monkey1 monkeybutt monkeys monopoly monroe monster monster1 montana montecarlo montenegro montgom240 montgomery montreal monty moocow mookie moomoo moose moose1 morgan
morganstanley morpheus morris morrison moscow mostwanted motdepasse mothaiba mother motherfuck motherfucker motherlode motley motorcycle motorola mountain mouse mouse1 movie movies mozart
muffin mulder multimedia multiplelo multiplelog munchkin muppet murcielago murder murphy murray muscle mushroom music music1 musica musicman mustang mustang1 mustangs mustard mybaby mylife
mylove mypass mypassword myself mystery mystic nadine naked nancy napass napoleon naruto nascar nasty nastya nastya1995 natali natalia natalie natasha natasha123 nathalie nathan national
natural nature naughty naughtyboy ncc1701 ncc1701a ncc1701d ncc1701e nccpl25282 ne1469 nebraska necromancer needforspeed nellie nelson nemesis nemvxyheqdd5oqxyxyzi neptune network
networkingpe nevada neveragain nevergiveup neverwinter newbie newcastl newlife newman neworleans newpass newpassword newport newproject2004 newton newyork newyork1 newzealand nfnmzyf nguyen
nguyenthi nguyenvan nhecsyfujkjdt nhfdvfnjkju123 nicholas nickel nicola nicolas nicole nicole1 nigger night nightcrawler nikita nikita1998 nikita2000 nikki nikola nikolaevna nikolay nimrod
niners ninja nintendo nintendo64 nipper nipple nipples nirvana nissan nissan350z nitram nobody nofear nokia nokia6230i nokia6300 nolimit nongdan nongsan nongthon noodle noodles nookie nopass
nopassword norman norton norway nostradamus nothing nottingham november nthvbyfnjh nuaddn9561 nudist nugget number number1 nuttertools nwo4life nyjets nylons nymets oakland oakley oasis
obiwan oblivion oc247ngucz ocean october odessa office ohyeah oicu812 oilers oklahoma oksana olcrackmaster oldman oldsmobile olegnaruto oliver olivia olivier omega omega1 omgkremidia onelove
online onlyme ontherocks opensesame openup operator oracle orange orange1 oranges oregon orgasm original orioles orion orlando oscar oscar1 osiris ou812 ou8122 outkast outlaw overkill
overlord oxford p0015123 p0o9i8u7y6 pa55w0rd pa55word pacific packard packer packers packers1 pacman padres painkiller paint paintbal paintball paintball1 painter pakistan palace paladin
palmer pamela panama panasoni panasonic pancho panda pandora pantera panther panther1 panthers panties pantyhos panzer paper paradise paradox paris parker parliament parola parolparol parrot
party pascal pass123 pass1234 passat passion passmaster passme passpass passport passw0rd passwor passwor1 password password00 password01 password1 password10 password11 password12
password123 password1234 password13 password21 password23 password69 password99 passwordpassword passwords passwordstandard passwort patches pathfinder patricia patrick patrick1 patriot
patriots patton patty pauline pavilion payton peace peaches peanut peanutbutter peanuts pearl pearljam pebbles pedro peekaboo peewee pegasus pencil penelope penetrating penetration penguin
penguins penis penny penny1 penthous pentium people pepper pepper1 peppermint pepsi pepsi1 perfect perfection performance person personal pervert peter peter1 peternorth peterpan peters
peterson petra peugeot peyton phantom phezc419hv philadelphia philip philippe philippines philips phillies phillip phillips philly philosophy phish phoebe phoenix phoenix1 photo photos phpbb
pianoman picard picasso piccolo pickle pickles picture pierre piglet pikachu pillow pilot pimpin pineappl pingpong pinhead pinkfloy pioneer piper pippen pirate pirates pisces pistol pitbull
pittsburgh pizza planet plastic platinum playboy player playstation playstation2 playstation3 playtime please pleasure plumber plymouth poetry poison pokemon pokemon1 pokemon123 polaris
police polina polniypizdec0211 polniypizdec110211 polopolo09 polska pompey poncho pontiac poochie poodle poohbear pookie poontang pooper poopie poopoo pooppoop pooter popcorn popeye poppy
porkchop porno pornografia pornographic pornography pornos pornstar porsche porsche9 porsche911 porter portishead portland portsmouth portugal poseidon positive possum postal postov1000
potato potter powder powell power power1 powerpower powers precious predator prelude premier premiumcash presario presto preston pretty prettygirl primetime21 primus prince princes princess
printer prisonbreak prissy private privet prodigy production professional profit programmer prometheus prophet prosperity protection proxy psychnaut1 psycho ptybnxtvgbjy public pudding
puertorico pufunga7782 pumpkin punisher punkin punkrock punksnotdead puppies puppy pupsik purdue purple pussie pussies pussy pussy1 pussy69 pussybitch pussycat pussyeater pussylicker
pussylover pussypussy pussys putter pyramid python q12345 q123456 q123456789 q1234567890 q1q2q3q4q5 q1w2e3 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8
q1w2e3r4t5y6u7i8o9p0 qawsed qawsedrf qawsedrftg qawsedrftgyh qaz123 qazqaz qazwsx qazwsx12 qazwsx123 qazwsx1234 qazwsx12345 qazwsxed qazwsxedc qazwsxedc1 qazwsxedc12 qazwsxedc123
qazwsxedcrfv qazwsxedcrfvtgb qazwsxqazwsx qazxsw qazxswedc qazxswedcvfr qpwoeiruty qq123456789 qqq111 quality quant4307s quantum quartz quattro queen queenas8151 queens quehuong quicksilver
quiksilver quincy qwaszx qwaszxerdfcv qwe123 qwe1234567 qwe123qwe123 qweasd qweasdzxc qweasdzxc1 qweasdzxc123 qweqwe qwer123 qwer1234 qwerasdf qwerasdfzxcv qwert qwert1 qwert123 qwert12345
qwert54321 qwertasdfg qwerttrewq qwerty qwerty1 qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwerty123456789 qwerty2010 qwertyasdfgh qwertyu qwertyui qwertyuio qwertyuiop
qwertyuiop1 qwertyuiop123 qwertyytrewq r2d2c3po r3vi3wpass rabbit rabota racecar racer racerx rachael rachel racing radio rafael ragnarok raider raiders raiders1 railroad rainbow rainman
raistlin ralph rambler rambo rammstein rammstein1 ramona ramses randall random randy ranger ranger1 rangers rangers1 raptor rascal rasdzv3 rasputin rasta rastaman raven raven1 ravens raymond
rbhbkk rctybz reading ready reagan reality realmadrid reanimator reaper rebecca rebecca1 rebel rebels red123 redalert redbull reddog redemption redfish redhead redhot redman redneck redrum
redskins redsox redwing redwings redwood reebok reefer reggie regina remember renault renee renegade rereirf rescue research resident residentevil respect respublika retard retired
revelation revenge review reviewpass revolution rfgecnfcerf rfhbyf rfhfrfnbwf rfhfvtkmrf rfkmrekznjh rfnfcnhjaf rfnfgekmnf rfnthbyf rfrfirf rfrnec rhbcnbyf rhbcnbyjxrf rhfcjnrf rhiannon
rhonda ricardo richard richard1 richards richardson richie richmond ricky rightnow ripken ripper ripple river riverplate rivers rjhjkmbien rjirfrgbde rjntyjr rjycnbnewbz rjycnfynby
rkfdbfnehf roadkill roadrunner robbie robert robert1 roberta roberto roberts robin robinson robotech rocker rocket rockets rockford rockhard rockon rocks rockstar rocky rocky1 rodman rodney
roflcopter roger rogers roland roller rolltide roman romance romanroman romashka romeo rommel ronald ronaldinho ronaldo ronnie rookie rooney rooster rootbeer roscoe rosebud rosemary rosie
rotten rottweiler route66 rover rovers roxanne royals rtyuehe rubber rugby rules rulez runescape runescape1 runner running rupert rush2112 ruslan russell russia russian rustam rusty rusty1
s123456789 s456123789 sabbath sabina sabine sabres sabrina sacramento sadie sadie1 safari safety saigon sailboat sailing sailor sailormoon saint saints sakura salamander salamandra sally
salmon salvador samantha samara samiam sammie sammy sammy1 sampson samson samsung samsung1 samsung123 samuel samurai sanandreas sanchez sanders sandiego sandman sandra sandro sandy sandy1
sanfrancisco santana santiago santos sapper sapphire sarah sarah1 saratoga sascha sasha sasha1 sasha12345 sashasasha sassy sasuke satan satan666 saturday saturn saun24865709 sauron sausage
savage savannah sayang scandinavian scania scanner scarface scarlet scarlett school schoolgirlie schumacher science scooby scoobydo scooter scooter1 scorpio scorpion scotch scotland scott
scott1 scottie scotty scoubidou2 scoubidou6 scout scrappy scratch scream scruffy scuba scully seamus searay search seattle sebastia sebastian sebastian1 second secret secret1 security seeker
seemnemaailm seinfeld select selena selfok2013 seminole semperfi senior sentinel septembe september serega serena serendipity serenity sergei sergey sergio sersolution server service
service321 sesame sevastopol seven seven7 sex123 sex4me sexmachine sexpistols sexsex sexual sexxxx sexy1 sexy69 sexygirl sexyman shado shadow shadow1 shadow1212 shaggy shakespeare shalom
shaman shamanking shamrock shane shaney14 shania shannon shannon1 shaolin shark sharks sharky sharon shasta shaved shawn shazam shearer sheena sheila shelby shelley shelly shemale sherlock
sherman sherry sherwood shevchenko shiloh shirley shithappens shithead shitty shogun shooter shopping short shorty shotgun showme showtime sidewinder sidney siemens sierra silence silenthill
silver silver1 silverstone silvia simba simon simon1 simona simone simple simpleplan simpson simpsons sinatra sinbad sinclair singer single sinner sirius sister sithlord sixers skateboard
skater skeeter skidoo skiing skinny skipper skippy skittles skorpion skorpion39 skydive skyline skywalke skywalker slacker slappy slapshot slave slayer sleepy slick slider slinky slipknot
slipknot666 sluts slutty small smallville smeghead smegma smelly smile smiles smiley smith smitty smoke smoker smokes smokey smokin smooth smudge snake snake1 snakes snapon snapper snapple
snatch sneakers snickers sniper snoop snoopdog snoopy snowball snowboar snowman snuggles snusmumrik sobaka soccer soccer1 socrates softball software sojdlg123aljg soldier soleil solidsnake
solnce solomon solution somethin something something1 sommer sonic sonyericsson sooner sooners sophia sophie soso123aljg sound southern southpark space spaceman spam967888 spank spanking
spankme spanky sparkle sparks sparky sparrow sparta spartak spartak1922 spartan spartan117 spartans spawn speaker spears special spectrum speed speedy spencer spider spiderma spiderman
spiderman1 spiderman3 spidey spike spike1 spirit spitfire splash splinter spongebob spooky sport sports spring springer springfield sprint sprite spunky spurs sputnik spyder squirrel squirt
srinivas stacey stalingrad stalker stalker123 stallion standard stanley staples star69 starbuck starcraft stardust starfire starfish stargate starman stars starship start startrek starwars
static station stealth steam steel steele steeler steelers stefan stefano stella steph stephani stephanie stephen stereo sterlin sterling steve steve1 steven stevie stewart stick sticks
sticky stimpy sting stinger stingray stinky stocking stocks stolen stomatolog stone stonecol stonehenge stoner stones stoney storm stormy strange stranger stratocaster strawberry street
streetball strider strike striker strip stripper stroke strong stronghold stuart student studio studioworks studly studmuffin stuff stumpy stunner stupid subaru sublime subway success sucker
suckit suckme suckmycock suckmydick sucks sugar sultan summer summer1 summertime summit sundance sunday sundaypunch sunderland sunflowe sunny sunnyday sunrise sunset sunshin sunshine super
super1 super123 superduper superfly superman superman1 superman123 supermanboy supermario supernatural superpuper supersonic supersta superstar supervisor support supreme surfer surfing
susan susanne suzanne suzuki svetasveta svetik svetlana swallow sweden sweet sweet1 sweetdream sweetheart sweetie sweetpea sweetpussy sweets sweety swimmer swimming swinger swingers sword
swordfis swordfish swords sydney sylvia syncmaster syracuse system t34vfrc1991 tabitha table54781 tacobell tacoma tadmichaels tamara tammy tamwsn3sja tango tanker tanner tanya tardis target
tarheel tarheels tarzan tasha tatiana tattoo tatyana taurus taylor taylor1 tazman tazmania tdutybq teacher technics techniques techno technology teddy teens tekken telecaster telefon
television tempest temple temppassword tennis tequila teresa terminal terminator terrapin terror terry test1 test123 test1234 tester testing testing123 testtest texas texas1 thailand
thanatos thanhcong thanks thankyou theboss thecat theend thegame thegreat thekid theking theman theodore theone theresa therock thesims thirteen thomas thomas1 thompson thongs throat
throatfuck thuglife thumper thunder thunder1 thunderbird thursday thx1138 tiberius ticketmaster tickle tiffany tiger tiger1 tigers tigerwoods tigger tigger1 tight tights timber timberlake
timberland timberwolf timmy timothy tinhyeu tinker tinkerbell tinman tintin titanic titanium titans titleist titties titty tobias today together tokiohotel tolkien tomato tombraider tomcat
tommy tommy1 tommyboy tomorrow tomtom tootsie topcat topdog topgun topher topper tornado toronto torres toshiba tottenha toyota tracey tractor tracy trader traffic train trains trance
transam transexual transformer transformers translator trapper travel traveler travis treasure trebor trevor trfnthbyf trial triangle tricky trident trigger trinidad trinity trisha tristan
triton triumph trixie trojan trojans trombone trooper trouble trout truck trucker trucks truelove truman trumpet trunks trustno1 trustnoone tsunami tucker tuesday tunafish tundra turbo
turbo1 turkey turkey50 turner turtle tweety twilight twinkle twins twisted twister tyler tyler1 typhoon tyrone tyson ufhhbgjnnth ufkbyf ujkjdjkjvrf ultima ultimate umbrella unbelievable
uncencored undercover underdog underground undertaker underworld unforgiven unicorn united universe university unknown unreal usa123 usarmy usnavy usuckballz1 utopia vacation vader
vaffanculo vagina valencia valentin valentina valera valeri valeria valerie valhalla valley vampire vanessa vanhalen vanilla vanphong vanyarespekt vector vectra vegas vegeta velvet venice
venom121293 venus verbatim veritas vermont vernon verona veronica veronika vertigo verygoodbot vette vfczyz vfhbyf vfhecz vfhufhbnf vfhufhbnrf vfhvtkflrf vfksirf vflfufcrfh vfntvfnbrf vfrcbv
vfrcbvrf vfrcbvvfrcbv vfvekz vfvfgfgf vfvfgfgf123 vfvfvskfhfve vfvjxrf vfylfhbyrf vh5150 viagra victor victoria victory video vietnam viewsonic viking vikings viktor viktoria village vincent
violet viper viper1 vipers virgin virginia virtuagirl vision vitalik vivian vkontakte vladik vladimir vladislav vladislava volkswagen volley volleyball volume volvo voodoo vortex voyager
voyeur vqsablpzla vsjasnel12 vulcan vyjujnjxbt w2dlww3v5p wachtwoord wagner walker walkman555 wallace walleye wallstreet wally walmart walnut walrus walter wanker wapbbs warcraft warhammer
warhammer40k warlock warlord warren warrior warriors warthog washington wasser wassup watcher water waterloo watermelon waters watson wayne weasel weather weaver webhompass webmaster
websolutions webster weezer weihnachte weihnachten welcome welcome1 welcome123 welder wellington wendy wenef45313 werewolf werner wesley western westham westside westwood wetpussy whatever
whatsup whatthefuck whatthehell wheels whiskers whiskey whisky whisper white whitepower whitesox whitey whitney whocares whore whosyourdaddy whynot wibble wicked wilbur wildcat wildcats
wildfire wildman william william1 williams willie willis willow willy wilson winchester window windows windsor winner winnie winnipeg261 winston winston1 winter wisdom wishmaster wizard
wolf359 wolfgang wolfie wolfman wolfpack wolverin wolverine wolverines wolves woman wombat women wonder wonderland wonderwall woody woody1 woofwoof wookie wordpass working world wrangler
wrestlin wrestling wrestling1 wright wrinkle1 writer wutang xanadu xander xavier xbox360 xfiles xinchao xpressmusic xtreme yamaha yankee yankees yankees1 yanshi1982 ybrbnf ybrjkfq ybrjkftdbx
ybrjkftdyf yellow yeuanh yeuem yfcnzyfcnz yfnfif yfnfitymrf yjdsqgfhjkm yomama yosemite young yourmom yousuck yvonne yzerman z123456789 z1x2c3 z1x2c3v4b5 zachary zaphod zaq123 zaq12wsx
zaq1xsw2 zaq1xsw2cde3 zaqwsx zaqwsxcderfv zaqxsw zaratustra zcxfcnkbdf zcxfcnkbdfz zenith zeppelin zerocool zidane ziggy zigzag zipper zjses9evpa zombie zorro zqjphsyf6ctifgu zvezda
zx123456789 zxasqw12 zxc123 zxcasd zxcasdqwe zxcasdqwe123 zxcv1234 zxcvb12345 zxcvbn zxcvbn123456 zxcvbnm zxcvbnm1 zxcvbnm123`
    .trim()
    .split(/\s+/),
);
