import { cell, el, number, svg, table } from './dom.js';
import { count, millis, time } from './format.js';

const WIDTH = 600;
const HEIGHT = 100;

// Requests as bars, of which the failed part is at the bottom, and p95 as a line. Whoever
// cannot see it has the same figures as a table.
export function chart(service) {
	const width = service.bucket_seconds * 1e6;
	const last = Math.floor(Date.now() * 1000 / width);
	const slots = Math.max(1, Math.round(service.since_seconds / service.bucket_seconds));
	const most = Math.max(...service.buckets.map((bucket) => bucket.requests));
	const slowest = Math.max(...service.buckets.map((bucket) => bucket.p95_ms)) || 1;
	const step = WIDTH / slots;
	const shapes = [];
	const points = [];
	for (const bucket of service.buckets) {
		const x = (slots - 1 - (last - Math.floor(bucket.start_us / width))) * step;
		const height = HEIGHT * bucket.requests / most;
		const failed = HEIGHT * bucket.failed / most;
		shapes.push(svg('rect', { class: 'ok', x, y: HEIGHT - height, width: step * 0.9, height: height - failed }));
		shapes.push(svg('rect', { class: 'failed', x, y: HEIGHT - failed, width: step * 0.9, height: failed }));
		points.push((x + step / 2) + ',' + (HEIGHT - 0.95 * HEIGHT * bucket.p95_ms / slowest));
	}
	const label = 'Requests, at most ' + count(most) + ' in ' + service.bucket_seconds + ' s; p95 at most ' + millis(slowest);
	return el('div', null,
		svg('svg', { class: 'chart', role: 'img', 'aria-label': label, viewBox: '0 0 ' + WIDTH + ' ' + HEIGHT, preserveAspectRatio: 'none' },
			shapes, svg('polyline', { class: 'line', points: points.join(' ') })),
		el('div', { class: 'legend' }, legend('s0', 'requests (at most ' + count(most) + ' in ' + service.bucket_seconds + ' s)'),
			el('span', { class: 'bad' }, 'failed'), legend('s1', 'p95 (at most ' + millis(slowest) + ')')),
		el('details', null, el('summary', null, 'As a table'), table('Requests over time',
			[{ text: 'From' }, { text: 'Requests', number: true }, { text: 'Failed', number: true }, { text: 'p95', number: true }],
			service.buckets.map((bucket) => el('tr', null, cell(time(bucket.start_us)), number(count(bucket.requests)), number(count(bucket.failed)), number(millis(bucket.p95_ms)))))));
}

function legend(colour, text) {
	return el('span', null, el('span', { class: 'swatch ' + colour }), text);
}
