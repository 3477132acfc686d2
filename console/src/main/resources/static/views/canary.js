import { get } from '../api.js';
import { cell, el, empty, field, filters, number, options, table } from '../dom.js';
import { count, millis, percent, time } from '../format.js';
import { span } from './slos.js';

const WORDS = { ROLL_BACK: 'Roll back', WAIT: 'Wait', GO_ON: 'Go on', NOT_ENOUGH: 'Not enough to tell' };

export function title() {
	return 'Canary';
}

export async function render(route) {
	const value = (name) => route.query.get(name) || '';
	const { meters } = await get('metrics', { text: 'http_server_requests_seconds' });
	const services = [...new Set(meters.filter((meter) => meter.name === 'http_server_requests_seconds').flatMap((meter) => meter.services))].sort();
	const heading = el('h1', null, 'Canary');
	if (!services.length) {
		return { nodes: [heading, empty('No meters of requests yet.', ' The console compares versions by what it scrapes; ', el('a', { href: '#/metrics' }, 'Metrics'), ' says how.')] };
	}
	const service = value('service') || services[0];
	const since = value('since') || '30m';
	const view = await get('canary', { service, since, version: value('version'), baseline: value('baseline') });
	const versions = view.versions.map((version) => [version.version, version.version || '(no version)']);
	const form = filters(route,
		field('Service', options('service', service, services.map((name) => [name, name]))),
		field('Version', options('version', value('version'), [['', 'the newest'], ...versions])),
		field('Against', options('baseline', value('baseline'), [['', 'all others'], ...versions])),
		field('Period', options('since', since, [['5m', '5 minutes'], ['30m', '30 minutes'], ['1h', '1 hour'], ['6h', '6 hours']])));
	return { nodes: [heading, form, verdict(view), figures(view), el('h2', null, 'Is it an accident?'), statistics(view)] };
}

function verdict(view) {
	return el('div', { class: 'verdict ' + view.verdict.action.toLowerCase(), role: 'status' },
		el('strong', null, WORDS[view.verdict.action] + ': ' + view.service + ' ' + (view.version || '(no version)') + ' against ' + (view.baseline || 'all others')), el('p', null, view.verdict.reason + '.'));
}

function figures(view) {
	const heads = [{ text: 'Version' }, { text: 'Started', number: true }, { text: 'Seen for', number: true }, { text: 'Requests', number: true }, { text: 'A second', number: true }, { text: 'Failed', number: true },
		{ text: 'Over 500 ms', number: true }, { text: 'p50', number: true }, { text: 'p95', number: true }, { text: 'p99', number: true }];
	return el('div', null, table('Versions', heads, view.versions.map((version) => el('tr', null, cell((version.version || '(no version)') + (version.version === view.version ? ' (compared)' : '')),
		number(version.started_us === null ? '–' : time(version.started_us).slice(0, -4)), number(span(Math.min(version.seen_seconds, view.window_seconds))), number(count(version.requests)), number(version.per_second.toFixed(2)),
		number(el('span', { class: version.failed ? 'bad' : null }, count(version.failed) + ' (' + percent(version.failed, version.requests) + ')')),
		number(version.slow === null ? '–' : count(version.slow) + ' (' + percent(version.slow, version.requests) + ')'),
		number(millis(version.p50_ms)), number(millis(version.p95_ms)), number(millis(version.p99_ms))))),
		el('p', { class: 'dim' }, 'By meters, which count every request. How many requests a version gets is how traffic is split, and says nothing about the version.'));
}

function statistics(view) {
	const heads = [{ text: 'Share of requests that' }, { text: view.version || '(no version)', number: true }, { text: view.baseline || 'all others', number: true }, { text: 'Difference', number: true },
		{ text: '95 % interval', number: true }, { text: 'z', number: true }, { text: 'p', number: true }];
	const rows = [['fail (5xx)', view.errors], ['take longer than 500 ms', view.slow]].map(([name, shares]) => el('tr', null, el('th', { scope: 'row' }, name),
		...(shares ? [number(points(shares.share) + ' %'), number(points(shares.other_share) + ' %'), number(points(shares.difference)), number(points(shares.low) + ' to ' + points(shares.high)),
			number(shares.z === null ? '–' : shares.z.toFixed(2)), number(shares.p === null ? 'none of either' : shares.p < 0.0001 ? '< 0.0001' : shares.p.toFixed(4))]
			: [el('td', { colspan: 6 }, 'not enough requests')])));
	return el('div', null, table('Statistics', heads, rows),
		el('p', { class: 'dim' }, 'In percentage points. z above 2.33 (p below 0.01, one-sided): if both versions were the same, less than one comparison of a hundred would look like this. ',
			'The rule: roll back when more than 5 percentage points more of the requests of the newest version fail, with z above 2.33 and 100 requests or more, for two minutes.'));
}

function points(share) {
	return (100 * share).toFixed(2);
}
