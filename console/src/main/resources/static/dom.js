// Everything that is shown goes through here. What services send becomes text nodes and
// attribute values, never markup.

export function el(tag, attributes, ...children) {
	const element = document.createElement(tag);
	assign(element, attributes);
	append(element, children);
	return element;
}

export function svg(tag, attributes, ...children) {
	const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
	assign(element, attributes);
	append(element, children);
	return element;
}

function assign(element, attributes) {
	for (const [name, value] of Object.entries(attributes || {})) {
		if (name.startsWith('on')) {
			element.addEventListener(name.slice(2), value);
		}
		else if (value !== false && value !== null && value !== undefined) {
			element.setAttribute(name, value === true ? '' : String(value));
		}
	}
}

function append(element, children) {
	for (const child of children.flat()) {
		if (child !== null && child !== undefined && child !== false) {
			element.append(child);
		}
	}
}

// The content security policy takes style attributes for what they often are, so places
// are set one by one.
export function place(element, styles) {
	for (const [name, value] of Object.entries(styles)) {
		element.style.setProperty(name, value);
	}
	return element;
}

export function table(caption, heads, rows) {
	return el('div', { class: 'scroll' }, el('table', { 'aria-label': caption },
		el('thead', null, el('tr', null, heads.map((head) => el('th', { scope: 'col', class: head.number ? 'number' : null }, head.text)))),
		el('tbody', null, rows)));
}

export function cell(content, className) {
	return el('td', { class: className }, content);
}

export function number(content) {
	return cell(content, 'number');
}

export function field(label, control, className) {
	return el('label', { class: className }, label, control);
}

export function options(name, value, choices) {
	return el('select', { name }, choices.map(([key, text]) => el('option', { value: key, selected: key === value }, text)));
}

export function empty(title, ...next) {
	return el('div', { class: 'empty' }, el('strong', null, title), next);
}

// A form whose fields are the state in the address.
export function filters(route, ...fields) {
	const form = el('form', { class: 'filters', role: 'search' }, fields, el('button', null, 'Show'));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		location.hash = href(route.view, Object.fromEntries(new FormData(form)));
	});
	form.querySelectorAll('select').forEach((select) => select.addEventListener('change', () => form.requestSubmit()));
	return form;
}

export function href(view, values) {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(values || {})) {
		for (const item of [value].flat()) {
			if (item !== '' && item !== null && item !== undefined) {
				query.append(name, item);
			}
		}
	}
	const text = query.toString();
	return '#/' + view + (text ? '?' + text : '');
}
