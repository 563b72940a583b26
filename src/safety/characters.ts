const invisible = /\p{Default_Ignorable_Code_Point}+/gu;
const marks = /\p{M}+/gu;

/** Letters of other alphabets and signs that pass for Latin ones. */
const lookAlikes: Readonly<Record<string, string>> = {
	а: 'a',
	е: 'e',
	о: 'o',
	р: 'p',
	с: 'c',
	у: 'y',
	х: 'x',
	і: 'i',
	ѕ: 's',
	к: 'k',
	м: 'm',
	т: 't',
	н: 'h',
	в: 'b',
	ı: 'i',
	ł: 'l',
	ø: 'o',
	æ: 'ae',
	œ: 'oe',
	ß: 'ss',
	đ: 'd',
	α: 'a',
	ε: 'e',
	ο: 'o',
	ι: 'i',
	κ: 'k',
	ν: 'v',
};

/** Pictures that carry the danger themselves. */
const pictures: Readonly<Record<string, string>> = {
	'🩸': ' blood ',
	'💩': ' poop ',
	'🤮': ' vomiting ',
	'🤰': ' pregnant ',
	'🤱': ' breastfeeding ',
	'👶': ' baby ',
	'💊': ' pills ',
	'🤒': ' fever ',
};

/** Makes one spelling of the many that look the same: case, width, accents, invisible characters, foreign twins. */
export function plainCharacters(text: string): string {
	return text
		.normalize('NFKC')
		.replace(invisible, '')
		.toLowerCase()
		.normalize('NFD')
		.replace(marks, '')
		.replace(/\p{Extended_Pictographic}/gu, (picture) => pictures[picture] ?? ' ')
		.replace(/[^\0-\x7F]/gu, (letter) => lookAlikes[letter] ?? letter)
		.replace(/['’‘`´ʼ]/gu, '');
}
