import './zod-without-eval.ts';
import './styles/page.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { startPage } from './start-page.ts';
import { PageProvider } from './state/page.ts';

const root = document.getElementById('page');
if (root)
	render(
		<PageProvider value={startPage()}>
			<App />
		</PageProvider>,
		root,
	);
