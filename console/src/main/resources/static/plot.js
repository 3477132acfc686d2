import { cell, el, number, svg, table } from './dom.js';
import { time } from './format.js';

const WIDTH = 600;
const HEIGHT = 120;
const DASHES = ['', '6 3', '2 3', '10 3 2 3'];

// Lines over time. Whoever cannot see them has their figures in the label and as a table.
export function plot(title, data, format, choose) {
	const { lines } = data;
	const times = data.times_us;
	const known = lines.flatMap((line) => line.values).filter((value) => value !== null);
	const most = Math.max(...known, 0);
	const least = Math.min(...known, 0);
	const scale = { least, range: most - least || 1 };
	const readout = el('p', { class: 'readout dim', 'aria-hidden': 'true' });
	const drawing = svg('svg', { class: 'chart', role: 'img', 'aria-label': describe(title, lines, format), viewBox: '0 0 ' + WIDTH + ' ' + HEIGHT, preserveAspectRatio: 'none' },
		lines.map((line, index) => svg('path', { class: 'p' + index % 8, 'stroke-dasharray': DASHES[Math.floor(index / 8) % 4] || null, d: path(line.values, scale) })),
		lines.map((line, index) => [alone(line.values, scale), index]).filter(([d]) => d).map(([d, index]) => svg('path', { class: 'alone p' + index % 8, d })));
	const at = (event) => {
		const box = drawing.getBoundingClientRect();
		const index = Math.min(times.length - 1, Math.max(0, Math.floor(times.length * (event.clientX - box.left) / box.width)));
		return { index, line: nearest(lines, index, least + scale.range * (1 - (event.clientY - box.top) / box.height)) };
	};
	drawing.addEventListener('pointermove', (event) => {
		const { index, line } = at(event);
		readout.textContent = line ? clock(times[index]) + ' · ' + line.label + ' ' + format(line.values[index]) : clock(times[index]);
	});
	if (choose) {
		drawing.addEventListener('click', (event) => {
			const { index, line } = at(event);
			if (line) {
				choose(line, index);
			}
		});
	}
	return el('figure', { class: choose ? 'plot points' : 'plot' }, el('h2', null, title),
		el('div', { class: 'axis' }, el('span', null, format(most)), choose && el('span', null, 'click a point for a trace')), drawing,
		least < 0 && el('div', { class: 'axis' }, el('span', null, format(least))),
		el('div', { class: 'axis' }, el('span', null, clock(times[0])), el('span', null, clock(times[times.length - 1]))),
		el('div', { class: 'legend' }, lines.map((line, index) => el('span', null, el('span', { class: 'swatch s' + index % 8 }), line.label + ' ' + format(latest(line.values))))),
		data.left > 0 && el('p', { class: 'warn' }, data.left + ' more lines are left out: choose a service or filter by a tag.'),
		data.partial && el('p', { class: 'warn' }, 'The meter has more series than are looked at: choose a service.'),
		readout, rows(title, data, format, choose));
}

function clock(micros) {
	return time(micros).slice(0, -4);
}

function latest(values) {
	return values.reduce((last, value) => value === null ? last : value, null);
}

function path(values, scale) {
	const step = WIDTH / values.length;
	let pen = false;
	return values.map((value, index) => {
		if (value === null) {
			pen = false;
			return '';
		}
		const mark = (pen ? 'L' : 'M') + place(index, value, step, scale);
		pen = true;
		return mark;
	}).join('');
}

function place(index, value, step, scale) {
	return ((index + 0.5) * step).toFixed(1) + ' ' + (HEIGHT - 3 - (HEIGHT - 6) * (value - scale.least) / scale.range).toFixed(1);
}

// A value without neighbours is no line.
function alone(values, scale) {
	const gap = (index) => values[index] === null || values[index] === undefined;
	return values.map((value, index) => gap(index) || !gap(index - 1) || !gap(index + 1) ? '' : 'M' + place(index, value, WIDTH / values.length, scale) + 'h0.1').join('');
}

function nearest(lines, index, value) {
	return lines.filter((line) => line.values[index] !== null)
		.sort((a, b) => Math.abs(a.values[index] - value) - Math.abs(b.values[index] - value))[0];
}

function describe(title, lines, format) {
	return title + ': ' + (lines.map((line) => {
		const known = line.values.filter((value) => value !== null);
		return line.label + ' ' + format(latest(line.values)) + ', from ' + format(Math.min(...known)) + ' to ' + format(Math.max(...known));
	}).join('; ') || 'no values');
}

function rows(title, data, format, choose) {
	const heads = [{ text: 'Until' }, ...data.lines.map((line) => ({ text: line.label, number: true }))];
	const body = el('div', { class: 'table' });
	const draw = () => body.replaceChildren(table(title, heads, data.times_us.map((at, index) => ({ at, index }))
		.filter(({ index }) => data.lines.some((line) => line.values[index] !== null)).reverse()
		.map(({ at, index }) => el('tr', null, cell(clock(at)), data.lines.map((line) => number(line.values[index] === null ? '–'
			: choose ? el('button', { type: 'button', onclick: () => choose(line, index) }, format(line.values[index])) : format(line.values[index])))))));
	const details = el('details', null, el('summary', null, 'As a table'), body);
	details.addEventListener('toggle', () => details.open && draw());
	return details;
}
