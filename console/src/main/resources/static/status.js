import { el, place } from './dom.js';
import { time } from './format.js';

const KINDS = { UP: 'up', OK: 'up', DEGRADED: 'degraded', BURNING: 'degraded', PARTIAL: 'unknown', DOWN: 'down', OUT_OF_SERVICE: 'down', UNREACHABLE: 'down', EXHAUSTED: 'down' };
const COLOURS = { up: 'good', degraded: 'warn', down: 'bad', unknown: 'dim' };

export function kind(name) {
	return KINDS[name] || 'unknown';
}

export function status(name) {
	return el('span', { class: COLOURS[kind(name)] }, name);
}

// What a check found over a period, from left to right until now.
export function strip(check, now, period) {
	const start = now - period;
	const parts = check.changes.map((change, index) => ({
		from: Math.max(start, change.at_us), to: index + 1 < check.changes.length ? check.changes[index + 1].at_us : now, status: change.status
	})).filter((part) => part.to > start);
	const changes = check.changes.slice(1).filter((change) => change.at_us > start).length;
	const label = check.status + ', ' + changes + (changes === 1 ? ' change' : ' changes') + ' seen since ' + time(parts.length ? parts[0].from : now).slice(0, -4);
	return el('div', { class: 'strip', role: 'img', 'aria-label': label, title: label }, parts.map((part) => place(
		el('span', { class: 'is-' + kind(part.status) }),
		{ left: 100 * (part.from - start) / period + '%', width: Math.max(0.5, 100 * (part.to - part.from) / period) + '%' })));
}
