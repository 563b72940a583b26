import { body } from './body.ts';
import { dyingAndHurting } from './dying-and-hurting.ts';
import { foodAndMedicine } from './food-and-medicine.ts';

/** Turns of phrase whose words raise no flag, whatever those words could mean elsewhere in the message. */
export const allLookAlikes: readonly string[] = [...dyingAndHurting, ...body, ...foodAndMedicine];
