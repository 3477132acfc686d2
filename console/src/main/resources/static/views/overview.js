import { get } from '../api.js';
import { cell, el, empty, filters, field, href, number, options, table } from '../dom.js';
import { count, millis, percent, size, time } from '../format.js';
import { status } from '../status.js';

export const PERIODS = [['5m', '5 minutes'], ['15m', '15 minutes'], ['1h', '1 hour'], ['6h', '6 hours'], ['24h', '24 hours']];

export const FROM = 'Meters count every request; spans may be sampled.';

const REFRESH = 5000;

export function title() {
	return 'Overview';
}

export async function render(route) {
	const since = route.query.get('since') || '1h';
	const body = el('div');
	const update = async () => body.replaceChildren(...content(await get('overview', { since }), since));
	await update();
	const timer = setInterval(() => {
		if (!document.hidden) {
			update().catch(() => {});
		}
	}, REFRESH);
	return {
		nodes: [el('h1', null, 'Overview'), filters(route, field('Period', options('since', since, PERIODS))), body],
		leave: () => clearInterval(timer)
	};
}

function content(overview, since) {
	return [overview.services.length ? services(overview.services, since) : hint(overview), el('h2', null, 'Store'), store(overview)];
}

function hint(overview) {
	const before = overview.store.spans.rows + overview.store.logs.rows > 0;
	if (before) {
		return empty('Nothing in this period.', ' Choose a longer one above.');
	}
	const endpoint = location.origin;
	return empty('Nothing has been received yet.', el('p', null, 'Start a service with these properties, and call it once:'),
		el('pre', null, 'management.opentelemetry.tracing.export.otlp.endpoint=' + endpoint + '/v1/traces\n'
			+ 'management.opentelemetry.tracing.export.otlp.headers.authorization=Bearer <the receiver\'s token>'),
		el('p', null, 'The console printed the receiver\'s token when it started, unless console.access.receiver-token sets it.'));
}

function services(list, since) {
	const heads = [{ text: 'Service' }, { text: 'Health' }, { text: 'Requests', number: true }, { text: 'Failed', number: true }, { text: 'p50', number: true },
		{ text: 'p95', number: true }, { text: 'p99', number: true }, { text: 'From' }, { text: 'Errors logged', number: true }, { text: 'Last heard of', number: true }];
	return el('div', null, table('Services', heads, list.map((service) => el('tr', null,
		cell(el('a', { href: href('service/' + encodeURIComponent(service.service), { since }) }, service.service || '(no name)')),
		cell(service.health ? el('a', { href: href('health', { service: service.service }) }, status(service.health)) : '–'),
		number(count(service.requests)),
		number(el('span', { class: service.failed ? 'bad' : null }, count(service.failed) + ' (' + percent(service.failed, service.requests) + ')')),
		number(millis(service.p50_ms)), number(millis(service.p95_ms)), number(millis(service.p99_ms)), cell(service.source),
		number(service.error_lines ? el('a', { class: 'bad', href: href('logs', { service: service.service, level: 'ERROR' }) }, count(service.error_lines)) : '0'),
		number(service.last_seen_us ? time(service.last_seen_us) : '–')))), el('p', { class: 'dim' }, FROM));
}

function store(overview) {
	const heads = [{ text: 'Signal' }, { text: 'Kept', number: true }, { text: 'Room', number: true }, { text: 'Size', number: true },
		{ text: 'Room', number: true }, { text: 'Errors kept longer', number: true }, { text: 'Dropped, oldest first', number: true }];
	const rows = [['Spans', overview.store.spans], ['Log lines', overview.store.logs], ['Values of meters', overview.store.points]];
	const { receiver } = overview;
	const losses = [[overview.store.refused, 'refused because too much waited (senders come again)'], [overview.store.lost, 'lost because they could not be written'],
		[receiver.rejected, 'rejected without valid ids or times'], [overview.store.series.dropped, 'values of meters left out because there are too many different ones'], [receiver.malformed, 'requests that could not be read']].filter(([value]) => value > 0);
	return el('div', null,
		table('Store', heads, rows.map(([name, signal]) => el('tr', null, el('th', { scope: 'row' }, name), number(count(signal.rows)), number(count(signal.max_rows)),
			number(size(signal.bytes)), number(size(signal.max_bytes)), number(count(signal.reserved)), number(count(signal.dropped))))),
		el('p', { class: 'dim' }, count(receiver.accepted) + ' received since the start; ' + count(overview.store.pending) + ' wait to be written.'),
		losses.map(([value, text]) => el('p', { class: 'warn' }, count(value) + ' ' + text)));
}
