import { el } from './dom.js';
import { count } from './format.js';

// Who else was asked than the store, and whether that helped.
export function asked(sources) {
	return (sources || []).map((one) => one.problem ? el('p', { class: 'warn' }, one.source + ': ' + one.problem)
		: el('p', { class: 'dim' }, one.source + ' was asked, too: ' + count(one.found) + ' from there'));
}

export function from(source) {
	return source && source !== 'store' ? el('span', { class: 'dim' }, ' from ' + source) : null;
}
