import { get } from '../api.js';
import { cell, el, empty, href, number, table } from '../dom.js';
import { time } from '../format.js';

const REFRESH = 5000;

export function title() {
	return 'Alerts';
}

export async function render(route) {
	const service = route.query.get('service') || '';
	const body = el('div');
	const draw = async () => body.replaceChildren(...content(await get('alerts', { service })));
	await draw();
	const timer = setInterval(() => !document.hidden && draw().catch(() => {}), REFRESH);
	return {
		nodes: [el('h1', null, 'Alerts'), service && el('p', null, 'Of ' + service + '. ', el('a', { href: '#/alerts' }, 'Show all')), body].filter(Boolean),
		leave: () => clearInterval(timer)
	};
}

function content(list) {
	const source = list.alertmanager ? list.problem ? el('p', { class: 'bad' }, 'Alertmanager ' + list.problem + ': its alerts are what it said last.') : el('p', { class: 'dim' }, 'Of the objectives of each instance, and of Alertmanager.')
		: el('p', { class: 'dim' }, 'Of the objectives of each instance. Those of an Alertmanager are here when ', el('code', null, 'console.alertmanager.url'), ' is set.');
	if (!list.alerts.length) {
		return [source, empty('Nothing fires.', ' What would is at ', el('a', { href: '#/slos' }, 'SLOs'), '.')];
	}
	const heads = [{ text: 'Severity' }, { text: 'Alert' }, { text: 'Service' }, { text: 'What' }, { text: 'State' }, { text: 'Since', number: true }, { text: 'From' }, { text: 'To do' }];
	return [source, table('Alerts', heads, list.alerts.map((alert) => el('tr', null,
		cell(el('span', { class: alert.severity === 'critical' || alert.severity === 'page' ? 'bad' : 'warn' }, alert.severity || '–')), cell(alert.name),
		cell(alert.service ? el('a', { href: href('service/' + encodeURIComponent(alert.service)) }, alert.service) : '–'), cell([alert.summary, alert.instance && el('div', { class: 'dim' }, alert.instance),
			alert.problem && el('div', { class: 'bad' }, 'It ' + alert.problem + '. This is what it said last.')]),
		cell(alert.state), number(alert.since_us === null ? '–' : time(alert.since_us).slice(0, -4)), cell(alert.source === 'slo' ? el('a', { href: href('slos', { service: alert.service }) }, 'objective') : 'Alertmanager'),
		cell(/^https?:\/\//i.test(alert.runbook || '') ? el('a', { href: alert.runbook, rel: 'noopener noreferrer', target: '_blank' }, 'runbook') : '–'))))];
}
