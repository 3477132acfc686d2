import { cell, el, empty, href, number, place, svg, table } from '../dom.js';
import { count, millis, time } from '../format.js';

const HEIGHT = 14;
const WIDTH = 10;

// Time from left to right, durations from bottom to top, the more events the stronger. A
// selection with the pointer or with Shift and arrows is compared with the rest; who does
// not see it has the durations as a table, each with a link that does the same.
export class HeatMap {

	constructor(map, route, say) {
		this.map = map;
		this.route = route;
		this.say = say;
		const used = map.cells.map((one) => one.row);
		this.lowest = Math.max(0, Math.min(...used) - 1);
		this.highest = Math.min(map.rows.length - 1, Math.max(...used) + 1);
		this.anchor = null;
		this.cursor = { column: 0, row: Math.min(...used) };
		this.frame = svg('rect', { class: 'frame' });
		this.canvas = this.draw();
		this.restore();
	}

	get nodes() {
		const { map } = this;
		const labels = map.rows.slice(this.lowest, this.highest + 1).map((row) => el('span', null, millis(row.from_ms))).reverse();
		return [el('h2', null, 'Durations over time'),
			el('p', { class: 'dim' }, 'Drag over what to compare with the rest; or with the keyboard: arrows move, Shift and arrows select, Enter compares.'),
			el('div', { class: 'heat' }, place(el('div', { class: 'heat-rows', 'aria-hidden': 'true' }, labels), { height: this.height + 'px' }),
				el('div', null, this.canvas, el('div', { class: 'heat-times' }, el('span', null, time(this.from(0) * 1000)), el('span', null, time(this.from(map.columns) * 1000))))),
			el('details', null, el('summary', null, 'As a table'), this.durations())];
	}

	get height() {
		return HEIGHT * (this.highest - this.lowest + 1);
	}

	draw() {
		const most = Math.max(...this.map.cells.map((one) => one.events));
		const shapes = this.map.cells.flatMap((one) => {
			const x = one.column * WIDTH;
			const y = (this.highest - one.row) * HEIGHT;
			const failed = (HEIGHT - 1) * one.failed / one.events;
			return [svg('rect', { class: 'ok', x, y, width: WIDTH - 1, height: HEIGHT - 1, 'fill-opacity': (0.2 + 0.8 * Math.log1p(one.events) / Math.log1p(most)).toFixed(2) }),
				one.failed ? svg('rect', { class: 'failed', x, y: y + HEIGHT - 1 - failed, width: WIDTH - 1, height: failed }) : null];
		});
		const canvas = svg('svg', { class: 'chart', role: 'application', tabindex: 0, 'aria-roledescription': 'heat map',
			'aria-label': count(this.map.events) + ' events by time and duration. Arrows move, Shift and arrows select, Enter compares.',
			viewBox: '0 0 ' + WIDTH * this.map.columns + ' ' + this.height, preserveAspectRatio: 'none',
			onkeydown: (event) => this.key(event), onpointerdown: (event) => this.press(event), onpointermove: (event) => this.drag(event),
			onpointerup: () => this.compare(), onfocus: () => this.tell() }, shapes, this.frame);
		return place(canvas, { height: this.height + 'px' });
	}

	from(column) {
		return this.map.from_ms + column * this.map.step_ms;
	}

	// What the address says is shown again.
	restore() {
		const bound = (pattern) => Number((new RegExp(pattern).exec(this.route.query.get('select') || '') || [])[1]);
		const start = bound('start_ms>=(\\d+)');
		const end = bound('start_ms<(\\d+)');
		const shortest = this.map.rows.findIndex((row) => row.from_ms === bound('duration_ms>=([\\d.]+)'));
		const longest = this.map.rows.findIndex((row) => row.to_ms === (bound('duration_ms<([\\d.]+)') || null));
		if (start && end && shortest >= 0 && longest >= 0) {
			const column = (value) => Math.max(0, Math.min(this.map.columns - 1, Math.floor((value - this.map.from_ms) / this.map.step_ms)));
			this.anchor = { column: column(start), row: shortest };
			this.cursor = { column: column(end - 1), row: Math.min(longest, this.highest) };
			this.mark();
		}
	}

	place(event) {
		const box = this.canvas.getBoundingClientRect();
		const column = Math.floor((event.clientX - box.left) / box.width * this.map.columns);
		const row = this.highest - Math.floor((event.clientY - box.top) / HEIGHT);
		return this.inside({ column, row });
	}

	inside({ column, row }) {
		return { column: Math.max(0, Math.min(this.map.columns - 1, column)), row: Math.max(this.lowest, Math.min(this.highest, row)) };
	}

	press(event) {
		event.preventDefault();
		this.canvas.setPointerCapture(event.pointerId);
		this.anchor = this.cursor = this.place(event);
		this.dragging = true;
		this.mark();
	}

	drag(event) {
		if (this.dragging) {
			this.cursor = this.place(event);
			this.mark();
		}
	}

	key(event) {
		const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
		const move = moves[event.key];
		if (event.ctrlKey || event.altKey || event.metaKey) {
			return;
		}
		if (move) {
			this.anchor = event.shiftKey ? this.anchor || this.cursor : null;
			this.cursor = this.inside({ column: this.cursor.column + move[0], row: this.cursor.row + move[1] });
			this.mark();
		}
		else if (event.key === 'Enter') {
			this.compare();
		}
		else {
			return;
		}
		event.preventDefault();
		event.stopPropagation();
	}

	get area() {
		const other = this.anchor || this.cursor;
		const pair = (name) => [Math.min(other[name], this.cursor[name]), Math.max(other[name], this.cursor[name])];
		return { columns: pair('column'), rows: pair('row') };
	}

	mark() {
		const { columns, rows } = this.area;
		const values = { x: columns[0] * WIDTH, y: (this.highest - rows[1]) * HEIGHT, width: (columns[1] - columns[0] + 1) * WIDTH, height: (rows[1] - rows[0] + 1) * HEIGHT };
		Object.entries(values).forEach(([name, value]) => this.frame.setAttribute(name, value));
		this.tell();
	}

	tell() {
		const { columns, rows } = this.area;
		const found = this.map.cells.filter((one) => one.column >= columns[0] && one.column <= columns[1] && one.row >= rows[0] && one.row <= rows[1]);
		const sum = (name) => found.reduce((total, one) => total + one[name], 0);
		this.say(time(this.from(columns[0]) * 1000) + ' to ' + time(this.from(columns[1] + 1) * 1000) + ', ' + between(this.map.rows[rows[0]].from_ms, this.map.rows[rows[1]].to_ms)
			+ ': ' + count(sum('events')) + ' events, ' + count(sum('failed')) + ' failed');
	}

	compare() {
		this.dragging = false;
		const { columns, rows } = this.area;
		location.hash = this.selecting(['start_ms>=' + this.from(columns[0]), 'start_ms<' + this.from(columns[1] + 1), ...this.lasting(rows[0], rows[1])]);
	}

	lasting(first, last) {
		const { to_ms: end } = this.map.rows[last];
		return ['duration_ms>=' + this.map.rows[first].from_ms, end === null ? null : 'duration_ms<' + end].filter(Boolean);
	}

	selecting(conditions) {
		return href('explore', { ...Object.fromEntries(this.route.query), select: conditions.join(' && ') });
	}

	durations() {
		const rows = this.map.rows.map((row, index) => {
			const found = this.map.cells.filter((one) => one.row === index);
			const sum = (name) => found.reduce((total, one) => total + one[name], 0);
			return sum('events') ? el('tr', null, el('th', { scope: 'row' }, between(row.from_ms, row.to_ms)), number(count(sum('events'))), number(count(sum('failed'))),
				cell(el('a', { href: this.selecting(this.lasting(index, index)) }, 'Compare those of ' + between(row.from_ms, row.to_ms)))) : null;
		});
		return table('Events by duration', [{ text: 'Duration' }, { text: 'Events', number: true }, { text: 'Failed', number: true }, { text: 'Compare' }], rows.filter(Boolean));
	}

}

export function heatMap(map, route, say) {
	return map.cells.length ? new HeatMap(map, route, say).nodes : [el('h2', null, 'Durations over time'), empty('No event is like this.', ' Ask for less above.')];
}

function between(from, to) {
	return to === null ? millis(from) + ' and longer' : millis(from) + ' to ' + millis(to);
}
