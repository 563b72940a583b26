/** Text within a line. Holds words and references, never HTML. */
export type Inline =
	| { kind: 'text'; text: string }
	| { kind: 'break' }
	| { kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'; inside: Inline[] }
	| { kind: 'code'; text: string }
	| { kind: 'link'; href: string; inside: Inline[] }
	/** Epoch seconds; `style` is Discord's letter. */
	| { kind: 'time'; at: number; style: string }
	| { kind: 'command'; name: string }
	| { kind: 'user' | 'role' | 'channel'; id: string }
	| { kind: 'everyone'; word: string }
	| { kind: 'emoji'; name: string };

export type Block =
	| { kind: 'paragraph'; inside: Inline[] }
	| { kind: 'heading'; level: number; inside: Inline[] }
	| { kind: 'small'; inside: Inline[] }
	| { kind: 'quote'; inside: Block[] }
	| { kind: 'code'; text: string }
	| { kind: 'list'; ordered: boolean; start: number; items: Block[][] };
