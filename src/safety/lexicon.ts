/**
 * Words that say the same thing, by class: patterns name a class as `<class>`.
 *
 * Written in the words that `normalise.ts` leaves: lower case, no apostrophes, slang already turned into plain words.
 */
export const lexicon: Readonly<Record<string, string>> = {
	cannot: 'cannot hardly barely',
	hard: 'hard harder hardly difficult difficulty difficulties trouble troubles problem problems struggle+ tough impossible labored laboured',
	pain: 'pain pains paining hurt+ hurting ache+ aches cramp+ cramping agony sore soreness stabbing sting+ stinging burn+ burning',
	severe:
		'severe severely extreme extremely unbearable excruciating intense awful terrible terribly horrible horribly horrific insane insanely worst agony agonising agonizing crippling violent violently crazy badly brutal strong strongest stabbing sharp unreal insufferable',
	sudden: 'sudden suddenly abrupt abruptly instantly nowhere minutes seconds',
	fever:
		'fever feverish fevers temperature temp chills shivers shivery shivering shaking febrile freezing fluish flu flulike',
	person:
		'he she they him her them mum mom dad mother father son daughter kid child wife husband sister brother grandma grandpa friend boyfriend girlfriend',
	spot: 'acne pimple pimples zit zits spot spots blackhead blackheads whitehead whiteheads breakout breakouts bump bumps cystic cyst cysts',
	// The body
	face: 'face faces cheek cheeks <mouth> <eye> throat jaw',
	mouth: 'lip lips tongue tongues mouth gums uvula',
	eye: 'eye eyes eyelid eyelids eyeball eyeballs eyesocket',
	belly:
		'stomach belly tummy gut guts abdomen abdominal intestine intestines bowel bowels appendix insides pelvis stomachache tummyache bellyache',
	throat: 'throat airpipe windpipe airway airways neck esophagus oesophagus',
	chest: 'chest ribcage torso sternum breastbone',
	limb: 'shin shins calf calves knee knees toe toes finger fingers elbow arm arms leg legs hand hands foot feet wrist wrists thigh thighs forearm forearms ankle ankles stomach hips',
	bottom:
		'bum butt bottom backside behind anus anal rectum rectal arse ass hole bumhole butthole asshole rear',
	skin: 'skin rash rashes redness patch patches eczema hives blotch blotches spot spots bruise bruises marks dots',
	wound:
		'wound wounds cut cuts scratch scratches bite abscess boil boils cyst sore sores blister blisters stitches scab scabs <spot>',
	// Bodily functions
	poop: 'poop poops pooping pooped stool stools faeces feces excrement turd turds diarrhea motions bm bms',
	toilet:
		'toilet loo bowl toiletpaper paper tissue bathroom wipe wiped wiping underwear knickers pants potty nappy nappies diaper diapers',
	vomit: 'vomit+ vomiting',
	red: 'red crimson scarlet maroon pinkish',
	black: 'black tarry tar jet blackish pitch charcoal coal soot asphalt ink',
	// Swelling
	swollen:
		'swell swells swelled swollen swelling swole balloon+ ballooned doubling ballooning enlarge+ enlarged inflate+ inflated puffing puffed blowing',
	bigger:
		'bigger huge fat fatter thick thicker massive enormous giant doubled double triple tripled quadruple twice gigantic humongous',
	tighten:
		'close+ closing shut+ shutting tight tighten+ tightening tighter shrink+ shrinking narrow+ narrowing constrict+ squeeze+ squeezed lock+ locked block+ blocked seize+ clog+ clogged <swollen> obstruct+ thick cotton',
	tingle: 'tingle+ tingling tingly numb numbness itch+ itchy itching prickle+ prickling prickly fizzy',
	dizzy: 'dizzy dizziness lightheaded faint fainting fainted faints woozy wobbly clammy drowsy confused',
	nearfaint: '<dizzy> collapse+ unconscious blackedout',
	ate: 'ate eat+ eating eaten swallow+ tried took taking drank drink+ drinking lunch dinner breakfast meal food nuts peanuts shellfish shrimp prawns after minutes',
	// People too small or too vulnerable for general tips
	infant: 'baby babys newborn newborns infant infants neonate neonates preemie babies infantage infantyoung',
	infantill:
		'rash rashes eczema spots acne pimples pimple bumps hives itchy itch* blister* vomit* spit+ spitting reflux colic colicky constipat* diarrhea poop stool stools cough* cries cry crying screams screaming sick ill blood gas gassy bloated allergy allergic cradle patches dry red peeling thrush milk formula flaky',
	give: 'give+ giving gave feed feeding fed use+ using safe ok okay fine allowed drops can',
	// Medicines
	drug: 'isotretinoin accutane roaccutane absorica claravis doxycycline minocycline lymecycline tetracycline tetralysal oracea azithromycin amoxicillin minocin solodyn vibramycin zithromax zpak keflex aldactone deltasone sumycin augmentin ciprofloxacin cipro penicillin cephalexin cefalexin rifaximin xifaxan metronidazole flagyl trimethoprim bactrim vancomycin nitrofurantoin spironolactone prednisone prednisolone methylprednisolone medrol dexamethasone budesonide methotrexate ciclosporin cyclosporine azathioprine mycophenolate hydroxychloroquine plaquenil acitretin <biologic> <psychdrug> <otherdrug>',
	biologic:
		'biologic biologics humira adalimumab dupixent dupilumab stelara ustekinumab cosentyx secukinumab skyrizi risankizumab tremfya guselkumab taltz ixekizumab enbrel etanercept infliximab remicade rinvoq upadacitinib otezla apremilast xeljanz tofacitinib olumiant baricitinib adbry tralokinumab entyvio xolair omalizumab',
	psychdrug:
		'sertraline zoloft fluoxetine prozac citalopram celexa escitalopram lexapro cipralex paroxetine paxil venlafaxine effexor duloxetine cymbalta bupropion wellbutrin mirtazapine amitriptyline nortriptyline trazodone lithium lamotrigine quetiapine seroquel aripiprazole abilify olanzapine risperidone xanax alprazolam lorazepam ativan diazepam valium clonazepam klonopin buspirone adderall ritalin vyvanse methylphenidate lisdexamfetamine pregabalin gabapentin',
	otherdrug:
		'metformin ozempic wegovy semaglutide mounjaro tirzepatide zepbound omeprazole pantoprazole lansoprazole esomeprazole warfarin eliquis apixaban xarelto rivaroxaban clopidogrel statin statins levothyroxine synthroid euthyrox carbimazole methimazole lisinopril ramipril amlodipine propranolol metoprolol losartan finasteride dutasteride tamoxifen letrozole clomid naltrexone tramadol codeine oxycodone morphine mesalazine mesalamine sulfasalazine yaz yasmin mirena nexplanon clobetasol triamcinolone betamethasone mometasone betnovate dermovate eumovate elocon locoid fucibet advantan dianette microgynon rigevidon marvelon cilest zoely slynd tacrolimus protopic',
	painkiller:
		'ibuprofen advil nurofen paracetamol tylenol acetaminophen aspirin naproxen benadryl diphenhydramine antihistamine antihistamines painkiller painkillers melatonin',
	medicine:
		'medication medications medicine medicines meds med prescription prescriptions antibiotic antibiotics steroid steroids cortisone corticosteroid corticosteroids antidepressant antidepressants ssri ssris snri anticoagulant anticoagulants contraceptive contraceptives contraception birthcontrol immunosuppressant immunosuppressants chemo chemotherapy injection injections insulin inhaler thinners hrt',
	tablet: 'tablet tablets pill pills capsule capsules dose doses drug drugs',
	change:
		'stop+ stopped stopping quit quits quitting drop dropping ditch+ ditching start starting started restart+ resume+ skip skips skipped skipping miss+ missed taper+ wean+ halve+ half reduce+ lower increase+ double doubled doubling crush+ finish+ replace+ swap swapping switch+ cameoff',
	combine: 'mix+ combine+ together alongside interact* with with without while plus alcohol same',
	// Bowel and weight
	bowel: 'diarrhea constipat* stools stool poop poops pooping bowel bowels motions habits habit runs loose',
	number: 'one two three four five six seven eight nine ten couple few several many number',
	// Wishing to die, hurting oneself
	self: 'myself himself herself themself themselves yourself themselfs ourselves oneself meself',
	die: 'die dead death',
	end: 'end ending ended ends finish finishing',
	live: 'live living alive life exist existing existence livin',
	bodypart: 'arm arms wrist wrists thigh thighs leg legs forearm forearms skin body hips stomach',
	blade: 'razor razors blade blades knife knives scissors',
	/** Words distinctive enough that a slip towards one of them is repaired. */
	distinctive:
		'breathe breathes breathing breathless wheezing wheezy gasping choking suffocating swallow swallowing swollen swelling tongue throat airway anaphylaxis anaphylactic allergic epipen hives chest seizure unconscious fainted fainting collapsed dizzy lightheaded palpitations blood bloody bleeding stool stools diarrhea vomit vomiting vomited stomach abdomen unbearable excruciating severe appendix appendicitis jaundice dehydrated fever chills purple blister blisters spreading infected infection abscess cellulitis shingles meningitis eyelid eyelids vision newborn newborns infant toddler pregnant pregnancy trimester breastfeeding nursing lactating conceive constipated constipation unintentionally unexplained kilos suicide suicidal myself himself herself alive disappear existing razor overdose overdosed paracetamol bleach swallowed laxatives anorexia bulimia starving bottle <medicine> <drug> <painkiller>',
};
