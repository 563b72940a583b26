import { describe, expect, test } from 'vitest';
import { checkWording } from '../../src/faq/check-wording.ts';

const kinds = (text: string) => [...new Set(checkWording(text).map(({ kind }) => kind))];

describe('checkWording()', () => {
	test.each([
		['diagnosis', 'You have rosacea.'],
		['diagnosis', 'You probably have a bad case of eczema.'],
		['diagnosis', 'You’ve got SIBO.'],
		['diagnosis', 'You might have leaky gut.'],
		['diagnosis', 'You do not have an infection.'],
		['diagnosis', 'If your cheeks are red, you have rosacea.'],
		['diagnosis', 'You are lactose intolerant.'],
		['diagnosis', 'It sounds like eczema.'],
		['diagnosis', 'Your rash is psoriasis.'],
		['diagnosis', 'That must be depression.'],
		['diagnosis', 'Red cheeks mean that you have rosacea.'],
		['diagnosis', 'My diagnosis is simple.'],
		['cure', 'Kefir cures acne.'],
		['cure', 'This may cure eczema.'],
		['cure', 'A proven cure for spots.'],
		['cure', 'Do not worry, this is the cure.'],
		['cure', 'Bone broth heals your gut.'],
		['cure', 'Onions are a miracle.'],
		['cure', 'Your skin stays clear for good.'],
		['cure', 'It gets rid of pimples.'],
		['cure', 'Sleep clears up your skin.'],
		['promise', 'Clear skin is guaranteed.'],
		['promise', 'We guarantee results.'],
		['promise', 'This will help.'],
		['promise', 'Your skin will definitely improve.'],
		['promise', 'In a month you’ll see results.'],
		['promise', 'Your acne is going to disappear.'],
		['promise', 'Kimchi always works.'],
		['promise', 'It is proven to help.'],
		['promise', 'It works for everyone!'],
		['promise', 'It is 100% effective.'],
		['stop-treatment', 'Stop taking your medicine.'],
		['stop-treatment', 'You can stop using your cream.'],
		['stop-treatment', 'Stop your antibiotics now.'],
		['stop-treatment', 'When your skin clears, stop your treatment.'],
		['stop-treatment', 'Do not be afraid to quit your pills.'],
		['stop-treatment', 'Do not panic, but stop using the gel.'],
		['stop-treatment', 'Throw away all those steroid creams.'],
		['stop-treatment', 'Try coming off isotretinoin.'],
		['stop-treatment', 'If it stings, stop taking it.'],
		['stop-treatment', 'You no longer need your medication.'],
		['stop-treatment', 'Eat kimchi instead of your tablets.'],
		['stop-treatment', 'Good sleep replaces your treatment.'],
		['dose', 'Take 500 mg with food.'],
		['dose', '500mg is plenty.'],
		['dose', 'Go for 10 billion CFU.'],
		['dose', 'Take two capsules.'],
		['dose', 'Take 5 g of fibre powder.'],
		['dose', 'Take a tablespoon of it.'],
		['dose', 'Half a tablet is enough.'],
		['dose', 'Apply the cream twice a day.'],
		['dose', 'Try a 2.5% benzoyl peroxide wash.'],
		['dose', 'Why not try 1,000 IU?'],
	])('finds %s in "%s"', (kind, text) => {
		expect(kinds(text)).toStrictEqual([kind]);
	});

	test.each([
		['If you have eczema, ask a doctor.'],
		['Only a doctor can find out whether you have SIBO.'],
		['If you are itchy or you have an allergy, leave it out.'],
		['Leave out anything you are allergic to.'],
		['You have a choice about acne.'],
		['You do not have to choose between acne care and food.'],
		['Some people have rosacea and acne.'],
		['You have tried acne creams before.'],
		['A red face does not mean that you have rosacea.'],
		['Once you have treated your acne, look back.'],
		['I cannot diagnose you.'],
		['It may be eczema, and only a doctor can tell.'],
		['Will this cure my acne?'],
		['There is no cure.'],
		['It is not a guaranteed cure.'],
		['This cannot cure eczema.'],
		['A cut on the skin heals by itself.'],
		['Eating well may heal your gut over time.'],
		['Yoghurt is known for good bacteria.'],
		['No food clears acne by itself.'],
		['Nobody can guarantee clear skin.'],
		['It may help.'],
		['A doctor will help you.'],
		['Nobody knows whether it will help.'],
		['It will not clear your skin overnight.'],
		['It is not proven to help everyone.'],
		['Do not stop taking your medicine.'],
		['Don’t stop your treatment.'],
		['Never quit your antibiotics without asking.'],
		['Ask your doctor before you stop using your cream.'],
		['Ask a pharmacist how to come off the cream safely.'],
		['When you stop using a cream, the skin can react.'],
		['Stop using your phone in bed.'],
		['Try gut care next to your treatment rather than stopping your medicine.'],
		['This does not replace your treatment.'],
		['Try to sleep 8 hours a night.'],
		['Fill a 200 ml glass with water.'],
		['Some studies saw a change after 10 weeks.'],
		['Swap one sugary drink a day for water.'],
		['Food is better than a pill.'],
		['Take a short walk twice a day.'],
		['A 150 g pot of yoghurt is a fine snack.'],
	])('lets "%s" pass', (text) => {
		expect(checkWording(text)).toStrictEqual([]);
	});

	test('tells what it found and what to write instead', () => {
		expect(checkWording('Sleep well. **This will help** you.')).toStrictEqual([
			{ kind: 'promise', found: 'will help', message: '"will help" promises a result; say that it may help' },
		]);
	});

	test('finds every problem of a text', () => {
		expect(kinds('You have acne. Take 500 mg and stop your cream. It will clear up.')).toStrictEqual([
			'diagnosis',
			'stop-treatment',
			'dose',
			'promise',
		]);
	});
});
