import { bellyPain } from './belly-pain.ts';
import { bleeding } from './bleeding.ts';
import { breathingAndSwelling } from './breathing-and-swelling.ts';
import { chestAndCollapse } from './chest-and-collapse.ts';
import { eatingDisorders } from './eating-disorders.ts';
import { eyes } from './eyes.ts';
import { infants } from './infants.ts';
import { medicines } from './medicines.ts';
import { notWantingToLive } from './not-wanting-to-live.ts';
import { overdose } from './overdose.ts';
import { pregnancy } from './pregnancy.ts';
import type { RedFlagRule } from './rule.ts';
import { selfHarm } from './self-harm.ts';
import { skinInfection } from './skin-infection.ts';
import { suicide } from './suicide.ts';
import { weightAndBowel } from './weight-and-bowel.ts';

/** Every red flag Gutsy knows by rule. */
export const allRules: readonly RedFlagRule[] = [
	...breathingAndSwelling,
	...chestAndCollapse,
	...bleeding,
	...bellyPain,
	...skinInfection,
	...eyes,
	...infants,
	...pregnancy,
	...medicines,
	...weightAndBowel,
	...suicide,
	...notWantingToLive,
	...selfHarm,
	...eatingDisorders,
	...overdose,
];
