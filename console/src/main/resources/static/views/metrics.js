import { get } from '../api.js';
import { el, empty, field, filters, href, options } from '../dom.js';
import { millis } from '../format.js';
import { plot } from '../plot.js';
import { PERIODS } from './overview.js';

const REFRESH = 5000;
const HTTP = 'http_server_requests_seconds';

// Probes and the actuator are no requests of users.
const USERS = ['uri!~/actuator', 'uri!=/livez', 'uri!=/readyz', 'uri!=/startupz'];

const FORMATS = {
	seconds: (value) => millis(value === null ? null : value * 1000),
	bytes: (value) => value === null ? '–' : (value / 1048576).toFixed(value < 1e8 ? 1 : 0) + ' MiB',
	percent: (value) => value === null ? '–' : (100 * value).toFixed(1) + ' %',
	rate: (value) => value === null ? '–' : figure(value) + '/s',
	number: (value) => value === null ? '–' : figure(value)
};

const STANDARD = [
	{ title: 'Requests a second', name: HTTP, stat: 'rate', filter: USERS, format: 'rate' },
	{ title: 'Failed requests a second', name: HTTP, stat: 'rate', filter: ['outcome=SERVER_ERROR', ...USERS], format: 'rate' },
	{ title: 'Time that requests take', name: HTTP, stat: ['p50', 'p95', 'p99'], filter: USERS, format: 'seconds', traces: true },
	{ title: 'Heap in use', name: 'jvm_memory_used_bytes', filter: 'area=heap', format: 'bytes' },
	{ title: 'Share of time in garbage collections', name: 'jvm_gc_pause_seconds', stat: 'sum', format: 'percent' },
	{ title: 'Threads', name: 'jvm_threads_live_threads', format: 'number' },
	{ title: 'CPU', name: 'process_cpu_usage', format: 'percent' },
	{ title: 'Database connections in use', name: 'hikaricp_connections_active', format: 'number' }
];

const QUANTILE = /^p\d+$/;

// A distribution without buckets has no percentiles.
export function fitting(wanted, meters, service) {
	const known = meters.filter((meter) => meter.name === wanted.name && (!service || meter.services.includes(service)));
	if (!known.length || known.every((meter) => meter.kind === 'HISTOGRAM') || ![wanted.stat].flat().some((stat) => QUANTILE.test(stat))) {
		return wanted;
	}
	return { ...wanted, title: wanted.title + ' (mean)', stat: 'mean' };
}

function figure(value) {
	return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 3 : 1 });
}

export function title() {
	return 'Metrics';
}

export async function render(route, say) {
	const value = (name) => route.query.get(name) || '';
	const since = value('since') || '15m';
	const { meters } = await get('metrics', { limit: 2000 });
	const services = [...new Set(meters.flatMap((meter) => meter.services))].sort();
	const form = filters(route,
		field('Service', options('service', value('service'), [['', 'all'], ...services.map((name) => [name, name])])),
		field('Meter', options('name', value('name'), [['', 'the usual ones'], ...meters.map((meter) => [meter.name, meter.name])])),
		field('Of it', el('input', { name: 'stat', value: value('stat'), size: 8, placeholder: 'p95' })),
		field('By tags', el('input', { name: 'by', value: value('by'), size: 14, placeholder: 'service uri' })),
		field('Only', el('input', { name: 'filter', value: value('filter'), placeholder: 'status=500', 'data-search': true })),
		field('Period', options('since', since, PERIODS)));
	const heading = [el('h1', null, 'Metrics'), form];
	if (!meters.length) {
		return { nodes: [...heading, hint()] };
	}
	const body = el('div', { class: 'plots' });
	const chosen = value('name') ? [one(route, meters)] : STANDARD.filter((wanted) => meters.some((meter) => meter.name === wanted.name && (!value('service') || meter.services.includes(value('service'))))).map((wanted) => fitting(wanted, meters, value('service')));
	const draw = async () => body.replaceChildren(...await each(chosen.map((wanted) => [wanted.title, show(wanted, { service: value('service'), since }, say)])));
	await draw();
	const timer = setInterval(() => {
		if (!document.hidden && !body.querySelector('details[open]') && !body.matches(':hover')) {
			draw().catch(() => {});
		}
	}, REFRESH);
	return { nodes: [...heading, chosen.length ? body : empty('None of the usual meters is there.', ' Choose one above.')], leave: () => clearInterval(timer) };
}

// One that fails takes no other with it.
export function each(plots) {
	return Promise.all(plots.map(([title, drawing]) => drawing.catch((problem) => {
		if (problem.name === 'AbortError') {
			throw problem;
		}
		return el('figure', { class: 'plot' }, el('h2', null, title), el('p', { class: 'warn', role: 'alert' }, problem.message));
	})));
}

function hint() {
	return empty('No meters yet.', el('p', null, 'Start the console with the addresses of your services:'),
		el('pre', null, 'console.scrape.targets.order-service=http://localhost:5001'),
		el('p', null, 'They are to expose ', el('code', null, '/actuator/prometheus'), ', and may send their meters over OTLP to ', el('code', null, location.origin + '/v1/metrics'), ' instead.'));
}

function one(route, meters) {
	const name = route.query.get('name');
	const words = (field) => (route.query.get(field) || '').split(/[\s,]+/).filter(Boolean);
	const service = route.query.get('service');
	const meter = meters.find((known) => known.name === name && (!service || known.services.includes(service)));
	const stat = words('stat');
	const counts = meter && (meter.kind === 'COUNTER' || stat[0] === 'rate');
	const format = counts ? 'rate' : /seconds$/.test(name) && meter && meter.kind !== 'GAUGE' ? 'seconds' : /bytes$/.test(name) ? 'bytes' : 'number';
	return { title: name, name, stat, by: words('by'), filter: (route.query.get('filter') || '').split('&&').map((part) => part.trim()).filter(Boolean), format,
		traces: format === 'seconds', missing: !meter };
}

async function show(wanted, { service, since }, say) {
	if (wanted.missing) {
		return empty('There is no such meter.', ' It was never told, or its values were dropped.');
	}
	const quantiles = !service && !wanted.by && Array.isArray(wanted.stat) && wanted.stat.length > 1;
	const answer = await get('metrics', { name: wanted.name, service, since, stat: quantiles ? 'p95' : wanted.stat, filter: wanted.filter, by: wanted.by || 'service' });
	const title = quantiles ? wanted.title + ' (p95)' : wanted.title;
	if (!answer.lines.length) {
		return el('figure', { class: 'plot' }, el('h2', null, title), el('p', { class: 'dim' }, 'No values in this period.'));
	}
	const several = new Set(answer.lines.map((line) => line.stat)).size > 1;
	answer.lines.forEach((line) => line.label = [several && line.stat, ...Object.entries(line.labels).filter(([tag]) => !(several && service && tag === 'service')).map(([, text]) => text || '–')].filter(Boolean).join(' ') || 'all');
	const choose = wanted.traces && ((line, index) => trace(wanted, service || line.labels.service, answer, index, say));
	return plot(title, answer, FORMATS[wanted.format], choose);
}

async function trace(wanted, service, answer, index, say) {
	const to = answer.times_us[index];
	if (!service) {
		say('Choose a service first: the line is about several.');
		return;
	}
	try {
		const found = await get('metrics/trace', { name: wanted.name, service, from: Math.round(to - answer.slot_seconds * 1e6), to });
		location.hash = href('trace/' + found.trace_id);
		say((found.source === 'exemplar' ? 'An exemplar that ' + service + ' told for this point: ' : 'The slowest trace that is kept of this time: ') + millis(found.duration_ms));
	}
	catch (problem) {
		say(problem.message);
	}
}
