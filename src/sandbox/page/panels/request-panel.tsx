import { useState } from 'preact/hooks';
import type { RequestDetails, ShownRequest } from '../../page-server/protocol/shown-request.ts';
import { formatTime } from '../markdown/format-time.ts';
import { usePage } from '../state/page.ts';

/** The latest requests of the bot, newest first. */
export function RequestPanel() {
	const { state } = usePage();
	const requests = [...state.requests.value].reverse();
	return (
		<section class="tool" aria-labelledby="requests-title">
			<h2 id="requests-title">Requests of the bot</h2>
			{requests.length === 0 && <p class="small-print">None yet.</p>}
			<ol class="requests">
				{requests.map((request) => (
					<RequestLine key={request.id} request={request} />
				))}
			</ol>
		</section>
	);
}

function RequestLine({ request }: { request: ShownRequest }) {
	const { deeds } = usePage();
	const [details, setDetails] = useState<RequestDetails | undefined>();
	const { id, at, method, path, status, latencyMs, about, fault, problems } = request;
	const wrong = status === 0 || status >= 400 || problems.length > 0;
	return (
		<li>
			<details
				onToggle={async ({ currentTarget }) => {
					if (currentTarget.open) setDetails(await deeds.ask({ do: 'request', requestId: id }));
				}}
			>
				<summary>
					<span class={wrong ? 'status wrong' : 'status'}>{status === 0 ? 'cut' : status}</span>
					<span class="request-what">
						{about !== undefined && <span class="request-about">{about}</span>}
						<span class="request-path">
							{method} {shorten(path)}
						</span>
					</span>
					<span class="request-when">
						<time dateTime={new Date(at).toISOString()}>{formatTime(at, 'T', at)}</time>
						<span>{latencyMs < 10 ? latencyMs.toFixed(1) : Math.round(latencyMs)} ms</span>
					</span>
				</summary>
				<div class="request-details">
					<p class="address">
						{method} {path}
					</p>
					{fault && <p class="small-print">Fault played: {fault}</p>}
					{problems.map((problem) => (
						<p key={problem} class="failure">
							{problem}
						</p>
					))}
					<JsonText title="Sent" text={details?.body} />
					<JsonText title="Answered" text={details?.answer} />
				</div>
			</details>
		</li>
	);
}

/** A field rather than plain text, so that the keyboard can scroll it. */
function JsonText({ title, text }: { title: string; text: string | undefined }) {
	if (!text) return null;
	return (
		<label>
			<h3>{title}</h3>
			<textarea readOnly rows={Math.min(14, text.split('\n').length)} value={text} />
		</label>
	);
}

/** Long ids say little in a list. */
function shorten(path: string): string {
	return path.replaceAll(/\d{15,}/g, (id) => `…${id.slice(-4)}`);
}
