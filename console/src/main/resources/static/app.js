import { abandon } from './api.js';
import { el, empty } from './dom.js';
import * as overview from './views/overview.js';
import * as service from './views/service.js';
import * as requests from './views/requests.js';
import * as trace from './views/trace.js';
import * as logs from './views/logs.js';
import * as explore from './views/explore.js';
import * as metrics from './views/metrics.js';
import * as health from './views/health.js';
import * as slos from './views/slos.js';
import * as alerts from './views/alerts.js';
import * as canary from './views/canary.js';

const views = { overview, service, requests, trace, logs, explore, metrics, health, slos, alerts, canary };
const parents = { service: 'overview', trace: 'requests' };
const keys = { o: 'overview', r: 'requests', l: 'logs', e: 'explore', m: 'metrics', h: 'health', s: 'slos', a: 'alerts', c: 'canary' };
const main = document.getElementById('main');
const status = document.getElementById('status');
const help = document.getElementById('help');
let leave = null;
let shown = 0;

function route() {
	const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
	const [view, ...rest] = path.split('/');
	return { view: view || 'overview', id: decodeURIComponent(rest.join('/')), query: new URLSearchParams(query || '') };
}

async function show() {
	const current = route();
	const view = views[current.view];
	const turn = ++shown;
	abandon();
	if (leave) {
		leave();
		leave = null;
	}
	mark(current.view);
	if (!view) {
		main.replaceChildren(empty('There is no such view.', ' Choose one above.'));
		return;
	}
	document.title = view.title(current) + ' · Sightline';
	try {
		const content = await view.render(current, say);
		if (turn === shown) {
			main.replaceChildren(...content.nodes);
			leave = content.leave || null;
		}
		else if (content.leave) {
			content.leave();
		}
	}
	catch (problem) {
		if (turn === shown && problem.name !== 'AbortError') {
			main.replaceChildren(...failure(problem));
		}
	}
}

function mark(view) {
	for (const link of document.querySelectorAll('nav a')) {
		if (link.dataset.view === (parents[view] || view)) {
			link.setAttribute('aria-current', 'page');
		}
		else {
			link.removeAttribute('aria-current');
		}
	}
}

function failure(problem) {
	if (problem.status === 401) {
		return [empty('You are not logged in.', ' Open the link that the console has printed in its terminal: ',
			el('code', null, 'http://localhost:8090/login?token=…'), ' Each link works once; then the next one is printed.')];
	}
	return [el('div', { role: 'alert', class: 'problem' }, problem.message || 'The console does not answer.'),
		el('p', null, el('button', { type: 'button', onclick: show }, 'Try again'))];
}

function say(text) {
	status.textContent = text;
	if (text) {
		setTimeout(() => {
			if (status.textContent === text) {
				status.textContent = '';
			}
		}, 4000);
	}
}

function isTyping(event) {
	return event.target.closest('input, select, textarea, [contenteditable]') !== null;
}

document.addEventListener('keydown', (event) => {
	if (event.ctrlKey || event.altKey || event.metaKey || help.open) {
		return;
	}
	if (isTyping(event)) {
		if (event.key === 'Escape') {
			event.target.blur();
		}
		return;
	}
	if (event.key === '?') {
		help.showModal();
	}
	else if (event.key === '/') {
		const search = main.querySelector('input[data-search]');
		if (search) {
			event.preventDefault();
			search.focus();
		}
	}
	else if (keys[event.key] && !event.target.closest('[role=treegrid]')) {
		location.hash = '#/' + keys[event.key];
	}
});

document.getElementById('help-button').addEventListener('click', () => help.showModal());

const themes = ['system', 'light', 'dark'];
const button = document.getElementById('theme');

function theme(name) {
	document.documentElement.dataset.theme = name;
	button.textContent = 'Theme: ' + name;
	try {
		localStorage.setItem('sightline.theme', name);
	}
	catch {
		// Then it is forgotten.
	}
}

button.addEventListener('click', () => theme(themes[(themes.indexOf(document.documentElement.dataset.theme || 'system') + 1) % 3]));
try {
	theme(themes.find((name) => name === localStorage.getItem('sightline.theme')) || 'system');
}
catch {
	theme('system');
}

window.addEventListener('hashchange', () => {
	show();
	main.focus({ preventScroll: true });
});
show();
