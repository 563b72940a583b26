/**
 * What the rules read of a request body that Discord's schema has accepted.
 *
 * Discord takes `null` for almost every absent field, hence `Maybe`.
 */
export type Maybe<Value> = Value | null | undefined;

export interface CommandBody {
	name?: string;
	name_localizations?: Maybe<Localizations>;
	description?: Maybe<string>;
	description_localizations?: Maybe<Localizations>;
	type?: Maybe<number>;
	options?: Maybe<OptionBody[]>;
}

export interface OptionBody {
	type: number;
	name: string;
	name_localizations?: Maybe<Localizations>;
	description: string;
	description_localizations?: Maybe<Localizations>;
	required?: Maybe<boolean>;
	autocomplete?: Maybe<boolean>;
	choices?: Maybe<ChoiceBody[]>;
	options?: Maybe<OptionBody[]>;
	min_value?: Maybe<number>;
	max_value?: Maybe<number>;
	min_length?: Maybe<number>;
	max_length?: Maybe<number>;
}

export interface ChoiceBody {
	name: string;
	name_localizations?: Maybe<Localizations>;
	value: string | number;
}

export type Localizations = Record<string, string>;

export interface MessageBody {
	content?: Maybe<string>;
	embeds?: Maybe<EmbedBody[]>;
	components?: Maybe<ComponentBody[]>;
	poll?: Maybe<object>;
	sticker_ids?: Maybe<string[]>;
	shared_client_theme?: Maybe<object>;
	allowed_mentions?: Maybe<AllowedMentionsBody>;
	flags?: Maybe<number>;
}

/** Fields of a message that Components V2 exclude. */
export type LegacyField = 'content' | 'embeds' | 'poll' | 'sticker_ids';

export interface AllowedMentionsBody {
	parse?: Maybe<Maybe<string>[]>;
	users?: Maybe<Maybe<string>[]>;
	roles?: Maybe<Maybe<string>[]>;
}

export interface EmbedBody {
	title?: Maybe<string>;
	description?: Maybe<string>;
	author?: Maybe<{ name?: Maybe<string> }>;
	footer?: Maybe<{ text?: Maybe<string> }>;
	fields?: Maybe<{ name: string; value: string }[]>;
}

/** Any component of a message or a modal; which fields a type has is the schema's concern. */
export interface ComponentBody {
	type: number;
	id?: Maybe<number>;
	custom_id?: Maybe<string>;
	components?: ComponentBody[];
	component?: ComponentBody;
	accessory?: ComponentBody;
	content?: string;
	style?: number;
	label?: Maybe<string>;
	emoji?: Maybe<object>;
	url?: Maybe<string>;
	sku_id?: Maybe<string>;
	options?: { label: string; value: string; default?: Maybe<boolean> }[];
	min_values?: Maybe<number>;
	max_values?: Maybe<number>;
	min_length?: Maybe<number>;
	max_length?: Maybe<number>;
	required?: Maybe<boolean>;
	disabled?: Maybe<boolean>;
	value?: Maybe<string>;
}

export interface ModalBody {
	custom_id: string;
	title: string;
	components: ComponentBody[];
}

export interface ChoicesBody {
	choices?: Maybe<Maybe<ChoiceBody>[]>;
}

export interface PrivateChannelBody {
	recipient_id?: Maybe<string>;
	access_tokens?: Maybe<string[]>;
}
