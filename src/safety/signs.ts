import { createConceptFinder } from '../core/linear/concept-finder.ts';

/** What dangers and their look-alikes go by, for the classifier: a sign and the words for it. */
const SIGNS: readonly string[] = [
	// The body
	'mouth: mouth lip lips tongue throat neck jaw gum gums airway windpipe mouthful',
	'face: face cheek cheeks eyelid eyelids eye eyes forehead nose',
	'chest: chest rib ribs heart breastbone sternum heartbeat heartburn',
	'belly: belly stomach tummy gut guts abdomen bowel appendix insides stomache',
	'limb: arm arms leg legs hand hands foot feet calf shin thigh thighs wrist wrists',
	'skin: skin rash rashes spot spots patch hives mole wound cut sore sores blister blisters boil abscess eczema psoriasis',
	// Signs
	'swell: swell swells swelling swollen swole puff puffed puffing puffy balloon ballooned blew_up blown_up blowing_up fat thick bigger huge triple doubled huge inflate inflated',
	'breath: breath breathe breathing breathless air gasp gasping wheeze wheezing wheezy suffocate choke choking inhale lungs oxygen puff_out pant panting breaths sips_of_air inhaler asthma',
	'tight: tight tightness tightening closing closes closed shut squeeze squeezing pressure pressing band crushing weight heavy elephant lump stuck block blocked',
	'tingle: tingle tingling tingly numb itch itchy itching weak weakness heavy',
	'collapse: collapse collapsed faint fainted fainting passed_out pass_out blacked_out unconscious unresponsive limp floppy dropped fell slumped wont_wake not_waking dizzy woozy lightheaded stars confused muddled seizure fit shaking drowsy groggy grey blue pale responding answer',
	'blood: blood bloody bleed bleeding bleeds red crimson maroon pink scarlet spurting gush streaks clots sangre',
	'dark: black tar tarry tars dark coffee_grounds liquorice coal ink oil sticky',
	'vomit: vomit vomiting vomited puke puking puked threw_up throw_up throwing_up throws_up barf barfing chuck spew heave sick_up purge purging purged chunder',
	'toilet: poo poop pooped pooping stool stools toilet loo bowl wipe wiping paper number_two diarrhea diarrhoea runs nappy diaper potty wee pee urine peed crap turd faeces bm',
	'pain: pain pains painful hurt hurts hurting ache aching sore agony stab stabbing cramp cramps cramping sting burning burns throbbing tender',
	'severe: severe severely unbearable worst excruciating awful terrible so_bad extreme screaming doubled_over cant_stand curled floor sweating crying intense horrible insane killer',
	'sudden: sudden suddenly out_of_nowhere out_of_the_blue instantly all_of_a_sudden minutes_after right_after just_now an_hour_ago this_morning tonight since_yesterday today now worse worsening spreading',
	'fever: fever feverish temperature temp hot chills shiver shivering shivery 38 39 40 41 burning_up sweats',
	'infected: infected infection pus streak spreading creeping marching crawling line warm ooze oozing weepy weeping smelly smells',
	'blister: blister blisters blistering peel peels peeling raw sheets shingles bubbles',
	'yellow: yellow yellowish jaundice jaundiced cola brown',
	'dry out: cant_keep keep_down keep_water no_wet havent_peed dehydrated nothing_stays',
	'allergy: allergic allergy anaphylaxis epipen sting stung wasp bee peanut peanuts cashew walnut nut nuts shrimp prawn prawns shellfish sesame kiwi',
	// Who
	'infant: baby babies newborn infant bub bubba bairn little_one months_old month_old weeks_old week_old toddler neonate',
	'child: child kid kids son daughter niece nephew toddler boy girl grandson granddaughter year_old yo',
	'other: he she his her mum mom dad mother father wife husband partner friend mate bestie roommate flatmate neighbour neighbor brother sister uncle aunt cousin gran nan grandma grandpa grandad boyfriend girlfriend bf gf colleague',
	'pregnant: pregnant pregnancy expecting trimester conceive preggo preggers prego up_the_duff knocked_up weeks_gone bump due_date baby_on_the_way carrying breastfeed breastfeeding breastfed nursing lactating pumping ivf',
	'ill already: diabetic diabetes kidney liver transplant chemo cancer hiv crohns colitis epilepsy epileptic heart_failure immune_system_weak coeliac lupus surgery operation pacemaker thyroid',
	// Medicines
	'medicine: medicine medicines medication medications meds med tablet tablets pill pills prescription prescribed script antibiotic antibiotics steroid steroids antidepressant antidepressants ssri contraceptive birth_control the_pill insulin inhaler injection injections jab thinner thinners biologic chemo hrt painkiller painkillers ibuprofen paracetamol acetaminophen tylenol aspirin advil antihistamine benadryl melatonin sleeping_pills sleeping_tablets drops dose doses leftover leftovers refill',
	'named medicine: accutane roaccutane isotretinoin doxy doxycycline minocycline lymecycline amoxicillin azithromycin metronidazole rifaximin prednisone prednisolone cortisone hydrocortisone clobetasol betnovate tacrolimus protopic methotrexate ciclosporin azathioprine mesalazine humira dupixent stelara cosentyx skyrizi taltz enbrel adalimumab dupilumab rinvoq sertraline zoloft prozac fluoxetine citalopram escitalopram lexapro venlafaxine effexor mirtazapine wellbutrin lithium lamotrigine quetiapine xanax diazepam valium adderall ritalin vyvanse metformin ozempic wegovy mounjaro semaglutide omeprazole pantoprazole warfarin eliquis statin levothyroxine thyroxine spironolactone spiro tretinoin clindamycin yasmin diane propranolol ramipril finasteride tramadol codeine gabapentin st_johns_wort',
	'change: stop stopping stopped quit quitting drop dropped ditch start starting begin skip skipping skipped miss missed halve half double doubling taper wean come_off came_off coming_off cold_turkey swap switch split crush share shared borrow up_my cut_down reduce increase ran_out run_out mix mixing mixed combine together with alongside plus safe okay allowed interact',
	'amount: mg milligrams dose doses dosage how_many how_much too_many too_much double extra pills handful',
	// Longer troubles
	'weight loss: lost losing weight kilos kg pounds stone clothes falling_off without_trying thinner skinny',
	'long: weeks month months since_august since_spring ages years every_day all_the_time persistent constantly for_weeks nonstop',
	'change in bowel: bowels bowel constipated constipation loose runs thin pencil habit diarrhea',
	'growth: mole lump lumps bump changed changing bleeds itches growing armpit swallow stuck night_sweats growth irregular',
	// Despair and harm
	'death: die dies dying dead death suicide suicidal kill killing kms unalive end_it ending_it hang rope jump jumping bridge bridges sewerslide kys not_wake never_wake wake_up gone disappear vanish not_be_here not_here exist existing existence living alive goodbye letters note',
	'despair: hopeless worthless pointless burden no_point whats_the_point give_up given_up cant_go_on done_with tired_of hate_myself better_off without_me nobody_would deserve empty numb alone worth_it',
	'self: myself himself herself themselves on_purpose deliberately',
	'harm: cut cuts cutting scratch scratching burn burning hurt hurting razor blade blades scars slit bleeds wrists thighs marks',
	'starve: starve starving not_eating havent_eaten doesnt_eat stopped_eating skip_meals calories fast fasting restrict water_only hides_food weighs bones too_thin anorexia anorexic bulimia bulimic binge binged purge laxative laxatives diet_pills chew_and_spit punish disgusting fat fingers_down stay_flat',
	'overdose: overdose overdosed od took_too many_pills whole_bottle whole_packet box_of swallowed took_all drank bleach battery poison poisoned mushroom cleaner dishwasher tide detergent',
	// What takes the danger out
	'joke: lol haha hahaha lmao rofl jk joking literally challenge meme emoji',
	'past: ago used_to years_ago as_a_kid as_a_teen childhood back_in recovered healed resolved all_clear cleared fine_now all_good since_then long_ago once last_year history',
	'denied: no not never without dont didnt isnt nothing none wasnt arent no_blood no_pain no_fever',
	'general: general generally in_general what_is what_does does why_do how_does study studies homework essay school quiz biology class reading curious wondering myth meaning explain research link linked related discovered in_theory',
	'figure: exam exams deadline deadlines boss fight wallet confidence traffic shift job work serum cheese pizza ramen chocolate cake cookies coffee monday date prom wedding could_murder kill_for die_for dying_to dead_tired dead_gorgeous breath_of hangry rabbit_hole',
	'story: game games gaming gamer level character npc raid sims movie movies film films cinema song lyrics show series episode ep season documentary drama soap netflix anime manga comic novel book books chapter podcast article news headline headlines celebrity singer actor ad advert youtube tiktok museum history medieval king queen pirate vampire zombie dragon costume halloween',
	'creature: cat cats kitten kittens dog dogs puppy pup horse pony goldfish fish hamster rabbit bunny chicken hens hen cow goat parrot budgie tortoise snail spider pet pets vet plant plants cactus succulent basil tomatoes orchid monstera sourdough scoby starter garden',
	'over: gone healed fine better happy grins laughs plays playing cleared checked says_fine was_fine turned_out back_to well_now over since_gone went_away last_term',
	'laugh: 😂 🤣 😭 💀 😅 😆 😹 🙃 ☠️ 😜 😝 😄 😁',
	'everyday: zit zits pimple pimples breakout breakouts bloated bloating gassy dull oily shiny cream serum moisturizer sunscreen makeup mask',
	'food: kimchi sauerkraut kefir yogurt yoghurt kombucha oats onion garlic sugar milk dairy bread beans fibre probiotic probiotics prebiotic prebiotics',
	'help now: help urgent emergency please_help what_do_i_do should_i_worry is_this_normal is_it_normal normal hospital ambulance er a_and_e 911 999 112',
];

/** Every single word that stands for a sign. */
export const signWords: readonly string[] = SIGNS.flatMap((sign) =>
	sign.replace(/^.*: /, '').split(' '),
).filter((word) => !word.includes('_'));

/** The signs that a message speaks of. */
export const signsIn = createConceptFinder(SIGNS);
