import { get } from '../api.js';
import { el, empty, field, place } from '../dom.js';
import { colour, count, duration, time } from '../format.js';
import { asked } from '../sources.js';
import { fields, level } from './logs.js';

export function title(route) {
	return 'Trace ' + route.id.slice(0, 8);
}

export async function render(route, say) {
	let trace;
	try {
		trace = await get('traces/' + encodeURIComponent(route.id));
	}
	catch (problem) {
		if (problem.status === 404) {
			return { nodes: [el('h1', null, 'Trace'), empty(problem.message, ' ', el('a', { href: '#/requests' }, 'See what there is'))] };
		}
		throw problem;
	}
	const waterfall = new Waterfall(trace, say);
	return { nodes: [el('h1', null, trace.spans[0].name), ...facts(trace), waterfall.controls, waterfall.element] };
}

function facts(trace) {
	const failed = trace.spans.filter((span) => span.failed).length;
	return [
		el('p', null, time(trace.start_us) + ' · ' + duration(trace.duration_us) + ' · ' + count(trace.spans.length) + ' spans · ' + count(trace.logs.length) + ' log lines · ',
			failed ? el('span', { class: 'bad' }, count(failed) + ' failed') : 'none failed', ' · ', el('code', null, trace.trace_id)),
		el('div', { class: 'legend' }, trace.services.map((name) => el('span', null, el('span', { class: 'swatch ' + colour(name) }), name)),
			el('span', { class: 'dim' }, 'underlined: what the whole waited for')),
		trace.source === 'store' && el('p', null, el('a', { href: '/api/traces/' + trace.trace_id + '/export', download: 'trace-' + trace.trace_id + '.json', class: 'button' }, 'Export as OTLP JSON')),
		...asked(trace.sources.filter((one) => one.problem || one.found)),
		trace.complete ? null : el('p', { class: 'warn' }, 'Only the first ' + count(trace.spans.length) + ' spans are shown.')
	].filter(Boolean);
}

class Waterfall {

	constructor(trace, say) {
		this.trace = trace;
		this.say = say;
		this.logs = Map.groupBy ? Map.groupBy(trace.logs, (line) => line.span_id) : grouped(trace.logs);
		this.folded = new Set();
		this.withLogs = true;
		this.query = '';
		this.rows = [];
		this.grid = el('div', { class: 'waterfall', role: 'treegrid', 'aria-label': 'Spans', onkeydown: (event) => this.key(event) });
		this.aside = el('aside', { 'aria-label': 'Details', hidden: true });
		this.element = el('div', { class: 'trace' }, this.grid, this.aside);
		this.controls = this.form();
		this.draw();
	}

	form() {
		const search = el('input', { 'data-search': true, oninput: (event) => this.search(event.target.value) });
		const logs = el('input', { type: 'checkbox', checked: true, onchange: (event) => {
			this.withLogs = event.target.checked;
			this.draw();
		} });
		const form = el('form', { class: 'filters', role: 'search' }, field('Search names, attributes and log lines; Enter for the next', search, 'wide'), el('label', null, 'Log lines in place', logs));
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.next();
		});
		return form;
	}

	draw() {
		const focused = this.rows.findIndex((row) => row.element.tabIndex === 0);
		const key = focused >= 0 ? this.rows[focused].key : null;
		this.rows = [];
		const ids = new Set(this.trace.spans.map((span) => span.span_id));
		let hidden = Infinity;
		for (const span of this.trace.spans) {
			if (span.level > hidden) {
				continue;
			}
			hidden = this.folded.has(span.span_id) ? span.level : Infinity;
			this.rows.push(this.spanRow(span));
			if (this.withLogs && hidden === Infinity) {
				(this.logs.get(span.span_id) || []).forEach((line) => this.rows.push(this.logRow(line, span.level + 1)));
			}
		}
		if (this.withLogs) {
			this.trace.logs.filter((line) => !ids.has(line.span_id)).forEach((line) => this.rows.push(this.logRow(line, 1)));
		}
		const head = el('div', { role: 'row', class: 'row head' }, ['Span', 'Service', 'Duration', 'Time'].map((text) => el('div', { role: 'columnheader' }, text)));
		this.grid.replaceChildren(head, ...this.rows.map((row) => row.element));
		const current = this.rows.find((row) => row.key === key) || this.rows[0];
		current.element.tabIndex = 0;
		this.highlight();
	}

	spanRow(span) {
		const whole = Math.max(1, this.trace.duration_us);
		const folds = span.below > 0 || (this.logs.get(span.span_id) || []).length > 0;
		const bar = place(el('div', { class: 'bar ' + colour(span.service) + (span.critical ? ' critical' : '') }),
			{ left: 100 * span.offset_us / whole + '%', width: Math.max(0.2, 100 * span.duration_us / whole) + '%' });
		const dots = (this.logs.get(span.span_id) || []).map((line) => place(el('div', { class: 'dot' }), { left: 100 * (line.time_us - this.trace.start_us) / whole + '%' }));
		const sign = folds ? (this.folded.has(span.span_id) ? '▸ ' : '▾ ') : '  ';
		const name = place(el('div', { role: 'gridcell', title: span.name }, sign, span.failed && el('span', { class: 'bad' }, '✗ failed '), span.name), { 'padding-left': indent(span.level) });
		const element = el('div', { role: 'row', class: 'row', tabindex: -1, 'aria-level': span.level, 'aria-expanded': folds ? String(!this.folded.has(span.span_id)) : null, 'aria-selected': 'false' },
			name, el('div', { role: 'gridcell' }, span.service), el('div', { role: 'gridcell' }, duration(span.duration_us)),
			el('div', { role: 'gridcell', class: 'track', 'aria-label': 'after ' + duration(span.offset_us) }, bar, dots));
		const { details } = span;
		const text = [span.name, span.service, details.status_message, ...Object.entries(details.attributes).flat(), ...details.events.map((event) => event.name)].join('\n');
		return this.row(span.span_id, element, text, () => this.spanDetails(span), folds ? span : null);
	}

	logRow(line, depth) {
		const element = el('div', { role: 'row', class: 'row log' + (line.level === 'ERROR' ? ' error' : ''), tabindex: -1, 'aria-level': depth, 'aria-selected': 'false' },
			place(el('div', { role: 'gridcell', title: line.body }, line.level + ' ' + line.body), { 'padding-left': indent(depth) }),
			el('div', { role: 'gridcell' }, line.service), el('div', { role: 'gridcell' }, '+' + duration(line.time_us - this.trace.start_us)), el('div', { role: 'gridcell' }, line.logger));
		return this.row('log ' + line.seq, element, line.body + '\n' + Object.entries(line.attributes).flat().join('\n'), () => logDetails(line), null);
	}

	row(key, element, text, details, span) {
		const row = { key, element, text: text.toLowerCase(), details, span };
		element.addEventListener('click', () => {
			this.focus(row);
			this.open(row);
		});
		return row;
	}

	focus(row) {
		this.rows.forEach((other) => {
			other.element.tabIndex = -1;
		});
		row.element.tabIndex = 0;
		row.element.focus();
	}

	open(row) {
		this.rows.forEach((other) => other.element.setAttribute('aria-selected', String(other === row)));
		this.aside.replaceChildren(el('button', { type: 'button', onclick: () => this.close() }, 'Close (Esc)'), ...row.details());
		this.aside.hidden = false;
		this.element.classList.add('open');
	}

	close() {
		this.aside.hidden = true;
		this.element.classList.remove('open');
		this.rows.forEach((row) => row.element.setAttribute('aria-selected', 'false'));
	}

	fold(row, folds) {
		if (row.span) {
			if (folds) {
				this.folded.add(row.key);
			}
			else {
				this.folded.delete(row.key);
			}
			this.draw();
			this.focus(this.rows.find((other) => other.key === row.key));
		}
	}

	key(event) {
		const index = this.rows.findIndex((row) => row.element === event.target.closest('[role=row]'));
		if (index < 0 || event.ctrlKey || event.altKey || event.metaKey) {
			return;
		}
		const row = this.rows[index];
		const moves = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: this.rows.length - 1, PageDown: index + 15, PageUp: index - 15 };
		if (event.key in moves) {
			this.focus(this.rows[Math.max(0, Math.min(this.rows.length - 1, moves[event.key]))]);
		}
		else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
			this.fold(row, event.key === 'ArrowLeft');
		}
		else if (event.key === 'Enter' || event.key === ' ') {
			this.open(row);
		}
		else if (event.key === 'Escape') {
			this.close();
		}
		else {
			return;
		}
		event.preventDefault();
	}

	search(text) {
		this.query = text.trim().toLowerCase();
		this.highlight();
		const found = this.matches().length;
		this.say(this.query ? found + ' found' : '');
	}

	highlight() {
		const found = new Set(this.matches());
		this.rows.forEach((row) => row.element.classList.toggle('match', found.has(row)));
	}

	matches() {
		return this.query ? this.rows.filter((row) => row.text.includes(this.query)) : [];
	}

	next() {
		const found = this.matches();
		if (found.length) {
			const current = found.findIndex((row) => row.element.tabIndex === 0);
			const row = found[(current + 1) % found.length];
			this.rows.forEach((other) => {
				other.element.tabIndex = other === row ? 0 : -1;
			});
			row.element.scrollIntoView({ block: 'center' });
			this.open(row);
		}
	}

	spanDetails(span) {
		const { details } = span;
		return [el('h2', null, span.name),
			el('p', null, span.service + ' · ' + span.kind.toLowerCase() + ' · ', span.failed ? el('span', { class: 'bad' }, 'failed') : 'ok'),
			el('p', null, duration(span.duration_us) + ', of which ' + duration(span.self_us) + ' by itself; began after ' + duration(span.offset_us)),
			details.status_message ? el('p', { class: 'bad' }, details.status_message) : null,
			el('p', { class: 'mono' }, 'span ' + span.span_id), el('h2', null, 'Attributes'), fields({ ...details.attributes, ...origin(details) }),
			...details.events.flatMap((event) => [el('h2', null, event.name), ...body(event.attributes)])].filter(Boolean);
	}

}

function origin(details) {
	return Object.fromEntries([['service.version', details.version], ['service.instance.id', details.instance]].filter(([, value]) => value));
}

function body(attributes) {
	const { 'exception.stacktrace': stack, ...others } = attributes;
	return [fields(others), stack ? el('pre', null, stack) : ''];
}

function logDetails(line) {
	return [el('h2', null, 'Log line'), el('p', null, time(line.time_us) + ' · ', level(line.level), ' · ' + line.logger), el('pre', null, line.body), ...body(line.attributes)].filter(Boolean);
}

function indent(depth) {
	return Math.min(depth - 1, 24) * 14 + 8 + 'px';
}

function grouped(lines) {
	const groups = new Map();
	for (const line of lines) {
		groups.set(line.span_id, [...(groups.get(line.span_id) || []), line]);
	}
	return groups;
}
