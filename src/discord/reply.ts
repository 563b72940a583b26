import type {
	APIComponentInContainer,
	APIMessageTopLevelComponent,
	APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** A component at the top of a Components V2 message. */
export type TopLevel = APIMessageTopLevelComponent;
export type InContainer = APIComponentInContainer;

/** A file that goes with a message; a component shows it as `attachment://name`. */
export interface OutgoingFile {
	/** With its ending, such as `progress.png`. */
	name: string;
	data: Buffer;
	/** Such as `image/png`. */
	contentType: string;
	/** What a screen reader says in place of a picture. */
	description?: string;
}

/** A new message in answer to what the member did. */
export interface MessageReply {
	kind: 'message';
	components: TopLevel[];
	files?: readonly OutgoingFile[];
	/** Private (ephemeral) unless a command says otherwise: sharing is a choice. */
	visibility: 'private' | 'public';
	followedBy?: FollowUp;
	expiry?: Expiry;
}

/** What a message becomes when none of its components is used in time. */
export interface Expiry {
	/** Milliseconds, less than the quarter of an hour for which Discord lets an answer be changed. */
	afterMs: number;
	components: TopLevel[];
}

/** A second message, sent once the first answer has arrived. */
export type FollowUp = Pick<MessageReply, 'components' | 'files' | 'visibility'>;

/** New contents for the message that the used component sits on. */
export interface UpdateReply {
	kind: 'update';
	components: TopLevel[];
	/** They take the place of those that the message had; without any it has none. */
	files?: readonly OutgoingFile[];
	/** The message's plain text stays, which a message of components alone has none of. */
	text?: 'kept';
	followedBy?: FollowUp;
	expiry?: Expiry;
}

/** A form; Discord accepts it only as the first answer. */
export interface ModalReply {
	kind: 'modal';
	modal: APIModalInteractionResponseCallbackData;
}

/** What a command or route returns. Only the dispatcher turns it into requests. */
export type Reply = MessageReply | UpdateReply | ModalReply;

/** An autocomplete suggestion: what is shown, and what is submitted. */
export interface Choice {
	name: string;
	value: string;
}

export function privately(...components: TopLevel[]): MessageReply {
	return { kind: 'message', visibility: 'private', components };
}

export function publicly(...components: TopLevel[]): MessageReply {
	return { kind: 'message', visibility: 'public', components };
}

export function update(...components: TopLevel[]): UpdateReply {
	return { kind: 'update', components };
}

/** New buttons under a message whose text stays. */
export function updateButtons(...rows: TopLevel[]): UpdateReply {
	return { kind: 'update', components: rows, text: 'kept' };
}
