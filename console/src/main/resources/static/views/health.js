import { get } from '../api.js';
import { cell, el, empty, field, filters, number, options, table } from '../dom.js';
import { count, time } from '../format.js';
import { status, strip } from '../status.js';

const REFRESH = 5000;
const PERIODS = [[300e6, 'Last 5 minutes'], [900e6, 'Last 15 minutes'], [3600e6, 'Last hour']];

export function title() {
	return 'Health';
}

export async function render(route) {
	const service = route.query.get('service') || '';
	const body = el('div');
	let services = [];
	const draw = async () => {
		const [health, targets] = await Promise.all([get('health', { service }), get('targets')]);
		services = [...new Set(targets.targets.map((target) => target.service))];
		body.replaceChildren(...content(health, targets));
	};
	await draw();
	const timer = setInterval(() => {
		if (!document.hidden && !body.querySelector('details[open]')) {
			draw().catch(() => {});
		}
	}, REFRESH);
	return {
		nodes: [el('h1', null, 'Health'), filters(route, field('Service', options('service', service, [['', 'all'], ...services.map((name) => [name, name])]))), body],
		leave: () => clearInterval(timer)
	};
}

function content(health, targets) {
	if (!targets.targets.length) {
		return [empty('No service is asked for its health.', el('p', null, 'Start the console with the addresses of your services:'),
			el('pre', null, 'console.scrape.targets.order-service=http://localhost:5001')), ...problems(targets)];
	}
	return [...problems(targets), ...health.instances.map((instance) => card(instance, health.now_us)), el('h2', null, 'Who is asked'), asked(targets)];
}

function problems(targets) {
	return targets.problems.map((problem) => el('p', { class: 'bad' }, problem));
}

function card(instance, now) {
	return el('section', { class: 'card', 'aria-label': instance.service + ' ' + instance.instance },
		el('h2', null, instance.service, ' ', status(instance.status), ' ', el('span', { class: 'dim' }, instance.instance)),
		instance.problem && el('p', { class: 'bad' }, 'It ' + instance.problem + '. What it said before is outdated.'),
		el('div', { class: 'probes' }, instance.probes.filter((probe) => probe.probe).map((probe) => part(probe, now))), instance.probes.filter((probe) => !probe.probe).map((probe) => part(probe, now)));
}

function part(probe, now) {
	const seen = now - Math.min(...[probe.whole, ...probe.checks].map((check) => check.changes[0].at_us));
	const [period, name] = PERIODS.find(([length]) => seen <= length) || PERIODS[2];
	const heads = [{ text: 'Check' }, { text: 'Status' }, { text: 'Took', number: true }, { text: 'Last change', number: true }, { text: name }];
	const checks = [{ ...probe.whole, check: probe.probe ? 'the probe' : 'all' }, ...probe.checks];
	return el('div', null, el('h3', null, probe.probe || 'health', ' ', status(probe.whole.status)),
		table((probe.probe || 'health') + ' checks', heads, checks.map((check) => row(check, now, period))),
		!probe.probe && !probe.checks.length && el('p', { class: 'dim' }, 'It shows no checks to the console: management.endpoint.health.show-details says to whom, and console.scrape.credentials who the console is.'));
}

function row(check, now, period) {
	return el('tr', null, cell(check.check), cell([status(check.status), check.reason && el('div', { class: 'dim' }, check.reason)]),
		number(check.duration_ms === null ? '–' : count(check.duration_ms) + ' ms'),
		number(check.last_change_us === null ? 'not seen' : time(check.last_change_us).slice(0, -4)), cell(strip(check, now, period)));
}

function asked(targets) {
	const heads = [{ text: 'Service' }, { text: 'Address' }, { text: 'Answers' }, { text: 'Values', number: true }, { text: 'Left out', number: true }, { text: 'Not understood', number: true },
		{ text: 'Took', number: true }, { text: 'Asked', number: true }];
	return el('div', null, table('Targets', heads, targets.targets.map((target) => el('tr', null, cell(target.service), cell(target.instance),
		cell(target.up ? el('span', { class: 'good' }, 'yes') : el('span', { class: 'bad' }, 'It ' + target.problems.join(', '))), number(count(target.samples)),
		number(el('span', { class: target.dropped ? 'warn' : null }, count(target.dropped))), number(count(target.malformed)),
		number(target.took_ms === null ? '–' : count(target.took_ms) + ' ms'), number(target.asked_us ? time(target.asked_us).slice(0, -4) : '–')))),
		el('p', { class: 'dim' }, 'Every ' + targets.interval_ms / 1000 + ' s.'));
}
