-- 统一社会信用代码 of an office: 双公示 and other exchanges name the organ by it.
alter table offices add column credit_code text;
