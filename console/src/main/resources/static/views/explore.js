import { get } from '../api.js';
import { cell, el, empty, field, filters, href, number, options, place, table } from '../dom.js';
import { count, percent } from '../format.js';
import { heatMap } from './heatmap.js';
import { PERIODS } from './overview.js';

export function title() {
	return 'Explore';
}

export async function render(route, say) {
	const value = (name) => route.query.get(name) || '';
	const names = { filter: split(value('filter')), since: value('since'), group_by: value('group_by'), measure: value('measure') };
	const known = await get('events/fields');
	const form = filters(route,
		field('Only events with (several: separate by &&)', el('input', { name: 'filter', value: value('filter'), placeholder: 'service=order-service && duration_ms>=100', 'data-search': true }), 'wide'),
		field('Group by', choice('group_by', value('group_by'), known)),
		field('Measure', choice('measure', value('measure') || 'duration_ms', known.filter((one) => one.numeric))),
		field('Period', options('since', names.since, [['', 'all'], ...PERIODS])),
		field('Compare with the rest those with', el('input', { name: 'select', value: value('select'), placeholder: 'duration_ms>=500' }), 'wide'));
	const nodes = [el('h1', null, 'Explore'), el('p', { class: 'dim' }, 'An event is a request or a message that a service received, or work that began by itself. Compare with = != > >= < <= ~ (contains) ? (is there).'), form];
	if (!known.length) {
		return { nodes: [...nodes, empty('No events yet.', ' Call a service that sends its spans here; the ', el('a', { href: '#/overview' }, 'overview'), ' says how.')] };
	}
	nodes.push(...heatMap(await get('events/heatmap', { filter: names.filter, since: names.since }), route, say));
	if (value('select')) {
		const comparison = await get('events/compare', { filter: names.filter, since: names.since, select: split(value('select')) });
		nodes.push(...compared(comparison, route));
	}
	nodes.push(...grouped(await get('events/query', names), value('group_by')));
	return { nodes };
}

function split(text) {
	return text.split('&&').map((part) => part.trim()).filter(Boolean);
}

function choice(name, value, known) {
	const listed = known.some((one) => one.field === value) || !value ? known.map((one) => one.field) : [value, ...known.map((one) => one.field)];
	return options(name, value, [['', 'nothing'], ...listed.sort().map((one) => [one, one])]);
}

function grouped(answer, by) {
	if (!answer.events) {
		return [el('h2', null, 'Events'), empty('No event is like this.', ' Ask for less above.')];
	}
	const heads = [{ text: by || 'Events' }, { text: 'Events', number: true }, { text: 'Share', number: true }, { text: 'Failed', number: true }, { text: 'p50', number: true },
		{ text: 'p95', number: true }, { text: 'p99', number: true }, { text: 'Most', number: true }];
	return [el('h2', null, count(answer.events) + ' events'), table('Groups', heads, answer.groups.map((group) => el('tr', null,
		cell(name(group.value, by)), number(count(group.events)), number(percent(group.events, answer.events)), number(el('span', { class: group.failed ? 'bad' : null }, percent(group.failed, group.events))),
		number(figure(group.p50)), number(figure(group.p95)), number(figure(group.p99)), number(figure(group.max)))))];
}

function name(value, by) {
	return value === null ? el('span', { class: 'dim' }, by ? '(not there)' : 'all') : value;
}

function figure(value) {
	return value === null ? '–' : value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 3 : 1 });
}

function compared(comparison, route) {
	const title = el('h2', null, 'What is different about ' + count(comparison.selected) + ' of ' + count(comparison.selected + comparison.baseline) + ' events');
	if (!comparison.selected || !comparison.baseline) {
		return [title, empty('There is nothing to compare.', comparison.selected ? ' All events are like this.' : ' No event is like this: select with a lower threshold.')];
	}
	if (!comparison.fields.length) {
		return [title, empty('No field differs for certain.', ' What differs may be chance with so few events; wait for more or select otherwise.')];
	}
	const heads = [{ text: 'Field' }, { text: 'Value' }, { text: 'Selected' }, { text: 'Rest' }];
	const rows = comparison.fields.flatMap((one) => one.values.filter((value, index) => index === 0 || value.score > 0).map((value, index) => el('tr', null,
		index === 0 ? el('th', { scope: 'row' }, one.field) : cell(''),
		cell(value.value === null ? el('span', { class: 'dim' }, '(not there)') : el('a', { href: narrowed(route, one.field, value.value) }, value.value)),
		cell(share(value.selected, comparison.selected, 's1')), cell(share(value.baseline, comparison.baseline, 's0')))));
	return [title, table('Differences', heads, rows)];
}

function narrowed(route, one, value) {
	const values = Object.fromEntries(route.query);
	values.filter = [values.filter, one + '=' + value].filter(Boolean).join(' && ');
	return href('explore', values);
}

function share(part, whole, colour) {
	const bar = place(el('span', { class: colour }), { width: 100 * part / whole + '%' });
	return [percent(part, whole) + ' (' + count(part) + ')', el('div', { class: 'share' }, bar)];
}
