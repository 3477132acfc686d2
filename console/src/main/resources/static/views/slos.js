import { get } from '../api.js';
import { cell, el, empty, number, place, table } from '../dom.js';
import { count, time } from '../format.js';
import { status } from '../status.js';

const REFRESH = 5000;

export function title() {
	return 'SLOs';
}

export async function render(route) {
	const service = route.query.get('service') || '';
	const body = el('div');
	const draw = async () => body.replaceChildren(...content(await get('slos', { service })));
	await draw();
	const timer = setInterval(() => !document.hidden && draw().catch(() => {}), REFRESH);
	return {
		nodes: [el('h1', null, 'SLOs'), service && el('p', null, 'Of ' + service + '. ', el('a', { href: '#/slos' }, 'Show all')), body].filter(Boolean),
		leave: () => clearInterval(timer)
	};
}

function content(slos) {
	if (!slos.objectives.length) {
		return [empty('No objectives yet.', el('p', null, 'A service declares them, exposes the endpoint, and is asked by the console:'),
			el('pre', null, 'sightline.slo.objectives.availability.target=99.9\nmanagement.endpoints.web.exposure.include=health,prometheus,slo'))];
	}
	return [el('p', { class: 'dim' }, 'Each is what one instance saw since it started. All instances together are known to Prometheus only.'), ...slos.objectives.map(card)];
}

export function span(seconds) {
	if (seconds === null) {
		return '–';
	}
	const units = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];
	const [size, name] = units.find(([unit]) => seconds >= unit) || [1, 's'];
	const next = units[units.findIndex(([unit]) => unit === size) + 1];
	const rest = next && size > 60 ? Math.floor(seconds % size / next[0]) : 0;
	return Math.floor(seconds / size) + ' ' + name + (rest ? ' ' + rest + ' ' + next[1] : '');
}

function share(value) {
	return value === null ? '–' : (100 * value).toFixed(Math.abs(value) < 0.1 ? 2 : 1) + ' %';
}

function card(entry) {
	const slo = entry.objective;
	const left = slo.budget.remaining_ratio;
	return el('section', { class: 'card', 'aria-label': entry.service + ' ' + slo.name },
		el('h2', null, entry.service + ' ' + slo.name, ' ', status(slo.state), ' ', el('span', { class: 'dim' }, entry.instance)),
		entry.stale && el('p', { class: 'bad' }, 'It ' + entry.stale + ': these are its figures of ' + time(entry.asked_us)),
		el('p', null, 'Promised: ' + slo.target + ' % ' + (slo.type === 'latency' ? 'within ' + slo.threshold_ms + ' ms' : 'good') + ' over ' + slo.window
			+ '. Seen: ' + (slo.sli === null ? 'no events' : (100 * slo.sli).toFixed(3) + ' % good') + '.',
		slo.partial && el('strong', null, ' ' + span(entry.seen_seconds) + ' of data, not ' + slo.window + '.')),
		el('p', null, 'Budget left: ', el('strong', { class: left !== null && left <= 0 ? 'bad' : null }, share(left)), slo.partial && left !== null && [' of what was seen, ', share(slo.budget.remaining_ratio_by_coverage), ' of the whole ' + slo.window],
			'. Used up ' + (slo.budget.time_to_exhaustion_seconds === null ? 'never, as the last hour went.' : 'in ' + span(slo.budget.time_to_exhaustion_seconds) + ', if the last hour goes on.')),
		left !== null && el('div', { class: 'share', 'aria-hidden': 'true' }, place(el('span', { class: left <= 0 ? 'is-down' : 'is-up' }), { width: 100 * Math.max(0, Math.min(1, left)) + '%' })),
		tiers(slo), windows(slo));
}

function burn(slo, name) {
	const found = slo.windows.find((window) => window.window === name);
	return found && found.burn_rate !== null ? Number(found.burn_rate).toFixed(2) : '–';
}

function tiers(slo) {
	const heads = [{ text: 'Alert' }, { text: 'Fires above', number: true }, { text: 'Long window', number: true }, { text: 'Short window', number: true }, { text: 'Fires' }];
	return table('Burn of ' + slo.name, heads, slo.alerts.map((tier) => el('tr', null, cell(tier.name + ' (' + tier.severity + ')'), number(String(tier.factor)),
		number(burn(slo, tier.long_window) + ' in ' + tier.long_window), number(burn(slo, tier.short_window) + ' in ' + tier.short_window),
		cell(tier.firing ? el('span', { class: 'bad' }, 'yes') : tier.reachable === false ? 'it never can' : 'no'))));
}

function windows(slo) {
	const heads = [{ text: 'Window' }, { text: 'Good', number: true }, { text: 'Bad', number: true }, { text: 'Burn rate', number: true }, { text: 'Seen of it', number: true }];
	return el('details', null, el('summary', null, 'Windows'), table('Windows of ' + slo.name, heads, slo.windows.map((window) => el('tr', null, cell(window.window),
		number(window.good === null ? '–' : count(window.good)), number(window.bad === null ? '–' : count(window.bad)), number(burn(slo, window.window)), number(share(window.coverage))))));
}
