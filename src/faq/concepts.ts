import { createConceptFinder } from '../core/linear/concept-finder.ts';

/** Things that go by many names: a concept and the words for it, in the spelling people search with. */
const CONCEPTS: readonly string[] = [
	// The body
	'belly: gut guts stomach tummy belly bowel bowels intestine intestines intestinal colon abdomen insides digestive digestion digest gastric gastrointestinal gi innards midsection stomick tum digestive_tract',
	'skin: skin complexion epidermis dermis derma pores pore skincare',
	'face: face facial forehead cheek cheeks chin jaw jawline nose temple t_zone mug phiz visage',
	'spots: acne pimple pimples zit zits spot spots breakout breakouts blemish blemishes blackhead blackheads whitehead whiteheads pustule pustules cyst cystic bump bumps pizza_face breaking_out break_out broke_out bacne',
	'redness: red redness flush flushed flushing blush blushing rosy ruddy tomato lobster beetroot crimson rosacea rosacia',
	'rash: rash rashes dermatitis itchy itch itching flaky flake flakes scaly scales dry patch patches',
	'eczema: eczema exema eczma excema atopic dermatitis',
	'psoriasis: psoriasis sorisis plaque plaques psoriatic pso scaly silvery',
	'gas: gas gassy bloat bloated bloating wind windy fart farts farting burp burps burping flatulence puffy balloon swollen_belly distended trapped_wind toot toots',
	'hormones: hormone hormones hormonal period periods menstrual menstruation pms pcos puberty cycle cycles estrogen oestrogen testosterone androgen androgens menopause perimenopause teen teens adolescent ovulation time_of_the_month that_time monthly',
	'brain: brain mind head mental nerve nerves nervous neuron neurons neural neuro vagus second_brain butterflies',
	'immune: immune immunity antibodies defences defenses white_cells lymph resistance immunity_system',
	'inflammation: inflammation inflamed inflammatory inflame inflames swelling irritated irritation flare flares flaring',
	'cells: cell cells epithelial epithelium tissue turnover renew renewal regenerate shed sheds shedding layer lining',
	'barrier: barrier barriers shield shields wall walls guard guards protect protects protection protective defend defends defence defense armor armour gatekeeper fortress bouncer bouncers security',
	'leaky: leaky leak leaks leaking permeability permeable holes lining perforated',
	// Microbes
	'microbes: microbiome microbiota microbe microbes microbial bacteria bacterial bacterium germ germs bug bugs flora critters culture cultures organism organisms biome fungi fungus ecosystem microrganisms little_guys tiny_things',
	'probiotic: probiotic probiotics probiotik pro_biotic pro_biotics lactobacillus bifidobacterium bifido acidophilus live_cultures good_bacteria good_bugs friendly_bacteria',
	'prebiotic: prebiotic prebiotics pre_biotic pre_biotics fibre fiber fibres inulin roughage',
	'fibre food: onion onions garlic oat oats oatmeal asparagus radish radishes leek leeks banana bananas artichoke porridge chicory',
	'fermented: fermented ferment ferments fermenting kimchi sauerkraut kraut kombucha kefir yogurt yoghurt yoghourt miso tempeh natto pickle pickles pickled sourdough curd lassi dahi ayran amasi buttermilk cultured',
	'sibo: sibo overgrowth small_intestine',
	// Food
	'food: food foods eat eats eating ate eaten meal meals diet diets dish dishes grub cuisine nutrition snack snacks lunch dinner breakfast supper plate menu grocery groceries feed nosh scran',
	'junk: junk processed ultraprocessed upf fast_food fastfood mcdonalds mcdonald mcd maccas kfc burger burgers fries chips crisps takeaway takeout takeaways nuggets doritos cheetos instant noodles noodle ramen pizza hot_dog hotdog frozen packaged greasy fried deep_fried oily drive_thru ready_meal ready_meals microwave chippy wendys taco_bell',
	'sweet: sugar sugars sugary sweet sweets sweeteners candy candies chocolate chocolates cake cakes cookie cookies biscuit biscuits soda sodas coke cokes cola pepsi fizzy soft_drink soft_drinks pop icecream ice_cream donut donuts doughnut syrup dessert desserts pastry pastries lollies haribo skittles boba frappuccino energy_drink energy_drinks glucose fructose gummy gummies',
	'dairy: dairy milk cheese cheesy whey lactose butter cream_cheese moo cow',
	'trigger food: chocolate dairy milk cheese whey pizza nuts gluten bread spicy eggs shellfish fried trigger triggers',
	'healthy food: vegetable vegetables veg veggies veggie greens fruit fruits salad salads wholefood whole_food whole_foods wholefoods broccoli spinach kale beans lentils wholegrain nuts fish clean_eating balanced homecooked unprocessed',
	'avoid: avoid avoiding ditch quit drop cut cut_out give_up stay_away skip banned forbidden off_limits worst bad harmful enemy limit remove eliminate lay_off steer_clear',
	'harm: harm harms harmful damage damages damaged damaging hurt hurts wreck wrecks wrecking ruin ruins ruining destroy destroys destroying mess messes messing messed trash trashing bad wreaks havoc spoil upset upsets upsetting screw screwed screwing bother disturb disrupt disrupts',
	'alcohol: alcohol alcoholic booze boozing beer beers wine wines vodka whiskey whisky rum gin tequila cocktail cocktails drunk hangover hungover pint pints liquor drinking drinks cider prosecco lager shots pub sober spirits bevvy tipsy dry_january margarita',
	'supplement: supplement supplements pill pills capsule capsules powder powders tablet tablets vitamin vitamins gummies brand brands cfu billion amazon seed_brand store_bought shop dose',
	// Treatments
	'cream: cream creams lotion lotions ointment ointments serum serums gel gels moisturiser moisturizer moisturisers moisturizers cleanser cleansers toner toners balm salve product products skincare topical topicals face_wash facewash mask masks routine retinol niacinamide benzoyl salicylic cerave bottle bottles potion potions goop stuff tube tubes jar jars sephora',
	'antibiotic gel: antibiotic antibiotics clindamycin erythromycin mupirocin fusidic antibacterial',
	'treatment: treatment treatments treat treating medicine medicines medication medications meds prescription prescribed prescriptions script derm_prescribed therapy rx remedy ointment',
	'not working: not_working doesnt_work dont_work didnt_work isnt_working never_works nothing_works nothing_helps useless pointless no_difference no_results fail fails failed failing in_vain waste wasted tried_everything no_use no_effect does_nothing do_nothing dont_help doesnt_help zero_results none_of',
	'come back: come_back comes_back came_back coming_back return returns returned rebound relapse relapses withdrawal withdrawals dependent dependency dependence hooked addicted addiction addictive reliant worse_after soon_as the_moment_i when_i_stop when_i_quit stopping stopped',
	'both: both alongside together combine combining same_time as_well on_top_of instead replace keep keeping continue continuing still carry_on swap',
	'doctor: doctor doctors doc docs gp dermatologist dermatologists derm derms dietitian dietician nutritionist specialist specialists physician provider professional professionals gastro gastroenterologist clinic appointment allergist consult hospital referral pcp practitioner',
	'diagnose: diagnose diagnosis diagnosing diagnosed whats_wrong identify photo picture pic selfie pics image look_at tell_me_what_i_have medical_advice what_do_i_have',
	// Sleep
	'sleep: sleep sleeps sleeping slept asleep nap naps insomnia rest rested resting bed bedtime tired exhausted snooze kip shuteye shut_eye slumber zzz night nights overnight all_nighter allnighter awake wake waking woke wakes toss tossing doze eye_bags drowsy snoring sleepless sleepy kipping siesta',
	'amount: hours hour hrs how_many how_much enough minimum amount long number 6 7 8 9 five six seven eight nine ten',
	'screens: screen screens phone phones tv television netflix tiktok instagram insta youtube gaming game games laptop ipad tablet blue_light scroll scrolling doomscroll doomscrolling doom valorant fortnite xbox playstation ps5 switch discord reels shorts series binge monitor kindle twitch minecraft league streaming videos',
	'rhythm: circadian rhythm body_clock clock internal_clock daily_cycle 24_hour schedule night_shift night_shifts nights_shift shift shifts graveyard irregular odd_hours late_night clock_genes biorhythm',
	'travel: jet_lag jetlag jetlagged jetlaged flight flights fly flying flew plane planes travel travelling traveling travels time_zone time_zones timezone timezones trip abroad airport long_haul holiday vacation layover red_eye redeye landed transatlantic overseas',
	'habit: habit habits routine routines ritual rituals hygiene wind_down schedule regular consistent bedtime_routine tips tricks advice fall_asleep drift_off switch_off nod_off cant_sleep',
	// Stress
	'stress: stress stressed stressful stressing stresses tension tense pressure overwhelmed burnout burned burnt exam exams deadline deadlines finals midterms worry worries worried worrying boss job work_load nervous cortisol frazzled freak freaking divorce breakup strung_out wound_up on_edge panicking',
	'mood: anxiety anxious depression depressed depressing ibs irritable panic mood moods mental_health low_mood sad irritable_bowel worrier down blues',
	'calm: calm calmer calming relax relaxed relaxing relaxation chill unwind unwinding meditate meditation meditating yoga breathe breathing breathwork mindfulness mindful destress de_stress de_stressing zen decompress cope coping manage managing headspace wind_down let_go blow_off_steam soothe calm_down switch_off journaling',
	// Asking about proof, time, people
	'proof: proof proven prove evidence research science scientific scientists scientifically study studies studied trial trials paper papers peer legit real true fake hype myth bs bullshit scam woo fad pseudoscience trend snake_oil backed facts cap data journal quackery bunk hogwash nonsense placebo peer_reviewed debunked',
	'time: long soon when weeks week months month days day time timeline quick quickly fast patience patient results see_results before_i_see notice how_long overnight wait waiting timeframe eta year faster speed kick_in',
	'start: start starting begin beginner beginning first first_step steps step newbie noob plan roadmap overwhelmed where_do_i basics day_one kick_off step_one ground_zero game_plan get_going',
	'mechanism: mechanism pathway pathways how_does how_do how_can explain explanation exactly process why travel reach reaches influence influences signals signal through via route connect mechanics inner_workings',
	'link: link links linked connection connected connections connect relation relationship related correlated correlation axis tied association associated to_do_with hand_in_hand affect affects linking correlate',
	'cause: cause causes caused causing reason reasons culprit blame blaming fault root root_cause trigger triggers triggering behind source origin responsible due_to factor factors to_blame always only',
	'other: other else genes genetic genetics inherited weather allergy allergies pollution heredity family besides apart_from always only every',
	'fix: fix fixes fixed fixing heal heals healing healed cure cures cured clear clears cleared clearing improve improves improved improving help helps helping solve solves sort better get_rid rid reverse repair',
	'difference: difference different differ vs versus same distinguish tell_apart compare comparison confuse confused or interchangeable mix_up mixed_up',
	'common: common alike similar similarity similarities share shared shares same both twins cousins resemble',
	'bot: bot bots gutsy ai robot human machine chatbot assistant chatgpt commands command program app real_person store stores data privacy feature features automated who_are_you what_are_you',
	'origin: source sources reference references cite citation citations where_did where_do info information who_wrote written wrote author article website reviewed parsley trust fact_checked made_up bibliography',
];

/** The concepts that a question speaks of. */
export const conceptsOf = createConceptFinder(CONCEPTS);

/** Every single word that stands for a concept. */
export const conceptWords: readonly string[] = CONCEPTS.flatMap((line) =>
	line.slice(line.indexOf(':') + 1).split(/[\s_]+/),
).filter(Boolean);
