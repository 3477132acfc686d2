import { get } from '../api.js';
import { cell, el, empty, field, filters, href, options, table } from '../dom.js';
import { time } from '../format.js';
import { asked, from } from '../sources.js';

const INTERVAL = 1000;
const SHOWN = 500;

export function title() {
	return 'Logs';
}

export async function render(route, say) {
	const names = ['service', 'level', 'text', 'trace_id', 'span_id'];
	const values = Object.fromEntries(names.map((name) => [name, route.query.get(name) || '']));
	const page = await get('logs', { ...values, limit: 200 });
	let shown = page.lines;
	let next = page.next;
	let follows = !values.trace_id;
	const body = el('div');
	const draw = () => body.replaceChildren(shown.length ? lines(shown) : hint(route));
	const toggle = el('button', { type: 'button', 'aria-pressed': String(follows), onclick: () => follow(!follows) });
	const follow = (on) => {
		follows = on;
		toggle.setAttribute('aria-pressed', String(on));
		toggle.textContent = on ? 'Pause (p)' : 'Follow (p)';
	};
	follow(follows);
	draw();
	const poll = async () => {
		if (!follows || document.hidden) {
			return;
		}
		const later = await get('logs', { ...values, after: next });
		next = later.next;
		if (later.lines.length) {
			const known = new Set(shown.map((line) => line.seq));
			shown = [...later.lines.reverse().filter((line) => !known.has(line.seq)), ...shown].slice(0, SHOWN);
			draw();
		}
	};
	const timer = setInterval(() => poll().catch(() => say('The console does not answer.')), INTERVAL);
	const onKey = (event) => {
		if (event.key === 'p' && !event.target.closest('input, select') && !event.ctrlKey && !event.metaKey) {
			follow(!follows);
		}
	};
	document.addEventListener('keydown', onKey);
	const form = filters(route,
		field('Text', el('input', { name: 'text', value: values.text, 'data-search': true }), 'wide'),
		field('Service', el('input', { name: 'service', value: values.service })),
		field('Level', options('level', values.level, [['', 'any'], ['DEBUG', 'DEBUG and above'], ['INFO', 'INFO and above'], ['WARN', 'WARN and above'], ['ERROR', 'ERROR']])),
		field('Trace id', el('input', { name: 'trace_id', value: values.trace_id, size: 34 })));
	form.append(toggle);
	return {
		nodes: [el('h1', null, 'Logs'), form, body, ...asked(page.sources)],
		leave: () => {
			clearInterval(timer);
			document.removeEventListener('keydown', onKey);
		}
	};
}

function hint(route) {
	return [...route.query.keys()].length ? empty('No line is like this.', ' ', el('a', { href: '#/logs' }, 'Show all'))
		: empty('No log lines yet.', ' Lines arrive over OTLP at ', el('code', null, location.origin + '/v1/logs'),
			'. The starter does not send them yet; an OpenTelemetry log appender does.');
}

export function level(name) {
	return el('span', { class: name === 'ERROR' ? 'bad' : name === 'WARN' ? 'warn' : null }, name);
}

export function lines(list) {
	const heads = [{ text: 'Time', number: true }, { text: 'Level' }, { text: 'Service' }, { text: 'Message' }, { text: 'Trace' }];
	return table('Log lines', heads, list.map((line) => el('tr', null, cell(time(line.time_us), 'number'), cell(level(line.level)), cell([line.service, from(line.source)]), cell(message(line)),
		cell(line.trace_id ? el('a', { href: href('trace/' + line.trace_id), title: line.trace_id }, line.trace_id.slice(0, 8)) : ''))));
}

function message(line) {
	const names = Object.keys(line.attributes);
	const text = el('span', { class: 'mono' }, line.body);
	return names.length ? [text, el('details', null, el('summary', null, names.length + ' fields · ' + line.logger), fields(line.attributes))] : text;
}

export function fields(attributes) {
	return el('table', null, el('tbody', null, Object.entries(attributes).sort(([a], [b]) => a < b ? -1 : 1)
		.map(([name, value]) => el('tr', null, el('th', { scope: 'row' }, name), el('td', null, el('span', { class: 'mono' }, String(value)))))));
}
