insert into billing_accounts (id, user_id, payment_limit, status, created_at, version) values
	('billing-1', '1', 1000.00, 'OPEN', current_timestamp, 0),
	('billing-2', '2', 1000.00, 'OPEN', current_timestamp, 0),
	('billing-3', '3', 1000.00, 'OPEN', current_timestamp, 0),
	('billing-4', '4', 1000.00, 'OPEN', current_timestamp, 0),
	('billing-5', '5', 5.00, 'OPEN', current_timestamp, 0),
	('billing-123', '123', 1000.00, 'OPEN', current_timestamp, 0);

insert into prices (item_id, amount, currency) values
	('item1', 19.90, 'EUR'),
	('item2', 7.50, 'EUR'),
	('item3', 149.00, 'EUR'),
	('item4', 3.20, 'EUR'),
	('item5', 59.95, 'EUR'),
	('item6', 12.00, 'EUR'),
	('item7', 899.00, 'EUR'),
	('item8', 24.75, 'EUR'),
	('item9', 42.00, 'EUR');
