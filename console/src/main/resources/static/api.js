export class Problem extends Error {

	constructor(status, detail, field) {
		super(detail);
		this.status = status;
		this.field = field;
	}

}

let running = new AbortController();

// Called when another view opens: nobody waits for the answers of the one before.
export function abandon() {
	running.abort();
	running = new AbortController();
}

export async function post(path, body) {
	return answer(await fetch('/api/' + path, { method: 'POST', body, headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Console-Request': '1' } }));
}

export async function get(path, values) {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(values || {})) {
		for (const item of [value].flat()) {
			if (item !== '' && item !== null && item !== undefined) {
				query.append(name, item);
			}
		}
	}
	const text = query.toString();
	const response = await fetch('/api/' + path + (text ? '?' + text : ''),
		{ signal: running.signal, headers: { Accept: 'application/json' } });
	return answer(response);
}

async function answer(response) {
	const body = await response.json().catch(() => ({}));
	if (!response.ok) {
		throw new Problem(response.status, body.detail || response.statusText, body.field);
	}
	return body;
}
