import { get } from '../api.js';
import { cell, el, empty, filters, field, href, number, options, table } from '../dom.js';
import { chart } from '../chart.js';
import { count, duration, millis, percent } from '../format.js';
import { FROM, PERIODS } from './overview.js';
import { status } from '../status.js';
import { list } from './requests.js';
import { lines } from './logs.js';

export function title(route) {
	return route.id;
}

export async function render(route) {
	const since = route.query.get('since') || '1h';
	const service = await get('services/' + encodeURIComponent(route.id), { since });
	const form = filters({ view: 'service/' + encodeURIComponent(route.id) }, field('Period', options('since', since, PERIODS)));
	return {
		nodes: [el('h1', null, service.service), form, links(service), ...red(service),
			el('h2', null, 'Routes'), routes(service),
			el('h2', null, 'Newest traces'), service.recent_traces.length ? list(service.recent_traces) : empty('No traces.'),
			el('p', null, el('a', { href: href('requests', { service: service.service }) }, 'All requests')),
			el('h2', null, 'Newest errors logged'), service.recent_errors.length ? lines(service.recent_errors) : empty('No errors.', ' Log lines arrive over OTLP at /v1/logs.')]
	};
}

function links(service) {
	const only = { service: service.service };
	return el('p', null, service.health && ['Health: ', el('a', { href: href('health', only) }, status(service.health)), ' · '],
		['metrics', 'slos', 'alerts', 'canary'].map((view, index) => [index > 0 && ' · ', el('a', { href: href(view, only) }, view === 'slos' ? 'SLOs' : view)]).flat());
}

function red(service) {
	if (!service.buckets.length) {
		return [empty('No requests in this period.', ' Choose a longer one, or call the service.')];
	}
	const total = service.buckets.reduce((sum, bucket) => sum + bucket.requests, 0);
	const failed = service.buckets.reduce((sum, bucket) => sum + bucket.failed, 0);
	return [el('p', null, count(total) + ' requests, ', el('span', { class: failed ? 'bad' : 'good' }, count(failed) + ' failed (' + percent(failed, total) + ')'),
		el('span', { class: 'dim' }, ' From ' + service.source + '. ' + FROM + ' Routes are from spans.')),
		chart(service)];
}

function routes(service) {
	if (!service.routes.length) {
		return empty('No requests in this period.');
	}
	const heads = [{ text: 'Route' }, { text: 'Requests', number: true }, { text: 'Failed', number: true }, { text: 'p95', number: true },
		{ text: 'Time spent', number: true }, { text: 'Slowest', number: true }];
	return table('Routes', heads, service.routes.map((route) => el('tr', null, cell(route.route), number(count(route.requests)),
		number(el('span', { class: route.failed ? 'bad' : null }, count(route.failed))), number(millis(route.p95_ms)), number(duration(Math.round(route.total_ms * 1000))),
		number(route.slowest ? el('a', { href: href('trace/' + route.slowest) }, 'trace') : '–'))));
}
