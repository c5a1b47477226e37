-- Only matters that have what they are looked up by. An import writes fewer places, and PostgreSQL, which knows no statistics of rows that are just being written, cannot take one of these for another.
drop index matters_source;
create unique index matters_source on matters(region, register, source, external) where external is not null;
drop index matters_number;
create unique index matters_number on matters(region, register, number) where number is not null;
drop index matters_handler;
create index matters_handler on matters(region, handler, next_due) where handler is not null;
drop index matters_due;
create index matters_due on matters(region, next_due) where next_due is not null;
