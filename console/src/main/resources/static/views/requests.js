import { get, post } from '../api.js';
import { cell, el, empty, field, filters, href, number, options, table } from '../dom.js';
import { count, duration, time } from '../format.js';
import { asked, from } from '../sources.js';

const LIMIT = 100;

export function title() {
	return 'Requests';
}

export async function render(route, say) {
	const value = (name) => route.query.get(name) || '';
	const page = await get('traces', { service: value('service'), text: value('text'), min_duration: value('min_duration'), failed: value('failed'),
		sort: value('sort'), before: value('before'), limit: LIMIT });
	const form = filters(route,
		field('Name or trace id', el('input', { name: 'text', value: value('text'), 'data-search': true }), 'wide'),
		field('Service', el('input', { name: 'service', value: value('service') })),
		field('At least', el('input', { name: 'min_duration', value: value('min_duration'), placeholder: '500ms', size: 8 })),
		field('Outcome', options('failed', value('failed'), [['', 'any'], ['true', 'failed'], ['false', 'did not fail']])),
		field('Order', options('sort', value('sort'), [['', 'newest first'], ['duration', 'slowest first']])));
	form.append(importing(say));
	return { nodes: [el('h1', null, 'Requests'), form, page.traces.length ? list(page.traces) : hint(route), more(route, page), ...asked(page.sources)].filter(Boolean) };
}

// A file that this or another console exported.
function importing(say) {
	const input = el('input', { type: 'file', accept: '.json,application/json', hidden: true, 'aria-label': 'File with traces', onchange: async () => {
		try {
			const taken = await post('traces/import', await input.files[0].text());
			const first = taken.trace_ids[0] || taken.already_there[0];
			say(count(taken.spans) + ' spans and ' + count(taken.logs) + ' log lines imported' + (taken.already_there.length ? ', ' + count(taken.already_there.length) + ' traces were there before' : ''));
			await arrival(first);
			location.hash = '#/trace/' + first;
		}
		catch (problem) {
			say('Not imported: ' + problem.message);
		}
		input.value = '';
	} });
	return el('span', null, el('button', { type: 'button', onclick: () => input.click() }, 'Import…'), input);
}

// What was taken is written soon.
async function arrival(id) {
	for (let i = 0; i < 100 && !(await get('traces', { text: id, limit: 1 })).traces.length; i++) {
		await new Promise((done) => setTimeout(done, 100));
	}
}

function hint(route) {
	const filtered = [...route.query.keys()].length > 0;
	return filtered ? empty('No request is like this.', ' ', el('a', { href: '#/requests' }, 'Show all'))
		: empty('No requests yet.', ' Call a service that sends its spans here; the ', el('a', { href: '#/overview' }, 'overview'), ' says how.');
}

function more(route, page) {
	if (page.traces.length < LIMIT || route.query.get('sort') === 'duration') {
		return null;
	}
	const values = Object.fromEntries(route.query);
	values.before = page.traces[page.traces.length - 1].start_us;
	return el('p', null, el('a', { href: href('requests', values) }, 'Older'));
}

export function list(traces) {
	const heads = [{ text: 'Time', number: true }, { text: 'Request' }, { text: 'Service' }, { text: 'Outcome' }, { text: 'Spans', number: true }, { text: 'Duration', number: true }];
	return table('Requests', heads, traces.map((trace) => el('tr', null,
		cell(time(trace.start_us), 'number'),
		cell([el('a', { href: href('trace/' + trace.trace_id) }, trace.name || '(no name)'), from(trace.source)]),
		cell([trace.service, trace.services.length > 1 && el('span', { class: 'dim' }, ' + ' + (trace.services.length - 1) + ' more')]),
		cell(trace.failed ? el('span', { class: 'bad' }, 'failed') : 'ok'),
		number(count(trace.spans)), number(duration(trace.duration_us)))));
}
