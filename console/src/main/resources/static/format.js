export function duration(micros) {
	if (micros === null || micros === undefined) {
		return '–';
	}
	if (micros < 1000) {
		return micros + ' µs';
	}
	if (micros < 1e6) {
		return (micros / 1000).toFixed(micros < 1e5 ? 1 : 0) + ' ms';
	}
	return micros < 6e7 ? (micros / 1e6).toFixed(2) + ' s' : (micros / 6e7).toFixed(1) + ' min';
}

export function millis(value) {
	return value === null || value === undefined ? '–' : duration(Math.round(value * 1000));
}

export function time(micros) {
	const date = new Date(micros / 1000);
	const day = date.toDateString() === new Date().toDateString() ? '' : date.toLocaleDateString() + ' ';
	return day + date.toTimeString().slice(0, 8) + '.' + String(date.getMilliseconds()).padStart(3, '0');
}

export function count(value) {
	return value.toLocaleString('en');
}

export function size(bytes) {
	return bytes < 1048576 ? Math.round(bytes / 1024) + ' KiB' : (bytes / 1048576).toFixed(1) + ' MiB';
}

export function percent(part, whole) {
	if (!whole) {
		return '–';
	}
	const share = 100 * part / whole;
	return (share > 0 && share < 1 ? share.toFixed(2) : share.toFixed(1)) + ' %';
}

// The same service has the same colour everywhere. Its name is always beside it.
export function colour(service) {
	let hash = 7;
	for (let i = 0; i < service.length; i++) {
		hash = (hash * 31 + service.charCodeAt(i)) % 9973;
	}
	return 's' + hash % 8;
}
