insert into users (id, name, email, country, source, billing_account_id, created_at, version) values
	('1', 'Ada Winter', 'ada@example.com', 'DE', 'web', 'billing-1', current_timestamp, 0),
	('2', 'Bruno Costa', 'bruno@example.com', 'PT', 'web', 'billing-2', current_timestamp, 0),
	('3', 'Chloe Martin', 'chloe@example.com', 'FR', 'mobile', 'billing-3', current_timestamp, 0),
	('4', 'David Novak', 'david@example.com', 'CZ', 'partner', 'billing-4', current_timestamp, 0),
	('5', 'Emma Small', 'emma@example.com', 'GB', 'mobile', 'billing-5', current_timestamp, 0),
	('123', 'Frida Holm', 'frida@example.com', 'SE', 'web', 'billing-123', current_timestamp, 0);
